/** The encoding that a person chose for a file's bytes: whatever reads them again obeys it. */
import type { Database } from "better-sqlite3";
import { statement } from "../statement.ts";

/** Null where none was chosen, and the reader found it out by itself. */
export function chosenEncoding(db: Database, sha256: string): string | null {
  const encoding = statement<[string], string>(db, "SELECT encoding FROM original_encodings WHERE sha256 = ?")
    .pluck()
    .get(sha256);
  return encoding ?? null;
}

/** Of an original that is stored. Null: the reader's own finding holds again. */
export function rememberEncoding(db: Database, sha256: string, encoding: string | null): void {
  if (encoding === null) {
    statement<unknown[]>(db, "DELETE FROM original_encodings WHERE sha256 = ?").run(sha256);
    return;
  }
  statement<unknown[]>(db, "INSERT OR REPLACE INTO original_encodings (sha256, encoding) VALUES (?, ?)").run(
    sha256,
    encoding,
  );
}
