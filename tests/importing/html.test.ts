import { describe, expect, test } from "vitest";
import type { FilesBeside } from "../../main/importing/format.ts";
import { htmlReader } from "../../main/importing/html/html-reader.ts";
import type { Block, ImportedArticle } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { heading, onlyArticle, paragraph, readWith } from "./read-text.ts";
import { gif1x1, png, svg200x100 } from "./sample-pictures.ts";

function articleOf(html: string, beside?: FilesBeside): ImportedArticle {
  return onlyArticle(readWith(htmlReader, html, beside));
}

function bodyOf(html: string, beside?: FilesBeside): readonly Block[] {
  return articleOf(`<title>题</title>${html}`, beside).body;
}

test("a paragraph of more runs than one call takes arguments is read whole", () => {
  const [marks] = bodyOf(`<p>${"粗<b>细</b>".repeat(100_000)}</p>`);
  expect(marks?.type === "paragraph" && marks.content.length).toBe(200_000);
});

describe("the title", () => {
  test("is the only h1, which then stands in the body no more", () => {
    const article = articleOf(
      "<title>春耕开始_某县政府网</title><h1> 春\n耕<br>开始 </h1><p>正文。</p><h2>一、部署</h2>",
    );
    expect(article.title).toBe("春耕 开始");
    expect(article.body).toEqual([paragraph("正文。"), heading(2, "一、部署")]);
  });

  test("is the page's own where the h1 says something else, which stays a heading", () => {
    const article = articleOf("<title>关于春耕的通知</title><h1>某县政府网</h1><p>正文。</p>");
    expect(article.title).toBe("关于春耕的通知");
    expect(article.body).toEqual([heading(1, "某县政府网"), paragraph("正文。")]);
  });

  test("is the h1 where the page bears only a program's default", () => {
    expect(articleOf("<title>无标题文档</title><h1>春耕</h1><p>正文。</p>").title).toBe("春耕");
  });

  test("is not repeated by a first paragraph that says the same", () => {
    expect(articleOf("<title>春耕</title><p>春耕</p><p>正文。</p>").body).toEqual([paragraph("正文。")]);
  });

  test("is the first heading, or else the file's name", () => {
    expect(articleOf("<h2>春耕</h2><p>正文。</p>").title).toBe("春耕");
    expect(articleOf("<p>正文。</p>").title).toBe("文件");
  });
});

describe("white space", () => {
  test("is collapsed, and wrapped Han lines join without a space", () => {
    expect(bodyOf("<p>全县春耕\n   现场会，\n召开  了。\nThe end\nof it. </p>")).toEqual([
      paragraph("全县春耕现场会，召开 了。 The end of it."),
    ]);
    expect(bodyOf("<p>全县<b>春耕</b>\n<i>现场会</i></p>")).toEqual([
      {
        type: "paragraph",
        content: [
          { type: "text", text: "全县" },
          { type: "text", text: "春耕", marks: ["strong"] },
          { type: "text", text: "现场会", marks: ["emphasis"] },
        ],
      },
    ]);
  });

  test("made by hand as an indent goes", () => {
    expect(bodyOf("<p>　　第一段。</p><p>&nbsp;&nbsp;&nbsp;&nbsp;第二段。　</p>")).toEqual([
      paragraph("第一段。"),
      paragraph("第二段。"),
    ]);
  });

  test("parts paragraphs that only line breaks part", () => {
    expect(bodyOf("一。<br>　　二。<br><br>三。<br>四。")).toEqual([
      paragraph("一。"),
      paragraph("二。"),
      {
        type: "paragraph",
        content: [{ type: "text", text: "三。" }, { type: "line-break" }, { type: "text", text: "四。" }],
      },
    ]);
  });

  test("stays as it is in pre", () => {
    expect(bodyOf("<pre>\n  甲  乙\n\t丙\n</pre>")).toEqual([
      { type: "preformatted", content: [{ type: "text", text: "  甲  乙\n\t丙" }] },
    ]);
  });
});

