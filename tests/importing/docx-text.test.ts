/** The text of Word documents: what programs write in less usual ways comes out as it is shown. */
import { expect, test } from "vitest";
import { docxReader } from "../../main/importing/docx/docx-reader.ts";
import { articleText } from "../../preload/model/article-text.ts";
import type { DocxParts } from "./make-docx.ts";
import { makeDocx, p, r } from "./make-docx.ts";
import { onlyArticle, readWith } from "./read-text.ts";

const textOf = (parts: DocxParts) =>
  articleText(onlyArticle(readWith(docxReader, makeDocx(parts), undefined, "文件.docx"))).text;

test("a no-break space is one, in a document that has no other sign beyond ASCII", () => {
  expect(textOf({ body: p("in 3GPP\u00A0TS\u00A029.582 it\u00A0is") })).toContain("3GPP\u00A0TS\u00A029.582");
});

test("of several bodies one after another all come", () => {
  expect(textOf({ body: `${p("前一个。")}</w:body><w:body>${p("后一个。")}` })).toBe(
    "文件\n前一个。\n后一个。",
  );
});

test("signs of symbol fonts are the characters they show, as symbols and among the text", () => {
  const symbol = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
  const typed = r("\uf0fe已办\uf0a8待办", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>');
  const body = `<w:p>${symbol("Symbol", "F0B3")}${symbol("Wingdings", "F081")}${symbol("Wingdings", "F0AB")}${typed}</w:p>`;
  expect(textOf({ body })).toBe("文件\n≥①★☑已办☐待办");
});

test("numbers count empty paragraphs, and go on in digits below a chapter in Chinese numerals", () => {
  const level = (index: number, format: string, text: string, more = "") =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, "chineseCounting", "第%1条")}` +
    `${level(1, "decimal", "%1.%2、", "<w:isLgl/>")}${level(2, "decimalEnclosedParen", "%3")}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  const at = (index: number) => `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="1"/></w:numPr>`;
  const body =
    p("目的。", at(0)) +
    `<w:p><w:pPr>${at(0)}</w:pPr></w:p>` +
    p("范围。", at(0)) +
    p("甲", at(1)) +
    p("乙", at(2));
  expect(textOf({ numbering, body })).toBe("文件\n第一条 目的。\n第三条 范围。\n3.1、甲\n⑴ 乙");
});

