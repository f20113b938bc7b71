/** Text that came in garbled: another encoding is chosen, by its preview, in the list, at the original and in the report. */
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { encode } from "../importing/encode-text.ts";
import { type Launched, launchApp } from "./launch.ts";
import { call, importFolder } from "./library-on-disk.ts";

let launched: Launched;
test.beforeEach(async () => {
  launched = await launchApp({ size: { width: 1366, height: 768 } });
  const { page } = launched;
  await expect(rows(page)).toHaveCount(4);
  await call(page, "removeSamples", null);
  await call(page, "changeSettings", { welcomeDone: true });
});
test.afterEach(() => launched.close());

function rows(page: Page) {
  return page.getByRole("listbox", { name: "文章列表" }).getByRole("option");
}

const right = "春耕备耕早安排\n\n全县春耕备耕工作正在有序进行，小麦长势良好。\n";

/** A file in GBK, read as Big5 as if someone had once chosen so. */
async function openGarbled(page: Page): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "antou-"));
  await writeFile(join(folder, "春耕.txt"), encode(right, "gbk"));
  await importFolder(page, folder);
  await expect(rows(page)).toHaveCount(1);
  await rows(page).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "春耕备耕早安排" })).toBeVisible();
  const [{ id } = { id: 0 }] = (await call<{ rows: { id: number }[] }>(page, "listArticles", everything))
    .rows;
  await call(page, "importAgain", { id, encoding: "big5" });
  await expect(page.getByRole("heading", { level: 1, name: "春耕备耕早安排" })).toBeHidden();
}

const everything = {
  ...{ shelf: { kind: "all" }, publication: null, issued: null, sort: "date", offset: 0, limit: 10 },
};

async function chooseInDialog(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "文字编码（乱码时更换）" });
  const big5 = dialog.getByRole("radio", { name: "Big5（繁体中文）" });
  const gbk = dialog.getByRole("radio", { name: "GBK、GB18030（简体中文）" });
  await expect(big5).toBeChecked();
  await expect(dialog.getByText("全县春耕备耕工作正在有序进行，小麦长势良好。")).toBeVisible();
  await big5.focus();
  await page.keyboard.press("ArrowUp");
  await expect(gbk).toBeChecked();
  await dialog.getByRole("button", { name: "重新导入" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("已按GB18030重新导入“春耕.txt”。")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "春耕备耕早安排" })).toBeVisible();
}

/** A native menu cannot be clicked by a test: the command is chosen as the menu opens. */
async function chooseFromRowMenu(page: Page): Promise<void> {
  await launched.app.evaluate(({ Menu }) => {
    Menu.prototype.popup = function popup(this: Electron.Menu) {
      this.getMenuItemById("change-encoding")?.click();
    };
  });
  await rows(page).first().click({ button: "right" });
}

test("a row's menu leads to the encodings, and the one that reads well puts the article right", async () => {
  const { page } = launched;
  await openGarbled(page);
  await chooseFromRowMenu(page);
  const dialog = page.getByRole("dialog", { name: "文字编码（乱码时更换）" });
  await expect(dialog.getByRole("radio")).toHaveCount(8);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations).toEqual([]);
  await page.screenshot({ path: test.info().outputPath("encoding-day.png") });
  await call(page, "changeSettings", { theme: "night" });
  await page.screenshot({ path: test.info().outputPath("encoding-night.png") });
  await page.setViewportSize({ width: 683, height: 690 });
  await page.screenshot({ path: test.info().outputPath("encoding-narrow.png") });
  await page.setViewportSize({ width: 1366, height: 768 });
  await chooseInDialog(page);
});

test("so does the original of the open article", async () => {
  const { page } = launched;
  await openGarbled(page);
  await page.getByRole("button", { name: "查看原件" }).click();
  const original = page.getByRole("dialog", { name: "原件" });
  await original.getByRole("button", { name: "更换文字编码…" }).click();
  await chooseInDialog(page);
});

test("so does an import's report, where the reader was not sure", async () => {
  const { page } = launched;
  const folder = await mkdtemp(join(tmpdir(), "antou-"));
  await writeFile(join(folder, "便条.txt"), encode("文", "big5"));
  await importFolder(page, folder);
  await page.getByRole("button", { name: "导入", exact: true }).click();
  await expect(page.getByText("文字编码没有把握")).toBeVisible();
  await page.getByRole("button", { name: "更换文字编码…" }).click();
  const dialog = page.getByRole("dialog", { name: "文字编码（乱码时更换）" });
  await dialog.getByRole("radio", { name: "Big5（繁体中文）" }).check({ force: true });
  await expect(dialog.getByText("文", { exact: true })).toBeVisible();
  await dialog.getByRole("button", { name: "重新导入" }).click();
  await expect(page.getByText("已按BIG5重新导入“便条.txt”。")).toBeVisible();
});

test("an official document shows what it states, and a classified one is not imported", async () => {
  const { page } = launched;
  const folder = await mkdtemp(join(tmpdir(), "antou-"));
  const body = [
    ...["内部资料 注意保存", "示例县人民政府文件", "示政发〔2021〕3号　　签发人：张三"],
    ...["关于做好春耕工作的通知", "各乡镇人民政府：", "　　春耕工作要抓紧抓实抓好。"],
    ...["示例县人民政府", "2021年3月1日", "抄送：县委办公室。", "示例县人民政府办公室　　2021年3月2日印发"],
  ];
  await writeFile(join(folder, "一.txt"), body.join("\n"));
  await writeFile(join(folder, "二.txt"), `机密★1年\n${body.slice(1).join("\n")}`);
  await importFolder(page, folder);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText("内部资料");
  await rows(page).first().click();
  const article = page.getByRole("article");
  await expect(article.getByRole("heading", { level: 1, name: "关于做好春耕工作的通知" })).toBeVisible();
  await expect(article.getByText("内部资料", { exact: true })).toBeVisible();
  await article.getByText("公文信息").click();
  await expect(article.getByText("示政发〔2021〕3号", { exact: true })).toBeVisible();
  await page.screenshot({ path: test.info().outputPath("official-day.png") });
  await page.getByRole("button", { name: "导入", exact: true }).click();
  await expect(page.getByText("疑似涉密文件，已停止导入")).toBeVisible();
});
