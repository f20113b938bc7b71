/** The library in the window: first start, the list, filters, selection, dialogs, settings, keyboard, accessibility. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { type Launched, launchApp, resizeWindow } from "./launch.ts";
import { call, importFolder, type Written, writeArticles } from "./library-on-disk.ts";

const articles: readonly Written[] = [
  { title: "春耕备耕早安排", publication: "宁郭日报", date: "2021-02-05", page: "1" },
  {
    title: "五项清单管到底",
    publication: "宁郭日报",
    date: "2021-02-05",
    page: "3",
    text: "清单上写得明白。",
  },
  { title: "河道治理见成效", publication: "水利通讯", date: "2021-01-12", page: "2" },
  { title: "没有日期的来稿" },
];

/** A window with a library of its own: the articles above, no samples, no welcome card. */
async function openLibrary(): Promise<Launched> {
  const launched = await launchApp({ size: { width: 1366, height: 768 } });
  const { page } = launched;
  await page.getByRole("heading", { name: "欢迎使用案头" }).waitFor();
  await expect(rows(page)).toHaveCount(4);
  await call(page, "removeSamples", null);
  await call(page, "changeSettings", { welcomeDone: true });
  await importFolder(page, await writeArticles(articles));
  await expect(rows(page)).toHaveCount(articles.length);
  return launched;
}

function rows(page: Page) {
  return page.getByRole("listbox", { name: "文章列表" }).getByRole("option");
}

function row(page: Page, title: string) {
  return rows(page).filter({ hasText: title });
}

async function titles(page: Page): Promise<string[]> {
  const texts = await rows(page).allInnerTexts();
  return texts.map((text) => articles.find(({ title }) => text.includes(title))?.title ?? text);
}

/** Chooses from one of the quiet lists above the articles. */
async function choose(page: Page, field: string, option: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: field }).and(page.locator("[aria-haspopup=listbox]")).click();
  await page.locator("[data-trigger=Select]").getByRole("option", { name: option }).click();
}

async function toShelf(page: Page, shelf: string | RegExp): Promise<void> {
  await choose(page, "范围", shelf);
}

test("first start: the samples are there and marked, the card says three steps, and one click removes the samples", async () => {
  const { page, close } = await launchApp({ size: { width: 1366, height: 768 } });
  try {
    const card = page.getByRole("region", { name: "欢迎使用案头" });
    await expect(card.getByRole("listitem")).toHaveCount(3);
    await expect(rows(page)).toHaveCount(4);
    for (const sample of await rows(page).all()) {
      await expect(sample).toContainText("示例");
      // The length is never cut off, not even beside a picture.
      await expect(sample.getByText(/^·[\d,]+字$/)).toBeInViewport({ ratio: 1 });
    }
    await card.getByRole("button", { name: "开始搜索" }).click();
    await expect(page.getByRole("searchbox", { name: "搜索资料库" })).toBeFocused();
    await card.getByRole("button", { name: "移除示例" }).click();
    await expect(page.getByText("还没有资料。把文件或文件夹拖到这里，或导入文件")).toBeVisible();
    await card.getByRole("button", { name: "知道了" }).click();
    await expect(card).toBeHidden();
  } finally {
    await close();
  }
});

test("the guide opens from the card and by F1, in the interface's language", async () => {
  const { page, close } = await launchApp();
  try {
    await expect(rows(page)).toHaveCount(4);
    await page.getByRole("button", { name: "打开指南" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "阅读指南" })).toBeVisible();
    await call(page, "changeSettings", { language: "en" });
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.keyboard.press("F1");
    await expect(page.getByRole("heading", { level: 1, name: "Reading guide" })).toBeVisible();
  } finally {
    await close();
  }
});

