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

/** As text, by the name of the field. */
export type SaidFields = Readonly<Partial<Record<CorrectedField, string>>>;

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

/** The inverse: what is not known says nothing. */
export function fieldOfText(name: keyof ArticleFields, text: string): string | null {
  return name === "issuedOn" && text === "" ? null : text;
}

/** What imports say of the fields: of one that is not corrected, what stands there. `fields`: as they stand. */
export function importedFields(db: Database, id: number, fields: Fields): SaidFields {
  const kept = keptOf(db, id);
  return Object.fromEntries(
    correctedFields.flatMap((name) => {
      const says = kept.has(name)
        ? (kept.get(SAYS + name) ?? kept.get(SAID + name))
        : textOfField(fields, name);
      // Corrected before it was kept what the import said.
      return says === undefined ? [] : [[name, says]];
    }),
  );
}

/** What the import said of each corrected field when it was corrected, or when it was settled that the correction stands. */
export function readSaid(db: Database, id: number): SaidFields {
  const kept = keptOf(db, id);
  return Object.fromEntries(
    correctedFields.flatMap((name) => {
      const said = kept.get(SAID + name);
      return said === undefined || !kept.has(name) ? [] : [[name, said]];
    }),
  );
}

/**
 * Once the corrections are written. `imported`: what imports say of the fields, as it was before; `said`: where it is not
 * that, what they said then.
 */
export function writeSaid(db: Database, id: number, imported: SaidFields, said: SaidFields = {}): void {
  const kept = keptOf(db, id);
  for (const name of correctedFields) {
    const says = imported[name];
    const then = said[name] ?? says;
    drop(db, id, SAID + name);
    drop(db, id, SAYS + name);
    if (!kept.has(name) || says === undefined || then === undefined) continue;
    put(db, id, SAID + name, then);
    if (says !== then) put(db, id, SAYS + name, says);
  }
}

/** Called where an import has another text for the article; `imported`: what it says. */
export function noteDiffering(db: Database, id: number, imported: Fields): void {
  const kept = keptOf(db, id);
  for (const name of correctedFields) {
    if (!kept.has(name)) continue;
    const says = textOfField(imported, name);
    const said = kept.get(SAID + name);
    if (said === undefined) put(db, id, SAID + name, says);
    else if (says === said) drop(db, id, SAYS + name);
    else put(db, id, SAYS + name, says);
  }
}

/** Not those where the file has come to say what the correction does. */
export function readDiffering(db: Database, id: number): readonly DifferingField[] {
  const kept = keptOf(db, id);
  return correctedFields.flatMap((name) => {
    const imported = kept.get(SAYS + name);
    return imported === undefined || imported === kept.get(name) ? [] : [{ name, imported }];
  });
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
