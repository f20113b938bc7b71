/** What of an article is searched. */
import type { Database } from "better-sqlite3";
import { z } from "zod";
import { officialDocumentSchema } from "../../preload/model/article.ts";
import { outlineSchema } from "../../preload/model/outline.ts";
import { statement } from "../statement.ts";

const rowSchema = z.object({
  text: z.string(),
  outline: z.string(),
  official: z.string(),
  publication: z.string(),
  pageName: z.string(),
});

export interface Searchable {
  /** The canonical text. */
  readonly text: string;
  readonly outline: z.infer<typeof outlineSchema>;
  /** What is searched beside it, a line each: source, page name and what an official document says of itself. */
  readonly fields: string;
}

/** Null where there is no such article. */
export function readSearchable(db: Database, id: number): Searchable | null {
  const row = statement<[number]>(
    db,
    `SELECT text, outline, official, (SELECT publication FROM articles WHERE id = article_id) AS publication,
       (SELECT page_name FROM articles WHERE id = article_id) AS pageName
       FROM article_contents WHERE article_id = ?`,
  ).get(id);
  if (row === undefined) return null;
  const { text, outline, official, publication, pageName } = rowSchema.parse(row);
  const stated = officialDocumentSchema.nullable().parse(JSON.parse(official));
  const fields = [publication, pageName, ...Object.values(stated ?? {}).flat()];
  return {
    text,
    outline: outlineSchema.parse(JSON.parse(outline)),
    fields: fields.filter((field) => field !== null && field !== "").join("\n"),
  };
}
