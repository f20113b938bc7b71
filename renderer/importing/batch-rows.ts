/** The rows of an import's results, in the order in which a person deals with them. */
import type { BatchArticle, BatchFailure, ImportBatch } from "../../preload/model/import-batch.ts";
import type { ImportWarning } from "../../preload/model/import-report.ts";

export type BatchPart = "doubtful" | "failed" | "notes" | "checked" | "imported" | "updated" | "unchanged";

export type BatchRow =
  | {
      readonly kind: "heading";
      readonly part: BatchPart;
      readonly count: number;
      /** What an act on the whole part is about. */
      readonly articles: readonly BatchArticle[];
      readonly failures: readonly BatchFailure[];
    }
  | { readonly kind: "article"; readonly part: BatchPart; readonly article: BatchArticle }
  | { readonly kind: "failure"; readonly failure: BatchFailure }
  | { readonly kind: "note"; readonly note: ImportWarning };

/** Parts without rows have no heading. */
export function batchRows({ articles, failed, notes }: ImportBatch): readonly BatchRow[] {
  const isDoubtful = ({ doubts, checked }: BatchArticle) => doubts.length > 0 && !checked;
  const sound = articles.filter(({ doubts }) => doubts.length === 0);
  const came = (outcome: BatchArticle["outcome"]) => sound.filter((article) => article.outcome === outcome);
  return [
    ...articlePart("doubtful", articles.filter(isDoubtful)),
    ...part(
      "failed",
      failed.map((failure) => ({ kind: "failure", failure }) as const),
      { failures: failed },
    ),
    ...part(
      "notes",
      notes.map((note) => ({ kind: "note", note }) as const),
    ),
    ...articlePart(
      "checked",
      articles.filter(({ checked }) => checked),
    ),
    ...articlePart("imported", came("imported")),
    ...articlePart(
      "updated",
      came("updated").toSorted((a, b) => lostOf(b) - lostOf(a)),
    ),
    ...articlePart("unchanged", came("unchanged")),
  ];
}

/** Bookmarks that are to be given a new place. */
function lostOf({ bookmarks }: BatchArticle): number {
  return bookmarks?.lost ?? 0;
}

function articlePart(name: BatchPart, articles: readonly BatchArticle[]): readonly BatchRow[] {
  return part(
    name,
    articles.map((article) => ({ kind: "article", part: name, article }) as const),
    { articles },
  );
}

function part(
  name: BatchPart,
  rows: readonly BatchRow[],
  about: { readonly articles?: readonly BatchArticle[]; readonly failures?: readonly BatchFailure[] } = {},
): readonly BatchRow[] {
  if (rows.length === 0) return [];
  const { articles = [], failures = [] } = about;
  return [{ kind: "heading", part: name, count: rows.length, articles, failures }, ...rows];
}
