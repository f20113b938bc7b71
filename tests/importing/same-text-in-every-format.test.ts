/** The same paragraphs written in each format come in once each, in their order, with every character and every word. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { formats } from "../../main/importing/formats.ts";
import { originalOf, readArticles } from "../../main/importing/read-file.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { encode } from "./encode-text.ts";
import { makeDoc, para } from "./make-doc.ts";
import { makeDocx, p } from "./make-docx.ts";
import { makeEpub, makePackage, page } from "./make-epub.ts";
import { line, makeOfd } from "./make-ofd.ts";
import { makePdf, setColumn } from "./make-pdf.ts";
import { makeZip } from "./make-zip.ts";

const TITLE = "春耕生产进展情况";

/** Of words that no reader takes for anything else than words. */
const sentence = (words: readonly string[]) =>
  fc
    .array(fc.constantFrom(...words), { minLength: 6, maxLength: 24 })
    .map((chosen) => `${chosen.join("")}。`);
const HAN = [
  "春耕",
  "备耕",
  "农技员",
  "走村入户",
  "抢抓农时",
  "开展",
  "指导",
  "整地",
  "育秧",
  "良种",
  "到田",
  "３00亩",
];
const MIXED = [...HAN, " GDP ", " 12.5% ", "“一村一品”", " A&B ", "（x < y）", "naïve café "];
const paragraphs = (words: readonly string[], most: number) =>
  fc.array(sentence(words), { minLength: 2, maxLength: most });

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const html = (lines: readonly string[], charset = "utf-8") =>
  `<!DOCTYPE html><html><head><meta charset="${charset}"><title>${TITLE}</title></head><body><h1>${TITLE}</h1>${lines.map((text) => `<p>　　${escaped(text)}</p>`).join("\n")}</body></html>`;
const plainText = (lines: readonly string[]) =>
  `${TITLE}\n\n${lines.map((text) => `　　${text}`).join("\n")}\n`;
const quoted = (text: string) =>
  [...Buffer.from(text)]
    .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("")
    .replace(/(?:=..){24}/g, "$&=\r\n");

const writers: Readonly<Record<string, (lines: readonly string[]) => Uint8Array>> = {
  "文.txt": (lines) => Buffer.from(plainText(lines)),
  "文-utf16.txt": (lines) => Buffer.from(`\ufeff${plainText(lines)}`, "utf16le"),
  "文.md": (lines) =>
    Buffer.from(`# ${TITLE}\n\n${lines.map((text) => text.replace(/[<&]/g, "\\$&")).join("\n\n")}\n`),
  "页.html": (lines) => Buffer.from(html(lines)),
  "页.mht": (lines) =>
    Buffer.from(
      `MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted(html(lines))}`,
    ),
  "文件.docx": (lines) =>
    makeDocx({ title: TITLE, body: [TITLE, ...lines].map((text) => p(escaped(text))).join("") }),
  "文件.doc": (lines) => makeDoc({ body: [TITLE, ...lines].map((text) => para(text)) }),
  "书.epub": (lines) =>
    makeEpub({
      "OPS/book.opf": makePackage(["a.xhtml", "b.xhtml"]),
      "OPS/a.xhtml": page(`<h1>${TITLE}</h1><p>${escaped(lines[0] ?? "")}</p>`),
      "OPS/b.xhtml": page(
        lines
          .slice(1)
          .map((text) => `<p>${escaped(text)}</p>`)
          .join("\n"),
      ),
    }),
  "包.zip": (lines) => makeZip({ "甲/文.txt": plainText(lines) }),
};

/** Text only, without the names that articles have from their files. */
async function textOf(bytes: Uint8Array, name: string): Promise<string> {
  const { articles } = await readArticles(originalOf(bytes), `/无/${name}`, formats, {});
  return articles
    .map(({ article }) => {
      const isNamed = /^(?:文件?|页|书|b|a|2)$|-/.test(article.title);
      return articleText({ ...article, title: isNamed ? "" : article.title, byline: "" }).text;
    })
    .join("\n");
}

/** Words apart as they were, whatever white space parts them and whatever width their signs have. */
function words(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s+/g, " ")
    .replace(/(?<![\w.%é&<]) | (?![\w(<&])/gu, "")
    .trim();
}

test.each(Object.entries(writers))("%s", async (name, write) => {
  await fc.assert(
    fc.asyncProperty(paragraphs(MIXED, 8), async (lines) => {
      expect(words(await textOf(write(lines), name))).toBe(words([TITLE, ...lines].join("\n")));
    }),
    { numRuns: 25 },
  );
});

test.each(["gbk", "big5"] as const)("a page and a text in %s", async (encoding) => {
  const trad = ["春耕", "備耕", "整地", "育秧", "良種", "到田", "農技員", "走村入戶", "開展", "指導"];
  await fc.assert(
    fc.asyncProperty(paragraphs(encoding === "gbk" ? HAN.slice(0, -1) : trad, 8), async (lines) => {
      const long = [...lines, ...lines.map((text) => `又：${text}`)];
      const text = long.map((one) => `　　${one}`).join("\n");
      const wanted = words(long.join("\n"));
      expect(words(await textOf(encode(text, encoding), "文.txt"))).toBe(wanted);
      const source = `<html><head><meta charset="${encoding}"></head><body>${long.map((one) => `<p>${one}</p>`).join("")}</body></html>`;
      expect(words(await textOf(encode(source, encoding), "页.html"))).toBe(wanted);
    }),
    { numRuns: 15 },
  );
});

/** Lines of a page, by their places. */
const column = { x: 90, y: 130, characters: 24, size: 16, leading: 28 };

test.each<[string, (lines: readonly string[]) => Uint8Array]>([
  ["文件.pdf", (lines) => makePdf({ pages: [{ texts: setColumn(lines, column) }] })],
  [
    "文件.ofd",
    (lines) =>
      makeOfd([
        setColumn(lines, { ...column, x: 30, y: 40, size: 5, leading: 9 })
          .map(({ text, x, y, size }) =>
            line({ text: text.trim(), x: x + (text.length - text.trimStart().length) * size, y, size }),
          )
          .join(""),
      ]),
  ],
])("%s", async (name, write) => {
  await fc.assert(
    fc.asyncProperty(paragraphs(HAN.slice(0, -1), 5), async (lines) => {
      expect((await textOf(write(lines), name)).replace(/\n/g, "")).toBe(lines.join(""));
    }),
    { numRuns: 15 },
  );
});
