/** The hits of the search that led to the open article: where they stand, and which one is current. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Span } from "../../preload/model/article-text.ts";
import { withShortNames } from "../../preload/model/named-twice.ts";
import type { Opening } from "../../preload/model/opening.ts";
import { hitsOfTerms, placesOf } from "../../preload/model/search-hits.ts";
import { nearQuery } from "../../preload/model/search-near.ts";
import { parseQuery, termsOf, withoutRepeats } from "../../preload/model/search-query.ts";
import { useSettings } from "../ui/settings-context.tsx";
import type { ArticleModel } from "./article-model.ts";
import type { OpenPage } from "./use-page.ts";

export interface SearchHits {
  readonly spans: readonly Span[];
  /** Index of the current hit; -1 where there is none. */
  readonly at: number;
  /** Goes to the next hit (1) or the one before (-1), round the end. */
  readonly step: (by: 1 | -1) => void;
}

/** Null where no search led here. The hit that was opened is brought into sight, once for each opening. */
export function useSearchHits(
  model: ArticleModel,
  opening: Opening | null,
  page: OpenPage,
): SearchHits | null {
  const spans = useSpans(model, opening);
  const [at, setAt] = useState(-1);
  const { reveal } = page;
  const isThere = page.page !== null;
  const revealed = useRef<Opening | null>(null);

  useEffect(() => {
    if (!isThere || opening === null || revealed.current === opening) return;
    revealed.current = opening;
    const index = firstFrom(spans, opening.at ?? 0);
    setAt(index);
    const hit = spans[index];
    if (hit !== undefined) reveal(hit);
    else if (opening.at !== null) reveal({ start: opening.at, end: opening.at });
  }, [isThere, opening, spans, reveal]);

  const step = useCallback(
    (by: 1 | -1) => {
      if (spans.length === 0) return;
      const index = (at + by + spans.length) % spans.length;
      setAt(index);
      const hit = spans[index];
      if (hit !== undefined) reveal(hit);
    },
    [spans, at, reveal],
  );
  const hasWords = opening !== null && opening.words !== null;
  return useMemo(() => (hasWords ? { spans, at, step } : null), [hasWords, spans, at, step]);
}

const nowhere: readonly Span[] = [];

/** The same places that the search counts: one function tells both what a match is. */
function useSpans({ text }: ArticleModel, opening: Opening | null): readonly Span[] {
  const { shortNames } = useSettings();
  const { query = null, shortNames: isWide = false, near = null } = opening?.words ?? {};
  return useMemo(() => {
    if (query === null) return nowhere;
    const parsed = withoutRepeats(parseQuery(query));
    const asked = isWide ? withShortNames(parsed, shortNames) : parsed;
    const terms = termsOf(near === null ? asked : nearQuery(asked, near));
    return placesOf(hitsOfTerms(text.text, terms, text.fields.get("title")));
  }, [text, query, isWide, near, shortNames]);
}

/** The first hit that reaches beyond an offset; behind the last one, the first of all; -1 where there is none. */
function firstFrom(spans: readonly Span[], offset: number): number {
  if (spans.length === 0) return -1;
  return Math.max(
    0,
    spans.findIndex((span) => span.end > offset),
  );
}
