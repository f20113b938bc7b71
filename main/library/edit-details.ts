/** Corrections by hand, of one article or of many at once. */
import type { Database } from "better-sqlite3";
import { articleFieldsSchema } from "../../preload/model/article.ts";
import type { TextField } from "../../preload/model/article-text.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { statement } from "../statement.ts";
import { countRevision, requireArticles, updateFields } from "./articles.ts";
import { readText, writeText } from "./contents.ts";
import { charactersOf } from "./digest.ts";
import type { Edits, FieldChanges } from "./edits.ts";
import { defined, dropEdits, keepEdits } from "./edits.ts";
import type { SaidFields } from "./field-conflicts.ts";
import { fieldOfText, importedFields, readSaid, writeSaid } from "./field-conflicts.ts";
import { readFields, readImported } from "./read-article.ts";
import type { BeforeEdit } from "./undo-edit.ts";
import { beginEdit, rememberBefore, takeBefore } from "./undo-edit.ts";

const fieldNames = articleFieldsSchema.keyof();

/** The fields that are part of the canonical text. */
const textFields: readonly string[] = [
  "kicker",
  "title",
  "subtitle",
  "byline",
  "credits",
] satisfies readonly TextField[];

/**
 * Changes the fields that are given, and the canonical text with them. Answers the number by which `undoEdit` takes it
 * back. Throws `no-such-article`.
 */
export function editDetails(db: Database, ids: readonly number[], changes: FieldChanges): number {
  const edits = defined(changes);
  return db
    .transaction(() => {
      requireArticles(db, ids);
      const edit = beginEdit(db);
      for (const id of ids) {
        const { fields } = readFields(db, id);
        rememberBefore(db, edit, id, pick(fields, Object.keys(edits)));
        const says = importedFields(db, id, { ...fields, official: null });
        const said = readSaid(db, id);
        keepEdits(db, id, edits);
        writeSaid(db, id, says, said);
        writeFields(db, id, edits);
      }
      return edit;
    })
    .immediate();
}

/** Puts back what the last correction replaced. Answers of how many articles: none where another correction came since. */
export function undoEdit(db: Database, edit: number): number {
  return db
    .transaction(() => {
      const before = takeBefore(db, edit).filter(({ id }) => exists(db, id));
      for (const one of before) {
        const { id, fields, corrected } = one;
        const names = Object.keys(fields);
        const says = importedFields(db, id, { ...readFields(db, id).fields, official: null });
        const said = readSaid(db, id);
        dropEdits(
          db,
          id,
          names.filter((name) => !corrected.includes(name)),
        );
        keepEdits(db, id, pick(fields, corrected));
        writeSaid(db, id, says, said);
        writeFields(db, id, beforeEdit(one, says));
      }
      return before.length;
    })
    .immediate();
}

/** What was not corrected before the edit is again what the file says, which may be another thing by now. */
function beforeEdit({ fields, corrected }: BeforeEdit, says: SaidFields): Edits {
  return Object.fromEntries(
    Object.entries(fields).map(([field, before]) => {
      const name = fieldNames.parse(field);
      const text = corrected.includes(name) ? undefined : says[name];
      return [name, text === undefined ? before : fieldOfText(name, text)];
    }),
  );
}

function writeFields(db: Database, id: number, edits: Edits): void {
  const { fields, path } = readFields(db, id);
  updateFields(db, id, { ...fields, ...edits }, path);
  if (Object.keys(edits).some((field) => textFields.includes(field))) rewriteText(db, id);
}

function pick(fields: Edits, names: readonly string[]): Edits {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
}

function exists(db: Database, id: number): boolean {
  return statement<[number], number>(db, "SELECT 1 FROM articles WHERE id = ?").pluck().get(id) === 1;
}

function rewriteText(db: Database, id: number): void {
  const article = readImported(db, id);
  const text = articleText(article);
  if (text.text === readText(db, id)) return;
  countRevision(db, id, charactersOf(text.text));
  writeText(db, id, article, text);
}
