/** A search answered in one go, as the database thread does with nothing else to do. */
import type { Database } from "better-sqlite3";
import { search } from "../../main/search/search.ts";
import type { Sliced } from "../../main/sliced.ts";
import type { SearchAnswer } from "../../preload/model/search.ts";
import { noFilters } from "../../preload/model/search.ts";

/** The rows of the first page in the window. */
export const FIRST_PAGE = 30;

export function answerOf(db: Database, query: string): SearchAnswer {
  const request = { query, shortNames: false, filters: noFilters, sort: "relevance" as const };
  return finished(search(db, { ...request, offset: 0, limit: FIRST_PAGE }, []));
}

export function finished<Answer>(slices: Sliced<Answer>): Answer {
  for (;;) {
    const step = slices.next();
    if (step.done) return step.value;
  }
}
