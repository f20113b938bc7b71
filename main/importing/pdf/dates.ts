/** Lines that a document is dated with. */
import type { Block } from "../../../preload/model/article.ts";
import { inlineText } from "../../../preload/model/article-text.ts";

/** A line that is nothing but a date, as a document ends with. */
const DATE_LINE =
  /^[\d〇○零一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日(?:印发)?$/;

/** `2011 年 3 月 10 日`, alone on its line. */
export function isDateLine(text: string): boolean {
  return DATE_LINE.test(text.replace(/\s/g, ""));
}

/** Whether a paragraph ends the document with its date: the day on which its file was made is another then. */
export function bearsDate(body: readonly Block[]): boolean {
  return body.some((block) => block.type === "paragraph" && endsInDate(inlineText(block.content)));
}

/** The signature may stand on the same line. */
function endsInDate(text: string): boolean {
  const start = text.search(/[\d〇○零一二三四五六七八九十]{4}\s*年/);
  return start >= 0 && isDateLine(text.slice(start));
}
