/** What the panel shows and in which order; kept by the window, so that coming back finds all as it was. */
import { useCallback, useMemo, useState } from "react";
import { type BookmarkFilter, type BookmarkSelection, everyBookmark } from "../../preload/model/bookmark.ts";

export interface BookmarksView {
  readonly selection: BookmarkSelection;
  readonly narrow: (change: Partial<BookmarkFilter>) => void;
  readonly sortBy: (sort: BookmarkSelection["sort"]) => void;
}

export function useBookmarksView(): BookmarksView {
  const [selection, setSelection] = useState<BookmarkSelection>({ ...everyBookmark, sort: "newest" });
  const narrow = useCallback(
    (change: Partial<BookmarkFilter>) => setSelection((before) => ({ ...before, ...change })),
    [],
  );
  const sortBy = useCallback(
    (sort: BookmarkSelection["sort"]) => setSelection((before) => ({ ...before, sort })),
    [],
  );
  return useMemo(() => ({ selection, narrow, sortBy }), [selection, narrow, sortBy]);
}

/** Without any filter. */
export function isWhole({ sort: _, ...filter }: BookmarkSelection): boolean {
  return Object.entries(everyBookmark).every(
    ([name, value]) => filter[name as keyof BookmarkFilter] === value,
  );
}

/** The first and the last day of a month, `YYYY-MM`. */
export function daysOfMonth(month: string): { readonly from: string; readonly to: string } {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, "0")}` };
}

/** What stands above the first of each group as the list is sorted; null where nothing does. */
export function groupOf(
  row: {
    readonly title: string;
    readonly color: string;
    readonly tags: readonly string[];
    readonly createdAt: string;
  },
  sort: BookmarkSelection["sort"],
): string {
  switch (sort) {
    case "article":
      return row.title;
    case "color":
      return row.color;
    case "tag":
      // As the list is sorted: by the first of its tags, in the order of their characters.
      return [...row.tags].sort((one, other) => (one < other ? -1 : 1))[0] ?? "";
    case "newest":
    case "oldest":
      return dayOf(row.createdAt);
  }
}

/** ISO 8601 UTC → the day by the user's clock, `YYYY-MM-DD`. */
export function dayOf(time: string): string {
  const at = new Date(time);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
