/** Bookmarks in the built application: marking by mouse and by keyboard, notes, the panel, copying, and changed texts. */
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import type { Reader } from "../../preload/contract.ts";
import type { Bookmark } from "../../preload/model/bookmark.ts";
import { type Launched, launchApp } from "./launch.ts";
import { call, importFolder, writeArticles } from "./library-on-disk.ts";
import { openListed } from "./library-window.ts";
import { placeOf, selectByMouse } from "./selecting.ts";

declare const reader: Reader;

const report = `截至3月5日,全区已备足种子1200吨,完成计划的96.5%。

## 一、物资储备

储备充足。各乡镇农资网点库存较去年同期增加两成，价格平稳。

| 乡镇 | 种子 |
| --- | --- |
| 东风乡 | 420 |

## 二、存在问题

水渠尚有三处未清淤，须在本月十五日以前完成。

以上情况，特此通报。`;

let launched: Launched;
let page: Page;
let folder: string;

test.beforeEach(async () => {
  launched = await launchApp({ size: { width: 1366, height: 768 } });
  page = launched.page;
  await page.getByRole("heading", { name: "欢迎使用案头" }).waitFor();
  await call(page, "removeSamples", null);
  await call(page, "changeSettings", { welcomeDone: true });
  folder = await writeArticles([
    { title: "春耕备耕情况简报", publication: "示例日报", date: "2021-02-05", page: "3", text: report },
  ]);
  await importFolder(page, folder);
  await openListed(page, "春耕备耕情况简报");
  await page.getByText("以上情况，特此通报。", { exact: true }).waitFor();
  // Other letters would move the lines that the mouse is about to press.
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
});

test.afterEach(async () => {
  await launched.close();
});

/** All bookmarks, as the library has them. */
async function stored(): Promise<readonly Bookmark[]> {
  return await page.evaluate(async () => {
    const result = await reader.listBookmarks({
      article: null,
      tag: null,
      color: null,
      state: null,
      phrase: "",
      from: null,
      to: null,
      sort: "oldest",
      offset: 0,
      limit: 100,
    });
    return result.ok ? result.value.rows : [];
  });
}

async function quotes(): Promise<readonly string[]> {
  return (await stored()).map(({ quote }) => quote);
}

const bar = () => page.getByRole("toolbar", { name: "对选中文字的操作" });
const painted = (color: string) =>
  page.evaluate(
    (name) => [...(CSS.highlights.get(`antou-mark-${name}`) ?? [])].map((range) => String(range)),
    color,
  );

async function markByMouse(from: string, to: string, color = "黄色"): Promise<void> {
  const before = (await stored()).length;
  await selectByMouse(page, from, to);
  await bar().getByRole("button", { name: color }).click();
  await expect.poll(async () => (await stored()).length).toBe(before + 1);
}

async function axe(): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

test("a passage across blocks is marked by mouse, painted without touching the text, and undone and done again", async () => {
  const textBefore = await page.locator("article").innerHTML();
  await selectByMouse(page, "已备足种子", "储备充足。");
  await expect(bar()).toBeVisible();
  await bar().getByRole("button", { name: "绿色" }).click();
  await expect.poll(quotes).toEqual(["已备足种子1200吨,完成计划的96.5%。\n一、物资储备\n储备充足。"]);
  await expect.poll(() => painted("green")).toHaveLength(1);
  expect((await painted("green"))[0]).toMatch(/^已备足种子1200吨[\s\S]*储备充足。$/);
  expect(await page.locator("article").innerHTML()).toBe(textBefore);
  await expect(page.getByRole("button", { name: /绿色 标注：已备足种子/ })).toBeVisible();

  await page.keyboard.press("Control+z");
  await expect.poll(quotes).toEqual([]);
  await expect.poll(() => painted("green")).toEqual([]);
  await page.keyboard.press("Control+y");
  await expect.poll(quotes).toHaveLength(1);
  await expect.poll(() => painted("green")).toHaveLength(1);
});

