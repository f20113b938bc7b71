import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Block,
  emptyArticle,
  type ImportedArticle,
  type Inline,
  plain,
  type TableCell,
} from "../../preload/model/article.ts";
import { articleText, inlineText, type Span } from "../../preload/model/article-text.ts";
import { cutArticle } from "../../preload/model/cut-article.ts";
import { sections, spansOfSections } from "../../preload/model/sections.ts";
import { randomArticle } from "./random-articles.ts";

const picture = "a".repeat(64);

function paragraph(text: string): Block {
  return { type: "paragraph", content: plain(text) };
}

function heading(text: string, level = 2): Block {
  return { type: "heading", level, content: plain(text) };
}

function figure(caption: string): Block {
  return { type: "figure", image: picture, caption: plain(caption), alt: "" };
}

function cell(text: string, more: Partial<TableCell> = {}): TableCell {
  return { header: false, columns: 1, rows: 1, blocks: text === "" ? [] : [paragraph(text)], ...more };
}

function withBody(...body: Block[]): ImportedArticle {
  return { ...emptyArticle(), title: "标题", byline: "署名", credits: "摄影", body };
}

function cutTo(article: ImportedArticle, words: string) {
  const text = articleText(article);
  const start = text.text.indexOf(words);
  if (start === -1) throw new Error(`${words} is not in the article`);
  return cutArticle(article, text, { start, end: start + words.length });
}

function bodyOf(article: ImportedArticle, words: string): readonly Block[] {
  return cutTo(article, words).article.body;
}

function cutToSections(article: ImportedArticle, ...numbers: string[]): readonly Block[] {
  const text = articleText(article);
  return spansOfSections(sections(article, text), numbers).flatMap(
    (span) => cutArticle(article, text, span).article.body,
  );
}

/** What kinds of block, with their text: short enough to read in an expectation. */
function shape(blocks: readonly Block[]): readonly string[] {
  return blocks.map((block) => `${block.type} ${articleText({ ...emptyArticle(), body: [block] }).text}`);
}

