/** A batch from its window to its results: progress, cancelled, run again, checked, tried again, taken back. */
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { makePdf } from "../importing/make-pdf.ts";
import { type Launched, launchApp, resizeWindow } from "./launch.ts";
import { call } from "./library-on-disk.ts";
import { writeMixedFolder } from "./mixed-folder.ts";

let launched: Launched;
test.beforeEach(async () => {
  launched = await launchApp({ size: { width: 1366, height: 768 } });
  const { page } = launched;
  await expect(page.getByRole("listbox", { name: "文章列表" }).getByRole("option")).toHaveCount(4);
  await call(page, "removeSamples", null);
  await call(page, "changeSettings", { welcomeDone: true });
});
test.afterEach(() => launched.close());

async function startImport(page: Page, path: string): Promise<void> {
  await launched.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
  await page.keyboard.press("Control+o");
  await page.getByRole("button", { name: "开始导入" }).click();
}

const everything = {
  ...{ shelf: { kind: "all" }, publication: null, issued: null, sort: "title", offset: 0, limit: 500 },
};

async function titlesIn(page: Page): Promise<readonly string[]> {
  const { rows } = await call<{ rows: { title: string }[] }>(page, "listArticles", everything);
  return rows.map(({ title }) => title);
}

/** Named inside functions alone that run in the page. */
declare let seen: { progress: string; states: readonly string[] };

/** Presses the button at the first sight of a fifth done and a file being read: files are read faster than a test looks. */
async function cancelHalfWay(page: Page): Promise<void> {
  await page.evaluate(() => {
    const texts = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].map(({ innerText }) => innerText);
    const observer = new MutationObserver(() => {
      const button = [...document.querySelectorAll<HTMLElement>("[role=dialog] button")].find(
        ({ innerText }) => innerText === "取消导入",
      );
      const progress = texts("[role=progressbar] + p").join("");
      const [, done = 0, total = 1] = /^已处理(\d+)个文件，共(\d+)个/.exec(progress)?.map(Number) ?? [];
      const states = texts("[data-state]");
      const isSeen = states.includes("已导入") && states.includes("正在读取");
      if (done < total / 5 || button === undefined || !isSeen) return;
      observer.disconnect();
      seen = { progress, states };
      button.click();
    });
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
}

test("three hundred files of every kind: cancelled in the middle, run again, nothing doubled or lost, taken back", async () => {
  test.setTimeout(300_000);
  const { page } = launched;
  const folder = await writeMixedFolder(300);
  await cancelHalfWay(page);
  await startImport(page, folder.path);

  const cancelled = page.getByRole("dialog", { name: "导入已取消" });
  await expect(cancelled.getByText("取消之前已导入的文章都保留了下来。")).toBeVisible();
  await expect(cancelled.getByRole("button", { name: /继续导入余下\d+项/ })).toBeVisible();
  const { progress, states } = await page.evaluate(() => seen);
  expect(progress).toMatch(/^已处理\d+个文件，共300个/);
  expect(states).toEqual(expect.arrayContaining(["已导入", "正在读取"]));
  const first = await titlesIn(page);
  expect(first.length).toBeGreaterThan(0);
  expect(first.length).toBeLessThan(folder.sound);
  await page.keyboard.press("Escape");

  await startImport(page, folder.path);
  const finished = page.getByRole("dialog", { name: "导入完成" });
  await expect(finished).toBeVisible({ timeout: 120_000 });
  await expect(
    finished.getByText(
      `已导入${folder.sound - first.length}篇，无变化${first.length}篇，未导入${folder.broken}个文件。`,
    ),
  ).toBeVisible();
  const all = await titlesIn(page);
  expect(all).toHaveLength(folder.sound);
  expect(new Set(all).size).toBe(folder.sound);
  await finished.getByText(`未导入 ${folder.broken}`).click();
  await expect(finished.getByText(/“010\.bad\.docx”/).first()).toBeVisible();
  await expectSound(page, "finished");

  await finished.getByRole("button", { name: "撤销本次导入" }).click();
  const confirm = page.getByRole("alertdialog", { name: "撤销本次导入" });
  await expect(confirm).toContainText(`新导入的${folder.sound - first.length}篇文章移入回收站`);
  await confirm.getByRole("button", { name: "撤销本次导入" }).click();
  await expect(page.getByText("本次导入已撤销。")).toBeVisible();
  expect(await titlesIn(page)).toEqual(first);

  await startImport(page, folder.path);
  await expect(finished).toBeVisible({ timeout: 120_000 });
  expect(await titlesIn(page)).toEqual(all);
});

test("results put the doubtful first, with the reason; a locked file opens with its password, which is kept nowhere", async () => {
  const { page } = launched;
  const folder = join(await mkdtemp(join(tmpdir(), "antou-")), "来件");
  await mkdir(folder);
  const texts = [{ x: 72, y: 100, size: 12, text: "For the villages only.", font: "latin" } as const];
  const password = "word-for-word-2026";
  await writeFile(join(folder, "加密.pdf"), makePdf({ pages: [{ texts }], password }));
  const sound = "title: 好的一篇\npublication: 宁郭日报\ndate: 2021-02-05";
  await writeFile(join(folder, "好.md"), `---\n${sound}\n---\n\n各村已经备足种子和化肥。\n`);
  const cut = "各村已经备足种子和化肥，农技人员下到田间地头，其余各项工作也在按照计划";
  await writeFile(join(folder, "断.md"), `# 断了的一篇\n\n${cut}\n\n![](没有.png)\n`);
  await startImport(page, folder);
  const window = page.getByRole("dialog", { name: "导入完成" });
  await expect(window.getByText(/加密\.pdf”有密码保护。请输入密码再导入。/)).toBeVisible();

  await window.getByRole("button", { name: "输入密码…" }).click();
  await givePassword(page, "wrong");
  await expect(page.getByText("密码不对，请再试一次。")).toBeVisible();
  await givePassword(page, password);
  await expect(window.getByText("已导入3篇。")).toBeVisible();
  expect(await titlesIn(page)).toHaveLength(3);
  const library = await readFile(join(launched.dataDir, "library.db"));
  const journal = await readFile(join(launched.dataDir, "library.db-wal")).catch(() => Buffer.alloc(0));
  expect(library.includes(password) || journal.includes(password)).toBe(false);

  await window.getByRole("button", { name: "本批结果" }).click();
  const batch = page.getByRole("region", { name: "本批结果" });
  await expect(batch.getByRole("heading", { level: 3 }).first()).toHaveText("待核对2");
  await expect(
    batch.getByText(/^以“其余各项工作也在按照计划”结尾的一段没有写完。缺图1张。来源未注明。日期未注明。$/),
  ).toBeVisible();
  await expectSound(page, "results");
  await batch.getByRole("button", { name: "补充2篇的来源和日期…" }).click();
  const details = page.getByRole("dialog", { name: "编辑2篇文章的信息" });
  await details.getByRole("combobox", { name: "来源" }).fill("宁郭日报");
  await page.keyboard.press("Tab");
  await details.getByRole("button", { name: "保存" }).click();
  await expect(
    batch.getByText(/^以“其余各项工作也在按照计划”结尾的一段没有写完。缺图1张。日期未注明。$/),
  ).toBeVisible();
  await batch.getByRole("button", { name: "校对：断了的一篇" }).click();
  await expect(page.getByRole("main", { name: "校对" })).toContainText("其余各项工作也在按照计划");
  await page.getByRole("button", { name: "完成" }).click();
  await batch.getByRole("button", { name: "标为已核对：断了的一篇" }).click();
  await expect(batch.getByRole("heading", { level: 3, name: /^已核对/ })).toHaveText("已核对1");
  await batch.getByRole("button", { name: "断了的一篇", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "断了的一篇" })).toBeVisible();

  await page.getByRole("button", { name: "导入", exact: true }).click();
  await expect(batch.getByRole("heading", { level: 3, name: /^已核对/ })).toHaveText("已核对1");
  await batch.getByRole("button", { name: "撤销本次导入" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "撤销本次导入" }).click();
  await expect(batch.getByText("已撤销", { exact: true })).toBeVisible();
  await expect(page.getByRole("option", { name: /2026|20\d\d/ }).first()).toContainText("已撤销");
  expect(await titlesIn(page)).toEqual([]);
});

