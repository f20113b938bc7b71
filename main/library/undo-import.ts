/**
 * Takes an import back (撤销本次导入): new articles go to the trash, the others are again as they were, the collections it
 * made and nobody filled go. A few articles at a time, each group in a transaction of its own that also forgets what it
 * has dealt with, so that what was interrupted can be gone on with.
 */
import type { Database } from "better-sqlite3";
import { z } from "zod";
import { articleBlocksSchema, officialDocumentSchema } from "../../preload/model/article.ts";
import type { UndoForecast, UndoProgress } from "../../preload/model/import-batch.ts";
import { statement } from "../statement.ts";
import { moveToTrash } from "./articles.ts";
import { placeBookmarksAgain, placedBookmarkSchema } from "./bookmarks-back.ts";
import { deleteForever } from "./delete-articles.ts";
import { rememberEncoding } from "./encodings.ts";
import { forgetChanges } from "./import-changes.ts";
import { requireImport } from "./imports.ts";
import { deleteUnusedOriginals } from "./originals.ts";
import { isOfJob, partFromOthers } from "./part-from-others.ts";
import { deleteUnusedPictures } from "./pictures.ts";
import { cutsOf, makeRoom } from "./sources.ts";
import { updateArticle } from "./store-file.ts";
import { storedFieldsSchema } from "./stored-fields.ts";

/** After so long a group is closed, however few it has dealt with: following bookmarks takes its time. Milliseconds. */
const LONGEST_MS = 40;

interface Change {
  readonly id: number;
  readonly articleId: number;
  /** JSON: ids of collections. */
  readonly joined: string;
  /** JSON; null for an article that the import made. */
  readonly before: string | null;
  readonly blocks: string | null;
}

const beforeSchema = z.object({
  fields: storedFieldsSchema.extend({
    placeOnPage: z.int(),
    language: z.string(),
    official: officialDocumentSchema.nullable(),
  }),
  trashedAt: z.string().nullable(),
  /** The last step of correcting it by then. */
  lastStep: z.int().nullable().default(null),
  source: z.object({
    sha256: z.string(),
    path: z.string(),
    part: z.string(),
    importerVersion: z.int(),
    collection: z.int().nullable(),
  }),
  original: z.object({ importerVersion: z.int(), articles: z.int() }),
  encoding: z.string().nullable(),
  bookmarks: z.array(placedBookmarkSchema),
});

type Before = z.infer<typeof beforeSchema>;

/** Throws `no-such-import` for a job that never began. */
export function undoForecast(db: Database, job: string): UndoForecast {
  requireImport(db, job);
  const created = countCreated(db, job);
  const changed = countChanges(db, job) - created;
  const { undo, counted } = statement<
    [string],
    { readonly undo: "no" | "begun" | "done"; readonly counted: number }
  >(db, "SELECT undo, imported + updated AS counted FROM imports WHERE job = ?").get(job) ?? {
    undo: "no",
    counted: 0,
  };
  const anything = created + changed > 0;
  const state = undo !== "no" ? undo : anything ? "possible" : counted > 0 ? "too-old" : "nothing";
  return { state, created, changed };
}

/**
 * The next articles, at most `limit`; answers how many wait. `now`: ISO 8601, UTC. Throws `no-such-import`.
 */
export function undoNext(db: Database, job: string, limit: number, now: string): UndoProgress {
  return db
    .transaction(() => {
      requireImport(db, job);
      statement<unknown[]>(db, "UPDATE imports SET undo = 'begun' WHERE job = ? AND undo = 'no'").run(job);
      const started = performance.now();
      let done = 0;
      for (const change of nextChanges(db, job, limit)) {
        takeBack(db, job, change, now);
        done++;
        if (performance.now() - started > LONGEST_MS) break;
      }
      const left = countChanges(db, job);
      if (left === 0) finish(db, job);
      return { done, left };
    })
    .immediate();
}