describe("an article cut to a span of its text", () => {
  it("is itself where no span is given", () => {
    const article = withBody(paragraph("文"));
    const text = articleText(article);
    const cut = cutArticle(article, text, null);
    expect(cut.article).toBe(article);
    expect(cut.text).toBe(text);
  });

  it("keeps the blocks of the span, cuts those at its ends, and knows where each stood", () => {
    const article = withBody(paragraph("一二三"), paragraph("四五六"), paragraph("七八九"));
    const { article: cut, text } = cutTo(article, "三\n四五六\n七");
    expect(shape(cut.body)).toEqual(["paragraph 三", "paragraph 四五六", "paragraph 七"]);
    expect(cut.body[1]).toBe(article.body[1]);
    expect(text.text).toBe(articleText(article).text);
    const placed = cut.body.map((block) => {
      const span = text.blocks.get(block);
      return text.text.slice(span?.start, span?.end);
    });
    expect(placed).toEqual(["三", "四五六", "七"]);
  });

  it("keeps of the fields what stands in the span", () => {
    const { article, text } = cutTo(withBody(paragraph("文")), "题\n署");
    expect(article).toMatchObject({ kicker: "", title: "题", byline: "署", credits: "", body: [] });
    expect([...text.fields]).toEqual([
      ["title", { start: 1, end: 2 }],
      ["byline", { start: 3, end: 4 }],
    ]);
  });

  it("counts a list on from the first item that is kept", () => {
    const items = ["甲", "乙", "丙", "丁"].map((text) => [paragraph(text)]);
    const article = withBody({ type: "list", ordered: true, start: 3, items });
    expect(bodyOf(article, "乙\n丙")).toEqual([
      { type: "list", ordered: true, start: 4, items: items.slice(1, 3) },
    ]);
  });

  it("keeps the cells of a row under one another, also below a cell that reached down into it", () => {
    const rows = [
      [cell("头", { header: true, columns: 3 })],
      [cell("合", { rows: 3 }), cell("甲"), cell("乙")],
      [cell("丙"), cell("丁")],
      [cell("戊"), cell("己")],
    ];
    const article = withBody({ type: "table", rows });
    expect(bodyOf(article, "丁\n戊")).toEqual([
      {
        type: "table",
        rows: [
          [cell("", { rows: 2 }), cell(""), cell("丁")],
          [cell("戊"), cell("")],
        ],
      },
    ]);
    expect(bodyOf(article, "乙")).toEqual([
      { type: "table", rows: [[cell("", { rows: 3 }), cell(""), cell("乙")]] },
    ]);
  });

  it("leaves the whole room of a cell that reached down over several columns", () => {
    const rows = [
      [cell("合", { rows: 2, columns: 2 }), cell("甲")],
      [cell("乙"), cell("丙", { rows: 2 })],
      [cell("丁"), cell("戊")],
    ];
    expect(bodyOf(withBody({ type: "table", rows }), "乙")).toEqual([
      { type: "table", rows: [[cell("", { rows: 1, columns: 2 }), cell("乙"), cell("", { rows: 2 })]] },
    ]);
  });

  it("keeps every item of a list that is whole, empty ones too, though a footnote is written in it", () => {
    const note: Block = { type: "footnote", id: "1", blocks: [paragraph("注")] };
    const list: Block = { type: "list", ordered: true, start: 1, items: [[], [paragraph("甲"), note], []] };
    expect(bodyOf(withBody(list), "甲")).toEqual([{ ...list, items: [[], [paragraph("甲")], []] }]);
  });

  it("keeps every row of a table that is whole, empty ones too, though a footnote is written in it", () => {
    const note: Block = { type: "footnote", id: "1", blocks: [paragraph("注")] };
    const rows = [[cell("")], [{ ...cell(""), blocks: [paragraph("甲"), note] }], [cell("")]];
    expect(bodyOf(withBody({ type: "table", rows }), "甲")).toEqual([
      { type: "table", rows: [[cell("")], [cell("甲")], [cell("")]] },
    ]);
  });

  it("keeps the marks of a text, the readings of whole words, and what stands between the characters", () => {
    const article = withBody({
      type: "paragraph",
      content: [
        { type: "text", text: "一二", marks: ["strong"] },
        { type: "footnote-mark", id: "1" },
        { type: "ruby", base: "三四", annotation: "sān sì" },
        { type: "page-mark", page: "5" },
        { type: "link", href: "x", content: plain("五六") },
      ],
    });
    const contentOf = (words: string) => bodyOf(article, words)[0];
    expect(contentOf("二三")).toEqual({
      type: "paragraph",
      content: [
        { type: "text", text: "二", marks: ["strong"] },
        { type: "footnote-mark", id: "1" },
        { type: "text", text: "三" },
      ],
    });
    expect(contentOf("三四")).toEqual({
      type: "paragraph",
      content: [{ type: "ruby", base: "三四", annotation: "sān sì" }],
    });
    expect(contentOf("五")).toEqual({
      type: "paragraph",
      content: [
        { type: "page-mark", page: "5" },
        { type: "link", href: "x", content: plain("五") },
      ],
    });
  });

  it("keeps what stands before a paragraph's first character with that character", () => {
    const mark: Inline = { type: "footnote-mark", id: "1" };
    const article = withBody(paragraph("一"), { type: "paragraph", content: [mark, ...plain("二三")] });
    expect(bodyOf(article, "二")[0]).toEqual({ type: "paragraph", content: [mark, ...plain("二")] });
    expect(bodyOf(article, "三")).toEqual([paragraph("三")]);
  });

  it("takes the first of two footnotes that bear one name, also where a link holds the mark", () => {
    const link: Inline = {
      type: "link",
      href: "x",
      content: [...plain("甲"), { type: "footnote-mark", id: "a" }],
    };
    const article = withBody(
      { type: "paragraph", content: [link, ...plain("乙")] },
      { type: "footnote", id: "a", blocks: [paragraph("注一")] },
      { type: "footnote", id: "a", blocks: [paragraph("注二")] },
    );
    expect(shape(bodyOf(article, "甲"))).toEqual(["paragraph 甲", "footnote 注一"]);
    expect(shape(bodyOf(article, "乙"))).toEqual(["paragraph 乙"]);
    expect(shape(bodyOf(article, "甲乙"))).toEqual(["paragraph 甲乙", "footnote 注一"]);
  });

  it("brings the footnotes that are marked in the piece whole, those they mark in turn, and no others", () => {
    const noting = (text: string, id: string): Block => ({
      type: "paragraph",
      content: [...plain(text), { type: "footnote-mark", id }],
    });
    const article = withBody(
      noting("甲", "a"),
      { type: "footnote", id: "a", blocks: [paragraph("注甲")] },
      noting("乙", "b"),
      { type: "footnote", id: "c", blocks: [paragraph("注丙")] },
      { type: "footnote", id: "b", blocks: [noting("注乙", "c")] },
    );
    expect(shape(bodyOf(article, "甲"))).toEqual(["paragraph 甲", "footnote 注甲"]);
    expect(shape(bodyOf(article, "乙"))).toEqual(["paragraph 乙", "footnote 注丙", "footnote 注乙"]);
    expect(shape(bodyOf(article, "注乙"))).toEqual(["footnote 注丙", "footnote 注乙"]);
    expect(shape(bodyOf(article, "注甲\n注"))).toEqual(["footnote 注甲", "footnote 注"]);
  });
});

