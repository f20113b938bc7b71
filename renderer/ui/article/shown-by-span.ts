/** The shown form of a long text, made only for the lines that are drawn or copied. */
import { shownText } from "../../../preload/model/full-width.ts";

/** Answers as `shownText(text).slice(start, end)` would: what a mark looks like depends on its own line alone. */
export function shownBySpan(text: string): (start: number, end: number) => string {
  // The pieces of one paragraph are asked for one after another.
  let line = { start: 0, end: -1, shown: "" };
  return (start, end) => {
    if (start < line.start || end > line.end) {
      const from = text.lastIndexOf("\n", start - 1) + 1;
      const feed = text.indexOf("\n", end);
      const to = feed === -1 ? text.length : feed;
      line = { start: from, end: to, shown: shownText(text.slice(from, to)) };
    }
    return line.shown.slice(start - line.start, end - line.start);
  };
}
