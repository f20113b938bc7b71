/** The search in the window: typing, results, what narrows them, sentences, and the hits in an open article. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { type Launched, launchApp, resizeWindow } from "./launch.ts";
import { call, importFolder, type Written, writeArticles } from "./library-on-disk.ts";

/** A day each month from January 2020 on, so that there is a chart over time. */
const monthly: readonly Written[] = Array.from({ length: 30 }, (_, month) => ({
  title: `防汛月报第${month + 1}期`,
  publication: month % 3 === 0 ? "水利通讯" : "宁郭日报",
  date: `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-15`,
  page: "2",
  text: `## 雨情\n\n本月防汛投入${month + 1}.5亿元，转移群众${(month + 1) * 1365}人。\n\n## 值守\n\n各村防汛值守到位，${"堤坝巡查逐段进行，险情随报随处置。".repeat(12)}防汛物资清点完毕。`,
}));

/** Long enough to be mounted part by part; the word stands near its beginning and at its end. */
const long: Written = {
  title: "年度工作报告",
  publication: "宁郭日报",
  date: "2022-12-01",
  text: [
    "开篇谈到山洪灾害防御。",
    ...Array.from({ length: 400 }, (_, place) => `第${place + 1}段，${"按计划推进各项工作。".repeat(8)}`),
    "结尾再谈山洪灾害防御。",
  ].join("\n\n"),
};

const others: readonly Written[] = [
  { title: "卫健委发布提示", publication: "宁郭日报", date: "2021-03-03", text: "区卫健委提醒做好防护。" },
  {
    title: "接种工作有序",
    publication: "水利通讯",
    date: "2021-04-04",
    text: "区卫生健康委员会公布接种点。",
  },
  { title: "检测安排", date: "2021-05-05", text: "坚持应检尽检、愿检尽检。\\<b\\>不是标记\\</b\\>" },
];

let launched: Launched;
let page: Page;

test.beforeEach(async () => {
  launched = await launchApp({ size: { width: 1366, height: 768 } });
  ({ page } = launched);
  await page.getByRole("heading", { name: "欢迎使用案头" }).waitFor();
  await expect(page.getByRole("option")).toHaveCount(4);
  await call(page, "removeSamples", null);
  await call(page, "changeSettings", { welcomeDone: true });
  await importFolder(page, await writeArticles([...monthly, long, ...others]));
  await page.keyboard.press("Control+Shift+F");
  await expect(field()).toBeFocused();
});
test.afterEach(() => launched.close());

test("answers as one types, but not on half-typed pinyin, and says how many there are exactly", async () => {
  await page.keyboard.insertText("防汛");
  await expect(total()).toHaveText("共30篇");
  const first = results().first();
  await expect(first.locator("mark").first()).toHaveText("防汛");
  await expect(first).toContainText("共4处");
  await field().fill("");
  await expect(page.getByRole("heading", { name: "搜索记录" })).toBeVisible();

  const session = await page.context().newCDPSession(page);
  await field().focus();
  await session.send("Input.imeSetComposition", { text: "shan'hong", selectionStart: 9, selectionEnd: 9 });
  await expect(field()).toHaveValue("shan'hong");
  // The longest wait of the field passes, and still nothing is searched.
  await page.waitForFunction(
    (start) => performance.now() - start > 500,
    await page.evaluate(() => performance.now()),
  );
  await expect(page.getByRole("heading", { name: "搜索记录" })).toBeVisible();
  await session.send("Input.insertText", { text: "山洪" });
  await expect(total()).toHaveText("共1篇");
  await expect(results()).toHaveCount(1);
});

test("shows text as text, whatever stands in it", async () => {
  await search("不是标记");
  await expect(results().first()).toContainText("<b>不是标记</b>");
  await expect(results().locator("b")).toHaveCount(0);
});

