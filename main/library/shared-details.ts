/** What many articles have in common, found without reading any of them whole. */
import type { Database } from "better-sqlite3";
import type { ArticleFields } from "../../preload/model/article.ts";
import type { SharedDetails } from "../../preload/model/listing.ts";
import { statement } from "../statement.ts";
import { requireArticles } from "./articles.ts";

const columns: Readonly<Record<keyof ArticleFields, string>> = {
  kicker: "kicker",
  title: "title",
  subtitle: "subtitle",
  byline: "byline",
  publication: "publication",
  issuedOn: "issued_on",
  page: "page",
  pageName: "page_name",
  credits: "credits",
};

const sharedQuery = `
  SELECT ${Object.entries(columns)
    .map(([field, column]) => `CASE WHEN min(${column}) = max(${column}) THEN min(${column}) END AS ${field}`)
    .join(", ")}
  FROM json_each(?) AS wanted CROSS JOIN articles ON articles.id = wanted.value`;

/** Throws `no-such-article`. */
export function sharedDetails(db: Database, ids: readonly number[]): SharedDetails {
  requireArticles(db, ids);
  const row = statement<[string], SharedDetails>(db, sharedQuery).get(JSON.stringify(ids));
  if (row === undefined) throw new Error("an aggregate without a row");
  return row;
}
