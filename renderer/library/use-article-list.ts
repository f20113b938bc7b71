/** The rows of a list of any length, loaded page by page as they come in sight. */
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import type { ArticleRow } from "../../preload/model/listing.ts";
import { asking } from "../ui/queries.ts";
import type { ListFilter } from "./list-filter.ts";

/** Small enough that a page that arrives while scrolling is drawn well within its frame. */
const PAGE_ROWS = 50;

export interface ArticleList {
  /** Undefined while nothing is known yet. */
  readonly total: number | undefined;
  /** Null while all is well. */
  readonly error: unknown;
  readonly retry: () => void;
  /** Undefined while the row's page is on its way. */
  readonly rowAt: (index: number) => ArticleRow | undefined;
  /** The loaded pages near what is in sight, by their first row's place, in order. */
  readonly pages: ReadonlyMap<number, readonly ArticleRow[]>;
}

/** `first` and `last`: the places in sight, inclusive. */
export function useArticleList(filter: ListFilter, first: number, last: number): ArticleList {
  const head = useQuery({ ...pageQuery(filter, 0), placeholderData: keepPreviousData });
  const firstPage = Math.floor(Math.max(0, first) / PAGE_ROWS);
  const lastPage = Math.floor(Math.max(0, last) / PAGE_ROWS);
  const offsets = Array.from(
    { length: lastPage - firstPage + 1 },
    (_, place) => (firstPage + place) * PAGE_ROWS,
  );
  const loaded = useQueries({ queries: offsets.map((offset) => pageQuery(filter, offset)) });

  const pages = new Map<number, readonly ArticleRow[]>();
  for (const [place, offset] of offsets.entries()) {
    const rows = loaded[place]?.data?.rows ?? (offset === 0 ? head.data?.rows : undefined);
    if (rows !== undefined) pages.set(offset, rows);
  }

  return {
    total: head.data?.total,
    error: head.error ?? loaded.find((query) => query.error !== null)?.error ?? null,
    retry: () => {
      for (const query of [head, ...loaded]) if (query.isError) void query.refetch();
    },
    rowAt: (index) => {
      const offset = Math.floor(index / PAGE_ROWS) * PAGE_ROWS;
      return pages.get(offset)?.[index - offset];
    },
    pages,
  };
}

function pageQuery(filter: ListFilter, offset: number) {
  const query = asking("listArticles", { ...filter, offset, limit: PAGE_ROWS });
  // Reading itself reorders this shelf, without main saying so at each paragraph.
  return filter.shelf.kind === "recent" ? { ...query, staleTime: 0 } : query;
}
