/** A library that is indexed as it is written, and short ways to ask it. */
import type { Database } from "better-sqlite3";
import { ensureIndex, indexing } from "../../main/search/index-table.ts";
import { search } from "../../main/search/search.ts";
import type { ImportedArticle } from "../../preload/model/article.ts";
import type { SearchAnswer, SearchRequest } from "../../preload/model/search.ts";
import { noFilters } from "../../preload/model/search.ts";
import { storeEach, temporaryLibrary, whole } from "../library/temporary-library.ts";

export function searchLibrary(...articles: readonly ImportedArticle[]): Database {
  const { db } = temporaryLibrary();
  ensureIndex(db);
  indexing(db, () => storeEach(db, articles));
  return db;
}

export const shortNames = [["卫健委", "卫生健康委员会", "卫生健康委"]];

export function ask(db: Database, query: string, more: Partial<SearchRequest> = {}): SearchAnswer {
  const request = {
    query,
    shortNames: false,
    filters: noFilters,
    sort: "relevance",
    offset: 0,
    limit: 50,
  } as const;
  return whole(search(db, { ...request, ...more }, shortNames));
}

/** In the order of the answer. */
export function idsOf(db: Database, query: string, more: Partial<SearchRequest> = {}): readonly number[] {
  return ask(db, query, more).hits.map(({ id }) => id);
}
