/** Fields corrected by hand: the user's data, kept apart from what imports say and laid over each of them. */
import type { Database } from "better-sqlite3";
import { z } from "zod";
import type { ArticleFields, OfficialDocument } from "../../preload/model/article.ts";
import { articleFieldsSchema } from "../../preload/model/article.ts";
import { type OfficialName, officialNames, withOfficial } from "../../preload/model/correct-official.ts";
import { statement } from "../statement.ts";

export type Edits = Partial<ArticleFields>;

/** As a call brings them: what is undefined is not to be changed. */
export type FieldChanges = { readonly [Name in keyof ArticleFields]?: ArticleFields[Name] | undefined };

const editsSchema = articleFieldsSchema.partial();
const storedEditsSchema = z.array(z.object({ field: z.string(), value: z.string() }));

export function readEdits(db: Database, id: number): Edits {
  const rows = statement<unknown[]>(db, "SELECT field, value FROM article_edits WHERE article_id = ?").all(
    id,
  );
  const stored = storedEditsSchema.parse(rows).map(({ field, value }) => [field, JSON.parse(value)]);
  return defined(editsSchema.parse(Object.fromEntries(stored)));
}

/** Adds to what was corrected before. */
export function keepEdits(db: Database, id: number, edits: Edits): void {
  const insert = statement<unknown[]>(
    db,
    "INSERT OR REPLACE INTO article_edits (article_id, field, value) VALUES (?, ?, ?)",
  );
  for (const [field, value] of Object.entries(edits)) insert.run(id, field, JSON.stringify(value));
}

/** Those fields are again what imports say of them. */
export function dropEdits(db: Database, id: number, fields: readonly string[]): void {
  const drop = statement<unknown[]>(db, "DELETE FROM article_edits WHERE article_id = ? AND field = ?");
  for (const field of fields) drop.run(id, field);
}

/** Without the keys whose value is undefined, so that spreading it changes only what was edited. */
export function defined(fields: FieldChanges): Edits {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Of what an official document states, what was corrected by hand: as text. */
export type OfficialEdits = { readonly [Name in OfficialName]?: string | undefined };

const OFFICIAL = "official.";

export function readOfficialEdits(db: Database, id: number): OfficialEdits {
  const rows = storedEditsSchema.parse(
    statement<unknown[]>(db, "SELECT field, value FROM article_edits WHERE article_id = ?").all(id),
  );
  const values = new Map(rows.map(({ field, value }) => [field, value]));
  return Object.fromEntries(
    officialNames.flatMap((name) => {
      const value = values.get(OFFICIAL + name);
      return value === undefined ? [] : [[name, z.string().parse(JSON.parse(value))]];
    }),
  );
}

/** In place of all that were kept. */
export function writeOfficialEdits(db: Database, id: number, edits: OfficialEdits): void {
  dropEdits(
    db,
    id,
    officialNames.map((name) => OFFICIAL + name),
  );
  const insert = statement<unknown[]>(
    db,
    "INSERT INTO article_edits (article_id, field, value) VALUES (?, ?, ?)",
  );
  for (const [name, value] of Object.entries(edits)) insert.run(id, OFFICIAL + name, JSON.stringify(value));
}

/** What an import says, with what was corrected by hand over it. */
export function officialEdited(
  imported: OfficialDocument | null,
  edits: OfficialEdits,
): OfficialDocument | null {
  return officialNames.reduce((official, name) => {
    const text = edits[name];
    return text === undefined ? official : withOfficial(official, name, text);
  }, imported);
}
