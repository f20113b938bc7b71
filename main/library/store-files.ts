/** Takes the files of an import into the library, many in one transaction: each commit waits for the disk. */
import Sqlite from "better-sqlite3";
import type { ImportFailure, ImportReport, ImportWarning } from "../../preload/model/import-report.ts";
import { chosenEncoding } from "./encodings.ts";
import { recordFiles } from "./imports.ts";
import { knownArticles } from "./sources.ts";
import type { FileToStore, KnownFile } from "./store-file.ts";
import { recogniseFile, storeFile } from "./store-file.ts";

/** What reading a file came to. `known`: as far as the library knew when it was asked. */
export type FileOutcome =
  | {
      readonly state: "read";
      readonly file: FileToStore;
      readonly warnings: readonly FileWarning[];
      /** Files within the file that could not be read. */
      readonly failed?: readonly ImportFailure[];
    }
  /** A file that was of use in another way than by articles. */
  | { readonly state: "noted"; readonly warnings: readonly ImportWarning[] }
  | { readonly state: "known"; readonly file: KnownFile }
  | { readonly state: "failed"; readonly failure: ImportFailure };

/** Of the file itself, unless it names another within it. */
type FileWarning = Omit<ImportWarning, "file"> & Partial<Pick<ImportWarning, "file">>;

type GrowingReport = { -readonly [Kind in keyof ImportReport]: ImportReport[Kind][number][] };

/** Bytes that may have been read before; `encoding`: they are to be read in that one, because a person chose it. */
export interface AskedFile extends Pick<KnownFile, "sha256" | "importerVersion"> {
  readonly encoding?: string | undefined;
}

/** Which of these bytes need not be read, as things are now; or the encoding once chosen for them, in which to read them. */
export function areKnown(
  db: Sqlite.Database,
  files: readonly AskedFile[],
): readonly (boolean | { readonly encoding: string })[] {
  return files.map(({ encoding, ...file }) => {
    const chosen = chosenEncoding(db, file.sha256);
    if (encoding !== undefined && encoding !== chosen) return false;
    if (knownArticles(db, file) !== null) return true;
    return chosen === null ? false : { encoding: chosen };
  });
}

/**
 * Stores the files in their order and records them under `job`, an import that has begun. Each is whole or absent: one
 * that the library cannot take is recorded as unreadable. Answers how many were dealt with: fewer than given where the
 * next is not known any more, since files before it changed what the library holds; that one must be read first.
 * Throws what ails the library itself, and stores nothing then.
 */
export function storeFiles(db: Sqlite.Database, job: string, files: readonly FileOutcome[]): number {
  const storeWhole = db.transaction((file: FileToStore) => storeFile(db, file));
  const report: GrowingReport = { imported: [], updated: [], unchanged: [], failed: [], warnings: [] };

  /** False where the file must be read first. */
  function take(outcome: FileOutcome): boolean {
    switch (outcome.state) {
      case "failed":
        report.failed.push(outcome.failure);
        return true;
      case "noted":
        for (const warning of outcome.warnings) report.warnings.push(warning);
        return true;
      case "known": {
        const rows = recogniseFile(db, outcome.file);
        if (rows !== null) addRows(report, rows);
        return rows !== null;
      }
      case "read":
        takeRead(outcome);
        return true;
    }
  }

  function takeRead({ file, warnings, failed = [] }: FileOutcome & { state: "read" }): void {
    const { shownPath } = file.file;
    try {
      addRows(report, storeWhole(file));
    } catch (error) {
      if (!db.inTransaction || !isFilesOwnFault(error)) throw error;
      console.error(error);
      report.failed.push({ file: shownPath, code: "unreadable", parameters: { path: shownPath } });
      return;
    }
    for (const warning of warnings) report.warnings.push({ file: shownPath, ...warning });
    for (const failure of failed) report.failed.push(failure);
  }

  return db
    .transaction(() => {
      const untaken = files.findIndex((outcome) => !take(outcome));
      recordFiles(db, job, report);
      return untaken === -1 ? files.length : untaken;
    })
    .immediate();
}

function addRows(
  report: GrowingReport,
  rows: Pick<ImportReport, "imported" | "updated" | "unchanged">,
): void {
  for (const kind of ["imported", "updated", "unchanged"] as const) {
    for (const row of rows[kind]) report[kind].push(row);
  }
}

/** What contradicts itself or is too large to be stored; not a full disk or a damaged library, which the next file would meet too. */
function isFilesOwnFault(error: unknown): boolean {
  return !(error instanceof Sqlite.SqliteError) || /^SQLITE_(?:CONSTRAINT|TOOBIG)/.test(error.code);
}