async function givePassword(page: Page, password: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "有密码保护的文件" });
  await dialog.getByRole("textbox", { name: "密码" }).fill(password);
  await dialog.getByRole("button", { name: "导入" }).click();
  await expect(dialog.or(page.getByRole("dialog", { name: "导入完成" })).first()).toBeVisible();
}

/** In every theme and at half a screen: reachable by all, and nothing wider than the window. Leaves pictures to look at. */
async function expectSound(page: Page, where: string): Promise<void> {
  const pictures = process.env["ANTOU_PICTURES"];
  for (const theme of ["day", "green", "night"]) {
    await call(page, "changeSettings", { theme });
    await expect(page.locator(`:root[data-theme="${theme}"]`)).toBeAttached();
    for (const size of [
      { width: 1366, height: 768 },
      { width: 683, height: 690 },
    ]) {
      await resizeWindow(launched.app, page, size);
      expect(
        await page.evaluate("document.documentElement.scrollWidth - innerWidth"),
        where,
      ).toBeLessThanOrEqual(0);
      if (pictures !== undefined) {
        await page.screenshot({ path: join(pictures, `${where}-${theme}-${size.width}.png`) });
      }
    }
    await resizeWindow(launched.app, page, { width: 1366, height: 768 });
    // Legacy mode runs in this window: an application's test cannot open another.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
      `${where} ${theme}`,
    ).toEqual([]);
  }
  await call(page, "changeSettings", { theme: "day" });
}
