/** Which articles a query finds: exactly, with what ranks and counts them; texts are read only for very long phrases. */
import type { Database } from "better-sqlite3";
import { fold } from "../../preload/model/fold.ts";
import type { FieldFilter, Query } from "../../preload/model/search-query.ts";
import type { Sliced } from "../sliced.ts";
import { statement } from "../statement.ts";
import { hitsIn } from "./hits.ts";
import { INDEX } from "./index-table.ts";
import type { Column } from "./index-text.ts";
import { columns } from "./index-text.ts";
import { exclusionExpression, isLong, matchExpression } from "./match-expression.ts";
import { readSearchable } from "./searchable.ts";

export interface FoundArticle {
  readonly id: number;
  /** The higher, the better. */
  readonly relevance: number;
  /** Empty where not known. */
  readonly issuedOn: string;
  readonly publication: string;
  readonly images: number;
}

type Row = readonly [
  id: number,
  rank: number,
  issuedOn: string,
  publication: string,
  images: number,
  page: string,
  pageName: string,
];

/** What a hit in each column weighs beside one in running text. */
const weights: Readonly<Record<Column, number>> = {
  title: 10,
  headline: 4,
  lead: 2,
  heading: 4,
  caption: 1.5,
  body: 1,
  fields: 0.5,
};

/** How much an article of the newest day may gain over one years older. */
const RECENCY = 0.15;

/** After so many days half of that gain is left. */
const HALF_LIFE = 730;

/** Articles whose texts are read between two looks at what else is asked. */
const SLICE = 20;

/** All articles outside the trash that the query finds, filters that stand in it obeyed; in no order. */
export function* findArticles(db: Database, query: Query): Sliced<readonly FoundArticle[]> {
  const rows = rowsOf(db, query);
  const passes = filterOf(db, query);
  const passing = rows.filter(passes);
  const checked = isCutShort(query) ? yield* holding(db, query, passing) : passing;
  return withRelevance(checked);
}

function rowsOf(db: Database, query: Query): readonly Row[] {
  const match = matchExpression(query);
  const asksPage = [...query.filters, ...query.excludedFilters].some(({ field }) => field === "page");
  // Each text of a hundred thousand rows costs; few queries ask for these two.
  const facts = `issued_on, publication, images, ${asksPage ? "page, page_name" : "'', ''"}`;
  if (match !== null) {
    const rank = `bm25(${INDEX}, ${columns.map((column) => weights[column].toFixed(1)).join(", ")})`;
    return statement<[string], Row>(
      db,
      `SELECT articles.id, ${rank}, ${facts}
         FROM ${INDEX} CROSS JOIN articles ON articles.id = ${INDEX}.rowid
         WHERE ${INDEX} MATCH ? AND trashed_at IS NULL`,
    )
      .raw()
      .all(match) as Row[];
  }
  const excluded = query.excluded.filter((term) => !isLong(term));
  const all = `SELECT articles.id, 0, ${facts} FROM articles WHERE trashed_at IS NULL`;
  if (excluded.length === 0) return statement<[], Row>(db, all).raw().all() as Row[];
  return statement<[string], Row>(
    db,
    `${all} AND id NOT IN (SELECT rowid FROM ${INDEX} WHERE ${INDEX} MATCH ?)`,
  )
    .raw()
    .all(exclusionExpression(excluded)) as Row[];
}

/** The filters that stand in the query: alternatives within one field, all fields at once. */
function filterOf(db: Database, { filters, excludedFilters }: Query): (row: Row) => boolean {
  const byField = Map.groupBy(filters, ({ field }) => field);
  const wanted = [...byField.values()].map((alternatives) =>
    alternatives.map((filter) => predicateOf(db, filter)),
  );
  const unwanted = excludedFilters.map((filter) => predicateOf(db, filter));
  return (row) =>
    wanted.every((alternatives) => alternatives.some((passes) => passes(row))) &&
    !unwanted.some((passes) => passes(row));
}

