/** Writing that is whole or not at all. */
import type { Database } from "better-sqlite3";

/**
 * Acts within the transaction that is open, or else in one of its own. better-sqlite3 would make a savepoint of the inner
 * one, and to be able to go back to that, SQLite keeps a copy of every page that is written meanwhile.
 */
export function inTransaction<Answer>(db: Database, act: () => Answer): Answer {
  return db.inTransaction ? act() : db.transaction(act).immediate();
}
