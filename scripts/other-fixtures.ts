/** One made document for each format that has no folder of its own making: text, Markdown, book, PDF, OFD, archive. */
import { makeEpub, makePackage, page } from "../tests/importing/make-epub.ts";
import { line, makeOfd } from "../tests/importing/make-ofd.ts";
import { makePdf, setColumn } from "../tests/importing/make-pdf.ts";
import { makeZip } from "../tests/importing/make-zip.ts";
import { png } from "../tests/importing/sample-pictures.ts";

const TITLE = "关于做好防汛工作的通知";
const PARAGRAPHS = [
  "今年入汛以来，我县降水较常年偏多两成，河道水位普遍上涨，防汛形势十分严峻。各单位要立即行动起来。",
  "各乡镇要组织力量对堤防、水库、涵闸逐一检查，发现隐患当场登记，限期整改，并于每周五下午报送进展情况。",
];

const text = [TITLE, "", ...PARAGRAPHS.map((paragraph) => `　　${paragraph}`), ""].join("\n");

const markdown = `---
title: ${TITLE}
date: 2021-02-05
tags: 防汛、通知
---

## 一、总的要求

${PARAGRAPHS[0]}[^1]

- [x] 堤防
- [ ] 水库
  1. 大型
  2. 小型

| 河道 | 水位 |
|------|-----:|
| 清水河 | 12.3 |

![堤防](堤防.png "图1　加固后的堤防")

<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>

[^1]: 据县水文站。
`;

const book = makeEpub({
  "OPS/book.opf": makePackage(["a.xhtml", "b.xhtml"]),
  "OPS/a.xhtml": page(
    `<h1>第一章</h1><p>${PARAGRAPHS[0]}<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote" id="n"><p>注。</p></aside>`,
  ),
  "OPS/b.xhtml": page(
    `<h1>第二章</h1><p><ruby>堤<rt>dī</rt></ruby>防。</p><svg viewBox="0 0 90 60" width="90" height="60"><script>x()</script><rect width="90" height="60"/><text x="9" y="30">图中的字</text></svg>`,
  ),
});

const pdf = makePdf({
  info: { Title: TITLE },
  pages: [
    {
      texts: [
        { x: 170, y: 110, size: 22, text: TITLE, font: "hei" },
        ...setColumn(PARAGRAPHS, { x: 90, y: 180, characters: 26, size: 16, leading: 28 }),
      ],
    },
    { texts: setColumn(PARAGRAPHS, { x: 90, y: 110, characters: 26, size: 16, leading: 28 }) },
  ],
});

const ofd = makeOfd([
  line({ x: 45, y: 40, text: TITLE, size: 8 }) +
    ["　　各乡镇要组织力量对堤防、水库、涵闸逐一检查，发现", "隐患当场登记，限期整改。"]
      .map((words, index) => line({ x: 30, y: 60 + index * 8, text: words }))
      .join(""),
]);

/** Bytes by their path below the fixtures. */
export const otherFixtures: Readonly<Record<string, Uint8Array>> = {
  "text/notice/input.txt": Buffer.from(text),
  "markdown/every-block/input.md": Buffer.from(markdown),
  "markdown/every-block/堤防.png": png(120, 80),
  "epub/notes-ruby-drawing/input.epub": book,
  "pdf/two-pages/input.pdf": pdf,
  "ofd/one-page/input.ofd": ofd,
  "zip/folders/input.zip": makeZip({
    "防汛/通知.txt": text,
    "防汛/附件/说明.md": `# 说明\n\n${PARAGRAPHS[1]}\n`,
    "防汛/页.html": `<title>页</title><p>${PARAGRAPHS[0]}</p>`,
    "程序.exe": "MZ\0\0",
  }),
};
