/** A file as an import found it, kept with the import so that it can be dealt with once more: an inverse pair. */
import { z } from "zod";
import type { FoundFile } from "./importing/find-files.ts";
import type { WaitingFile } from "./library/import-files.ts";

const foundSchema = z.object({
  folders: z.array(z.string()).optional(),
  row: z
    .object({ title: z.string(), publication: z.string(), issuedOn: z.string().nullable(), page: z.string() })
    .optional(),
});

export function waitingFile({ path, shown, folders, row }: FoundFile): WaitingFile {
  const found = folders === undefined && row === undefined ? null : JSON.stringify({ folders, row });
  return { path, file: shown, found };
}

/** The inverse of `waitingFile`. */
export function foundAgain({ path, file, found }: WaitingFile): FoundFile {
  return { path, shown: file, ...(found === null ? {} : foundSchema.parse(JSON.parse(found))) };
}