function predicateOf(db: Database, filter: FieldFilter): (row: Row) => boolean {
  switch (filter.field) {
    case "publication": {
      const holdsValue = once((name) => holds(name, filter.value));
      return (row) => holdsValue(row[3]);
    }
    case "page": {
      const isPage = once((page) => fold(page) === fold(filter.value));
      const isNamedSo = once((name) => holds(name, filter.value));
      return (row) => isPage(row[5]) || isNamedSo(row[6]);
    }
    case "date":
      return ([, , issuedOn]) => isWithin(issuedOn, filter);
    case "tag":
      return among(
        keysHolding<string>(db, "SELECT DISTINCT tag, tag FROM article_tags", filter.value).flatMap((tag) =>
          statement<[string], number>(db, "SELECT article_id FROM article_tags WHERE tag = ?")
            .pluck()
            .all(tag),
        ),
      );
    case "number":
      return among(
        keysHolding<number>(
          db,
          "SELECT article_id, official ->> '$.documentNumber' FROM article_contents WHERE official <> 'null'",
          filter.value,
        ),
      );
    case "has":
      if (filter.value === "picture") return (row) => row[4] > 0;
      return among(articlesWithBookmarks(db));
  }
}

export function articlesWithBookmarks(db: Database): readonly number[] {
  return statement<[], number>(db, "SELECT DISTINCT article_id FROM bookmarks").pluck().all();
}

/** An open side lets everything through but an unknown date. */
export function isWithin(
  issuedOn: string,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): boolean {
  return issuedOn !== "" && (from === null || issuedOn >= from) && (to === null || issuedOn <= to);
}

function among<Value>(values: readonly Value[]): (row: Row) => boolean {
  const ids = new Set<unknown>(values);
  return ([id]) => ids.has(id);
}

/** The first column of the rows whose second holds the value. */
function keysHolding<Key extends string | number>(db: Database, sql: string, value: string): readonly Key[] {
  const rows = statement<[], readonly [Key, string | null]>(db, sql).raw().all() as [Key, string | null][];
  return rows.filter(([, name]) => holds(name ?? "", value)).map(([key]) => key);
}

/** Asks each name only once: thousands of articles share a few. */
function once(ask: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const answer = known.get(name) ?? ask(name);
    known.set(name, answer);
    return answer;
  };
}

function holds(name: string, value: string): boolean {
  return fold(name).includes(fold(value));
}

function isCutShort({ clauses, excluded }: Query): boolean {
  return [...clauses.flat(), ...excluded].some(isLong);
}

/** Of the articles that hold the beginnings of long phrases, those that hold the phrases. */
function* holding(db: Database, query: Query, rows: readonly Row[]): Sliced<readonly Row[]> {
  const held: Row[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    const article = readSearchable(db, row[0]);
    if (article === null) continue;
    const hasAny = (terms: Query["excluded"]) => hitsIn(article, terms).count > 0;
    if (query.clauses.every(hasAny) && !query.excluded.some((term) => hasAny([term]))) held.push(row);
  }
  return held;
}

/** BM25, raised a little for what is recent: by its distance from the newest article found. */
function withRelevance(rows: readonly Row[]): readonly FoundArticle[] {
  const newest = rows.reduce((latest, [, , issuedOn]) => (issuedOn > latest ? issuedOn : latest), "");
  const boosts = new Map<string, number>();
  const boostOf = (issuedOn: string): number => {
    const known = boosts.get(issuedOn);
    if (known !== undefined) return known;
    const days = issuedOn === "" ? Number.POSITIVE_INFINITY : daysBetween(issuedOn, newest);
    const boost = 1 + RECENCY * 0.5 ** (days / HALF_LIFE);
    boosts.set(issuedOn, boost);
    return boost;
  };
  return rows.map(([id, rank, issuedOn, publication, images]) => ({
    id,
    issuedOn,
    publication,
    images,
    // FTS5 counts better ranks as more negative.
    relevance: -rank * boostOf(issuedOn),
  }));
}

const MILLISECONDS_A_DAY = 86_400_000;

function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / MILLISECONDS_A_DAY;
}
