/** What stands on the printed pages, measured in the PDF of the built application. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import type { Article } from "../../preload/model/article.ts";
import type { ChosenPiece } from "../../preload/model/print.ts";
import { type Launched, launchApp } from "./launch.ts";
import { importFolder } from "./library-on-disk.ts";
import type { Line, PdfPage } from "./pdf-pages.ts";
import { png } from "./png.ts";
import { articlesByTitle, passageOf, piecesOf, printPieces } from "./printed.ts";

const report = `---
title: 全区工作总结
publication: 示例日报
date: 2026-02-05
page: 3
lead: 提示写在这里。
---

开头一段。

## 一、经济运行

稳中向好。全年生产总值增长6.1%[^1],好于预期。

### （一）工业

工业增加值增长7.2%。

| 指标 | 数值 |
| --- | --- |
| 产值 | 420亿元 |
| 利润 | 31亿元 |

### （二）农业

- 小麦增产
- 玉米增产

![粮食产量](粮食.png)

## 二、社会事业

学校新建3所。

![新建学校](学校.png)

1. 修好校门
2. 配齐校车

![](坏图.gif)

![坏图的说明](坏图.gif)

[^1]: 按可比价格计算。
`;

/** Every character a full square, nothing that a line may not begin with. */
const han = "全区上下深入学习贯彻会议精神坚持稳中求进工作总基调统筹推进各项工作任务落实落细";
const squares = (count: number) => Array.from({ length: count }, (_, at) => han[at % han.length]).join("");

const notice = `---
title: 关于做好春季防汛工作的通知
publication: 示例区人民政府
date: 2026-03-02
---

各镇人民政府、街道办事处：

${squares(1400)}

## 一、总体要求

${squares(420)}

### （一）加强领导

${squares(90)}

![水库](水库.png)

| 事项 | 单位 |
| --- | --- |
| 排查隐患 | 应急管理局 |
| 补充物资 | 水利局 |

${squares(1300)}

#### 1.压实责任

${squares(700)}

示例区人民政府办公室

2026年3月2日
`;

/** Paragraphs of all lengths under headings, so that pages break at every kind of place; pictures and a long table. */
const pieces = Array.from({ length: 44 }, (_, at) =>
  [
    `## 第${at + 1}个小标题`,
    squares(20 + at * 17),
    at % 4 === 0 ? `![第${at + 1}张图](粮食.png)` : squares(100 - at),
  ].join("\n\n"),
).join("\n\n");
const rows = Array.from({ length: 90 }, (_, at) => `| 第${at + 1}行 | 内容 |`).join("\n");
const long = `---\ntitle: 长文\n---\n\n${pieces}\n\n| 表头甲 | 表头乙 |\n| --- | --- |\n${rows}\n`;

/** Nothing in it fits the page: a word without end, code without breaks, a table of twenty columns. */
const columns = Array.from({ length: 20 }, (_, at) => `第${at + 1}项指标`);
const wide = [
  "---\ntitle: 宽文\n---",
  `本段如常。${"w".repeat(300)}`,
  `\`\`\`\n${"x".repeat(300)}\n\`\`\``,
  `| ${columns.join(" | ")} |\n${"| --- ".repeat(20)}|\n${"| 1234567.89 ".repeat(20)}|`,
].join("\n\n");

const hostile = `---\ntitle: '"\\}</style><b>{page};@page{}'\npublication: 乙报\n---\n\n正文。\n`;

/** A GIF that says how large it is, and nothing more. */
const spoiltPicture = Buffer.from("GIF89a\x90\x01\x90\x01\x00\x00\x00", "latin1");

let folder: string;
let launched: Launched;
let page: Page;
let articles: ReadonlyMap<string, Article>;

// One window and one library: printing changes neither.
test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "antou-打印-"));
  const sources = join(folder, "来稿");
  await mkdir(sources);
  const files = {
    "总结.md": report,
    "通知.md": notice,
    "长文.md": long,
    "怪题.md": hostile,
    "宽文.md": wide,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(sources, name), text);
  await writeFile(join(sources, "粮食.png"), png(640, 300, [176, 90, 70]));
  await writeFile(join(sources, "学校.png"), png(300, 500, [90, 120, 150]));
  await writeFile(join(sources, "水库.png"), png(300, 136, [90, 150, 120]));
  await writeFile(join(sources, "坏图.gif"), spoiltPicture);
  launched = await launchApp({ dataDir: join(folder, "资料") });
  page = launched.page;
  await importFolder(page, sources);
  articles = await articlesByTitle(page);
});