/** New ones first: they may hold the place of what comes back. */
function nextChanges(db: Database, job: string, limit: number): readonly Change[] {
  const some = (which: "IS NULL" | "IS NOT NULL", most: number) =>
    statement<[string, number], Change>(
      db,
      `SELECT id, article_id AS articleId, joined, before, blocks FROM import_changes
         WHERE job = ? AND before ${which} LIMIT ?`,
    ).all(job, most);
  const created = some("IS NULL", limit);
  return created.length === limit ? created : [...created, ...some("IS NOT NULL", limit - created.length)];
}

function takeBack(db: Database, job: string, change: Change, now: string): void {
  const { id, articleId, joined, before } = change;
  const later = statement<[number, number], number>(
    db,
    "SELECT id FROM import_changes WHERE article_id = ? AND id > ? ORDER BY id LIMIT 1",
  )
    .pluck()
    .get(articleId, id);
  if (later !== undefined) handOver(db, change, later);
  else {
    leave(db, articleId, joined);
    if (before === null) takeAway(db, job, articleId, now);
    else {
      const was = beforeSchema.parse(JSON.parse(before));
      if (was.trashedAt !== null) partFromOthers(db, { job, id: articleId, since: was.lastStep ?? 0 }, now);
      restore(db, job, articleId, was, change.blocks ?? "");
    }
  }
  forget(db, id);
}

/** With what was cut off it by hand, which came in with it. */
function takeAway(db: Database, job: string, id: number, now: string): void {
  partFromOthers(db, { job, id, since: 0 }, now);
  moveToTrash(db, [id, ...cutsOf(db, id)], now);
}

/** A later import has changed it again: taking that one back is then to lead to before this one. */
function handOver(db: Database, { id, joined, before, blocks }: Change, later: number): void {
  statement<unknown[]>(
    db,
    `UPDATE import_changes SET sha256 = (SELECT sha256 FROM import_changes WHERE id = @id), before = @before,
       blocks = @blocks,
       joined = (SELECT json_group_array(DISTINCT value)
         FROM (SELECT value FROM json_each(joined) UNION SELECT value FROM json_each(@joined)))
     WHERE id = @later`,
  ).run({ id, later, before, blocks, joined });
  statement<unknown[]>(db, "DELETE FROM import_change_pictures WHERE change_id = ?").run(later);
  statement<unknown[]>(
    db,
    "INSERT INTO import_change_pictures (change_id, sha256) SELECT ?, sha256 FROM import_change_pictures WHERE change_id = ?",
  ).run(later, id);
}

/** Out of the collections it came into with the import. */
function leave(db: Database, articleId: number, joined: string): void {
  statement<unknown[]>(
    db,
    "DELETE FROM collection_articles WHERE article_id = ? AND collection_id IN (SELECT value FROM json_each(?))",
  ).run(articleId, joined);
}

function restore(db: Database, job: string, id: number, before: Before, blocks: string): void {
  const { source } = before;
  if (!makeWay(db, job, id, source)) return;
  const current = statement<[number], { sha256: string; part: string; importerVersion: number }>(
    db,
    "SELECT sha256, part, importer_version AS importerVersion FROM article_sources WHERE article_id = ?",
  ).get(id);
  if (current === undefined) return;
  const { official, ...fields } = before.fields;
  const collection = isCollection(db, source.collection) ? source.collection : null;
  updateArticle(
    db,
    { id, sha256: current.sha256 },
    {
      article: { ...fields, official, ...articleBlocksSchema.parse(JSON.parse(blocks)) },
      ...{ source, collection },
    },
  );
  statement<unknown[]>(
    db,
    "UPDATE originals SET importer_version = @importerVersion, articles = @articles WHERE sha256 = @sha256",
  ).run({ ...before.original, sha256: source.sha256 });
  rememberEncoding(db, source.sha256, before.encoding);
  deleteUnusedOriginals(db, [current.sha256]);
  statement<unknown[]>(db, "UPDATE articles SET trashed_at = ? WHERE id = ?").run(before.trashedAt, id);
  placeBookmarksAgain(db, id, before.bookmarks);
}

