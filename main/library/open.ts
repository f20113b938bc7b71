/** Opens the library of a data directory: locked, checked, migrated, ready to write. */
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { storageFailure } from "./failures.ts";
import { lockLibrary } from "./lock.ts";
import { makeDirectory } from "./make-directory.ts";
import { migrate, refuseFuture } from "./migrations.ts";
import { keepPagesForReading } from "./page-cache.ts";

export interface Library {
  readonly db: Sqlite.Database;
  /** Writes the log back into the file and lets the next opener in. */
  close(): void;
}

/** Bytes to which the write-ahead log is cut back after a bulk import. */
const LOG_SIZE = 64 * 1024 * 1024;

/** Pages of 4 KB in the log before they are copied back: with SQLite's own 1000 a large import copies most of them again and again. */
const LOG_PAGES = 4000;

/**
 * `directory` is made if missing. Throws `in-use`, `library-from-future`, `library-damaged`, `not-writable` or
 * `disk-full`, each naming the directory.
 */
export function openLibrary(directory: string): Library {
  try {
    makeDirectory(directory);
    const lock = lockLibrary(directory);
    try {
      const db = openDatabaseFile(directory);
      return {
        db,
        close: () => {
          db.close();
          lock.release();
        },
      };
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw storageFailure(error, directory);
  }
}

function openDatabaseFile(directory: string): Sqlite.Database {
  const db = new Sqlite(join(directory, "library.db"));
  try {
    // Before anything is written: a library of a newer Antou must stay as it is.
    refuseFuture(db, directory);
    db.pragma("journal_mode = WAL");
    // What was confirmed survives a power cut: each commit waits for the disk.
    db.pragma("synchronous = FULL");
    db.pragma("foreign_keys = ON");
    // Libraries are handed on by people: nothing in a file's schema may call functions.
    db.pragma("trusted_schema = OFF");
    keepPagesForReading(db);
    // Going back to before a file that fails asks for the old pages of what it writes: in memory, not in a temporary file.
    db.pragma("temp_store = MEMORY");
    db.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
    db.pragma(`journal_size_limit = ${LOG_SIZE}`);
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
