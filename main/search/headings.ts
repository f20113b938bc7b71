/** Headings that hold a phrase, for quick find. */
import type { Database } from "better-sqlite3";
import type { FoundHeading } from "../../preload/model/search.ts";
import { hitsOfTerms, placesOf } from "../../preload/model/search-hits.ts";
import { termOf } from "../../preload/model/search-query.ts";
import type { Sliced } from "../sliced.ts";
import { statement } from "../statement.ts";
import { INDEX } from "./index-table.ts";
import { matchExpression } from "./match-expression.ts";
import { readSearchable } from "./searchable.ts";

export function* findHeadings(
  db: Database,
  { phrase, limit }: { readonly phrase: string; readonly limit: number },
): Sliced<readonly FoundHeading[]> {
  const term = termOf(phrase, { column: "any", prefix: true });
  const match = term && matchExpression({ clauses: [[term]], excluded: [] });
  if (term === null || match === null) return [];
  const rows = statement<[string, number], { id: number; title: string }>(
    db,
    `SELECT articles.id, articles.title FROM ${INDEX} CROSS JOIN articles ON articles.id = ${INDEX}.rowid
       WHERE ${INDEX} MATCH ? AND trashed_at IS NULL ORDER BY issued_on DESC, articles.id LIMIT ?`,
  ).all(`heading : (${match})`, limit);
  yield;
  return rows
    .flatMap(({ id, title }) => {
      const { text, outline } = readSearchable(db, id) ?? { text: "", outline: [] };
      return outline.flatMap(([kind, start, end]) => {
        if (kind !== "heading") return [];
        const heading = text.slice(start, end);
        const places = placesOf(hitsOfTerms(heading, [term], undefined));
        if (places.length === 0) return [];
        const ranges = places.map((place) => [place.start, place.end] as const);
        return { id, title, heading: { text: heading, ranges }, start };
      });
    })
    .slice(0, limit);
}
