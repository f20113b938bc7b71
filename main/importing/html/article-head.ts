/** Where a page shows the title of its article, and what it sets between that and the text: a lead belongs to the article. */

import type { Document, Element } from "./dom.ts";
import { attribute, elementsBelow, isWithin, textBelow } from "./dom.ts";
import { bearsFurnitureName } from "./furniture-name.ts";
import { isLinkList } from "./link-list.ts";
import { squeezed } from "./one-line.ts";
import type { PageLine } from "./page-lines.ts";
import { linesAround } from "./page-lines.ts";
import { isInformationLine, isSiteLine } from "./site-lines.ts";
import type { PageSurvey } from "./survey.ts";

/** A shorter heading may be a section's name that stands in the title, too. */
const SHORTEST_TITLE = 4;
const LONGEST_TITLE = 200;

/** A heading says at least so much of what the page calls itself, which goes on with the names of site and section. */
const MOST_OF_TITLE = 0.4;

/** Between a title and the name of its site. */
const NAME_FOLLOWS = /\s+[|–—-]\s+|[|｜_]/;

const TITLE_NAME = /(?:^|[\s_-])(?:title|headline|tit|biaoti|bt)\d?(?:$|[\s_-])/i;

/** The last heading before the end of `text` that says what the page calls its article; null where none does. */
export function titleHeading(body: Element, text: Element, survey: PageSurvey): Element | null {
  const { title, metas } = survey;
  const names = [title, metas.get("og:title") ?? "", title.split(NAME_FOLLOWS)[0] ?? ""].map(bare);
  let heading: Element | null = null;
  let hasBegun = false;
  for (const element of elementsBelow(body)) {
    const isInText = element === text || isWithin(element, text);
    if (hasBegun && !isInText) break;
    hasBegun ||= isInText;
    // The text itself may be called a title's.
    if (isWithin(text, element) || !isSetAsHeading(element)) continue;
    if (agrees(bare(textBelow(element)), names)) heading = element;
    if (heading !== null && isInText) break;
  }
  return heading;
}

function isSetAsHeading(element: Element): boolean {
  if (/^h[1-6]$/.test(element.tagName)) return true;
  if (element.attrs.length === 0 || !/^(?:div|p|span|strong|b|td|font)$/.test(element.tagName)) return false;
  return TITLE_NAME.test(`${attribute(element, "id") ?? ""} ${attribute(element, "class") ?? ""}`);
}

function agrees(shown: string, names: readonly string[]): boolean {
  if (shown.length < SHORTEST_TITLE || shown.length > LONGEST_TITLE) return false;
  return names.some((name) =>
    name.length < SHORTEST_TITLE
      ? false
      : shown.length <= name.length
        ? name.includes(shown) && shown.length >= MOST_OF_TITLE * name.length
        : shown.includes(name) && name.length >= MOST_OF_TITLE * shown.length,
  );
}

/** Letters and figures alone: the two differ in quotation marks and dashes. */
function bare(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

/** The innermost element around both. */
export function elementAround(one: Element, other: Element): Element {
  let around = one;
  while (!isWithin(other, around)) {
    const { parentNode } = around;
    if (parentNode === null || !("tagName" in parentNode)) break;
    around = parentNode;
  }
  return around;
}

/** A lead is a sentence or more; dates, names and buttons are shorter, or end with no stop. */
const SHORTEST_LEAD = 40;
const SHORTEST_SENTENCE = 20;

/** Who wrote it, and when it was put there and changed. */
const DATED = /\d{1,2}[:：]\d{2}|(?:19|20)\d{2}/;

/** The elements that hold the lead, in their order: the sentences between the title and the text. */
export function leadsBetween(document: Document, heading: Element, text: Element): readonly Element[] {
  if (isWithin(heading, text)) return [];
  const { before } = linesAround(document, [text]);
  const from = before.findLastIndex(
    ({ element }) => isWithin(element, heading) || isWithin(heading, element),
  );
  if (from < 0) return [];
  const leads = before.slice(from + 1).filter((line) => isLead(line, text));
  const elements = [...new Set(leads.map(({ element }) => element))].filter(
    (element) => !isWithin(heading, element),
  );
  return elements.filter((one) => !elements.some((other) => other !== one && isWithin(one, other)));
}

function isLead({ text: line, element }: PageLine, text: Element): boolean {
  const { length } = squeezed(line);
  const isSentence =
    length >= SHORTEST_SENTENCE &&
    /[.!?…。！？”"]$/.test(line.trim()) &&
    !/(?:\.{3}|[ap]\.m\.)$/i.test(line.trim());
  if (!isSentence && (length < SHORTEST_LEAD || DATED.test(line))) return false;
  if (isSiteLine(line) || isInformationLine(line) || isWithin(text, element) || isLinkList(element))
    return false;
  for (let around: Element | null = element; around !== null; around = parentOf(around)) {
    if (isWithin(text, around)) return true;
    if (bearsFurnitureName(around) || /^(?:figure|figcaption|form|aside|label|ul|ol)$/.test(around.tagName))
      return false;
  }
  return true;
}

function parentOf({ parentNode }: Element): Element | null {
  return parentNode !== null && "tagName" in parentNode ? parentNode : null;
}