test.afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

function chosen(title: string, ...numbers: string[]): readonly ChosenPiece[] {
  return piecesOf(articles.get(title), ...numbers);
}

function textOf(pages: readonly PdfPage[]): string {
  return pages.map(({ text }) => text).join("");
}

/** The lines of the type area, the page number below it left out. */
function linesInArea({ lines }: PdfPage): readonly Line[] {
  return lines.filter(({ baseline }) => baseline < 297 - 34);
}

test("公文版式 keeps to GB/T 9704: 28 characters a line, 22 lines a page, its margins, its page numbers", async () => {
  const { pages, preview } = await printPieces(page, chosen("关于做好春季防汛工作的通知"), "gongwen");
  expect(preview.pages).toBe(pages.length);
  expect(pages.length).toBeGreaterThanOrEqual(8);
  const lineHeight = 225 / 22;
  const firstBaseline = linesInArea(pages[1] as PdfPage)[0]?.baseline ?? 0;
  // The first line's letters stand in the first of 22 lines.
  expect(firstBaseline).toBeGreaterThan(37 + lineHeight / 2);
  expect(firstBaseline).toBeLessThan(37 + lineHeight);
  for (const [index, one] of pages.entries()) {
    const isOdd = index % 2 === 0;
    const left = isOdd ? 28 : 26;
    expect(Math.abs(one.width - 210)).toBeLessThan(0.2);
    expect(Math.abs(one.height - 297)).toBeLessThan(0.2);
    const body = linesInArea(one).filter(({ size }) => Math.abs(size - 16) < 0.1);
    expect(body.length).toBeLessThanOrEqual(22);
    for (const line of body) {
      expect(line.left).toBeGreaterThan(left - 0.5);
      expect(line.right).toBeLessThan(left + 156 + 0.5);
      // Every line of text stands on the same grid, beneath titles, pictures and tables as well.
      const place = (line.baseline - firstBaseline) / lineHeight;
      expect(Math.abs(place - Math.round(place)) * lineHeight).toBeLessThan(0.5);
    }
    const full = body.filter(({ text }) => [...text].length === 28);
    for (const { left: from, right: to } of full) {
      expect(Math.abs(from - left)).toBeLessThan(0.5);
      expect(Math.abs(to - (left + 156))).toBeLessThan(0.5);
    }
    expect(Math.max(...body.map(({ text }) => [...text].length))).toBeLessThanOrEqual(28);
    const number = one.lines.at(-1);
    expect(number?.text).toBe(`— ${index + 1} —`);
    expect(number?.size).toBeCloseTo(14, 1);
    // The dashes are 7 mm below the type area; letters stand a third of their size lower.
    expect(Math.abs((number?.baseline ?? 0) - (37 + 225 + 7 + (14 / 72) * 25.4 * 0.36))).toBeLessThan(1);
    const [outer, from] = isOdd ? [left + 156, number?.right] : [left, number?.left];
    expect(Math.abs(Math.abs(outer - (from ?? 0)) - (14 / 72) * 25.4)).toBeLessThan(1);
  }
  const full = pages.filter((one) => linesInArea(one).length === 22);
  expect(full.length).toBeGreaterThanOrEqual(2);
  // Pages of nothing but text are full to the last character.
  const [, second] = pages;
  expect(linesInArea(second as PdfPage).map(({ text }) => [...text].length)).toEqual(Array(22).fill(28));
});

test("公文版式 sets each kind of line in its own place and size", async () => {
  const { pages, preview, outline } = await printPieces(
    page,
    chosen("关于做好春季防汛工作的通知"),
    "gongwen",
  );
  const all = pages.flatMap((one, index) =>
    one.lines.map((line) => ({ ...line, area: index % 2 === 0 ? 28 : 26 })),
  );
  const lineOf = (text: string) => {
    const line = all.find((each) => each.text === text);
    if (line === undefined) throw new Error(`No line says ${text}.`);
    return line;
  };
  const title = lineOf("关于做好春季防汛工作的通知");
  expect(title.size).toBeCloseTo(22, 1);
  expect(Math.abs((title.left + title.right) / 2 - (title.area + 78))).toBeLessThan(1);
  const cell = 156 / 28;
  expect(Math.abs(lineOf("各镇人民政府、街道办事处：").left - 28)).toBeLessThan(0.5);
  for (const heading of ["一、总体要求", "（一）加强领导", "1.压实责任"]) {
    const line = lineOf(heading);
    expect(line.size).toBeCloseTo(16, 1);
    expect(Math.abs(line.left - (line.area + 2 * cell))).toBeLessThan(0.6);
  }
  const [signature, date] = [lineOf("示例区人民政府办公室"), lineOf("2026年3月2日")];
  expect(Math.abs(signature.area + 156 - signature.right - 2 * cell)).toBeLessThan(1);
  expect(Math.abs(date.left - signature.left - 2 * cell)).toBeLessThan(1);
  expect(outline).toEqual([
    "关于做好春季防汛工作的通知",
    "  一、总体要求",
    "    （一）加强领导",
    "      1.压实责任",
  ]);
  expect(preview.missingPictures).toBe(0);
  expect(preview.missingFaces.every(({ wanted, used }) => wanted !== "" && used !== "")).toBe(true);
});

