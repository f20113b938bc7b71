import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FoundSentence } from "../../preload/model/search.ts";
import { markedPieces } from "../../renderer/searching/marked-pieces.ts";
import { sentencesAsHtml, sentencesAsText } from "../../renderer/searching/sentence-table.ts";
import { remembered } from "../../renderer/searching/use-remember.ts";
import { namesAsTyped, namesOfTyped } from "../../renderer/settings/names-typed.ts";

const columns = { date: "日期", source: "来源", title: "标题", sentence: "句子" };

const sentence: FoundSentence = {
  id: 1,
  revision: 1,
  title: "表<1>\t与图",
  publication: "宁郭日报",
  issuedOn: null,
  text: "投入1.5亿元 & <b>清单</b>。",
  ranges: [[0, 2]],
  numbers: [[2, 6]],
  start: 9,
};

describe("Marked text", () => {
  it("is cut where marks begin and end", () => {
    expect(markedPieces("投入1.5亿元", [[0, 5]], [[2, 6]])).toEqual([
      { start: 0, text: "投入", isHit: true, isNumber: false },
      { start: 2, text: "1.5", isHit: true, isNumber: true },
      { start: 5, text: "亿", isHit: false, isNumber: true },
      { start: 6, text: "元", isHit: false, isNumber: false },
    ]);
    expect(markedPieces("", [])).toEqual([]);
  });

  it("stays whole, and marks exactly what is in a range", () => {
    const ranges = fc
      .uniqueArray(fc.nat(30), { maxLength: 8 })
      .map((places) => places.sort((one, other) => one - other))
      .map((places) =>
        places.flatMap((start, index) =>
          index % 2 === 0 ? [[start, places[index + 1] ?? start] as const] : [],
        ),
      );
    fc.assert(
      fc.property(fc.string({ minLength: 30, maxLength: 30 }), ranges, ranges, (text, hits, numbers) => {
        const pieces = markedPieces(text, hits, numbers);
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        for (const { start, text: piece, isHit } of pieces) {
          for (let at = start; at < start + piece.length; at++) {
            expect(isHit).toBe(hits.some(([from, to]) => from <= at && at < to));
          }
        }
      }),
    );
  });
});

describe("Sentences as a table", () => {
  it("are a line each, four cells, and no cell breaks a line", () => {
    expect(sentencesAsText([sentence], columns)).toBe(
      "日期\t来源\t标题\t句子\r\n\t宁郭日报\t表<1> 与图\t投入1.5亿元 & <b>清单</b>。",
    );
  });

  it("hold bold numbers in HTML, and text as text", () => {
    expect(sentencesAsHtml([sentence], columns)).toContain(
      "<td>投入<b>1.5亿</b>元 &#38; &#60;b&#62;清单&#60;/b&#62;。</td>",
    );
  });
});

describe("The search history", () => {
  it("has each query once, the newest first, and forgets the oldest after fifty", () => {
    expect(remembered(["甲", "乙"], " 乙 ")).toEqual(["乙", "甲"]);
    const history = ["甲"];
    expect(remembered(history, "甲")).toBe(history);
    expect(remembered(history, " ")).toBe(history);
    const full = Array.from({ length: 50 }, (_, place) => `词${place}`);
    expect(remembered(full, "新")).toEqual(["新", ...full.slice(0, 49)]);
  });
});

describe("A group of names", () => {
  it("is typed and read back as it was", () => {
    const name = fc.stringMatching(
      /^[\p{Script=Han}A-Za-z]([\p{Script=Han}A-Za-z ]{0,8}[\p{Script=Han}A-Za-z])?$/u,
    );
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 20 }), (names) => {
        expect(namesOfTyped(namesAsTyped(names))).toEqual(names);
      }),
    );
    expect(namesOfTyped("卫健委，卫生健康委员会 , 卫健委")).toEqual(["卫健委", "卫生健康委员会"]);
    expect(namesOfTyped("卫健委、")).toBeNull();
    expect(namesOfTyped(`${"长".repeat(61)}、短`)).toBeNull();
  });
});