test.describe("a library of four articles", () => {
  let launched: Launched;
  test.beforeEach(async () => {
    launched = await openLibrary();
  });
  test.afterEach(() => launched.close());

  test("lists newest first under day headings, the undated last, each with its source line", async () => {
    const { page } = launched;
    await expect
      .poll(() => titles(page))
      .toEqual(["春耕备耕早安排", "五项清单管到底", "河道治理见成效", "没有日期的来稿"]);
    await expect(page.getByText("2021-02-05", { exact: true })).toHaveCount(1);
    await expect(page.getByText("日期未注明", { exact: true })).toHaveCount(1);
    await expect(row(page, "五项清单管到底")).toContainText("宁郭日报·02-05·第3版·15字");
    await expect(row(page, "五项清单管到底").getByText("清单上写得明白。")).toBeVisible();
    await expect(row(page, "没有日期的来稿")).toContainText("来源未注明");
    await expect(row(page, "河道治理见成效")).toContainText("未读");
  });

  test("filters by source and date, sorts by title, and clears in one click", async () => {
    const { page } = launched;
    await choose(page, "按来源筛选", /水利通讯/);
    await expect(rows(page)).toHaveCount(1);
    await choose(page, "按来源筛选", /未注明/);
    await expect.poll(() => titles(page)).toEqual(["没有日期的来稿"]);
    await choose(page, "按来源筛选", "全部来源");
    await choose(page, "按日期筛选", /2021年2月/);
    await expect(rows(page)).toHaveCount(2);
    await choose(page, "按来源筛选", /水利通讯/);
    await expect(page.getByText("当前条件下没有文章。清除筛选")).toBeVisible();
    await page.getByRole("button", { name: "清除筛选" }).click();
    await expect(rows(page)).toHaveCount(4);
    await choose(page, "排序", "按标题");
    await expect(page.getByText("2021-02-05", { exact: true })).toHaveCount(0);
  });

  test("searches by phrase from the keyboard, says when nothing is found, and waits for pinyin to be chosen", async () => {
    const { page } = launched;
    await page.keyboard.press("Control+Shift+F");
    await expect(page.getByRole("searchbox")).toBeFocused();
    await page.keyboard.insertText("清单上写");
    await expect(rows(page)).toHaveCount(1);
    await page.getByRole("searchbox").fill("查无此句");
    await expect(page.getByText("没有找到“查无此句”。可减少字数，或清除筛选")).toBeVisible();
    await page.getByRole("searchbox").fill("");
    await expect(rows(page)).toHaveCount(4);

    const session = await page.context().newCDPSession(page);
    await page.getByRole("searchbox").focus();
    await session.send("Input.imeSetComposition", { text: "he'dao", selectionStart: 6, selectionEnd: 6 });
    await expect(page.getByRole("searchbox")).toHaveValue("he'dao");
    // Nothing is searched while pinyin is half typed, however long that lasts: the longest wait of the field passes.
    await page.waitForFunction(
      (start) => performance.now() - start > 500,
      await page.evaluate(() => performance.now()),
    );
    await expect(rows(page)).toHaveCount(4);
    await session.send("Input.insertText", { text: "河道" });
    await expect(rows(page)).toHaveCount(1);
  });

  test("edits many at once: what differs is left alone unless it is changed", async () => {
    const { page } = launched;
    await row(page, "春耕备耕早安排").click();
    await row(page, "河道治理见成效").click({ modifiers: ["Shift"] });
    await expect(page.getByText("已选3篇")).toBeVisible();
    await page.getByRole("button", { name: "编辑信息" }).click();
    const dialog = page.getByRole("dialog", { name: "编辑3篇文章的信息" });
    await expect(dialog.getByRole("textbox", { name: "标题", exact: true })).toHaveAttribute(
      "placeholder",
      "（各不相同，保持不变）",
    );
    await dialog.getByRole("textbox", { name: "日期" }).fill("2021-02-31");
    await dialog.getByRole("button", { name: "保存" }).click();
    await expect(dialog.getByText("日期应写成2021-02-05这样，并且是真实存在的一天。")).toBeVisible();
    await dialog.getByRole("textbox", { name: "日期" }).fill("2021-03-01");
    await dialog.getByRole("button", { name: "保存" }).click();
    await expect(dialog).toBeHidden();
    await expect(rows(page).first()).toContainText("03-01");
    await expect(row(page, "河道治理见成效")).toContainText("水利通讯·03-01·第2版");
    await expect(row(page, "春耕备耕早安排")).toContainText("宁郭日报·03-01·第1版");
  });

  test("stars and marks as read in a batch, and the shelves follow", async () => {
    const { page } = launched;
    await row(page, "春耕备耕早安排").click({ modifiers: ["Control"] });
    await row(page, "没有日期的来稿").click({ modifiers: ["Control"] });
    const bar = page.getByRole("toolbar", { name: "对已选文章的操作" });
    await bar.getByRole("button", { name: "收藏" }).click();
    await bar.getByRole("button", { name: "标为已读" }).click();
    await toShelf(page, /收藏/);
    await expect(rows(page)).toHaveCount(2);
    await rows(page)
      .first()
      .click({ modifiers: ["Control"] });
    await rows(page)
      .last()
      .click({ modifiers: ["Control"] });
    await bar.getByRole("button", { name: "更多操作" }).click();
    await page.getByRole("menuitem", { name: "取消收藏" }).click();
    await expect(page.getByText("还没有收藏。右键点文章，选“收藏”。")).toBeVisible();
    await toShelf(page, /未读/);
    await expect.poll(() => titles(page)).toEqual(["五项清单管到底", "河道治理见成效"]);
  });

  test("trashes, restores, and deletes for ever only after asking", async () => {
    const { page } = launched;
    await row(page, "春耕备耕早安排").click();
    await expect(page.getByRole("heading", { level: 1, name: "春耕备耕早安排" })).toBeVisible();
    await page.keyboard.press("Delete");
    await expect(rows(page)).toHaveCount(3);
    await expect(page.getByText("已把1篇移到回收站。")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: "春耕备耕早安排" })).toBeHidden();

    await toShelf(page, /回收站/);
    await row(page, "春耕备耕早安排").click();
    await page.keyboard.press("Delete");
    await page.getByRole("alertdialog").getByRole("button", { name: "取消" }).click();
    await expect(rows(page)).toHaveCount(1);
    await toShelf(page, /全部文章/);
    await rows(page).first().click();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await toShelf(page, /回收站/);
    await expect(rows(page)).toHaveCount(4);
    await row(page, "河道治理见成效").click({ modifiers: ["Control"] });
    await row(page, "没有日期的来稿").click({ modifiers: ["Control"] });
    await page.getByRole("button", { name: "恢复" }).click();
    await expect(rows(page)).toHaveCount(2);
    await page.getByRole("button", { name: "更多操作" }).first().click();
    await page.getByRole("menuitem", { name: "清空回收站…" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "彻底删除" }).click();
    await expect(page.getByText("回收站是空的。")).toBeVisible();
    await toShelf(page, /全部文章/);
    await expect(rows(page)).toHaveCount(2);
  });

  test("collections: made from a selection, shown as a shelf, renamed, deleted without their articles", async () => {
    const { page } = launched;
    await row(page, "春耕备耕早安排").click({ modifiers: ["Control"] });
    await row(page, "五项清单管到底").click({ modifiers: ["Control"] });
    await page.getByRole("button", { name: "专题", exact: true }).click();
    await page.getByRole("textbox", { name: "新建专题" }).fill("乡村振兴");
    await page.getByRole("button", { name: "新建", exact: true }).click();
    await expect(page.getByRole("checkbox", { name: "乡村振兴" })).toBeChecked();
    await page.getByRole("button", { name: "保存" }).click();
    await toShelf(page, /乡村振兴/);
    await expect(rows(page)).toHaveCount(2);

    await page.getByRole("button", { name: "更多操作" }).first().click();
    await page.getByRole("menuitem", { name: "重命名专题…" }).click();
    await page.getByRole("textbox", { name: "专题名称" }).fill("三农");
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByRole("button", { name: /三农/ })).toBeVisible();

    await page.getByRole("button", { name: "更多操作" }).first().click();
    await page.getByRole("menuitem", { name: "删除专题…" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "删除" }).click();
    await expect(rows(page)).toHaveCount(4);
  });

  test("tags: added to several, then shown as belonging to some of a larger selection", async () => {
    const { page } = launched;
    await row(page, "春耕备耕早安排").click({ modifiers: ["Control"] });
    await row(page, "五项清单管到底").click({ modifiers: ["Control"] });
    await page.getByRole("button", { name: "标签" }).click();
    // Where there is no tag yet, typing begins at once, and saving takes what is typed.
    await expect(page.getByRole("textbox", { name: "添加标签" })).toBeFocused();
    await page.keyboard.type("农业");
    await page.getByRole("button", { name: "保存" }).click();
    await row(page, "没有日期的来稿").click({ modifiers: ["Control"] });
    await page.getByRole("button", { name: "标签" }).click();
    const tag = page.getByRole("checkbox", { name: "农业" });
    await expect(tag).toBeChecked({ indeterminate: true });
    await page.getByRole("dialog").getByRole("button", { name: "取消" }).click();
    const overview = await call<{ tags: unknown }>(page, "overview", null);
    expect(overview.tags).toEqual([{ name: "农业", articles: 2 }]);
  });

  test("the right-click menu of a row, by mouse and by Shift+F10, does what it says", async () => {
    const { page, app } = launched;
    await app.evaluate(({ Menu }) => {
      // A native menu cannot be clicked by a test: choose "star", or what stands in its place, as it opens.
      Menu.prototype.popup = function popup(this: Electron.Menu) {
        (this.getMenuItemById("star-rows") ?? this.getMenuItemById("unstar-rows"))?.click();
      };
    });
    await row(page, "五项清单管到底").click({ button: "right" });
    await expect(row(page, "五项清单管到底").getByRole("img", { name: "已收藏" })).toBeVisible();
    await page.getByRole("listbox", { name: "文章列表" }).focus();
    await page.keyboard.press("Shift+F10");
    await expect(row(page, "五项清单管到底").getByRole("img", { name: "已收藏" })).toBeHidden();
  });

  test("by keyboard alone: through the list, into an article, back and forward, and out of the settings", async () => {
    const { page } = launched;
    await page.keyboard.press("Control+Shift+F");
    await expect(page.getByRole("searchbox")).toBeFocused();
    for (let tab = 0; tab < 4; tab += 1) await page.keyboard.press("Tab");
    await expect(page.getByRole("listbox", { name: "文章列表" })).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "春耕备耕早安排" })).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "五项清单管到底" })).toBeVisible();
    await page.keyboard.press("Shift+End");
    await expect(page.getByText("已选3篇")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByText("已选3篇")).toBeHidden();
    await page.keyboard.press("Alt+ArrowLeft");
    await expect(page.getByRole("heading", { level: 1, name: "春耕备耕早安排" })).toBeVisible();
    await page.keyboard.press("Alt+ArrowRight");
    await expect(page.getByRole("heading", { level: 1, name: "五项清单管到底" })).toBeVisible();
    await page.keyboard.press("Control+,");
    await expect(page.getByRole("heading", { level: 1, name: "设置" })).toBeVisible();
    await page.keyboard.press("Control+/");
    await expect(page.getByRole("dialog", { name: "快捷键" })).toContainText("Ctrl+Shift+F");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("heading", { level: 1, name: "五项清单管到底" })).toBeVisible();
  });

  test("the mouse's side buttons go back and forward through what was read", async () => {
    const { page } = launched;
    await row(page, "春耕备耕早安排").click();
    await row(page, "五项清单管到底").click();
    const press = (button: number) =>
      page.evaluate((which) => {
        document.body.dispatchEvent(
          new MouseEvent("mouseup", { button: which, bubbles: true, cancelable: true }),
        );
      }, button);
    await press(3);
    await expect(page.getByRole("heading", { level: 1, name: "春耕备耕早安排" })).toBeVisible();
    await press(4);
    await expect(page.getByRole("heading", { level: 1, name: "五项清单管到底" })).toBeVisible();
  });

  test("panes fold: the list at will, the page alone by F11, and in half a screen the list is a drawer", async () => {
    const { page, app } = launched;
    await row(page, "春耕备耕早安排").click();
    await page.keyboard.press("Control+l");
    await expect(rows(page)).toHaveCount(0);
    await page.getByRole("button", { name: "文章列表" }).click();
    await expect(rows(page)).toHaveCount(4);

    await page.keyboard.press("F11");
    await expect(page.getByRole("navigation", { name: "主导航" })).toBeHidden();
    await expect(rows(page)).toHaveCount(0);
    await page.keyboard.press("F11");
    await expect(page.getByRole("navigation", { name: "主导航" })).toBeVisible();

    // The desktop may end the full screen by itself: the page follows, and the next press means what it says.
    const window = await app.browserWindow(page);
    const isFullScreen = () => window.evaluate((shown) => shown.isFullScreen());
    await page.keyboard.press("F11");
    await expect.poll(isFullScreen).toBe(true);
    await expect(page.getByRole("navigation", { name: "主导航" })).toBeHidden();
    await window.evaluate((shown) => shown.setFullScreen(false));
    await expect(page.getByRole("navigation", { name: "主导航" })).toBeVisible();
    await page.keyboard.press("F11");
    await expect.poll(isFullScreen).toBe(true);
    await expect(page.getByRole("navigation", { name: "主导航" })).toBeHidden();
    await page.keyboard.press("F11");
    await expect(page.getByRole("navigation", { name: "主导航" })).toBeVisible();

    await resizeWindow(app, page, { width: 683, height: 690 });
    await expect(page.getByRole("navigation", { name: "主导航" })).toBeHidden();
    await page.getByRole("button", { name: "文章列表" }).click();
    const drawer = page.getByRole("dialog", { name: "资料库" });
    await drawer.getByRole("option").filter({ hasText: "河道治理见成效" }).click();
    await expect(drawer).toBeHidden();
    await expect(page.getByRole("heading", { level: 1, name: "河道治理见成效" })).toBeVisible();
  });
});

