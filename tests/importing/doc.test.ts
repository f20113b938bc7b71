/** Word 97–2003 files: what they are told by, what of them is kept, and what damage comes to. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CompoundFile } from "../../main/importing/doc/compound-file.ts";
import { docReader } from "../../main/importing/doc/doc-reader.ts";
import { utf16Text } from "../../main/importing/doc/utf16.ts";
import { recogniseFormat } from "../../main/importing/formats.ts";
import { articleBlocksSchema } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { importErrorCodes } from "../../preload/model/import-report.ts";
import { FailureError } from "../../preload/model/result.ts";
import { failureOf } from "../library/temporary-library.ts";
import { makeCompound } from "./make-compound.ts";
import { DELETED, makeDoc, para, row, run, SPECIAL } from "./make-doc.ts";
import { onlyArticle, readWith } from "./read-text.ts";
import { png } from "./sample-pictures.ts";

const read = (bytes: Uint8Array) => readWith(docReader, bytes, undefined, "文件.doc");
const textOf = (bytes: Uint8Array) => articleText(onlyArticle(read(bytes))).text;
const codeOf = (bytes: Uint8Array) => failureOf(() => read(bytes))?.code;
const readerOf = (bytes: Uint8Array, name: string) => {
  const reader = recogniseFormat(bytes, name);
  return typeof reader === "string" ? reader : reader.name;
};

const plain = makeDoc({ body: [para("第一段。"), para("第二段。")] });

test("is told by its stream, whatever the file and the stream are called in", () => {
  for (const name of ["a.doc", "a.wps", "a.dot", "a", "a.docx", "a.txt"]) {
    expect(readerOf(plain, name)).toBe("doc");
  }
  const upper = makeDoc({ body: [para("大写。")], stream: "WORDDOCUMENT" });
  expect(readerOf(upper, "a.doc")).toBe("doc");
  expect(textOf(upper)).toBe("文件\n大写。");
});

test("a table of figures with such a document inside is none", () => {
  const workbook = makeCompound({ Workbook: Buffer.alloc(5000), "MBD1/WordDocument": Buffer.alloc(5000) });
  expect(readerOf(workbook, "a.xls")).toBe("unsupported-format");
  expect(readerOf(workbook, "a.doc")).toBe("unsupported-format");
});

test("small and large streams are read alike", () => {
  const large = "长文。".repeat(200_000);
  expect(textOf(makeDoc({ body: [para(large)] }))).toBe(`文件\n${large}`);
  const streams = { 小: Buffer.from("小"), 大: Buffer.alloc(9000, 7), 空: Buffer.alloc(0) };
  const file = new CompoundFile(makeCompound(streams));
  for (const [name, bytes] of Object.entries(streams)) expect(file.stream(name)).toEqual(bytes);
  expect(file.stream("无")).toBeNull();
});

test("half a unit of text at an odd place does no harm", () => {
  const bytes = Buffer.from("\0字字\0", "utf16le").subarray(1, 6);
  for (let times = 0; times < 1000; times++) expect(utf16Text(bytes.subarray(1))).toHaveLength(2);
  for (let times = 0; times < 20_000; times++) utf16Text(Buffer.alloc(2001, 65).subarray(times % 7));
});

test("every character comes, whether in one byte or two, and in whatever order the pieces lie", () => {
  const western = makeDoc({ narrow: true, body: [para("Café \x93quoted\x94 \x80 5\x97end")] });
  expect(textOf(western)).toBe("文件\nCafé “quoted” € 5—end");
  const body = Array.from({ length: 40 }, (_, index) =>
    para([run(`第${index}段，`), run("删", DELETED), run("留下。")], [[0x2640, 9]]),
  );
  const expected = `文件\n${body.map((_, index) => `第${index}段，留下。`).join("\n")}`;
  expect(textOf(makeDoc({ body }))).toBe(expected);
  expect(textOf(makeDoc({ body, pieces: [7, 8, 60, 200] }))).toBe(expected);
});

test("control characters never become words, nor parts of them", () => {
  const text = textOf(makeDoc({ body: [para("可\x1f选连字\x1e符\x01\x02\x03\x04\x05\x06\b\x10\x7f完")] }));
  expect(text).toBe("文件\n可选连字-符完");
});

test("a field shows its result, in another field too, and a broken one hides nothing but itself", () => {
  const nested = "\x13 IF \x13 PAGE \x141\x15 = 1 \x14甲\x13 REF x \x14乙\x15丙\x15丁";
  expect(textOf(makeDoc({ body: [para(nested)] }))).toBe("文件\n甲乙丙丁");
  const reading = String.raw`\o\ad(\s\up 9(dōng),东)`;
  expect(textOf(makeDoc({ body: [para(`\x13 EQ ${reading}\x15方，\x13 EQ \\f(1,2)\x14\x15亩`)] }))).toBe(
    "文件\n东方，1/2亩",
  );
  expect(textOf(makeDoc({ body: [para("前\x13 TOC 没有完"), para("后一段。")] }))).toBe("文件\n前\n后一段。");
});

test("numbers that Word writes stand before the words, also where digits go on from a chapter", () => {
  const lists = [
    [
      { format: 39, text: "第%1章" },
      { format: 0, text: "%1.%2、", digits: true },
    ],
  ];
  const at = (level: number) =>
    [
      [0x260a, level],
      [0x460b, 1, 0],
    ] as const;
  const body = [para("总则", at(0)), para("分工", at(1)), para("", at(1)), para("督办", at(1))];
  expect(textOf(makeDoc({ lists, body }))).toBe("文件\n第一章 总则\n1.1、分工\n1.3、督办");
});

test("lines of a table of contents that repeat a heading, and what a style hides, are left out", () => {
  const styles = [
    { builtIn: 0, name: "Normal" },
    { builtIn: 1, name: "heading 1", base: 0 },
    { builtIn: 19, name: "toc 1", base: 0 },
    { builtIn: 0xffe, name: "z-窗体顶端", base: 0, characters: [[0x083c, 1]] as const },
  ];
  const body = [
    para("\x13 TOC \x14一、总体情况\t1", [], { style: 2 }),
    para("二、没有这一节\t3\x15", [], { style: 2 }),
    para("窗体顶端", [], { style: 3 }),
    para([run("藏"), run("现", [0x083c, 0])], [], { style: 3 }),
    para("一、总体情况", [], { style: 1 }),
    para("正文。"),
  ];
  expect(textOf(makeDoc({ styles, body }))).toBe("文件\n二、没有这一节 3\n现\n一、总体情况\n正文。");
});

test("rows that fit no definition keep their words in order", () => {
  const cell = (text: string) => ({ paragraphs: [para(text)], right: 1000 });
  const body = [...row([cell("甲"), cell("乙")]), ...row([cell("丙")], -500), para("丁", [[0x2416, 1]])];
  expect(textOf(makeDoc({ body })).replace(/[\n\t]+/g, "/")).toBe("文件/甲/乙/丙/丁");
});

test("says which it cannot read, and why", () => {
  const body = [para("字")];
  expect(codeOf(makeDoc({ body, flags: 0x0100 }))).toBe("encrypted");
  expect(codeOf(makeDoc({ body, magic: 0xa5dc }))).toBe("unsupported-format");
  expect(codeOf(makeDoc({ body, magic: 0x1234 }))).toBe("unreadable");
  expect(codeOf(makeDoc({ body: [para("")] }))).toBe("empty");
  expect(codeOf(makeCompound({ WordDocument: readStream(plain, "WordDocument") }))).toBe("unreadable");
  expect(read(plain).warnings.map(({ code }) => code)).toEqual(["warning.text-only"]);
});

function readStream(bytes: Buffer, name: string): Buffer {
  return new CompoundFile(bytes).stream(name) ?? Buffer.alloc(0);
}

test("a file cut off keeps the text before the cut, with a warning, or is unreadable", () => {
  const whole = makeDoc({ body: Array.from({ length: 300 }, (_, index) => para(`第${index}段还在。`)) });
  const document = readStream(whole, "WordDocument");
  const cut = makeCompound({
    WordDocument: document.subarray(0, 5000),
    "1Table": readStream(whole, "1Table"),
  });
  expect(textOf(cut)).toMatch(/^文件\n第0段还在。\n第1段还在。/);
  expect(read(cut).warnings.map(({ code }) => code)).toContain("warning.damaged-document");
  expect(codeOf(whole.subarray(0, 600))).toBe("unreadable");
});

test("very many boxes, notes, rows and deleted marks are read in good time", () => {
  const many = Array.from({ length: 5000 });
  const note = [run("文"), run("\x02", SPECIAL)];
  const bytes = makeDoc({
    footnotes: many.map(() => para("注")),
    boxes: many.map((_, index) => ({ anchor: index * 3, paragraphs: [para("框")] })),
    body: [
      ...many.map(() => para(note)),
      ...many.map(() => para("连", [], { markSprms: [DELETED] })),
      ...many.slice(0, 1000).flatMap(() => row([{ paragraphs: [para("格")], right: 1000 }])),
    ],
  });
  const started = performance.now();
  expect(textOf(bytes).replace(/\s/g, "")).toHaveLength(2 + 5000 * 4 + 1000);
  expect(performance.now() - started).toBeLessThan(15_000);
});

test("circles of sectors, of folders and of styles end", () => {
  const circle = Buffer.from(plain);
  // Every sector of the allocation table leads to the one before.
  const table = circle.length - 512;
  for (let index = 1; index < 60; index++) circle.writeUInt32LE(index - 1, table + index * 4);
  expect(["unreadable", undefined, "empty"]).toContain(codeOf(circle));
  const styles = [1, 0].map((base) => ({ builtIn: 0xffe, name: "环", base }));
  expect(textOf(makeDoc({ styles, body: [para("环。", [], { style: 1 })] }))).toBe("文件\n环。");
});

const made = ["headings", "tables", "notes", "changes"].map((name) =>
  readFileSync(join(import.meta.dirname, `../fixtures/import/doc/${name}/input.doc`)),
);

test("documents with bytes changed or cut give sound articles or a coded failure", () => {
  const change = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 });
  fc.assert(
    fc.property(fc.constantFrom(...made), change, fc.option(fc.nat()), (bytes, changes, cut) => {
      const damaged = Buffer.from(cut === null ? bytes : bytes.subarray(0, cut % bytes.length));
      for (const [at, value] of changes) if (damaged.length > 0) damaged[at % damaged.length] = value;
      try {
        for (const { article } of read(damaged).articles) articleBlocksSchema.parse(article);
      } catch (error) {
        expect(error).toBeInstanceOf(FailureError);
        if (error instanceof FailureError) expect(importErrorCodes).toContain(error.failure.code);
      }
    }),
    { numRuns: 1500 },
  );
});

/** A picture as the data stream holds it. */
function picf(bytes: Buffer, type: number, instance: number): Buffer {
  const record = (version: number, kind: number, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt16LE(version, 0);
    head.writeUInt16LE(kind, 2);
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content]);
  };
  const fingerprints = Buffer.alloc(16 * (1 + (instance & 1)) + 1);
  const blip = record(instance << 4, type, Buffer.concat([fingerprints, bytes]));
  const records = [
    record(0xf, 0xf004, Buffer.alloc(40)),
    record(0x62, 0xf007, Buffer.concat([Buffer.alloc(36), blip])),
  ];
  const fixed = Buffer.alloc(0x44);
  fixed.writeUInt16LE(0x44, 4);
  fixed.writeUInt16LE(0x64, 6);
  const whole = Buffer.concat([fixed, ...records]);
  whole.writeUInt32LE(whole.length, 0);
  return whole;
}

