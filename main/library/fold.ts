/** Sets letter case aside. */
export function fold(text: string): string {
  return text.toLowerCase();
}
