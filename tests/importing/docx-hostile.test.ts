/** Word files made to do harm, or cut and damaged: each ends in an article or in a coded failure. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { docxReader } from "../../main/importing/docx/docx-reader.ts";
import { recogniseFormat } from "../../main/importing/formats.ts";
import { articleBlocksSchema } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { importErrorCodes } from "../../preload/model/import-report.ts";
import { FailureError } from "../../preload/model/result.ts";
import { failureOf } from "../library/temporary-library.ts";
import { goldenFolders } from "./golden-folders.ts";
import { drawing, makeDocx, p, packed, r, TRANSITIONAL } from "./make-docx.ts";
import { onlyArticle, readWith } from "./read-text.ts";
import { png } from "./sample-pictures.ts";

const textOf = (bytes: Uint8Array) =>
  articleText(onlyArticle(readWith(docxReader, bytes, undefined, "文件.docx"))).text;

const codeOf = (bytes: Uint8Array) => failureOf(() => textOf(bytes))?.code;

/** A document whose XML stands as it is given. */
function withXml(xml: string): Buffer {
  return packed({ "[Content_Types].xml": "<Types/>", "word/document.xml": xml });
}

test("entities are never resolved: neither those that multiply nor those that fetch", () => {
  const entities =
    '<!DOCTYPE w [<!ENTITY a "哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
  const body = `<w:body><w:p><w:r><w:t>前&b;&f;后</w:t></w:r></w:p></w:body>`;
  const bytes = withXml(
    `<?xml version="1.0"?>${entities}<w:document xmlns:w="${TRANSITIONAL}">${body}</w:document>`,
  );
  expect(textOf(bytes)).toBe("文件\n前后");
});

test("a part that unpacks without end is too large, whatever it is called", () => {
  const bomb = makeDocx({ body: p("文"), files: { "word/document.xml": new Uint8Array(60 * 1024 * 1024) } });
  expect(codeOf(bomb)).toBe("too-large");
});

test("nesting that is nobody's writing neither overflows nor loses the text", () => {
  const depth = 5000;
  const boxes = `${"<w:smartTag>".repeat(depth)}${r("深处的字")}${"</w:smartTag>".repeat(depth)}`;
  expect(textOf(makeDocx({ body: `<w:p>${boxes}</w:p>` }))).toContain("深处的字");
  const box = "<w:r><w:pict><v:textbox><w:txbxContent><w:p>";
  const end = "</w:p></w:txbxContent></v:textbox></w:pict></w:r>";
  expect(
    textOf(makeDocx({ body: `<w:p>${box.repeat(500)}${r("框中的字")}${end.repeat(500)}</w:p>` })),
  ).toContain("框中的字");
  const cells = `${"<w:tbl><w:tr><w:tc>".repeat(60)}${p("格中的字")}${"</w:tc></w:tr></w:tbl>".repeat(60)}`;
  expect(textOf(makeDocx({ body: cells }))).toContain("格中的字");
});

test("nesting that only means to be slow is given up early, with what stands before it", () => {
  const depth = 50_000;
  const controls = `${"<w:sdt><w:sdtContent>".repeat(depth)}${p("深处")}${"</w:sdtContent></w:sdt>".repeat(depth)}`;
  expect(codeOf(makeDocx({ body: controls }))).toBe("unreadable");
  expect(textOf(makeDocx({ body: p("前文。") + controls }))).toBe("文件\n前文。");
});

test("many paragraphs whose ends are deleted are one", () => {
  const run = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>续</w:t></w:r></w:p>";
  expect(textOf(makeDocx({ body: run.repeat(20_000) + p("完") }))).toBe(`文件\n${"续".repeat(20_000)}完`);
});