const titleBlock = "全区工作总结示例日报2026年2月5日第3版";

/** What stands on the pages when these sections are chosen, white space aside. */
const choices: readonly { numbers: readonly string[]; shown: string }[] = [
  { numbers: ["1"], shown: "提示写在这里。" },
  { numbers: ["2"], shown: "开头一段。" },
  { numbers: ["3.1"], shown: "稳中向好。全年生产总值增长6.1%[1]，好于预期。1.按可比价格计算。" },
  { numbers: ["3.2"], shown: "（一）工业工业增加值增长7.2%。指标数值产值420亿元利润31亿元" },
  { numbers: ["3.3"], shown: "（二）农业小麦增产玉米增产粮食产量" },
  {
    numbers: ["4", "1", "3.3"],
    shown:
      "提示写在这里。（二）农业小麦增产玉米增产粮食产量二、社会事业学校新建3所。新建学校1.修好校门2.配齐校车坏图的说明",
  },
  {
    numbers: ["3", "3.2"],
    shown:
      "一、经济运行稳中向好。全年生产总值增长6.1%[1]，好于预期。（一）工业工业增加值增长7.2%。指标数值产值420亿元利润31亿元（二）农业小麦增产玉米增产粮食产量1.按可比价格计算。",
  },
];

for (const { numbers, shown } of choices) {
  test(`sections ${numbers.join(", ")} print whole, in order, and nothing else does`, async () => {
    const { pages } = await printPieces(page, chosen("全区工作总结", ...numbers), "standard");
    expect(textOf(pages)).toBe(titleBlock + shown);
  });
}

test("the whole article, passages and pieces of several articles print in the order they were chosen in", async () => {
  const summary = articles.get("全区工作总结");
  const { pages } = await printPieces(
    page,
    [
      passageOf(summary, "玉米增产"),
      ...chosen("关于做好春季防汛工作的通知", "2.1"),
      passageOf(summary, "增长6.1%,好于"),
    ],
    "standard",
  );
  const section = `（一）加强领导${squares(90)}水库事项单位排查隐患应急管理局补充物资水利局${squares(1300)}1.压实责任${squares(700)}`;
  expect(textOf(pages)).toContain(
    `${titleBlock}玉米增产关于做好春季防汛工作的通知示例区人民政府2026年3月2日${section}`,
  );
  expect(textOf(pages)).toMatch(new RegExp(`${titleBlock}增长6\\.1%\\[1\\]，好于1\\.按可比价格计算。$`));
});

test("摘录 prints each piece with its citation behind it, and no titles", async () => {
  const { pages } = await printPieces(page, chosen("全区工作总结", "2", "3.1"), "excerpt");
  const citation = "（《示例日报》2026年2月5日第3版《全区工作总结》）";
  const note = "1.按可比价格计算。";
  const [first, second] = ["开头一段。", "稳中向好。全年生产总值增长6.1%[1]，好于预期。"];
  expect(textOf(pages)).toBe(`${first}${citation}${second}${note}${citation}`);
});

test("大字版 is 二号 and without pictures, and says what its header is to say", async () => {
  const { pages } = await printPieces(page, chosen("全区工作总结"), "large", {
    header: { left: "", center: "", right: "领导参阅" },
  });
  expect(pages.every(({ lines }) => lines[0]?.text === "领导参阅")).toBe(true);
  expect(pages.flatMap(({ lines }) => lines).find(({ text }) => text === "学校新建3所。")?.size).toBeCloseTo(
    22,
    1,
  );
  expect(pages.reduce((sum, { pictures }) => sum + pictures, 0)).toBe(0);
});

