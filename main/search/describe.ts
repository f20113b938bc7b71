/** Found articles as the result list shows them. */
import type { Database } from "better-sqlite3";
import type { SearchHit } from "../../preload/model/search.ts";
import type { Term } from "../../preload/model/search-query.ts";
import type { Sliced } from "../sliced.ts";
import { statement } from "../statement.ts";
import { hitsIn } from "./hits.ts";
import type { Searchable } from "./searchable.ts";
import { readSearchable } from "./searchable.ts";
import { bestSnippets } from "./snippets.ts";

type Row = Pick<
  SearchHit,
  "id" | "kicker" | "publication" | "issuedOn" | "page" | "pageName" | "thumbnail"
> & {
  readonly title: string;
  readonly starred: number;
  readonly sample: number;
};

/** So much text is read between two looks at what else is asked. */
const SLICE_CHARACTERS = 100_000;

/** In the order of the ids; one that is gone meanwhile has no hit. */
export function* describeHits(
  db: Database,
  ids: readonly number[],
  terms: readonly Term[],
  isByShortName: (id: number) => boolean,
): Sliced<readonly SearchHit[]> {
  const hits: SearchHit[] = [];
  let read = 0;
  for (const id of ids) {
    const article = readSearchable(db, id);
    const row = readRow(db, id);
    if (row === undefined || article === null) continue;
    hits.push({ ...describeHit(row, article, terms), byShortName: isByShortName(id) });
    read += article.text.length;
    if (read < SLICE_CHARACTERS) continue;
    read = 0;
    yield;
  }
  return hits;
}

function readRow(db: Database, id: number): Row | undefined {
  return statement<[number], Row>(
    db,
    `SELECT id, kicker, title, publication, nullif(issued_on, '') AS issuedOn, page, page_name AS pageName,
         thumbnail, starred, sample
       FROM articles WHERE id = ?`,
  ).get(id);
}

function describeHit(row: Row, article: Searchable, terms: readonly Term[]): Omit<SearchHit, "byShortName"> {
  const hits = hitsIn(article, terms);
  const [, start = 0, end = 0] = article.outline.find(([kind]) => kind === "title") ?? [];
  const inTitle = hits.places.filter((place) => place.start >= start && place.end <= end);
  return {
    ...row,
    starred: row.starred === 1,
    sample: row.sample === 1,
    title: { text: row.title, ranges: inTitle.map((place) => [place.start - start, place.end - start]) },
    count: hits.count,
    besides: hits.inFields.length,
    snippets: bestSnippets(article, hits),
  };
}