test("many empty paragraphs, a line of a million characters and styles in a circle are read", () => {
  expect(textOf(makeDocx({ body: "<w:p/>".repeat(100_000) + p("末段。") }))).toBe("文件\n末段。");
  const long = "长".repeat(1_000_000);
  expect(textOf(makeDocx({ body: p(long) }))).toBe(`文件\n${long}`);
  const circle = ["x", "y"].map(
    (id) =>
      `<w:style w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${id === "x" ? "y" : "x"}"/></w:style>`,
  );
  const body = p("环。", '<w:pStyle w:val="x"/>');
  expect(textOf(makeDocx({ styles: circle.join(""), body }))).toBe("文件\n环。");
});

test("what is no document, cut off, empty or locked is said to be so", () => {
  expect(codeOf(makeDocx({ body: p("文") }).subarray(0, 300))).toBe("unreadable");
  expect(codeOf(withXml("<html><body>x</body></html>"))).toBe("unreadable");
  expect(codeOf(makeDocx({ body: "<w:p/>" }))).toBe("empty");
  const locked = Buffer.concat([
    Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1"),
    Buffer.from("EncryptedPackage", "utf16le"),
  ]);
  expect(recogniseFormat(locked, "a.docx")).toBe("encrypted");
});

test("a file that breaks off keeps what can be unpacked of it, with a warning", () => {
  const lines = Array.from({ length: 3000 }, (_, index) => `第${index}段：${Math.sin(index)}。`);
  const whole = makeDocx({ body: lines.map((line) => p(line)).join("") });
  for (const length of [whole.length - 200, Math.floor(whole.length / 2)]) {
    const reading = readWith(docxReader, whole.subarray(0, length), undefined, "文件.docx");
    expect(articleText(onlyArticle(reading)).text).toContain(lines.slice(0, 500).join("\n"));
    expect(reading.warnings.map(({ code }) => code)).toEqual(["warning.damaged-document"]);
  }
});

test("a file of very many parts is read in good time", () => {
  const pictures = Object.fromEntries(
    Array.from({ length: 8000 }, (_, index) => [`i${index}`, `media/${index}.png`]),
  );
  const files = Object.fromEntries(Object.values(pictures).map((name) => [`word/${name}`, png(2, 2)]));
  const body = Object.keys(pictures).map((id) => `<w:p>${drawing(id, "")}</w:p>`);
  const started = performance.now();
  expect(codeOf(makeDocx({ pictures, files, body: p("文") + body.join("") }))).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(20_000);
});

test("a part that breaks off keeps what came before, with a warning", () => {
  const xml = `<w:document xmlns:w="${TRANSITIONAL}"><w:body>${p("第一段。")}<w:p><w:r><w:t>第二`;
  const reading = readWith(docxReader, withXml(xml), undefined, "文件.docx");
  expect(articleText(onlyArticle(reading)).text).toContain("第一段。");
  expect(reading.warnings.map(({ code }) => code)).toContain("warning.damaged-document");
});

const documents = goldenFolders().map(({ input }) => readFileSync(input));

test("documents with bytes changed or cut give sound articles or a coded failure", async () => {
  const change = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...documents),
      change,
      fc.option(fc.nat()),
      async (bytes, changes, cut) => {
        const damaged = Buffer.from(cut === null ? bytes : bytes.subarray(0, cut % bytes.length));
        for (const [at, value] of changes) if (damaged.length > 0) damaged[at % damaged.length] = value;
        const reader = recogniseFormat(damaged, "文件.docx");
        if (typeof reader === "string") {
          expect(importErrorCodes).toContain(reader);
          return;
        }
        try {
          const beside = () => ({ refused: "missing" }) as const;
          const { articles } = await reader.read({ name: "文件.docx", bytes: damaged, beside });
          for (const { article } of articles) articleBlocksSchema.parse(article);
        } catch (error) {
          expect(error).toBeInstanceOf(FailureError);
          if (error instanceof FailureError) expect(importErrorCodes).toContain(error.failure.code);
        }
      },
    ),
    { numRuns: 300 },
  );
});