/**
 * No two articles are the same part of the same bytes. What the import made of a copy of these bytes makes way, if nobody
 * has done anything with it; false where something else holds the place, and the article stays as it is.
 */
function makeWay(db: Database, job: string, id: number, source: Before["source"]): boolean {
  const holder = statement<[string, string, number], { id: number; trashed: number }>(
    db,
    `SELECT article_id AS id, trashed_at IS NOT NULL AS trashed FROM article_sources JOIN articles ON id = article_id
       WHERE sha256 = ? AND part = ? AND article_id <> ?`,
  ).get(source.sha256, source.part, id);
  if (holder !== undefined && !isToBeRestored(db, job, holder.id) && !makesWay(db, job, holder)) return false;
  makeRoom(db, id, source);
  return true;
}

/** Whether the import has changed it as well, so that it leaves its place by itself. */
function isToBeRestored(db: Database, job: string, id: number): boolean {
  const change = "SELECT 1 FROM import_changes WHERE job = ? AND article_id = ? AND before IS NOT NULL";
  return statement<[string, number], number>(db, change).pluck().get(job, id) !== undefined;
}

function makesWay(
  db: Database,
  job: string,
  holder: { readonly id: number; readonly trashed: number },
): boolean {
  if (holder.trashed === 0 || !isOfJob(db, job, holder.id) || isUsed(db, holder.id)) return false;
  deleteForever(db, [holder.id]);
  return true;
}

/** Whether a person has done anything with it that deleting it would lose. */
function isUsed(db: Database, id: number): boolean {
  return ["bookmarks", "article_edits", "article_corrections", "correction_patches", "print_pieces"].some(
    (table) =>
      statement<[number], number>(db, `SELECT 1 FROM ${table} WHERE article_id = ? LIMIT 1`)
        .pluck()
        .get(id) !== undefined,
  );
}

function isCollection(db: Database, id: number | null): boolean {
  return (
    statement<[number | null], number>(db, "SELECT 1 FROM collections WHERE id = ?").pluck().get(id) !==
    undefined
  );
}

/** The bytes that only this change held on to go with it. */
function forget(db: Database, id: number): void {
  const pictures = statement<[number], string>(
    db,
    "SELECT sha256 FROM import_change_pictures WHERE change_id = ?",
  )
    .pluck()
    .all(id);
  const original = statement<[number], string | null>(db, "SELECT sha256 FROM import_changes WHERE id = ?")
    .pluck()
    .get(id);
  statement<unknown[]>(db, "DELETE FROM import_changes WHERE id = ?").run(id);
  deleteUnusedPictures(db, pictures);
  if (original != null) deleteUnusedOriginals(db, [original]);
}

/** Collections that the import made go, the innermost first, unless they hold something that is not in the trash. */
function finish(db: Database, job: string): void {
  const made = statement<[string], { id: number; title: string }>(
    db,
    `SELECT id, title FROM import_collections JOIN collections ON id = collection_id WHERE job = ?
       ORDER BY length(title) DESC`,
  ).all(job);
  for (const { id, title } of made) {
    statement<unknown[]>(
      db,
      `DELETE FROM collections WHERE id = @id
         AND NOT EXISTS (SELECT 1 FROM collection_articles WHERE collection_id = @id)
         AND NOT EXISTS (SELECT 1 FROM collections AS below
           WHERE below.title > @title || '/' AND below.title < @title || '0')`,
    ).run({ id, title });
  }
  forgetChanges(db, job);
  statement<unknown[]>(db, "UPDATE imports SET undo = 'done' WHERE job = ?").run(job);
}

function countChanges(db: Database, job: string): number {
  return (
    statement<[string], number>(db, "SELECT count(*) FROM import_changes WHERE job = ?").pluck().get(job) ?? 0
  );
}

function countCreated(db: Database, job: string): number {
  return (
    statement<[string], number>(db, "SELECT count(*) FROM import_changes WHERE job = ? AND before IS NULL")
      .pluck()
      .get(job) ?? 0
  );
}
