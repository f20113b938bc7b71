import type { Database } from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moveToTrash } from "../../main/library/articles.ts";
import { addBookmark } from "../../main/library/bookmarks.ts";
import { collect, createCollection } from "../../main/library/collections.ts";
import { tag } from "../../main/library/tags.ts";
import { findBookmarks } from "../../main/search/find-bookmarks.ts";
import type { SearchSubject } from "../../preload/model/search.ts";
import { noFilters } from "../../preload/model/search.ts";
import { article, NOW, whole } from "../library/temporary-library.ts";
import { searchLibrary, shortNames } from "./library.ts";

const TEXT = "会议听取了关于乡村振兴、粮食生产工作的汇报，投资1.67亿元。";

/** Two articles with the same text; each note marks the quote given beside it. */
function library(...marks: readonly (readonly [article: 1 | 2, quote: string, note: string, ...string[]])[]) {
  const db = searchLibrary(
    article({ title: "常委会会议", publication: "宁郭日报", issuedOn: "2020-02-05" }, TEXT),
    article({ title: "卫健委会议", publication: "水利通讯", issuedOn: "2021-02-05" }, TEXT),
  );
  for (const [id, quote, note, ...tags] of marks) {
    const start = "常委会会议\n".length + TEXT.indexOf(quote);
    const span = { start, end: start + quote.length, quote };
    addBookmark(db, { article: id, revision: 1, ...span, color: "red", note, tags }, NOW);
  }
  return db;
}

function page(
  db: Database,
  query: string,
  more: Partial<SearchSubject["filters"]> = {},
  limit = 50,
  offset = 0,
) {
  const subject = { query, shortNames: false, filters: { ...noFilters, ...more } };
  return whole(findBookmarks(db, { subject, offset, limit }, shortNames));
}

const found = (db: Database, query: string, more: Partial<SearchSubject["filters"]> = {}) =>
  page(db, query, more).page.map(({ id }) => id);

describe("The bookmarks found", () => {
  it("hold every word in passage and note together, none that is left out, and come newest first", () => {
    const db = library([1, "乡村振兴", "例会引用"], [2, "乡村振兴、粮食", ""], [1, "粮食生产", "例会、振兴"]);
    expect(found(db, "振兴")).toEqual([3, 2, 1]);
    expect(found(db, "振兴 例会")).toEqual([3, 1]);
    expect(found(db, "振兴 -粮食")).toEqual([1]);
    expect(found(db, "引用 OR 生产")).toEqual([3, 1]);
    expect(found(db, "投资")).toEqual([]);
    expect(page(db, "乡村 例会").page).toEqual([
      {
        id: 1,
        passage: { text: "乡村振兴", ranges: [[0, 2]] },
        note: { text: "例会引用", ranges: [[0, 2]] },
      },
    ]);
  });

  it("are met as articles are: folded, numbers by value, Latin words whole", () => {
    const db = library([1, "投资1.67亿元", "見 GDP 表，16,000"]);
    for (const query of ["见", "gdp", "16000", "１.67亿", "资1.67", "gd*"])
      expect(found(db, query)).toEqual([1]);
    for (const query of ["gd", "1600", "1.6"]) expect(found(db, query)).toEqual([]);
  });

  it("are narrowed by what is set on their articles, and by fields of the query", () => {
    const db = library([1, "乡村振兴", "甲", "提法"], [2, "乡村振兴", "乙"]);
    const { id } = createCollection(db, "专题");
    collect(db, { ids: [1], add: [id], remove: [] });
    tag(db, { ids: [2], add: ["要闻"], remove: [] });
    expect(found(db, "振兴", { publication: "宁郭日报" })).toEqual([1]);
    expect(found(db, "振兴", { from: "2021-01-01", to: "2021-12-31" })).toEqual([2]);
    expect(found(db, "振兴", { collection: id })).toEqual([1]);
    expect(found(db, "振兴", { tag: "要闻" })).toEqual([2]);
    expect(found(db, "振兴", { withPictures: true })).toEqual([]);
    expect(found(db, "振兴 来源:水利")).toEqual([2]);
    expect(found(db, "振兴 -日期:2021")).toEqual([1]);
    expect(found(db, "标题:卫健委 振兴")).toEqual([2]);
    expect(found(db, "标签:提法")).toEqual([1]);
    expect(found(db, "振兴 -标签:要闻")).toEqual([1]);
    moveToTrash(db, [1], NOW);
    expect(found(db, "振兴")).toEqual([2]);
  });

  it("are counted to the last and come page by page", () => {
    const db = library(...Array.from({ length: 620 }, (_, at) => [1, "乡村振兴", `例会第${at}条`] as const));
    const pages = [0, 200, 400, 600].map((offset) => page(db, "例会", {}, 200, offset));
    expect(pages.map(({ total, page }) => [total, page.length])).toEqual([
      [620, 200],
      [620, 200],
      [620, 200],
      [620, 20],
    ]);
    expect(pages.flatMap(({ page }) => page.map(({ id }) => id))).toEqual(
      Array.from({ length: 620 }, (_, at) => 620 - at),
    );
  });

  it("are found by other names only when they are asked for", () => {
    const db = library([1, "乡村振兴", "问卫生健康委员会"]);
    const subject = { query: "卫健委", filters: noFilters };
    const total = (names: boolean) =>
      whole(
        findBookmarks(db, { subject: { ...subject, shortNames: names }, offset: 0, limit: 9 }, shortNames),
      ).total;
    expect([total(false), total(true)]).toEqual([0, 1]);
  });

  it("are exactly those whose passage or note has the phrase", () => {
    const notes = ["乡村振兴工作", "振兴乡村，工作", "工作乡村振", "兴", ""];
    const db = library(...notes.map((note) => [1, "粮食", note] as const));
    const phrase = fc.array(fc.constantFrom(..."乡村振兴工作"), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(phrase, (characters) => {
        const wanted = characters.join("");
        const expected = notes.flatMap((note, at) => (note.includes(wanted) ? [at + 1] : []));
        expect(found(db, wanted)).toEqual(expected.reverse());
      }),
      { numRuns: 300 },
    );
  });
});
