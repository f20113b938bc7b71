import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Block,
  emptyArticle,
  type ImportedArticle,
  plain,
  type TableCell,
} from "../../preload/model/article.ts";
import { articleText, inlineText } from "../../preload/model/article-text.ts";

function paragraph(text: string): Block {
  return { type: "paragraph", content: plain(text) };
}

function cell(...texts: string[]): TableCell {
  return { header: false, columns: 1, rows: 1, blocks: texts.map(paragraph) };
}

function textOf(...body: Block[]): string {
  return articleText({ ...emptyArticle(), body }).text;
}

describe("the canonical text", () => {
  it("holds the parts of an article in reading order, one a line, and nothing for what is empty", () => {
    const article: ImportedArticle = {
      ...emptyArticle(),
      kicker: "柳河镇",
      title: "标题",
      byline: "本报记者 李明",
      credits: "（本版图片由李明摄）",
      lead: [paragraph("提示。")],
      body: [
        { type: "heading", level: 2, content: plain("小标题") },
        { type: "figure", image: null, caption: plain("说明。"), alt: "不计" },
        { type: "divider" },
        paragraph(""),
        paragraph("正文。"),
      ],
    };
    const { text, fields } = articleText(article);
    expect(text).toBe("柳河镇\n标题\n本报记者 李明\n提示。\n小标题\n说明。\n正文。\n（本版图片由李明摄）");
    expect([...fields.keys()]).toEqual(["kicker", "title", "byline", "credits"]);
    for (const [field, { start, end }] of fields) expect(text.slice(start, end)).toBe(article[field]);
  });

  it("counts a ruby's base, a line break as a line feed, and neither pictures nor marks", () => {
    expect(
      inlineText([
        { type: "ruby", base: "案", annotation: "àn" },
        { type: "line-break" },
        { type: "image", image: null, alt: "图" },
        { type: "link", href: "#", content: plain("头") },
        { type: "footnote-mark", id: "1" },
        { type: "page-mark", page: "3" },
      ]),
    ).toBe("案\n头");
  });

  it("puts footnotes behind the body, those inside footnotes too", () => {
    const inner: Block = { type: "footnote", id: "2", blocks: [paragraph("注二。")] };
    const outer: Block = { type: "footnote", id: "1", blocks: [paragraph("注一。"), inner] };
    expect(textOf(outer, paragraph("正文。"))).toBe("正文。\n注一。\n注二。");
  });

  it("parts cells by tabs, so that columns can be counted even where cells are empty", () => {
    const table: Block = {
      type: "table",
      rows: [
        [cell("甲"), cell(), cell("丙")],
        [cell(), cell("乙", "丁"), cell()],
      ],
    };
    expect(textOf(paragraph("前"), table, paragraph("后"))).toBe("前\n甲\t\t丙\n\t乙\n丁\t\n后");
  });

  it("gives no line to a row or table without text", () => {
    const empty: Block = { type: "table", rows: [[cell()], [cell(), cell("")]] };
    expect(textOf(empty, paragraph("后"))).toBe("后");
    expect(textOf(paragraph("前"), empty, paragraph("后"))).toBe("前\n后");
    expect(textOf(paragraph("前"), empty)).toBe("前");
  });

  it("says where each block stands, containers from their first to their last text", () => {
    const quote: Block = { type: "quote", blocks: [paragraph("甲"), paragraph("乙")] };
    const list: Block = { type: "list", ordered: false, start: 1, items: [[paragraph("丙")], [quote]] };
    const table: Block = { type: "table", rows: [[cell(), cell("丁")]] };
    const { text, blocks } = articleText({ ...emptyArticle(), title: "题", body: [list, table] });
    const standing = (block: Block) => text.slice(blocks.get(block)?.start, blocks.get(block)?.end);
    expect(standing(list)).toBe("丙\n甲\n乙");
    expect(standing(quote)).toBe("甲\n乙");
    expect(standing(table)).toBe("\t丁");
  });

  it("gives every leaf the span of its own text, in order, whatever the article", () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 6 }), (body) => {
        const { text, blocks } = articleText({ ...emptyArticle(), title: "题", body });
        let after = 0;
        for (const block of leavesOf(body)) {
          const span = blocks.get(block);
          if (!span || !("content" in block)) throw new Error("a leaf without a span");
          expect(text.slice(span.start, span.end)).toBe(inlineText(block.content));
          expect(span.start).toBeGreaterThanOrEqual(after);
          after = span.end;
        }
        expect(text).not.toMatch(/^\n|\n\n|\n$/);
      }),
    );
  });
});

// Texts without line feeds, so that an empty line can only come from the joining.
const anyText = fc.string({ unit: fc.constantFrom(..."一二三，。a"), maxLength: 4 });
const anyLeaf = anyText.map(paragraph);
const anyBlock: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: "small" },
    anyLeaf,
    fc.array(tie("block"), { maxLength: 3 }).map((blocks): Block => ({ type: "quote", blocks })),
    fc
      .array(fc.array(tie("block"), { maxLength: 2 }), { maxLength: 3 })
      .map((items): Block => ({ type: "list", ordered: true, start: 1, items })),
    fc.array(fc.array(fc.array(anyLeaf, { maxLength: 2 }), { maxLength: 3 }), { maxLength: 2 }).map(
      (rows): Block => ({
        type: "table",
        rows: rows.map((row) => row.map((blocks) => ({ header: false, columns: 1, rows: 1, blocks }))),
      }),
    ),
  ),
})).block;

function leavesOf(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case "quote":
      case "footnote":
        return leavesOf(block.blocks);
      case "list":
        return block.items.flatMap(leavesOf);
      case "table":
        return block.rows.flatMap((row) => row.flatMap((each) => leavesOf(each.blocks)));
      default:
        return [block];
    }
  });
}
