/** Text of pages in one line: titles, names, dates. */
import { inlineText } from "../../../preload/model/article-text.ts";
import { paragraphsOf, textRun, toInlines } from "../inlines.ts";

/** Running text in one line: a wrapped line between Han characters joins, a line break becomes a space. */
export function oneLine(text: string): string {
  const inlines = paragraphsOf([textRun(text)]).flatMap((runs) => [...toInlines(runs)]);
  return inlineText(inlines).replace(/\s+/g, " ").trim();
}

/** Without white space, which pages put into titles and labels for looks. */
export function squeezed(text: string): string {
  return text.replace(/\s/g, "");
}
