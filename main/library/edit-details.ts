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
import { forgetSaid, rememberSaid } from "./field-conflicts.ts";
import { readFields, readImported } from "./read-article.ts";
import { beginEdit, rememberBefore, takeBefore } from "./undo-edit.ts";

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
        rememberSaid(
          db,
          id,
          articleFieldsSchema.keyof().options.filter((name) => name in edits),
          {
            ...fields,
            official: null,
          },
        );
        keepEdits(db, id, edits);
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
      for (const { id, fields, corrected } of before) {
        const names = Object.keys(fields);
        dropEdits(
          db,
          id,
          names.filter((name) => !corrected.includes(name)),
        );
        keepEdits(db, id, pick(fields, corrected));
        forgetSaid(db, id);
        writeFields(db, id, fields);
      }
      return before.length;
    })
    .immediate();
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
