/**
 * Writes the books of tests/fixtures/import/epub and the pages of tests/fixtures/import/mhtml: the same files every
 * time. Run with `node scripts/generate-book-fixtures.ts`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeEpub, makePackage, page } from "../tests/importing/make-epub.ts";
import { png } from "../tests/importing/sample-pictures.ts";

const fixtures = join(import.meta.dirname, "../tests/fixtures/import");

/** Parts with a file for each chapter, a chapter in two files, notes in a file of their own, pages, ruby, drawings. */
const modern = makeEpub({
  "OPS/book.opf": makePackage(
    ["cover.xhtml", "part1.xhtml", "c1.xhtml", "c1b.xhtml", "text/第二章.xhtml", "notes.xhtml"],
    {
      title: "乡村振兴读本",
      more: '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    },
  ),
  "OPS/nav.xhtml": page(`<nav epub:type="toc"><ol><li><a href="cover.xhtml">封面</a></li>
<li><a href="part1.xhtml">上编 总论</a><ol><li><a href="c1.xhtml">第一章 缘起</a></li>
<li><a href="text/%E7%AC%AC%E4%BA%8C%E7%AB%A0.xhtml">办法</a></li></ol></li></ol></nav>
<nav epub:type="page-list" hidden=""><ol><li><a href="c1.xhtml#p2">2</a></li></ol></nav>`),
  "OPS/cover.xhtml": page(
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 90 120"><image width="90" height="120" xlink:href="images/cover.png"/></svg>',
  ),
  "OPS/part1.xhtml": page("<h1>上编<br/>总论</h1>"),
  "OPS/c1.xhtml": page(`<section><h2>第一章　缘起</h2>
<p>　　各村自<a id="p2"/>力更生<a epub:type="noteref" href="notes.xhtml#n1">1</a>，<ruby>垚<rt>yáo</rt></ruby>上
新修水渠。</p><p>引文<a epub:type="noteref" href="notes.xhtml#n2">[2]</a>。</p></section>`),
  "OPS/c1b.xhtml": page(`<p>这一段在另一个文件里，仍属第一章。</p><script>alert(1)</script>`),
  "OPS/text/第二章.xhtml": page(`<h2>第二章 办法</h2><p>见图：</p>
<p><img src="../images/cover.png" alt="封面"/></p><p>又引<a epub:type="noteref" href="../notes.xhtml#n3">3</a>。</p>
<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60" onload="x()"><rect width="80" height="60"/><text y="9">流程图</text></svg>`),
  "OPS/notes.xhtml": page(`<section epub:type="endnotes"><h2>注释</h2><ol>
<li id="n1" epub:type="endnote"><p>见《县志》。<a href="c1.xhtml" role="doc-backlink">↩</a></p></li>
<li id="n2" epub:type="endnote"><p>见《年鉴》。</p></li>
<li id="n3" epub:type="endnote"><p>见《村史》。</p></li></ol></section>`),
  "OPS/images/cover.png": png(90, 120),
});

/** EPUB 2 as programs of the time made it: files cut by size, contents that lead into them, notes by plain links. */
const old = makeEpub({
  "OPS/book.opf": makePackage(["a.html", "b.html"], {
    title: "老书",
    more: '<item id="x" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
    spine: ' toc="x"',
  }),
  "OPS/toc.ncx": `<?xml version="1.0"?><ncx:ncx xmlns:ncx="http://www.daisy.org/z3986/2005/ncx/"><ncx:head/>
<ncx:navMap><ncx:navPoint><ncx:navLabel><ncx:text>前言</ncx:text></ncx:navLabel><ncx:content src="a.html"/></ncx:navPoint>
<ncx:navPoint><ncx:navLabel><ncx:text>第一章</ncx:text></ncx:navLabel><ncx:content src="a.html#c1"/></ncx:navPoint>
<ncx:navPoint><ncx:navLabel><ncx:text>第二章</ncx:text></ncx:navLabel><ncx:content src="b.html#c2"/></ncx:navPoint></ncx:navMap></ncx:ncx>`,
  "OPS/a.html": page(`<div><h2>前言</h2><p>写在前面。</p>
<div><h2><a id="c1"/>第一章</h2><p>起初<a id="r1" href="#f1"><sup>[1]</sup></a>。</p>
<p class="note"><a id="f1" href="#r1">[1]</a> 据旧志。</p></div></div>`),
  "OPS/b.html": page(`<p>第一章的后一半。</p><h2 id="c2">第二章</h2><p>终于。</p>`),
});

const boundary = "----=_Part_1";
const saved = Buffer.concat([
  Buffer.from(`From: <Saved by Blink>
Snapshot-Content-Location: https://example.gov.cn/2021/a.html
Subject: =?utf-8?B?${Buffer.from("春耕").toString("base64")}?=
X-Broken: a header
goes on without an indent
MIME-Version: 1.0
Content-Type: multipart/related;
	type="text/html";
	boundary="${boundary}"

--${boundary}
Content-Type: text/html; charset=gb2312
Content-Transfer-Encoding: quoted-printable
Content-Location: https://example.gov.cn/2021/a.html

`),
  Buffer.from(
    quoted(`<html><head><base href="https://example.gov.cn/pics/"></head><body><h1>春耕开始</h1>
<p onclick="x()">全县三月下田，<b>机械</b>先行。</p><img src="1.png" alt="田"><img src="cid:two@x" alt="渠">
<img src="https://example.gov.cn/lacking.png" alt="无"><script>alert(1)</script></body></html>`),
  ),
  Buffer.from(`
--${boundary}
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://example.gov.cn/pics/1.png

${png(60, 50).toString("base64")}
--${boundary}
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-ID: <two@x>

${png(61, 50).toString("base64")}
--${boundary}--
`),
]);

/** Quoted-printable with soft line ends in the middle of characters, as RFC 2045 allows. */
function quoted(text: string): string {
  const codes = [...Buffer.from(text)].map((byte) =>
    (byte > 32 && byte < 127 && byte !== 61) || byte === 32 || byte === 10
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`,
  );
  return codes.map((code, index) => (index % 50 === 49 ? `${code}=\r\n` : code)).join("");
}

for (const [path, bytes] of [
  ["epub/modern.epub", modern],
  ["epub/old.epub", old],
  ["mhtml/saved.mhtml", saved],
] as const) {
  mkdirSync(join(fixtures, path, ".."), { recursive: true });
  writeFileSync(join(fixtures, path), bytes);
}
