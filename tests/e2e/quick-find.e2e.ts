/** Quick find in the window: by keyboard, by initials, with an input method, and what it opens. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { type Launched, launchApp, resizeWindow } from "./launch.ts";
import { call, importFolder, type Written, writeArticles } from "./library-on-disk.ts";

const articles: readonly Written[] = [
  { title: "全面推进乡村振兴", publication: "宁郭日报", date: "2021-02-05", page: "1" },
  { title: "乡村振兴战略规划", publication: "湖西日报", date: "2022-06-17", page: "2" },
  { title: "重庆夜市见闻", publication: "湖西日报", date: "2020-11-03" },
  {
    title: "没有日期的来稿",
    text: `${"先说别的。".repeat(400)}\n\n## 网格员进村入户\n\n${"再说这个。".repeat(400)}`,
  },
];

let launched: Launched;

test.beforeEach(async () => {
  launched = await launchApp({ size: { width: 1366, height: 768 } });
  const { page } = launched;
  await expect(page.getByRole("option")).toHaveCount(4);
  await call(page, "removeSamples", null);
  await call(page, "changeSettings", { welcomeDone: true });
  await importFolder(page, await writeArticles(articles));
  await expect(page.getByRole("listbox", { name: "文章列表" }).getByRole("option")).toHaveCount(
    articles.length,
  );
});

test.afterEach(() => launched.close());

function field(page: Page) {
  return page.getByRole("combobox", { name: "快速打开" });
}

function rows(page: Page) {
  return page.getByRole("dialog", { name: "快速打开" }).getByRole("option");
}

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
}

function articleTitled(page: Page, title: string) {
  return page.getByRole("heading", { level: 1, name: title });
}

test("initials, arrow and Enter open an article without the mouse, and the palette is gone", async () => {
  const { page } = launched;
  await openPalette(page);
  await page.keyboard.type("xczx");
  await expect(rows(page)).toHaveText([/乡村振兴战略规划/, /全面推进乡村振兴/]);
  await expect(rows(page).first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  const chosen = await rows(page).nth(1).getAttribute("id");
  await expect(field(page)).toHaveAttribute("aria-activedescendant", chosen ?? "");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(articleTitled(page, "全面推进乡村振兴")).toBeVisible();
  await expect(field(page)).toBeHidden();
});

test("Enter right behind the last letter opens what that text finds, not what stood there before", async () => {
  const { page } = launched;
  await openPalette(page);
  await page.keyboard.type("xc");
  await expect(rows(page).first()).toContainText("乡村振兴战略规划");
  await field(page).fill("cqys");
  await page.keyboard.press("Enter");
  await expect(articleTitled(page, "重庆夜市见闻")).toBeVisible();
});

test("Esc and Ctrl+K close it, and the focus is back where it was", async () => {
  const { page } = launched;
  await page.getByRole("button", { name: "来源" }).and(page.locator("[aria-haspopup=listbox]")).focus();
  for (const key of ["Escape", "Control+k"]) {
    await openPalette(page);
    await page.keyboard.press(key);
    await expect(field(page)).toBeHidden();
    await expect(
      page.getByRole("button", { name: "来源" }).and(page.locator("[aria-haspopup=listbox]")),
    ).toBeFocused();
  }
});

test("half-typed pinyin of an input method is not looked for, what it commits is", async () => {
  const { page } = launched;
  await openPalette(page);
  await page.keyboard.type("cqys");
  await expect(rows(page)).toHaveText([/重庆夜市见闻/]);
  await field(page).fill("");
  const session = await page.context().newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "xiang", selectionStart: 5, selectionEnd: 5 });
  await expect(field(page)).toHaveValue("xiang");
  // What is read last stands as long as nothing is asked.
  await expect(page.getByRole("status").filter({ hasText: "xczx" })).toBeVisible();
  await session.send("Input.insertText", { text: "乡村" });
  await expect(rows(page)).toHaveText([/乡村振兴战略规划/, /全面推进乡村振兴/]);
});

test("it does commands, lists a newspaper and a collection, and offers what was read last", async () => {
  const { page } = launched;
  await call(page, "createCollection", { title: "水利专题" });
  await openPalette(page);
  await page.keyboard.type("sz");
  await expect(rows(page).first()).toContainText("设置");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "设置" })).toBeVisible();

  await openPalette(page);
  await page.keyboard.type("hxrb");
  await expect(rows(page).first()).toHaveText(/湖西日报来源/);
  await page.keyboard.press("Enter");
  const list = page.getByRole("listbox", { name: "文章列表" });
  await expect(list.getByRole("option")).toHaveCount(2);

  await list.getByRole("option", { name: /重庆夜市见闻/ }).click();
  await expect(articleTitled(page, "重庆夜市见闻")).toBeVisible();
  // An article counts as read once it has stood a moment.
  await expect(async () => {
    await openPalette(page);
    if ((await rows(page).count()) === 0) await page.keyboard.press("Escape");
    expect(await rows(page).first().innerText({ timeout: 1000 })).toContain("重庆夜市见闻");
  }).toPass();
  await page.keyboard.type("slzt");
  await expect(rows(page).first()).toHaveText(/水利专题专题/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("这个专题还没有文章")).toBeVisible();
});

test("a heading inside an article is found, and opened where it stands", async () => {
  const { page } = launched;
  await openPalette(page);
  await page.keyboard.type("网格员进村");
  await expect(rows(page)).toHaveText([/网格员进村入户没有日期的来稿小标题/]);
  await page.keyboard.press("Enter");
  await expect(articleTitled(page, "没有日期的来稿")).toBeAttached();
  await expect(page.getByRole("heading", { level: 2, name: "网格员进村入户" })).toBeInViewport();
});

test("a bookmark is found by its note or its passage, and opened where it stands; a tag lists its articles", async () => {
  const { page } = launched;
  const { rows: listed } = await call<{ rows: readonly { id: number; title: string }[] }>(
    page,
    "listArticles",
    {
      ...{ shelf: { kind: "all" }, publication: null, issued: null, sort: "date", offset: 0, limit: 50 },
    },
  );
  const id = listed.find(({ title }) => title === "没有日期的来稿")?.id ?? 0;
  const { article } = await call<{ article: { revision: number } }>(page, "readArticle", { id });
  const text = `没有日期的来稿\n${"先说别的。".repeat(400)}\n网格员进村入户\n`;
  const bookmark = { article: id, revision: article.revision, color: "blue", tags: ["网格"] };
  await openPalette(page);
  await call(page, "addBookmark", {
    ...bookmark,
    ...{ start: text.length, end: text.length + 5, quote: "再说这个。", note: "汇报时引用" },
  });
  await page.keyboard.type("hbsyy");
  await expect(rows(page)).toHaveText([/汇报时引用没有日期的来稿·再说这个。 #网格标注/]);
  await page.keyboard.press("Enter");
  await expect(articleTitled(page, "没有日期的来稿")).toBeAttached();
  await expect(page.getByRole("heading", { level: 2, name: "网格员进村入户" })).toBeInViewport();
  await expect.poll(() => page.evaluate(() => CSS.highlights.has("antou-flashed"))).toBe(true);

  await call(page, "tag", { ids: [id], add: ["基层治理"], remove: [] });
  await openPalette(page);
  await page.keyboard.type("jczl");
  await expect(rows(page)).toHaveText([/基层治理标签/]);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("searchbox", { name: "搜索资料库" })).toHaveValue("标签:基层治理");
  await expect(page.getByText("共1篇")).toBeVisible();
});

test("it follows the library: a new title is found, a changed one by its new words, a deleted one no more", async () => {
  const { page } = launched;
  const { rows: listed } = await call<{ rows: readonly { id: number; title: string }[] }>(
    page,
    "listArticles",
    {
      ...{ shelf: { kind: "all" }, publication: null, issued: null, sort: "date", offset: 0, limit: 50 },
    },
  );
  const idOf = (title: string) => listed.find((row) => row.title === title)?.id;
  await call(page, "editDetails", { ids: [idOf("重庆夜市见闻")], fields: { title: "成都早市见闻" } });
  await call(page, "moveToTrash", { ids: [idOf("乡村振兴战略规划")] });
  await openPalette(page);
  await page.keyboard.type("cdzs");
  await expect(rows(page)).toHaveText([/成都早市见闻/]);
  await field(page).fill("xczx");
  await expect(rows(page)).toHaveText([/全面推进乡村振兴/]);
  await field(page).fill("重庆夜市");
  await expect(page.getByRole("status").filter({ hasText: "没有找到“重庆夜市”" })).toBeVisible();
});

test("axe finds nothing in any theme, wide and narrow, and nothing is cut off at 640 pixels", async () => {
  const { app, page } = launched;
  await openPalette(page);
  await page.keyboard.type("x");
  await expect(rows(page).first()).toBeVisible();
  for (const theme of ["day", "green", "night"]) {
    await call(page, "changeSettings", { theme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    // Legacy mode runs in this window: an application's test cannot open another.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
  await resizeWindow(app, page, { width: 640, height: 690 });
  const box = await page.getByRole("dialog", { name: "快速打开" }).boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(640);
  await field(page).fill("没有的字");
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
