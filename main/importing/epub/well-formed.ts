/** Whether a book's document is whole: a place where it breaks its own nesting may have lost more than a tag. */
import { SaxesParser } from "saxes";

/** Deeper than any book; the parser takes ever longer the deeper it is. */
const DEEPEST = 1000;

/** As HTML writes elements that hold nothing, books often do. */
const NAMES = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr";
const VOID = new RegExp(`<(${NAMES})\\b([^<>]*?)/?>`, "gi");
const VOID_END = new RegExp(`</(?:${NAMES})\\s*>`, "gi");

/** Characters. */
const AT_ONCE = 65_536;

/**
 * Whether every element that begins ends, and where it should. Names of characters that XML does not know (`&nbsp;`),
 * prefixes and attributes that are not as the standard wants them lose no text, and are no reason to warn.
 */
export function isNested(text: string): boolean {
  const source = text.replace(VOID, "<$1$2/>").replace(VOID_END, "");
  let nested = true;
  let depth = 0;
  const parser = new SaxesParser();
  parser.on("error", ({ message }) => {
    if (/unclosed tag|unmatched closing tag|unexpected close tag|unexpected end/i.test(message))
      nested = false;
  });
  parser.on("opentag", () => {
    depth++;
  });
  parser.on("closetag", () => {
    depth--;
  });
  for (let at = 0; at < source.length && nested; at += AT_ONCE) {
    if (depth > DEEPEST) return true;
    parser.write(source.slice(at, at + AT_ONCE));
  }
  if (nested) parser.close();
  return nested;
}
