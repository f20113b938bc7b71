/** The bookmarks whose passage or note holds what is searched for: a group of their own beside the articles. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type BookmarkRow, everyBookmark } from "../../preload/model/bookmark.ts";
import type { MarkedText } from "../../preload/model/search.ts";
import { hitsOfTerms, placesOf } from "../../preload/model/search-hits.ts";
import { parseQuery, type Query, termsOf } from "../../preload/model/search-query.ts";
import { asking } from "../ui/queries.ts";

export interface FoundNote {
  readonly bookmark: BookmarkRow;
  readonly quote: MarkedText;
  readonly note: MarkedText;
}

/** More than anyone reads through. */
const MOST_NOTES = 500;

export function useFoundNotes(text: string): readonly FoundNote[] {
  const query = useMemo(() => parseQuery(text), [text]);
  const phrase = phraseToAsk(query);
  const { data } = useQuery({
    ...asking("listBookmarks", { ...everyBookmark, phrase, sort: "newest", offset: 0, limit: MOST_NOTES }),
    enabled: query.clauses.length > 0,
  });
  const rows = query.clauses.length > 0 ? data?.rows : undefined;
  return useMemo(() => (rows ?? []).flatMap((row) => foundNote(row, query) ?? []), [rows, query]);
}

/** What the library can look for: one phrase that every such bookmark holds; the rest is looked for here. */
export function phraseToAsk(query: Query): string {
  const certain = query.clauses.flatMap((clause) => (clause.length === 1 ? clause : []));
  return certain.toSorted((one, other) => other.text.length - one.text.length)[0]?.text ?? "";
}

/** Null where the bookmark does not hold all that is asked for. Fields such as the date speak of articles. */
export function foundNote(bookmark: BookmarkRow, query: Query): FoundNote | null {
  const { quote, note } = bookmark;
  const holds = (terms: Query["excluded"]) =>
    [quote, note].some((text) => hitsOfTerms(text, terms, everywhere(text)).some((hits) => hits.length > 0));
  if (!query.clauses.every(holds) || query.excluded.some((term) => holds([term]))) return null;
  return { bookmark, quote: marked(quote, query), note: marked(note, query) };
}

function marked(text: string, query: Query): MarkedText {
  const places = placesOf(hitsOfTerms(text, termsOf(query), everywhere(text)));
  return { text, ranges: places.map(({ start, end }) => [start, end] as const) };
}

function everywhere(text: string) {
  return { start: 0, end: text.length };
}