test("pictures in the line come with their captions, and what is none is left out", () => {
  const [first, second] = [picf(png(120, 80), 0xf01e, 0x6e0), picf(png(90, 60), 0xf01e, 0x6e1)];
  const drawn = picf(Buffer.from("EMF"), 0xf01a, 0x3d4);
  const at = (place: number) => run("\x01", SPECIAL, [0x6a03, place & 0xff, (place >> 8) & 0xff, 0, 0]);
  const body = [
    para([at(0)]),
    para("图1 堤防"),
    para([run("文中"), at(first.length), run("的图。")]),
    para([at(first.length + second.length), run("没有的图。")]),
    para([at(60_000), run("乱指的图。")]),
  ];
  const reading = read(makeDoc({ body, streams: { Data: Buffer.concat([first, second, drawn]) } }));
  expect(reading.pictures.map(({ width, height }) => [width, height])).toEqual([
    [120, 80],
    [90, 60],
  ]);
  expect(onlyArticle(reading).body[0]).toMatchObject({ type: "figure", caption: [{ text: "图1 堤防" }] });
  expect(articleText(onlyArticle(reading)).text).toBe("文件\n图1 堤防\n文中的图。\n没有的图。\n乱指的图。");
  expect(reading.warnings.map(({ code }) => code)).toEqual(["warning.text-only"]);
});

test("a picture alone is no text, and signs of symbol fonts are the characters they show", () => {
  expect(codeOf(makeDoc({ body: [para([run("\x01", SPECIAL)])] }))).toBe("empty");
  const sign = (font: number, code: number) => run("(", SPECIAL, [0x6a09, font, 0, code, 0xf0]);
  const fonts = ["Symbol", "Wingdings"];
  const body = [para([sign(0, 0x6d), run("m，"), sign(1, 0x81), run("（"), run("(甲)"), run("\uf0b3")])];
  expect(textOf(makeDoc({ fonts, body }))).toBe("文件\nμm，①（(甲)≥");
});
