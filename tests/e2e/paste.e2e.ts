/** Pasting as an article (粘贴为文章): from what another program copied to the article that opens. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { type Launched, resizeWindow } from "./launch.ts";
import { call } from "./library-on-disk.ts";
import { openLibrary, row, rows } from "./library-window.ts";

const fromWord = readFileSync(
  join(import.meta.dirname, "../fixtures/import/html/pasted-from-word/input.html"),
  "utf8",
);

let launched: Launched;
test.beforeEach(async () => {
  launched = await openLibrary();
});
test.afterEach(() => launched.close());

test("a selection from Word becomes an article by key, with its title, source and date", async () => {
  const { page } = launched;
  await copy({ "text/html": fromWord, "text/plain": "河道整治工作安排" });
  await rows(page).first().click();
  await page.keyboard.press("Control+Shift+V");
  const dialog = page.getByRole("dialog", { name: "粘贴为文章" });
  await expect(dialog.getByRole("textbox", { name: "标题" })).toHaveValue("河道整治工作安排");
  await expect(dialog.getByText("全县河道整治分三步同时推进，责任到人。")).toBeVisible();
  await expect(dialog.getByText("有1张图片没有随文字一起复制过来，已标为缺图。")).toBeVisible();
  await dialog.getByRole("combobox", { name: "来源" }).fill("水利局");
  await dialog.getByRole("textbox", { name: "日期" }).fill("2021-02-31");
  await dialog.getByRole("button", { name: "存入资料库" }).click();
  await expect(dialog.getByText("日期应写成2021-02-05这样，并且是真实存在的一天。")).toBeVisible();
  await dialog.getByRole("textbox", { name: "日期" }).fill("2021-03-08");
  await dialog.getByRole("button", { name: "存入资料库" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "河道整治工作安排" })).toBeVisible();
  await expect(page.getByText("已存入资料库。")).toBeVisible();
  const list = page.getByRole("article").getByRole("list").first();
  await expect(list.getByRole("listitem").first()).toContainText("摸清底数");
  await expect(row(page, "河道整治工作安排")).toContainText("水利局·03-08");

  await page.keyboard.press("Control+Shift+V");
  await dialog.getByRole("button", { name: "存入资料库" }).click();
  await expect(page.getByText("这段内容资料库里已经有了，没有重复存入。")).toBeVisible();
  await expect(rows(page)).toHaveCount(5);
  await page.getByRole("button", { name: "导入", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "导入记录" })).toBeVisible();
  await expect(page.getByRole("option").nth(0)).toContainText("已导入0篇，无变化1篇");
  await expect(page.getByRole("option").nth(1)).toContainText("已导入1篇");
});

test("text is pasted from the menu beside importing, and nothing is stored when it is cancelled", async () => {
  const { page } = launched;
  await copy({ "text/plain": "防汛值班安排\n\n一号至十号由水利站值班，请各站按时到岗。\n" });
  await fromMenu(page);
  const dialog = page.getByRole("dialog", { name: "粘贴为文章" });
  await dialog.getByRole("button", { name: "取消" }).click();
  await expect(dialog).toBeHidden();
  await expect(rows(page)).toHaveCount(4);
  await fromMenu(page);
  await dialog.getByRole("textbox", { name: "标题" }).fill("值班安排");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "值班安排" })).toBeVisible();
});

test("an empty clipboard gets a sentence", async () => {
  const { page, app } = launched;
  await app.evaluate(({ clipboard }) => clipboard.clear());
  await fromMenu(page);
  await expect(page.getByText(/剪贴板里没有可以存为文章的文字或图片/)).toBeVisible();
});

test("in a field the keys paste into the field", async () => {
  const { page } = launched;
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Control+Shift+V");
  await expect(page.getByRole("dialog", { name: "粘贴为文章" })).toBeHidden();
});

test("the dialog is sound for axe in every theme and window", async () => {
  test.setTimeout(120_000);
  const { page, app } = launched;
  await copy({ "text/html": fromWord, "text/plain": "河道整治工作安排" });
  for (const theme of ["day", "green", "night"]) {
    await call(page, "changeSettings", { theme });
    await fromMenu(page);
    await expect(page.getByRole("dialog", { name: "粘贴为文章" })).toBeVisible();
    await expectAccessible(page, theme);
    await shoot(page, `paste-${theme}`);
    await page.keyboard.press("Escape");
  }
  await resizeWindow(app, page, { width: 683, height: 690 });
  await page.keyboard.press("Control+Shift+V");
  await expect(page.getByRole("dialog", { name: "粘贴为文章" })).toBeVisible();
  await expectAccessible(page, "half a screen");
  await shoot(page, "paste-narrow");
});

async function copy(contents: Record<string, string>): Promise<void> {
  await launched.app.evaluate(
    ({ clipboard, ClipboardItem }, given) => clipboard.write([new ClipboardItem(given)]),
    contents,
  );
}

async function fromMenu(page: Page): Promise<void> {
  await page.getByRole("button", { name: "更多操作" }).first().click();
  await page.getByRole("menuitem", { name: "粘贴为文章…" }).click();
}

async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
  expect(found, where).toEqual([]);
}

/** To be looked at by people: written where asked for. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env["ANTOU_SCREENSHOTS"];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
}
