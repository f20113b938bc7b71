/** The files of an import, one row each in the order of the import, with what each came to. */
import type { Database } from "better-sqlite3";
import { z } from "zod";
import type { ImportFilePage, ImportFileRow, ImportFileState } from "../../preload/model/import-batch.ts";
import { importFileStates } from "../../preload/model/import-batch.ts";
import type { ImportReport } from "../../preload/model/import-report.ts";
import { importErrorCodes } from "../../preload/model/import-report.ts";
import { statement } from "../statement.ts";

/** A file as it was found, to be recorded before it is read and to be found again after. */
export interface WaitingFile {
  /** As reports name it. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  /** JSON of whatever else belongs to how it was found; opaque here. */
  readonly found: string | null;
}

export type PlacedFile = WaitingFile & { readonly place: number };

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

/**
 * Files that will be dealt with, from `place` on. `insteadOf`: the place of an entry that stood for these and those
 * recorded before, and goes now that all of them are; one of them may take it.
 */
export function expectFiles(
  db: Database,
  job: string,
  place: number,
  files: readonly WaitingFile[],
  insteadOf?: number,
): void {
  const insert = statement<unknown[]>(
    db,
    "INSERT INTO import_files (job, place, file, path, found, state) VALUES (?, ?, ?, ?, ?, 'waiting')",
  );
  const remove = statement<unknown[]>(db, "DELETE FROM import_files WHERE job = ? AND place = ?");
  db.transaction(() => {
    if (insteadOf !== undefined) remove.run(job, insteadOf);
    for (const [index, { file, path, found }] of files.entries()) {
      insert.run(job, place + index, file, path, found);
    }
  })();
}

/** The first `limit` files of places greater than `after`. */
export function listedPaths(
  db: Database,
  job: string,
  after: number,
  limit: number,
): readonly Pick<PlacedFile, "place" | "path">[] {
  return statement<[string, number, number], Pick<PlacedFile, "place" | "path">>(
    db,
    "SELECT place, path FROM import_files WHERE job = ? AND place > ? ORDER BY place LIMIT ?",
  ).all(job, after, limit);
}

/**
 * What one file came to, at its place; without a place, after the last. In the transaction that stores it, so that the
 * record and the library never differ.
 */
export function recordFile(
  db: Database,
  job: string,
  place: number | undefined,
  file: Omit<WaitingFile, "found">,
  report: ImportReport,
): void {
  const at = place ?? nextPlace(db, job);
  statement<unknown[]>(
    db,
    `INSERT INTO import_files (job, place, file, path, state, result) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (job, place) DO UPDATE SET state = excluded.state, result = excluded.result`,
  ).run(job, at, file.file, file.path, stateOf(report), JSON.stringify(report));
}

/** Counts what files came to, or no more, in the transaction that recorded them or forgets it. */
export function countFiles(
  db: Database,
  job: string,
  reports: readonly ImportReport[],
  by: 1 | -1 = 1,
): void {
  const all = (kind: "imported" | "updated" | "unchanged" | "failed") =>
    by * reports.reduce((sum, report) => sum + report[kind].length, 0);
  statement<unknown[]>(
    db,
    `UPDATE imports SET imported = imported + ?, updated = updated + ?, unchanged = unchanged + ?,
       failed = failed + ? WHERE job = ?`,
  ).run(all("imported"), all("updated"), all("unchanged"), all("failed"), job);
}

/** Files that are to be dealt with once more: what they came to is forgotten. Those of places that are none are left out. */
export function awaitFiles(db: Database, job: string, places: readonly number[]): readonly PlacedFile[] {
  return db
    .transaction(() =>
      places.flatMap((place) => {
        const row = statement<[string, number], PlacedFile & { result: string | null }>(
          db,
          "SELECT place, file, path, found, result FROM import_files WHERE job = ? AND place = ?",
        ).get(job, place);
        if (row === undefined) return [];
        const { result, ...file } = row;
        if (result !== null) countFiles(db, job, [reportSchema.parse(JSON.parse(result))], -1);
        statement<unknown[]>(
          db,
          "UPDATE import_files SET state = 'waiting', result = NULL WHERE job = ? AND place = ?",
        ).run(job, place);
        return [file];
      }),
    )
    .immediate();
}

/** The places of the files that the import was stopped before. */
export function waitingPlaces(db: Database, job: string): readonly number[] {
  return statement<[string], number>(
    db,
    "SELECT place FROM import_files WHERE job = ? AND state = 'waiting' ORDER BY place",
  )
    .pluck()
    .all(job);
}

/** `state`: null for the files of any. */
export function listFiles(
  db: Database,
  asked: {
    readonly job: string;
    readonly state: ImportFileState | null;
    readonly offset: number;
    readonly limit: number;
  },
): ImportFilePage {
  const { job, state, offset, limit } = asked;
  const states = statesOf(db, job);
  const total = state === null ? importFileStates.reduce((sum, one) => sum + states[one], 0) : states[state];
  const rows = statement<unknown[], StoredFile>(
    db,
    `SELECT place, file, state, result FROM import_files
       WHERE job = @job ${state === null ? "" : "AND state = @state"} ORDER BY place LIMIT @limit OFFSET @offset`,
  ).all(state === null ? { job, limit, offset } : { job, state, limit, offset });
  return { total, states, rows: rows.map(rowOf) };
}

interface StoredFile {
  readonly place: number;
  readonly file: string;
  readonly state: ImportFileState;
  readonly result: string | null;
}

/** The reports of the files that have been dealt with, in their order. */
export function* fileReports(
  db: Database,
  job: string,
): Generator<{ readonly place: number; readonly file: string; readonly report: ImportReport }> {
  const rows = statement<[string], { place: number; file: string; result: string }>(
    db,
    "SELECT place, file, result FROM import_files WHERE job = ? AND result IS NOT NULL ORDER BY place",
  ).all(job);
  for (const { place, file, result } of rows) {
    yield { place, file, report: reportSchema.parse(JSON.parse(result)) };
  }
}

export function statesOf(db: Database, job: string): Readonly<Record<ImportFileState, number>> {
  const counts = statement<[string], { state: ImportFileState; count: number }>(
    db,
    "SELECT state, count(*) AS count FROM import_files WHERE job = ? GROUP BY state",
  ).all(job);
  const none = { waiting: 0, imported: 0, updated: 0, unchanged: 0, noted: 0, failed: 0 };
  return { ...none, ...Object.fromEntries(counts.map(({ state, count }) => [state, count])) };
}

function rowOf({ place, file, state, result }: StoredFile): ImportFileRow {
  if (result === null) return { place, file, state, articles: 0, article: null, failed: [], warnings: [] };
  const report = reportSchema.parse(JSON.parse(result));
  const articles = [...report.imported, ...report.updated, ...report.unchanged];
  const [first] = articles;
  return {
    ...{ place, file, state, articles: articles.length },
    article: first === undefined ? null : { id: first.id, title: first.title },
    failed: report.failed,
    warnings: report.warnings.map(({ code, parameters }) => ({ code, parameters })),
  };
}

/** What a person would say of a file several articles came of: the most that happened to one of them. */
function stateOf(report: ImportReport): ImportFileState {
  const kinds = ["imported", "updated", "unchanged", "failed"] as const;
  return kinds.find((kind) => report[kind].length > 0) ?? "noted";
}

/** After the last. */
export function nextPlace(db: Database, job: string): number {
  return (
    statement<[string], number>(db, "SELECT coalesce(max(place) + 1, 0) FROM import_files WHERE job = ?")
      .pluck()
      .get(job) ?? 0
  );
}