test("settings apply at once, last over a restart, and the whole interface changes its language", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "antou-settings-"));
  try {
    const first = await launchApp({ dataDir, size: { width: 1366, height: 768 } });
    await expect(rows(first.page)).toHaveCount(4);
    await first.page.keyboard.press("Control+,");
    await first.page.getByText("护眼", { exact: true }).click();
    await expect(first.page.locator("html")).toHaveAttribute("data-theme", "green");
    await first.page.getByRole("textbox", { name: "字号" }).fill("22");
    await first.page.keyboard.press("Tab");
    await first.page.getByText("两端对齐").click();
    await first.page.getByText("English", { exact: true }).click();
    await expect(first.page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
    await expect(first.page.locator("html")).toHaveAttribute("lang", "en");
    // Chinese that is left: the languages' own names, and nothing else of the interface.
    const left = await first.page.locator("main").innerText();
    expect(left.replaceAll("中文", "").match(/\p{Script=Han}+/gu)).toBeNull();
    await first.close();

    const second = await launchApp({ dataDir, size: { width: 1366, height: 768 } });
    await expect(second.page.getByRole("searchbox", { name: "Search the library" })).toBeVisible();
    const look = await second.page.evaluate(() => {
      const { style, dataset } = document.documentElement;
      return [
        dataset["theme"],
        style.getPropertyValue("--reading-size"),
        style.getPropertyValue("--reading-align"),
      ];
    });
    expect(look).toEqual(["green", "22px", "start"]);
    await second.close();
  } finally {
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});

