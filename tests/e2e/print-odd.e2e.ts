/** Odd articles and odd choices in the built application: all of them print, whole, and nothing else does. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import type { Article } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import type { PrintTemplate } from "../../preload/model/print.ts";
import { type Launched, launchApp } from "./launch.ts";
import { importFolder } from "./library-on-disk.ts";
import type { PdfPage } from "./pdf-pages.ts";
import { png } from "./png.ts";
import { articlesByTitle, passageOf, piecesOf, printPieces } from "./printed.ts";

const PICTURES = 300;
const DEPTH = 40;

/** A list in a list in a list. */
const nested = Array.from({ length: DEPTH }, (_, at) => `${"  ".repeat(at)}- 第${at + 1}层`).join("\n");

/** Lines of 公文版式 that the text of each notice fills, so that their last pages end at every place. */
const noticeLines = [14, 15, 16, 17, 18, 19, 20];
const notice = (lines: number) =>
  `---\ntitle: 通知${lines}\n---\n\n各镇：\n\n${"各级各部门务必高度重视".repeat(50).slice(0, lines * 28 - 4)}。\n\n附件：清单\n\n示例区办公室\n\n2026年3月2日\n`;

const files: Readonly<Record<string, string>> = {
  ...Object.fromEntries(noticeLines.map((lines) => [`通知${lines}.md`, notice(lines)])),
  "空.md": "---\ntitle: 空文\n---\n",
  "表.md": `---\ntitle: 全是表\n---\n\n${Array.from({ length: 6 }, (_, at) => `| 表${at} | 数 |\n| --- | --- |\n| 甲${at} | ${at} |\n`).join("\n<!-- -->\n\n")}`,
  "层.md": `---\ntitle: 层层列表\n---\n\n${nested}\n`,
  "图.md": `---\ntitle: 许多图\n---\n\n${Array.from({ length: PICTURES }, (_, at) => `![图${at + 1}](图${at % 7}.png)`).join("\n\n")}\n`,
  "长词.md": `---\ntitle: 长词\n---\n\n${"Donaudampfschifffahrt".repeat(40)}\n\n${"1234567890".repeat(60)}\n`,
  "右.html": `<!doctype html><meta charset="utf-8"><title>右起</title><article><h1>右起</h1><p dir="rtl" lang="ar">السلام عليكم ورحمة الله</p><p>汉字之后。</p></article>`,
  "注.html": `<!doctype html><meta charset="utf-8"><title>注音</title><article><h1>注音</h1><p>他姓<ruby>仇<rt>qiú</rt></ruby>，住在<ruby>六<rt>lù</rt></ruby>安。</p><p>第二段也有几个字。</p></article>`,
  "脚.md":
    "---\ntitle: 脚注多\n---\n\n## 甲节\n\n甲说[^a]，又说[^b]。\n\n## 乙节\n\n乙说[^a]。\n\n[^a]: 甲注。\n[^b]: 乙注。\n",
  "节.md":
    "---\ntitle: 三节\n---\n\n开头的话。\n\n## 第一节\n\n第一节的话。\n\n## 第二节\n\n第二节的话。\n\n## 第三节\n\n第三节的话。\n",
  "半图.md":
    "---\ntitle: 半张图\n---\n\n![断了的图](断.png)\n\n![少了尾巴的图](少.png)\n\n![完整的图](全.png)\n",
};

let folder: string;
let launched: Launched;
let page: Page;
let articles: ReadonlyMap<string, Article>;

// One window and one library: printing changes neither.
test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "antou-怪稿-"));
  const sources = join(folder, "来稿");
  await mkdir(sources);
  for (const [name, text] of Object.entries(files)) await writeFile(join(sources, name), text);
  for (let at = 0; at < 7; at++) {
    await writeFile(join(sources, `图${at}.png`), png(90 + at, 60, [20 * at, 90, 120]));
  }
  const whole = noise(240);
  await writeFile(join(sources, "断.png"), whole.subarray(0, whole.length / 2));
  // All but the chunk that says it ends.
  await writeFile(join(sources, "少.png"), png(200, 100, [160, 40, 40]).subarray(0, -12));
  await writeFile(join(sources, "全.png"), png(210, 100, [40, 160, 40]));
  launched = await launchApp({ dataDir: join(folder, "资料") });
  page = launched.page;
  await importFolder(page, sources);
  articles = await articlesByTitle(page);
});