test("the words of a diagram stand below it", () => {
  const point = (words: string, type = "") =>
    `<dgm:pt${type === "" ? "" : ` type="${type}"`}><dgm:t><a:p><a:r><a:t>${words}</a:t></a:r></a:p></dgm:t></dgm:pt>`;
  const namespaces =
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
  const points =
    point("", "doc") + point("局长") + point("不显示", "pres") + point("办公室") + point("财务科", "asst");
  const drawing = `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds ${namespaces} r:dm="d"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  const text = textOf({
    pictures: { d: "diagrams/data1.xml" },
    files: {
      "word/diagrams/data1.xml": `<dgm:dataModel ${namespaces}><dgm:ptLst>${points}</dgm:ptLst></dgm:dataModel>`,
    },
    body: `${p("机构：")}<w:p>${drawing}</w:p>${p("后文。")}`,
  });
  expect(text).toBe("文件\n机构：\n局长\n办公室\n财务科\n后文。");
});

const eqField = (instruction: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

test.each([
  ["a reading above", String.raw`EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(dōng),东)`, "东"],
  ["a number in a circle", String.raw`eq \o\ac(○,8)`, "⑧"],
  ["a character in a circle", String.raw`eq \o\ac(○,秘)`, "○秘"],
  ["a fraction", String.raw`EQ \f(a+b,2)`, "(a+b)/2"],
  ["a root", String.raw`EQ \r(3,x)`, "3√x"],
  ["an exponent", String.raw`EQ x\s\up4(2)\s\do2(i)`, "x2i"],
  ["a sum", String.raw`EQ \i\su(1,n,k)`, "∑1nk"],
  ["brackets", String.raw`EQ \b\lc\{\rc\}(a)`, "{a}"],
  ["a list with a comma of its own", String.raw`EQ \l(甲\,乙,丙)`, "甲,乙,丙"],
  ["what is broken", String.raw`EQ \f(a`, "a/"],
])("an EQ field shows %s", (_what, instruction, expected) => {
  expect(textOf({ body: `<w:p>${r("前")}${eqField(instruction)}${r("后")}</w:p>` })).toBe(
    `文件\n前${expected}后`,
  );
});

test("what a style hides is not shown, unless its run is", () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="z"><w:name w:val="z-窗体顶端"/><w:rPr><w:vanish/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="y"><w:name w:val="又一个"/><w:basedOn w:val="z"/></w:style>' +
    '<w:style w:type="character" w:styleId="c"><w:name w:val="藏"/><w:rPr><w:vanish/></w:rPr></w:style>';
  const body =
    p("窗体顶端", '<w:pStyle w:val="z"/>') +
    `<w:p><w:pPr><w:pStyle w:val="y"/></w:pPr>${r("藏")}${r("现", '<w:vanish w:val="0"/>')}</w:p>` +
    `<w:p>${r("正文")}${r("藏", '<w:rStyle w:val="c"/>')}${r("。")}</w:p>`;
  expect(textOf({ styles, body })).toBe("文件\n现\n正文。");
});

test("a page or a column that ends within a paragraph ends it", () => {
  const ended = (kind: string) => `<w:p>${r("前页")}<w:r><w:br w:type="${kind}"/></w:r>${r("后页")}</w:p>`;
  expect(textOf({ body: ended("page") + ended("column") })).toBe("文件\n前页\n后页\n前页\n后页");
});

test("plain digits below 一、 and （一） are numbers of the text", () => {
  const level = (index: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const levels = level(0, "chineseCounting", "%1、") + level(1, "decimal", "%2.");
  const numbering = `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  const at = (index: number) => `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="1"/></w:numPr>`;
  const body = p("目标", at(0)) + p("乡镇", at(1)) + p("要加强领导。") + p("村", at(1));
  expect(textOf({ numbering, body })).toBe("文件\n一、目标\n1.乡镇\n要加强领导。\n2.村");
});

test("numbers stand in the style of lists that a list links to", () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="条"/></w:abstractNum>' +
    '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="条"/><w:lvl w:ilvl="0"><w:start w:val="1"/>' +
    '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  expect(textOf({ numbering, body: p("目的。", numbered) })).toBe("文件\n第一条 目的。");
});

test("Word's own headings have the level of their name, whatever a program wrote beside it", () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="章"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>';
  const heading = (text: string, style: string) => p(text, `<w:pStyle w:val="${style}"/>`);
  const body = heading("甲", "a") + p("文。") + heading("乙", "a") + heading("丙", "b") + p("文。");
  const article = onlyArticle(readWith(docxReader, makeDocx({ styles, body }), undefined, "文件.docx"));
  expect(article.body.flatMap((block) => (block.type === "heading" ? [block.level] : []))).toEqual([1, 1, 3]);
});

test("lines of one title are parted by a space in every script that writes spaces", () => {
  const styles = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>';
  const title = (text: string) => p(text, '<w:pStyle w:val="t"/>');
  const body = (one: string, other: string) => title(one) + title(other) + p("文。");
  expect(textOf({ styles, body: body("Республика", "Карелия") })).toBe("Республика Карелия\n文。");
  expect(textOf({ styles, body: body("示例县人民政府", "关于春耕的通知") })).toBe(
    "示例县人民政府关于春耕的通知\n文。",
  );
});

test("a heading may be as long as a name is, and is a paragraph where it is sentences", () => {
  const styles = '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 2"/></w:style>';
  const name = `第十三章　${"对文物保护单位的管理和利用以及".repeat(16)}`;
  const sentences = "各单位要认真落实。".repeat(30);
  const body = p(name, '<w:pStyle w:val="a"/>') + p(sentences, '<w:pStyle w:val="a"/>');
  const article = onlyArticle(readWith(docxReader, makeDocx({ styles, body }), undefined, "文件.docx"));
  expect(article.body.map(({ type }) => type)).toEqual(["heading", "paragraph"]);
});