describe("a picture without a caption", () => {
  const first = figure("");
  const afterOpening = figure("");
  const underHeading = figure("");
  const last = figure("");
  const article = withBody(
    first,
    paragraph("开头"),
    afterOpening,
    heading("甲"),
    underHeading,
    paragraph("甲一"),
    heading("甲甲", 3),
    paragraph("甲甲一"),
    paragraph("甲甲二"),
    last,
  );

  it("belongs to the section it stands in, the opening's first one too", () => {
    expect(cutToSections(article, "1").filter(({ type }) => type === "figure")).toEqual([
      first,
      afterOpening,
    ]);
    expect(cutToSections(article, "2")).toEqual(article.body.slice(3));
    expect(cutToSections(article, "2.1")).toEqual(article.body.slice(6));
  });

  it("stands in a passage that goes on at both sides of it, and not at a passage's end", () => {
    expect(bodyOf(article, "甲\n甲一")).toEqual(article.body.slice(3, 6));
    expect(shape(bodyOf(article, "甲一"))).toEqual(["paragraph 甲一"]);
    expect(shape(bodyOf(article, "甲甲二"))).toEqual(["paragraph 甲甲二"]);
    expect(shape(bodyOf(article, "开头"))).toHaveLength(3);
  });

  it("is none of a passage that begins the text behind it", () => {
    const untitled = { ...emptyArticle(), body: [figure(""), paragraph("一二"), paragraph("三")] };
    expect(shape(bodyOf(untitled, "一二"))).toEqual(["paragraph 一二"]);
    expect(shape(bodyOf(untitled, "一二\n三"))).toHaveLength(3);
  });

  it("belongs to the first section where nothing is written before that", () => {
    const only = withBody(first, heading("甲"), paragraph("文"));
    expect(cutToSections(only, "1")).toEqual(only.body);
  });

  it("stays with a captioned neighbour's section in the lead", () => {
    const withLead = { ...withBody(paragraph("文")), lead: [paragraph("提示"), last] };
    const text = articleText(withLead);
    const [lead, opening] = sections(withLead, text);
    if (lead === undefined || opening === undefined) throw new Error("two sections");
    expect(cutArticle(withLead, text, lead).article).toMatchObject({ lead: withLead.lead, body: [] });
    expect(cutArticle(withLead, text, opening).article).toMatchObject({ lead: [], body: withLead.body });
  });
});