test("pictures print, or do not; what cannot be drawn leaves its caption and is counted", async () => {
  const count = async (pictures: "yes" | "smaller" | "no") => {
    const { pages, preview } = await printPieces(page, chosen("全区工作总结"), "standard", { pictures });
    expect(textOf(pages)).toContain("坏图的说明");
    expect(textOf(pages)).not.toContain("缺图");
    return [pages.reduce((sum, each) => sum + each.pictures, 0), preview.missingPictures];
  };
  expect(await count("yes")).toEqual([2, 2]);
  expect(await count("smaller")).toEqual([2, 2]);
  expect(await count("no")).toEqual([0, 0]);
});

test("headers and footers say their fields on every page, mirrored on the back, of each article on its own pages", async () => {
  const { pages, title } = await printPieces(
    page,
    [...chosen("关于做好春季防汛工作的通知"), ...chosen("全区工作总结", "2")],
    "standard",
    {
      sides: "double",
      articleOnNewPage: true,
      header: { left: "{title}", center: "{source}", right: "{date}" },
      footer: { left: "第{page}页共{pages}页", center: "", right: "{nothing}" },
    },
  );
  expect(title).toBe("关于做好春季防汛工作的通知等2篇");
  const heads = pages.map(({ lines }) => lines[0]);
  const feet = pages.map(({ lines }) => lines.at(-1)?.text);
  const last = pages.length - 1;
  expect(last).toBeGreaterThanOrEqual(3);
  expect(feet.every((foot, index) => foot?.includes(`第${index + 1}页共${pages.length}页`))).toBe(true);
  expect(feet[0]).toMatch(/^第1页.*\{nothing\}$/);
  expect(feet[1]).toMatch(/^\{nothing\}第2页/);
  expect(heads[0]?.text).toBe("关于做好春季防汛工作的通知示例区人民政府2026年3月2日");
  expect(heads[1]?.text).toBe("2026年3月2日示例区人民政府关于做好春季防汛工作的通知");
  for (const part of ["全区工作总结", "示例日报", "2026年2月5日"]) expect(heads[last]?.text).toContain(part);
  const [front, back] = heads;
  expect(Math.abs((front?.left ?? 0) - (210 - (back?.right ?? 0)))).toBeLessThan(1);
  expect(Math.abs((back?.left ?? 0) - (210 - (front?.right ?? 0)))).toBeLessThan(1);
});

test("a title that looks like a stylesheet is text in the margin and changes nothing", async () => {
  const title = '"\\}</style><b>{page};@page{}';
  const { pages } = await printPieces(page, chosen(title), "standard", {
    header: { left: "{title}", center: "", right: "" },
    footer: { left: "", center: "\\a \"'}{page}", right: "" },
  });
  expect(pages).toHaveLength(1);
  expect(Math.round(pages[0]?.width ?? 0)).toBe(210);
  expect(pages[0]?.lines[0]?.text.replaceAll(" ", "")).toBe(title.replaceAll(" ", ""));
  expect(pages[0]?.lines.at(-1)?.text.replaceAll(" ", "")).toBe("\\a\"'}1");
});

test("pages break at no bad place: no heading alone, no line alone, pictures with captions, table heads anew", async () => {
  for (const template of ["standard", "gongwen"] as const) {
    const { pages } = await printPieces(page, chosen("长文"), template);
    // Only official documents have a page number here, below everything else.
    const linesOf = template === "gongwen" ? linesInArea : ({ lines }: PdfPage) => lines;
    const written = pages.map((one) => linesOf(one).map(({ text }) => text.replaceAll(/\s/g, "")));
    for (const [index, lines] of written.entries()) {
      expect(lines.at(-1)).not.toMatch(/小标题$/);
      const captions = lines.filter((line) => /^第\d+张图$/.test(line)).length;
      expect(pages[index]?.pictures).toBe(captions);
      const firstRow = lines.findIndex((line) => /^第\d+行内容$/.test(line));
      if (firstRow !== -1) expect(lines[firstRow - 1]).toBe("表头甲表头乙");
    }
    // A page that begins within a paragraph begins with at least two of its lines.
    const indented = (line: Line | undefined, area: number) => (line?.left ?? 0) > area + 2;
    for (const [index, one] of pages.entries()) {
      const lines = linesOf(one).filter(({ text }) => !/第\d+[张行]|表头/.test(text));
      const area = Math.min(...lines.map(({ left }) => left));
      const [first, second] = lines;
      if (index === 0 || first === undefined || indented(first, area) || /小标题/.test(first.text)) continue;
      expect([first.text, indented(second, area)]).toEqual([first.text, false]);
    }
    expect(written.flat().filter((line) => line === "表头甲表头乙").length).toBeGreaterThan(1);
    const printedRows = written.flat().filter((line) => /^第\d+行内容$/.test(line));
    expect(printedRows).toHaveLength(90);
  }
});

