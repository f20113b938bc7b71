import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { epubReader } from "../../main/importing/epub/epub-reader.ts";
import type { Reading } from "../../main/importing/format.ts";
import { recogniseFormat } from "../../main/importing/formats.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { failureOf } from "../library/temporary-library.ts";
import { type BookFiles, makeEpub, makePackage, page } from "./make-epub.ts";
import { heading, paragraph, readWith } from "./read-text.ts";
import { png } from "./sample-pictures.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../fixtures/import/epub", name));

function read(files: BookFiles): Reading {
  return readWith(epubReader, makeEpub(files), undefined, "书.epub");
}

/** A book of one chapter. */
function readChapter(body: string, more: BookFiles = {}) {
  return read({ "OPS/book.opf": makePackage(["a.xhtml"]), "OPS/a.xhtml": page(body), ...more });
}

const bodyOf = (reading: Reading) => reading.articles[0]?.article.body;

/** The text of each chapter without the authors, who stand below each title. */
function textsOf(reading: Reading): readonly string[] {
  return reading.articles.map(({ article }) => articleText({ ...article, byline: "" }).text);
}

describe("a book of EPUB 3", () => {
  const reading = readWith(epubReader, fixture("modern.epub"), undefined, "a.epub");

  test("is a collection of its chapters, a part’s chapters each by itself, a chapter in two files as one", () => {
    expect(reading.collection).toBe("乡村振兴读本");
    expect(reading.articles.map(({ part }) => part)).toEqual([
      "OPS/cover.xhtml",
      "OPS/part1.xhtml",
      "OPS/c1.xhtml",
      "OPS/text/第二章.xhtml",
    ]);
    expect(textsOf(reading)).toEqual([
      "封面",
      "上编 总论",
      "第一章 缘起\n各村自力更生，垚上新修水渠。\n引文。\n这一段在另一个文件里，仍属第一章。\n见《县志》。\n见《年鉴》。",
      "第二章 办法\n见图：\n又引。\n流程图\n见《村史》。",
    ]);
    expect(reading.warnings).toEqual([]);
  });

  test("states its authors, title, day and language with each chapter", () => {
    expect(reading.articles[2]?.article).toMatchObject({
      ...{ byline: "张三、李四", publication: "乡村振兴读本", issuedOn: "2021-02-05" },
      ...{ language: "zh-CN", placeOnPage: 2 },
    });
  });

  test("has its printed pages and its notes marked where they belong, and its ruby kept", () => {
    const [first] = reading.articles[2]?.article.body ?? [];
    expect(first?.type === "paragraph" && first.content).toEqual([
      { type: "text", text: "各村自" },
      { type: "page-mark", page: "2" },
      { type: "text", text: "力更生" },
      { type: "footnote-mark", id: "1" },
      { type: "text", text: "，" },
      { type: "ruby", base: "垚", annotation: "yáo" },
      { type: "text", text: "上新修水渠。" },
    ]);
    expect(reading.articles[2]?.article.body.at(-2)).toEqual({
      ...{ type: "footnote", id: "1", blocks: [paragraph("见《县志》。")] },
    });
  });

  test("shows the picture on its cover, and keeps a drawing as an inert picture with its words", () => {
    expect(reading.pictures.map(({ mediaType, width }) => [mediaType, width])).toEqual([
      ["image/png", 90],
      ["image/svg+xml", 80],
    ]);
    const drawing = Buffer.from(reading.pictures[1]?.bytes ?? []).toString();
    expect(drawing).toContain("<rect");
    expect(drawing).not.toContain("onload");
    expect(JSON.stringify(reading.articles)).not.toContain("alert");
  });
});

test("a book of EPUB 2 has a file’s end and the next one’s beginning as one chapter, and notes by plain links", () => {
  const reading = readWith(epubReader, fixture("old.epub"), undefined, "a.epub");
  expect(reading.articles.map(({ part }) => part)).toEqual(["OPS/a.html", "OPS/a.html#c1", "OPS/b.html#c2"]);
  expect(textsOf(reading)).toEqual([
    "前言\n写在前面。",
    "第一章\n起初。\n第一章的后一半。\n据旧志。",
    "第二章\n终于。",
  ]);
});

test("links between chapters that are no notes stay text", () => {
  const reading = readChapter(
    '<h1>一</h1><p id="x">见<a href="#y">第2节</a>。</p><p id="y">2 <a href="#x">上文</a></p>',
  );
  expect(textsOf(reading)).toEqual(["一\n见第2节。\n2 上文"]);
});

test("a number that links to a paragraph which does not link back is no note", () => {
  const reading = readChapter(
    '<h1>一</h1><p>见第<a href="#y">2</a>条。</p><p id="y">第2条 <a href="http://x.cn">网</a></p>',
  );
  expect(textsOf(reading)).toEqual(["一\n见第2条。\n第2条 网"]);
});

