/** Importing in the window: by dialog, by drop, in the background, cancelled; its report and its record. */
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { type Launched, launchApp } from "./launch.ts";
import { call, writeArticles } from "./library-on-disk.ts";

let launched: Launched;
test.beforeEach(async () => {
  launched = await launchApp({ size: { width: 1366, height: 768 } });
  const { page } = launched;
  await expect(rows(page)).toHaveCount(4);
  await call(page, "removeSamples", null);
  await call(page, "changeSettings", { welcomeDone: true });
  await expect(page.getByText("还没有资料。把文件或文件夹拖到这里，或导入文件")).toBeVisible();
});
test.afterEach(() => launched.close());

function rows(page: Page) {
  return page.getByRole("listbox", { name: "文章列表" }).getByRole("option");
}

/** Answers the system's dialog, which a test cannot reach. */
async function answerDialog(paths: readonly string[]): Promise<void> {
  await launched.app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths });
    },
    [...paths],
  );
}

/** A newspaper page's dump in a folder named as offices name them. */
async function writePage(): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), "antou-")), "宁郭日报", "2021-02-05");
  await mkdir(folder, { recursive: true });
  const file = join(folder, "第3版.txt");
  await writeFile(
    file,
    "春耕备耕早安排\n\n本报记者 张三\n\n春耕时节，各村早早备好了种子。田间地头一派忙碌。\n",
  );
  return file;
}

test("by dialog: the batch's details are guessed, corrected, written, and the report opens the article", async () => {
  const { page } = launched;
  await answerDialog([await writePage()]);
  // The card that welcomes may still be going, with a button of that name.
  await page.getByText("还没有资料").getByRole("button", { name: "导入文件", exact: true }).click();
  const details = page.getByRole("dialog", { name: "导入" });
  await expect(details.getByText("将导入“第3版.txt”。")).toBeVisible();
  await expect(details.getByRole("textbox", { name: "日期" })).toHaveValue("2021-02-05");
  await expect(details.getByRole("textbox", { name: "版次" })).toHaveValue("3");
  await expect(details.getByRole("combobox", { name: "来源" })).toHaveValue("宁郭日报");
  await details.getByRole("textbox", { name: "版名" }).fill("三农");
  await details.getByRole("button", { name: "开始导入" }).click();

  const report = page.getByRole("dialog", { name: "导入完成" });
  await expect(report.getByText("已导入1篇。")).toBeVisible();
  await report.getByRole("button", { name: "春耕备耕早安排" }).click();
  await expect(report).toBeHidden();
  await expect(page.getByRole("heading", { level: 1, name: "春耕备耕早安排" })).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText("宁郭日报·02-05·第3版");
  const [row] = (await call<{ rows: { pageName: string }[] }>(page, "listArticles", everything)).rows;
  expect(row?.pageName).toBe("三农");
});

test("what could not be imported is said in a sentence, and the rest is taken", async () => {
  const { page } = launched;
  const file = await writePage();
  await answerDialog([file, join(dirname(file), "没有这个文件.txt")]);
  await page.keyboard.press("Control+o");
  await expect(page.getByText("将导入“第3版.txt”等2项。")).toBeVisible();
  await page.getByRole("button", { name: "开始导入" }).click();
  const report = page.getByRole("dialog", { name: "导入完成" });
  await expect(report.getByText("已导入1篇，未导入1个文件。")).toBeVisible();
  await expect(
    report.getByText(/找不到“.*没有这个文件\.txt”。请确认文件没有被移动、改名或删除。/),
  ).toBeVisible();
});

