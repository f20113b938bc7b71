/** Pictures, each stored once by its SHA-256, and which articles show them. */
import type { Database } from "better-sqlite3";
import type { ImageHash, ImportedArticle } from "../../preload/model/article.ts";
import { statement } from "../statement.ts";
import { picturesOf } from "./digest.ts";

export interface Picture {
  readonly sha256: ImageHash;
  readonly mediaType: string;
  /** Pixels; 0 where not known. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

export function storePictures(db: Database, pictures: readonly Picture[]): void {
  const insert = statement<unknown[]>(
    db,
    `INSERT OR IGNORE INTO pictures (sha256, media_type, width, height, bytes)
     VALUES (@sha256, @mediaType, @width, @height, @bytes)`,
  );
  for (const picture of pictures) insert.run(picture);
}

/** Null where no article shows such a picture. */
export function picture(
  db: Database,
  hash: ImageHash,
): { readonly mediaType: string; readonly bytes: Uint8Array } | null {
  const row = statement<[string], { mediaType: string; bytes: Buffer }>(
    db,
    "SELECT media_type AS mediaType, bytes FROM pictures WHERE sha256 = ?",
  ).get(hash);
  return row ?? null;
}

/** With its size, for a document of another program. */
export function sizedPicture(db: Database, hash: ImageHash): Omit<Picture, "sha256"> | null {
  const row = statement<[string], Omit<Picture, "sha256">>(
    db,
    "SELECT media_type AS mediaType, width, height, bytes FROM pictures WHERE sha256 = ?",
  ).get(hash);
  return row ?? null;
}

/** Notes which stored pictures an article shows; what it no longer shows is for `deleteUnusedPictures`. */
export function writeArticlePictures(
  db: Database,
  id: number,
  article: Pick<ImportedArticle, "lead" | "body">,
): void {
  statement<unknown[]>(db, "DELETE FROM article_pictures WHERE article_id = ?").run(id);
  const insert = statement<unknown[]>(
    db,
    "INSERT OR IGNORE INTO article_pictures (article_id, sha256) VALUES (?, ?)",
  );
  for (const { hash } of picturesOf(article)) insert.run(id, hash);
}

/** The pictures of these articles, now or before an import that can be taken back: to be looked at again once they have changed. */
export function picturesShownBy(db: Database, ids: readonly number[]): readonly ImageHash[] {
  return statement<[string, string], ImageHash>(
    db,
    `SELECT sha256 FROM article_pictures WHERE article_id IN (SELECT value FROM json_each(?))
       UNION SELECT import_change_pictures.sha256 FROM import_changes JOIN import_change_pictures ON change_id = id
         WHERE article_id IN (SELECT value FROM json_each(?))`,
  )
    .pluck()
    .all(JSON.stringify(ids), JSON.stringify(ids));
}

/** Of these, those that an article shows and that never came in as files of their own. */
export function shownByPages(db: Database, hashes: readonly ImageHash[]): readonly ImageHash[] {
  return statement<[string], ImageHash>(
    db,
    `SELECT value FROM json_each(?)
       WHERE EXISTS (SELECT 1 FROM article_pictures WHERE sha256 = value)
         AND NOT EXISTS (SELECT 1 FROM article_sources WHERE sha256 = value)`,
  )
    .pluck()
    .all(JSON.stringify(hashes));
}

/** Of these pictures, those that no article shows any more, nor would by taking an import back. */
export function deleteUnusedPictures(db: Database, hashes: readonly ImageHash[]): void {
  statement<unknown[]>(
    db,
    `DELETE FROM pictures WHERE sha256 IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM article_pictures WHERE article_pictures.sha256 = pictures.sha256)
       AND NOT EXISTS (SELECT 1 FROM import_change_pictures WHERE import_change_pictures.sha256 = pictures.sha256)`,
  ).run(JSON.stringify(hashes));
}
