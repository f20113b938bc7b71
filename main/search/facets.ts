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
  const failed = failing(db, filters);
  const articles: FoundArticle[] = [];
  const passingBut: Record<Dimension, FoundArticle[]> = {
    ...{ publication: [], date: [], collection: [], tag: [], pictures: [], bookmarks: [] },
  };
  const dimensions = Object.keys(passingBut) as Dimension[];
  for (const article of found) {
    const failures = failed(article);
    if (failures.length === 0) {
      articles.push(article);
      for (const dimension of dimensions) passingBut[dimension].push(article);
    } else if (failures.length === 1 && failures[0] !== undefined) passingBut[failures[0]].push(article);
  }
  const bookmarked = new Set(articlesWithBookmarks(db));
  return {
    articles,
    facets: {
      publications: counted(passingBut.publication, ({ publication }) => publication)
        .map(([name, articles]) => ({ name, articles }))
        .sort((one, other) => other.articles - one.articles),
      months: counted(passingBut.date, ({ issuedOn }) => issuedOn.slice(0, 7))
        .map(([month, articles]) => ({ month, articles }))
        .sort((one, other) => (one.month || "~").localeCompare(other.month || "~")),
      collections: collectionsOf(db, passingBut.collection),
      tags: tagsOf(db, passingBut.tag),
      withPictures: passingBut.pictures.filter(({ images }) => images > 0).length,
      withBookmarks: passingBut.bookmarks.filter(({ id }) => bookmarked.has(id)).length,
    },
  };
}

function failing(db: Database, filters: SearchFilters): (article: FoundArticle) => readonly Dimension[] {
  const { publication, from, to, collection, tag, withPictures, withBookmarks } = filters;
  const members = (sql: string, value: number | string) =>
    new Set(statement<[number | string], number>(db, sql).pluck().all(value));
  const collected =
    collection === null
      ? null
      : members("SELECT article_id FROM collection_articles WHERE collection_id = ?", collection);
  const tagged = tag === null ? null : members("SELECT article_id FROM article_tags WHERE tag = ?", tag);
  const bookmarked = withBookmarks ? new Set(articlesWithBookmarks(db)) : null;
  const passes: Record<Dimension, (article: FoundArticle) => boolean> = {
    publication: (article) => publication === null || article.publication === publication,
    date: ({ issuedOn }) => (from === null && to === null) || isWithin(issuedOn, { from, to }),
    collection: ({ id }) => collected?.has(id) ?? true,
    tag: ({ id }) => tagged?.has(id) ?? true,
    pictures: ({ images }) => !withPictures || images > 0,
    bookmarks: ({ id }) => bookmarked?.has(id) ?? true,
  };
  const tests = Object.entries(passes) as [Dimension, (article: FoundArticle) => boolean][];
  return (article) => tests.filter(([, passes]) => !passes(article)).map(([dimension]) => dimension);
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
