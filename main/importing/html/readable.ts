/** Where a page's article lies, judged by Readability. Its answer is only a place: the text is taken from the page itself. */
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom/worker";
import type { Document, Element } from "./dom.ts";
import { attribute, bodyOf, isElement, isSilent, isText } from "./dom.ts";

/** The attributes that Readability judges by. */
const TELLING = ["id", "class", "role", "rel", "itemprop", "href", "colspan", "rowspan"] as const;

/** Below so many characters Readability tries again with looser rules. Chinese says much in few; a box beside an article holds as many. */
export const LEAST_CHARACTERS = { usually: 200, elseAtLeast: 500 } as const;

/** Where an element of the copy says which of the page's it is. */
const PLACE = "data-place";
const KEPT = / data-place="(\d+)"/g;

/** The elements whose text Readability keeps, and those around them; empty where it finds no article of so many characters. */
export function readableElements(page: Document, leastCharacters: number): ReadonlySet<Element> {
  const { document: copy } = parseHTML("<!doctype html><html><head></head><body></body></html>");
  const body = bodyOf(page);
  const places = body === undefined ? [] : copied(body, copy);
  const article = new Readability(copy, { charThreshold: leastCharacters, disableJSONLD: true }).parse();
  const kept = new Set<Element>();
  for (const [, place] of (article?.content ?? "").matchAll(KEPT)) {
    const element = places[Number(place)];
    if (element !== undefined) kept.add(element);
  }
  return kept;
}

type Copy = ReturnType<typeof parseHTML>["document"];

/** Copies what is shown below the body, and says which elements bear which numbers. */
function copied(body: Element, copy: Copy): readonly Element[] {
  const places: Element[] = [];
  const waiting = [{ element: body, twin: copy.body }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const place = places.push(next.element) - 1;
    next.twin.setAttribute(PLACE, String(place));
    for (const node of next.element.childNodes) {
      if (isText(node)) next.twin.appendChild(textTwin(copy, node.value, place));
      if (!isElement(node) || isSilent(node)) continue;
      const twin = elementTwin(copy, node);
      next.twin.appendChild(twin);
      waiting.push({ element: node, twin });
    }
  }
  return places;
}

function elementTwin(copy: Copy, element: Element) {
  const twin = copy.createElement(element.tagName);
  for (const name of TELLING) {
    const value = attribute(element, name);
    if (value !== undefined) twin.setAttribute(name, value);
  }
  return twin;
}

/** Readability wraps and unwraps elements as it goes, so that a text bears its element's number itself. */
function textTwin(copy: Copy, text: string, place: number) {
  const twin = copy.createTextNode(text);
  if (text.trim() === "") return twin;
  const span = copy.createElement("span");
  span.setAttribute(PLACE, String(place));
  span.appendChild(twin);
  return span;
}
