/** The files articles came from, each stored once by its SHA-256. */
import type { Database } from "better-sqlite3";
import { FailureError } from "../../preload/model/result.ts";
import { statement } from "../statement.ts";

export interface Original {
  /** The file's name when it was imported. */
  readonly name: string;
  readonly sha256: string;
  /** Chosen by hand for its text; null where it is found out. */
  readonly encoding: string | null;
  readonly bytes: Uint8Array;
}

/** `articles`: how many that version of the importer found in it. */
export function storeOriginal(
  db: Database,
  original: { sha256: string; importerVersion: number; articles: number; bytes: Uint8Array },
): void {
  statement<unknown[]>(
    db,
    `INSERT INTO originals (sha256, importer_version, articles, bytes)
     VALUES (@sha256, @importerVersion, @articles, @bytes)
     ON CONFLICT (sha256) DO UPDATE SET importer_version = @importerVersion, articles = @articles`,
  ).run(original);
}

/** Of all files that are stored. */
export function originalHashes(db: Database): readonly string[] {
  return statement<[], string>(db, "SELECT sha256 FROM originals").pluck().all();
}

/** Whether bytes are stored and that version of the importer was the last to read them. */
export function wasReadBy(db: Database, sha256: string, importerVersion: number): boolean {
  return (
    statement<[string, number], number>(
      db,
      "SELECT 1 FROM originals WHERE sha256 = ? AND importer_version = ?",
    )
      .pluck()
      .get(sha256, importerVersion) !== undefined
  );
}

/** The file an article came from; throws `no-such-article`. */
export function original(db: Database, articleId: number): Original {
  const row = statement<[number], Original>(
    db,
    `SELECT article_sources.name, originals.sha256, encoding, originals.bytes
       FROM article_sources JOIN originals USING (sha256) LEFT JOIN original_encodings USING (sha256)
       WHERE article_id = ?`,
  ).get(articleId);
  if (!row) throw new FailureError("no-such-article", { id: articleId });
  return row;
}

/** The file itself; null where none is stored by that SHA-256. */
export function originalBytes(db: Database, sha256: string): Uint8Array | null {
  const bytes = statement<[string], Uint8Array>(db, "SELECT bytes FROM originals WHERE sha256 = ?")
    .pluck()
    .get(sha256);
  return bytes ?? null;
}

/** The files these articles came from, now or before an import that can be taken back: to be looked at again once they have changed. */
export function originalsOf(db: Database, ids: readonly number[]): readonly string[] {
  return statement<[string, string], string>(
    db,
    `SELECT sha256 FROM article_sources WHERE article_id IN (SELECT value FROM json_each(?))
       UNION SELECT sha256 FROM import_changes
         WHERE article_id IN (SELECT value FROM json_each(?)) AND sha256 IS NOT NULL`,
  )
    .pluck()
    .all(JSON.stringify(ids), JSON.stringify(ids));
}

/** Of these files, those that no article comes from any more, nor would by taking an import back. */
export function deleteUnusedOriginals(db: Database, hashes: readonly string[]): void {
  statement<unknown[]>(
    db,
    `DELETE FROM originals WHERE sha256 IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM article_sources WHERE article_sources.sha256 = originals.sha256)
       AND NOT EXISTS (SELECT 1 FROM import_changes WHERE import_changes.sha256 = originals.sha256)`,
  ).run(JSON.stringify(hashes));
}
