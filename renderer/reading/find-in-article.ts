/** Finding in one article: the hits of a query, which one is current, and how they are painted. */
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import type { Span } from "../../preload/model/article-text.ts";
import { findAll } from "../../preload/model/fold.ts";
import { leavesOf, rangeAmong } from "../ui/article/text-positions.ts";
import type { ArticleModel } from "./article-model.ts";
import type { OpenPage } from "./use-page.ts";

export interface Find {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly hits: readonly Span[];
  /** Index of the current hit; -1 where there is none. */
  readonly at: number;
  /** Goes to the next hit (1) or the one before (-1), round the end. */
  readonly step: (by: 1 | -1) => void;
}

/** `reveal` is called with each hit that becomes current. */
export function useFind(
  model: ArticleModel,
  first: string,
  from: () => number,
  reveal: (hit: Span) => void,
): Find {
  const [query, setQuery] = useState(first);
  const wanted = useDeferredValue(query);
  const hits = useMemo(() => (wanted === "" ? [] : findAll(model.text.text, wanted)), [model.text, wanted]);
  const [at, setAt] = useState(-1);

  useEffect(() => {
    const start = from();
    const next = hits.findIndex((hit) => hit.start >= start);
    const index = hits.length === 0 ? -1 : Math.max(0, next);
    setAt(index);
    const hit = hits[index];
    if (hit !== undefined) reveal(hit);
  }, [hits, from, reveal]);

  const step = (by: 1 | -1) => {
    if (hits.length === 0) return;
    const index = (at + by + hits.length) % hits.length;
    setAt(index);
    const hit = hits[index];
    if (hit !== undefined) reveal(hit);
  };
  return { query, setQuery, hits, at, step };
}

/** The names under which the stylesheet knows what is painted. */
export const foundWords = { all: "antou-hits", current: "antou-current-hit" };
export const searchHits = { all: "antou-search-hits", current: "antou-current-search-hit" };
/** Characters painted beyond the screen either way, so that scrolling meets hits already painted. */
const PAINTED_BEYOND = 6000;

const NOTHING_YET: Span = { start: 0, end: -1 };

/** Paints the hits on and around the screen; the DOM itself is never touched. */
export function usePaintedHits(
  open: OpenPage,
  hits: readonly Span[],
  at: number,
  names: typeof foundWords,
): void {
  const { page, place, mounted } = open;
  useEffect(() => {
    if (page === null || place === null) return;
    let leaves = leavesOf(page.article);
    let painted = NOTHING_YET;
    const paint = () => {
      const seen = place.now();
      if (seen.start >= painted.start && seen.end <= painted.end) return;
      painted = { start: Math.max(0, seen.start - PAINTED_BEYOND), end: seen.end + PAINTED_BEYOND };
      const around = hitsWithin(hits, painted).filter((hit) => hit !== hits[at]);
      CSS.highlights.set(names.all, new Highlight(...around.flatMap((hit) => rangeAmong(leaves, hit) ?? [])));
    };
    const paintAll = () => {
      painted = NOTHING_YET;
      const current = hits[at];
      const range = current === undefined ? null : rangeAmong(leaves, current);
      CSS.highlights.set(names.current, range === null ? new Highlight() : new Highlight(range));
      paint();
    };
    paintAll();
    const stopFollowing = place.subscribe(paint);
    const stopWaiting = mounted.subscribe(() => {
      leaves = leavesOf(page.article);
      paintAll();
    });
    return () => {
      stopFollowing();
      stopWaiting();
    };
  }, [page, place, hits, at, mounted, names]);

  useEffect(
    () => () => {
      CSS.highlights.delete(names.all);
      CSS.highlights.delete(names.current);
    },
    [names],
  );
}

function hitsWithin(hits: readonly Span[], span: Span): readonly Span[] {
  const first = firstIndex(hits, (hit) => hit.end >= span.start);
  const after = firstIndex(hits, (hit) => hit.start > span.end);
  return hits.slice(first, after);
}

/** The first of the hits, which are in order, that lies far enough on; their number where none does. */
function firstIndex(hits: readonly Span[], isFarEnough: (hit: Span) => boolean): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const hit = hits[middle];
    if (hit !== undefined && isFarEnough(hit)) high = middle;
    else low = middle + 1;
  }
  return low;
}
