/** A bookmark backup file, read whole. */
import { readFile, stat } from "node:fs/promises";
import { FailureError } from "../preload/model/result.ts";
import { fileError } from "./importing/file-error.ts";

/** Many times what the largest library's bookmarks take. */
const LARGEST_MEGABYTES = 300;
const MEGABYTE = 1024 * 1024;

/** Throws `not-found`, `permission-denied`, `too-large` or `not-annotations`, each naming the path. */
export async function readAnnotationFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const status = await stat(path);
    if (!status.isFile()) throw new FailureError("not-annotations", { path });
    if (status.size > LARGEST_MEGABYTES * MEGABYTE) {
      throw new FailureError("too-large", { path, limit: LARGEST_MEGABYTES });
    }
    // A buffer of its own, which can be handed to the database thread.
    return new Uint8Array(await readFile(path));
  } catch (error) {
    throw error instanceof FailureError ? error : fileError(error, path);
  }
}
