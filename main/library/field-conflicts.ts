/**
 * Fields that a person corrected and that the file, imported again, says differently than when they did: the correction
 * stands until they choose. Beside each corrected field stands what the import said of it then, and what it says now where
 * that is another thing.
 */
import type { Database } from "better-sqlite3";
import { z } from "zod";
import type { ArticleFields, OfficialDocument } from "../../preload/model/article.ts";
import { articleFieldsSchema } from "../../preload/model/article.ts";
import { officialNames, officialText } from "../../preload/model/correct-official.ts";
import type { CorrectedField } from "../../preload/model/correction.ts";
import { correctedFields } from "../../preload/model/correction.ts";
import { statement } from "../statement.ts";

type Fields = ArticleFields & { readonly official: OfficialDocument | null };

export interface DifferingField {
  readonly name: CorrectedField;
  /** As text; empty for what is not known. */
  readonly imported: string;
}

/** Kept among the corrections and as JSON like them, each under the name of its field. */
const SAID = "said.";
const SAYS = "says.";

const rowsSchema = z.array(z.object({ field: z.string(), value: z.string() }));
const valueSchema = z.string().nullable();

export function textOfField(fields: Fields, name: CorrectedField): string {
  const official = officialNames.find((each) => `official.${each}` === name);
  if (official !== undefined) return officialText(fields.official, official);
  return fields[articleFieldsSchema.keyof().parse(name)] ?? "";
}

/** What the import says of fields that are about to be corrected for the first time. `fields`: as they stand. */
export function rememberSaid(
  db: Database,
  id: number,
  names: readonly CorrectedField[],
  fields: Fields,
): void {
  const insert = statement<unknown[]>(
    db,
    `INSERT OR IGNORE INTO article_edits (article_id, field, value)
       SELECT @id, '${SAID}' || @name, @value
       WHERE NOT EXISTS (SELECT 1 FROM article_edits WHERE article_id = @id AND field = @name)`,
  );
  for (const name of names) insert.run({ id, name, value: JSON.stringify(textOfField(fields, name)) });
}

/** Of fields that are corrected no longer. */
export function forgetSaid(db: Database, id: number): void {
  statement<unknown[]>(
    db,
    `DELETE FROM article_edits WHERE article_id = @id AND substr(field, 1, 5) IN ('${SAID}', '${SAYS}')
       AND substr(field, 6) NOT IN (SELECT field FROM article_edits WHERE article_id = @id)`,
  ).run({ id });
}

/** Called where an import has another text for the article; `imported`: what it says. */
export function noteDiffering(db: Database, id: number, imported: Fields): void {
  const kept = keptOf(db, id);
  for (const name of correctedFields) {
    if (!kept.has(name)) continue;
    const says = textOfField(imported, name);
    const said = kept.get(SAID + name);
    // Corrected before it was kept what the import said.
    if (said === undefined) put(db, id, SAID + name, says);
    else if (says === said || says === kept.get(name)) drop(db, id, SAYS + name);
    else put(db, id, SAYS + name, says);
  }
}

export function readDiffering(db: Database, id: number): readonly DifferingField[] {
  const kept = keptOf(db, id);
  return correctedFields.flatMap((name) => {
    const imported = kept.get(SAYS + name);
    return imported === undefined ? [] : [{ name, imported }];
  });
}

/** The correction stands, until the file says yet another thing. */
export function keepMine(db: Database, id: number, { name, imported }: DifferingField): void {
  put(db, id, SAID + name, imported);
  drop(db, id, SAYS + name);
}

function keptOf(db: Database, id: number): ReadonlyMap<string, string> {
  const rows = statement<unknown[]>(db, "SELECT field, value FROM article_edits WHERE article_id = ?").all(
    id,
  );
  return new Map(
    rowsSchema.parse(rows).map(({ field, value }) => [field, valueSchema.parse(JSON.parse(value)) ?? ""]),
  );
}

function put(db: Database, id: number, field: string, value: string): void {
  statement<unknown[]>(
    db,
    "INSERT OR REPLACE INTO article_edits (article_id, field, value) VALUES (?, ?, ?)",
  ).run(id, field, JSON.stringify(value));
}

function drop(db: Database, id: number, field: string): void {
  statement<unknown[]>(db, "DELETE FROM article_edits WHERE article_id = ? AND field = ?").run(id, field);
}
