/** Pictures that a newspaper's site shows between an article's title and its text, with their captions. */
import type { Element } from "./dom.ts";
import { attribute, elementsBelow, isElement, isWithin, textBelow } from "./dom.ts";
import { squeezed } from "./one-line.ts";
import { isSiteLine } from "./site-lines.ts";

/** Longer text around a picture is no caption. */
const LONGEST_CAPTION = 300;

/** A newspaper has no room for more. */
const MOST_PICTURES = 40;

/** Each picture, or what holds it and its caption. */
export function picturesBetween(title: Element, [text]: readonly Element[]): readonly Element[] {
  let around = title;
  while (text === undefined || !isWithin(text, around)) {
    const { parentNode }: Element = around;
    if (parentNode === null || !isElement(parentNode)) return [];
    around = parentNode;
  }
  const found = new Set<Element>();
  let passed = false;
  for (const element of elementsBelow(around)) {
    if (element === text) break;
    passed ||= element === title;
    if (passed && element.tagName === "img") found.add(withCaption(element, title, text));
    if (found.size >= MOST_PICTURES) break;
  }
  return [...found].filter((one) => ![...found].some((other) => other !== one && isWithin(one, other)));
}

/** The first element around the picture that says anything, as long as it holds neither title nor text; a table whole. */
function withCaption(picture: Element, title: Element, text: Element): Element {
  const best = picture;
  for (let around = picture; ; ) {
    const { parentNode }: Element = around;
    if (parentNode === null || !isElement(parentNode)) return best;
    around = parentNode;
    const words = textBelow(around);
    if (isWithin(title, around) || isWithin(text, around) || words.length > LONGEST_CAPTION) return best;
    const isPiece = /^(?:tbody|tr|td|li|a)$/.test(around.tagName);
    if (squeezed(words) === "" || isPiece) continue;
    return isSiteLine(words.replace(/\s+/g, " ").trim()) || holdsButtons(around) ? best : around;
  }
}

function holdsButtons(element: Element): boolean {
  for (const below of elementsBelow(element)) {
    if (below.tagName === "a" && attribute(below, "href") !== undefined && textBelow(below).trim() !== "")
      return true;
  }
  return false;
}