test("a page’s mark between two words leaves one space there, and none between Han characters", () => {
  const reading = readChapter(
    '<p>one <span epub:type="pagebreak" title="7"/> two，上一\n<span epub:type="pagebreak" title="8"/>\n页</p>',
  );
  expect(textsOf(reading)).toEqual(["测试之书\none two，上一页"]);
});

test("a note is found under a name in any script, however the link spells it", () => {
  const reading = readChapter(
    '<p>文<a epub:type="noteref" href="#%E6%B3%A8">1</a></p><aside epub:type="footnote" id="注">见书。</aside>',
  );
  expect(bodyOf(reading)?.at(-1)).toEqual({ type: "footnote", id: "1", blocks: [paragraph("见书。")] });
});

test("nothing in a drawing acts, however deep it stands", () => {
  const reading = readChapter(
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><g onclick="a()"><rect/><script>b()</script></g></svg>',
  );
  expect(Buffer.from(reading.pictures[0]?.bytes ?? []).toString()).not.toMatch(/onclick|script|a\(\)|b\(\)/);
});

test("a list of links back and forth, such as contents beside headings, is no list of notes", () => {
  const reading = readChapter(
    '<p><a id="a1" href="#b1">1</a> <a id="a2" href="#b2">2</a></p><h2 id="b1"><a href="#a1">1</a> 甲</h2><h2 id="b2"><a href="#a2">2</a> 乙</h2>',
  );
  expect(textsOf(reading)).toEqual(["测试之书\n1 2\n1 甲\n2 乙"]);
});

test("without contents a heading begins a chapter, and a document without one goes on with it", () => {
  const reading = read({
    "OPS/book.opf": makePackage(["a.xhtml", "b.xhtml", "c.xhtml"]),
    "OPS/a.xhtml": page("<h1>甲</h1><p>一。</p>"),
    "OPS/b.xhtml": page("<p>二。</p><h2>小节</h2>"),
    "OPS/c.xhtml": page("<h1>乙</h1>"),
  });
  expect(reading.articles.map(({ article }) => article.title)).toEqual(["甲", "乙"]);
  expect(bodyOf(reading)).toEqual([paragraph("一。"), paragraph("二。"), heading(2, "小节")]);
});

test("elements closed at once, as XML may, swallow nothing", () => {
  const reading = readChapter(
    '<p><b/>甲<a id="x"/>乙</p><p/><script src="x"/><div/><p><![CDATA[1<2]]>丙</p>',
  );
  expect(bodyOf(reading)).toEqual([paragraph("甲乙"), paragraph("1<2丙")]);
});

test("prefixes are names like any other, in the package and in documents", () => {
  const packaged = makePackage(["a.xhtml"])
    .replaceAll(/<(\/?)(package|metadata|manifest|item|spine|itemref)\b/g, "<$1opf:$2")
    .replace("xmlns=", "xmlns:opf=")
    .replaceAll("dc:", "d:")
    .replace("xmlns:dc=", "xmlns:d=");
  const document =
    '<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:body><h:h1>题</h:h1><h:p>文</h:p></h:body></h:html>';
  const reading = read({ "OPS/book.opf": packaged, "OPS/a.xhtml": document });
  expect([reading.collection, ...textsOf(reading)]).toEqual(["测试之书", "题\n文"]);
});

test("entities of a document’s own are neither expanded nor fetched", () => {
  const document = `<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
<html><body><p>甲&b;&f;乙</p></body></html>`;
  const reading = read({ "OPS/book.opf": makePackage(["a.xhtml"]), "OPS/a.xhtml": document });
  expect(textsOf(reading)).toEqual(["测试之书\n甲&b;&f;乙"]);
});

test("references that climb out of the book end at its root", () => {
  const reading = readChapter('<p>图</p><img src="../../../../x.png" alt="在根"/>', { "x.png": png(60, 60) });
  expect(reading.pictures.length).toBe(1);
});

test("a picture that the book lacks is shown as missing, one on the web is not fetched", () => {
  const reading = readChapter(
    '<p>文</p><img src="no.png" alt="一"/><img src="https://x.cn/a.png" alt="二"/>',
  );
  expect(reading.warnings.map(({ code }) => code)).toEqual([
    "warning.missing-picture",
    "warning.remote-pictures",
  ]);
});

