/** An import looked at file by file, and afterwards article by article: what to check, what to try again, what to take back. */
import type { BookmarkOutcome } from "./bookmark.ts";
import type { Doubt } from "./doubts.ts";
import type { ImportFailure, ImportWarning } from "./import-report.ts";

/** `noted`: of use in another way than by articles, such as a list of the files beside it. */
export const importFileStates = ["waiting", "imported", "updated", "unchanged", "noted", "failed"] as const;

export type ImportFileState = (typeof importFileStates)[number];

/** A file's line in the import's window. */
export interface ImportFileRow {
  /** In the order of the import, from 0. */
  readonly place: number;
  readonly file: string;
  readonly state: ImportFileState;
  /** How many articles came of it, and the first of them. */
  readonly articles: number;
  readonly article: { readonly id: number; readonly title: string } | null;
  /** Of the file itself, or of files within it. */
  readonly failed: readonly ImportFailure[];
  readonly warnings: readonly Omit<ImportWarning, "file">[];
}

export interface ImportFilePage {
  readonly total: number;
  readonly rows: readonly ImportFileRow[];
  /** How many files are in which state, whatever was asked for. */
  readonly states: Readonly<Record<ImportFileState, number>>;
}

/** An article of a batch as it now stands. */
export interface BatchArticle {
  readonly id: number;
  readonly title: string;
  readonly publication: string;
  readonly issuedOn: string | null;
  readonly file: string;
  readonly outcome: "imported" | "updated" | "unchanged";
  /** The weightiest first. */
  readonly doubts: readonly Doubt[];
  /** A person has settled all of its doubts. */
  readonly checked: boolean;
  /** Of an updated article that had bookmarks: how many are now in which state. */
  readonly bookmarks?: BookmarkOutcome | undefined;
}

export interface BatchFailure extends ImportFailure {
  /** Of its file; a file within an archive has that of the archive. */
  readonly place: number;
}

export interface ImportBatch {
  /** Without those that are in the trash or deleted. Those to be checked first, the weightiest doubts before the others. */
  readonly articles: readonly BatchArticle[];
  readonly failed: readonly BatchFailure[];
  /** Warnings that belong to no one article. */
  readonly notes: readonly ImportWarning[];
  /** Files that the import was stopped before. */
  readonly waiting: number;
  readonly undo: UndoForecast;
}

/** What taking an import back would do. */
export interface UndoForecast {
  /** `too-old`: what it replaced is kept for the newest imports only. `begun`: taking it back was interrupted. */
  readonly state: "possible" | "begun" | "done" | "too-old" | "nothing";
  /** New articles, which would go to the trash. */
  readonly created: number;
  /** Articles that would again be as they were. */
  readonly changed: number;
}

/** How far taking an import back is: articles dealt with just now, and those that wait. */
export interface UndoProgress {
  readonly done: number;
  readonly left: number;
}

/** For so many of the newest imports that changed something, what they replaced is kept. */
export const UNDOABLE_IMPORTS = 10;

/** On its way to the window as one text, as a report is. */
export type PackedBatch = string;

export function packBatch(batch: ImportBatch): PackedBatch {
  return JSON.stringify(batch);
}

/** Of a text that whoever packed it has checked. */
export function unpackBatch(packed: PackedBatch): ImportBatch {
  return JSON.parse(packed) as ImportBatch;
}
