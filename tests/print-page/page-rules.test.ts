import { describe, expect, it } from "vitest";
import { type Article, emptyArticle } from "../../preload/model/article.ts";
import { packBlocks } from "../../preload/model/packed-article.ts";
import { defaultPrintOptions, type PrintOptions, type PrintTemplate } from "../../preload/model/print.ts";
import { pageGeometry } from "../../preload/model/print-geometry.ts";
import { cssString } from "../../renderer/print-page/css-string.ts";
import { pageRules } from "../../renderer/print-page/page-rules.ts";
import { readArticles } from "../../renderer/print-page/printed-articles.ts";

function article(id: number, title: string, publication: string, issuedOn: string | null): Article {
  return {
    ...emptyArticle(),
    ...{
      id,
      title,
      publication,
      issuedOn,
      uuid: "",
      tags: [],
      collections: [],
      starred: false,
      sample: false,
    },
    revision: 1,
    source: { sha256: "", path: "", part: "", importerVersion: 1 },
  };
}

const first = article(1, "甲文", "示例日报", "2026-02-05");
const second = article(2, "乙文", "示例日报", "2026-02-06");

function rulesOf(template: PrintTemplate, options: Partial<PrintOptions>, ...articles: Article[]): string {
  const all = { ...defaultPrintOptions[template], ...options };
  const printed = articles.map((each) => {
    const { lead, body, ...details } = each;
    return {
      article: { ...details, blocks: packBlocks({ lead, body }) },
      spans: [null],
      citation: "",
      bookmarks: [],
    };
  });
  const document = {
    ...{ title: "甲文等2篇", language: "zh-CN" as const, template, options: all },
    ...{ printedOn: "2026-11-24", fullWidthPunctuation: true },
  };
  const read = readArticles({ articles: printed, fullWidthPunctuation: true });
  return pageRules(document, read, pageGeometry(template, all));
}

const header = { left: "{title}", center: "{source}", right: "{date}" };

describe("the rules of the page", () => {
  it("mirror margins, headers and the official page number on the backs of sheets", () => {
    const [front = "", back = ""] = rulesOf("gongwen", {}, first).split("\n");
    expect(front).toMatch(/^@page :right \{ size: 210mm 297mm; margin: 37mm 26mm 35mm 28mm;/);
    expect(back).toMatch(/^@page :left \{ size: 210mm 297mm; margin: 37mm 28mm 35mm 26mm;/);
    expect(front).toMatch(/@bottom-right \{ content: "\\2014 {2}" counter\(page\) " \\2014";/);
    expect(back).toMatch(/@bottom-left \{ content: "\\2014 {2}" counter\(page\)/);
    expect(front).not.toContain("@bottom-left");
  });

  it("are one for all pages where one side is printed", () => {
    const rules = rulesOf("standard", { header }, first);
    expect(rules).toMatch(/^@page {2}\{ size/);
    expect(rules).not.toContain(":left");
    expect(rules).toContain('@top-left { content: "甲文"');
    expect(rules).toContain('@top-right { content: "2026年2月5日"');
    expect(rules).toMatch(
      /@bottom-center \{ content: counter\(page\) " \\2f " counter\(pages\)|counter\(pages\)/,
    );
  });

  it("name each article on its own pages only where it has pages of its own", () => {
    const together = rulesOf("standard", { header }, first, second);
    expect(together).not.toContain("article-1");
    // What they share is said; the title is the document's, and the date that differs is left out.
    expect(together).toContain('"甲文等2篇"');
    expect(together).toContain('"示例日报"');
    expect(together).not.toContain("2026年2月");
    const apart = rulesOf("standard", { header, articleOnNewPage: true }, first, second);
    expect(apart).toContain('[data-article="1"] { page: article-1; }');
    expect(apart).toMatch(/@page article-1 \{[^\n]*"乙文"[^\n]*"2026年2月6日"/);
  });

  it("keep a footer beside the official page number in the same corner", () => {
    const footer = { left: "", center: "", right: "内部" };
    expect(rulesOf("gongwen", { footer }, first)).toMatch(/counter\(page\) " \\2014" "\\a" "内部"/);
  });

  it("say nothing of what is not known", () => {
    const unknown = article(3, "", "", null);
    expect(rulesOf("standard", { header: { ...header, left: "印于{printed}" } }, unknown)).toContain(
      '"印于" "2026年11月24日"',
    );
  });
});

describe("text of others in a stylesheet", () => {
  it("is a string that no character can end", () => {
    expect(cssString("第1页 ok")).toBe('"第1页 ok"');
    expect(cssString('a"b\\c}\n</style>')).toBe('"a\\22 b\\5c c\\7d  \\3c \\2f style\\3e "');
    expect(cssString("\u0000\ud800")).toBe('"\\fffd \\fffd "');
    expect(cssString("😀")).toBe('"\\1f600 "');
  });
});
