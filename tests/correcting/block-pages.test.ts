import { describe, expect, it } from "vitest";
import type { Block, Inline } from "../../preload/model/article.ts";
import { plain } from "../../preload/model/article.ts";
import { beginningPages } from "../../renderer/correcting/block-pages.ts";

const mark = (page: string): Inline => ({ type: "page-mark", page });
const paragraph = (...content: readonly Inline[]): Block => ({ type: "paragraph", content });
const [word] = plain("字");
const text = word as Inline;

describe("The page on which a block begins", () => {
  it("is counted by the marks before its text, whatever number is printed there", () => {
    const blocks = [
      paragraph(mark("i"), text),
      paragraph(text, mark("ii"), text),
      paragraph(text),
      paragraph(mark("1"), mark("2"), text),
      { type: "divider" } as const,
    ];
    expect(beginningPages(blocks)).toEqual([1, 1, 2, 4, 4]);
  });

  it("is told by marks in lists, cells and captions, too", () => {
    const cell = { header: false, columns: 1, rows: 1, blocks: [paragraph(mark("1"), text)] };
    const blocks: readonly Block[] = [
      { type: "table", rows: [[cell]] },
      { type: "list", ordered: false, start: 1, items: [[paragraph(mark("2"), text)]] },
      { type: "figure", image: null, caption: [mark("3")], alt: "" },
    ];
    expect(beginningPages(blocks)).toEqual([1, 2, 3]);
  });

  it("is not known without marks", () => {
    expect(beginningPages([paragraph(text), { type: "divider" }])).toEqual([null, null]);
  });
});
