/** Corrections by hand, of one article or of many at once. */
import type { Database } from "better-sqlite3";
import type { TextField } from "../../preload/model/article-text.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { countRevision, requireArticles, updateFields } from "./articles.ts";
import { readText, writeText } from "./contents.ts";
import { charactersOf } from "./digest.ts";
import type { FieldChanges } from "./edits.ts";
import { defined, keepEdits } from "./edits.ts";
import { readFields, readImported } from "./read-article.ts";

/** The fields that are part of the canonical text. */
const textFields: readonly string[] = [
  "kicker",
  "title",
  "subtitle",
  "byline",
  "credits",
] satisfies readonly TextField[];

/** Changes the fields that are given, and the canonical text with them. Throws `no-such-article`. */
export function editDetails(db: Database, ids: readonly number[], changes: FieldChanges): void {
  const edits = defined(changes);
  const inText = Object.keys(edits).some((field) => textFields.includes(field));
  db.transaction(() => {
    requireArticles(db, ids);
    for (const id of ids) {
      keepEdits(db, id, edits);
      const { fields, path } = readFields(db, id);
      updateFields(db, id, { ...fields, ...edits }, path);
      if (inText) rewriteText(db, id);
    }
  }).immediate();
}

function rewriteText(db: Database, id: number): void {
  const article = readImported(db, id);
  const text = articleText(article);
  if (text.text === readText(db, id)) return;
  countRevision(db, id, charactersOf(text.text));
  writeText(db, id, article, text);
}
