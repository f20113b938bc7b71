/** The table of bookmarks: rows and the values they stand for. */
import type { Database } from "better-sqlite3";
import { z } from "zod";
import type { Bookmark, BookmarkColor, BookmarkState } from "../../preload/model/bookmark.ts";
import { statement } from "../statement.ts";

export interface StoredBookmark {
  readonly id: number;
  readonly uuid: string;
  readonly article: number;
  readonly revision: number;
  readonly start: number;
  readonly end: number;
  readonly markedStart: number;
  readonly state: BookmarkState;
  readonly color: BookmarkColor;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly quote: string;
  readonly standing: string | null;
  readonly prefix: string;
  readonly suffix: string;
  readonly note: string;
  /** JSON. */
  readonly tags: string;
}

/** What every query of whole bookmarks selects. */
export const bookmarkColumns = `
  bookmarks.id, bookmarks.uuid, article_id AS article, bookmarks.revision, start, "end", marked_start AS markedStart,
  state, color, created_at AS createdAt, changed_at AS changedAt, quote, standing, prefix, suffix, note,
  (SELECT json_group_array(tag ORDER BY tag) FROM bookmark_tags WHERE bookmark_id = bookmarks.id) AS tags`;

const tagsSchema = z.array(z.string());

export function bookmarkOf(row: StoredBookmark): Bookmark {
  const { revision, start, end, prefix, suffix, quote } = row;
  return {
    id: row.id,
    uuid: row.uuid,
    article: row.article,
    anchor: { revision, start, end, quote: row.standing ?? quote, prefix, suffix },
    quote,
    markedStart: row.markedStart,
    state: row.state,
    color: row.color,
    note: row.note,
    tags: tagsSchema.parse(JSON.parse(row.tags)),
    createdAt: row.createdAt,
    changedAt: row.changedAt,
  };
}

/** In the order of the text, the lost where they last stood; those that begin before an offset. */
export function bookmarksIn(
  db: Database,
  article: number,
  before = Number.MAX_SAFE_INTEGER,
): readonly Bookmark[] {
  return statement<[number, number], StoredBookmark>(
    db,
    `SELECT ${bookmarkColumns} FROM bookmarks WHERE article_id = ? AND start < ? ORDER BY start, "end", id`,
  )
    .all(article, before)
    .map(bookmarkOf);
}

export function bookmarkWithUuid(db: Database, uuid: string): Bookmark | undefined {
  const row = statement<[string], StoredBookmark>(
    db,
    `SELECT ${bookmarkColumns} FROM bookmarks WHERE uuid = ?`,
  ).get(uuid);
  return row && bookmarkOf(row);
}

/** Answers its id: the one given, or a new one. */
export function insertBookmark(
  db: Database,
  bookmark: Omit<Bookmark, "id"> & { readonly id?: number },
): number {
  const { lastInsertRowid } = statement<unknown[]>(
    db,
    `INSERT INTO bookmarks (id, uuid, article_id, revision, start, "end", marked_start, state, color, created_at,
         changed_at, quote, standing, prefix, suffix, note)
       VALUES (@id, @uuid, @article, @revision, @start, @end, @markedStart, @state, @color, @createdAt,
         @changedAt, @quote, @standing, @prefix, @suffix, @note)`,
  ).run({ ...columnsOf(bookmark), id: bookmark.id ?? null, createdAt: bookmark.createdAt });
  const id = Number(lastInsertRowid);
  writeTags(db, id, bookmark.tags);
  return id;
}

/** Everything but its id and the time of marking. */
export function updateBookmark(db: Database, bookmark: Bookmark): void {
  statement<unknown[]>(
    db,
    `UPDATE bookmarks SET uuid = @uuid, article_id = @article, revision = @revision, start = @start, "end" = @end,
         marked_start = @markedStart, state = @state, color = @color, changed_at = @changedAt, quote = @quote,
         standing = @standing, prefix = @prefix, suffix = @suffix, note = @note
       WHERE id = @id`,
  ).run({ ...columnsOf(bookmark), id: bookmark.id });
  writeTags(db, bookmark.id, bookmark.tags);
}

/** Where it stands and in which state, and nothing else. */
export function updatePlace(
  db: Database,
  { id, anchor, quote, state }: Pick<Bookmark, "id" | "anchor" | "quote" | "state">,
): void {
  statement<unknown[]>(
    db,
    `UPDATE bookmarks SET revision = @revision, start = @start, "end" = @end, state = @state, standing = @standing,
         prefix = @prefix, suffix = @suffix
       WHERE id = @id`,
  ).run({ ...placeColumns({ anchor, quote }), state, id });
}

export function deleteBookmarkRows(db: Database, ids: readonly number[]): void {
  statement<[string]>(db, "DELETE FROM bookmarks WHERE id IN (SELECT value FROM json_each(?))").run(
    JSON.stringify(ids),
  );
}

function columnsOf(bookmark: Omit<Bookmark, "id">) {
  const { uuid, article, markedStart, state, color, changedAt, quote, note } = bookmark;
  return {
    ...placeColumns(bookmark),
    ...{ uuid, article, markedStart, state, color, changedAt, quote, note },
  };
}

function placeColumns({ anchor, quote }: Pick<Bookmark, "anchor" | "quote">) {
  const { revision, start, end, prefix, suffix } = anchor;
  return { revision, start, end, prefix, suffix, standing: anchor.quote === quote ? null : anchor.quote };
}

function writeTags(db: Database, id: number, tags: readonly string[]): void {
  statement<[number]>(db, "DELETE FROM bookmark_tags WHERE bookmark_id = ?").run(id);
  statement<[number, string]>(
    db,
    "INSERT OR IGNORE INTO bookmark_tags (bookmark_id, tag) SELECT ?, value FROM json_each(?)",
  ).run(id, JSON.stringify(tags));
}
