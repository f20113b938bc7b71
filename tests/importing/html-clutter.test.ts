/** Articles between menus, teasers and footers that no publishing system marks: what is taken out, and what stays whole. */
import { describe, expect, test } from "vitest";
import { htmlReader } from "../../main/importing/html/html-reader.ts";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { onlyArticle, readWith } from "./read-text.ts";

const title = "Ferry to the islands runs through the winter";
const text = [
  "The ferry from Northpoint to the outer islands will run through the winter for the first time, the harbour board said on Monday.",
  "Until now the boats were laid up from November to March, and islanders had to wait for the mail plane when the weather allowed it.",
  "Two boats have been fitted with heated decks, and the crossing will take ninety minutes instead of seventy, the board said.",
  "Fares stay as they are. Schoolchildren and patients travel free, as they have done since the service began in the spring.",
  "A third boat is to follow in two years, when the new pier on the largest of the islands has been built and paid for.",
];
const notice =
  "The harbour office is closed on Friday afternoon. Tickets are sold aboard all boats on that day, " +
  "and at the kiosk beside the old lighthouse, which stays open until the last boat has left the harbour. On Saturday the office opens an hour later than usual.";
const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join("\n");
const links = (names: readonly string[]) =>
  `<ul>${names.map((name) => `<li><a href="/${name}">${name}</a></li>`).join("")}</ul>`;
const menu = `<div class="main-menu">${links(["Home", "News", "Sport", "Weather", "Letters"])}</div>`;
const footer = `<div class="page-footer"><p>The Northpoint Herald, 4 Quay Street</p>${links(["Contact", "Terms"])}</div>`;
const share = `<div class="social-share"><a href="/mail">Mail</a> <a href="/print">Print</a></div>`;
const teasers = (count: number) =>
  Array.from(
    { length: count },
    (_, index) =>
      `<div class="card"><a href="/story-${index}">Story number ${index}</a>
       <span>What was said about story number ${index} in the council, and what was not said there.</span></div>`,
  ).join("\n");

function page(body: string, head = `<title>${title} | The Northpoint Herald</title>`): ImportedArticle {
  return onlyArticle(readWith(htmlReader, `<html><head>${head}</head><body>${body}</body></html>`));
}

function textOf(article: ImportedArticle): string {
  return articleText(article).text;
}

