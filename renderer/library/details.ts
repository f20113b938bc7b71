/** What several articles have in common, for the dialogs that change many at once. */
import { useQueries } from "@tanstack/react-query";
import type { Article, ArticleFields } from "../../preload/model/article.ts";
import { asking } from "../ui/queries.ts";

/**
 * How many articles are read to see what they share. Beyond that, every field counts as different: reading them
 * all to fill a form would take longer than filling it.
 */
const MOST_COMPARED = 100;

export const editedFields = [
  "kicker",
  "title",
  "subtitle",
  "byline",
  "publication",
  "issuedOn",
  "page",
  "pageName",
  "credits",
] as const satisfies readonly (keyof ArticleFields)[];

export type EditedField = (typeof editedFields)[number];

/** The fields as a form holds them: an unknown date is empty; null where the articles differ. */
export type SharedFields = Readonly<Record<EditedField, string | null>>;

export function sharedFields(articles: readonly ArticleFields[]): SharedFields {
  return Object.fromEntries(editedFields.map((field) => [field, shared(articles, field)])) as SharedFields;
}

function shared(articles: readonly ArticleFields[], field: EditedField): string | null {
  const [first, ...others] = articles.map((article) => article[field] ?? "");
  return first !== undefined && others.every((value) => value === first) ? first : null;
}

/** How many of the articles carry a mark such as a tag: all, some or none of them. */
export type Share = "all" | "some" | "none";

export function shareOf(having: number, total: number): Share {
  if (having === 0) return "none";
  return having === total ? "all" : "some";
}

export interface Details {
  /** Null when there are too many to compare. */
  readonly articles: readonly Article[] | null;
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
