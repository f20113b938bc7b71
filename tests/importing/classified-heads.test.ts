/** Marks of classification that stand beside a document's text: in page headers, text boxes, tables and page heads. */
import { expect, test } from "vitest";
import { formats } from "../../main/importing/formats.ts";
import { originalOf, readArticles } from "../../main/importing/read-file.ts";
import { FailureError } from "../../preload/model/result.ts";
import { makeDoc, para, row, run } from "./make-doc.ts";
import { makeDocx, p, r } from "./make-docx.ts";
import { makeEpub, makePackage, page } from "./make-epub.ts";
import { line, makeOfd } from "./make-ofd.ts";
import { makePdf, type PdfPage, type PdfText } from "./make-pdf.ts";
import { makeZip } from "./make-zip.ts";

const text = "各单位要高度重视，明确专人负责，抓紧抓实抓好各项工作，确保按时保质保量完成任务。";

async function outcome(bytes: Uint8Array, name: string): Promise<string> {
  try {
    const { articles } = await readArticles(originalOf(bytes), `/无/${name}`, formats, {});
    expect(JSON.stringify(articles)).not.toContain("headLines");
    return "read";
  } catch (error) {
    if (error instanceof FailureError) return error.failure.code;
    throw error;
  }
}

const box = (inner: string) =>
  `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
const watermark = (words: string) =>
  `<w:p><w:r><w:pict><v:shape><v:textpath string="${words}"/></v:shape></w:pict></w:r></w:p>`;
const table = (words: string) =>
  `<w:tbl><w:tr><w:tc>${p("000012")}</w:tc><w:tc>${p(words)}</w:tc></w:tr></w:tbl>`;

const row3 = (...cells: readonly string[]) =>
  `<w:tbl><w:tr>${cells.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join("")}</w:tr></w:tbl>`;

test.each<[string, Parameters<typeof makeDocx>[0]]>([
  ["a page header", { header: p("机密★1年"), body: p(text) }],
  ["a table in a page header", { header: table("秘密★5年"), body: p(text) }],
  ["a page footer", { footer: p("机密★1年"), body: p(text) }],
  ["a page header that says no more than 秘密", { header: p("秘密"), body: p("会议材料") + p(text) }],
  [
    "a page header beside the page's number",
    { header: `<w:p>${r("机密")}<w:r><w:tab/></w:r>${r("第1页")}</w:p>`, body: p(text) },
  ],
  ["a page header cut into cells", { header: row3("机密", "★", "1年"), body: p(text) }],
  ["a table at the head cut into cells", { body: row3("机密", "★", "1年") + p("会议材料") + p(text) }],
  ["a text box in a page header", { header: `<w:p>${box(p("绝密"))}</w:p>`, body: p(text) }],
  ["a watermark", { header: watermark("机密"), body: p(text) }],
  [
    "a text box anchored in the text at the head",
    { body: `<w:p>${r(text)}${box(p("机密★"))}</w:p>${p(text)}` },
  ],
  ["a table at the head", { body: table("秘密★1年") + p("关于工作的通知") + p(text) }],
])("a Word document with a mark in %s is not imported", async (_where, parts) => {
  expect(await outcome(makeDocx(parts), "文件.docx")).toBe("classified");
  expect(await outcome(makeZip({ "甲/文件.docx": makeDocx(parts), "乙.txt": text }), "包.zip")).toBe(
    "classified",
  );
});

test.each<[string, Parameters<typeof makeDocx>[0]]>([
  ["a page header that speaks of secrets", { header: p("保守国家秘密，人人有责"), body: p(text) }],
  ["a page header that is the name of a story", { header: p("秘密"), body: p("秘密") + p(text) }],
  ["a text box far below the head", { body: `${p(text).repeat(30)}<w:p>${box(p("机密★1年"))}</w:p>` }],
])("a Word document with %s is", async (_where, parts) => {
  expect(await outcome(makeDocx(parts), "文件.docx")).toBe("read");
});

const older = (words: string) => [
  { paragraphs: [para("000012")], right: 2000 },
  { paragraphs: [para(words)], right: 4000 },
];

test.each<[string, Parameters<typeof makeDoc>[0], string]>([
  ["a mark on its first line", { body: [para("机密★1年"), para(text)] }, "classified"],
  [
    "a mark in pieces",
    { body: [para([run("绝"), run(" 密", [0x0835, 1])]), para(text)], pieces: [1] },
    "classified",
  ],
  ["a mark in a table at the head", { body: [...row(older("秘密")), para(text)] }, "classified"],
  ["a mark in a page header", { header: [para("秘密★5年")], body: [para(text)] }, "classified"],
  ["a mark in a page footer", { footer: [para("机密")], body: [para(text)] }, "classified"],
  [
    "a mark in a text box",
    { boxes: [{ anchor: 0, paragraphs: [para("机密★")] }], body: [para(text), para(text)] },
    "classified",
  ],
  ["a mark that was deleted", { body: [para([run("机密★1年", [0x0800, 1])]), para(text)] }, "read"],
  ["a header that speaks of secrets", { header: [para("保守国家秘密")], body: [para(text)] }, "read"],
])("an older Word document with %s", async (_where, parts, expected) => {
  expect(await outcome(makeDoc(parts), "文件.doc")).toBe(expected);
});

const links = Array.from(
  { length: 20 },
  (_, index) => `<li><a href="/${index}">栏目第${index}</a></li>`,
).join("");
const site = (above: string) =>
  `<html><head><title>关于工作的通知</title></head><body><ul>${links}</ul>${above}<h1>关于工作的通知</h1>` +
  `<div class="TRS_Editor">${`<p>${text}</p>`.repeat(12)}</div><p>版权所有</p><p>网站地图</p></body></html>`;

test("a page with a mark above its article, and outside of it, is not imported", async () => {
  expect(await outcome(Buffer.from(site("")), "页.html")).toBe("read");
  expect(await outcome(Buffer.from(site("<div>密级：秘密</div>")), "页.html")).toBe("classified");
  expect(
    await outcome(Buffer.from(site("<table><tr><td>份号</td><td>机密★3年</td></tr></table>")), "页.html"),
  ).toBe("classified");
  const saved = `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html; charset=utf-8\n\n`;
  expect(await outcome(Buffer.from(`${saved}${site("<p>绝密★</p>")}\n--x--`), "页.mht")).toBe("classified");
});

test("a page with a link to a text called 绝密 is imported", async () => {
  expect(await outcome(Buffer.from(site(`<p><a href="/绝密.html">绝密</a></p>`)), "页.html")).toBe("read");
});

const pdfPage = (...texts: readonly PdfText[]): PdfPage => ({
  texts: [
    ...Array.from({ length: 12 }, (_, index) => ({
      x: 90,
      y: 160 + index * 28,
      size: 16,
      text: text.slice(0, 26),
    })),
    ...texts,
  ],
});
const stamp = (words: string, y: number, turned = 0): PdfText => ({
  x: 90,
  y,
  size: 14,
  text: words,
  turned,
});

test.each<[string, readonly PdfPage[]]>([
  ["at the head of its first page", [pdfPage(stamp("机密★1年", 80))]],
  ["at the head of every page", [1, 2, 3].map(() => pdfPage(stamp("机密", 60)))],
  ["at the foot of every page", [1, 2, 3].map(() => pdfPage(stamp("秘密★5年", 800)))],
  ["in a watermark", [pdfPage(stamp("机密", 500, -45))]],
  ["along its margin", [pdfPage(stamp("绝密★", 500, 90))]],
])("a PDF with a mark %s is not imported", async (_where, pages) => {
  expect(await outcome(makePdf({ pages }), "文件.pdf")).toBe("classified");
});

const ofdText = Array.from({ length: 12 }, (_, index) =>
  line({ text: text.slice(0, 26), x: 30, y: 60 + index * 10 }),
).join("");

test.each<[string, readonly string[]]>([
  ["at the head of its first page", [line({ text: "机密★1年", x: 30, y: 25 }) + ofdText]],
  ["at the head of every page", [1, 2, 3].map(() => line({ text: "机密", x: 30, y: 20 }) + ofdText)],
  ["at the foot of every page", [1, 2, 3].map(() => ofdText + line({ text: "秘密★5年", x: 30, y: 285 }))],
  ["in a watermark", [ofdText + line({ text: "机密", x: 60, y: 200, more: 'CTM="0.7 0.7 -0.7 0.7 0 0"' })]],
])("an OFD file with a mark %s is not imported", async (_where, pages) => {
  expect(await outcome(makeOfd(pages), "文件.ofd")).toBe("classified");
});

test("a book with a mark at the head of its first document is not imported", async () => {
  const book = (body: string) =>
    makeEpub({ "OPS/book.opf": makePackage(["a.xhtml"]), "OPS/a.xhtml": page(body) });
  expect(await outcome(book(`<header>机密★1年</header><p>${text}</p>`), "书.epub")).toBe("classified");
  expect(
    await outcome(book(`<table><tr><td>000001</td><td>秘密★1年</td></tr></table><p>${text}</p>`), "书.epub"),
  ).toBe("classified");
  expect(await outcome(book(`<p>${text}</p>`), "书.epub")).toBe("read");
});
