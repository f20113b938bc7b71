import type { Database } from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { moveToTrash } from "../../main/library/articles.ts";
import { addBookmark } from "../../main/library/bookmarks.ts";
import { bookmarkGroups, listBookmarkIds, listBookmarks } from "../../main/library/bookmarks-list.ts";
import { readText } from "../../main/library/contents.ts";
import type { BookmarkColor, BookmarkFilter } from "../../preload/model/bookmark.ts";
import { everyBookmark } from "../../preload/model/bookmark.ts";
import { article, storeEach, temporaryLibrary } from "./temporary-library.ts";

/** Noon in local time, so that the day is the same wherever the test runs. */
function noon(day: string): string {
  return new Date(`${day}T12:00:00`).toISOString();
}

function mark(
  db: Database,
  id: number,
  quote: string,
  more: { color?: BookmarkColor; note?: string; tags?: string[]; day?: string } = {},
): number {
  const start = readText(db, id).indexOf(quote);
  const { color = "red", note = "", tags = [], day = "2021-03-01" } = more;
  const place = { article: id, revision: 1, start, end: start + quote.length, quote };
  return addBookmark(db, { ...place, color, note, tags }, noon(day)).id;
}

/** Two articles; the ids of the bookmarks are 1 to 5 in the order of marking. */
function library(): { db: Database; older: number; newer: number } {
  const { db } = temporaryLibrary();
  const [older = 0, newer = 0] = storeEach(db, [
    article(
      { title: "旧文", issuedOn: "2021-01-01", publication: "示例日报", page: "3" },
      "增长5.6％，全县春耕。",
    ),
    article({ title: "新文", issuedOn: "2021-02-01" }, "播种，Antou，收割。"),
  ]);
  mark(db, newer, "收割", { tags: ["农事"], color: "blue", day: "2021-03-02" });
  mark(db, older, "春耕", { tags: ["农事", "提法"], day: "2021-04-05" });
  mark(db, older, "增长5.6％", { tags: ["数据"], note: "与年报核对", color: "grey", day: "2021-05-31" });
  mark(db, newer, "Antou", { day: "2020-12-31" });
  mark(db, newer, "播种", { color: "blue", day: "2021-05-01" });
  return { db, older, newer };
}

function ids(db: Database, filter: Partial<BookmarkFilter>): readonly number[] {
  return listBookmarkIds(db, { ...everyBookmark, ...filter, sort: "oldest" }).toSorted();
}

describe("The list of bookmarks", () => {
  it.each([
    ["article", [5, 4, 1, 3, 2]],
    ["newest", [3, 5, 2, 1, 4]],
    ["oldest", [4, 1, 2, 5, 3]],
    ["color", [2, 4, 5, 1, 3]],
    ["tag", [1, 2, 3, 5, 4]],
  ] as const)("is sorted by %s", (sort, expected) => {
    const { db } = library();
    expect(listBookmarkIds(db, { ...everyBookmark, sort })).toEqual(expected);
  });

  it("filters by each part, and by all together", () => {
    const { db, older } = library();
    expect(ids(db, { article: older })).toEqual([2, 3]);
    expect(ids(db, { tag: "农事" })).toEqual([1, 2]);
    expect(ids(db, { color: "blue" })).toEqual([1, 5]);
    expect(ids(db, { state: "lost" })).toEqual([]);
    expect(ids(db, { from: "2021-04-05", to: "2021-05-01" })).toEqual([2, 5]);
    expect(ids(db, { article: older, tag: "农事", color: "red", from: "2021-01-01" })).toEqual([2]);
  });

  it("looks for a phrase in quotes and notes, width and case set aside", () => {
    const { db } = library();
    expect(ids(db, { phrase: "antou" })).toEqual([4]);
    expect(ids(db, { phrase: "5.6%" })).toEqual([3]);
    expect(ids(db, { phrase: "年报" })).toEqual([3]);
    expect(ids(db, { phrase: "全县" })).toEqual([]);
  });

  it("comes page by page with the whole count, each row with its article's source", () => {
    const { db, older } = library();
    const { total, rows } = listBookmarks(db, { ...everyBookmark, sort: "article", offset: 3, limit: 1 });
    expect(total).toBe(5);
    expect(rows).toEqual([
      expect.objectContaining({
        ...{
          id: 3,
          article: older,
          title: "旧文",
          publication: "示例日报",
          issuedOn: "2021-01-01",
          page: "3",
        },
        ...{ quote: "增长5.6％", tags: ["数据"] },
      }),
    ]);
  });

  it("leaves out what lies in the trash", () => {
    const { db, newer } = library();
    moveToTrash(db, [newer], noon("2021-06-01"));
    expect(ids(db, {})).toEqual([2, 3]);
    expect(bookmarkGroups(db, everyBookmark).articles).toHaveLength(1);
  });

  it("counts groups, each without its own part of the filter", () => {
    const { db, older, newer } = library();
    expect(bookmarkGroups(db, { ...everyBookmark, color: "blue" })).toEqual({
      articles: [{ id: newer, title: "新文", count: 2 }],
      tags: [{ tag: "农事", count: 1 }],
      colors: { red: 2, yellow: 0, green: 0, blue: 2, grey: 1 },
      states: { kept: 2, moved: 0, changed: 0, lost: 0 },
      months: [
        { month: "2021-05", count: 1 },
        { month: "2021-03", count: 1 },
      ],
    });
    const { articles, tags, months } = bookmarkGroups(db, {
      ...everyBookmark,
      article: older,
      from: "2021-05-01",
    });
    expect(articles).toEqual([
      { id: newer, title: "新文", count: 1 },
      { id: older, title: "旧文", count: 1 },
    ]);
    expect(tags).toEqual([{ tag: "数据", count: 1 }]);
    expect(months.map(({ month }) => month)).toEqual(["2021-05", "2021-04"]);
  });
});
