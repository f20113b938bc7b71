/** One record a run of importing: when it was, what it came to, and whether it has been taken back. */
import type { Database } from "better-sqlite3";
import type { BatchDetails, ImportedRow, ImportReport } from "../../preload/model/import-report.ts";
import { batchDetailsSchema } from "../../preload/model/import-report.ts";
import type { ImportRecord } from "../../preload/model/listing.ts";
import { FailureError } from "../../preload/model/result.ts";
import { statement } from "../statement.ts";
import { forgetOldChanges } from "./import-changes.ts";
import type { WaitingFile } from "./import-files.ts";
import { expectFiles, fileReports } from "./import-files.ts";
import { keepPagesForImporting, keepPagesForReading } from "./page-cache.ts";

/** What storing one file came to. */
export interface StoredRows {
  readonly imported: readonly ImportedRow[];
  readonly updated: readonly ImportedRow[];
  readonly unchanged: readonly ImportedRow[];
}

/**
 * `now`: ISO 8601, UTC. `details`: what was said of the whole batch. `given`: what is yet to be looked through for its
 * files, and stands for them until they are all recorded.
 */
export function beginImport(
  db: Database,
  job: string,
  now: string,
  details: BatchDetails | null = null,
  given?: WaitingFile,
): void {
  keepPagesForImporting(db);
  db.transaction(() => {
    forgetOldChanges(db);
    statement<unknown[]>(db, "INSERT INTO imports (job, started_at, details) VALUES (?, ?, ?)").run(
      ...[job, now, details === null ? null : JSON.stringify(details)],
    );
    if (given !== undefined) expectFiles(db, job, GIVEN_PLACE, [given]);
  })();
}

/** Some of its files are to be dealt with once more. Throws `no-such-import`. */
export function resumeImport(db: Database, job: string): void {
  requireImport(db, job);
  keepPagesForImporting(db);
  statement<unknown[]>(db, "UPDATE imports SET finished = 0, cancelled = 0, undo = 'no' WHERE job = ?").run(
    job,
  );
}

/** What was said of the whole batch; null where nothing was. Throws `no-such-import`. */
export function importDetails(db: Database, job: string): BatchDetails | null {
  const details = statement<[string], string | null>(db, "SELECT details FROM imports WHERE job = ?")
    .pluck()
    .get(job);
  if (details === undefined) throw new FailureError("no-such-import", { job });
  return details === null ? null : batchDetailsSchema.parse(JSON.parse(details));
}

export function finishImport(db: Database, job: string, cancelled: boolean): void {
  keepPagesForReading(db);
  statement<unknown[]>(db, "UPDATE imports SET cancelled = ?, finished = 1 WHERE job = ?").run(
    Number(cancelled),
    job,
  );
}

/** Of what an import was given, as long as that stands for its files: before the first of them. */
export const GIVEN_PLACE = -1;

/**
 * Imports that were still running when the program ended: they count as cancelled, with what they had stored. Where what
 * they were given still stands for their files, those that were recorded are not all, and none has been dealt with.
 */
export function settleInterruptedImports(db: Database): void {
  statement<unknown[]>(
    db,
    `DELETE FROM import_files WHERE place > @place AND job IN (
       SELECT job FROM imports JOIN import_files AS given USING (job)
         WHERE finished = 0 AND place = @place AND state = 'waiting' AND json_type(found, '$.given') = 'array')`,
  ).run({ place: GIVEN_PLACE });
  statement<unknown[]>(db, "UPDATE imports SET cancelled = 1, finished = 1 WHERE finished = 0").run();
}

/** Newest first. */
export function listImports(db: Database): readonly ImportRecord[] {
  return statement<[], Omit<ImportRecord, "cancelled"> & { cancelled: number }>(
    db,
    `SELECT job, started_at AS startedAt, imported, updated, unchanged, failed, cancelled, undo
       FROM imports ORDER BY started_at DESC, rowid DESC`,
  )
    .all()
    .map((row) => ({ ...row, cancelled: row.cancelled === 1 }));
}

/** The report, so far where the import still runs. Throws `no-such-import` for a job that never began. */
export function readImport(db: Database, job: string): ImportReport {
  requireImport(db, job);
  const reports = [...fileReports(db, job)].map(({ report }) => report);
  return {
    imported: reports.flatMap(({ imported }) => imported),
    updated: reports.flatMap(({ updated }) => updated),
    unchanged: reports.flatMap(({ unchanged }) => unchanged),
    failed: reports.flatMap(({ failed }) => failed),
    warnings: reports.flatMap(({ warnings }) => warnings),
  };
}

/** Throws `no-such-import` for a job that never began. */
export function requireImport(db: Database, job: string): void {
  const known = statement<[string], number>(db, "SELECT 1 FROM imports WHERE job = ?").pluck().get(job);
  if (known === undefined) throw new FailureError("no-such-import", { job });
}
