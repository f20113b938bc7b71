/** What an import came to: the same value on the command line, in the import window and in the import record. */
import { z } from "zod";
import { dateSchema } from "./article.ts";
import type { BookmarkOutcome } from "./bookmark.ts";

export const importErrorCodes = [
  "not-found",
  "permission-denied",
  "empty",
  "unsupported-format",
  "unreadable",
  "encrypted",
  "no-text",
  "classified",
  "too-large",
  "too-many-files",
  "timed-out",
  "out-of-memory",
  "in-use",
] as const;

export type ImportErrorCode = (typeof importErrorCodes)[number];

export interface ImportedRow {
  readonly id: number;
  readonly title: string;
  readonly file: string;
  /** The title of the collection it came in as part of, such as a book. */
  readonly collection?: string | undefined;
  /** Of an updated article that has bookmarks: how many are now in which state. */
  readonly bookmarks?: BookmarkOutcome | undefined;
}

/** Warnings are codes too: their sentences are written where they are shown. */
export interface ImportWarning {
  readonly file: string;
  readonly code: string;
  readonly parameters: Readonly<Record<string, string | number>>;
}

export interface ImportFailure {
  readonly file: string;
  readonly code: ImportErrorCode;
  readonly parameters: Readonly<Record<string, string | number>>;
}

export interface ImportReport {
  readonly imported: readonly ImportedRow[];
  readonly updated: readonly ImportedRow[];
  readonly unchanged: readonly ImportedRow[];
  readonly failed: readonly ImportFailure[];
  readonly warnings: readonly ImportWarning[];
}

/** A report on its way to the window, as one text for the reason given in packed-article.ts: it may have 100,000 rows. */
export type PackedReport = string;

export function packReport(report: ImportReport): PackedReport {
  return JSON.stringify(report);
}

/** Of a text that whoever packed it has checked. */
export function unpackReport(packed: PackedReport): ImportReport {
  return JSON.parse(packed) as ImportReport;
}

/** What a person says of a whole batch. Empty strings and null leave a field to what the file itself says. */
export const batchDetailsSchema = z.object({
  publication: z.string().max(200),
  issuedOn: dateSchema.nullable(),
  page: z.string().max(40),
  pageName: z.string().max(200),
});

export type BatchDetails = z.infer<typeof batchDetailsSchema>;
