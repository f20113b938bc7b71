import { describe, expect, test } from "vitest";
import type { FilesBeside, Reading } from "../../main/importing/format.ts";
import { markdownReader } from "../../main/importing/markdown/markdown-reader.ts";
import type { Block } from "../../preload/model/article.ts";
import { emptyArticle } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { heading, onlyArticle, paragraph, readWith } from "./read-text.ts";
import { png } from "./sample-pictures.ts";

const picture = png(120, 80);
const beside: FilesBeside = (name) => (name === "图.png" ? { bytes: picture } : { refused: "missing" });

function read(markdown: string): Reading {
  return readWith(markdownReader, markdown, beside, "春耕.md");
}

function bodyOf(markdown: string): readonly Block[] {
  return onlyArticle(read(markdown)).body;
}

describe("the title", () => {
  test("is the first heading where all others are below it", () => {
    const article = onlyArticle(read("# 春耕 **开始**\n\n正文。\n\n## 一、部署"));
    expect(article.title).toBe("春耕 开始");
    expect(article.body).toEqual([paragraph("正文。"), heading(2, "一、部署")]);
  });

  test("is the file's name where headings are equals or text comes first", () => {
    expect(onlyArticle(read("# 一\n\n甲\n\n# 二\n\n乙"))).toMatchObject({
      title: "春耕",
      body: [heading(1, "一"), paragraph("甲"), heading(1, "二"), paragraph("乙")],
    });
    expect(onlyArticle(read("正文。\n\n# 后面的标题")).title).toBe("春耕");
  });
});

describe("front matter", () => {
  test("states the article's fields, its lead and its tags", () => {
    const reading = read(`---
title: "春耕：开始"
kicker: 城关镇
subtitle: 副题
byline: 本报记者 王小明
publication: 示例日报
date: 2021-02-05
page: A03
page-name: 要闻
credits: （本版照片均由……提供）
language: zh-CN
lead: 今年春耕：早部署。
tags: 农业、 春耕, 农业
unknown: 不认识的
---

正文。
`);
    expect(reading.tags).toEqual(["农业", "春耕"]);
    expect(onlyArticle(reading)).toMatchObject({
      title: "春耕：开始",
      kicker: "城关镇",
      subtitle: "副题",
      byline: "本报记者 王小明",
      publication: "示例日报",
      issuedOn: "2021-02-05",
      page: "A03",
      pageName: "要闻",
      credits: "（本版照片均由……提供）",
      lead: [paragraph("今年春耕：早部署。")],
      body: [paragraph("正文。")],
    });
  });

  test("with a date that is no day leaves the date unknown", () => {
    expect(onlyArticle(read("---\ntitle: 题\ndate: 2021-02-30\n---\n正文。")).issuedOn).toBeNull();
  });

  test("is not what a divider at the beginning looks like", () => {
    expect(bodyOf("---\n\n正文。\n\n---\n\n又一段。")).toEqual([
      { type: "divider" },
      paragraph("正文。"),
      { type: "divider" },
      paragraph("又一段。"),
    ]);
  });
});

test("wrapped Han lines join, hand-made indents go, hard breaks stay", () => {
  expect(bodyOf("　　全县春耕\n现场会召开。  \n第二行。")).toEqual([
    {
      type: "paragraph",
      content: [
        { type: "text", text: "全县春耕现场会召开。" },
        { type: "line-break" },
        { type: "text", text: "第二行。" },
      ],
    },
  ]);
});

test("lists, tasks, quotes, code, tables, footnotes and marks come through", () => {
  const blocks = bodyOf(`3. 甲
   - [x] 完成
   - [ ] 未完

> 引文

\`\`\`js
let a;
\`\`\`

| 项目 | 数 |
|---|---|
| 税收 | **100** |

正文[^一]，~~删~~\`码\`，见[网站](https://example.cn)与[此处](javascript:x)。

[^一]: 脚注。`);
  const text = (value: string) => ({ type: "text", text: value });
  const cell = (header: boolean, content: readonly unknown[]) => ({
    ...{ header, columns: 1, rows: 1 },
    blocks: [{ type: "paragraph", content }],
  });
  expect(blocks).toEqual([
    {
      ...{ type: "list", ordered: true, start: 3 },
      items: [
        [
          paragraph("甲"),
          {
            ...{ type: "list", ordered: false, start: 1 },
            items: [
              [{ type: "paragraph", content: [text("☑ "), text("完成")] }],
              [{ type: "paragraph", content: [text("☐ "), text("未完")] }],
            ],
          },
        ],
      ],
    },
    { type: "quote", blocks: [paragraph("引文")] },
    { type: "preformatted", content: [text("let a;")] },
    {
      type: "table",
      rows: [
        [cell(true, [text("项目")]), cell(true, [text("数")])],
        [cell(false, [text("税收")]), cell(false, [{ type: "text", text: "100", marks: ["strong"] }])],
      ],
    },
    {
      type: "paragraph",
      content: [
        text("正文"),
        { type: "footnote-mark", id: "一" },
        text("，"),
        { type: "text", text: "删", marks: ["strike"] },
        { type: "text", text: "码", marks: ["code"] },
        text("，见"),
        { type: "link", href: "https://example.cn", content: [text("网站")] },
        text("与此处。"),
      ],
    },
    { type: "footnote", id: "一", blocks: [paragraph("脚注。")] },
  ]);
});