describe("a protected book", () => {
  const encryption = (uri: string, algorithm: string) => ({
    "META-INF/encryption.xml": `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">
<enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData></encryption>`,
  });

  test("is refused as encrypted where its text is", () => {
    const locked = encryption("OPS/a.xhtml", "http://www.w3.org/2001/04/xmlenc#aes128-cbc");
    expect(failureOf(() => readChapter("<p>x</p>", locked))?.code).toBe("encrypted");
  });

  test("is read where only its fonts are scrambled", () => {
    const fonts = encryption("OPS/font.otf", "http://www.idpf.org/2008/embedding");
    expect(textsOf(readChapter("<p>文</p>", fonts))).toEqual(["测试之书\n文"]);
  });
});

describe("a damaged book", () => {
  test("a chapter that breaks its own nesting is read, with a warning that some of it may be lost", () => {
    const codes = (body: string) => {
      const book = makeEpub({ "OPS/book.opf": makePackage(["a.xhtml"]), "OPS/a.xhtml": page(body) });
      return readWith(epubReader, book).warnings.map(({ code }) => code);
    };
    expect(codes("<p>一段。<p>没有结束的一段。")).toEqual(["warning.book-parts-lost"]);
    expect(codes("<p>一<b>段</p></b>")).toEqual(["warning.book-parts-lost"]);
    // As books are often written, with nothing lost.
    expect(codes("<p>一段&nbsp;<br>二行<hr></p><p x:y=1 a>三</p>")).toEqual([]);
  });

  test("is read without the documents it lacks, and says so", () => {
    const reading = read({
      "OPS/book.opf": makePackage(["a.xhtml", "b.xhtml"]),
      "OPS/b.xhtml": page("<p>还在。</p>"),
    });
    expect(textsOf(reading)).toEqual(["测试之书\n还在。"]);
    expect(reading.warnings).toEqual([
      { code: "warning.book-parts-lost", parameters: { name: "OPS/a.xhtml", count: 1 } },
    ]);
  });

  test("is read in the archive’s order where its package is lost", () => {
    const reading = read({
      "OPS/1.xhtml": page("<h1>甲</h1><p>一。</p>"),
      "OPS/2.xhtml": page("<h1>乙</h1>"),
    });
    expect(textsOf(reading)).toEqual(["甲\n一。", "乙"]);
    expect([reading.collection, reading.warnings[0]?.code]).toEqual(["书", "warning.book-incomplete"]);
  });

  test("is read as far as it goes where its end is cut off", () => {
    const whole = makeEpub({
      "OPS/book.opf": makePackage(["a.xhtml", "b.xhtml"]),
      "OPS/a.xhtml": page("<h1>甲</h1><p>一。</p>"),
      "OPS/b.xhtml": page(
        `<h1>乙</h1>${Array.from({ length: 3000 }, (_, i) => `<p>第${i * 7919}句。</p>`).join("")}`,
      ),
    });
    const cut = whole.subarray(0, Math.floor(whole.length * 0.7));
    const reading = readWith(epubReader, cut, undefined, "书.epub");
    expect(textsOf(reading)[0]).toBe("甲\n一。");
    expect(textsOf(reading)[1]).toContain("乙\n第0句。\n第7919句。");
    expect(reading.warnings.map(({ code }) => code)).toEqual([
      "warning.book-incomplete",
      "warning.book-parts-lost",
    ]);
  });

  test("that holds nothing of a book is unreadable", () => {
    const empty = () => readWith(epubReader, makeEpub({ "META-INF/container.xml": "" }));
    expect(failureOf(empty)?.code).toBe("unreadable");
    const none = () => read({ "OPS/book.opf": makePackage(["a.xhtml"]) });
    expect(failureOf(none)?.code).toBe("unreadable");
  });
});

test("a book is known by what it holds, whatever its name", () => {
  expect(recogniseFormat(fixture("modern.epub"), "下载")).toBe(epubReader);
  expect(recogniseFormat(new Uint8Array(100), "坏.epub")).toBe("unreadable");
  expect(recogniseFormat(png(9, 9), "图.epub")).toBe("unsupported-format");
});

test("a thousand chapters in one file, a hundred thousand elements deep, end in good time", () => {
  const ids = Array.from({ length: 1000 }, (_, index) => index);
  const nav = page(
    `<nav epub:type="toc"><ol>${ids.map((id) => `<li><a href="a.xhtml#c${id}">第${id}章</a></li>`).join("")}</ol></nav>`,
  );
  const more = '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>';
  const reading = read({
    "OPS/book.opf": makePackage(["a.xhtml", "b.xhtml"], { more }),
    "OPS/nav.xhtml": nav,
    "OPS/a.xhtml": page(ids.map((id) => `<h2 id="c${id}">第${id}章</h2><p>文${id}。</p>`).join("")),
    "OPS/b.xhtml": page(`${"<div>".repeat(100_000)}深`),
  });
  expect(textsOf(reading).slice(998)).toEqual(["第998章\n文998。", "第999章\n文999。\n深"]);
});

