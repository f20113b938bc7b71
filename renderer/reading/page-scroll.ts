/** Where the page stands, in offsets of the canonical text, and how it is brought to one. */
import type { Span } from "../../preload/model/article-text.ts";
import { leavesOf, lengthOf, offsetOf, rangeOf, startOf } from "../ui/article/text-positions.ts";

/** Room above the line that reading begins at, in CSS pixels. */
const TOP_MARGIN = 20;
/** Elements seen for the first time may turn out higher than their estimate: look again for so many frames. */
const FRAMES_TO_SETTLE = 8;

/** The page: what scrolls, and the article in it. */
export interface Page {
  readonly scroller: HTMLElement;
  readonly article: HTMLElement;
}

/** What is on screen: the offset of the first line, and the end of the last piece of text. */
export function spanOnScreen(page: Page): Span {
  const { top, bottom } = page.scroller.getBoundingClientRect();
  return { start: offsetAtTop(page, top), end: offsetAtBottom(page, bottom) };
}

function offsetAtTop(page: Page, top: number): number {
  // Above the text there is the beginning of it: a page not yet scrolled is at nought.
  if (page.scroller.scrollTop <= TOP_MARGIN) return 0;
  const leaf = firstLeafBelow(page.article, top + TOP_MARGIN);
  if (leaf === undefined) return 0;
  return firstOffsetOfLine(page, leaf, top + TOP_MARGIN) ?? startOf(leaf);
}

function offsetAtBottom(page: Page, bottom: number): number {
  const leaf = firstLeafBelow(page.article, bottom);
  if (leaf !== undefined) return leaf.getBoundingClientRect().top < bottom ? endOf(leaf) : startOf(leaf);
  const last = leavesOf(page.article).at(-1);
  return last === undefined ? 0 : endOf(last);
}

function endOf(leaf: HTMLElement): number {
  return startOf(leaf) + lengthOf(leaf);
}

/** The line of a leaf that lies at a height of the window: the offset it begins with. */
function firstOffsetOfLine(page: Page, leaf: HTMLElement, y: number): number | null {
  const box = leaf.getBoundingClientRect();
  if (box.top >= y) return startOf(leaf);
  const halfLine = Number.parseFloat(getComputedStyle(leaf).lineHeight) / 2;
  const place = document.caretPositionFromPoint(box.left + 1, y + halfLine);
  if (place === null || !leaf.contains(place.offsetNode)) return null;
  return offsetOf(page.article, place.offsetNode, place.offset);
}

/**
 * The first leaf that reaches below a height. The article's own children are searched first: they have a height
 * even when what they hold is not laid out.
 */
function firstLeafBelow(article: HTMLElement, y: number): HTMLElement | undefined {
  const children = [...article.children];
  for (let index = firstReachingBelow(children, y); index < children.length; index++) {
    const child = children[index];
    if (child === undefined) return undefined;
    const leaves = leavesOf(child);
    const leaf = leaves[firstReachingBelow(leaves, y)];
    if (leaf !== undefined) return leaf;
  }
  return undefined;
}

function firstReachingBelow(elements: readonly Element[], y: number): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = elements[middle];
    if (element !== undefined && element.getBoundingClientRect().bottom <= y) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How far an offset's line is from where it should stand; null where its elements are not mounted. */
type Distance = () => number | null;

/** Brings an offset's line to the top of the page. Its part must be mounted. */
export function scrollToTop(page: Page, offset: number): void {
  if (offset === 0) {
    page.scroller.scrollTop = 0;
    return;
  }
  settle(page, () => {
    const box = lineAt(page, { start: offset, end: offset + 1 });
    return box === null ? null : box.top - page.scroller.getBoundingClientRect().top - TOP_MARGIN;
  });
}

/** Brings a span into sight, a third from the top, unless it can be seen already. Its part must be mounted. */
export function scrollIntoSight(page: Page, span: Span): void {
  const frame = page.scroller.getBoundingClientRect();
  const now = lineAt(page, span);
  if (now !== null && now.top >= frame.top + TOP_MARGIN && now.bottom <= frame.bottom - TOP_MARGIN) return;
  settle(page, () => {
    const box = lineAt(page, span);
    return box === null ? null : box.top - frame.top - frame.height / 3;
  });
}

function lineAt(page: Page, span: Span): DOMRect | null {
  const range = rangeOf(page.article, span);
  if (range === null) return null;
  return range.getClientRects()[0] ?? range.getBoundingClientRect();
}

let settling = 0;

function settle(page: Page, distance: Distance): void {
  cancelAnimationFrame(settling);
  let frames = FRAMES_TO_SETTLE;
  const step = () => {
    const far = distance();
    if (far === null) return;
    if (Math.abs(far) >= 1) page.scroller.scrollTop += far;
    if (--frames > 0) settling = requestAnimationFrame(step);
  };
  // A user who scrolls on is not pulled back.
  page.scroller.addEventListener("wheel", () => cancelAnimationFrame(settling), {
    once: true,
    passive: true,
  });
  step();
}
