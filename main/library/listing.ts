/** The article list: which articles, in which order, one page at a time. */
import type { Database } from "better-sqlite3";
import type { ArticleRow, ListQuery } from "../../preload/model/listing.ts";
import { statement } from "../statement.ts";
import { withinCollection } from "./collections.ts";
import { sortByTitle } from "./title-order.ts";

type Selection = Omit<ListQuery, "offset" | "limit">;

export function listArticles(db: Database, query: ListQuery): { total: number; rows: readonly ArticleRow[] } {
  const { offset, limit, ...selection } = query;
  if (!sortsByTitle(selection)) {
    return { total: countOf(db, selection), rows: rowsOf(db, idsOf(db, selection, { offset, limit })) };
  }
  const ids = listArticleIds(db, selection);
  return { total: ids.length, rows: rowsOf(db, ids.slice(offset, offset + limit)) };
}

/** The ids of every article a query lists, in its order. */
export function listArticleIds(db: Database, selection: Selection): readonly number[] {
  return sortsByTitle(selection) ? sortByTitle(db, idsOf(db, selection)) : idsOf(db, selection);
}

function sortsByTitle({ shelf, sort }: Selection): boolean {
  return sort === "title" && shelf.kind !== "recent";
}

function countOf(db: Database, selection: Selection): number {
  const { from, where, parameters } = conditionsOf(selection);
  return (
    statement<unknown[], number>(db, `SELECT count(*) FROM ${from} WHERE ${where}`)
      .pluck()
      .get(...parameters) ?? 0
  );
}

function idsOf(
  db: Database,
  selection: Selection,
  page: { offset: number; limit: number } = { offset: 0, limit: -1 },
): number[] {
  const { from, where, order, parameters } = conditionsOf(selection);
  return statement<unknown[], number>(
    db,
    `SELECT articles.id FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`,
  )
    .pluck()
    .all(...parameters, page.limit, page.offset);
}

interface Conditions {
  readonly from: string;
  readonly where: string;
  readonly order: string;
  readonly parameters: readonly (string | number)[];
}

/** The shelf decides the index that is walked (CROSS JOIN keeps SQLite to it); publication and date narrow it. */
export function conditionsOf({ shelf, publication, issued, page }: Selection): Conditions {
  const where = [
    shelf.kind === "trash"
      ? "trashed_at IS NOT NULL AND articles.id NOT IN (SELECT article_id FROM joined_articles)"
      : "trashed_at IS NULL",
  ];
  const parameters: (string | number)[] = [];
  let from = "articles";
  let order = "issued_on DESC, page_key, place_on_page, articles.id";
  switch (shelf.kind) {
    case "all":
    case "trash":
      break;
    case "unread":
    case "starred":
      where.push(`${shelf.kind} = 1`);
      break;
    case "recent":
      from = "reading_states CROSS JOIN articles ON articles.id = article_id";
      order = "last_read_at DESC, articles.id DESC";
      break;
    case "collection":
      // An article that lies in several of them is listed once.
      from = `(SELECT DISTINCT article_id FROM collection_articles
        WHERE collection_id IN (SELECT id FROM (${withinCollection}))) CROSS JOIN articles ON articles.id = article_id`;
      parameters.push(shelf.id);
      break;
  }
  if (publication !== null) {
    where.push("publication = ?");
    parameters.push(publication);
  }
  if (issued !== null) {
    // A year or a month is the beginning of its days; "~" sorts after every digit and hyphen.
    where.push(issued === "" ? "issued_on = ?" : "issued_on BETWEEN ? AND ? || '~'");
    parameters.push(...(issued === "" ? [""] : [issued, issued]));
  }
  if (page !== undefined) {
    where.push("page = ?");
    parameters.push(page);
  }
  return { from, where: where.join(" AND "), order, parameters };
}

interface StoredRow {
  readonly issuedOn: string;
  readonly starred: number;
  readonly unread: number;
  readonly sample: number;
}

/** In the order of the ids; an id that is no longer there has no row. */
function rowsOf(db: Database, ids: readonly number[]): readonly ArticleRow[] {
  return statement<[string], Omit<ArticleRow, keyof StoredRow> & StoredRow>(
    db,
    `SELECT articles.id, kicker, title, publication, issued_on AS issuedOn, page, page_name AS pageName, excerpt,
         characters, images, thumbnail, starred, unread, sample,
         coalesce((SELECT official ->> '$.classification' FROM article_contents WHERE article_id = articles.id), '')
           AS classification
       FROM json_each(?) AS wanted CROSS JOIN articles ON articles.id = wanted.value ORDER BY wanted.key`,
  )
    .all(JSON.stringify(ids))
    .map((row) => ({
      ...row,
      issuedOn: row.issuedOn || null,
      starred: row.starred === 1,
      unread: row.unread === 1,
      sample: row.sample === 1,
    }));
}
