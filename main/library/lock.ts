/**
 * One running copy at a time: an exclusive transaction on a tiny database beside the library. The system drops it
 * when the process ends, however it ends, so no stale lock is ever left behind.
 */
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { storageFailure } from "./failures.ts";

export interface LibraryLock {
  release(): void;
}

/** Throws `in-use` where another opener holds the library in `directory`. */
export function lockLibrary(directory: string): LibraryLock {
  let lock: Sqlite.Database | undefined;
  try {
    lock = new Sqlite(join(directory, "library.lock"), { timeout: 0 });
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock?.close();
    throw storageFailure(error, directory);
  }
  const held = lock;
  return { release: () => held.close() };
}
