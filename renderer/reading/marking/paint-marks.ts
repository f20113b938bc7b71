/** Bookmarks painted under the text on and around the screen; the DOM itself is never touched. */
import { useLayoutEffect } from "react";
import type { Span } from "../../../preload/model/article-text.ts";
import { bookmarkColors } from "../../../preload/model/bookmark.ts";
import { leavesOf, rangeAmong, rangeOf } from "../../ui/article/text-positions.ts";
import type { OpenPage } from "../use-page.ts";
import type { Mark } from "./marks.ts";

/** Characters painted beyond the screen either way, so that scrolling meets marks already painted. */
const PAINTED_BEYOND = 2000;
/** Under the hits of searches, which are painted at nought. */
const BELOW_HITS = -1;

const NOTHING_YET: Span = { start: 0, end: -1 };

/** The stylesheet knows what is painted by these names. */
const nameOf = (color: string) => `antou-mark-${color}`;
const FLASHED = "antou-flashed";

/** In the frame in which the text is first drawn, where the bookmarks are known by then. */
export function usePaintedMarks({ page, place, mounted }: OpenPage, marks: readonly Mark[]): void {
  useLayoutEffect(() => {
    if (page === null || place === null) return;
    let leaves = leavesOf(page.article);
    let painted = NOTHING_YET;
    const paint = () => {
      const seen = place.now();
      if (seen.start >= painted.start && seen.end <= painted.end) return;
      painted = { start: Math.max(0, seen.start - PAINTED_BEYOND), end: seen.end + PAINTED_BEYOND };
      paintWithin(leaves, marks, painted);
    };
    paint();
    const stopFollowing = place.subscribe(paint);
    const stopWaiting = mounted.subscribe(() => {
      leaves = leavesOf(page.article);
      painted = NOTHING_YET;
      paint();
    });
    return () => {
      stopFollowing();
      stopWaiting();
    };
  }, [page, place, mounted, marks]);
  useLayoutEffect(() => unpaint, []);
}

/** The same for the first screen of a long article, while the whole is on its way. */
export function usePaintedBeginning(article: HTMLElement | null, marks: readonly Mark[]): void {
  useLayoutEffect(() => {
    if (article !== null) paintWithin(leavesOf(article), marks, { start: 0, end: PAINTED_BEYOND });
  }, [article, marks]);
  useLayoutEffect(() => unpaint, []);
}

function paintWithin(leaves: readonly HTMLElement[], marks: readonly Mark[], within: Span): void {
  for (const color of bookmarkColors) {
    const around = marks.filter((mark) => mark.color === color && overlaps(mark.span, within));
    const highlight = new Highlight(...around.flatMap(({ span }) => rangeAmong(leaves, span) ?? []));
    highlight.priority = BELOW_HITS;
    CSS.highlights.set(nameOf(color), highlight);
  }
}

function unpaint(): void {
  for (const color of bookmarkColors) CSS.highlights.delete(nameOf(color));
}

export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && one.end > other.start;
}

const FLASH_LASTS_MS = 1600;

/** Shows which passage was gone to, for a moment. */
export function flash(article: HTMLElement, span: Span): void {
  const range = rangeOf(article, span);
  if (range === null) return;
  const highlight = new Highlight(range);
  highlight.priority = 1;
  CSS.highlights.set(FLASHED, highlight);
  setTimeout(() => {
    // Another passage may be flashing by now.
    if (CSS.highlights.get(FLASHED) === highlight) CSS.highlights.delete(FLASHED);
  }, FLASH_LASTS_MS);
}
