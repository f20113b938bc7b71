/** The bookmarks whose passage or note holds what is searched for, page by page: a group of their own beside the articles. */
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { FoundBookmark, SearchSubject } from "../../preload/model/search.ts";
import { ask } from "../client.ts";
import { isAsking, isCancelled } from "./use-search.ts";

const PAGE_ROWS = 60;

export interface FoundNotes {
  /** All there are, listed or not. */
  readonly total: number;
  readonly rows: readonly FoundBookmark[];
  /** Asks for the next page, once. */
  readonly more: () => void;
}

/** None while they are on their way, or could not be had: the articles then say why. */
export function useFoundNotes(subject: SearchSubject): FoundNotes {
  const { data, error, isFetching, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useInfiniteQuery({
      queryKey: ["searchBookmarks", subject],
      queryFn: ({ pageParam }) => ask("searchBookmarks", { subject, offset: pageParam, limit: PAGE_ROWS }),
      initialPageParam: 0,
      getNextPageParam: ({ total }, pages) => {
        const listed = pages.reduce((sum, { rows }) => sum + rows.length, 0);
        return listed < total ? listed : undefined;
      },
      enabled: isAsking(subject),
      placeholderData: keepPreviousData,
    });
  // Overtaken without being one's own elder, it is asked again.
  const wasCancelled = isCancelled(error) && !isFetching;
  useEffect(() => {
    if (wasCancelled) void refetch();
  }, [wasCancelled, refetch]);
  return {
    total: data?.pages[0]?.total ?? 0,
    rows: data?.pages.flatMap(({ rows }) => rows) ?? [],
    more: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
  };
}
