/** Sound small documents of each format, then damaged: each ends in sound articles or in a closed code, in good time. */

import fc from "fast-check";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { formats } from "../../main/importing/formats.ts";
import { readManifest } from "../../main/importing/manifest.ts";
import { originalOf, readArticles } from "../../main/importing/read-file.ts";
import { atOnce } from "../../main/sliced.ts";
import { articleBlocksSchema, articleFieldsSchema, dateSchema } from "../../preload/model/article.ts";
import { importErrorCodes } from "../../preload/model/import-report.ts";
import { importing } from "../../preload/model/messages/importing.ts";
import { FailureError } from "../../preload/model/result.ts";
import { encode } from "./encode-text.ts";
import { makeDoc, para, row, run } from "./make-doc.ts";
import { drawing, makeDocx, p, packed, r } from "./make-docx.ts";
import { makeEpub, makePackage, page } from "./make-epub.ts";
import { line, makeOfd } from "./make-ofd.ts";
import { jpegOf, makePdf, setColumn } from "./make-pdf.ts";
import { makeTiff } from "./make-tiff.ts";
import { png, svg200x100 } from "./sample-pictures.ts";

const COLUMN = { x: 90, y: 130, characters: 24, size: 16, leading: 28 };

const LINES = "<h1>关于工作的通知</h1><p>第一段<b>粗</b>。</p><ul><li>甲<ul><li>乙</li></ul></li></ul>";
const TABLE =
  '<table><tr><th colspan="2">名</th></tr><tr><td rowspan="2">一</td><td>二</td></tr><tr><td>三</td></tr></table>';
const PICTURE = `<figure><img src="a.svg" alt="图"><figcaption>图注</figcaption></figure>`;

const docx = makeDocx({
  title: "通知",
  styles: '<w:style w:styleId="a"><w:name w:val="heading 1"/></w:style>',
  numbering:
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
  footnotes: `<w:footnote w:id="2">${p("注。")}</w:footnote>`,
  header: p("页眉"),
  pictures: { i: "media/a.png", s: "media/a.svg" },
  files: { "word/media/a.png": png(60, 60), "word/media/a.svg": svg200x100 },
  body:
    p("关于工作的通知", '<w:pStyle w:val="a"/>') +
    p("条目", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') +
    `<w:p>${r("正文")}<w:r><w:footnoteReference w:id="2"/></w:r>${drawing("i", "图")}${drawing("s", "图")}</w:p>` +
    `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p("格")}</w:tc></w:tr></w:tbl>` +
    "<w:p><m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath></w:p>",
});

const doc = makeDoc({
  styles: [
    { builtIn: 0, name: "Normal" },
    { builtIn: 1, name: "heading 1", base: 0 },
  ],
  lists: [[{ format: 37, text: "%1、" }]],
  footnotes: [para("注。")],
  header: [para("页眉")],
  boxes: [{ anchor: 3, paragraphs: [para("框")] }],
  body: [
    para("关于工作的通知", [], { style: 1 }),
    para("条目", [[0x460b, 1, 0]]),
    para([run("正文"), run("\x02", [0x0855, 1]), run("\x13 PAGE \x141\x15")]),
    ...row([{ paragraphs: [para("格")], right: 2000 }]),
  ],
});

const epub = makeEpub({
  "OPS/book.opf": makePackage(["a.xhtml", "b.xhtml"]),
  "OPS/a.xhtml": page(
    `${LINES}<p>注<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote" id="n">注。</aside>`,
  ),
  "OPS/b.xhtml": page(`<h1>二</h1>${TABLE}${PICTURE}`),
  "OPS/a.svg": svg200x100,
});

const html = Buffer.from(
  `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>通知</title></head><body>${LINES}${TABLE}${PICTURE}</body></html>`,
);

const mhtml = Buffer.from(
  [
    'MIME-Version: 1.0\r\nSubject: =?utf-8?B?6YCa55+l?=\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x',
    `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\nContent-Location: http://a.example/\r\n\r\n${html.toString("base64")}\r\n--x`,
    `Content-Type: image/svg+xml\r\nContent-Location: http://a.example/a.svg\r\n\r\n${svg200x100.toString()}\r\n--x--`,
  ].join("\r\n"),
);

const markdown = Buffer.from(
  `---\ntitle: 通知\ndate: 2021-02-05\n---\n# 一\n\n文[^1]**粗**\n\n- 甲\n  1. 乙\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> 引\n\n\`\`\`\n码\n\`\`\`\n\n${TABLE}\n\n![图](data:image/svg+xml;base64,${svg200x100.toString("base64")})\n\n[^1]: 注\n`,
);

const NOTICE =
  "示例县人民政府文件\n示政发〔2021〕3号\n关于春耕工作的通知\n各乡镇：\n　　现将有关事项通知如下。\n　　附件：1.任务表\n　　示例县人民政府\n　　2021年3月1日\n";

const list = 'file,title,date,page\n甲/文件.docx,"标,题",2021-03-01,3\n文.md,二,,A03\n';

const samples: Readonly<Record<string, Buffer>> = {
  "文件.docx": docx,
  "文件.doc": doc,
  "书.epub": epub,
  "文件.ofd": makeOfd([
    line({ text: "关于工作的通知", x: 60, y: 40 }) + line({ text: "正文。", x: 30, y: 60 }),
  ]),
  "文件.pdf": makePdf({ pages: [{ texts: setColumn(["正文一段。", "正文又一段。"], COLUMN) }] }),
  "页.html": html,
  "页.htm": encode(html.toString().replace("utf-8", "gb2312"), "gbk"),
  "页.mht": mhtml,
  "文.md": markdown,
  "文.txt": Buffer.from(NOTICE),
  "国标.txt": encode(NOTICE.replaceAll("〔", "（").replaceAll("〕", "）"), "gbk"),
  "宽.txt": encode(`\ufeff${NOTICE}`, "utf-16le"),
  "扫描.png": png(60, 60),
  "扫描.jpg": Buffer.from(jpegOf(60, 60)),
  "扫描.tif": makeTiff([{ width: 8, height: 8, bits: 1, meaning: 0, data: Buffer.alloc(8, 0x55) }]),
  "包.zip": packed({
    ...{ "甲/文件.docx": docx, "乙/页.html": html, "乙/a.svg": svg200x100, "文.md": markdown },
    "清单.csv": list,
  }),
};

/** Pieces that readers of marked-up text stumble over. */
const NASTY = [
  "<",
  ">",
  "&",
  "&#0;",
  '"',
  "/",
  "<!--",
  "]]>",
  "<![CDATA[",
  "\0",
  "\ufffe",
  "-1",
  "99999999999",
  "=",
  "\n",
  "　",
];

interface Change {
  readonly at: number;
  readonly length: number;
  readonly put: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  length: fc.oneof(fc.nat(3), fc.nat(200)),
  put: fc.oneof(fc.constantFrom("", ...NASTY), fc.string({ unit: "binary", maxLength: 6 })),
});

