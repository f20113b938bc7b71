import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "../../preload/model/article.ts";
import { emptyArticle, plain } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import {
  changeBetween,
  isOneText,
  nameOf,
  pieceEdited,
  type Row,
  rowsOf,
} from "../../renderer/correcting/pieces.ts";

const paragraph = (text: string): Block => ({ type: "paragraph", content: plain(text) });

function rowsOfBlocks(lead: readonly Block[], body: readonly Block[]): readonly Row[] {
  return rowsOf(lead, body, articleText({ ...emptyArticle(), title: "题", lead, body }));
}

describe("The rows of the desk", () => {
  it("stand in the order of the article, each with the span of its text", () => {
    const rows = rowsOfBlocks([paragraph("提要")], [paragraph("甲"), { type: "divider" }, paragraph("乙丙")]);
    expect(rows.map(({ key, pieces }) => [key, pieces])).toEqual([
      ["lead-0", [{ span: { start: 2, end: 4 }, text: "提要" }]],
      ["body-0", [{ span: { start: 5, end: 6 }, text: "甲" }]],
      ["body-1", []],
      ["body-2", [{ span: { start: 7, end: 9 }, text: "乙丙" }]],
    ]);
  });

  it("keep the runs of a text that is marked in part, and of no other", () => {
    const area: Block = {
      type: "paragraph",
      content: [
        { type: "text", text: "共10" },
        { type: "text", text: "2", marks: ["sup"] },
        { type: "link", href: "#", content: plain("亩") },
      ],
    };
    const [marked, bare] = rowsOfBlocks([], [area, paragraph("共100亩")]);
    expect(marked?.pieces).toEqual([
      {
        span: { start: 2, end: 7 },
        text: "共102亩",
        runs: [
          { text: "共10", marks: [] },
          { text: "2", marks: ["sup"] },
          { text: "亩", marks: [] },
        ],
      },
    ]);
    expect(bare?.pieces[0]).not.toHaveProperty("runs");
  });

  it("have a piece for each cell with text", () => {
    const cell = (text: string) => ({ header: false, columns: 1, rows: 1, blocks: [paragraph(text)] });
    const [row] = rowsOfBlocks(
      [],
      [
        {
          type: "table",
          rows: [
            [cell("县"), cell("")],
            [cell("乡"), cell("12")],
          ],
        },
      ],
    );
    expect(row?.pieces.map(({ text }) => text)).toEqual(["县", "乡", "12"]);
    expect(row !== undefined && isOneText(row)).toBe(false);
  });

  it("bear the sign of their item where they begin one of a list", () => {
    const inner: Block = { type: "list", ordered: false, start: 1, items: [[paragraph("丁")]] };
    const items = [
      [paragraph("甲"), paragraph("乙")],
      [paragraph("丙"), inner],
    ];
    const [row] = rowsOfBlocks([], [{ type: "list", ordered: true, start: 3, items }]);
    expect(row?.pieces.map(({ text, item }) => [text, item?.depth, item?.sign])).toEqual([
      ["甲", 0, "3."],
      ["乙", 0, ""],
      ["丙", 0, "4."],
      ["丁", 1, "•"],
    ]);
  });

  it("are named for what they are", () => {
    const figure = (image: string | null, caption: string): Block => ({
      ...{ type: "figure", image, caption: plain(caption), alt: "" },
    });
    const rows = rowsOfBlocks(
      [paragraph("提要")],
      [
        paragraph("甲"),
        { type: "heading", level: 3, content: plain("题") },
        figure(null, ""),
        figure("0".repeat(64), ""),
        figure(null, "水渠"),
      ],
    );
    expect(rows.map(nameOf)).toEqual([
      ...["correcting.lead", "correcting.paragraph", { level: 3 }],
      ...["correcting.missing", "correcting.picture", "correcting.caption"],
    ]);
  });
});

describe("The change between two texts", () => {
  it("is the smallest span that differs", () => {
    expect(changeBetween("去年秋粮收购", "前年秋粮收购")).toEqual({ start: 0, end: 1, text: "前" });
    expect(changeBetween("一二三", "一二二三")).toEqual({ start: 2, end: 2, text: "二" });
    expect(changeBetween("一二二三", "一二三")).toEqual({ start: 2, end: 3, text: "" });
    expect(changeBetween("同", "同")).toBeNull();
  });

  it("never parts a character that takes two units", () => {
    expect(changeBetween("住𠮷家", "住𠮶家")).toEqual({ start: 1, end: 3, text: "𠮶" });
    expect(changeBetween("住𠮷家", "住\u{2F9B7}家")).toEqual({ start: 1, end: 3, text: "\u{2F9B7}" });
    expect(changeBetween("𠮷", "𠮷𠮷")).toEqual({ start: 2, end: 2, text: "𠮷" });
  });

  it("turns any text into any other", () => {
    assert(
      property(string({ unit: "binary" }), string({ unit: "binary" }), (before, after) => {
        const change = changeBetween(before, after);
        if (change === null) return before === after;
        return before.slice(0, change.start) + change.text + before.slice(change.end) === after;
      }),
    );
  });
});

describe("The piece that was being edited", () => {
  const texts = (...all: readonly string[]) => rowsOfBlocks([], all.map(paragraph));

  it("is the one in its place while that says what it said", () => {
    expect(pieceEdited(texts("甲", "甲", "甲"), "body-1", 0, "甲")).toEqual(texts("甲", "甲")[1]?.pieces[0]);
  });

  it("is followed where an import moved it, to the nearest that says the same", () => {
    const rows = texts("乙", "丙", "新来的一段", "乙");
    expect(pieceEdited(rows, "body-2", 0, "乙")).toBe(rows[3]?.pieces[0]);
    expect(pieceEdited(rows, "body-0", 0, "丙")).toBe(rows[1]?.pieces[0]);
  });

  it("is none where nothing says the same any more: what stands in its place is another", () => {
    const rows = texts("甲", "改过的乙");
    expect(pieceEdited(rows, "body-1", 0, "乙")).toBeUndefined();
    expect(pieceEdited(rows, "body-9", 0, "乙")).toBeUndefined();
  });
});