test("filters by year and month in the chart, by brush, by source, and clears what is set", async () => {
  await search("防汛");
  const chart = page.getByRole("region", { name: "时间分布" });
  await chart.getByRole("button", { name: "2021年：12篇" }).click();
  await expect(total()).toHaveText("共12篇");
  await expect(chart.getByRole("button", { name: /月：/ })).toHaveCount(12);
  await chart.getByRole("button", { name: "2021年3月：1篇" }).click();
  await expect(total()).toHaveText("共1篇");
  await page.getByRole("button", { name: "取消筛选：2021-03-01至2021-03-31" }).click();
  await expect(total()).toHaveText("共30篇");

  // From the first year to the second by pointer, then from the second to the last by keys.
  await chart.getByRole("button", { name: /2020年：/ }).hover();
  await page.mouse.down();
  await chart.getByRole("button", { name: /2021年：/ }).hover();
  await page.mouse.up();
  await expect(total()).toHaveText("共24篇");
  await chart.getByRole("button", { name: /2021年：/ }).focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await expect(total()).toHaveText("共18篇");

  await page.getByRole("button", { name: "来源" }).and(page.locator("[aria-haspopup=listbox]")).click();
  await page.getByRole("option", { name: /水利通讯/ }).click();
  await expect(total()).toHaveText("共6篇");
  await page.getByRole("button", { name: "清除筛选" }).click();
  await expect(total()).toHaveText("共30篇");
});

test("opens a hit at its place, walks the hits by F3, marks them along the scroll bar, and leaves no trace when switched off", async () => {
  await search("山洪灾害防御");
  const last = results()
    .first()
    .getByRole("button", { name: /结尾再谈/ });
  await last.click();
  const article = page.getByRole("region", { name: "文章" });
  await expect(article.getByText("结尾再谈山洪灾害防御。")).toBeInViewport();
  const bar = page.getByRole("region", { name: "命中处" });
  await expect(bar).toContainText("第2处，共2处");
  await expect.poll(paintedHits).toEqual(["山洪灾害防御"]);
  await page.keyboard.press("F3");
  await expect(bar).toContainText("第1处，共2处");
  await expect(article.getByText("开篇谈到山洪灾害防御。")).toBeInViewport();
  await page.keyboard.press("Shift+F3");
  await expect(bar).toContainText("第2处，共2处");
  await expect(article.getByText("结尾再谈山洪灾害防御。")).toBeInViewport();
  await expect(page.locator("[data-current=true]")).toHaveCount(1);

  // Until every part of the article has its elements it changes by itself.
  await expect(article.locator("[data-part][aria-hidden]")).toHaveCount(0);
  const before = await article.innerHTML();
  await bar.getByRole("button", { name: "标出命中处" }).click();
  await expect(bar).toContainText("共2处");
  expect(await paintedHits()).toEqual([]);
  await expect(page.locator("[data-current]")).toHaveCount(0);
  expect(await article.innerHTML()).toBe(before);
});

test("comes back to the results as they stood, beside the page and over it", async () => {
  await search("防汛");
  await results().last().scrollIntoViewIfNeeded();
  const list = page.getByRole("region", { name: "搜索结果" });
  await list.evaluate((element) => element.scrollTo(0, 1500));
  await expect(list.getByRole("button", { name: /防汛月报/ }).first()).toBeVisible();
  const stood = await list.evaluate((element) => element.scrollTop);
  await page.keyboard.press("Control+,");
  await page.keyboard.press("Alt+ArrowLeft");
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBe(stood);

  await resizeWindow(launched.app, page, { width: 683, height: 690 });
  await list.evaluate((element) => element.scrollTo(0, 900));
  const narrow = await list.evaluate((element) => element.scrollTop);
  await list
    .getByRole("button", { name: /防汛月报/ })
    .nth(4)
    .click();
  await expect(page.getByRole("heading", { level: 1, name: /防汛月报/ })).toBeVisible();
  await expect(list).toBeHidden();
  await page.getByRole("button", { name: "返回搜索结果" }).click();
  await expect(total()).toHaveText("共30篇");
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBe(narrow);
  // The keyboard goes on at the result that was opened.
  await expect(list.locator("[data-open=true] button").first()).toBeFocused();
  await page.keyboard.press("Alt+ArrowRight");
  await expect(page.getByRole("heading", { level: 1, name: /防汛月报/ })).toBeVisible();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(total()).toHaveText("共30篇");
});

test("is walked by keyboard alone, and lists every hit of an article", async () => {
  await search("防汛");
  await page.keyboard.press("ArrowDown");
  await expect(results().first().getByRole("button").first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "命中处" })).toContainText(/第\d处，共4处/);
  await page.keyboard.press("End");
  await expect(results().last().getByRole("button").first()).toBeFocused();
  await page.keyboard.press("Home");
  const first = results().first();
  await first.getByRole("button", { name: "展开全部4处" }).click();
  await expect(first.getByRole("button", { name: /防汛物资清点完毕/ })).toBeVisible();
  await first.getByRole("button", { name: "收起" }).click();
  await expect(first.getByRole("button", { name: "展开全部4处" })).toBeVisible();
});