test("a long list is virtual, and scrolling back through days never loses its place", async () => {
  const { page, close } = await launchApp({ size: { width: 1366, height: 768 } });
  try {
    await expect(rows(page)).toHaveCount(4);
    await call(page, "removeSamples", null);
    const many = Array.from({ length: 260 }, (_, place) => ({
      title: `第${place}篇`,
      date: `2021-${String(12 - Math.floor(place / 26)).padStart(2, "0")}-${String(26 - (place % 26)).padStart(2, "0")}`,
    }));
    await importFolder(page, await writeArticles(many));
    const list = page.getByRole("listbox", { name: "文章列表" });
    await list.focus();
    await page.keyboard.press("End");
    await expect(rows(page).filter({ hasText: "第259篇" })).toBeVisible();
    expect(await rows(page).count()).toBeLessThan(40);
    await expect(rows(page).filter({ hasText: "第259篇" })).toHaveAttribute("aria-posinset", "260");
    for (let step = 0; step < 200; step += 1) await page.keyboard.press("ArrowUp");
    const cursor = rows(page).filter({ hasText: "第59篇" });
    await expect(cursor).toHaveAttribute("aria-selected", "true");
    await expect(cursor).toBeInViewport({ ratio: 1 });
  } finally {
    await close();
  }
});

