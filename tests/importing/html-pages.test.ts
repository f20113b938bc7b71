/** Pages of sites: what is the article's, what the site's, and what goes into fields. */
import { describe, expect, test } from "vitest";
import { htmlReader } from "../../main/importing/html/html-reader.ts";
import { withOfficialDocuments } from "../../main/importing/official/official-documents.ts";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { onlyArticle, readWith } from "./read-text.ts";

const text = [
  "入汛以来，青石县已转移受威胁群众412人，累计投入抢险资金63.5万元，全县46座水库运行正常。",
  "县水利局要求各乡镇严格执行24小时值班制度，对病险水库、低洼地段和在建工程逐一排查。",
  "截至目前，全县共储备编织袋12万条、救生衣1800件，组建抢险队伍32支，随时可以出动。",
];
const paragraphs = text.map((line) => `<p>${line}</p>`).join("");
const links = ["首页", "概况", "新闻", "公开", "服务", "互动", "专题", "数据", "走进青石", "领导之窗"];
const menu = `<ul>${links.map((name) => `<li><a href="/${name}">${name}</a></li>`).join("")}</ul>`;
const imprint = "<p>主办单位：青石县人民政府办公室</p><p>版权所有 青石县人民政府</p><p>网站地图</p>";

function page(middle: string, { head = "<title>青石县防汛</title>", body = "<body>" } = {}): ImportedArticle {
  return onlyArticle(
    readWith(
      htmlReader,
      `<html><head>${head}</head>${body}${menu}<p>当前位置：首页</p>${middle}${imprint}</body></html>`,
    ),
  );
}

function textOf(article: ImportedArticle): string {
  return articleText(article).text;
}

describe("what a page hides", () => {
  test("is shown where it is the whole body, which waits for a script", () => {
    const article = page(`<h1>青石县防汛</h1><div class="article-content">${paragraphs}</div>`, {
      body: `<body style='visibility: hidden'>`,
    });
    expect(textOf(article)).toBe(["青石县防汛", ...text].join("\n"));
  });

  test("is shown where a publishing system marks it as the text, and no other", () => {
    const article = page(
      `<div id="zoom" style="display:none">${paragraphs}</div><div style="display:none">登录后查看</div>`,
    );
    expect(textOf(article)).toBe(["青石县防汛", ...text].join("\n"));
  });
});

describe("the words of the site", () => {
  test("over files that the article does not have go", () => {
    const article = page(
      `<div id="zoom">${paragraphs}</div><div><h3><span>相关附件：</span></h3><ul class="files"> </ul></div>`,
    );
    expect(textOf(article)).toBe(["青石县防汛", ...text].join("\n"));
  });

  test("over files that it has stay with them", () => {
    const article = page(
      `<div id="zoom">${paragraphs}</div><div><b>附件下载：</b><ul><li><a href="a.doc">物资表.doc</a></li></ul></div>`,
    );
    expect(textOf(article)).toBe(["青石县防汛", ...text, "附件下载：", "物资表.doc"].join("\n"));
  });
});

describe("who wrote it", () => {
  test("is not who put it on the site, nor an account's number", () => {
    const written = (author: string) =>
      page(`<div id="zoom">${paragraphs}</div><p>责任编辑：田野</p>`, {
        head: `<title>青石县防汛</title><meta name="author" content="${author}">`,
      }).byline;
    expect(["田野", "100001", "林晓禾"].map(written)).toEqual(["", "", "林晓禾"]);
  });
});

test("a source that is stated with its label goes without it", () => {
  const head = `<title>青石县防汛</title><meta name="source" content="来源：青石日报">`;
  expect(page(`<div id="zoom">${paragraphs}</div>`, { head }).publication).toBe("青石日报");
});

