/** What the last correction of details replaced, as long as the library is open: so that it can be taken back. */
import type { Database } from "better-sqlite3";
import { z } from "zod";
import { statement } from "../statement.ts";
import type { Edits } from "./edits.ts";
import { defined, readEdits } from "./edits.ts";
import { storedFieldsSchema } from "./stored-fields.ts";

/** What one article had before: its fields as they were shown, and which of them had been corrected by hand even then. */
export interface BeforeEdit {
  readonly id: number;
  readonly fields: Edits;
  readonly corrected: readonly string[];
}

const beforeSchema = z.object({
  id: z.int(),
  fields: storedFieldsSchema.partial(),
  corrected: z.array(z.string()),
});

/** Gone with the connection, and never written beside the library's own data. */
function ensureTable(db: Database): void {
  db.exec("CREATE TEMP TABLE IF NOT EXISTS last_edit (edit INTEGER NOT NULL, before TEXT NOT NULL) STRICT");
}

/** Forgets the edit before. Answers the number of the new one. Within a transaction. */
export function beginEdit(db: Database): number {
  ensureTable(db);
  const last = db.prepare<[], number>("SELECT coalesce(max(edit), 0) FROM temp.last_edit").pluck().get() ?? 0;
  db.exec("DELETE FROM temp.last_edit");
  return last + 1;
}

export function rememberBefore(db: Database, edit: number, id: number, fields: Edits): void {
  const names = Object.keys(fields);
  const corrected = Object.keys(readEdits(db, id)).filter((name) => names.includes(name));
  statement<unknown[]>(db, "INSERT INTO temp.last_edit (edit, before) VALUES (?, ?)").run(
    edit,
    JSON.stringify({ id, fields, corrected } satisfies BeforeEdit),
  );
}

/** What that edit replaced, once; nothing where another came since. */
export function takeBefore(db: Database, edit: number): readonly BeforeEdit[] {
  ensureTable(db);
  const rows = statement<[number], string>(db, "SELECT before FROM temp.last_edit WHERE edit = ?")
    .pluck()
    .all(edit);
  if (rows.length > 0) db.exec("DELETE FROM temp.last_edit");
  return rows.map((row) => {
    const { id, fields, corrected } = beforeSchema.parse(JSON.parse(row));
    return { id, corrected, fields: defined(fields) };
  });
}
