import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "../../preload/model/article.ts";
import { emptyArticle, plain } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { partAt, partsOf } from "../../renderer/ui/article/parts.ts";

function paragraph(text: string): Block {
  return { type: "paragraph", content: plain(text) };
}

function partsOfBody(body: readonly Block[], columnWidth = 40) {
  const text = articleText({ ...emptyArticle(), title: "标题", body });
  return { text, parts: partsOf(body, text, columnWidth) };
}

const footnote: Block = { type: "footnote", id: "1", blocks: [paragraph("注释。")] };

/** A new object each time: a block's place in the text is found by its identity. */
const anyBlock = fc.oneof(
  fc.integer({ min: 0, max: 4000 }).map((length) => paragraph("字".repeat(length))),
  fc
    .constantFrom<Block>(
      { type: "divider" },
      { type: "figure", image: null, caption: plain("说明"), alt: "" },
      footnote,
    )
    .map((block) => ({ ...block })),
);

describe("the parts of a body", () => {
  test("hold every block once, in order, without overlapping", () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 200 }), (body) => {
        const { parts } = partsOfBody(body);
        expect(parts.flatMap((part) => part.blocks)).toEqual(body);
        for (const [index, part] of parts.entries()) {
          expect(part.index).toBe(index);
          expect(part.end).toBeGreaterThanOrEqual(part.start);
          expect(part.start).toBeGreaterThanOrEqual(parts[index - 1]?.end ?? 0);
        }
      }),
    );
  });

  test("are a few screens long each, and one for a short article", () => {
    const long = partsOfBody(Array.from({ length: 100 }, () => paragraph("字".repeat(300)))).parts;
    expect(long.length).toBe(10);
    expect(partsOfBody([paragraph("短。")]).parts.length).toBe(1);
    expect(partsOfBody([]).parts).toEqual([]);
  });

  test("are bounded in blocks too, where the blocks hold little text", () => {
    const { parts } = partsOfBody(Array.from({ length: 150 }, () => paragraph("短")));
    expect(parts.map((part) => part.blocks.length)).toEqual([60, 60, 30]);
  });

  test("tell their height in lines of the column, pictures and headings counted", () => {
    const lines = (block: Block) => partsOfBody([block]).parts[0]?.lines;
    expect(lines(paragraph("字".repeat(81)))).toBe(3);
    expect(lines({ type: "heading", level: 1, content: plain("小标题") })).toBeGreaterThan(1);
    const figure: Block = { type: "figure", image: "a".repeat(64), caption: [], alt: "" };
    expect(lines(figure)).toBeGreaterThan(lines({ ...figure, image: null }) ?? 0);
    expect(lines(footnote)).toBe(0);
  });

  test("are found by offset: what stands before the body is in the first, what stands after in the last", () => {
    const body = Array.from({ length: 30 }, () => paragraph("字".repeat(1000)));
    const { parts } = partsOfBody(body);
    expect(partAt(parts, 0)).toBe(0);
    for (const part of parts) {
      expect(partAt(parts, part.start)).toBe(part.index);
      expect(partAt(parts, part.end - 1)).toBe(part.index);
    }
    expect(partAt(parts, 1_000_000)).toBe(parts.length - 1);
    expect(partAt([], 5)).toBe(0);
  });
});
