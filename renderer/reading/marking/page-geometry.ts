/** Where passages stand on the page, in CSS pixels from the top and the left of all that scrolls. */
import type { Span } from "../../../preload/model/article-text.ts";
import { rangeAmong } from "../../ui/article/text-positions.ts";
import type { Page } from "../page-scroll.ts";

export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface PassageBoxes {
  readonly first: Box;
  readonly last: Box;
}

/** The first and the last line of a passage; null where nothing of it is mounted. `leaves`: those of `leavesOf`. */
export function boxesOf(page: Page, leaves: readonly HTMLElement[], span: Span): PassageBoxes | null {
  const range = rangeAmong(leaves, span);
  return range === null ? null : boxesOfRange(page, range);
}

export function boxesOfRange(page: Page, range: Range): PassageBoxes | null {
  const rects = [...range.getClientRects()].filter(({ height }) => height > 0);
  const first = rects[0];
  const last = rects.at(-1);
  if (first === undefined || last === undefined) return null;
  return { first: onPage(page, first), last: onPage(page, last) };
}

/** The column of text. */
export function columnOf(page: Page): Box {
  return onPage(page, page.article.getBoundingClientRect());
}

function onPage({ scroller }: Page, { top, bottom, left, right }: DOMRect): Box {
  const frame = scroller.getBoundingClientRect();
  const down = scroller.scrollTop - frame.top;
  const across = scroller.scrollLeft - frame.left;
  return { top: top + down, bottom: bottom + down, left: left + across, right: right + across };
}