describe("the title", () => {
  test("is what stands in large letters where the page's own names the site", () => {
    const head = "<title>青石县水利局网站</title>";
    const article = page(`<p><font size="5">青石县防汛</font></p>${paragraphs.repeat(3)}`, { head });
    expect(article.title).toBe("青石县防汛");
    expect(textOf(article).match(/青石县防汛/g)).toHaveLength(1);
  });

  test("is the page's own where nothing else looks like one", () => {
    const head = "<title>青石县水利局网站</title>";
    expect(page(paragraphs.repeat(3), { head }).title).toBe("青石县水利局网站");
  });
});

test("a line below a picture that says who took it is its caption", () => {
  const article = page(
    `<div id="zoom"><p><img src="a.jpg"></p><p>抢险队员在坝上巡查。周平 摄</p>${paragraphs}</div>`,
  );
  expect(article.body[0]).toMatchObject({
    type: "figure",
    caption: [{ text: "抢险队员在坝上巡查。周平 摄" }],
  });
});

test("a document is official although the site names who put it there, and its date is that of publication", () => {
  const properties = [
    ["索引号", "QS-2021-7"],
    ["成文日期", "2021年6月1日"],
    ["发文字号", "青政发〔2021〕3号"],
    ["发布日期", "2021年6月4日"],
    ["责任部门", "县水利局"],
  ];
  const rows = properties.map(([label, value]) => `<tr><td>${label}：</td><td>${value}</td></tr>`).join("");
  const name = "青石县人民政府关于做好防汛工作的通知";
  const reading = readWith(
    htmlReader,
    `<title>${name}</title>${menu}<p>当前位置：首页</p><table>${rows}</table><div id="zoom"><p>${name}</p><p>青政发〔2021〕3号</p><p>各乡镇人民政府：</p>${paragraphs}<p>青石县人民政府</p><p>2021年6月1日</p></div><p>责任编辑：田野</p>${imprint}`,
  );
  const article = onlyArticle(withOfficialDocuments(reading, "文件.html", false));
  expect(article.issuedOn).toBe("2021-06-04");
  expect(article.official).toMatchObject({
    documentNumber: "青政发〔2021〕3号",
    addressees: "各乡镇人民政府",
    signature: "青石县人民政府",
    signedOn: "2021-06-01",
  });
});

test("as many terms and labels as a page may hold are read in time", () => {
  const article = onlyArticle(
    readWith(htmlReader, `<title>表</title><dl>${"<dt>名称：</dt><dd>堤</dd>".repeat(50_000)}</dl>`),
  );
  expect(article.body).toHaveLength(50_000);
});

describe("a page that is no more than half article", () => {
  const article = `<div class="post"><h1>青石县防汛</h1>${paragraphs.repeat(3)}</div>`;
  const remarks = `<li><p>网友第${"一二三四五六七八九十"}次说：这个消息很有用，我们村也要照着做，希望早点把河道也清一清。</p></li>`;

  test("is its article where the rest bears the name of comments", () => {
    expect(
      textOf(page(`${article}<div class="comments"><ul>${remarks.repeat(60)}</ul></div>`)),
    ).not.toContain("网友");
  });

  test("is kept whole where the rest may be anything", () => {
    expect(textOf(page(`${article}<div class="list"><ul>${remarks.repeat(60)}</ul></div>`))).toContain(
      "网友",
    );
  });
});

test("menus are left out however long the text is", () => {
  const many = Array.from({ length: 60 }, (_, index) => `<li><a href="/${index}">栏目${index}</a></li>`).join(
    "",
  );
  const reading = readWith(
    htmlReader,
    `<title>青石县防汛</title><ul>${many}</ul><div>${paragraphs.repeat(20)}</div>`,
  );
  expect(textOf(onlyArticle(reading))).not.toContain("栏目");
});

test("a link within a line is kept with it", () => {
  const line = `<p>[<a href="http://example.cn/1">注一</a>]</p>`;
  expect(textOf(page(`<div>${paragraphs.repeat(3)}${line}${paragraphs.repeat(3)}</div>`))).toContain(
    "[注一]",
  );
});

