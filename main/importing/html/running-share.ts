/**
 * How much of a page's running text an article is. Links, labels and buttons are many on any page, and what bears the name
 * of comments and the like is no part of the reckoning: an article of ten lines over a hundred comments is its page's.
 */
import type { Element } from "./dom.ts";
import {
  attribute,
  elementsBelow,
  isElement,
  isSilent,
  isText,
  isWithin,
  textBelow,
  waitInOrder,
} from "./dom.ts";
import { bearsFurnitureName } from "./furniture-name.ts";

/** A shorter text is a label, a name or a heading. */
const RUNNING_TEXT = 25;

/**
 * The share of the running text below `body` that stands straight in elements that were `kept`. No element around these,
 * or around the article's title where that is known, is furniture, whatever it is called.
 */
export function runningShare(body: Element, kept: ReadonlySet<Element>, title: Element | null): number {
  const holding = withAncestors(title === null ? kept : [...kept, title]);
  let [all, keptOnes] = [0, 0];
  const waiting: Element[] = [body];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    const length = runningText(element);
    all += length;
    if (kept.has(element)) keptOnes += length;
    const children = element.childNodes.filter(isElement).filter((child) => isReckoned(child, holding));
    waitInOrder(waiting, withoutTeasers(children, holding));
  }
  return all === 0 ? 0 : keptOnes / all;
}

/** So many of a kind, one beside the other, that each begin with a link, and hold no more than a paragraph. */
const LEAST_TEASERS = 3;
const LONGEST_TEASER = 800;

/** Other articles, each by its title and a line or two of its text. */
function withoutTeasers(children: readonly Element[], holding: ReadonlySet<Element>): readonly Element[] {
  if (children.length < LEAST_TEASERS) return children;
  const teasers = new Map<string, Element[]>();
  for (const child of children) {
    if (holding.has(child) || !TEASER.test(child.tagName) || !beginsWithLink(child)) continue;
    teasers.set(child.tagName, [...(teasers.get(child.tagName) ?? []), child]);
  }
  const left = new Set([...teasers.values()].filter(({ length }) => length >= LEAST_TEASERS).flat());
  return left.size === 0 ? children : children.filter((child) => !left.has(child));
}

const TEASER = /^(?:div|li|article|section|dd|dt|td|tr)$/;

function beginsWithLink(element: Element): boolean {
  for (const below of elementsBelow(element)) {
    if (below.tagName === "a" && attribute(below, "href") !== undefined) {
      return textBelow(element).length <= LONGEST_TEASER;
    }
    if (ownText(below) !== "") return false;
  }
  return false;
}

function isReckoned(element: Element, holding: ReadonlySet<Element>): boolean {
  return (
    element.tagName !== "a" && !isSilent(element) && (holding.has(element) || !bearsFurnitureName(element))
  );
}

/** How much running text stands between two places, whatever holds it, up to so much. */
export function runningTextBetween(body: Element, from: Element, to: Element): number {
  let sum = 0;
  let hasBegun = false;
  for (const element of elementsBelow(body)) {
    if (element === to) break;
    if (hasBegun && !isWithin(element, from) && !isWithin(to, element)) sum += runningText(element);
    hasBegun ||= element === from;
  }
  return sum;
}

function ownText(element: Element): string {
  return element.childNodes.map((node) => (isText(node) ? node.value.trim() : "")).join("");
}

function runningText(element: Element): number {
  let sum = 0;
  for (const node of element.childNodes) {
    const length = isText(node) ? node.value.trim().length : 0;
    if (length >= RUNNING_TEXT) sum += length;
  }
  return sum;
}

function withAncestors(elements: Iterable<Element>): ReadonlySet<Element> {
  const holding = new Set<Element>();
  for (const element of elements) {
    let around: Element | null = element;
    while (around !== null && !holding.has(around)) {
      holding.add(around);
      const { parentNode }: Element = around;
      around = parentNode !== null && isElement(parentNode) ? parentNode : null;
    }
  }
  return holding;
}
