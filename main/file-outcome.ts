/** What can be said of a file before it is read. */
import { stat } from "node:fs/promises";
import type { ImportFailure } from "../preload/model/import-report.ts";
import { openable } from "./importing/byte-names.ts";
import { fileError } from "./importing/file-error.ts";
import type { FoundFile } from "./importing/find-files.ts";
import type { FileOutcome } from "./library/store-files.ts";

/** Above this a file is refused unread. */
const LARGEST_MEGABYTES = 200;
const MEGABYTE = 1024 * 1024;

/** Bytes; the failure of a file that need not be opened; or that it is a folder. */
export async function sizeOf(file: FoundFile): Promise<number | FileOutcome | "folder"> {
  try {
    const status = await stat(openable(file.path));
    if (status.isDirectory()) return "folder";
    // A pipe or device would never end.
    if (!status.isFile()) return failedOutcome(file, "unsupported-format");
    if (status.size === 0) return failedOutcome(file, "empty");
    if (status.size <= LARGEST_MEGABYTES * MEGABYTE) return status.size;
    return failedOutcome(file, "too-large", { limit: LARGEST_MEGABYTES });
  } catch (error) {
    return failureOfFile(file, error);
  }
}

/** What the file system says of it. */
export function failureOfFile(file: FoundFile, error: unknown): FileOutcome {
  return failedOutcome(file, fileError(error, file.path).failure.code as ImportFailure["code"]);
}

export function failedOutcome(
  { shown }: FoundFile,
  code: ImportFailure["code"],
  parameters: ImportFailure["parameters"] = {},
): FileOutcome {
  return { state: "failed", failure: { file: shown, code, parameters: { ...parameters, path: shown } } };
}