describe("the names of article and author", () => {
  const marked = (head: string, line = "") =>
    page(`<h1>青石县<b>防汛</b></h1>${line}<div id="zoom">${paragraphs}</div>`, { head });

  test("are what the page tells others, without its site", () => {
    const head =
      '<title>首页</title><meta property="og:title" content="青石防汛要闻 | 青石网"><meta property="og:site_name" content="青石网">';
    expect(marked(head).title).toBe("青石防汛要闻");
  });

  test("are the author's who is marked as such, if there is one", () => {
    const head = "<title>青石县防汛</title>";
    const name = (text: string) => `<p><span class="author">${text}</span></p>`;
    expect(marked(head, name("作者：林晓禾")).byline).toBe("林晓禾");
    expect(marked(head, name("林晓禾") + name("周平")).byline).toBe("");
  });
});

test("a line of as many breaks as a page may hold is read in time", () => {
  const reading = readWith(htmlReader, `<title>青石县政府网</title><h1>${"标<br>".repeat(60_000)}</h1>`);
  const article = onlyArticle(withOfficialDocuments(reading, "文件.html", false));
  expect(textOf(article).match(/标/g)).toHaveLength(60_000);
});

describe("a line of information", () => {
  test.each([
    ["【发布日期：2021-03-09】【来源：县政府办】【字体：大 中 小】", "县政府办"],
    ["来源：<a href=x>青石日报</a>　　2021年3月9日08:00", "青石日报"],
    ["2021-03-09 08:30 来源： 青石日报 打印", "青石日报"],
  ])("says source and date: %s", (line, publication) => {
    const article = page(`<h1>青石县防汛</h1><div>${line}</div><div id="zoom">${paragraphs}</div>`);
    expect(article).toMatchObject({ publication, issuedOn: "2021-03-09" });
  });
});

test("a newspaper's reporter is the author, whatever template names him", () => {
  const head = '<title>青石县防汛</title><meta name="reporter" content="青石报记者 林晓禾">';
  const article = page(`<h1>青石县防汛</h1><founder-content>${paragraphs}</founder-content>`, { head });
  expect(article.byline).toBe("青石报记者 林晓禾");
});

describe("where the article stands among other text", () => {
  const english =
    "The county moved more than four hundred people out of the valley before the dam was opened, and none of them was hurt.";
  const box = `<div class="box"><p>${"Subscribe to the weekly letter of the county, which tells what was decided and why. ".repeat(4)}</p></div>`;
  const many = Array.from({ length: 60 }, (_, index) => `<a href="/${index}">Topic ${index}</a>`).join(" ");

  test("a box of a few lines is not taken for it", () => {
    const aside = `<div id="main"><div class="post-content">${box}</div></div>`;
    const article = page(
      `${aside}<div><div class="sidebar-like">${`<p>${english}</p>`.repeat(8)}</div>${many}</div>`,
    );
    expect(textOf(article).match(/four hundred/g)).toHaveLength(8);
    expect(textOf(article)).not.toContain("Topic");
  });

  test("columns that are items of a list are no list", () => {
    const column = `<div><h2>青石县防汛</h2>${paragraphs.repeat(3)}</div>`;
    const article = page(
      `<ul><li>${column}</li><li class="side"><a href="/1">要闻</a><a href="/2">专题</a></li></ul>`,
    );
    expect(article.body.some(({ type }) => type === "list")).toBe(false);
    expect(textOf(article)).not.toContain("专题");
  });

  test("a list that is the article stays one", () => {
    const article = page(
      `<ul>${text
        .map((line) => `<li><p>${line}</p></li>`)
        .join("")
        .repeat(3)}</ul>`,
    );
    expect(article.body.find(({ type }) => type === "list")).toMatchObject({ items: { length: 9 } });
  });

  test("a line of dates, letter sizes and source is read and goes", () => {
    const article = page(
      `<div id="zoom"><p>2021-03-09 15:10:53 字号：A- A A+ 来源：青石日报</p><p>最后更新: 2021-03-09 15:14:21</p>${paragraphs}</div>`,
    );
    expect(article).toMatchObject({ publication: "青石日报", issuedOn: "2021-03-09" });
    expect(textOf(article)).not.toMatch(/字号|最后更新/);
  });
});

