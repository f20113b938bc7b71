/** What happens to the correcting while it is done: an import changes the article behind it, the power goes. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type Launched, launchApp } from "./launch.ts";
import { call, importBehind, importFolder } from "./library-on-disk.ts";
import { openListed } from "./library-window.ts";
import { png } from "./png.ts";

const size = { width: 1366, height: 768 };

let launched: Launched;
let page: Page;
let folder: string;
let dataDir: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "antou-校对-"));
  dataDir = await mkdtemp(join(tmpdir(), "antou-资料-"));
  await writePage([1, 2, 3]);
  await writeFile(join(folder, "秋粮.html"), html("秋粮入库", ["秋粮收购进度快于往年。"]));
  await launch();
  await page.getByRole("heading", { name: "欢迎使用案头" }).waitFor();
  await call(page, "removeSamples", null);
  await call(page, "changeSettings", { welcomeDone: true });
  await importFolder(page, folder);
  await openDesk();
});
test.afterEach(async () => {
  await launched.close();
  for (const made of [folder, dataDir]) await rm(made, { recursive: true, force: true, maxRetries: 5 });
});

async function launch(): Promise<void> {
  launched = await launchApp({ size, dataDir });
  ({ page } = launched);
}

async function openDesk(): Promise<void> {
  await openListed(page, "春耕现场会");
  await page.keyboard.press("Control+Shift+E");
  await expect(row("body-0")).toBeVisible();
}

const html = (title: string, lines: readonly string[]) =>
  `<!doctype html><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${lines.map((line) => `<p>${line}</p>`).join("")}`;
const sentence = (number: number) => `第${number}段说的是第${number}个村的春耕准备，种子和化肥都已到位。`;
const writePage = (numbers: readonly number[]) =>
  writeFile(join(folder, "春耕.html"), html("春耕现场会", numbers.map(sentence)));

const row = (key: string) => page.locator(`[data-row="${key}"]`);
const editor = () => page.getByRole("textbox", { name: /^修改/ });
const dialog = () => page.getByRole("dialog");
const refusal = () => page.getByText("文章刚刚有了变化");

async function openMenu(key: string, name: string): Promise<void> {
  await row(key).click();
  await row(key)
    .getByRole("button", { name: /的操作$/ })
    .click();
  await page.getByRole("menuitem", { name }).click();
}

async function importAgain(numbers: readonly number[], count = numbers.length): Promise<void> {
  await writePage(numbers);
  await importBehind(page, folder);
  await expect(page.locator("[data-row]")).toHaveCount(count);
}

test("a dialog is about its paragraph, though an import moves that meanwhile", async () => {
  await openMenu("body-1", "移到另一篇…");
  await expect(dialog()).toBeVisible();
  await importAgain([9, 8, 1, 2, 3]);
  await dialog().getByRole("button", { name: "秋粮入库" }).click();
  await expect(page.locator("[data-row]")).toHaveText(
    [9, 8, 1, 3].map((number) => new RegExp(sentence(number))),
  );

  await openMenu("body-3", "从这里分成另一篇…");
  // The second is not in the result any more.
  await importAgain([7, 9, 8, 1, 2, 3], 5);
  await dialog().getByRole("textbox").fill("后一半");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-row]")).toHaveText(
    [7, 9, 8, 1].map((number) => new RegExp(sentence(number))),
  );
});

test("a dialog about a paragraph that an import took away does nothing, and says so", async () => {
  await openMenu("body-1", "从这里分成另一篇…");
  await importAgain([1, 7, 3]);
  await dialog().getByRole("textbox").fill("另一篇");
  await page.keyboard.press("Enter");
  await expect(refusal()).toBeVisible();
  await expect(page.locator("[data-row]")).toHaveCount(3);
  await expect(page.getByRole("button", { name: "撤销一步" })).toBeDisabled();
});

test("a picture goes where it was asked for, though the dialog is answered after an import", async () => {
  const file = join(dataDir, "水渠.png");
  await writeFile(file, png(40, 30, [90, 120, 150]));
  await launched.app.evaluate(({ dialog }, path) => {
    const answered = new Promise<void>((answer) => {
      Object.assign(globalThis, { answerDialog: answer });
    });
    dialog.showOpenDialog = () => answered.then(() => ({ canceled: false, filePaths: [path] }));
  }, file);
  await openMenu("body-2", "在前面插入图片…");
  await importAgain([6, 1, 2, 3]);
  await launched.app.evaluate(() => (globalThis as unknown as { answerDialog: () => void }).answerDialog());
  await expect(row("body-3").locator("img")).toBeVisible();
  await expect(row("body-4")).toContainText(sentence(3));
});

test("what is typed into a paragraph that an import changes is not put into another, and can be copied", async () => {
  await row("body-1").focus();
  await page.keyboard.press("Enter");
  await editor().fill("这是正在改的一段。");
  await importAgain([1, 3, 4]);
  await page.keyboard.press("Enter");
  const kept = page.getByRole("status").filter({ hasText: "这些字没有放进文章" });
  await expect(kept).toContainText("这是正在改的一段。");
  for (const [index, number] of [1, 3, 4].entries())
    await expect(row(`body-${index}`)).toContainText(sentence(number));
  await kept.getByRole("button", { name: "复制" }).click();
  await expect
    .poll(() => launched.app.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe("这是正在改的一段。");
  await kept.getByRole("button", { name: "不要了" }).click();
  await expect(kept).toHaveCount(0);
});

test("conflicts come in above without moving the paragraph worked on; a double click settles one of them", async () => {
  const many = Array.from({ length: 30 }, (_, index) => index + 1);
  await importAgain(many);
  for (const key of ["body-1", "body-3"]) {
    await row(key).focus();
    await page.keyboard.press("Enter");
    await editor().press("End");
    await editor().pressSequentially("我加的。");
    await page.keyboard.press("Enter");
    await expect(row(key)).toContainText("我加的。");
  }
  for (const worked of ["body-4", "body-20"]) {
    const all = page.getByRole("button", { name: "都保留我的" });
    if (await all.isVisible()) await all.click();
    await expect(all).toHaveCount(0);
    await row(worked).focus();
    const before = await row(worked).boundingBox();
    await writePage(
      many.map((number) => (number === 2 || number === 4 ? number + 100 + worked.length : number)),
    );
    await importBehind(page, folder);
    await expect(page.getByRole("button", { name: "待选2处" })).toBeVisible();
    expect((await row(worked).boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);
    await expect(row(worked)).toBeFocused();
  }
  await page.getByRole("button", { name: "待选2处" }).click();
  const take = page.getByRole("button", { name: "采用文件的", exact: true }).first();
  await expect(take).toBeInViewport();
  await page.screenshot({ path: "out/e2e/correcting-conflicts.png" });
  const { x = 0, y = 0 } = (await take.boundingBox()) ?? {};
  await page.mouse.click(x + 10, y + 10);
  await page.waitForTimeout(150);
  await page.mouse.click(x + 10, y + 10);
  await expect(page.getByRole("button", { name: "待选1处" })).toBeVisible();
  await expect(row("body-1")).not.toContainText("我加的。");
  await expect(row("body-3")).toContainText("我加的。");
  await page.waitForTimeout(300);
  await expect(page.getByRole("button", { name: "待选1处" })).toBeVisible();
});

test("the other half that is offered is joined once, however often that is pressed", async () => {
  const half = (name: string, title: string, lines: readonly string[], page: string) =>
    writeFile(
      join(folder, name),
      `---\ntitle: ${title}\npublication: 示例日报\ndate: 2021-02-05\npage: ${page}\n---\n\n${lines.join("\n\n")}\n`,
    );
  await half("上.md", "把种子送到田头", ["各地抢抓农时，确保三十万", "（下转第4版）"], "1");
  await half("下.md", "送到田头", ["（上接第1版）", "亩播种任务完成。"], "4");
  await half("另.md", "另一半", ["（上接第1版）", "别的文章。"], "4");
  await page.getByRole("button", { name: "完成" }).click();
  await importFolder(page, folder);
  await openListed(page, "把种子送到田头");
  await page.keyboard.press("Control+Shift+E");
  const offered = page.getByRole("button", { name: "接在后面" });
  await offered.dblclick();
  await expect(row("body-0")).toContainText("各地抢抓农时，确保三十万亩播种任务完成。");
  await expect(page.getByText("这一步在这里做不了")).toHaveCount(0);
  await expect(refusal()).toHaveCount(0);
  await expect(page.locator("[data-row]")).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(page.locator("[data-row]")).toHaveCount(2);
  await expect(page.getByRole("button", { name: "撤销一步" })).toBeDisabled();
});

test("what is half typed is there after a kill, as one step", async () => {
  await row("body-1").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("End");
  await page.keyboard.type("改到一半", { delay: 60 });
  await page.waitForTimeout(700);
  await page.keyboard.type("，还在改", { delay: 60 });
  await page.waitForTimeout(1500);
  const gone = launched.app.waitForEvent("close");
  launched.app.process().kill("SIGKILL");
  await gone;

  await launch();
  await openDesk();
  await expect(row("body-1")).toContainText(`${sentence(2)}改到一半，还在改`);
  const told = page.getByRole("status").filter({ hasText: "上次没有正常关闭" });
  await expect(told).toContainText("改到一半，还在改");
  await page.screenshot({ path: "out/e2e/correcting-after-kill.png" });
  await row("body-0").focus();
  await page.keyboard.press("Control+z");
  await expect(row("body-1")).not.toContainText("改到一半");
  await expect(told).toHaveCount(0);
  await expect(page.getByRole("button", { name: "撤销一步" })).toBeDisabled();
});

test("what was given up while it was typed is not there after a kill", async () => {
  await row("body-1").focus();
  await page.keyboard.press("Enter");
  await editor().fill("不要这样");
  await page.waitForTimeout(800);
  await page.keyboard.press("Escape");
  await expect(row("body-1")).toContainText(sentence(2));
  const gone = launched.app.waitForEvent("close");
  launched.app.process().kill("SIGKILL");
  await gone;
  await launch();
  await openDesk();
  await expect(row("body-1")).toContainText(sentence(2));
});