test("axe finds nothing on any screen, in any theme", async () => {
  test.setTimeout(180_000);
  const { page, close, app } = await launchApp({ size: { width: 1366, height: 768 } });
  try {
    await expect(rows(page)).toHaveCount(4);
    await expectAccessible(page, "first start");
    await call(page, "changeSettings", { welcomeDone: true });
    for (const theme of ["day", "green", "night"]) {
      await call(page, "changeSettings", { theme });
      await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
      await page.keyboard.press("Control+1");
      await rows(page)
        .nth(0)
        .click({ modifiers: ["Control"] });
      await rows(page)
        .nth(1)
        .click({ modifiers: ["Shift"] });
      await expectAccessible(page, `library, ${theme}`);
      await page.keyboard.press("Control+,");
      await expect(page.getByRole("heading", { level: 1, name: "设置" })).toBeVisible();
      await expectAccessible(page, `settings, ${theme}`);
    }
    await page.keyboard.press("Control+/");
    await expectAccessible(page, "shortcuts");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "导入", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "导入记录" })).toBeVisible();
    await expectAccessible(page, "imports");
    await page.keyboard.press("Control+1");
    await rows(page)
      .nth(0)
      .click({ modifiers: ["Control"] });
    await rows(page)
      .nth(1)
      .click({ modifiers: ["Shift"] });
    await page.getByRole("button", { name: "编辑信息" }).click();
    await expectAccessible(page, "edit many");
    await page.keyboard.press("Escape");
    await resizeWindow(app, page, { width: 683, height: 690 });
    await expectAccessible(page, "half a screen");
    await page.keyboard.press("Control+l");
    await expect(page.getByRole("dialog", { name: "资料库" })).toBeVisible();
    await expectAccessible(page, "drawer");
  } finally {
    await close();
  }
});

test("nothing overflows sideways, from the least width to 200 % zoom", async () => {
  const { page, close, app } = await launchApp({ size: { width: 1366, height: 768 } });
  try {
    await expect(rows(page)).toHaveCount(4);
    for (const size of [
      { width: 640, height: 480 },
      // What 1280×720 and 1366×768 leave of themselves at 200 %.
      { width: 683, height: 384 },
      { width: 1024, height: 700 },
      { width: 1280, height: 720 },
    ]) {
      await resizeWindow(app, page, size);
      for (const key of ["Control+1", "Control+,"]) {
        await page.keyboard.press(key);
        await page.keyboard.press("Escape");
        expect(await overflowing(page), `${size.width}×${size.height}`).toEqual([]);
      }
    }
  } finally {
    await close();
  }
});

async function expectAccessible(page: Page, where: string): Promise<void> {
  // Legacy mode runs in this window: an application's test cannot open another.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
  expect(found, where).toEqual([]);
}

/** Buttons and fields that reach beyond the window. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("button, input, [role=option]")]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1) && element.checkVisibility();
      })
      .map((element) => element.textContent ?? ""),
  );
}
