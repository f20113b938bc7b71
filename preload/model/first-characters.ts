/** The beginning of a text, at most so many UTF-16 units, never ending between the halves of a surrogate pair (𠮷). */
export function firstCharacters(text: string, most: number): string {
  const last = text.charCodeAt(most - 1);
  const isHalf = most < text.length && last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, isHalf ? most - 1 : most);
}
