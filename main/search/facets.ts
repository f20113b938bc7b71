/** What the found articles can be narrowed by, and the narrowing itself. */
import type { Database } from "better-sqlite3";
import type { SearchFacets, SearchFilters } from "../../preload/model/search.ts";
import { statement } from "../statement.ts";
import type { FoundArticle } from "./find-articles.ts";
import { articlesWithBookmarks, isWithin } from "./find-articles.ts";

type Dimension = "publication" | "date" | "collection" | "tag" | "pictures" | "bookmarks";

export interface Narrowed {
  readonly articles: readonly FoundArticle[];
  readonly facets: SearchFacets;
}

/** Each facet counts what its own filter would leave: those that pass all the others. */
export function narrow(db: Database, found: readonly FoundArticle[], filters: SearchFilters): Narrowed {
  const { articles, passingBut } = sift(db, found, filters);
  const bookmarked = new Set(articlesWithBookmarks(db));
  return {
    articles,
    facets: {
      publications: counted(passingBut("publication"), ({ publication }) => publication)
        .map(([name, articles]) => ({ name, articles }))
        .sort((one, other) => other.articles - one.articles),
      months: counted(passingBut("date"), ({ issuedOn }) => issuedOn.slice(0, 7))
        .map(([month, articles]) => ({ month, articles }))
        .sort((one, other) => (one.month || "~").localeCompare(other.month || "~")),
      collections: collectionsOf(db, passingBut("collection")),
      tags: tagsOf(db, passingBut("tag")),
      withPictures: count(passingBut("pictures"), ({ images }) => images > 0),
      withBookmarks: count(passingBut("bookmarks"), ({ id }) => bookmarked.has(id)),
    },
  };
}

interface Sifted {
  readonly articles: readonly FoundArticle[];
  /** Those that pass all filters but perhaps this one. */
  readonly passingBut: (dimension: Dimension) => readonly FoundArticle[];
}

function sift(db: Database, found: readonly FoundArticle[], filters: SearchFilters): Sifted {
  const tests = testsOf(db, filters);
  if (tests.length === 0) return { articles: found, passingBut: () => found };
  const articles: FoundArticle[] = [];
  const passingBut = new Map(tests.map(([dimension]) => [dimension, [] as FoundArticle[]]));
  for (const article of found) {
    const [failure, another] = tests.filter(([, passes]) => !passes(article));
    if (failure === undefined) {
      articles.push(article);
      for (const passing of passingBut.values()) passing.push(article);
    } else if (another === undefined) passingBut.get(failure[0])?.push(article);
  }
  return { articles, passingBut: (dimension) => passingBut.get(dimension) ?? articles };
}

type Test = (article: FoundArticle) => boolean;

/** One for each filter that is set. */
function testsOf(db: Database, filters: SearchFilters): readonly (readonly [Dimension, Test])[] {
  const { publication, from, to, collection, tag, withPictures, withBookmarks } = filters;
  const among = (ids: readonly number[]): Test => {
    const members = new Set(ids);
    return ({ id }) => members.has(id);
  };
  const tests: [Dimension, Test][] = [];
  if (publication !== null) tests.push(["publication", (article) => article.publication === publication]);
  if (from !== null || to !== null) tests.push(["date", ({ issuedOn }) => isWithin(issuedOn, { from, to })]);
  if (collection !== null) {
    const sql = "SELECT article_id FROM collection_articles WHERE collection_id = ?";
    tests.push(["collection", among(statement<[number], number>(db, sql).pluck().all(collection))]);
  }
  if (tag !== null) {
    const sql = "SELECT article_id FROM article_tags WHERE tag = ?";
    tests.push(["tag", among(statement<[string], number>(db, sql).pluck().all(tag))]);
  }
  if (withPictures) tests.push(["pictures", ({ images }) => images > 0]);
  if (withBookmarks) tests.push(["bookmarks", among(articlesWithBookmarks(db))]);
  return tests;
}

function count(articles: readonly FoundArticle[], passes: Test): number {
  return articles.reduce((sum, article) => sum + Number(passes(article)), 0);
}

function counted(
  articles: readonly FoundArticle[],
  nameOf: (article: FoundArticle) => string,
): [string, number][] {
  const counts = new Map<string, number>();
  for (const article of articles) {
    const name = nameOf(article);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts];
}

function collectionsOf(db: Database, articles: readonly FoundArticle[]): SearchFacets["collections"] {
  return statement<[string], SearchFacets["collections"][number]>(
    db,
    `SELECT collections.id, title, count(*) AS articles
       FROM json_each(?) AS found
       CROSS JOIN collection_articles ON article_id = found.value
       CROSS JOIN collections ON collections.id = collection_id
       GROUP BY collections.id ORDER BY articles DESC, title`,
  ).all(idsOf(articles));
}

function tagsOf(db: Database, articles: readonly FoundArticle[]): SearchFacets["tags"] {
  return statement<[string], SearchFacets["tags"][number]>(
    db,
    `SELECT tag AS name, count(*) AS articles
       FROM json_each(?) AS found CROSS JOIN article_tags ON article_id = found.value
       GROUP BY tag ORDER BY articles DESC, tag`,
  ).all(idsOf(articles));
}

function idsOf(articles: readonly FoundArticle[]): string {
  return JSON.stringify(articles.map(({ id }) => id));
}
