/** Makes the folder a library lies in. */
import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { FailureError } from "../../preload/model/result.ts";
import { storageFailure } from "./failures.ts";

/** With the folders above it. `directory` is absolute; nothing happens where it is there. Throws `not-writable` or `disk-full`. */
export function makeDirectory(directory: string): void {
  try {
    makeFromAbove(directory);
  } catch (error) {
    const failure = storageFailure(error, directory);
    throw failure instanceof FailureError ? failure : new FailureError("not-writable", { path: directory });
  }
}

/** Folder by folder: Node's own way with `recursive` never ends in a file system that answers ENOENT to making one, such as /proc. */
function makeFromAbove(directory: string): void {
  const parent = dirname(directory);
  if (parent !== directory && !existsSync(parent)) makeFromAbove(parent);
  try {
    mkdirSync(directory);
  } catch (error) {
    if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}
