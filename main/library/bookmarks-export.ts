/** Bookmarks with all that goes out of the library with them. */
import type { Database } from "better-sqlite3";
import { officialDocumentSchema } from "../../preload/model/article.ts";
import type { ExportedBookmark } from "../../preload/model/bookmark.ts";
import { statement } from "../statement.ts";
import { bookmarkRows } from "./bookmarks-list.ts";
import { readText } from "./contents.ts";

interface ExportedArticle {
  readonly articleUuid: string;
  readonly sha256: string;
  readonly part: string;
  readonly byline: string;
  readonly official: string;
}

/** In the order of the ids. */
export function exportedBookmarks(db: Database, ids: readonly number[]): readonly ExportedBookmark[] {
  const articles = new Map<number, ReturnType<typeof exportedArticle>>();
  return bookmarkRows(db, ids).map((row) => {
    const article = articles.get(row.article) ?? exportedArticle(db, row.article);
    articles.set(row.article, article);
    const { start, end } = row.anchor;
    const position = { start: article.codePoints(start), end: article.codePoints(end) };
    return { ...row, ...article.known, position };
  });
}

function exportedArticle(db: Database, id: number) {
  const row = statement<[number], ExportedArticle>(
    db,
    `SELECT uuid AS articleUuid, sha256, part, byline, official
       FROM articles JOIN article_sources ON article_sources.article_id = articles.id
         JOIN article_contents ON article_contents.article_id = articles.id WHERE articles.id = ?`,
  ).get(id);
  if (!row) throw new Error(`article ${id} has no source`);
  const official = officialDocumentSchema.nullable().parse(JSON.parse(row.official));
  return { known: { ...row, official }, codePoints: codePointsIn(readText(db, id)) };
}

/** For an offset in UTF-16 units, the one in code points. Most texts have no character of two units at all. */
function codePointsIn(text: string): (offset: number) => number {
  const pairs = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(({ index }) => index);
  return (offset) => offset - pairs.filter((pair) => pair < offset).length;
}
