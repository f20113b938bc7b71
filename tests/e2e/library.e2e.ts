/** The library's list: looked through, filtered, and its articles marked, edited and put away. */
import { expect, test } from "@playwright/test";
import { type Launched, launchApp } from "./launch.ts";
import { call, importFolder, writeArticles } from "./library-on-disk.ts";
import { choose, openLibrary, row, rows, titles, toShelf } from "./library-window.ts";

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