describe("structure", () => {
  test("keeps nested lists, also where the inner one stands beside its item", () => {
    const inner = { type: "list", ordered: false, start: 1, items: [[paragraph("甲一")]] } as const;
    const expected = {
      type: "list",
      ordered: true,
      start: 3,
      items: [[paragraph("甲"), inner], [paragraph("乙")]],
    };
    expect(bodyOf("<ol start=3><li>甲<ul><li>甲一</ul><li><p>乙</ol>")).toEqual([expected]);
    expect(bodyOf("<ol start=3><li>甲</li><ul><li>甲一</ul><li>乙</ol>")).toEqual([expected]);
  });

  test("keeps merged and header cells of tables, spans within their section", () => {
    const html =
      "<table><caption>收入</caption><thead><tr><th colspan=2>项目<tbody>" +
      "<tr><td rowspan=9>税收<td>100<tr><td>200</table>";
    const cell = (text: string, header = false, columns = 1, rows = 1) => ({
      ...{ header, columns, rows },
      blocks: [paragraph(text)],
    });
    expect(bodyOf(html)).toEqual([
      paragraph("收入"),
      {
        type: "table",
        rows: [[cell("项目", true, 2)], [cell("税收", false, 1, 2), cell("100")], [cell("200")]],
      },
    ]);
  });

  test("dissolves tables that only place the page", () => {
    const inner = "<table><tr><td>甲<td>乙</table>";
    expect(bodyOf(`<table><tr><td>左栏<td>${inner}</table>`)).toEqual([
      paragraph("左栏"),
      expect.objectContaining({ type: "table" }),
    ]);
    expect(bodyOf("<table><tr><td><p>一。<p>二。</table>")).toEqual([paragraph("一。"), paragraph("二。")]);
  });

  test("keeps quotes, dividers, definition lists and marks", () => {
    expect(bodyOf("<blockquote><p>引文。</blockquote><hr><dl><dt>春耕<dd>春天的耕作。</dl>")).toEqual([
      { type: "quote", blocks: [paragraph("引文。")] },
      { type: "divider" },
      { type: "paragraph", content: [{ type: "text", text: "春耕", marks: ["strong"] }] },
      paragraph("春天的耕作。"),
    ]);
    expect(bodyOf("<p>x<sup>2</sup>y<sub>1</sub><u>z</u><s>w</s><code>c</code></p>")).toEqual([
      {
        type: "paragraph",
        content: [
          { type: "text", text: "x" },
          ...(["sup", "sub", "underline", "strike", "code"] as const)
            .map((mark, index) => ({
              ...{ type: "text", text: "21zwc".charAt(index), marks: [mark] },
            }))
            .flatMap((inline, index) => (index === 1 ? [{ type: "text", text: "y" }, inline] : [inline])),
        ],
      },
    ]);
  });

  test("keeps ruby with each reading over its own base", () => {
    expect(bodyOf("<p><ruby>春<rp>(</rp><rt>chūn</rt><rp>)</rp>耕<rt>gēng</rt></ruby>。</p>")).toEqual([
      {
        type: "paragraph",
        content: [
          { type: "ruby", base: "春", annotation: "chūn" },
          { type: "ruby", base: "耕", annotation: "gēng" },
          { type: "text", text: "。" },
        ],
      },
    ]);
  });

  test("keeps addresses of web and mail links as text, and no other", () => {
    expect(bodyOf('<p><a href="https://例子.cn/a b">网站</a>、<a href=" java\nscript:x()">点</a>')).toEqual([
      {
        type: "paragraph",
        content: [
          { type: "link", href: "https://例子.cn/ab", content: [{ type: "text", text: "网站" }] },
          { type: "text", text: "、点" },
        ],
      },
    ]);
  });

  test("comes as plain text where the nesting is nobody's writing, without overflowing", () => {
    const depth = 20_000;
    const deep = `${"<div>".repeat(depth)}深处的文字${"</div>".repeat(depth)}`;
    expect(articleText(articleOf(`<title>题</title>${deep}`)).text).toBe("题\n深处的文字");
    const quotes = articleOf(
      `<title>题</title>${"<blockquote>".repeat(50)}引文${"</blockquote>".repeat(50)}`,
    );
    expect(JSON.stringify(quotes.body).match(/"quote"/g)).toHaveLength(10);
    expect(articleText(quotes).text).toBe("题\n引文");
  });

  test("survives XHTML that closes raw elements at once", () => {
    const html =
      '<?xml version="1.0"?><html><head><title/><script src="a.js"/></head><body><iframe src="x"/><p>正文。</p></body></html>';
    expect(articleOf(html).body).toEqual([paragraph("正文。")]);
  });
});

