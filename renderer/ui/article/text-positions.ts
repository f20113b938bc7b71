/**
 * Between places in the rendered article and offsets in its canonical text: an inverse pair.
 *
 * Every element with text carries `data-start`, its first offset; inside it each text node counts its UTF-16 units,
 * save what stands in `data-uncounted` (ruby readings, footnote marks, labels of ours). Offsets between two elements
 * (the line feeds of the canonical text) belong to the end of the element before them.
 */
import type { Span } from "../../../preload/model/article-text.ts";

const LEAVES = "[data-start]";
const UNCOUNTED = "[data-uncounted]";

/** The DOM range that shows a span, or null where nothing of it is mounted. */
export function rangeOf(root: ParentNode, span: Span): Range | null {
  return rangeAmong(leavesOf(root), span);
}

/** The same, for many spans of the same elements: `leaves` are those of `leavesOf`. */
export function rangeAmong(leaves: readonly HTMLElement[], span: Span): Range | null {
  const first = leaves[leafIndexAt(leaves, span.start)];
  const last = leaves[leafIndexAt(leaves, span.end > span.start ? span.end - 1 : span.end)];
  if (first === undefined || last === undefined) return null;
  const start = pointIn(first, span.start - startOf(first), "after");
  const end = pointIn(last, span.end - startOf(last), "before");
  if (start === null || end === null) return null;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  // Both ends fell to the end of something before the span: its own elements are not there.
  return range.collapsed && span.end > span.start ? null : range;
}

/** The elements that hold text, in order of reading. */
export function leavesOf(root: ParentNode): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(LEAVES)];
}

/** The first offset of an element's text. */
export function startOf(leaf: HTMLElement): number {
  return Number(leaf.dataset["start"]);
}

/** The offset of a place in the article; null where the article has no text at all. */
export function offsetOf(root: HTMLElement, node: Node, offset: number): number | null {
  const leaf = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(LEAVES);
  if (leaf !== null && leaf !== undefined && root.contains(leaf)) return offsetInLeaf(leaf, node, offset);
  return offsetBetweenLeaves(root, node, offset);
}

/** The span that a DOM range shows; a range that only touches the article from outside counts its part inside. */
export function spanOf(root: HTMLElement, range: Range): Span | null {
  const start = offsetOf(root, range.startContainer, range.startOffset);
  const end = offsetOf(root, range.endContainer, range.endOffset);
  return start === null || end === null ? null : { start, end: Math.max(start, end) };
}

function offsetInLeaf(leaf: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(leaf, 0);
  before.setEnd(node, offset);
  let at = startOf(leaf);
  for (const text of countedTexts(leaf)) {
    if (text === node) return at + offset;
    if (before.comparePoint(text, text.length) > 0) break;
    at += text.length;
  }
  return at;
}

/** A place in no text: where the next text begins, or where the last one ends. */
function offsetBetweenLeaves(root: HTMLElement, node: Node, offset: number): number | null {
  const leaves = leavesOf(root);
  const point = document.createRange();
  point.setStart(node, offset);
  let low = 0;
  let high = leaves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const leaf = leaves[middle];
    if (leaf !== undefined && point.comparePoint(leaf, 0) < 0) low = middle + 1;
    else high = middle;
  }
  const next = leaves[low];
  if (next !== undefined) return startOf(next);
  const last = leaves.at(-1);
  return last === undefined ? null : startOf(last) + lengthOf(last);
}

/** How much canonical text an element holds. */
export function lengthOf(leaf: HTMLElement): number {
  let length = 0;
  for (const text of countedTexts(leaf)) length += text.length;
  return length;
}

/** The last element that begins at or before an offset, or the first of all. */
function leafIndexAt(leaves: readonly HTMLElement[], offset: number): number {
  let low = 0;
  let high = leaves.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const leaf = leaves[middle];
    if (leaf !== undefined && startOf(leaf) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface Point {
  readonly node: Text;
  readonly offset: number;
}

/** At the seam of two text nodes, `after` is the beginning of the second, `before` the end of the first. */
function pointIn(leaf: HTMLElement, offset: number, side: "before" | "after"): Point | null {
  let left = Math.max(0, offset);
  let last: Text | null = null;
  for (const node of countedTexts(leaf)) {
    if (left < node.length || (side === "before" && left === node.length)) return { node, offset: left };
    left -= node.length;
    last = node;
  }
  return last === null ? null : { node: last, offset: last.length };
}

function* countedTexts(leaf: HTMLElement): Generator<Text> {
  const walker = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
    return node instanceof Element && node.matches(UNCOUNTED)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_SKIP;
  });
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) yield node as Text;
}
