/** Brings a library up to the shape this version knows. `user_version` counts the steps already taken. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { FailureError } from "../../preload/model/result.ts";
import { firstTables } from "./migrations/001-first-tables.ts";
import { bookmarks } from "./migrations/002-bookmarks.ts";
import { searchQueue } from "./migrations/003-search-queue.ts";
import { printList } from "./migrations/004-print-list.ts";
import { encodings } from "./migrations/005-encodings.ts";
import { collectionPaths } from "./migrations/006-collection-paths.ts";
import { importBatches } from "./migrations/007-import-batches.ts";
import { corrections } from "./migrations/008-corrections.ts";

export type Migration = (db: Database) => void;

/** In order, never changed once released: step n leads from version n - 1 to version n. */
export const migrations: readonly Migration[] = [
  firstTables,
  bookmarks,
  searchQueue,
  printList,
  encodings,
  collectionPaths,
  importBatches,
  corrections,
];

/** Throws `library-from-future` where a newer Antou has been here; changes nothing then. */
export function refuseFuture(db: Database, directory: string, steps = migrations): void {
  if (userVersion(db) > steps.length) throw new FailureError("library-from-future", { path: directory });
}

/** All missing steps in one transaction; a library that already holds data is copied beside itself first. */
export function migrate(db: Database, steps = migrations): void {
  const version = userVersion(db);
  if (version >= steps.length) return;
  if (version > 0) copyLibrary(db, copyPath(db.name, version));
  db.transaction(() => {
    for (const step of steps.slice(version)) step(db);
    db.pragma(`user_version = ${steps.length}`);
  }).exclusive();
}

/** Where the copy of a library of that version is kept: `library.db` → `library.version-1.db`. */
export function copyPath(file: string, version: number): string {
  return file.replace(/(\.db)?$/, `.version-${version}.db`);
}

function userVersion(db: Database): number {
  return Number(db.pragma("user_version", { simple: true }));
}

/** Written under another name first, so that what bears the copy's name is always whole. */
function copyLibrary(db: Database, path: string): void {
  const unfinished = `${path}.unfinished`;
  rmSync(unfinished, { force: true });
  db.prepare("VACUUM INTO ?").run(unfinished);
  const file = openSync(unfinished, "r+");
  fsyncSync(file);
  closeSync(file);
  renameSync(unfinished, path);
}
