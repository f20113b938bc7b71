/** One record a run of importing: what it came to, group of files by group while it runs, as a whole once it has ended. */
import type { Database } from "better-sqlite3";
import { z } from "zod";
import type { ImportedRow, ImportReport } from "../../preload/model/import-report.ts";
import { importErrorCodes } from "../../preload/model/import-report.ts";
import type { ImportRecord } from "../../preload/model/listing.ts";
import { FailureError } from "../../preload/model/result.ts";
import { statement } from "../statement.ts";

/** What storing one file came to. */
export interface StoredRows {
  readonly imported: readonly ImportedRow[];
  readonly updated: readonly ImportedRow[];
  readonly unchanged: readonly ImportedRow[];
}

const rowSchema = z.object({
  id: z.int(),
  title: z.string(),
  file: z.string(),
  collection: z.string().optional(),
  bookmarks: z.object({ kept: z.int(), moved: z.int(), changed: z.int(), lost: z.int() }).optional(),
});
const parametersSchema = z.record(z.string(), z.union([z.string(), z.number()]));
const reportSchema = z.object({
  imported: z.array(rowSchema),
  updated: z.array(rowSchema),
  unchanged: z.array(rowSchema),
  failed: z.array(
    z.object({ file: z.string(), code: z.enum(importErrorCodes), parameters: parametersSchema }),
  ),
  warnings: z.array(z.object({ file: z.string(), code: z.string(), parameters: parametersSchema })),
}) satisfies z.ZodType<ImportReport>;

/** `now`: ISO 8601, UTC. */
export function beginImport(db: Database, job: string, now: string): void {
  statement<unknown[]>(db, "INSERT INTO imports (job, started_at) VALUES (?, ?)").run(job, now);
}

/** What some more files came to; in the transaction that stores them, so that the record and the library never differ. */
export function recordFiles(db: Database, job: string, files: ImportReport): void {
  statement<unknown[]>(db, "INSERT INTO import_files (job, rows) VALUES (?, ?)").run(
    job,
    JSON.stringify(files),
  );
  statement<unknown[]>(
    db,
    `UPDATE imports SET imported = imported + ?, updated = updated + ?, unchanged = unchanged + ?,
       failed = failed + ? WHERE job = ?`,
  ).run(files.imported.length, files.updated.length, files.unchanged.length, files.failed.length, job);
}

/** Makes one report of what was recorded. */
export function finishImport(db: Database, job: string, cancelled: boolean): void {
  db.transaction(() => {
    statement<unknown[]>(db, "UPDATE imports SET cancelled = ?, report = ? WHERE job = ?").run(
      Number(cancelled),
      JSON.stringify(readImport(db, job)),
      job,
    );
    statement<unknown[]>(db, "DELETE FROM import_files WHERE job = ?").run(job);
  })();
}

/** Imports that were still running when the program ended: they count as cancelled, with what they had stored. */
export function settleInterruptedImports(db: Database): void {
  const jobs = statement<[], string>(db, "SELECT job FROM imports WHERE report IS NULL").pluck().all();
  for (const job of jobs) finishImport(db, job, true);
}

/** Newest first. */
export function listImports(db: Database): readonly ImportRecord[] {
  return statement<[], Omit<ImportRecord, "cancelled"> & { cancelled: number }>(
    db,
    `SELECT job, started_at AS startedAt, imported, updated, unchanged, failed, cancelled
       FROM imports ORDER BY started_at DESC, rowid DESC`,
  )
    .all()
    .map((row) => ({ ...row, cancelled: row.cancelled === 1 }));
}

/** The report, so far where the import still runs. Throws `not-found` for a job that never began. */
export function readImport(db: Database, job: string): ImportReport {
  const row = statement<[string], { report: string | null }>(
    db,
    "SELECT report FROM imports WHERE job = ?",
  ).get(job);
  if (!row) throw new FailureError("not-found", { path: job });
  if (row.report !== null) return reportSchema.parse(JSON.parse(row.report));
  const parts = statement<[string], string>(db, "SELECT rows FROM import_files WHERE job = ? ORDER BY id")
    .pluck()
    .all(job)
    .map((rows) => reportSchema.parse(JSON.parse(rows)));
  return {
    imported: parts.flatMap(({ imported }) => imported),
    updated: parts.flatMap(({ updated }) => updated),
    unchanged: parts.flatMap(({ unchanged }) => unchanged),
    failed: parts.flatMap(({ failed }) => failed),
    warnings: parts.flatMap(({ warnings }) => warnings),
  };
}
