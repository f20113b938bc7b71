/** The text of Markdown, as simply as it can be had. Its signs within lines stay: `withoutSigns` leaves them out on both sides. */
import { markupText } from "./markup.ts";

export function markdownText(source: string): string {
  const lines = source
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/^(?:```|~~~).*$/gm, "")
    // A line below a heading or between a table's head and its rows.
    .replace(/^[ \t|:=-]{2,}$/gm, "")
    .replace(/^(?:[ \t]*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)|#{1,6}(?=\s)))+/gm, "")
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(?<!\\)\|/g, "\t");
  return markupText(lines);
}

/** What may be a sign of Markdown or a character of the text. */
export function withoutSigns(text: string): string {
  return text.replace(/[*_~`|\\]/g, "");
}
