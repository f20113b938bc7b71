/** The text encodings that people chose for originals (文字编码). */
import type { Database } from "better-sqlite3";

/** A table of its own: a column behind the bytes of `originals` could not be read without them. */
export function encodings(db: Database): void {
  db.exec(`
CREATE TABLE original_encodings (
  sha256 TEXT PRIMARY KEY REFERENCES originals ON DELETE CASCADE,
  encoding TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`);
}
