/** Answers a search: what it finds, in which order, one page of it described. */
import type { Database } from "better-sqlite3";
import { fold } from "../../preload/model/fold.ts";
import type { ShortNames } from "../../preload/model/named-twice.ts";
import { shortNamesIn, withShortNames } from "../../preload/model/named-twice.ts";
import type { NearHit, SearchAnswer, SearchRequest, SearchSubject } from "../../preload/model/search.ts";
import { nearQueries } from "../../preload/model/search-near.ts";
import type { Query } from "../../preload/model/search-query.ts";
import { parseQuery, termsOf, withoutRepeats } from "../../preload/model/search-query.ts";
import type { Sliced } from "../sliced.ts";
import { statement } from "../statement.ts";
import { describeHits } from "./describe.ts";
import { narrow } from "./facets.ts";
import type { FoundArticle } from "./find-articles.ts";
import { findArticles } from "./find-articles.ts";
import { pageOf } from "./first-of.ts";
import { INDEX, indexedShare } from "./index-table.ts";
import { matchExpression } from "./match-expression.ts";

/** The near hits shown, of all kinds together. */
const MOST_NEAR = 20;

/** `shortNames`: the groups of the settings. */
export function* search(db: Database, request: SearchRequest, shortNames: ShortNames): Sliced<SearchAnswer> {
  const started = performance.now();
  const { query, found, exactly } = yield* findSubject(db, request, shortNames);
  const { articles, facets } = narrow(db, found, request.filters);
  const page = pageOf(articles, orderOf(db, request, query), request).map(({ id }) => id);
  const hits = yield* describeHits(db, page, termsOf(query), (id) => !exactly(id));
  const near = articles.length === 0 && request.offset === 0 ? yield* findNear(db, request, query) : [];
  return {
    total: articles.length,
    ...{ hits, near, facets },
    hints: query.hints,
    shortNames: shortNamesIn(parseQuery(request.query), shortNames),
    indexed: indexedShare(db),
    took: performance.now() - started,
  };
}

export interface FoundSubject {
  /** With the other names, where they are asked for. */
  readonly query: Query;
  /** Before the facets' filters. */
  readonly found: readonly FoundArticle[];
  /** Whether an article is found without other names. */
  readonly exactly: (id: number) => boolean;
}

interface Kept extends FoundSubject {
  readonly key: string;
  readonly changes: number;
}

/** The last answer, so that another page, order or filter of the same query is not looked for again. */
const kept = new WeakMap<Database, Kept>();

export function* findSubject(
  db: Database,
  { query: text, shortNames: asksNames }: SearchSubject,
  names: ShortNames,
): Sliced<FoundSubject> {
  const key = JSON.stringify([text, asksNames && names]);
  const changes = totalChanges(db);
  const last = kept.get(db);
  if (last?.key === key && last.changes === changes) return last;

  const parsed = withoutRepeats(parseQuery(text));
  const query = asksNames ? withShortNames(parsed, names) : parsed;
  const found = isEmpty(query) ? [] : yield* findArticles(db, query);
  const exact = asksNames
    ? new Set((isEmpty(parsed) ? [] : yield* findArticles(db, parsed)).map(({ id }) => id))
    : null;
  const subject = { query, found, exactly: (id: number) => exact?.has(id) ?? true };
  kept.set(db, { ...subject, key, changes });
  return subject;
}

/** Nothing is asked, so nothing is found. */
function isEmpty({ clauses, excluded, filters, excludedFilters }: Query): boolean {
  return [clauses, excluded, filters, excludedFilters].every(({ length }) => length === 0);
}

/** Rows this connection, the only one, has ever written: the same number means the same library. */
function totalChanges(db: Database): number {
  return statement<[], number>(db, "SELECT total_changes()").pluck().get() ?? 0;
}

type Order = (one: FoundArticle, other: FoundArticle) => number;

function orderOf(db: Database, { sort }: SearchRequest, query: Query): Order {
  const older: Order = (one, other) => compare(one.issuedOn || "~", other.issuedOn || "~");
  const newer: Order = (one, other) => compare(other.issuedOn, one.issuedOn);
  const byId: Order = (one, other) => one.id - other.id;
  if (sort === "oldest") return (one, other) => older(one, other) || byId(one, other);
  if (sort === "newest" || termsOf(query).length === 0) {
    return (one, other) => newer(one, other) || byId(one, other);
  }
  const titled = titledSo(db, query);
  return (one, other) =>
    Number(titled.has(other.id)) - Number(titled.has(one.id)) ||
    other.relevance - one.relevance ||
    newer(one, other) ||
    byId(one, other);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** The articles whose title is what was asked for: they come first. */
function titledSo(db: Database, { clauses }: Query): ReadonlySet<number> {
  const match = matchExpression({ clauses, excluded: [] });
  if (match === null) return new Set();
  const wanted = bare(clauses.map(([term]) => term?.text ?? "").join(""));
  // A title that is the query is hardly longer than it: few are read.
  const rows = statement<[string, number], { id: number; title: string }>(
    db,
    `SELECT articles.id, articles.title FROM ${INDEX} CROSS JOIN articles ON articles.id = ${INDEX}.rowid
       WHERE ${INDEX} MATCH ? AND length(articles.title) <= ?`,
  ).all(`title : (${match})`, 2 * wanted.length + 10);
  return new Set(rows.filter(({ title }) => bare(title) === wanted).map(({ id }) => id));
}

/** Folded, without spaces and punctuation. */
function bare(title: string): string {
  return fold(title).replaceAll(/[\s\p{P}]+/gu, "");
}

function* findNear(db: Database, request: SearchRequest, query: Query): Sliced<readonly NearHit[]> {
  const near: NearHit[] = [];
  const known = new Set<number>();
  for (const { kind, nearQuery } of nearQueries(query)) {
    yield;
    const found = yield* findArticles(db, nearQuery);
    const fresh = narrow(db, found, request.filters).articles.filter(({ id }) => !known.has(id));
    for (const { id } of fresh) known.add(id);
    const best = { offset: 0, limit: MOST_NEAR - near.length };
    const ids = pageOf(fresh, (one, other) => other.relevance - one.relevance, best).map(({ id }) => id);
    const hits = yield* describeHits(db, ids, termsOf(nearQuery), () => false);
    near.push(...hits.map((hit) => ({ ...hit, near: kind })));
    if (near.length >= MOST_NEAR) break;
  }
  return near;
}