test.afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A picture whose rows all differ, so that half of its file holds half of its rows. */
function noise(size: number): Buffer {
  let seed = 7;
  const next = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % 256;
  };
  return png(size, size, () => [next(), next(), next()]);
}

function article(title: string): Article {
  const found = articles.get(title);
  if (found === undefined) throw new Error(`There is no article ${title}.`);
  return found;
}

const textOf = (pages: readonly PdfPage[]) => pages.map(({ text }) => text).join("");
const picturesOf = (pages: readonly PdfPage[]) => pages.reduce((sum, { pictures }) => sum + pictures, 0);

const templates: readonly PrintTemplate[] = ["standard", "gongwen", "large", "excerpt"];
const odd = ["空文", "全是表", "层层列表", "长词", "右起", "注音", "脚注多"];

for (const title of odd) {
  test(`${title} prints whole in every template`, async () => {
    const { text } = articleText(article(title));
    const wanted = [...text.replaceAll(/\s/g, "")].filter((character) =>
      /\p{Script=Han}|\d/u.test(character),
    );
    for (const template of templates) {
      const { pages, preview } = await printPieces(page, piecesOf(article(title)), template);
      expect(pages.length).toBeGreaterThan(0);
      expect(preview).toMatchObject({ pages: pages.length, missingPictures: 0, leftOut: 0 });
      const printed = textOf(pages);
      if (title === "层层列表") expect(printed).toContain(`第${DEPTH}层`);
      for (const character of new Set(wanted)) expect(printed).toContain(character);
      for (const { width, lines } of pages) {
        for (const { left, right } of lines) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(width);
        }
      }
    }
  });
}

test(`an article of ${PICTURES} pictures prints each of them with its caption`, async () => {
  const { pages, preview } = await printPieces(page, piecesOf(article("许多图")), "standard", {
    pictures: "smaller",
  });
  expect(picturesOf(pages)).toBe(PICTURES);
  expect(preview.missingPictures).toBe(0);
  const captions = pages.map(({ lines }) => lines.filter(({ text }) => /^图\d+$/.test(text)).length);
  expect(captions.reduce((sum, count) => sum + count, 0)).toBe(PICTURES);
  for (const [at, { pictures }] of pages.entries()) expect(captions[at]).toBe(pictures);
});

test("a picture that breaks off is left out and counted; one that lacks its end mark alone prints", async () => {
  const { pages, preview } = await printPieces(page, piecesOf(article("半张图")), "standard");
  expect(picturesOf(pages)).toBe(2);
  expect(preview.missingPictures).toBe(1);
  for (const caption of ["断了的图", "少了尾巴的图", "完整的图"]) expect(textOf(pages)).toContain(caption);
});

test("the same section twice, overlapping passages, and a whole article with a part of it print as they were chosen", async () => {
  const three = article("三节");
  const body = async (...pieces: Parameters<typeof printPieces>[1][number][]) =>
    textOf((await printPieces(page, pieces, "excerpt", { sourceLines: false })).pages);
  const [second] = piecesOf(three, "3");
  if (second === undefined) throw new Error("no section");
  expect(await body(second, second)).toBe("第二节第二节的话。第二节第二节的话。");
  expect(await body(passageOf(three, "第一节的话"), passageOf(three, "节的话。"))).toBe("第一节的话节的话。");
  const [whole] = piecesOf(three);
  if (whole === undefined) throw new Error("no article");
  const all = "三节开头的话。第一节第一节的话。第二节第二节的话。第三节第三节的话。";
  expect(await body(whole, second)).toBe(`${all}第二节第二节的话。`);
  expect(await body(second, whole)).toBe(`第二节第二节的话。${all}`);
});

test("signature and date never stand on a page without text before them", async () => {
  for (const lines of noticeLines) {
    const { pages } = await printPieces(page, piecesOf(article(`通知${lines}`)), "gongwen");
    const last = pages.at(-1)?.lines.map(({ text }) => text) ?? [];
    expect(last.slice(last.indexOf("附件：清单"), -1)).toEqual([
      "附件：清单",
      "示例区办公室",
      "2026年3月2日",
    ]);
    expect(last[0]).toMatch(/各级|务必|重视|部门|通知/);
  }
});

test("footnotes follow the sections they are marked in, each with its own number", async () => {
  const { pages } = await printPieces(page, piecesOf(article("脚注多"), "2"), "standard");
  expect(textOf(pages)).toContain("甲注。");
  expect(textOf(pages)).not.toContain("乙注。");
});
