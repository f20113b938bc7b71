/** The title of a page whose own title has the names of its site and section around it, and each thing said once. */
import { describe, expect, test } from "vitest";
import { htmlReader } from "../../main/importing/html/html-reader.ts";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { onlyArticle, readWith } from "./read-text.ts";

const text = [
  "入汛以来，青石县已转移受威胁群众412人，累计投入抢险资金63.5万元，全县46座水库运行正常。",
  "县水利局要求各乡镇严格执行24小时值班制度，对病险水库、低洼地段和在建工程逐一排查。",
];
const paragraphs = text.map((line) => `<p>${line}</p>`).join("");
const name = "青石县部署防汛工作";

function read(html: string): ImportedArticle {
  return onlyArticle(readWith(htmlReader, html));
}

function textOf(article: ImportedArticle): string {
  return articleText(article).text;
}

function titleOf(title: string, body = paragraphs): string {
  return read(`<title>${title}</title><body>${body}</body>`).title;
}

describe("names behind a title go", () => {
  test.each([
    ["a site's, which says so itself", `${name}_青石新闻网`],
    ["a section's with it", `${name}-汛情频道-青石县人民政府门户网站`],
    ["a newspaper's", `${name} - 青石日报`],
    ["a network's or an office's behind an underscore", `${name}_东山网`],
    ["both behind underscores", `${name}_青石县水利局`],
  ])("%s", (_, title) => {
    expect(titleOf(title)).toBe(name);
  });

  test.each([
    ["the link to the site's first page", `<a href="http://www.example.cn/">东山网</a>`],
    ["its picture", `<a href="/"><img src="logo.png" alt="东山网"></a>`],
    ["what meta call the site", `<meta property="og:site_name" content="东山网">`],
  ])("where %s says that it is the site's", (_, evidence) => {
    expect(titleOf(`${name}—东山网`, `${evidence}${paragraphs}`)).toBe(name);
    expect(titleOf(`${name}—东山网`)).toBe(`${name}—东山网`);
  });

  test("where the imprint says whose site it is", () => {
    const title = `${name} - 青石县人民政府`;
    expect(titleOf(title, `${paragraphs}<p>主办：青石县人民政府办公室</p>`)).toBe(name);
    expect(titleOf(title)).toBe(title);
  });

  test("with the sections that the path names", () => {
    const path = `<p><a href="/">东山网</a> &gt; <a href="/yw/">要闻</a></p>`;
    expect(titleOf(`${name}-要闻-东山网`, `${path}${paragraphs}`)).toBe(name);
    expect(titleOf(`${name}-要闻`, `${path}${paragraphs}`)).toBe(`${name}-要闻`);
  });

  test("whatever they are where the first line says the title alone", () => {
    const article = read(`<title>${name} - 汛情快递</title><body><p>${name}</p>${paragraphs}</body>`);
    expect(textOf(article)).toBe([name, ...text].join("\n"));
  });
});

describe("a name before a title goes", () => {
  test("where it is surely a site's", () => {
    expect(titleOf(`青石县水利局网站-${name}`)).toBe(name);
    expect(titleOf(`青石日报_${name}`)).toBe(name);
  });

  test("where a hyphen follows a newspaper's, once the page says that it is its own", () => {
    const title = `青石日报-${name}`;
    expect(titleOf(title)).toBe(title);
    expect(titleOf(title, `${paragraphs}<p>版权所有 青石日报社</p>`)).toBe(name);
  });
});

describe("a title keeps", () => {
  test.each([
    "乡村振兴——青石县的实践",
    "中国-东盟博览会在青石开幕",
    "聚焦两会|织密民生保障网",
    "COVID-19防控方案",
    "汛情通报_第3期",
    "青石日报-海外版创刊四十周年",
  ])("its own dashes: %s", (title) => {
    expect(titleOf(title, `${paragraphs}<p>版权所有 中国青石网</p>`)).toBe(title);
  });

  test("its second line, where the text has both", () => {
    const title = "奋进之路——青石县发展纪实";
    expect(titleOf(title, `<p>奋进之路</p><p>——青石县发展纪实</p>${paragraphs}`)).toBe(title);
  });
});

test("where a page's title names its section alone, the heading over the text is the title", () => {
  const menu = Array.from({ length: 30 }, (_, index) => `<a href="/${index}">栏目${index}</a>`).join(" ");
  const article = read(
    `<title>新闻动态--青石县水利学会官网</title><body>${menu}<h3>首页 - 新闻动态</h3><div><h5>${name}</h5><p>发布时间：2021-03-09</p>${paragraphs.repeat(4)}</div></body>`,
  );
  expect(article.title).toBe(name);
});

describe("the source", () => {
  const from = (source: string, head = "", line = "") =>
    read(
      `<title>${name}</title><meta name="ContentSource" content="${source}">${head}<body><div class="TRS_Editor">${paragraphs}</div>${line}<p>网站地图</p><p>版权所有</p></body>`,
    ).publication;
  const site = `<meta name="SiteName" content="青石县人民政府网">`;

  test("is the site where it is called this site, or nothing where that has no name", () => {
    for (const own of ["本网", "本站", "原创", "本站原创", "来源：本网"]) {
      expect([own, from(own, site), from(own)]).toEqual([own, "青石县人民政府网", ""]);
    }
  });

  test("is the office of this site that wrote it", () => {
    expect(from("本网青石县水利局", site)).toBe("青石县水利局");
  });

  test("is what the page shows rather than the site's name", () => {
    expect(from("", site, "<p>来源：青石日报</p>")).toBe("青石日报");
  });

  test("ends where the author begins", () => {
    expect(from("", "", "<p>来源：青石日报作者：林晓禾</p>")).toBe("青石日报");
  });
});

test("nobody is no author", () => {
  const by = (author: string) =>
    read(`<title>${name}</title><meta name="author" content="${author}">${paragraphs}`).byline;
  expect(["佚名", "未知", "admin", "name, x@example.cn", "林晓禾"].map(by)).toEqual([
    "",
    "",
    "",
    "",
    "林晓禾",
  ]);
});

describe("a title that the text says again", () => {
  const title = "青石县人民政府关于做好防汛工作的通知";
  const properties =
    "<ul><li>统一编号：QS2021</li><li>文号：青政发〔2021〕3号</li><li>发布机关：青石县人民政府</li><li>实施日期：2021年6月1日</li></ul>";
  const page = (again: string) =>
    textOf(
      read(
        `<title>${title} - 青石县人民政府网站</title><body><p>当前位置：首页</p>${properties}<h1>${title}</h1><div id="zoom"><p>青政发〔2021〕3号</p>${again}<p>各乡镇人民政府：</p>${paragraphs.repeat(2)}</div><p>网站地图</p><p>版权所有</p></body>`,
      ),
    );

  test("below its properties and number stands there once", () => {
    expect(page(`<p><b>${title}</b></p>`).match(/关于做好防汛工作/g)).toHaveLength(1);
  });

  test("in two lines stands there once", () => {
    const again = page("<p>青石县人民政府</p><p>关于做好防汛工作的通知</p>");
    expect(again.match(/青石县人民政府/g)).toEqual(page("").match(/青石县人民政府/g));
    expect(again.match(/关于做好防汛工作/g)).toHaveLength(1);
  });

  test("stays where it goes on in another way", () => {
    expect(page("<p>青石县人民政府</p><p>关于做好抗旱工作的通知</p>")).toContain("抗旱");
  });
});