test("what is wider than the page is brought into it, and shrinks nothing else", async () => {
  for (const template of ["standard", "gongwen"] as const) {
    const { pages } = await printPieces(page, chosen("宽文"), template);
    const lines = pages.flatMap((one) => one.lines);
    const usual = lines.find(({ text }) => text.startsWith("本段如常"));
    expect(usual?.size).toBeCloseTo(template === "gongwen" ? 16 : 12, 1);
    expect(Math.max(...lines.map(({ right }) => right))).toBeLessThan(187);
    const text = textOf(pages);
    expect(text.split("w")).toHaveLength(301);
    expect(text.split("x")).toHaveLength(301);
    for (const column of columns) expect(text).toContain(column);
    expect(text.split("1234567.89")).toHaveLength(21);
  }
});

test("paper, orientation and columns are as chosen", async () => {
  const pieces = chosen("关于做好春季防汛工作的通知", "2");
  const wide = await printPieces(page, pieces, "standard", { paper: "A3", landscape: true, columns: 2 });
  const [first] = wide.pages;
  expect([Math.round(first?.width ?? 0), Math.round(first?.height ?? 0)]).toEqual([420, 297]);
  const half = 210;
  const runs = first?.lines ?? [];
  expect(runs.some(({ left }) => left < half) && runs.some(({ right }) => right > half + 20)).toBe(true);
  const narrow = await printPieces(page, pieces, "standard", { textSize: "one" });
  expect(narrow.pages.flatMap(({ lines }) => lines).some(({ size }) => Math.abs(size - 26) < 0.1)).toBe(true);
});

test("bookmarks print where they stand or at the end, with their notes, and only within the pieces", async () => {
  const article = articles.get("全区工作总结");
  if (article === undefined) throw new Error("The article is not there.");
  const [inside, outside] = [passageOf(article, "小麦增产"), passageOf(article, "修好校门")];
  await page.evaluate(
    async ([first, second]) => {
      for (const { article, revision, span, quote } of [first, second]) {
        const kept = await window.reader.addBookmark({
          article,
          ...{ revision, ...span, quote },
          color: "yellow",
          note: `记下${quote}`,
          tags: [],
        });
        if (!kept.ok) throw new Error(JSON.stringify(kept));
      }
    },
    [withQuote(inside, "小麦增产"), withQuote(outside, "修好校门")] as const,
  );
  const printed = (bookmarks: "in-place" | "end-notes" | "no") =>
    printPieces(page, chosen("全区工作总结", "3.3"), "standard", { bookmarks });
  const before = `${titleBlock}（二）农业小麦增产`;
  expect(textOf((await printed("no")).pages)).toBe(`${before}玉米增产粮食产量`);
  expect(textOf((await printed("in-place")).pages)).toBe(`${before}批1玉米增产批1记下小麦增产粮食产量`);
  expect(textOf((await printed("end-notes")).pages)).toBe(
    `${before}批1玉米增产粮食产量标注和批注批1“小麦增产”记下小麦增产`,
  );
});

function withQuote({ article, revision, span }: ChosenPiece, quote: string) {
  if (span === null) throw new Error("A passage has a span.");
  return { article, revision, span, quote };
}

test("a watermark is on every page, behind what is printed", async () => {
  const { pages } = await printPieces(page, chosen("关于做好春季防汛工作的通知"), "standard", {
    watermark: "内部资料",
  });
  expect(pages.length).toBeGreaterThan(2);
  for (const { text } of pages) expect(text).toMatch(/^内部资料/);
});

test("the PDF names its language and title, and its text can be found", async () => {
  const { title, language, bytes, outline } = await printPieces(page, chosen("全区工作总结"), "standard");
  expect(title).toBe("全区工作总结");
  expect(language).toBe("zh-CN");
  expect(outline).toEqual([
    "全区工作总结",
    "  一、经济运行",
    "    （一）工业",
    "    （二）农业",
    "  二、社会事业",
  ]);
  expect(Buffer.from(bytes).includes("/MarkInfo")).toBe(true);
});
