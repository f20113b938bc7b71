/** Articles by title, in the order of Chinese dictionaries, which SQLite cannot sort by. */
import type { Database } from "better-sqlite3";
import { statement } from "../statement.ts";

const collator = new Intl.Collator("zh-CN", { numeric: true });

interface TitleOrder {
  /** All ids by title. */
  readonly ids: readonly number[];
  /** The place of each id among them, by id. */
  readonly places: Int32Array;
}

/** Kept until a title is written, since sorting takes a hundred times as long as looking up. */
const kept = new WeakMap<Database, TitleOrder>();

/** To be called wherever a title, or what decides between equal ones, is written. */
export function forgetTitleOrder(db: Database): void {
  kept.delete(db);
}

/** The ids by title; equal titles by issue, those without a title last. */
export function sortByTitle(db: Database, ids: readonly number[]): readonly number[] {
  const order = kept.get(db) ?? readTitleOrder(db);
  kept.set(db, order);
  // Places are sorted instead of ids: that needs no comparing function.
  const places = Int32Array.from(ids, (id) => order.places[id] ?? 0).sort();
  return Array.from(places, (place) => order.ids[place] ?? 0);
}

function readTitleOrder(db: Database): TitleOrder {
  const ids = statement<[], { id: number; title: string }>(
    db,
    "SELECT id, title FROM articles ORDER BY issued_on DESC, page_key, place_on_page, id",
  )
    .all()
    // The sort is stable, so equal titles stay in the order of their issue.
    .sort((a, b) => Number(a.title === "") - Number(b.title === "") || collator.compare(a.title, b.title))
    .map(({ id }) => id);
  const places = new Int32Array(ids.reduce((highest, id) => Math.max(highest, id), 0) + 1);
  for (const [place, id] of ids.entries()) places[id] = place;
  return { ids, places };
}
