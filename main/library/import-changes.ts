/**
 * What an import changed, article by article, so that it can be taken back as a whole (撤销本次导入). Noted in the
 * transaction that changes it; kept for the newest imports only.
 */
import type { Database } from "better-sqlite3";
import { UNDOABLE_IMPORTS } from "../../preload/model/import-batch.ts";
import { statement } from "../statement.ts";
import { deleteUnusedOriginals } from "./originals.ts";
import { deleteUnusedPictures } from "./pictures.ts";

/** An article that this import made. */
export function noteCreated(db: Database, job: string, id: number): void {
  statement<unknown[]>(db, "INSERT OR IGNORE INTO import_changes (job, article_id) VALUES (?, ?)").run(
    job,
    id,
  );
}

/**
 * How an article is before this import changes it for the first time: one statement, which copies its blocks as the text
 * they are, below any corrections, which are people's own and stay.
 */
export function noteBefore(db: Database, job: string, id: number): void {
  if (isNoted(db, job, id)) return;
  const { lastInsertRowid } = statement<unknown[]>(
    db,
    `INSERT INTO import_changes (job, article_id, sha256, before, blocks)
       SELECT @job, id, sources.sha256, json_object(
           'fields', json_object(
             'kicker', kicker, 'title', title, 'subtitle', subtitle, 'byline', byline, 'publication', publication,
             'issuedOn', nullif(issued_on, ''), 'page', page, 'pageName', page_name, 'credits', credits,
             'placeOnPage', place_on_page, 'language', language, 'official', json(official)),
           'trashedAt', trashed_at,
           'lastStep', (SELECT max(step_id) FROM correction_patches WHERE correction_patches.article_id = articles.id),
           'source', json_object('sha256', sources.sha256, 'path', path, 'part', part,
             'importerVersion', sources.importer_version, 'collection', collection_id),
           'original', json_object('importerVersion', originals.importer_version, 'articles', originals.articles),
           'encoding', (SELECT encoding FROM original_encodings WHERE sha256 = sources.sha256),
           'bookmarks', json((SELECT json_group_array(json_object(
               'id', bookmarks.id, 'start', start, 'end', "end", 'markedStart', marked_start, 'state', state,
               'quote', quote, 'standing', standing, 'prefix', prefix, 'suffix', suffix))
             FROM bookmarks WHERE bookmarks.article_id = articles.id))),
         coalesce((SELECT imported FROM article_corrections WHERE article_id = id), blocks)
       FROM articles JOIN article_contents AS contents ON contents.article_id = id
         JOIN article_sources AS sources ON sources.article_id = id JOIN originals ON originals.sha256 = sources.sha256
       WHERE id = @id`,
  ).run({ job, id });
  statement<unknown[]>(
    db,
    `INSERT INTO import_change_pictures (change_id, sha256)
       SELECT ?, sha256 FROM article_pictures WHERE article_id = ?`,
  ).run(lastInsertRowid, id);
}

/** The same for all articles of a file that is read in another way than before. */
export function noteBeforeOfBytes(db: Database, job: string, sha256: string): void {
  const ids = statement<[string], number>(db, "SELECT article_id FROM article_sources WHERE sha256 = ?")
    .pluck()
    .all(sha256);
  for (const id of ids) noteBefore(db, job, id);
}

/** A collection that an article came into with this import, and was not in before. The change is noted already or now. */
export function noteJoined(db: Database, job: string, id: number, collection: number): void {
  noteBefore(db, job, id);
  statement<unknown[]>(
    db,
    "UPDATE import_changes SET joined = json_insert(joined, '$[#]', ?) WHERE job = ? AND article_id = ?",
  ).run(collection, job, id);
}

/** Runs what may make collections, and notes those that it made. */
export function notingCollections<Made>(db: Database, job: string | null, make: () => Made): Made {
  if (job === null) return make();
  const last = statement<[], number>(db, "SELECT coalesce(max(id), 0) FROM collections").pluck().get() ?? 0;
  const made = make();
  statement<unknown[]>(
    db,
    "INSERT OR IGNORE INTO import_collections (job, collection_id) SELECT ?, id FROM collections WHERE id > ?",
  ).run(job, last);
  return made;
}

/** What the imports replaced that are too old to be taken back, once another begins. */
export function forgetOldChanges(db: Database): void {
  const old = statement<[number], string>(
    db,
    `SELECT job FROM imports WHERE EXISTS (SELECT 1 FROM import_changes WHERE import_changes.job = imports.job)
       ORDER BY started_at DESC, rowid DESC LIMIT -1 OFFSET ?`,
  )
    .pluck()
    .all(UNDOABLE_IMPORTS - 1);
  for (const job of old) forgetChanges(db, job);
}

export function forgetChanges(db: Database, job: string): void {
  const of = "FROM import_changes WHERE job = ?";
  const pictures = statement<[string], string>(
    db,
    `SELECT DISTINCT sha256 FROM import_change_pictures WHERE change_id IN (SELECT id ${of})`,
  )
    .pluck()
    .all(job);
  const originals = statement<[string], string>(db, `SELECT DISTINCT sha256 ${of} AND sha256 IS NOT NULL`)
    .pluck()
    .all(job);
  statement<unknown[]>(db, `DELETE ${of}`).run(job);
  statement<unknown[]>(db, "DELETE FROM import_collections WHERE job = ?").run(job);
  deleteUnusedPictures(db, pictures);
  deleteUnusedOriginals(db, originals);
}

function isNoted(db: Database, job: string, id: number): boolean {
  return (
    statement<[string, number], number>(db, "SELECT 1 FROM import_changes WHERE job = ? AND article_id = ?")
      .pluck()
      .get(job, id) !== undefined
  );
}
