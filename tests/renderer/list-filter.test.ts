import { describe, expect, it } from "vitest";
import {
  everything,
  hasDayHeadings,
  isFiltered,
  type Shelf,
  shelfKey,
  shelfOfKey,
  unfiltered,
} from "../../renderer/library/list-filter.ts";

const shelves: readonly Shelf[] = [
  { kind: "all" },
  { kind: "recent" },
  { kind: "unread" },
  { kind: "starred" },
  { kind: "trash" },
  { kind: "collection", id: 12 },
];

describe("The list's filter", () => {
  it("names every shelf by a key that leads back to it", () => {
    for (const shelf of shelves) expect(shelfOfKey(shelfKey(shelf))).toEqual(shelf);
  });

  it("is narrowed by a source or a date, and an unknown source or date narrows too", () => {
    expect(isFiltered({ ...everything, shelf: { kind: "trash" }, sort: "title" })).toBe(false);
    for (const narrowed of [{ publication: "" }, { issued: "" }]) {
      const filter = { ...everything, shelf: { kind: "starred" } as const, ...narrowed };
      expect(isFiltered(filter)).toBe(true);
      expect(unfiltered(filter)).toEqual({ ...everything, shelf: { kind: "starred" } });
    }
  });

  it("shows days only where the list is sorted by them", () => {
    expect(hasDayHeadings(everything)).toBe(true);
    expect(hasDayHeadings({ ...everything, sort: "title" })).toBe(false);
    expect(hasDayHeadings({ ...everything, shelf: { kind: "recent" } })).toBe(false);
  });
});
