/** Who wrote an article, where a page marks the name as an author's and says no more. */
import type { Element } from "./dom.ts";
import { attribute, elementsBelow, textBelow } from "./dom.ts";
import { oneLine } from "./one-line.ts";
import type { PageLine } from "./page-lines.ts";
import { isSiteLine } from "./site-lines.ts";

/** Further from the text the name is another article's. */
const LINES_BEFORE = 12;

/** More elements are no line of names. */
const MOST_ELEMENTS = 30;

const LONGEST = 60;

/** `before`: the lines before the text. Empty where none is marked so, or several are. */
export function markedByline(before: readonly PageLine[]): string {
  const names = new Set(before.slice(-LINES_BEFORE).map(({ element }) => bylineIn(element)));
  names.delete("");
  const [name = "", ...others] = names;
  return others.length === 0 ? name : "";
}

function bylineIn(line: Element): string {
  const elements = [line];
  for (const element of elementsBelow(line)) if (elements.push(element) > MOST_ELEMENTS) return "";
  const marked = elements.find(isMarked);
  if (marked === undefined) return "";
  const name = oneLine(textBelow(marked)).replace(/^(?:by|written by|作者[：:]|文[/／])\s*/i, "");
  const isName =
    /\p{Letter}/u.test(name) && name.length <= LONGEST && !/[\d：:|｜]/.test(name) && !isSiteLine(name);
  return isName ? name : "";
}

function isMarked(element: Element): boolean {
  return (
    /^author$/i.test(attribute(element, "rel") ?? "") ||
    /(?:^|\s)author(?:\s|$)/i.test(attribute(element, "itemprop") ?? "") ||
    /(?:^|[\s_-])(?:byline|author|zuozhe)(?:$|[\s_-])/i.test(attribute(element, "class") ?? "")
  );
}
