/** Text as a manifest compares it: compatible forms made one (NFKC), without any white space. */
export function condensed(text: string): string {
  return text.normalize("NFKC").replace(/[\s\u200b\ufeff]+/gu, "");
}
