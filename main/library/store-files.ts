/** Takes the files of an import into the library, many in one transaction: each commit waits for the disk. */
import Sqlite from "better-sqlite3";
import type { ImportFailure, ImportReport, ImportWarning } from "../../preload/model/import-report.ts";
import type { PackedImport } from "../../preload/model/packed-article.ts";
import { unpackImport } from "../../preload/model/packed-article.ts";
import { inTransaction } from "../in-transaction.ts";
import { chosenEncoding } from "./encodings.ts";
import { countFiles, recordFile } from "./import-files.ts";
import { withKeptPictures } from "./kept-pictures.ts";
import { knownArticles } from "./sources.ts";
import type { FileToStore, KnownFile } from "./store-file.ts";
import { recogniseFile, storeFile } from "./store-file.ts";

/** A file whose articles' blocks have not been looked at since another process read it. */
export interface PackedFile extends Omit<FileToStore, "articles"> {
  readonly articles: readonly (Omit<FileToStore["articles"][number], "article"> & {
    readonly article: PackedImport;
  })[];
}

/** What reading a file came to. `known`: as far as the library knew when it was asked. */
export type FileOutcome =
  | {
      readonly state: "read";
      readonly file: PackedFile;
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
    const articles = knownArticles(db, file);
    // What comes out of the trash comes back into its collection, which reading alone tells.
    if (articles !== null && !articles.some(({ trashed }) => trashed)) return true;
    return chosen === null ? false : { encoding: chosen };
  });
}

/**
 * Stores the files in their order and records them under `job`, an import that has begun. Each is whole or absent: one
 * that the library cannot take is recorded as unreadable. Answers how many were dealt with: fewer than given where the
 * next is not known any more, since files before it changed what the library holds; that one must be read first.
 * `places`: theirs among the files of the import; without them they follow the last. Throws what ails the library itself,
 * and stores nothing then.
 */
export function storeFiles(
  db: Sqlite.Database,
  job: string,
  files: readonly FileOutcome[],
  places: readonly number[] = [],
): number {
  const storeWhole = db.transaction((file: FileToStore) => storeFile(db, file, job));

  /** Null where the file must be read first. */
  function reportOf(outcome: FileOutcome): ImportReport | null {
    switch (outcome.state) {
      case "failed":
        return { ...nothing, failed: [outcome.failure] };
      case "noted":
        return { ...nothing, warnings: outcome.warnings };
      case "known": {
        const rows = recogniseFile(db, outcome.file, job);
        return rows && { ...nothing, ...rows };
      }
      case "read":
        return reportOfRead(outcome);
    }
  }

  function reportOfRead(read: FileOutcome & { state: "read" }): ImportReport {
    const { shownPath } = read.file.file;
    try {
      const { file, warnings, failed = [] } = withKeptPictures(db, read);
      const named = warnings.map((warning) => ({ file: shownPath, ...warning }));
      const { putAway = 0, ...rows } = storeWhole(unpacked(file));
      const told = { file: shownPath, code: "warning.articles-put-away", parameters: { count: putAway } };
      return { ...rows, failed, warnings: putAway === 0 ? named : [...named, told] };
    } catch (error) {
      if (!db.inTransaction || !isFilesOwnFault(error)) throw error;
      console.error(error);
      return {
        ...nothing,
        failed: [{ file: shownPath, code: "unreadable", parameters: { path: shownPath } }],
      };
    }
  }

  return inTransaction(db, () => {
    const reports: ImportReport[] = [];
    for (const [index, outcome] of files.entries()) {
      const report = reportOf(outcome);
      if (report === null) break;
      recordFile(db, job, places[index], fileOf(outcome), report);
      reports.push(report);
    }
    countFiles(db, job, reports);
    return reports.length;
  });
}

function unpacked(file: PackedFile): FileToStore {
  return { ...file, articles: file.articles.map((one) => ({ ...one, article: unpackImport(one.article) })) };
}

const nothing: ImportReport = { imported: [], updated: [], unchanged: [], failed: [], warnings: [] };

function fileOf(outcome: FileOutcome): { readonly file: string; readonly path: string } {
  switch (outcome.state) {
    case "read":
      return { file: outcome.file.file.shownPath, path: outcome.file.file.path };
    case "known":
      return { file: outcome.file.shownPath, path: outcome.file.shownPath };
    case "failed":
      return { file: outcome.failure.file, path: outcome.failure.file };
    case "noted":
      return { file: outcome.warnings[0]?.file ?? "", path: outcome.warnings[0]?.file ?? "" };
  }
}

/** What contradicts itself or is too large to be stored; not a full disk or a damaged library, which the next file would meet too. */
function isFilesOwnFault(error: unknown): boolean {
  return !(error instanceof Sqlite.SqliteError) || /^SQLITE_(?:CONSTRAINT|TOOBIG)/.test(error.code);
}
