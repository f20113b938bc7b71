/** What a program without an index does: reads every text, by LIKE. */
import type { Database } from "better-sqlite3";
import { describeHits } from "../../main/search/describe.ts";
import { narrow } from "../../main/search/facets.ts";
import type { FoundArticle } from "../../main/search/find-articles.ts";
import { statement } from "../../main/statement.ts";
import { noFilters } from "../../preload/model/search.ts";
import { parseQuery, termsOf } from "../../preload/model/search-query.ts";
import { FIRST_PAGE, finished } from "./search-answer.ts";

/** The leanest: which articles hold the term. */
export function scan(db: Database, term: string): number {
  return statement<[string], number>(db, "SELECT article_id FROM article_contents WHERE text LIKE ?")
    .pluck()
    .all(`%${term}%`).length;
}

type Row = readonly [
  id: number,
  hits: number,
  titled: number,
  length: number,
  issuedOn: string,
  publication: string,
  images: number,
];

/** The same first page as a search: ranked by BM25 with the title weighing more, with totals, facets and snippets. */
export function scanForPage(db: Database, term: string): number {
  const rows = statement<[{ term: string; pattern: string }]>(
    db,
    `SELECT id, (length(text) - length(replace(text, @term, ''))) / length(@term), title LIKE @pattern,
         length(text), issued_on, publication, images
       FROM article_contents JOIN articles ON id = article_id
       WHERE text LIKE @pattern AND trashed_at IS NULL`,
  )
    .raw()
    .all({ term, pattern: `%${term}%` }) as Row[];
  const { articles } = narrow(db, ranked(db, rows), noFilters);
  const best = articles.toSorted((one, other) => other.relevance - one.relevance || one.id - other.id);
  const page = best.slice(0, FIRST_PAGE).map(({ id }) => id);
  finished(describeHits(db, page, termsOf(parseQuery(term)), () => false));
  return articles.length;
}

function ranked(db: Database, rows: readonly Row[]): readonly FoundArticle[] {
  const all = statement<[], number>(db, "SELECT count(*) FROM articles").pluck().get() ?? 0;
  const rarity = Math.log(1 + (all - rows.length + 0.5) / (rows.length + 0.5));
  const mean = rows.reduce((sum, row) => sum + row[3], 0) / Math.max(1, rows.length);
  return rows.map(([id, hits, titled, length, issuedOn, publication, images]) => {
    const weighed = hits + 9 * titled;
    const relevance = (rarity * weighed * 2.2) / (weighed + 1.2 * (0.25 + (0.75 * length) / mean));
    return { ...{ id, issuedOn, publication, images }, relevance };
  });
}
