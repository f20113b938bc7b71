/**
 * How much of a page's running text an article is. Links, labels and buttons are many on any page, and what bears the name
 * of comments and the like is no part of the reckoning: an article of ten lines over a hundred comments is its page's.
 */
import type { Element } from "./dom.ts";
import { isElement, isSilent, isText } from "./dom.ts";
import { bearsFurnitureName } from "./furniture-name.ts";

/** A shorter text is a label, a name or a heading. */
const RUNNING_TEXT = 25;

/** The share of the running text below `body` that stands straight in elements that were `kept`. */
export function runningShare(body: Element, kept: ReadonlySet<Element>): number {
  const holding = withAncestors(kept);
  let [all, keptOnes] = [0, 0];
  const waiting: Element[] = [body];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    const length = runningText(element);
    all += length;
    if (kept.has(element)) keptOnes += length;
    for (const child of element.childNodes) {
      if (isElement(child) && isReckoned(child, holding)) waiting.push(child);
    }
  }
  return all === 0 ? 0 : keptOnes / all;
}

function isReckoned(element: Element, holding: ReadonlySet<Element>): boolean {
  return (
    element.tagName !== "a" && !isSilent(element) && (holding.has(element) || !bearsFurnitureName(element))
  );
}

function runningText(element: Element): number {
  let sum = 0;
  for (const node of element.childNodes) {
    const length = isText(node) ? node.value.trim().length : 0;
    if (length >= RUNNING_TEXT) sum += length;
  }
  return sum;
}

function withAncestors(elements: ReadonlySet<Element>): ReadonlySet<Element> {
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