test("by keyboard alone a passage across blocks is selected, marked, noted and tagged", async () => {
  await page.getByRole("region", { name: "文章", exact: true }).focus();
  await page.keyboard.press("F7");
  // From the title past the source line into the first paragraph, then on to the heading behind it.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  for (let line = 0; line < 3; line++) await page.keyboard.press("Shift+ArrowDown");
  await expect(bar()).toBeVisible();
  await page.keyboard.press("Control+j");
  await expect(bar().getByRole("button", { name: "红色" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect.poll(quotes).toHaveLength(1);
  const [marked] = await stored();
  expect(marked?.color).toBe("blue");
  expect(marked?.quote).toContain("\n");

  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Control+m");
  await expect(page.getByRole("textbox", { name: "批注内容" })).toBeFocused();
  await page.keyboard.type("下周会上要用");
  await expect(page.getByText("未保存，离开输入框后自动保存")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("未保存，离开输入框后自动保存")).toHaveCount(0);
  await page.keyboard.press("Tab");
  await page.keyboard.type("春耕");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await stored()).at(-1)?.tags).toEqual(["春耕"]);
  expect((await stored()).at(-1)?.note).toBe("下周会上要用");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary", { name: "这里的标注" })).toHaveCount(0);
});

test("the right-click menu offers what the bar does", async () => {
  await selectByMouse(page, "储备充足", "价格平稳");
  const items = await launched.app.evaluate(({ Menu }) => {
    const shown = new Promise<readonly string[]>((resolve) => {
      const build = Menu.buildFromTemplate.bind(Menu);
      Menu.buildFromTemplate = (template) => {
        const menu = build(template);
        Menu.buildFromTemplate = build;
        resolve(menu.items.map(({ label }) => label));
        return menu;
      };
    });
    (globalThis as unknown as { shown: unknown }).shown = shown;
    return null;
  });
  expect(items).toBeNull();
  const place = await placeOf(page, "库存较去年", "start");
  await page.mouse.click(place.x + 20, place.y, { button: "right" });
  const labels = await launched.app.evaluate(
    () => (globalThis as unknown as { shown: Promise<readonly string[]> }).shown,
  );
  for (const label of ["划线：红", "划线：灰", "批注", "添加标签", "复制", "复制并注明出处", "搜索所选文字"])
    expect(labels).toContain(label);
});

test("the panel groups, searches and sorts; a jump goes to the passage and shows it", async () => {
  await markByMouse("水渠", "三处", "红色");
  await markByMouse("储备充足", "农资网点", "蓝色");
  await page.keyboard.press("Control+Shift+b");
  const panel = page.getByRole("main", { name: "标注" });
  await expect(panel.getByRole("article")).toHaveCount(2);
  await panel.getByRole("button", { name: /^红色/ }).first().click();
  await expect(panel.getByRole("article")).toHaveCount(1);
  await expect(panel.getByRole("article")).toContainText("水渠尚有三处");
  await panel.getByRole("button", { name: "全部资料" }).click();
  await panel.getByRole("searchbox").fill("农资");
  await expect(panel.getByRole("article")).toHaveCount(1);
  await panel.getByRole("searchbox").fill("没有这句话");
  await expect(panel.getByText("当前条件下没有标注。")).toBeVisible();
  await panel.getByRole("button", { name: "清除筛选" }).click();
  await expect(panel.getByRole("article")).toHaveCount(2);
  expect(await axe()).toEqual([]);

  await panel.getByRole("button", { name: "水渠尚有三处" }).click();
  await expect(page.getByRole("article").getByText("水渠尚有三处未清淤")).toBeInViewport();
  await expect.poll(() => page.evaluate(() => CSS.highlights.has("antou-flashed"))).toBe(true);
  await expect.poll(() => page.evaluate(() => CSS.highlights.has("antou-flashed"))).toBe(false);
});

test("several are chosen, coloured, tagged and deleted, and all of it is undone", async () => {
  await markByMouse("水渠", "三处", "红色");
  await markByMouse("储备充足", "农资网点", "蓝色");
  await page.keyboard.press("Control+Shift+b");
  await page.getByRole("button", { name: "选择多处" }).click();
  const foot = page.getByRole("region", { name: /已选/ });
  await foot.getByRole("button", { name: "全选" }).click();
  await foot.getByRole("button", { name: "灰色" }).click();
  await expect.poll(async () => (await stored()).map(({ color }) => color)).toEqual(["grey", "grey"]);
  await foot.getByRole("button", { name: "添加标签" }).click();
  await page.keyboard.type("汇报");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await stored()).map(({ tags }) => tags)).toEqual([["汇报"], ["汇报"]]);
  await foot.getByRole("button", { name: "删除" }).click();
  await expect(page.getByText("还没有标注。在文章中选中文字，点“划线”或“批注”。")).toBeVisible();
  await page.getByRole("button", { name: "撤销" }).click();
  await expect.poll(async () => (await stored()).map(({ tags }) => tags)).toEqual([["汇报"], ["汇报"]]);
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await stored()).map(({ tags }) => tags)).toEqual([[], []]);
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await stored()).map(({ color }) => color)).toEqual(["red", "blue"]);
});