describe("a page with few links", () => {
  const words = "首页国际军事财经科技汽车娱乐博览教育体育旅游健康公益时尚数码智能社会评论视频专题台海滑雪";
  const link = (href: string, word: string) => `<a href="${href}">${word}</a>`;
  const short = Array.from({ length: 22 }, (_, index) => words.slice(2 * index, 2 * index + 2));
  const long = paragraphs.repeat(8);
  const read = (middle: string) =>
    onlyArticle(readWith(htmlReader, `<title>青石县防汛</title><body>${middle}</body>`));

  test("has a menu where each is a word", () => {
    const menu = `<div class="top"><ul>${short.map((word, index) => `<li>${link(`/${index}`, word)}</li>`).join("")}</ul></div>`;
    expect(textOf(read(`${menu}<div>${long}</div>`))).not.toContain("军事");
  });

  test("has none where they lead to places in it", () => {
    const contents = short.map((word, index) => `<li>${link(`#part${index}`, word)}</li>`).join("");
    expect(textOf(read(`<div class="menu"><ul>${contents}</ul></div><div>${long}</div>`))).toContain("军事");
  });

  test("is taken apart where a system marks its text, and that is most of it", () => {
    const menu = Array.from({ length: 10 }, (_, index) => link(`/${index}`, "政务")).join(" ");
    const around = (text: string, rest = "") =>
      textOf(read(`<div>${menu}</div><p>您所在的位置：首页</p><div id="zoom">${text}</div>${rest}`));
    expect(around(long)).not.toContain("政务");
    expect(around(paragraphs, long.repeat(2))).toContain("政务");
  });
});

test("a title below a picture that stands over the text is said once", () => {
  const article = page(`<div id="zoom"><p><img src="没有.png"></p><p>青石县防汛</p>${paragraphs}</div>`);
  expect(textOf(article).match(/青石县防汛/g)).toHaveLength(1);
  expect(article.body[0]?.type).toBe("figure");
});

test("a page that is read whole says where it came from in its first lines", () => {
  const article = onlyArticle(
    readWith(
      htmlReader,
      `<title>青石县防汛</title><p>发布时间：2021-03-09 来源于：青石日报</p>${paragraphs}`,
    ),
  );
  expect(article).toMatchObject({ publication: "青石日报", issuedOn: "2021-03-09" });
});

describe("the language", () => {
  const languageOf = (title: string, body: string, lang = "") =>
    onlyArticle(
      readWith(
        htmlReader,
        `<html${lang === "" ? "" : ` lang="${lang}"`}><head><title>${title}</title></head><body><p>${body}</p></body></html>`,
      ),
    ).language;
  const english =
    "The ferry to the islands runs through the winter, and the fares for children are as they were in the spring.";
  const german =
    "Die Fähre zu den Inseln fährt im Winter, und die Preise für Kinder bleiben, wie sie im Frühling waren.";
  const japanese =
    "離島へのフェリーは冬の間も運航され、こどもの運賃は春と同じままになると港湾当局が月曜日に発表しました。";

  test("is seen by the letters where a page declares none", () => {
    expect([
      languageOf("The winter ferry", english),
      languageOf("Die Fähre im Winter", german),
      languageOf("冬のフェリー", japanese),
      languageOf("青石县防汛", text.join("")),
      languageOf("NOTICE 2024-3", text.join("")),
    ]).toEqual(["en", "und", "ja", "zh-CN", "zh-CN"]);
  });

  test("is the reader's own where there are too few letters to tell", () => {
    expect(languageOf("Index", "No. 12")).toBe("zh-CN");
  });

  test("is the declared one, but for a page in Chinese of a foreign template", () => {
    expect([languageOf("Die Fähre", german, "de"), languageOf("青石县防汛", text.join(""), "en")]).toEqual([
      "de",
      "zh-CN",
    ]);
  });
});
