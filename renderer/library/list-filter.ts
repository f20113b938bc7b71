/** What the list shows: a shelf, the filters set on it, and their order. */
import type { ListQuery } from "../../preload/model/listing.ts";

export type ListFilter = Omit<ListQuery, "offset" | "limit">;

export type Shelf = ListFilter["shelf"];

export const everything: ListFilter = {
  shelf: { kind: "all" },
  publication: null,
  issued: null,
  sort: "date",
};

/** Whether anything beside the shelf narrows the list. */
export function isFiltered(filter: ListFilter): boolean {
  return filter.publication !== null || filter.issued !== null;
}

/** The same shelf and order with nothing narrowed. */
export function unfiltered({ shelf, sort }: ListFilter): ListFilter {
  return { ...everything, shelf, sort };
}

/** A shelf as a key of a choice: `all`, `trash`, `collection:3`. */
export function shelfKey(shelf: Shelf): string {
  return shelf.kind === "collection" ? `collection:${shelf.id}` : shelf.kind;
}

/** Undoes `shelfKey`. */
export function shelfOfKey(key: string): Shelf {
  switch (key) {
    case "recent":
    case "unread":
    case "starred":
    case "trash":
      return { kind: key };
    default: {
      const id = Number(/^collection:(\d+)$/.exec(key)?.[1]);
      return id > 0 ? { kind: "collection", id } : { kind: "all" };
    }
  }
}

/** Day headings make sense only where neighbours in the list share their day. */
export function hasDayHeadings(filter: ListFilter): boolean {
  const isOneDay = filter.issued?.length === "YYYY-MM-DD".length;
  return filter.sort === "date" && filter.shelf.kind !== "recent" && !isOneDay;
}