function changed(bytes: Uint8Array, changes: readonly Change[]): Buffer {
  let result = Buffer.from(bytes);
  for (const { at, length, put } of changes) {
    const start = at % (result.length + 1);
    const end = Math.min(result.length, start + length);
    result = Buffer.concat([result.subarray(0, start), Buffer.from(put), result.subarray(end)]);
  }
  return result;
}

/** Of a file of a few kilobytes, on a machine that does other things as well. */
const LONGEST = 4000;

async function endsWell(bytes: Uint8Array, name: string): Promise<void> {
  const started = performance.now();
  try {
    const reading = await readArticles(originalOf(bytes), `/无/${name}`, formats, {});
    for (const { article } of reading.articles) {
      articleBlocksSchema.parse(article);
      articleFieldsSchema.parse(article);
    }
    for (const { code } of reading.warnings) expect(Object.keys(importing)).toContain(code);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    expect(importErrorCodes).toContain(error.failure.code);
  }
  expect(performance.now() - started).toBeLessThan(LONGEST);
}

test.each(Object.entries(samples))("%s is sound as it stands", async (name, bytes) => {
  const { articles, warnings: found } = await readArticles(originalOf(bytes), `/无/${name}`, formats, {});
  expect(articles.length).toBeGreaterThan(0);
  expect(found.filter(({ code }) => !/picture|text-only|scanned/.test(code))).toEqual([]);
});

test.each(Object.entries(samples))(
  "%s with bytes changed, put in, left out or cut off ends well",
  async (name, bytes) => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 6 }), fc.option(fc.nat()), async (changes, cut) => {
        const whole = changed(bytes, changes);
        await endsWell(cut === null ? whole : whole.subarray(0, cut % (whole.length + 1)), name);
      }),
      { numRuns: name.endsWith(".pdf") ? 40 : 120 },
    );
  },
);

test("a list of files, changed or of any bytes, is a list or none", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), fc.uint8Array({ maxLength: 300 }), (changes, noise) => {
      for (const bytes of [changed(Buffer.from(list), changes), noise]) {
        const manifest = readManifest(bytes);
        const listed = manifest?.rowOf("甲/文件.docx");
        if (listed?.issuedOn != null) dateSchema.parse(listed.issuedOn);
        for (const { code } of manifest === null ? [] : atOnce(manifest.warnings([])))
          expect(Object.keys(importing)).toContain(code);
      }
    }),
    { numRuns: 300 },
  );
});

test.each(["文件.docx", "书.epub", "文件.ofd", "包.zip"])(
  "%s with its parts changed, cut or lost ends well",
  async (name) => {
    const parts = Object.entries(unzipSync(samples[name] ?? new Uint8Array()));
    const damage = fc.tuple(fc.nat(), fc.array(change, { maxLength: 4 }), fc.option(fc.nat()), fc.boolean());
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
        const files = new Map<string, Uint8Array>(parts);
        for (const [which, changes, cut, isLost] of damages) {
          const [part = "", content = new Uint8Array()] = parts[which % parts.length] ?? [];
          const mutated = changed(content, changes);
          if (isLost && cut !== null) files.delete(part);
          else files.set(part, cut === null ? mutated : mutated.subarray(0, cut % (mutated.length + 1)));
        }
        await endsWell(packed(Object.fromEntries(files)), name);
      }),
      { numRuns: 100 },
    );
  },
);
