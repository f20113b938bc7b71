/** Articles by title, in the order of Chinese dictionaries, which SQLite cannot sort by. */
import type { Database } from "better-sqlite3";
import { statement } from "./statement.ts";

const collator = new Intl.Collator("zh-CN", { numeric: true });

/** The place of each article among all titles, kept until a title is written. */
const kept = new WeakMap<Database, ReadonlyMap<number, number>>();

/** To be called wherever a title, or what decides between equal ones, is written. */
export function forgetTitleOrder(db: Database): void {
  kept.delete(db);
}

/** The ids by title; equal titles by issue, those without a title last. */
export function sortByTitle(db: Database, ids: readonly number[]): number[] {
  const order = kept.get(db) ?? readTitleOrder(db);
  kept.set(db, order);
  return ids.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

function readTitleOrder(db: Database): ReadonlyMap<number, number> {
  const rows = statement<[], { id: number; title: string }>(
    db,
    "SELECT id, title FROM articles ORDER BY issued_on DESC, page_key, place_on_page, id",
  )
    .all()
    // The sort is stable, so equal titles stay in the order of their issue.
    .sort((a, b) => Number(a.title === "") - Number(b.title === "") || collator.compare(a.title, b.title));
  return new Map(rows.map(({ id }, place) => [id, place]));
}
