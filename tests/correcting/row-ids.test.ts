import { describe, expect, it } from "vitest";
import type { Block } from "../../preload/model/article.ts";
import { emptyArticle, plain } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { rowsOf } from "../../renderer/correcting/pieces.ts";
import { identified, keyNow, looksLike, rowNow } from "../../renderer/correcting/row-ids.ts";

const paragraph = (text: string): Block => ({ type: "paragraph", content: plain(text) });
const rows = (...texts: readonly string[]) => rowsOfBlocks(texts.map(paragraph));
const rowsOfBlocks = (body: readonly Block[]) =>
  rowsOf([], body, articleText({ ...emptyArticle(), title: "题", body }));

function idsAfter(before: readonly string[], after: readonly string[]): readonly number[] {
  return identified(identified([], rows(...before)), rows(...after)).map(({ id }) => id);
}

describe("The rows of a step before", () => {
  it("are the same where nothing changed, and where one did", () => {
    expect(idsAfter(["甲", "乙", "丙"], ["甲", "乙", "丙"])).toEqual([0, 1, 2]);
    expect(idsAfter(["甲", "乙", "丙"], ["甲", "乙改", "丙"])).toEqual([0, 1, 2]);
  });

  it("are the same below what came or went", () => {
    expect(idsAfter(["甲", "乙", "丙"], ["甲一", "甲二", "乙", "丙"])).toEqual([0, 3, 1, 2]);
    expect(idsAfter(["甲", "乙", "丙"], ["丙"])).toEqual([2]);
  });

  it("are the same where one was moved", () => {
    expect(idsAfter(["甲", "乙", "丙", "丁"], ["丁", "乙", "丙", "甲"])).toEqual([3, 1, 2, 0]);
  });

  it("never share an id, even where they look alike", () => {
    expect(idsAfter(["同", "同"], ["同", "同", "同"])).toEqual([0, 1, 2]);
    expect(new Set(idsAfter(["同", "异", "同"], ["异", "同", "同", "同"])).size).toBe(4);
  });
});

describe("Two rows", () => {
  it("look alike wherever their text stands, but not as another kind", () => {
    const [first, second] = rows("甲", "甲");
    const [heading] = rowsOfBlocks([{ type: "heading", level: 2, content: plain("甲") }]);
    const [lower] = rowsOfBlocks([{ type: "heading", level: 3, content: plain("甲") }]);
    if (!(first && second && heading && lower)) throw new Error("no rows");
    expect(looksLike(first, second)).toBe(true);
    expect(looksLike(first, heading)).toBe(false);
    expect(looksLike(heading, lower)).toBe(false);
  });
});

describe("A row that is worked on while a step is answered", () => {
  const before = identified([], rows("甲", "乙", "丙", "丁"));

  it("keeps being worked on, wherever the step leaves it", () => {
    expect(keyNow(before, identified(before, rows("乙", "丙", "丁")), "body-2")).toBe("body-1");
    expect(keyNow(before, identified(before, rows("甲", "新", "乙", "丙", "丁")), "body-2")).toBe("body-3");
    expect(keyNow(before, identified(before, rows("甲", "丙", "乙", "丁")), "body-1")).toBe("body-2");
  });

  it("that is gone leaves its place to the next", () => {
    expect(keyNow(before, identified(before, rows("甲", "丙", "丁")), "body-1")).toBe("body-1");
  });
});

describe("A row that something is asked about", () => {
  const then = rows("甲", "乙", "丙");
  const now = (...texts: readonly string[]) => rowNow(then, rows(...texts), "body-1")?.key ?? null;

  it("is found where it stands by then", () => {
    expect(now("甲", "乙", "丙")).toBe("body-1");
    expect(now("新来的", "甲", "乙", "丙")).toBe("body-2");
    expect(now("乙", "甲", "丙")).toBe("body-0");
  });

  it("is none where it is gone or says something else: what stands in its place is another", () => {
    expect(now("甲", "丙")).toBeNull();
    expect(now("甲", "改过的乙", "丙")).toBeNull();
    expect(now()).toBeNull();
  });

  it("is the one meant among those that look alike", () => {
    const alike = rows("同", "同", "异");
    expect(rowNow(alike, rows("同", "同", "异", "新"), "body-1")?.key).toBe("body-1");
    expect(rowNow(alike, rows("新", "同", "同", "异"), "body-0")?.key).toBe("body-1");
  });
});