describe("an article is taken out", () => {
  test("of a page whose few links stand in menus and footers by their names", () => {
    const article = page(
      `${menu}<div class="story"><h1>${title}</h1>${paragraphs(text)}</div>${share}${footer}`,
    );
    expect(textOf(article)).toBe([title, ...text].join("\n"));
  });

  test("of a page with more teasers than text, where its title stands over it", () => {
    const article = page(
      `${menu}<div class="column"><div class="story"><h1>${title}</h1><div class="text">${paragraphs(text)}</div></div></div>
       <div class="extra">${teasers(30)}</div>${footer}`,
    );
    expect(textOf(article)).toBe([title, ...text].join("\n"));
  });

  test("where it is a short notice under its title", () => {
    const head = "<title>Harbour office closed | The Northpoint Herald</title>";
    const article = page(
      `${menu}<div class="column"><div class="story"><h1>Harbour office closed</h1><div class="text"><p>${notice}</p></div></div></div>
       <div class="extra">${teasers(12)}</div>${footer}`,
      head,
    );
    expect(textOf(article)).toBe(["Harbour office closed", notice].join("\n"));
  });

  test("where it is a flash of a few sentences among links to other news", () => {
    const flash =
      "青石县水利局今日发布消息，全县46座水库水位均在汛限水位以下，各乡镇已完成第二轮隐患排查，抢险物资全部到位，县防汛指挥部要求继续执行24小时值班制度，有险情第一时间上报。";
    const others = Array.from({ length: 30 }, (_, index) => `相邻地区的第${index}条其他新闻标题`);
    const article = page(
      `<div class="nav">${links(["首页", "快讯", "公司", "行情", "专题"])}</div>
       <div class="art"><h1>青石县水库水位均在汛限以下</h1><div class="text"><p>${flash}</p></div></div>
       <div class="hot">${links(others)}</div><div class="footer"><p>青石财经 版权所有</p></div>`,
      "<title>青石县水库水位均在汛限以下_快讯_青石财经</title>",
    );
    expect(textOf(article)).toBe(["青石县水库水位均在汛限以下", flash].join("\n"));
  });

  test("with the lead that stands between its title and its text", () => {
    const lead = "For the first time the boats will not be laid up from November to March.";
    const article = page(
      `${menu}<div class="top"><h1>${title}</h1><p class="intro">${lead}</p><p>4 min read</p></div>
       ${share}<div class="story"><div class="text">${paragraphs(text)}</div></div>${footer}`,
    );
    expect(textOf(article)).toBe([title, lead, ...text].join("\n"));
  });

  test("with the lead over a text that is marked, line by line, and without who wrote it and when", () => {
    const second = "Islanders had asked for this for years.";
    const lead = "For the first time the boats will not be laid up from November to March.";
    const article = page(
      `${menu}${share}<h1>${title}</h1><p class="intro">${lead}</p><p class="intro">${second}</p>
       <p>By our reporter at the harbour | Posted Monday 3 November 2025, 5:17 p.m.</p>
       <div class="article-content">${paragraphs(text)}</div>${footer}`,
    );
    expect(textOf(article)).toBe([title, lead, second, ...text].join("\n"));
  });

  test("with the title over it in small letters, where the page's own names the site, and not with the path's", () => {
    const lines = [
      "全县46座水库水位均在汛限水位以下，各乡镇已完成第二轮隐患排查，抢险物资全部到位，随时可以出动。",
      "县防汛指挥部要求各单位继续执行24小时值班制度，有险情第一时间上报，确保群众生命财产安全。",
      "县水利局将于下周起开展河道清理，重点是城区段的排涝沟渠，预计在汛期到来之前全部完成，资金已经落实到位。",
      "截至目前，全县共储备编织袋12万条、救生衣1800件，组建抢险队伍32支，其中专业队伍5支，已经完成两轮演练。",
      "下一步，县水利局将继续会同气象、应急、自然资源等部门开展会商，做到早预警、早转移、早处置，守住安全底线。",
      "全县山洪灾害危险区的预警广播已经全部检修完毕，共有村级预警员386名，一人一岗，责任到户，每天早晚各巡查一次。",
    ];
    const article = page(
      `<div class="nav"><div class="where"><h3>首页 - 新闻动态</h3></div>${links(["首页", "动态", "会员", "期刊", "下载"])}</div>
       <div class="share"><a href="/print">打印</a></div>
       <div class="piece"><h5>青石县水库安全度汛</h5><div class="by"><b>2024-06-18</b></div>
       <div class="text">${paragraphs(lines)}</div></div><div class="footer"><p>青石水利学会</p></div>`,
      "<title>新闻动态--青石水利学会官网</title>",
    );
    expect(article.title).toBe("青石县水库安全度汛");
    expect(textOf(article)).toBe(["青石县水库安全度汛", ...lines].join("\n"));
  });

  test("of the whole column that is marked as the text, with the comments in it", () => {
    const comments = Array.from(
      { length: 12 },
      (_, index) =>
        `<div class="comment-item"><a href="/user-${index}">reader ${index}</a><p>I was on the first boat myself, and it was cold.</p></div>`,
    ).join("");
    const article = page(
      `${menu}${share}<h1>${title}</h1><div class="article-content"><div class="left"><div class="text">${paragraphs(text)}</div>
       <div class="comments">${comments}</div><div class="related">${links(["One", "Two", "Three"])}</div></div></div>${footer}`,
    );
    expect(textOf(article)).toBe([title, ...text].join("\n"));
  });
});

test("a page of three links leaves its dialogs behind where a system marks the text", () => {
  const dialog = `<div class="login-popup"><p>Sign in to save this story and to be told when it goes on.</p></div>`;
  const article = page(
    `<div class="top-banner">Herald</div><div class="article-content">${paragraphs(text)}</div>
     <div class="comments">No one has said anything yet.</div>${dialog}<div class="page-footer">4 Quay Street</div>`,
  );
  expect(textOf(article)).toBe([`${title} | The Northpoint Herald`, ...text].join("\n"));
});

describe("a page stays whole", () => {
  test("where it is an article with a footer and some references of its own", () => {
    const article = page(
      `<h1>${title}</h1>${paragraphs(text)}<p>See <a href="/a">the timetable</a>, <a href="/b">the fares</a>
       and <a href="/c">the minutes</a>.</p><footer>Printed in Northpoint.</footer>`,
    );
    expect(textOf(article)).toContain("See the timetable, the fares and the minutes.");
    expect(textOf(article)).toContain("Printed in Northpoint.");
  });

  test("where what stands together in it is a notice of cookies, and the article lies in pieces", () => {
    const pieces = text.map(
      (line, index) => `<div class="piece"><div><span>${line}</span></div><b>${index}</b></div>`,
    );
    const cookies = `<div class="cookie-notice"><p>${"We keep cookies, so that the site remembers you, and so do our partners. ".repeat(5)}</p>
       <p>${"You may say no, in which case some parts of the site may not work, such as the shop. ".repeat(5)}</p></div>`;
    const article = page(`${menu}<h1>${title}</h1>${pieces.join("")}${cookies}${footer}`);
    for (const line of text) expect(textOf(article)).toContain(line);
  });

  test("where it is a list of links with a few words about them", () => {
    const article = page(
      `${menu}<h2>Boats</h2>${links(Array.from({ length: 40 }, (_, index) => `Boat number ${index}`))}<p>All boats are listed by the year in which they were built.</p>${footer}`,
      "<title>The Northpoint Herald</title>",
    );
    expect(textOf(article)).toContain("Boat number 39");
  });
});
