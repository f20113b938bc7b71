/**
 * Pictures that lie beside pages and that none of them shows: they come in as scans do, and so wait at the desk of the
 * articles of their folder. Which those are is known once all pages are in the library.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { dirname, sep } from "node:path";
import type { Database } from "./database.ts";
import { openable } from "./importing/byte-names.ts";
import type { FoundFile, LoosePicture } from "./importing/find-files.ts";

interface LooseOptions {
  readonly database: Pick<Database, "call">;
  readonly signal: AbortSignal;
  /** Where pages lie that could not be read: pictures there and below may be theirs. */
  readonly failed: ReadonlySet<string>;
}

/** In the order of `loose`. Nothing where the import is stopped. */
export async function unusedPictures(
  loose: readonly LoosePicture[],
  { database, signal, failed }: LooseOptions,
): Promise<readonly FoundFile[]> {
  const unused: FoundFile[] = [];
  for (const [folder, pictures] of Map.groupBy(loose, ({ found }) => dirname(found.path))) {
    if ([...failed].some((each) => folder === each || folder.startsWith(each + sep))) continue;
    const hashes = new Map<string, string>();
    for (const { found } of pictures) {
      if (signal.aborted) return [];
      const hash = await hashOf(found.path);
      if (hash !== null) hashes.set(found.path, hash);
    }
    const shown = new Set(await database.call("shownByPages", { hashes: [...hashes.values()] }));
    const isUnused = ({ found }: LoosePicture) => !shown.has(hashes.get(found.path) ?? "");
    // What else lies in a folder of a page's pictures belongs to the page: its buttons, its background.
    const isOfPages = shown.size > 0 && !pictures.some(({ isBesidePages }) => isBesidePages);
    if (!isOfPages) unused.push(...pictures.filter(isUnused).map(({ found }) => found));
  }
  return unused;
}

/** Null where it cannot be read, which is said when it is imported. */
async function hashOf(path: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    for await (const piece of createReadStream(openable(path))) hash.update(piece as Buffer);
    return hash.digest("hex");
  } catch {
    return null;
  }
}
