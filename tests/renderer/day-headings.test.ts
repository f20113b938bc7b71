import { describe, expect, it } from "vitest";
import type { ArticleRow } from "../../preload/model/listing.ts";
import { DayHeadings, HEADING_HEIGHT, movedBy } from "../../renderer/library/day-headings.ts";

function rowsOn(...days: readonly (string | null)[]): readonly ArticleRow[] {
  return days.map((issuedOn, id) => ({
    id,
    kicker: "",
    title: "",
    publication: "",
    issuedOn,
    page: "",
    pageName: "",
    excerpt: "",
    characters: 0,
    images: 0,
    thumbnail: null,
    starred: false,
    unread: false,
    sample: false,
    classification: "",
  }));
}

describe("Day headings", () => {
  it("stand above the first row of each day, the unknown one included", () => {
    const headings = new DayHeadings();
    headings.learn(0, rowsOn("2021-02-05", "2021-02-05", "2021-02-04", null, null), undefined);
    const begins = [0, 1, 2, 3, 4].map((index) => headings.beginsDay(index));
    expect(begins).toEqual([true, false, true, true, false]);
  });

  it("leave the first row of a page open until the row before it is known", () => {
    const headings = new DayHeadings();
    const page = rowsOn("2021-02-04", "2021-02-04");
    headings.learn(100, page, undefined);
    expect(headings.beginsDay(100)).toBe(false);
    expect(headings.learn(100, page, rowsOn("2021-02-05")[0])).toEqual([{ index: 100, begins: true }]);
    expect(headings.beginsDay(100)).toBe(true);
  });

  it("say what a page changes, and nothing when it comes again", () => {
    const headings = new DayHeadings();
    const page = rowsOn("2021-02-05", "2021-02-04");
    expect(headings.learn(0, page, undefined)).toEqual([
      { index: 0, begins: true },
      { index: 1, begins: true },
    ]);
    expect(headings.learn(0, page, undefined)).toEqual([]);
    expect(headings.learn(0, rowsOn("2021-02-05", "2021-02-05"), undefined)).toEqual([
      { index: 1, begins: false },
    ]);
  });

  it("move a row by those that came or went above it", () => {
    const changes = [
      { index: 3, begins: true },
      { index: 5, begins: true },
      { index: 6, begins: false },
      { index: 9, begins: true },
    ];
    expect(movedBy(changes, 3)).toBe(0);
    expect(movedBy(changes, 6)).toBe(2 * HEADING_HEIGHT);
    expect(movedBy(changes, 8)).toBe(HEADING_HEIGHT);
  });
});
