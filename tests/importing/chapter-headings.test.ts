/** 第一章, 第一节 in laws and regulations. */
import { expect, test } from "vitest";
import { htmlReader } from "../../main/importing/html/html-reader.ts";
import { withChapterHeadings } from "../../main/importing/official/chapters.ts";
import { heading, onlyArticle, paragraph, readWith } from "./read-text.ts";

test("chapters with text below them are headings, their sections one level lower", () => {
  const lines = ["第一章　总则", "第一条　为了规范。", "第二章 登记事项", "第一节 一般规定", "第二条　……。"];
  expect(withChapterHeadings(lines.map(paragraph))).toEqual([
    heading(1, "第一章　总则"),
    paragraph("第一条　为了规范。"),
    heading(1, "第二章 登记事项"),
    heading(2, "第一节 一般规定"),
    paragraph("第二条　……。"),
  ]);
});

test("a table of contents, a sentence about a chapter and a line alone stay text", () => {
  const contents = ["目录", "第一章 总则", "第一节 甲", "第二节 乙", "第二章 附则", "正文。"].map(paragraph);
  expect(withChapterHeadings(contents)).toEqual(contents);
  const sentences = ["第一章规定了总的原则。", "文。", "第二章说明了怎样登记，", "文。"].map(paragraph);
  expect(withChapterHeadings(sentences)).toEqual(sentences);
  const alone = ["第一章 总则", "文。"].map(paragraph);
  expect(withChapterHeadings(alone)).toEqual(alone);
  const atEnd = ["第一章 总则", "文。", "第二章 附则"].map(paragraph);
  expect(withChapterHeadings(atEnd)).toEqual(atEnd);
});

test("the first chapter is a heading though the table of contents stands straight upon it", () => {
  const contents = ["第一章 总则", "第一节 甲", "第二章 附则"].map(paragraph);
  const text = [heading(1, "第一章　总则"), heading(2, "第一节　甲"), paragraph("第一条　文。")];
  const end = [heading(1, "第二章　附则"), paragraph("第二条　文。")];
  const lines = ["第一章　总则", "第一节　甲", "第一条　文。", "第二章　附则", "第二条　文。"].map(paragraph);
  expect(withChapterHeadings([...contents, ...lines])).toEqual([...contents, ...text, ...end]);
});

test("a page of a regulation whose chapters are bold paragraphs has them as headings", () => {
  const page =
    "<title>示例条例</title><body><p><strong>第一章　总则</strong></p><p>第一条　文。</p><p><strong>第二章　附则</strong></p><p>第二条　文。</p>";
  const { body } = onlyArticle(readWith(htmlReader, page));
  expect(body.map(({ type }) => type)).toEqual(["heading", "paragraph", "heading", "paragraph"]);
});