test("lists sentences in the order of their dates, numbers bold, and copies them as a table", async () => {
  await search("防汛投入");
  await page.getByRole("radio", { name: "按句" }).click();
  await expect(page.getByText("共30句")).toBeVisible();
  const sentences = page.getByRole("region", { name: "句子" }).getByRole("listitem");
  await expect(sentences.first()).toContainText("2020-01-15");
  await expect(sentences.first().locator("b")).toHaveText(["1.5亿", "1365"]);
  await page.getByRole("button", { name: "复制为表格" }).click();
  await expect(page.getByText("已复制30句，可粘贴到表格或文档里。")).toBeVisible();
  const copied = await launched.app.evaluate(({ clipboard }) => clipboard.readText());
  const lines = copied.split("\r\n");
  expect(lines).toHaveLength(31);
  expect(lines[1]).toBe("2020-01-15\t水利通讯\t防汛月报第1期\t本月防汛投入1.5亿元，转移群众1365人。");

  const path = join(launched.dataDir, "防汛投入.xlsx");
  await launched.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await page.getByRole("button", { name: "存为Excel表格" }).click();
  await expect(page.getByText(`已保存到“${path}”。`)).toBeVisible();
  // A zip archive, as every .xlsx is; what is in it is tested where it is written.
  expect((await readFile(path)).subarray(0, 2).toString()).toBe("PK");
  await sentences.first().getByRole("button").click();
  await expect(page.getByRole("heading", { level: 1, name: "防汛月报第1期" })).toBeVisible();
});

test("writes the query by the advanced form, reads it back, and says what it ignored", async () => {
  await page.getByRole("button", { name: "高级搜索" }).click();
  const form = page.getByRole("dialog", { name: "高级搜索" });
  await form.getByRole("textbox", { name: "全部包含" }).fill("防汛 值守到位");
  await form.getByRole("textbox", { name: "不含" }).fill("月报第3期");
  await form.getByRole("textbox", { name: "日期从" }).fill("2020");
  await form.getByRole("textbox", { name: "到", exact: true }).fill("2020-06");
  await form.getByRole("combobox", { name: "来源" }).fill("宁郭");
  await page.keyboard.press("Escape");
  await form.getByRole("button", { name: "搜索", exact: true }).click();
  await expect(field()).toHaveValue("防汛 值守到位 -月报第3期 日期:2020..2020-06 来源:宁郭");
  await expect(total()).toHaveText("共3篇");
  await page.getByRole("button", { name: "高级搜索" }).click();
  await expect(form.getByRole("textbox", { name: "不含" })).toHaveValue("月报第3期");
  await page.keyboard.press("Escape");
  await search("防汛 OR");
  await expect(page.getByText("“OR”前后没有词，已忽略。")).toBeVisible();
});

test("offers the other name of a thing, off at first, and labels what came by it", async () => {
  await search("卫健委");
  await expect(total()).toHaveText("共1篇");
  await page.getByText("同时搜索“卫生健康委员会”").click();
  await expect(total()).toHaveText("共2篇");
  await expect(results().filter({ hasText: "接种工作有序" })).toContainText("简称对照");
  await results().filter({ hasText: "接种工作有序" }).getByRole("button").first().click();
  await expect(page.getByRole("region", { name: "命中处" })).toContainText("第1处，共1处");

  await page.keyboard.press("Control+,");
  await page.getByRole("textbox", { name: "添加一组" }).fill("月报、年度工作报告");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Alt+ArrowLeft");
  await search("月报第2期");
  await expect(page.getByText("同时搜索“年度工作报告”")).toBeVisible();
});

test("says what comes near when nothing is exact, apart from it", async () => {
  await search("应检尽检愿检尽检");
  await expect(total()).toHaveText("共0篇");
  await expect(page.getByText(/没有找到“应检尽检愿检尽检”。可减少字数，或/)).toBeVisible();
  const near = page.getByRole("region", { name: "相近结果" });
  await expect(near).toContainText("标点或空格不同");
  await page.getByRole("button", { name: "查看相近结果" }).click();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "检测安排" })).toBeVisible();
  // What comes near is walked and painted as exact hits are.
  const bar = page.getByRole("region", { name: "命中处" });
  await expect(bar).toContainText("第1处，共1处");
  await expect.poll(paintedHits).toEqual(["应检尽检、愿检尽检"]);

  await search("防汛物资到位");
  await expect(near).toContainText("词语都有，但不连在一起");
  await near.getByRole("button").first().click();
  await expect(page.getByRole("heading", { level: 1, name: /防汛月报/ })).toBeVisible();
  await expect(bar).toContainText("第1处，共7处");
  await page.keyboard.press("F3");
  await expect(bar).toContainText("第2处，共7处");
  expect(new Set(await paintedHits())).toEqual(new Set(["防汛", "物资", "到", "位"]));
});

