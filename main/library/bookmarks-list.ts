/** All bookmarks of the library, filtered, sorted, a page at a time; and how many each group holds. */
import type { Database } from "better-sqlite3";
import type {
  BookmarkColor,
  BookmarkFilter,
  BookmarkGroups,
  BookmarkQuery,
  BookmarkRow,
  BookmarkSelection,
  BookmarkState,
} from "../../preload/model/bookmark.ts";
import { bookmarkColors, bookmarkStates } from "../../preload/model/bookmark.ts";
import { fold } from "../../preload/model/fold.ts";
import { statement } from "../statement.ts";
import type { StoredBookmark } from "./bookmark-rows.ts";
import { bookmarkColumns, bookmarkOf } from "./bookmark-rows.ts";

const from = "bookmarks JOIN articles ON articles.id = article_id";

/** People think of the day by their own clock. */
const day = "date(created_at, 'localtime')";

const colorRank = `CASE color ${bookmarkColors.map((color, rank) => `WHEN '${color}' THEN ${rank}`).join(" ")} END`;
const firstTag = "(SELECT min(tag) FROM bookmark_tags WHERE bookmark_id = bookmarks.id)";
const byArticle = `issued_on DESC, page_key, place_on_page, articles.id, start, "end", bookmarks.id`;
const byTime = "created_at DESC, bookmarks.id DESC";

const orders: Readonly<Record<BookmarkSelection["sort"], string>> = {
  article: byArticle,
  newest: byTime,
  oldest: "created_at, bookmarks.id",
  color: `${colorRank}, ${byTime}`,
  tag: `${firstTag} IS NULL, ${firstTag}, ${byArticle}`,
};

export function listBookmarks(
  db: Database,
  query: BookmarkQuery,
): { readonly total: number; readonly rows: readonly BookmarkRow[] } {
  const ids = listBookmarkIds(db, query);
  return { total: ids.length, rows: bookmarkRows(db, ids.slice(query.offset, query.offset + query.limit)) };
}

/** The ids of all that a selection lists, in its order. */
export function listBookmarkIds(db: Database, selection: BookmarkSelection): readonly number[] {
  const { where, parameters } = conditionsOf(db, selection);
  return statement<unknown[], number>(
    db,
    `SELECT bookmarks.id FROM ${from} WHERE ${where} ORDER BY ${orders[selection.sort]}`,
  )
    .pluck()
    .all(...parameters);
}

interface StoredRow extends StoredBookmark {
  readonly title: string;
  readonly publication: string;
  readonly issuedOn: string;
  readonly page: string;
}

/** In the order of the ids; one that is no longer there has no row. */
export function bookmarkRows(db: Database, ids: readonly number[]): readonly BookmarkRow[] {
  return statement<[string], StoredRow>(
    db,
    `SELECT ${bookmarkColumns}, title, publication, issued_on AS issuedOn, page
       FROM json_each(?) AS wanted CROSS JOIN bookmarks ON bookmarks.id = wanted.value
         JOIN articles ON articles.id = article_id ORDER BY wanted.key`,
  )
    .all(JSON.stringify(ids))
    .map((row) => ({
      ...bookmarkOf(row),
      title: row.title,
      publication: row.publication,
      issuedOn: row.issuedOn || null,
      page: row.page,
    }));
}

export function bookmarkGroups(db: Database, filter: BookmarkFilter): BookmarkGroups {
  function counted<Row>(columns: string, own: Partial<BookmarkFilter>, order: string, more = ""): Row[] {
    const { where, parameters } = conditionsOf(db, { ...filter, ...own });
    const sql = `SELECT ${columns}, count(*) AS count FROM ${from} ${more} WHERE ${where} GROUP BY 1 ORDER BY ${order}`;
    return statement<unknown[], Row>(db, sql).all(...parameters);
  }
  const colors = counted<{ color: BookmarkColor; count: number }>("color", { color: null }, "1");
  const states = counted<{ state: BookmarkState; count: number }>("state", { state: null }, "1");
  return {
    articles: counted("articles.id, title", { article: null }, "title, 1"),
    tags: counted("tag", { tag: null }, "1", "JOIN bookmark_tags ON bookmark_id = bookmarks.id"),
    colors: every(bookmarkColors, (color) => colors.find((row) => row.color === color)?.count ?? 0),
    states: every(bookmarkStates, (state) => states.find((row) => row.state === state)?.count ?? 0),
    months: counted(
      "strftime('%Y-%m', created_at, 'localtime') AS month",
      { from: null, to: null },
      "1 DESC",
    ),
  };
}

function every<Name extends string>(
  names: readonly Name[],
  countOf: (name: Name) => number,
): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name) => [name, countOf(name)])) as Record<Name, number>;
}

interface Conditions {
  readonly where: string;
  readonly parameters: readonly (string | number)[];
}

function conditionsOf(db: Database, filter: BookmarkFilter): Conditions {
  const where = ["trashed_at IS NULL"];
  const parameters: (string | number)[] = [];
  function only(condition: string, value: string | number | null): void {
    if (value === null) return;
    where.push(condition);
    parameters.push(value);
  }
  only("article_id = ?", filter.article);
  only("bookmarks.id IN (SELECT bookmark_id FROM bookmark_tags WHERE tag = ?)", filter.tag);
  only("color = ?", filter.color);
  only("state = ?", filter.state);
  only(`${day} >= ?`, filter.from);
  only(`${day} <= ?`, filter.to);
  const holding = filter.phrase === "" ? null : JSON.stringify(idsHolding(db, filter.phrase));
  only("bookmarks.id IN (SELECT value FROM json_each(?))", holding);
  return { where: where.join(" AND "), parameters };
}

/** Folding is ours, so SQLite cannot look. */
function idsHolding(db: Database, phrase: string): readonly number[] {
  const wanted = fold(phrase);
  const rows = statement<[], { id: number; text: string }>(
    db,
    "SELECT id, quote || char(10) || coalesce(standing, '') || char(10) || note AS text FROM bookmarks",
  ).all();
  return rows.filter(({ text }) => fold(text).includes(wanted)).map(({ id }) => id);
}
