import { describe, expect, it } from "vitest";
import { type Article, type Block, emptyArticle } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import type { ArticleModel } from "../../renderer/reading/article-model.ts";
import { copiedHtml } from "../../renderer/reading/copied-html.ts";

function opened(body: readonly Block[]) {
  const article = { ...emptyArticle(), title: "简报", body } as unknown as Article;
  const text = articleText(article);
  const model: ArticleModel = {
    text,
    shown: (start, end) => text.text.slice(start, end),
    parts: [],
    footnotes: [],
    topHeading: 2,
    characters: 0,
  };
  const html = (from: string, to: string, behind = "") =>
    copiedHtml(
      article,
      model,
      { start: text.text.indexOf(from), end: text.text.indexOf(to) + to.length },
      behind,
    );
  return html;
}

const paragraph = (text: string): Block => ({ type: "paragraph", content: [{ type: "text", text }] });

describe("A copied passage as HTML", () => {
  it("is a run of text within one paragraph, and a paragraph where all of it is meant", () => {
    const html = opened([paragraph("灌溉面积三千亩。")]);
    expect(html("灌溉", "面积")).toBe("灌溉面积");
    expect(html("灌溉", "三千亩。")).toBe("<p>灌溉面积三千亩。</p>");
  });

  it("keeps what changes the meaning and drops what is only looks", () => {
    const html = opened([
      {
        type: "paragraph",
        content: [
          { type: "text", text: "约3000m" },
          { type: "text", text: "2", marks: ["sup"] },
          { type: "text", text: "，", marks: ["strong"] },
          { type: "link", href: "https://example.org/", content: [{ type: "text", text: "见通报" }] },
        ],
      },
    ]);
    expect(html("约3000m", "见通报")).toBe("<p>约3000m<sup>2</sup>，见通报</p>");
  });

  it("writes what the text says, never what it could do", () => {
    const html = opened([paragraph('<img src=x onerror="alert(1)"> & 完')]);
    expect(html("<img", "完")).toBe('<p>&lt;img src=x onerror="alert(1)"&gt; &amp; 完</p>');
  });

  it("keeps lists and the rows of a table that are touched, and headings at their level", () => {
    const cell = (text: string, header = false) => ({
      header,
      columns: 1,
      rows: 1,
      blocks: [paragraph(text)],
    });
    const html = opened([
      { type: "heading", level: 2, content: [{ type: "text", text: "一、储备" }] },
      { type: "list", ordered: false, start: 1, items: [[paragraph("种子")], [paragraph("化肥")]] },
      {
        type: "table",
        rows: [
          [cell("乡镇", true), cell("数量", true)],
          [cell("东风乡"), cell("420")],
          [cell("西山乡"), cell("380")],
        ],
      },
    ] as readonly Block[]);
    expect(html("一、储备", "420")).toBe(
      "<h2>一、储备</h2><ul><li>种子</li><li>化肥</li></ul>" +
        "<table><tr><th>乡镇</th><th>数量</th></tr><tr><td>东风乡</td><td>420</td></tr></table>",
    );
  });

  it("ends with the citation in the last paragraph, or in one of its own behind a list", () => {
    const html = opened([
      paragraph("储备充足。"),
      { type: "list", ordered: true, start: 1, items: [[paragraph("种子")]] },
    ] as readonly Block[]);
    expect(html("储备", "充足。", "（《简报》）")).toBe("<p>储备充足。（《简报》）</p>");
    expect(html("储备", "种子", "（《简报》）")).toBe(
      "<p>储备充足。</p><ol><li>种子</li></ol><p>（《简报》）</p>",
    );
  });
});
