/** What stands before and after an article in the list by date. */
import type { Database } from "better-sqlite3";
import type { Neighbour, Neighbours } from "../../preload/model/listing.ts";
import { statement } from "../statement.ts";

interface Place {
  readonly id: number;
  readonly title: string;
  readonly issued_on: string;
  readonly page_key: string;
  readonly place_on_page: number;
}

const places = "SELECT id, title, issued_on, page_key, place_on_page FROM articles WHERE trashed_at IS NULL";
const forwards = "ORDER BY issued_on DESC, page_key, place_on_page, id LIMIT 1";
const backwards = "ORDER BY issued_on, page_key DESC, place_on_page DESC, id DESC LIMIT 1";

/** In the list's order, so that next is what stands below: newest issue first, then page, then place. */
export function neighboursOf(db: Database, id: number): Neighbours {
  const here = statement<[number], Place>(
    db,
    "SELECT id, title, issued_on, page_key, place_on_page FROM articles WHERE id = ?",
  ).get(id);
  if (!here) throw new Error(`article ${id} has no row`);
  const find = (condition: string, order: string, from: Place) =>
    statement<[Place], Place>(db, `${places} AND ${condition} ${order}`).get(from);

  const previous =
    find(
      `issued_on = @issued_on AND (page_key, place_on_page, id) < (@page_key, @place_on_page, @id)`,
      backwards,
      here,
    ) ?? find("issued_on > @issued_on", backwards, here);
  const next =
    find(
      `issued_on = @issued_on AND (page_key, place_on_page, id) > (@page_key, @place_on_page, @id)`,
      forwards,
      here,
    ) ?? find("issued_on < @issued_on", forwards, here);
  const nextPage =
    find("issued_on = @issued_on AND page_key > @page_key", forwards, here) ??
    find("issued_on < @issued_on", forwards, here);
  const endOfPreviousPage =
    find("issued_on = @issued_on AND page_key < @page_key", backwards, here) ??
    find("issued_on > @issued_on", backwards, here);
  const previousPage =
    endOfPreviousPage && find("issued_on = @issued_on AND page_key = @page_key", forwards, endOfPreviousPage);
  return {
    previous: named(previous),
    next: named(next),
    previousPage: named(previousPage),
    nextPage: named(nextPage),
  };
}

function named(place: Place | undefined): Neighbour | null {
  return place ? { id: place.id, title: place.title } : null;
}
