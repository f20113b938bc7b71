/** The rows of the list, loaded page by page as they come in sight. */
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import type { BookmarkRow, BookmarkSelection } from "../../preload/model/bookmark.ts";
import { asking } from "../ui/queries.ts";

/** Small enough to be drawn within its frame, large enough that scrolling asks seldom. */
const PAGE_ROWS = 50;

export interface BookmarkList {
  /** Undefined while nothing is known yet. */
  readonly total: number | undefined;
  readonly error: unknown;
  readonly retry: () => void;
  /** Undefined while the row's page is on its way. */
  readonly rowAt: (index: number) => BookmarkRow | undefined;
}

/** `first` and `last`: the places in sight, inclusive. */
export function useBookmarkList(selection: BookmarkSelection, first: number, last: number): BookmarkList {
  const head = useQuery({ ...pageQuery(selection, 0), placeholderData: keepPreviousData });
  // The row before the first in sight tells whether a group begins there.
  const firstPage = Math.floor(Math.max(0, first - 1) / PAGE_ROWS);
  const lastPage = Math.floor(Math.max(0, last) / PAGE_ROWS);
  const offsets = Array.from({ length: lastPage - firstPage + 1 }, (_, at) => (firstPage + at) * PAGE_ROWS);
  const loaded = useQueries({
    queries: offsets.map((offset) => ({
      ...pageQuery(selection, offset),
      // A change elsewhere in the list must not empty what is in sight while it is asked for again.
      placeholderData: keepPreviousData,
    })),
  });
  const pages = new Map(
    offsets.map((offset, at) => [
      offset,
      loaded[at]?.data?.rows ?? (offset === 0 ? head.data?.rows : undefined),
    ]),
  );
  return {
    total: head.data?.total,
    error: head.error ?? loaded.find(({ error }) => error !== null)?.error ?? null,
    retry: () => {
      for (const query of [head, ...loaded]) if (query.isError) void query.refetch();
    },
    rowAt: (index) => {
      const offset = Math.floor(index / PAGE_ROWS) * PAGE_ROWS;
      return pages.get(offset)?.[index - offset];
    },
  };
}

function pageQuery(selection: BookmarkSelection, offset: number) {
  return asking("listBookmarks", { ...selection, offset, limit: PAGE_ROWS });
}