test("a dialog that is cancelled changes nothing", async () => {
  const { page } = launched;
  await answerDialog([]);
  await page.keyboard.press("Control+o");
  await page.keyboard.press("Control+,");
  await expect(page.getByRole("heading", { level: 1, name: "设置" })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("what was said of the last batch is offered for the next where names tell nothing", async () => {
  const { page } = launched;
  await answerDialog([await writePage()]);
  await page.keyboard.press("Control+o");
  await page.getByRole("button", { name: "开始导入" }).click();
  await page.getByRole("dialog", { name: "导入完成" }).getByRole("button", { name: "关闭" }).last().click();

  const plain = join(await mkdtemp(join(tmpdir(), "antou-")), "note.txt");
  await writeFile(plain, "一篇来稿\n\n正文。\n");
  await answerDialog([plain]);
  await page.keyboard.press("Control+o");
  await expect(page.getByRole("combobox", { name: "来源" })).toHaveValue("");
  await page.getByRole("button", { name: "沿用上次：宁郭日报 · 2021-02-05 · 3" }).click();
  await expect(page.getByRole("combobox", { name: "来源" })).toHaveValue("宁郭日报");
});

test("by drop, anywhere on the window, a folder too; importing it again changes nothing", async () => {
  const { page } = launched;
  const folder = await writeArticles([{ title: "甲" }, { title: "乙" }]);
  for (const summary of ["已导入2篇。", "已导入0篇，无变化2篇。"]) {
    await drop(page, [folder]);
    await page.getByRole("button", { name: "开始导入" }).click();
    await expect(page.getByRole("dialog", { name: "导入完成" }).getByText(summary)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(rows(page)).toHaveCount(2);
  }
});

test("goes on in the background with a bar that says how far, and keeps what was imported when cancelled", async () => {
  const { page } = launched;
  const folder = await writeArticles(Array.from({ length: 6000 }, (_, place) => ({ title: `第${place}篇` })));
  await drop(page, [folder]);
  await page.getByRole("button", { name: "开始导入" }).click();
  await page.getByRole("button", { name: "在后台继续" }).click();
  const bar = page.getByRole("region", { name: "导入", exact: true });
  await expect(bar.getByText(/已处理[\d,]+个文件，共6,000个/)).toBeVisible();
  await bar.getByRole("button", { name: "取消" }).click();
  await expect(bar.getByText("导入已取消")).toBeVisible();
  await bar.getByRole("button", { name: "查看" }).click();
  await expect(page.getByText("取消之前已导入的文章都保留了下来。")).toBeVisible();
  const { total } = await call<{ total: number }>(page, "listArticles", everything);
  expect(total).toBeLessThan(6000);
});

test("the record keeps every import with its report, and the import's screens are accessible", async () => {
  const { page } = launched;
  await answerDialog([await writePage()]);
  await page.getByRole("button", { name: "导入", exact: true }).click();
  await page.getByRole("main").getByRole("button", { name: "导入文件", exact: true }).click();
  await expectAccessible(page, "details");
  await page.getByRole("button", { name: "开始导入" }).click();
  await expect(page.getByRole("dialog", { name: "导入完成" })).toBeVisible();
  await expectAccessible(page, "report");
  await page.keyboard.press("Escape");
  const records = page.getByRole("listbox", { name: "导入记录" }).getByRole("option");
  await expect(records).toHaveCount(2);
  await records.nth(1).click();
  await expect(page.getByRole("region", { name: "本批结果" }).getByText("已导入4篇。")).toBeVisible();
  await records.nth(0).click();
  await page
    .getByRole("region", { name: "本批结果" })
    .getByRole("button", { name: "春耕备耕早安排" })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "春耕备耕早安排" })).toBeVisible();
});

const everything = {
  shelf: { kind: "all" },
  publication: null,
  issued: null,
  sort: "date",
  offset: 0,
  limit: 10,
};

/** Drops files and folders in the middle of the window, as the desktop would. */
async function drop(page: Page, files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, x: 600, y: 300, data });
  }
  await session.detach();
}

async function expectAccessible(page: Page, where: string): Promise<void> {
  // Legacy mode runs in this window: an application's test cannot open another.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
  expect(found, where).toEqual([]);
}
