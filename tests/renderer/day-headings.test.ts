import { describe, expect, it } from "vitest";
import type { ArticleRow } from "../../preload/model/listing.ts";
import { DayHeadings } from "../../renderer/library/day-headings.ts";

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
  }));
}

describe("Day headings", () => {
  it("stand above the first row of each day, the unknown one included", () => {
    const headings = new DayHeadings();
    headings.learn(0, rowsOn("2021-02-05", "2021-02-05", "2021-02-04", null, null), undefined);
    const begins = [0, 1, 2, 3, 4].map((index) => headings.beginsDay(index));
    expect(begins).toEqual([true, false, true, true, false]);
    expect(headings.countBefore(3)).toBe(2);
  });

  it("leave the first row of a page open until the row before it is known", () => {
    const headings = new DayHeadings();
    const page = rowsOn("2021-02-04", "2021-02-04");
    headings.learn(100, page, undefined);
    expect(headings.beginsDay(100)).toBe(false);
    expect(headings.learn(100, page, rowsOn("2021-02-05")[0])).toBe(true);
    expect(headings.beginsDay(100)).toBe(true);
  });

  it("say whether what was learnt changes anything", () => {
    const headings = new DayHeadings();
    const page = rowsOn("2021-02-05", "2021-02-04");
    expect(headings.learn(0, page, undefined)).toBe(true);
    expect(headings.learn(0, page, undefined)).toBe(false);
    expect(headings.learn(0, rowsOn("2021-02-05", "2021-02-05"), undefined)).toBe(true);
    expect(headings.countBefore(2)).toBe(1);
  });
});
