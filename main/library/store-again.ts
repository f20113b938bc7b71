/** A file of the library read again from its stored original: its articles stay who they are. */
import type { Database } from "better-sqlite3";
import type { BatchDetails } from "../../preload/model/import-report.ts";
import { FailureError } from "../../preload/model/result.ts";
import { statement } from "../statement.ts";
import { moveToTrash } from "./articles.ts";
import { chosenEncoding } from "./encodings.ts";
import { noteBeforeOfBytes } from "./import-changes.ts";
import { CUT_PART, documentOf, makeRoom, setPart } from "./sources.ts";
import type { FileOutcome } from "./store-files.ts";
import { storeFiles } from "./store-files.ts";

export interface KeptFile {
  readonly name: string;
  /** Where it lay when it was imported, as it was given. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly sample: boolean;
  /** What the article has of its batch, for what the file itself leaves open. */
  readonly details: BatchDetails;
}

/** The file that an article came from. Throws `no-such-article`. */
export function keptFile(db: Database, articleId: number): KeptFile {
  const row = statement<[number], Omit<KeptFile, "details" | "sample"> & BatchDetails & { sample: number }>(
    db,
    `SELECT name, path, sha256, bytes, sample, publication, NULLIF(issued_on, '') AS issuedOn, page,
       page_name AS pageName
       FROM article_sources JOIN originals USING (sha256) JOIN articles ON articles.id = article_id
       WHERE article_id = ?`,
  ).get(articleId);
  if (!row) throw new FailureError("no-such-article", { id: articleId });
  const { publication, issuedOn, page, pageName, sample, ...file } = row;
  return { ...file, sample: sample === 1, details: { publication, issuedOn, page, pageName } };
}

/** The beginning of that file. Throws `no-such-article`. */
export function keptBeginning(
  db: Database,
  articleId: number,
  length: number,
): { readonly name: string; readonly chosen: string | null; readonly bytes: Uint8Array } {
  const row = statement<[number, number], { name: string; sha256: string; bytes: Uint8Array }>(
    db,
    `SELECT name, sha256, substr(bytes, 1, ?) AS bytes
       FROM article_sources JOIN originals USING (sha256) WHERE article_id = ?`,
  ).get(length, articleId);
  if (!row) throw new FailureError("no-such-article", { id: articleId });
  return { name: row.name, chosen: chosenEncoding(db, row.sha256), bytes: row.bytes };
}

/**
 * Stores what reading the same bytes in another way came to, recorded under `job`. The articles of the file that are
 * there become those of the new reading; what is left over of them goes to the trash.
 */
export function storeAgain(db: Database, job: string, read: FileOutcome & { readonly state: "read" }): void {
  const { file, articles, now } = read.file;
  db.transaction(() => {
    noteBeforeOfBytes(db, job, file.sha256);
    const left = takeDocuments(
      db,
      file.sha256,
      articles.map(({ part }) => part),
    );
    storeFiles(db, job, [read]);
    if (left.length > 0) moveToTrash(db, left, now);
  }).immediate();
}

/** Gives articles whose document is named no more parts of those that have no article; answers those for which none is left. */
function takeDocuments(db: Database, sha256: string, parts: readonly string[]): readonly number[] {
  const known = statement<[string, string], { id: number; part: string }>(
    db,
    "SELECT article_id AS id, part FROM article_sources WHERE sha256 = ? AND instr(part, ?) = 0 ORDER BY article_id",
  ).all(sha256, CUT_PART);
  const documents = (of: readonly string[]) => new Set(of.map(documentOf));
  const [read, there] = [documents(parts), documents(known.map(({ part }) => part))];
  const stale = known.filter(({ part }) => !read.has(documentOf(part)));
  const free = parts.filter((part) => !there.has(documentOf(part)));
  for (const [index, { id }] of stale.slice(0, free.length).entries()) {
    const part = free[index] ?? "";
    makeRoom(db, id, { part }, new Set(parts));
    setPart(db, id, part);
  }
  return stale.slice(free.length).map(({ id }) => id);
}
