/** The table of articles: what lists show, and the marks people set on them. */
import { randomUUID } from "node:crypto";
import type { Database } from "better-sqlite3";
import type { ArticleFields, ImportedArticle } from "../../preload/model/article.ts";
import { FailureError } from "../../preload/model/result.ts";
import { statement } from "../statement.ts";
import type { Digest } from "./digest.ts";
import { pageKey } from "./page-key.ts";
import { forgetTitleOrder } from "./title-order.ts";

type Columns = Readonly<Record<string, string | number | null>>;

/** What people may correct. `path`: the file it came from. */
function fieldColumns(fields: ArticleFields, path: string): Columns {
  return {
    issued_on: fields.issuedOn ?? "",
    publication: fields.publication,
    page_key: pageKey(fields.publication, fields.page, path),
    page: fields.page,
    page_name: fields.pageName,
    kicker: fields.kicker,
    title: fields.title,
    subtitle: fields.subtitle,
    byline: fields.byline,
    credits: fields.credits,
  };
}

/** All that an import decides; the other columns are people's marks. */
function importColumns(article: ImportedArticle, digest: Digest, path: string): Columns {
  const { placeOnPage, language } = article;
  return { ...fieldColumns(article, path), place_on_page: placeOnPage, language, ...digest };
}

/** Answers the new article's id. `now`: ISO 8601, UTC. */
export function insertArticleRow(
  db: Database,
  row: { article: ImportedArticle; digest: Digest; path: string; sample: boolean; now: string },
): number {
  forgetTitleOrder(db);
  const columns = {
    ...importColumns(row.article, row.digest, row.path),
    uuid: randomUUID(),
    sample: Number(row.sample),
    added_at: row.now,
  };
  const names = Object.keys(columns);
  const { lastInsertRowid } = statement<unknown[]>(
    db,
    `INSERT INTO articles (${names.join(", ")}) VALUES (${names.map((name) => `@${name}`).join(", ")})`,
  ).run(columns);
  return Number(lastInsertRowid);
}

/** After another import: id, uuid, star, sample, reading and trash stay. */
export function updateArticleRow(
  db: Database,
  id: number,
  row: { article: ImportedArticle; digest: Digest; path: string },
): void {
  updateColumns(db, id, importColumns(row.article, row.digest, row.path));
}

/** After a correction by hand. */
export function updateFields(db: Database, id: number, fields: ArticleFields, path: string): void {
  updateColumns(db, id, fieldColumns(fields, path));
}

/** The canonical text has become another: what points into it must find its place again. */
export function countRevision(db: Database, id: number, characters: number): void {
  statement<unknown[]>(db, "UPDATE articles SET revision = revision + 1, characters = ? WHERE id = ?").run(
    characters,
    id,
  );
}

function updateColumns(db: Database, id: number, columns: Columns): void {
  forgetTitleOrder(db);
  const assignments = Object.keys(columns).map((name) => `${name} = @${name}`);
  statement<unknown[]>(db, `UPDATE articles SET ${assignments.join(", ")} WHERE id = @id`).run({
    ...columns,
    id,
  });
}

/** Throws `no-such-article` for the first id that names none. */
export function requireArticles(db: Database, ids: readonly number[]): void {
  const missing = statement<[string], number>(
    db,
    "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM articles) ORDER BY key LIMIT 1",
  )
    .pluck()
    .get(JSON.stringify(ids));
  if (missing !== undefined) throw new FailureError("no-such-article", { id: missing });
}

export function star(db: Database, ids: readonly number[], starred: boolean): void {
  setColumn(db, ids, "starred", Number(starred));
}

export function markRead(db: Database, ids: readonly number[], read: boolean): void {
  setColumn(db, ids, "unread", Number(!read));
}

/** `now`: ISO 8601, UTC. What lies in the trash already keeps its time. */
export function moveToTrash(db: Database, ids: readonly number[], now: string): void {
  requireArticles(db, ids);
  statement<unknown[]>(
    db,
    `UPDATE articles SET trashed_at = ?
     WHERE id IN (SELECT value FROM json_each(?)) AND trashed_at IS NULL`,
  ).run(now, JSON.stringify(ids));
}

export function restoreFromTrash(db: Database, ids: readonly number[]): void {
  setColumn(db, ids, "trashed_at", null);
}

function setColumn(
  db: Database,
  ids: readonly number[],
  column: "starred" | "unread" | "trashed_at",
  value: number | null,
): void {
  requireArticles(db, ids);
  statement<unknown[]>(
    db,
    `UPDATE articles SET ${column} = ? WHERE id IN (SELECT value FROM json_each(?))`,
  ).run(value, JSON.stringify(ids));
}
