/** The articles a dialog is about, read whole so that it can show what they have in common. */
import { useQueries } from "@tanstack/react-query";
import type { PackedArticle } from "../../preload/model/packed-article.ts";
import { asking } from "../ui/queries.ts";

/**
 * How many articles are read to see what they share. Beyond that, every field counts as different: reading them
 * all to fill a form would take longer than filling it.
 */
const MOST_COMPARED = 100;

export interface Details {
  /** Null when there are too many to compare. */
  readonly articles: readonly PackedArticle[] | null;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

export function useDetails(ids: readonly number[]): Details {
  const compared = ids.length <= MOST_COMPARED ? ids : [];
  const queries = useQueries({ queries: compared.map((id) => asking("readArticle", { id })) });
  return {
    articles: compared.length === 0 ? null : queries.flatMap((query) => query.data?.article ?? []),
    isPending: queries.some((query) => query.isPending),
    error: queries.find((query) => query.error !== null)?.error ?? null,
    retry: () => {
      for (const query of queries) if (query.isError) void query.refetch();
    },
  };
}