test("remembers what was searched and keeps searches by name, each deletable", async () => {
  await search("防汛");
  await page.getByRole("button", { name: "存为常用搜索" }).click();
  await page.getByRole("textbox", { name: "名称" }).fill("每月防汛");
  await page.keyboard.press("Enter");
  await expect(page.getByText("已存入常用搜索。")).toBeVisible();
  await field().fill("");
  await page.getByRole("button", { name: /^每月防汛/ }).click();
  await expect(total()).toHaveText("共30篇");
  await field().fill("");
  await page.getByRole("button", { name: "防汛", exact: true }).click();
  await expect(field()).toHaveValue("防汛");
  await field().fill("");
  await page.getByRole("button", { name: "删除“防汛”" }).click();
  await page.getByRole("button", { name: "删除“每月防汛”" }).click();
  await expect(page.getByText(/还没有搜索记录/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "常用搜索" })).toBeHidden();
});

test("finds bookmarks' notes as a group of their own", async () => {
  const { rows } = await call<{ rows: { id: number; title: string }[] }>(page, "listArticles", {
    ...{ shelf: { kind: "all" }, publication: null, issued: null, sort: "title", offset: 0, limit: 100 },
  });
  const id = rows.find(({ title }) => title === "检测安排")?.id ?? 0;
  const { article } = await call<{ article: { revision: number } }>(page, "readArticle", { id });
  await call(page, "addBookmark", {
    ...{ article: id, revision: article.revision, start: 5, end: 9, quote: "坚持应检" },
    ...{ color: "yellow", note: "下次例会要用的提法", tags: [] },
  });
  await search("例会");
  await page.getByRole("radio", { name: /标注/ }).click();
  const notes = page.getByRole("region", { name: "标注" });
  await expect(notes).toContainText("下次例会要用的提法");
  await notes.getByRole("button").click();
  await expect(page.getByRole("heading", { level: 1, name: "检测安排" })).toBeVisible();
});

test("axe finds nothing, in any theme and at any size", async () => {
  await expectAccessible("start");
  await search("防汛");
  await results().first().getByRole("button").nth(1).click();
  await expect(page.getByRole("region", { name: "命中处" })).toBeVisible();
  for (const theme of ["day", "green", "night"]) {
    await call(page, "changeSettings", { theme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await expectAccessible(`results, ${theme}`);
  }
  await page.getByRole("radio", { name: "按句" }).click();
  await expect(page.getByRole("region", { name: "句子" }).getByRole("listitem").first()).toBeVisible();
  await expectAccessible("sentences");
  await search("应检尽检愿检尽检");
  await expect(page.getByRole("region", { name: "相近结果" })).toBeVisible();
  await expectAccessible("near");
  await page.getByRole("button", { name: "高级搜索" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible("advanced form");
  await page.keyboard.press("Escape");
  for (const size of [
    { width: 683, height: 690 },
    { width: 1920, height: 1080 },
  ]) {
    await resizeWindow(launched.app, page, size);
    const isOverflowing = () =>
      page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    // The window tells of its new size a moment after it has it.
    await expect.poll(isOverflowing).toBe(false);
  }
});

function field() {
  return page.getByRole("searchbox", { name: "搜索资料库" });
}

function total() {
  return page.getByText(/^共[\d,]+篇$/);
}

function results() {
  return page.getByRole("region", { name: "搜索结果" }).getByRole("listitem");
}

/** Types a query, means it, and waits for its own answer. */
async function search(query: string): Promise<void> {
  await field().fill(query);
  await field().press("Enter");
  await expect(page.locator("[aria-busy=false]").filter({ has: total() })).toBeVisible();
}

/** The words that are painted as hits, on and around the screen. */
function paintedHits(): Promise<string[]> {
  return page.evaluate(() =>
    ["antou-search-hits", "antou-current-search-hit"].flatMap((name) =>
      [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
    ),
  );
}

async function expectAccessible(where: string): Promise<void> {
  // Legacy mode runs in this window: an application's test cannot open another.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
  expect(found, where).toEqual([]);
}