describe("a talking book's document (DTBook)", () => {
  const book = (middle: string) => `<?xml version="1.0" encoding="utf-8"?>
<dtbook xmlns="http://www.daisy.org/z3986/2005/dtbook/" version="2005-3"><head><meta name="dc:Title" content="书"/></head>
<book><bodymatter>${middle}</bodymatter></book></dtbook>`;
  const spoken = (middle: string) =>
    read({
      "OPS/book.opf": makePackage(["一.xml"]).replace("application/xhtml+xml", "application/x-dtbook+xml"),
      "OPS/一.xml": book(middle),
    });

  test("has its levels, lists, pages and notes", () => {
    const reading = spoken(
      `<level><levelhd>第一章</levelhd><pagenum id="p3">3</pagenum><p><sent>一句。</sent><sent>两句<noteref idref="n1">1</noteref>。</sent></p><level><hd>第一节</hd><list type="ol"><li><lic>甲</lic></li><li>乙</li></list><list type="ul"><li>丙</li></list></level><note id="n1"><p>注文。</p></note></level>`,
    );
    const [{ article } = { article: null }] = reading.articles;
    expect(article?.title).toBe("第一章");
    expect(article?.body).toMatchObject([
      {
        type: "paragraph",
        content: [
          { type: "page-mark", page: "3" },
          { text: "一句。两句" },
          { type: "footnote-mark", id: "1" },
          { text: "。" },
        ],
      },
      { type: "heading", level: 2, content: [{ text: "第一节" }] },
      {
        type: "list",
        ordered: true,
        items: [[{ content: [{ text: "甲" }] }], [{ content: [{ text: "乙" }] }]],
      },
      { type: "list", ordered: false, items: [[{ content: [{ text: "丙" }] }]] },
      { type: "footnote", id: "1", blocks: [{ content: [{ text: "注文。" }] }] },
    ]);
    expect(reading.warnings).toEqual([]);
  });

  test("has the captions of its pictures and tables", () => {
    const [part] = spoken(
      `<level1><h1>图表</h1><imggroup><img src="没有.png" alt="图"/><caption>图为春耕</caption></imggroup><table><caption>表一</caption><tr><td>格</td></tr></table></level1>`,
    ).articles;
    expect(part?.article.body[0]).toMatchObject({ type: "figure", caption: [{ text: "图为春耕" }] });
    expect(JSON.stringify(part?.article.body)).toContain("表一");
  });
});

test("names that are percent-encoded in GBK are found", () => {
  const documents = ["%B5%DA%D2%BB%D5%C2.xhtml"];
  const reading = read({
    "OPS/book.opf": makePackage(documents),
    "OPS/第一章.xhtml": page("<h1>第一章</h1><p>正文。</p>"),
  });
  expect(reading.articles.map(({ part }) => part)).toEqual(["OPS/第一章.xhtml"]);
  expect(reading.warnings).toEqual([]);
});

test("a book whose package names no file that there is comes in the archive's order", () => {
  const reading = read({
    "OPS/book.opf": makePackage(["一.xhtml"]),
    "OPS/x1.xhtml": page("<h1>第一章</h1><p>正文。</p>"),
  });
  expect(reading.articles.map(({ article }) => article.title)).toEqual(["第一章"]);
  expect(reading.warnings).toMatchObject([{ code: "warning.book-incomplete" }]);
});

test("a page that is a picture is shown, and the words that stand in for such pages follow", () => {
  const reading = read({
    "OPS/book.opf": makePackage([], {
      more:
        '<item id="p1" href="图/一.png" media-type="image/png" fallback="w"/><item id="p2" href="图/二.png" media-type="image/png" fallback="w"/>' +
        '<item id="w" href="文.xhtml" media-type="application/xhtml+xml"/>',
    }).replace("<spine>", '<spine><itemref idref="p1"/><itemref idref="p2"/>'),
    "OPS/图/一.png": png(60, 80),
    "OPS/图/二.png": png(80, 60),
    "OPS/文.xhtml": page("<h1>图说</h1><p>一只鸟。</p>"),
  });
  expect(reading.pictures).toHaveLength(2);
  const types = reading.articles.flatMap(({ article }) => article.body.map(({ type }) => type));
  expect(types).toEqual(["figure", "figure", "paragraph"]);
  expect(reading.warnings).toEqual([]);
});

test("elements that hold nothing may be closed apart, and nothing is lost by that", () => {
  const closed = page("<p>正文。<br></br>又一行。</p>").replace(
    "<head>",
    '<head><meta charset="utf-8"></meta><link rel="x"></link>',
  );
  expect(read({ "OPS/book.opf": makePackage(["一.xhtml"]), "OPS/一.xhtml": closed }).warnings).toEqual([]);
});