/** The leaves, in order, with the text each holds. Footnotes stand elsewhere. */
function leavesOf(blocks: readonly Block[]): readonly { block: Block; text: string }[] {
  return blocks.flatMap((block) => {
    if (block.type === "quote") return leavesOf(block.blocks);
    if (block.type === "list") return block.items.flatMap(leavesOf);
    if (block.type === "table") return leavesOf(block.rows.flat().flatMap((each) => each.blocks));
    if (block.type === "figure") return [{ block, text: inlineText(block.caption) }];
    return "content" in block ? [{ block, text: inlineText(block.content) }] : [];
  });
}

function footnotesOf(blocks: readonly Block[]): readonly (Block & { type: "footnote" })[] {
  return blocks.flatMap((block) => (block.type === "footnote" ? [block] : []));
}

function withoutFootnotes(article: ImportedArticle): ImportedArticle {
  return { ...article, body: article.body.filter(({ type }) => type !== "footnote") };
}

function placesBetween({ start, end }: Span): readonly number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

describe("whatever the article", () => {
  it("the text of its printed sections is the text of the chosen spans, and beyond it the footnotes marked there", () => {
    fc.assert(
      fc.property(randomArticle, fc.array(fc.nat(), { maxLength: 4 }), (article, picks) => {
        const text = articleText(article);
        const all = sections(article, text);
        const numbers = picks.flatMap((pick) => all[pick % Math.max(1, all.length)]?.number ?? []);
        const spans = spansOfSections(all, numbers);
        const cuts = spans.map((span) => cutArticle(article, text, span).article);
        const printed = cuts.map((cut) => articleText(withoutFootnotes(cut)).text);
        expect(printed).toEqual(spans.map(({ start, end }) => text.text.slice(start, end)));
        for (const cut of cuts) {
          const marked = JSON.stringify(cut);
          for (const { id } of footnotesOf(cut.body))
            expect(marked).toContain(`"footnote-mark","id":"${id}"`);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("a piece of any span holds every character of it at its own place, and none from elsewhere", () => {
    fc.assert(
      fc.property(randomArticle, fc.nat(), fc.nat(), (article, one, other) => {
        const whole = articleText(article);
        const length = whole.text.length;
        fc.pre(length > 0);
        const start = Math.min(one % length, other % length);
        const end = Math.max(one % length, other % length) + 1;
        const { article: cut, text } = cutArticle(article, whole, { start, end });
        const pieces = [
          ...leavesOf([...cut.lead, ...cut.body]).map((leaf) => [text.blocks.get(leaf.block), leaf.text]),
          ...[...text.fields].map(([name, span]) => [span, cut[name]]),
        ] as [Span, string][];
        for (const [span, written] of pieces) {
          expect(whole.text.slice(span.start, span.end)).toBe(written);
          expect(span.start === span.end || (start <= span.start && span.end <= end)).toBe(true);
        }
        const notes = leavesOf(footnotesOf(cut.body).flatMap(({ blocks }) => blocks));
        const places = [...pieces.map(([span]) => span), ...notes.map(({ block }) => text.blocks.get(block))];
        const missing = placesBetween({ start, end }).filter(
          (place) => !places.some((span) => span !== undefined && span.start <= place && place < span.end),
        );
        expect(missing.map((place) => whole.text[place]).join("")).toMatch(/^[\n\t]*$/);
      }),
      { numRuns: 500 },
    );
  });

  it("the sections of one level together hold every block of lead and body, in order", () => {
    fc.assert(
      fc.property(randomArticle, (article) => {
        const text = articleText(article);
        const top = sections(article, text).filter(({ level }) => level === 1);
        const cuts = top.map((section) => cutArticle(article, text, section).article);
        for (const list of ["lead", "body"] as const) {
          const kept = cuts.flatMap((cut) => cut[list]).filter(({ type }) => type !== "footnote");
          const all = article[list].filter(({ type }) => type !== "footnote");
          const holdsText = leavesOf(all).some((leaf) => leaf.text !== "");
          // Pictures of a list without any text stand in no section: they print with the whole article.
          if (holdsText) expect(kept.map(({ type }) => type)).toEqual(all.map(({ type }) => type));
        }
      }),
      { numRuns: 300 },
    );
  });
});