/** What a copy event puts on the clipboard. */
async function copied(): Promise<{ readonly text: string; readonly html: string }> {
  return await page.evaluate(() => {
    const data = new DataTransfer();
    const event = new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true });
    document.querySelector("article")?.dispatchEvent(event);
    return { text: data.getData("text/plain"), html: data.getData("text/html") };
  });
}

test("copying gives what is shown, and structure alone as HTML", async () => {
  await selectByMouse(page, "储备充足", "特此通报。");
  expect(await copied()).toEqual({
    text: [
      "储备充足。各乡镇农资网点库存较去年同期增加两成，价格平稳。",
      "乡镇\t种子",
      "东风乡\t420",
      "二、存在问题",
      "水渠尚有三处未清淤，须在本月十五日以前完成。",
      "以上情况，特此通报。",
    ].join("\n"),
    html:
      "<p>储备充足。各乡镇农资网点库存较去年同期增加两成，价格平稳。</p>" +
      "<table><tr><th>乡镇</th><th>种子</th></tr><tr><td>东风乡</td><td>420</td></tr></table>" +
      "<h2>二、存在问题</h2>" +
      "<p>水渠尚有三处未清淤，须在本月十五日以前完成。</p>" +
      "<p>以上情况，特此通报。</p>",
  });
  await selectByMouse(page, "完成计划", "96.5%");
  expect(await copied()).toEqual({ text: "完成计划的96.5%", html: "完成计划的96.5%" });
});

test("a passage is copied with its citation", async () => {
  await selectByMouse(page, "储备充足", "储备充足。");
  await page.keyboard.press("Control+Shift+c");
  await expect(page.getByText("已复制，并注明出处")).toBeVisible();
  const text = await launched.app.evaluate(async ({ clipboard }) => {
    const [item] = await clipboard.read();
    return await item?.getType("text/plain").then((blob) => blob.text());
  });
  expect(text).toBe("储备充足。（《示例日报》2021年2月5日第3版《春耕备耕情况简报》）");
});