test("a picture alone is a figure, captioned by its title or else its description", () => {
  const reading = read(
    '![春耕现场](图.png)\n\n![春耕](图.png "图为春耕现场")\n\n![远处][甲]\n\n[甲]: 没有.png',
  );
  expect(reading.pictures).toHaveLength(1);
  const image = reading.pictures[0]?.sha256;
  expect(onlyArticle(reading).body).toEqual([
    { type: "figure", image, alt: "春耕现场", caption: [{ type: "text", text: "春耕现场" }] },
    { type: "figure", image, alt: "春耕", caption: [{ type: "text", text: "图为春耕现场" }] },
    { type: "figure", image: null, alt: "远处", caption: [{ type: "text", text: "远处" }] },
  ]);
  expect(reading.warnings).toEqual([
    { code: "warning.missing-picture", parameters: { name: "没有.png", count: 1 } },
  ]);
});

test("raw HTML keeps its text and loses what acts", () => {
  expect(
    bodyOf(
      '前<span onclick="x()">中</span>后<script>alert(1)</script>，换<br>行。\n\n<div onclick="x()">块<script>alert(2)</script><iframe src="x"></iframe></div>',
    ),
  ).toEqual([
    {
      type: "paragraph",
      content: [{ type: "text", text: "前中后，换" }, { type: "line-break" }, { type: "text", text: "行。" }],
    },
    paragraph("块"),
  ]);
});

test("nesting that is nobody's writing does not overflow", () => {
  const deep = JSON.stringify(bodyOf(`${">".repeat(3000)} 深处的字`));
  expect(deep).toContain("深处的字");
  expect(deep.length).toBeLessThan(10_000);
  expect(JSON.stringify(bodyOf(`${"**a ".repeat(3000)}深`)).length).toBeLessThan(100_000);
});

test("a comment that is never closed swallows nothing", () => {
  expect(bodyOf("甲\n\n<!-- 待补\n\n乙\n\n<!--\n\n丙")).toEqual(
    ["甲", "<!-- 待补", "乙", "<!--", "丙"].map(paragraph),
  );
  expect(bodyOf("甲\n\n<!-- 待补 -->\n\n乙")).toEqual([paragraph("甲"), paragraph("乙")]);
  const many = `甲\n\n${"<!--\n".repeat(2000)}`;
  expect(JSON.stringify(bodyOf(many)).match(/<!--/g)).toHaveLength(2000);
});

describe("a text of thousands of lines, which is parsed in pieces, is as a shorter one", () => {
  const many = (line: (index: number) => string, count = 4200) =>
    Array.from({ length: count }, (_, index) => line(index)).join("\n");
  const lineOf = (block: Block | undefined) => (block === undefined ? "" : articleLines([block]));

  test.each([
    ["of bullets", (index: number) => `- 第${index}项`, false],
    ["of bullets set apart", (index: number) => `* 第${index}项\n`, false],
    ["of numbers", (index: number) => `${index + 1}. 第${index}项`, true],
  ])("one list %s", (_, line, ordered) => {
    const body = bodyOf(many(line));
    expect(body).toHaveLength(1);
    expect(body[0]).toMatchObject({ type: "list", ordered, start: 1 });
    expect(lineOf(body[0]).replace(/\s/g, "")).toBe(many((index) => `第${index}项`).replace(/\n/g, ""));
  });

  test("one paragraph, its wrapped lines joined", () => {
    const [chinese, ...none] = bodyOf(many((index) => `第${index}行，**要**紧`));
    expect(none).toEqual([]);
    expect(lineOf(chinese)).toBe(many((index) => `第${index}行，要紧`).replace(/\n/g, ""));
    expect(lineOf(bodyOf(many((index) => `line ${index}`))[0])).toBe(
      many((index) => `line ${index}`).replace(/\n/g, " "),
    );
  });

  test("code with empty lines in it, and a comment", () => {
    const code = many((index) => `第${index}行\n`);
    expect(bodyOf(`~~~\n${code}\n~~~`)).toEqual([
      { type: "preformatted", content: [{ type: "text", text: code.trimEnd() }] },
    ]);
    expect(bodyOf(`甲\n\n<!--\n${code}\n-->\n\n乙`)).toEqual([paragraph("甲"), paragraph("乙")]);
  });

  test("links whose addresses stand at its end, and paragraphs that are none of one list", () => {
    const body = bodyOf(
      `${many((index) => `第${index}段，见[网站][甲]\n`)}\n- 子\n\n[甲]: https://example.cn/`,
    );
    expect(body).toHaveLength(4201);
    expect(JSON.stringify(body).match(/https:\/\/example\.cn\//g)).toHaveLength(4200);
    expect(bodyOf(many((index) => (index % 2100 < 2090 ? `${index}\n` : `- 第${index}项\n`)))).toHaveLength(
      2 * 2090 + 2,
    );
  });

  test("footnotes, for which it is parsed whole", () => {
    const body = bodyOf(`甲[^1]\n\n${many((index) => `第${index}段\n`, 2500)}\n\n[^1]: 注`);
    expect(body.at(-1)).toEqual({ type: "footnote", id: "1", blocks: [paragraph("注")] });
    expect(JSON.stringify(body[0])).toContain("footnote-mark");
  });

  test("in time", { timeout: 20_000 }, () => {
    expect(bodyOf(many((index) => `第**${index}**行`, 8000))).toHaveLength(1);
  });
});

function articleLines(body: readonly Block[]): string {
  return articleText({ ...emptyArticle(), body }).text.trim();
}
