/** The answers to a search, page by page as they come in sight. A newer search makes an older one's answer worthless. */
import { keepPreviousData, queryOptions, useQueries, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { SearchAnswer, SearchHit, SearchRequest, SearchSubject } from "../../preload/model/search.ts";
import { ask, failureOf } from "../client.ts";

/** Two or three screens of results. */
const PAGE_ROWS = 30;
/** How often a search looks again while the index is still growing. */
const LOOK_AGAIN_MS = 2000;

/** An answer beside what was asked, since the one shown may still be that of the search before. */
export interface Answered {
  readonly subject: SearchSubject;
  readonly answer: SearchAnswer;
}

export interface Search {
  /** Null while nothing is known yet. */
  readonly answered: Answered | null;
  /** What is shown belongs to the search before, for the new answer is on its way. */
  readonly isBehind: boolean;
  /** Null while all is well. */
  readonly error: unknown;
  readonly retry: () => void;
  /** Undefined while the row's page is on its way. */
  readonly hitAt: (index: number) => SearchHit | undefined;
}

/** `first` and `last`: the rows in sight, inclusive. */
export function useSearch(
  subject: SearchSubject,
  sort: SearchRequest["sort"],
  first: number,
  last: number,
): Search {
  const enabled = isAsking(subject);
  const head = useQuery({
    ...pageQuery(subject, sort, 0),
    enabled,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data !== undefined && state.data.answer.indexed < 1 ? LOOK_AGAIN_MS : false,
  });
  const offsets = enabled ? furtherOffsets(first, last) : [];
  const further = useQueries({ queries: offsets.map((offset) => pageQuery(subject, sort, offset)) });

  // Being overtaken by a newer search is silence; overtaken without being one's own elder is asked again.
  const wasCancelled = isCancelled(head.error) && !head.isFetching;
  const { refetch } = head;
  useEffect(() => {
    if (wasCancelled) void refetch();
  }, [wasCancelled, refetch]);

  const pages = new Map<number, readonly SearchHit[]>();
  if (head.data !== undefined) pages.set(0, head.data.answer.hits);
  for (const [place, offset] of offsets.entries()) {
    const hits = head.isPlaceholderData ? undefined : further[place]?.data?.answer.hits;
    if (hits !== undefined) pages.set(offset, hits);
  }
  const errors = [head.error, ...further.map(({ error }) => error)];
  return {
    answered: head.data ?? null,
    isBehind: head.isPlaceholderData,
    error: errors.find((error) => error !== null && !isCancelled(error)) ?? null,
    retry: () => {
      for (const query of [head, ...further]) if (query.isError) void query.refetch();
    },
    hitAt: (index) => {
      const offset = Math.floor(index / PAGE_ROWS) * PAGE_ROWS;
      return pages.get(offset)?.[index - offset];
    },
  };
}

/** Whether there is anything to look for. */
export function isAsking(subject: SearchSubject): boolean {
  return subject.query.trim() !== "";
}

export function isCancelled(error: unknown): boolean {
  return error !== null && failureOf(error).code === "cancelled";
}

/** The pages in sight beside the first one. */
function furtherOffsets(first: number, last: number): readonly number[] {
  const from = Math.floor(Math.max(0, first) / PAGE_ROWS);
  const to = Math.floor(Math.max(0, last) / PAGE_ROWS);
  return Array.from({ length: to - from + 1 }, (_, place) => (from + place) * PAGE_ROWS).filter(
    (offset) => offset > 0,
  );
}

function pageQuery(subject: SearchSubject, sort: SearchRequest["sort"], offset: number) {
  const request: SearchRequest = { ...subject, sort, offset, limit: PAGE_ROWS };
  return queryOptions({
    queryKey: ["search", request],
    queryFn: async (): Promise<Answered> => ({ subject, answer: await ask("search", request) }),
  });
}
