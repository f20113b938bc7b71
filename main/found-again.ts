/** What an import found or was given, kept with it so that it can be dealt with once more: an inverse pair. */
import { z } from "zod";
import type { FoundFile } from "./importing/find-files.ts";
import { manifestRowSchema } from "./importing/manifest.ts";
import type { WaitingFile } from "./library/import-files.ts";

/** A file or folder, or paths that were given and have yet to be looked through. */
export type Found = FoundFile | { readonly given: readonly string[] };

const foundSchema = z.union([
  z.object({ given: z.array(z.string()) }),
  z.object({ folders: z.array(z.string()).optional(), row: manifestRowSchema.optional() }),
]);

export function waitingFile({ path, shown, folders, row }: FoundFile): WaitingFile {
  const found = folders === undefined && row === undefined ? null : JSON.stringify({ folders, row });
  return { path, file: shown, found };
}

/** `first`: what stands for them where they are shown. */
export function waitingPaths(
  given: readonly string[],
  { path, shown }: Pick<FoundFile, "path" | "shown">,
): WaitingFile {
  return { path, file: shown, found: JSON.stringify({ given }) };
}

/** The inverse of both. */
export function foundAgain({ path, file, found }: WaitingFile): Found {
  const more = found === null ? {} : foundSchema.parse(JSON.parse(found));
  return "given" in more ? more : { path, shown: file, ...more };
}
