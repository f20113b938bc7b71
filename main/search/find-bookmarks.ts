/** The bookmarks whose passage or note holds what is looked for. Read, not indexed: nobody has as many as articles. */
import type { Database } from "better-sqlite3";
import { fold } from "../../preload/model/fold.ts";
import type { ShortNames } from "../../preload/model/named-twice.ts";
import { withShortNames } from "../../preload/model/named-twice.ts";
import type { BookmarkSearchRequest, FoundBookmark, MarkedText } from "../../preload/model/search.ts";
import { hitsOfTerms, placesOf } from "../../preload/model/search-hits.ts";
import type { FieldFilter, Query, Term } from "../../preload/model/search-query.ts";
import { parseQuery, termsOf, withoutRepeats } from "../../preload/model/search-query.ts";
import type { Sliced } from "../sliced.ts";
import { statement } from "../statement.ts";
import { narrow } from "./facets.ts";
import type { FoundArticle } from "./find-articles.ts";
import { findArticles } from "./find-articles.ts";

export type FoundPassage = Omit<FoundBookmark, "bookmark"> & { readonly id: number };

interface Row {
  readonly id: number;
  readonly article: number;
  readonly title: string;
  /** As it was marked, as it stands now, and what was noted. */
  readonly quote: string;
  readonly standing: string;
  readonly note: string;
}

/** Bookmarks read between two looks at what else is asked. */
const SLICE = 250;

/** Newest first. Fields of the query speak of the articles, but 标签: also of the bookmarks' own tags. */
export function* findBookmarks(
  db: Database,
  { subject, offset, limit }: BookmarkSearchRequest,
  names: ShortNames,
): Sliced<{ readonly total: number; readonly page: readonly FoundPassage[] }> {
  const parsed = withoutRepeats(parseQuery(subject.query));
  const query = subject.shortNames ? withShortNames(parsed, names) : parsed;
  if (isEmpty(query)) return { total: 0, page: [] };
  const inArticles = yield* articlesLetThrough(db, query);
  const narrowed = new Set(narrow(db, bookmarkedArticles(db), subject.filters).articles.map(({ id }) => id));
  const isTagged = taggedSo(db, query);
  const found: Row[] = [];
  for (const [place, row] of rows(db).entries()) {
    if (place % SLICE === SLICE - 1) yield;
    if (!narrowed.has(row.article) || inArticles?.has(row.article) === false || !isTagged(row)) continue;
    if (isFound(row, query)) found.push(row);
  }
  const page = found.slice(offset, offset + limit).map((row) => describe(row, termsOf(query)));
  return { total: found.length, page };
}

function isEmpty({ clauses, excluded, filters, excludedFilters }: Query): boolean {
  return [clauses, excluded, filters, excludedFilters].every(({ length }) => length === 0);
}

function rows(db: Database): readonly Row[] {
  return statement<[], Row>(
    db,
    `SELECT bookmarks.id, article_id AS article, title, quote, coalesce(standing, '') AS standing, note
       FROM bookmarks JOIN articles ON articles.id = article_id
       WHERE trashed_at IS NULL ORDER BY created_at DESC, bookmarks.id DESC`,
  ).all();
}

function bookmarkedArticles(db: Database): readonly FoundArticle[] {
  return statement<[], FoundArticle>(
    db,
    `SELECT id, 0 AS relevance, issued_on AS issuedOn, publication, images FROM articles
       WHERE trashed_at IS NULL AND id IN (SELECT article_id FROM bookmarks)`,
  ).all();
}

/** By the fields of the query that are of articles alone; null where it has none. */
function* articlesLetThrough(db: Database, query: Query): Sliced<ReadonlySet<number> | null> {
  const isOfArticles = ({ field }: FieldFilter) => field !== "tag";
  const filters = query.filters.filter(isOfArticles);
  const excludedFilters = query.excludedFilters.filter(isOfArticles);
  if (filters.length + excludedFilters.length === 0) return null;
  const found = yield* findArticles(db, { clauses: [], excluded: [], filters, excludedFilters, hints: [] });
  return new Set(found.map(({ id }) => id));
}

function taggedSo(db: Database, query: Query): (row: Row) => boolean {
  const wanted = query.filters.filter(({ field }) => field === "tag");
  const unwanted = query.excludedFilters.filter(({ field }) => field === "tag");
  if (wanted.length + unwanted.length === 0) return () => true;
  const tags = statement<[number, number], string>(
    db,
    `SELECT tag FROM bookmark_tags WHERE bookmark_id = ?
       UNION SELECT tag FROM article_tags WHERE article_id = ?`,
  ).pluck();
  return ({ id, article }) => {
    const own = tags.all(id, article).map(fold);
    const isIn = (filter: FieldFilter) =>
      filter.field === "tag" && own.some((tag) => tag.includes(fold(filter.value)));
    return (wanted.length === 0 || wanted.some(isIn)) && !unwanted.some(isIn);
  };
}

function isFound({ title, quote, standing, note }: Row, { clauses, excluded }: Query): boolean {
  const holds = (term: Term) =>
    (term.column === "title" ? [title] : [quote, standing, note]).some((text) => isIn(text, term));
  return clauses.every((terms) => terms.some(holds)) && !excluded.some(holds);
}

function isIn(text: string, term: Term): boolean {
  if (text === "") return false;
  const [hits = []] = hitsOfTerms(text, [{ ...term, column: "any" }], undefined);
  return hits.length > 0;
}

/** The passage as it was marked, unless only what stands there now holds anything. */
function describe({ id, quote, standing, note }: Row, terms: readonly Term[]): FoundPassage {
  const asMarked = marked(quote, terms);
  const asStanding = marked(standing, terms);
  const passage = asMarked.ranges.length === 0 && asStanding.ranges.length > 0 ? asStanding : asMarked;
  return { id, passage, note: marked(note, terms) };
}

function marked(text: string, terms: readonly Term[]): MarkedText {
  const own = terms.filter(({ column }) => column === "any");
  const places = placesOf(hitsOfTerms(text, own, undefined));
  return { text, ranges: places.map(({ start, end }) => [start, end] as const) };
}
