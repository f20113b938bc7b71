/** Takes the files of an import into the library, many in one transaction: each commit waits for the disk. */
import Sqlite from "better-sqlite3";
import type { ImportFailure, ImportReport, ImportWarning } from "../../preload/model/import-report.ts";
import { recordFiles } from "./imports.ts";
import { knownArticles } from "./sources.ts";
import type { FileToStore, KnownFile } from "./store-file.ts";
import { recogniseFile, storeFile } from "./store-file.ts";

/** What reading a file came to. `known`: as far as the library knew when it was asked. */
export type FileOutcome =
  | { readonly state: "read"; readonly file: FileToStore; readonly warnings: readonly FileWarning[] }
  | { readonly state: "known"; readonly file: KnownFile }
  | { readonly state: "failed"; readonly failure: ImportFailure };

type FileWarning = Omit<ImportWarning, "file">;

type GrowingReport = { -readonly [Kind in keyof ImportReport]: ImportReport[Kind][number][] };

/** Which of these bytes need not be read, as things are now. */
export function areKnown(
  db: Sqlite.Database,
  files: readonly Pick<KnownFile, "sha256" | "importerVersion">[],
): readonly boolean[] {
  return files.map((file) => knownArticles(db, file) !== null);
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
      case "known": {
        const rows = recogniseFile(db, outcome.file);
        if (rows !== null) addRows(report, rows);
        return rows !== null;
      }
      case "read": {
        const { shownPath } = outcome.file.file;
        try {
          addRows(report, storeWhole(outcome.file));
          for (const warning of outcome.warnings) report.warnings.push({ file: shownPath, ...warning });
        } catch (error) {
          if (!db.inTransaction || !isFilesOwnFault(error)) throw error;
          console.error(error);
          report.failed.push({ file: shownPath, code: "unreadable", parameters: { path: shownPath } });
        }
        return true;
      }
    }
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