describe("pictures", () => {
  const picture = png(120, 80);
  const beside: FilesBeside = (name) => (name === "图/一.png" ? { bytes: picture } : { refused: "missing" });

  test("beside the file become figures with their captions", () => {
    const html =
      '<title>题</title><figure><img src="图/一.png" alt="春耕"><figcaption>春耕<b>现场</b></figcaption></figure>';
    const reading = readWith(htmlReader, html, beside);
    const [stored] = reading.pictures;
    expect(stored).toMatchObject({ mediaType: "image/png", width: 120, height: 80, bytes: picture });
    expect(onlyArticle(reading).body).toEqual([
      {
        type: "figure",
        image: stored?.sha256,
        alt: "春耕",
        caption: [
          { type: "text", text: "春耕" },
          { type: "text", text: "现场", marks: ["strong"] },
        ],
      },
    ]);
    expect(reading.warnings).toEqual([]);
  });

  test("at the edge of a paragraph stand apart from its text, small ones within it", () => {
    expect(bodyOf('<p><img src="图/一.png"><br>说明文字</p>', beside)).toEqual([
      expect.objectContaining({ type: "figure", image: expect.any(String) }),
      paragraph("说明文字"),
    ]);
    const icon = `data:image/png;base64,${png(16, 16).toString("base64")}`;
    expect(bodyOf(`<p>字<img src="${icon}" alt="㐅">字</p>`)).toEqual([
      {
        type: "paragraph",
        content: [
          { type: "text", text: "字" },
          { type: "image", image: expect.any(String), alt: "㐅" },
          { type: "text", text: "字" },
        ],
      },
    ]);
  });

  test("in data: URIs, base64 or percent-encoded, are taken by their content, not their label", () => {
    const base64 = `data:text/html;base64,${svg200x100.toString("base64")}`;
    const percent = `data:image/svg+xml,${encodeURIComponent(svg200x100.toString())}`;
    const reading = readWith(htmlReader, `<img src="${base64}"><img src="${percent}">`);
    expect(reading.pictures).toHaveLength(1);
    expect(reading.pictures[0]).toMatchObject({ mediaType: "image/svg+xml", width: 200, height: 100 });
    expect(onlyArticle(reading).body).toHaveLength(2);
  });

  test("that are missing, broken or elsewhere are shown as missing, with one warning for each reason", () => {
    const html = `<img src="没有.png"><img src="data:image/png;base64,AAAA">
      <img src="http://example.com/a.png"><img src="//example.com/b.png"><img src="/c.png"><p>正文。</p>`;
    const reading = readWith(htmlReader, html);
    const missing = { type: "figure", image: null, caption: [], alt: "" };
    expect(onlyArticle(reading).body).toEqual([
      missing,
      missing,
      missing,
      missing,
      missing,
      paragraph("正文。"),
    ]);
    expect(reading.warnings).toEqual([
      { code: "warning.missing-picture", parameters: { name: "没有.png", count: 1 } },
      { code: "warning.broken-picture", parameters: { name: "data:", count: 1 } },
      { code: "warning.remote-pictures", parameters: { name: "http://example.com/a.png", count: 3 } },
    ]);
  });

  test.each([
    ["an attribute for scripts", '<img src="/loading.gif" data-original="图/一.png">'],
    ["an attribute alone", '<img data-lazy-src="图/一.png">'],
    [
      "an attribute over a drawing that holds its place",
      '<img src="data:image/svg+xml,x" data-src="图/一.png">',
    ],
    ["a set of sizes", '<img srcset="没有.png 320w, 图/一.png 640w">'],
    ["sources beside it", '<picture><source srcset="图/一.png 1x, 没有.png 2x"><img></picture>'],
    [
      "what is meant for no scripts",
      '<img src="data:image/svg+xml,x"> <noscript><img src="图/一.png"></noscript>',
    ],
    [
      "the same before it",
      '<div></div><noscript><p><img src="图/一.png"></p></noscript><img src="/loading.gif">',
    ],
    ["the same alone", '<div class="lazy"></div><noscript><img src="图/一.png"></noscript>'],
    ["the src where the other is gone", '<img src="图/一.png" data-src="http://example.com/a.png">'],
  ])("are found in %s", (_where, html) => {
    const reading = readWith(htmlReader, `<title>题</title>${html}`, beside);
    expect(reading.pictures).toHaveLength(1);
    expect(onlyArticle(reading).body).toMatchObject([{ type: "figure", image: reading.pictures[0]?.sha256 }]);
    expect(reading.warnings).toEqual([]);
  });

  test("for no scripts are none where they lie elsewhere, or words stand with them", () => {
    const html = `<p>正文。</p><noscript><img src="http://example.com/count"></noscript><noscript>请启用脚本<img src="图/一.png"></noscript>`;
    const reading = readWith(htmlReader, html, beside);
    expect(onlyArticle(reading).body).toEqual([paragraph("正文。")]);
    expect(reading.warnings).toEqual([]);
  });

  test("of a pixel or two are no pictures", () => {
    const counter = `data:image/gif;base64,${gif1x1.toString("base64")}`;
    const reading = readWith(
      htmlReader,
      `<p>正文。<img src="${counter}"><img width=1 height=1 src="http://example.com/count"></p>`,
    );
    expect(reading.pictures).toEqual([]);
    expect(onlyArticle(reading).body).toEqual([paragraph("正文。")]);
    expect(reading.warnings).toEqual([]);
  });
});

test("language is the page's own where it states one", () => {
  expect(articleOf("<html lang=en><p>Text").language).toBe("en");
  expect(articleOf('<html lang="x<y"><p>字').language).toBe("zh-CN");
});

test("the declared encoding is found behind a long script", () => {
  const script = `<script>${"var a = 1;\n".repeat(1000)}</script>`;
  const page = Buffer.from(`${script}<meta charset="koi8-r"><title>x</title><p>`);
  const article = onlyArticle(readWith(htmlReader, Buffer.concat([page, Buffer.from("edf9e1", "hex")])));
  expect(articleText(article).text).toContain("МЫА");
});

test("damaged text is kept with a warning", () => {
  const bytes = Buffer.concat([
    Buffer.from("<p>前文全部保留"),
    Buffer.from([0xff]),
    Buffer.from("后文也全部保留</p>"),
  ]);
  const reading = readWith(htmlReader, bytes);
  expect(onlyArticle(reading).body).toEqual([paragraph("前文全部保留\uFFFD后文也全部保留")]);
  expect(reading.warnings).toEqual([
    { code: "warning.damaged-text", parameters: { count: 1, encoding: "UTF-8" } },
  ]);
});
