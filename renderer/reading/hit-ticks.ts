/** How far down the page each hit stands, for the ticks along the scroll bar. */
import type { Span } from "../../preload/model/article-text.ts";
import type { Part } from "../ui/article/parts.ts";
import { leavesOf, lengthOf, startOf } from "../ui/article/text-positions.ts";
import type { Page } from "./page-scroll.ts";

export interface HitTick {
  /** Thousandths of the page's height. */
  readonly at: number;
  readonly isCurrent: boolean;
}

/** A stretch of text and the heights, in CSS pixels from the page's top, between which it stands. */
interface Stretch extends Span {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Hits closer than a thousandth of the page share a tick. Each is placed within its stretch by its offset: asking the
 * engine for the line itself would have every part of a long document laid out.
 */
export function ticksOf(
  page: Page,
  parts: readonly Part[],
  hits: readonly Span[],
  current: number,
): readonly HitTick[] {
  const height = page.scroller.scrollHeight;
  if (hits.length === 0 || height <= page.scroller.clientHeight) return [];
  const placeOf = placesOn(page, parts);
  const currentAt = hits[current] === undefined ? null : placeOf(hits[current]);
  const places = new Set(hits.map(placeOf));
  return [...places].map((at) => ({ at, isCurrent: at === currentAt }));
}

/** How far down the page spans stand, in thousandths of its height; asked of the page once for all of them. */
export function placesOn(page: Page, parts: readonly Part[]): (span: Span) => number {
  const height = page.scroller.scrollHeight;
  const stretches = stretchesOf(page, parts);
  return (span) => placeOf(span, stretches, height);
}

function placeOf(hit: Span, stretches: readonly Stretch[], height: number): number {
  const index = stretches.findLastIndex(({ start }) => start <= hit.start);
  const stretch = stretches[Math.max(0, index)];
  if (stretch === undefined) return 0;
  const { start, end, top, bottom } = stretch;
  const share = end > start ? Math.min(1, Math.max(0, hit.start - start) / (end - start)) : 0;
  return Math.round(((top + share * (bottom - top)) / height) * 1000);
}

/** The parts of a long body count as a whole, for they may not be mounted or laid out; all else by its own elements. */
function stretchesOf({ scroller, article }: Page, parts: readonly Part[]): readonly Stretch[] {
  const above = scroller.getBoundingClientRect().top - scroller.scrollTop;
  const boxOf = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return { top: top - above, bottom: bottom - above };
  };
  const stretches: Stretch[] = [];
  for (const child of article.querySelectorAll<HTMLElement>(":scope > *")) {
    const part = parts.length > 1 ? parts[Number(child.dataset["part"])] : undefined;
    if (part !== undefined) stretches.push({ start: part.start, end: part.end, ...boxOf(child) });
    else {
      for (const leaf of leavesOf(child)) {
        stretches.push({ start: startOf(leaf), end: startOf(leaf) + lengthOf(leaf), ...boxOf(leaf) });
      }
    }
  }
  return stretches.sort((one, other) => one.start - other.start);
}
