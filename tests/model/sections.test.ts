import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, emptyArticle, type ImportedArticle, plain } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import {
  type Section,
  sectionAt,
  sectionNumbers,
  sections,
  spansOfSections,
} from "../../preload/model/sections.ts";

function paragraph(text: string): Block {
  return { type: "paragraph", content: plain(text) };
}

function heading(level: number, text: string): Block {
  return { type: "heading", level, content: plain(text) };
}

/** One line a section: number, kind, title and the text of its span. */
function outline(article: ImportedArticle): readonly string[] {
  const { text } = articleText(article);
  return sections(article).map(
    ({ number, kind, title, start, end }) => `${number} ${kind} ${title}: ${text.slice(start, end)}`,
  );
}

function body(...blocks: Block[]): ImportedArticle {
  return { ...emptyArticle(), title: "题", credits: "署名", body: blocks };
}

describe("the sections of an article", () => {
  it("are its lead, what stands before the first heading, and each heading with all below it", () => {
    const article = {
      ...body(
        paragraph("开头一段"),
        heading(2, "甲"),
        paragraph("甲一"),
        heading(3, "甲之一"),
        paragraph("细说"),
        heading(2, "乙"),
        paragraph("乙一"),
      ),
      lead: [paragraph("提示一"), paragraph("提示二")],
    };
    expect(outline(article)).toEqual([
      "1 lead 核心提示: 提示一\n提示二",
      "2 opening 开头: 开头一段",
      "3 heading 甲: 甲\n甲一\n甲之一\n细说",
      "3.1 heading 甲之一: 甲之一\n细说",
      "4 heading 乙: 乙\n乙一",
    ]);
  });

  it("are one, the opening, where nothing divides the article", () => {
    expect(outline(body(paragraph("一"), paragraph("二")))).toEqual(["1 opening 开头: 一\n二"]);
    expect(outline(body())).toEqual([]);
  });

  it("begin with the first heading where nothing stands before it", () => {
    expect(outline(body(heading(2, "甲"), paragraph("一")))).toEqual(["1 heading 甲: 甲\n一"]);
  });

  it("number a heading by what it stands under, whatever levels it skips", () => {
    expect(outline(body(heading(2, "甲"), heading(4, "甲四"), heading(3, "甲三"), heading(1, "乙")))).toEqual(
      [
        "1 heading 甲: 甲\n甲四\n甲三",
        "1.1 heading 甲四: 甲四",
        "1.2 heading 甲三: 甲三",
        "2 heading 乙: 乙",
      ],
    );
  });

  it("list a short opening sentence with its whole paragraph, under its heading or the opening, not in the lead", () => {
    const article = {
      ...body(
        paragraph("提速增效。今年如此。"),
        heading(2, "甲"),
        paragraph("筹备物资“早”。他们迅速行动。"),
        paragraph("钱从哪来？自己筹。"),
      ),
      lead: [paragraph("提示。还有话。")],
    };
    expect(outline(article)).toEqual([
      "1 lead 核心提示: 提示。还有话。",
      "2 opening 开头: 提速增效。今年如此。",
      "2.1 sentence 提速增效。: 提速增效。今年如此。",
      "3 heading 甲: 甲\n筹备物资“早”。他们迅速行动。\n钱从哪来？自己筹。",
      "3.1 sentence 筹备物资“早”。: 筹备物资“早”。他们迅速行动。",
      "3.2 sentence 钱从哪来？: 钱从哪来？自己筹。",
    ]);
  });

  it("take an opening sentence of sixteen characters, and none of seventeen, nor one that is the whole paragraph", () => {
    const kinds = (text: string) => sections(body(paragraph(text))).map((section) => section.kind);
    expect(kinds(`${"字".repeat(15)}。后文。`)).toEqual(["opening", "sentence"]);
    expect(kinds(`${"字".repeat(16)}。后文。`)).toEqual(["opening"]);
    expect(kinds("短句。")).toEqual(["opening"]);
    expect(kinds("“就这么办。”他说完就走。")).toEqual(["opening", "sentence"]);
  });

  it("see no heading inside quotes, lists and tables, none without text, and leave footnotes and credits out", () => {
    const article = body(
      paragraph("文"),
      { type: "quote", blocks: [heading(2, "引")] },
      { type: "list", ordered: false, start: 1, items: [[heading(2, "项")]] },
      { type: "table", rows: [[{ header: true, columns: 1, rows: 1, blocks: [heading(2, "格")] }]] },
      heading(2, ""),
      { type: "footnote", id: "1", blocks: [heading(2, "注")] },
      paragraph("末"),
    );
    expect(outline(article)).toEqual(["1 opening 开头: 文\n引\n项\n格\n末"]);
  });

  it("give the innermost section at a place, and none outside all", () => {
    const article = body(heading(2, "甲"), heading(3, "乙"), paragraph("文"));
    const all = sections(article);
    const { text } = articleText(article);
    expect(sectionAt(all, text.indexOf("甲"))?.number).toBe("1");
    expect(sectionAt(all, text.indexOf("文"))?.number).toBe("1.1");
    expect(sectionAt(all, text.indexOf("题"))).toBeNull();
    expect(sectionAt(all, text.indexOf("署名"))).toBeNull();
    expect(sectionAt([], 0)).toBeNull();
  });
});

