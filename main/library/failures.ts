/** What the file system and SQLite say when they cannot, as the failures a user is told. */
import Sqlite from "better-sqlite3";
import { FailureError } from "../../preload/model/result.ts";

type StorageCode = "in-use" | "library-damaged" | "disk-full" | "not-writable";

/** By the error's code; SQLite's extended codes begin with the plain one. */
const meanings: readonly (readonly [prefix: string, code: StorageCode])[] = [
  ["SQLITE_FULL", "disk-full"],
  ["ENOSPC", "disk-full"],
  ["SQLITE_BUSY", "in-use"],
  ["SQLITE_LOCKED", "in-use"],
  ["SQLITE_CORRUPT", "library-damaged"],
  ["SQLITE_NOTADB", "library-damaged"],
  ["SQLITE_CANTOPEN", "not-writable"],
  ["SQLITE_READONLY", "not-writable"],
  ["SQLITE_PERM", "not-writable"],
  ["EACCES", "not-writable"],
  ["EPERM", "not-writable"],
  ["EROFS", "not-writable"],
  ["ENOENT", "not-writable"],
  ["EEXIST", "not-writable"],
  ["ENOTDIR", "not-writable"],
];

/** The failure an error stands for, naming `path`; any other error comes back as it is. */
export function storageFailure(error: unknown, path: string): unknown {
  const code = errorCode(error);
  const meaning = meanings.find(([prefix]) => code.startsWith(prefix));
  return meaning ? new FailureError(meaning[1], { path }) : error;
}

function errorCode(error: unknown): string {
  if (error instanceof Sqlite.SqliteError) return error.code;
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return "";
}