test("a text imported again keeps, moves, changes and loses its bookmarks; the lost one is given a new place", async () => {
  await markByMouse("储备充足", "价格平稳", "黄色");
  await markByMouse("截至3月5日", "96.5%", "红色");
  await markByMouse("水渠尚有", "以前完成", "蓝色");
  await markByMouse("以上情况", "特此通报。", "绿色");
  const changed = report
    .replace("种子1200吨", "种子1350吨")
    .replace("以上情况，特此通报。", "（完）")
    .replace("## 二、存在问题", "春播面积已经落实到户，各村正在抓紧整地。\n\n## 二、存在问题");
  const head = "---\ntitle: 春耕备耕情况简报\npublication: 示例日报\ndate: 2021-02-05\npage: 3\n---\n\n";
  await writeFile(join(folder, "00000.md"), `${head}${changed}\n`);
  await importFolder(page, folder);
  await expect
    .poll(async () => (await stored()).map(({ color, state }) => `${color} ${state}`))
    .toEqual(["yellow kept", "red changed", "blue moved", "green lost"]);
  await expect.poll(() => painted("red")).toEqual([expect.stringContaining("1350")]);
  expect(await painted("green")).toEqual([]);

  await page.getByRole("navigation", { name: "主导航" }).getByRole("button", { name: "导入" }).click();
  await expect(page.getByText("标注：1处未变，1处位置已变，1处原文有改动，1处未找到原文")).toBeVisible();
  await page.getByRole("button", { name: "查看标注：春耕备耕情况简报" }).click();
  const panel = page.getByRole("main", { name: "标注" });
  await expect(panel.getByRole("article")).toHaveCount(4);
  const red = panel.getByRole("article").filter({ hasText: "截至" });
  await expect(red.getByText("原文有改动")).toBeVisible();
  await expect(red.locator("del")).toHaveText("1200");
  await expect(red.locator("ins")).toHaveText("1350");
  await panel.getByRole("button", { name: /未找到原文/ }).click();
  await expect(panel.getByRole("article")).toHaveCount(1);
  expect(await axe()).toEqual([]);
  await panel.getByRole("button", { name: "重新定位" }).click();
  const put = page.getByRole("button", { name: "放到这里" });
  await expect(put).toBeDisabled();
  await selectByMouse(page, "（完）", "（完）");
  await expect(put).toBeEnabled();
  await put.click();
  await expect.poll(() => painted("green")).toEqual(["（完）"]);
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await stored()).at(-1)?.state).toBe("lost");
});

test("bookmarks are exported to a file, and a backup file is looked at before it is imported", async () => {
  await markByMouse("水渠", "三处", "红色");
  const file = join(tmpdir(), `antou-标注-${Date.now()}.jsonld`);
  await launched.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);
  await page.keyboard.press("Control+Shift+b");
  await page.getByRole("button", { name: "导出" }).click();
  const dialog = page.getByRole("dialog", { name: "导出" });
  await dialog.getByRole("button", { name: /文件格式/ }).click();
  await page.getByRole("option", { name: "导出标注备份文件" }).click();
  await dialog.getByRole("button", { name: "导出", exact: true }).click();
  await expect(page.getByText(/已把1处标注导出到/)).toBeVisible();

  await page.getByRole("button", { name: "删除标注" }).click();
  await expect.poll(quotes).toEqual([]);
  await page.getByRole("button", { name: "导入标注备份文件" }).click();
  const trial = page.getByRole("dialog", { name: "导入标注备份文件" });
  await expect(trial.getByText(/将新增1处标注/)).toBeVisible();
  expect(await quotes()).toEqual([]);
  await trial.getByRole("button", { name: "导入", exact: true }).click();
  await expect.poll(quotes).toEqual(["水渠尚有三处"]);
});

test("the page with its bar, signs and an open note is sound for screen readers, in every theme", async () => {
  await markByMouse("水渠", "三处", "红色");
  await page.getByRole("button", { name: /红色 标注/ }).click();
  await expect(page.getByRole("textbox", { name: "批注内容" })).toBeFocused();
  for (const theme of ["day", "green", "night"]) {
    await call(page, "changeSettings", { theme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    expect(await axe()).toEqual([]);
  }
  await page.keyboard.press("Escape");
  await selectByMouse(page, "储备充足", "价格平稳");
  await expect(bar()).toBeVisible();
  expect(await axe()).toEqual([]);
});