const anyText = fc.string({ unit: fc.constantFrom(..."一二三。？”，"), maxLength: 22 });
const anyBody = fc.array(
  fc.oneof(
    anyText.map(paragraph),
    fc.tuple(fc.integer({ min: 1, max: 6 }), anyText).map(([level, text]) => heading(level, text)),
    anyText.map((text): Block => ({ type: "quote", blocks: [paragraph(text)] })),
    anyText.map((text): Block => ({ type: "footnote", id: "1", blocks: [paragraph(text)] })),
  ),
  { maxLength: 14 },
);

describe("whatever the article", () => {
  it("children lie in their parents, siblings apart, numbers in order, and top sections cover lead and body", () => {
    fc.assert(
      fc.property(anyBody, fc.array(anyText.map(paragraph), { maxLength: 2 }), (blocks, lead) => {
        const article = { ...body(...blocks), lead };
        const { text } = articleText(article);
        const all = sections(article);
        for (const [index, section] of all.entries()) {
          expect(0 <= section.start && section.start <= section.end && section.end <= text.length).toBe(true);
          expect(section.level).toBe(section.number.split(".").length);
          const parent = all.find(({ number }) => number === section.number.replace(/\.?\d+$/, ""));
          if (section.level > 1) expect(parent !== undefined && contains(parent, section)).toBe(true);
          const sibling = all.slice(index + 1).find((other) => other.level <= section.level);
          if (sibling?.level === section.level) expect(sibling.start).toBeGreaterThanOrEqual(section.end);
          if (section.kind === "heading" || section.kind === "sentence") {
            expect(text.slice(section.start, section.start + section.title.length)).toBe(section.title);
          }
        }
        expect(new Set(all.map(({ number }) => number)).size).toBe(all.length);
        const top = all.filter(({ level }) => level === 1);
        const covered = top.map(({ start, end }) => text.slice(start, end)).join("\n");
        const footnotes = articleText(body(...blocks.filter(({ type }) => type === "footnote")));
        const whole = ["题", covered, footnotes.text.replace(/^题\n?|\n?署名$/g, ""), "署名"];
        expect(whole.filter((part) => part !== "").join("\n")).toBe(text);
      }),
      { numRuns: 400 },
    );
  });

  it("a long document with thousands of headings is divided at once", () => {
    const blocks = Array.from({ length: 20_000 }, (_, index) =>
      index % 4 === 0 ? heading(1 + (index % 3), `第${index}节`) : paragraph("要点。说明文字若干。"),
    );
    expect(sections(body(...blocks))).toHaveLength(20_000);
  });
});

function contains(parent: Section, child: Section): boolean {
  return parent.start <= child.start && child.end <= parent.end;
}

describe("sections chosen by number", () => {
  const article = body(
    paragraph("开头"),
    heading(2, "甲"),
    heading(3, "甲一"),
    heading(3, "甲二"),
    heading(2, "乙"),
    heading(2, "丙"),
  );
  const all = sections(article);
  const { text } = articleText(article);
  const chosen = (...numbers: string[]) =>
    spansOfSections(all, numbers).map(({ start, end }) => text.slice(start, end));

  it("are spans in contents order, each text once", () => {
    expect(chosen("4", "1")).toEqual(["开头", "丙"]);
    expect(chosen("2.2", "2.1")).toEqual(["甲一", "甲二"]);
    expect(chosen("2.1", "2", "2.2")).toEqual(["甲\n甲一\n甲二"]);
    expect(chosen()).toEqual([]);
  });

  it("are written as numbers and ranges, and what names none is told", () => {
    expect(sectionNumbers(all, "1, 3-4")).toEqual({ numbers: ["1", "3", "4"] });
    expect(sectionNumbers(all, "2-3")).toEqual({ numbers: ["2", "2.1", "2.2", "3"] });
    expect(sectionNumbers(all, "2.1-2.2，4")).toEqual({ numbers: ["2.1", "2.2", "4"] });
    for (const unknown of ["9", "", "4-2", "1-", "-1", "1-2-3", "2.9"]) {
      expect(sectionNumbers(all, `1,${unknown}`)).toEqual({ unknown });
    }
  });
});
