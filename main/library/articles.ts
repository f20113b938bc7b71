/** The table of articles: what lists show, and the marks people set on them. */
import { randomUUID } from "node:crypto";
import type { Database } from "better-sqlite3";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { FailureError } from "../../preload/model/result.ts";
import type { Digest } from "./digest.ts";
import { pageKey } from "./page-key.ts";
import { forgetTitleOrder } from "./title-order.ts";

/** The columns an import or an edit decides; the others are people's marks. */
const written = [
  "issued_on",
  "publication",
  "page_key",
  "place_on_page",
  "page",
  "page_name",
  "kicker",
  "title",
  "subtitle",
  "byline",
  "credits",
  "excerpt",
  "characters",
  "images",
  "thumbnail",
  "language",
] as const;

type WrittenColumns = Readonly<Record<(typeof written)[number], string | number | null>>;

function columnsOf(article: ImportedArticle, digest: Digest): WrittenColumns {
  return {
    issued_on: article.issuedOn ?? "",
    publication: article.publication,
    page_key: pageKey(article.publication, article.page),
    place_on_page: article.placeOnPage,
    page: article.page,
    page_name: article.pageName,
    kicker: article.kicker,
    title: article.title,
    subtitle: article.subtitle,
    byline: article.byline,
    credits: article.credits,
    ...digest,
    language: article.language,
  };
}

/** Answers the new article's id. `now`: ISO 8601, UTC. */
export function insertArticleRow(
  db: Database,
  row: { article: ImportedArticle; digest: Digest; sample: boolean; now: string },
): number {
  forgetTitleOrder(db);
  const columns = [...written, "uuid", "sample", "added_at"];
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO articles (${columns.join(", ")}) VALUES (${columns.map((name) => `@${name}`).join(", ")})`,
    )
    .run({
      ...columnsOf(row.article, row.digest),
      uuid: randomUUID(),
      sample: Number(row.sample),
      added_at: row.now,
    });
  return Number(lastInsertRowid);
}

/** Id, uuid, star, sample, reading and trash stay; the revision counts up where the text became another. */
export function updateArticleRow(
  db: Database,
  id: number,
  row: { article: ImportedArticle; digest: Digest; textChanged: boolean },
): void {
  forgetTitleOrder(db);
  db.prepare(
    `UPDATE articles SET ${written.map((name) => `${name} = @${name}`).join(", ")},
       revision = revision + @textChanged
     WHERE id = @id`,
  ).run({ ...columnsOf(row.article, row.digest), textChanged: Number(row.textChanged), id });
}

/** Throws `no-such-article` for the first id that names none. */
export function requireArticles(db: Database, ids: readonly number[]): void {
  const missing = db
    .prepare<[string], number>(
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
  db.prepare(
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
  db.prepare(`UPDATE articles SET ${column} = ? WHERE id IN (SELECT value FROM json_each(?))`).run(
    value,
    JSON.stringify(ids),
  );
}
