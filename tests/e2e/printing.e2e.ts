/** Printing in the built application: choosing, the print list, the preview, and what leaves it. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import type { PrintList } from "../../preload/model/print.ts";
import { type Launched, launchApp, resizeWindow } from "./launch.ts";
import { call, importFolder, type Written, writeArticles } from "./library-on-disk.ts";
import { openListed } from "./library-window.ts";

const plan: Written = {
  title: "防汛工作方案",
  publication: "示例日报",
  date: "2021-06-01",
  page: "2",
  text: `开头交代了来由，写在各节之前

## 一、总体要求

总体要求先说一段，各村照办

### （一）目标任务

目标任务分作三项，逐项落实到人

### （二）工作原则

工作原则共有两条，条条都要落地

## 二、保障措施

保障措施由各单位承担，按月报送进度

## 三、有关事项

有关事项另行通知，请各单位留意`,
};

const brief: Written = {
  title: "春耕备耕简报",
  publication: "示例日报",
  date: "2021-03-05",
  page: "3",
  text: "种子已经备足。化肥按时到位。\n\n## 存在问题\n\n水渠尚有三处未清淤，须抓紧完成",
};

let launched: Launched;
let page: Page;
let dataDir: string;

test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "antou-打印-"));
  launched = await launchApp({ dataDir, size: { width: 1366, height: 768 } });
  page = launched.page;
  await page.getByRole("heading", { name: "欢迎使用案头" }).waitFor();
  await expect(page.getByRole("option")).toHaveCount(4);
  await call(page, "removeSamples", null);
  await call(page, "changeSettings", { welcomeDone: true });
  await importFolder(page, await writeArticles([plan, brief]));
});

test.afterEach(async () => {
  await launched.close();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

async function read(title: string): Promise<void> {
  await openListed(page, title);
}

const contents = () => page.getByRole("navigation", { name: "目录" });
const foot = () => page.getByRole("region", { name: "选印" });
const tick = (name: string) => contents().getByRole("checkbox", { name, exact: true });
const pieces = () => page.getByRole("grid", { name: "打印清单" }).getByRole("row");
const options = () => page.getByRole("region", { name: "打印选项" });

/** The pages of the newest wishes are shown, so many of them. */
async function previewed(count: number | RegExp): Promise<void> {
  const pages = typeof count === "number" ? new RegExp(`共${count}页`) : count;
  await expect(page.getByRole("region", { name: "打印预览" }).getByText(pages)).toBeVisible();
  await expect(page.getByRole("button", { name: "另存为PDF" })).toBeEnabled();
}

async function listed(): Promise<readonly string[]> {
  const list = await call<PrintList>(page, "printList", null);
  return list.pieces.map(({ title, path, span }) => [title, ...(span === null ? ["全文"] : path)].join("/"));
}

/** Answers the next question for a file. */
async function saveTo(path: string): Promise<void> {
  await launched.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (...asked: unknown[]) => {
      (globalThis as { savedAs?: unknown }).savedAs = asked.at(-1);
      return Promise.resolve({ canceled: false, filePath });
    };
  }, path);
}

/** All of a PDF's text without white space, which lines and pages break anywhere. */
async function textOf(path: string): Promise<string> {
  const { stdout } = await promisify(execFile)("pdftotext", ["-layout", path, "-"]);
  return stdout.replaceAll(/\s/g, "");
}

async function savedText(): Promise<string> {
  const path = join(dataDir, `输出${Date.now()}.pdf`);
  await saveTo(path);
  await page.getByRole("button", { name: "另存为PDF" }).click();
  await expect(page.getByText(`已保存到${path}`)).toBeVisible();
  return await textOf(path);
}

/** What the hidden window is asked to print from now on; the printer does as told. */
async function catchPrints(outcome: { readonly printed: boolean; readonly reason: string }): Promise<void> {
  await launched.app.evaluate(({ BrowserWindow }, { printed, reason }) => {
    const prints: unknown[] = [];
    (globalThis as { prints?: unknown[] }).prints = prints;
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.print = (asked, callback) => {
        prints.push(asked);
        setImmediate(() => callback?.(printed, reason));
      };
  }, outcome);
}

function prints(): Promise<readonly Record<string, unknown>[]> {
  return launched.app.evaluate(() => (globalThis as { prints?: Record<string, unknown>[] }).prints ?? []);
}

async function shownPercent(): Promise<number> {
  return Number.parseInt(await page.getByText(/^\d+%$/).innerText(), 10);
}

/** The pages asked for, counted from 0. */
function firstPages(asked: Record<string, unknown> | undefined): readonly number[] {
  return ((asked?.["pageRanges"] ?? []) as { from: number }[]).map(({ from }) => from);
}

async function catchMenus(label: string): Promise<void> {
  await launched.app.evaluate(({ Menu }, wanted) => {
    Menu.prototype.popup = function popup(this: Electron.Menu) {
      this.items.find((item) => item.label === wanted)?.click();
    };
  }, label);
}

async function axe(): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

test("nested sections are chosen by mouse, printed whole and alone, and Esc leaves", async () => {
  await read("防汛工作方案");
  await expect(contents().getByRole("checkbox")).toHaveCount(0);
  await page.getByRole("button", { name: "选印" }).click();
  await tick("一、总体要求").click();
  await expect(tick("（一）目标任务")).toBeChecked();
  await tick("（一）目标任务").click();
  await expect(tick("一、总体要求")).toBeChecked({ indeterminate: true });
  await tick("二、保障措施").click();
  await expect(foot()).toContainText("已选3节 · 约1页");
  expect(await axe()).toEqual([]);
  await foot().getByRole("button", { name: "预览" }).click();
  await previewed(1);
  // Title block and page number apart, exactly what was ticked, whole and in order.
  expect((await savedText()).replace(/^.*第2版/, "").replace(/1\/1$/, "")).toBe(
    [
      "一、总体要求总体要求先说一段，各村照办",
      "（二）工作原则工作原则共有两条，条条都要落地",
      "二、保障措施保障措施由各单位承担，按月报送进度",
    ].join(""),
  );
  // What was ticked is still there after the preview.
  await page.keyboard.press("Escape");
  await expect(tick("二、保障措施")).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(foot()).toHaveCount(0);
  await expect(contents().getByRole("checkbox")).toHaveCount(0);
  await expect(page.getByRole("article")).toBeVisible();
});

test("sections and paragraphs are chosen by keyboard alone", async () => {
  await read("防汛工作方案");
  await page.keyboard.press("Control+Shift+S");
  await contents().getByRole("checkbox", { name: "全选" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(tick("开头")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(tick("（一）目标任务")).toBeChecked();
  await expect(foot()).toContainText("已选1节");
  const paragraphs = page.getByRole("group", { name: "勾选要打印的段落" });
  await paragraphs.getByRole("checkbox", { name: /^总体要求先说/ }).focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(paragraphs.getByRole("checkbox", { name: /^开头交代/ })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(tick("开头")).toBeChecked();
  await expect(foot()).toContainText("已选2节");
  await page.keyboard.press("Control+Shift+A");
  await expect(page.getByText("已加入打印清单（2项）")).toBeVisible();
  expect(await listed()).toEqual(["防汛工作方案/开头", "防汛工作方案/一、总体要求/（一）目标任务"]);
  await expect(foot()).toHaveCount(0);
});

test("a press on a paragraph ticks it, on a heading its section", async () => {
  await read("防汛工作方案");
  await page.keyboard.press("Control+Shift+S");
  const article = page.getByRole("article");
  await article.getByText("按月报送进度").click();
  await expect(tick("二、保障措施")).toBeChecked();
  await article.getByText("按月报送进度").click();
  await expect(tick("二、保障措施")).not.toBeChecked();
  await article.getByRole("heading", { name: "一、总体要求" }).click();
  await expect(tick("（二）工作原则")).toBeChecked();
  await contents().getByRole("checkbox", { name: "全选" }).click();
  await expect(tick("三、有关事项")).toBeChecked();
  await foot().getByRole("button", { name: "取消" }).click();
  await expect(foot()).toHaveCount(0);
});

test("the list takes from everywhere, is reordered by keyboard, and is there after a restart", async () => {
  await read("防汛工作方案");
  // From a heading's right-click menu.
  await catchMenus("加入打印清单");
  await page.getByRole("article").getByRole("heading", { name: "三、有关事项" }).click({ button: "right" });
  await expect(page.getByText("已加入打印清单", { exact: true })).toBeVisible();
  // From the selected text.
  await page.getByRole("article").getByText("按月报送进度").selectText();
  await page
    .getByRole("toolbar", { name: /选中文字/ })
    .getByRole("button", { name: "加入打印清单" })
    .click();
  await expect.poll(async () => (await listed()).length).toBe(2);
  // From a row's right-click menu, the whole article; twice is once.
  await page.getByRole("option", { name: /春耕备耕简报/ }).click({ button: "right" });
  await expect.poll(async () => (await listed()).length).toBe(3);
  await page.getByRole("option", { name: /春耕备耕简报/ }).click({ button: "right" });
  await expect(page.getByText("打印清单里已有这些内容")).toBeVisible();
  // From bookmarks, all that are listed.
  await read("春耕备耕简报");
  await page.getByRole("article").getByText("水渠尚有三处").selectText();
  await page.keyboard.press("Control+D");
  await page.keyboard.press("Control+Shift+B");
  await page.getByRole("button", { name: "选择多处" }).click();
  const batch = page.getByRole("region", { name: /已选/ });
  await batch.getByRole("button", { name: "全选" }).click();
  await batch.getByRole("button", { name: "加入打印清单" }).click();
  await expect.poll(async () => (await listed()).length).toBe(4);
  // From what a search found: every sentence.
  await page.keyboard.press("Control+Shift+F");
  await page.getByRole("searchbox", { name: "搜索资料库" }).fill("化肥");
  await page.getByRole("radio", { name: "按句" }).click();
  await page.getByRole("button", { name: "加入打印清单", exact: true }).click();
  await expect.poll(async () => (await listed()).length).toBe(5);
  // From a result, the article itself; it stands on the list already.
  await page.getByRole("radio", { name: "按文章" }).click();
  await page.getByRole("button", { name: "把《春耕备耕简报》加入打印清单" }).click();
  await expect(page.getByText("打印清单里已有这些内容")).toBeVisible();
  // From the hits of an open article: the paragraphs that hold them.
  await page.getByRole("region", { name: "搜索结果" }).getByRole("button").first().click();
  await page.getByRole("button", { name: "命中段落加入打印清单" }).click();
  await expect.poll(async () => (await listed()).length).toBe(6);
  await page.getByRole("button", { name: "打开清单" }).click();

  await expect(pieces()).toHaveCount(6);
  await pieces().nth(5).click();
  await page.keyboard.press("Delete");
  await expect(pieces()).toHaveCount(5);
  await expect(pieces().nth(4)).toContainText("化肥按时到位。");
  await expect(pieces().nth(0)).toContainText("三、有关事项");
  await pieces().nth(4).click();
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.getByText("已移到第2项，共5项")).toBeAttached();
  await expect(pieces().nth(1)).toContainText("化肥按时到位。");
  await expect(pieces().nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Delete");
  await expect(page.getByText("已移出1项")).toBeVisible();
  await expect(pieces()).toHaveCount(4);
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(pieces()).toHaveCount(5);
  const before = await listed();
  expect(before[1]).toBe("春耕备耕简报/开头");

  await launched.close();
  launched = await launchApp({ dataDir, size: { width: 1366, height: 768 } });
  page = launched.page;
  await page.getByRole("button", { name: "打印", exact: true }).click();
  await expect(pieces()).toHaveCount(5);
  expect(await listed()).toEqual(before);
});

test("pieces are dragged to another place", async () => {
  const rows = await call<{ rows: readonly { id: number }[] }>(page, "listArticles", {
    shelf: { kind: "all" },
    publication: null,
    issued: null,
    sort: "title",
    offset: 0,
    limit: 10,
  });
  const whole = rows.rows.map(({ id }) => ({ article: id, revision: 1, span: null, kind: "article" }));
  await call(page, "addToPrintList", { pieces: whole });
  await page.keyboard.press("Control+Shift+P");
  await expect(pieces()).toHaveCount(2);
  const before = await listed();
  await pieces()
    .nth(0)
    .dragTo(pieces().nth(1), { targetPosition: { x: 120, y: 70 } });
  await expect.poll(listed).toEqual(before.toReversed());
});

test("Ctrl+P previews the selection, else what is ticked, else the article; on the list, the list", async () => {
  await read("防汛工作方案");
  await page.keyboard.press("Control+P");
  await previewed(1);
  await expect(page.getByRole("region", { name: "直接预览" })).toContainText("全文");
  expect(await savedText()).toContain("有关事项另行通知");
  await page.keyboard.press("Escape");
  await page.getByRole("article").getByText("按月报送进度").selectText();
  await page.keyboard.press("Control+P");
  await previewed(1);
  const text = await savedText();
  expect(text).toContain("按月报送进度");
  expect(text).not.toContain("有关事项");
  await page.getByRole("region", { name: "直接预览" }).getByRole("button", { name: "加入打印清单" }).click();
  await expect.poll(async () => (await listed()).length).toBe(1);
  await page.keyboard.press("Control+P");
  await expect(pieces()).toHaveCount(1);
  expect(await axe()).toEqual([]);
});

async function listWholePlan(): Promise<void> {
  await read("防汛工作方案");
  await page.keyboard.press("Control+Shift+A");
  await page.getByRole("button", { name: "打开清单" }).click();
  await previewed(1);
}

async function chooseOption(field: string, option: string | RegExp): Promise<void> {
  await options()
    .getByRole("button", { name: new RegExp(field) })
    .click();
  await page.getByRole("option", { name: option }).click();
}

test("options change the pages at once, are remembered for each template, and go back to the defaults", async () => {
  await listWholePlan();
  await chooseOption("版式", "大字版");
  await previewed(/共[2-9]页/);
  await chooseOption("字号", /一号/);
  await expect(options().getByRole("button", { name: /字号/ })).toContainText("一号");
  await chooseOption("版式", "标准版");
  await previewed(1);
  await expect(options().getByRole("button", { name: /字号/ })).toContainText("小四");
  await chooseOption("版式", "大字版");
  await expect(options().getByRole("button", { name: /字号/ })).toContainText("一号");
  await options().getByRole("button", { name: "恢复默认" }).click();
  await expect(options().getByRole("button", { name: /字号/ })).toContainText("二号");
  await chooseOption("版式", "标准版");
  await options().getByRole("button", { name: "更多设置" }).click();
  await options().getByRole("textbox", { name: "页眉左" }).fill("领导参阅 ");
  await options()
    .getByRole("button", { name: /插入 打印日期 页眉左/ })
    .click();
  await options().getByRole("textbox", { name: "水印" }).fill("内部资料");
  await expect
    .poll(
      async () =>
        (await call<{ printOptions: { standard: unknown } }>(page, "readSettings", null)).printOptions
          .standard,
    )
    .toMatchObject({ header: { left: "领导参阅 {printed}" }, watermark: "内部资料" });
  await previewed(1);
  const text = await savedText();
  expect(text).toContain("领导参阅");
  // The watermark stands aslant over the lines, one character here and one there.
  for (const character of "内部资") expect(text).toContain(character);
});

test("pages are turned by keyboard and shown larger, and only those in sight are drawn", async () => {
  const long: Written = {
    title: "年度报告",
    text: Array.from(
      { length: 400 },
      (_, place) => `第${place + 1}段。${"按计划推进各项工作，".repeat(12)}完。`,
    ).join("\n\n"),
  };
  await importFolder(page, await writeArticles([long]));
  await read("年度报告");
  await page.keyboard.press("Control+P");
  // Fifty pages of a bundled typeface take a while on a busy computer.
  await expect(page.getByRole("button", { name: "另存为PDF" })).toBeEnabled({ timeout: 45_000 });
  await previewed(/共\d{2,}页/);
  const view = page.getByRole("region", { name: /^第1页，共/ });
  await view.focus();
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await expect(page.getByRole("region", { name: /^第3页，共/ })).toBeFocused();
  await expect(page.getByRole("img", { name: "第3页" })).toHaveAttribute("data-drawn", "3");
  // Whoever hears the page instead of seeing it hears its text.
  await expect(page.getByRole("img", { name: "第3页" })).toHaveAttribute("aria-description", /按计划推进/);
  await page.keyboard.press("End");
  const thumbnails = page.getByRole("navigation", { name: "各页" });
  await expect(thumbnails.locator("[aria-current=page]")).toBeInViewport();
  expect(await thumbnails.getByRole("button").count()).toBeLessThan(20);
  await thumbnails.locator("[aria-current=page]").focus();
  await page.keyboard.press("Home");
  await expect(page.getByRole("img", { name: "第1页" })).toHaveAttribute("data-drawn", "1");
  await page.getByRole("button", { name: "页宽" }).click();
  await expect.poll(shownPercent).toBeGreaterThan(70);
  const fitted = await shownPercent();
  await page.keyboard.press("Control+=");
  await expect.poll(shownPercent).toBeGreaterThan(fitted);
  await page.keyboard.press("Control+0");
  await expect.poll(shownPercent).toBeLessThan(70);
});

test("a long job says what it is at, is cancelled at once, and the preview is made again when asked for", async () => {
  const text = Array.from(
    { length: 3000 },
    (_, place) => `第${place + 1}段。${"按计划推进各项工作，".repeat(12)}完。`,
  );
  await importFolder(page, await writeArticles([{ title: "大部头", text: text.join("\n\n") }]));
  await read("大部头");
  await page.keyboard.press("Control+P");
  const preview = page.getByRole("region", { name: "打印预览" });
  await expect(preview.getByText(/正在(排版|生成页面)/)).toBeVisible();
  await preview.getByRole("button", { name: "取消" }).click();
  await expect(preview.getByText("预览已取消。")).toBeVisible();
  await expect(page.getByRole("button", { name: "另存为PDF" })).toBeDisabled();
  await chooseOption("图片", "不打印");
  await expect(preview.getByText("预览已取消。")).toHaveCount(0);
  await preview.getByRole("button", { name: "取消" }).click();
  await preview.getByRole("button", { name: "重新预览" }).click();
  await expect(preview.getByText(/正在(排版|生成页面)/)).toBeVisible();
});

test("what is printed goes to the printer as its options say, in two goes where the paper is turned by hand", async () => {
  await listWholePlan();
  await catchPrints({ printed: true, reason: "" });
  await page.getByRole("main", { name: "打印" }).getByRole("button", { name: "打印", exact: true }).click();
  await expect(page.getByText("已交给打印机")).toBeVisible();
  expect(await prints()).toMatchObject([{ pageSize: "A4", landscape: false, duplexMode: "simplex" }]);
  await chooseOption("版式", "大字版");
  await chooseOption("单双面", "手动双面");
  await previewed(/共[2-9]页/);
  await catchPrints({ printed: true, reason: "" });
  await page.getByRole("main", { name: "打印" }).getByRole("button", { name: "打印", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "手动双面打印" });
  await dialog.getByRole("button", { name: "打印奇数页" }).click();
  await expect(dialog.getByText("第2步，共2步")).toBeVisible();
  await expect(dialog.getByRole("img", { name: /翻纸示意图/ })).toBeVisible();
  await expect(dialog).toContainText("像翻书一样左右翻过来");
  expect(await axe()).toEqual([]);
  await dialog.getByRole("button", { name: "打印偶数页" }).click();
  await expect(dialog).toHaveCount(0);
  const [odd, even] = await prints();
  expect(firstPages(odd)).toEqual([0, 2, 4, 6].slice(0, firstPages(odd).length));
  expect(firstPages(even)).toEqual([1, 3, 5, 7].slice(0, firstPages(even).length));
  expect(firstPages(even).length).toBeGreaterThan(0);
});

test("a printer that fails and a file that cannot be written are said where the buttons are, and the list is kept", async () => {
  await listWholePlan();
  await catchPrints({ printed: false, reason: "Print job failed" });
  const main = page.getByRole("main", { name: "打印" });
  await main.getByRole("button", { name: "打印", exact: true }).click();
  await expect(main.getByRole("alert")).toContainText("打印机没有打印");
  // A folder stands where the file should.
  const taken = join(dataDir, "被占.pdf");
  await mkdir(taken);
  await saveTo(taken);
  await main.getByRole("button", { name: "另存为PDF" }).click();
  await expect(main.getByRole("alert")).toContainText("被占.pdf");
  await expect(pieces()).toHaveCount(1);
  // Cancelled is nothing to speak of.
  await catchPrints({ printed: false, reason: "Print job canceled" });
  await main.getByRole("button", { name: "打印", exact: true }).click();
  await expect.poll(async () => (await prints()).length).toBe(1);
  await expect(main.getByRole("alert")).toHaveCount(0);
});

test("the PDF is named after title and day, and Word takes the same pieces", async () => {
  await listWholePlan();
  const path = join(dataDir, "输出.docx");
  await saveTo(path);
  await page.getByRole("button", { name: "导出Word文档" }).click();
  await expect(page.getByText(`已保存到${path}`)).toBeVisible();
  const asked = await launched.app.evaluate(
    () => (globalThis as { savedAs?: { defaultPath?: string } }).savedAs?.defaultPath ?? "",
  );
  expect(asked).toMatch(/防汛工作方案_\d{4}-\d{2}-\d{2}\.docx$/);
  expect((await stat(path)).size).toBeGreaterThan(1000);
  expect((await readFile(path)).subarray(0, 2).toString()).toBe("PK");
});

test("a piece whose article was deleted says so, does not print, and prints again once it is back", async () => {
  await read("防汛工作方案");
  await page.keyboard.press("Control+Shift+A");
  await read("春耕备耕简报");
  await page.keyboard.press("Control+Shift+A");
  await page.keyboard.press("Control+Shift+P");
  await previewed(/共[12]页/);
  const { pieces: onList } = await call<PrintList>(page, "printList", null);
  const gone = onList.find(({ title }) => title === "防汛工作方案")?.article;
  await call(page, "moveToTrash", { ids: [gone] });
  await expect(pieces().nth(0)).toContainText("文章已删除，不打印");
  await expect(page.getByText("1项找不到原文或文章已删除，没有打印。")).toBeVisible();
  expect(await savedText()).not.toContain("总体要求");
  // With every piece gone there is nothing to print, and that is said.
  const all = onList.map(({ article }) => article);
  await call(page, "moveToTrash", { ids: all });
  await expect(page.getByRole("alert")).toContainText("没有可打印的内容");
  await expect(pieces()).toHaveCount(2);
  await call(page, "restoreFromTrash", { ids: all });
  await expect(page.getByText("文章已删除，不打印")).toHaveCount(0);
  await previewed(/共[12]页/);
  expect(await savedText()).toContain("总体要求");
});

test("lists are saved by name, opened again and deleted; an empty list says what to do", async () => {
  await page.getByRole("button", { name: "打印", exact: true }).click();
  await expect(page.getByText("还没有要打印的内容。在目录中勾选，或右键“加入打印清单”。")).toBeVisible();
  expect(await axe()).toEqual([]);
  await page.keyboard.press("Escape");
  await listWholePlan();
  await page.getByRole("button", { name: "清单操作" }).click();
  await page.getByRole("menuitem", { name: "保存清单…" }).click();
  await page.getByRole("textbox", { name: "清单名称" }).fill("周一例会");
  await page.keyboard.press("Enter");
  await expect(page.getByText("已保存清单“周一例会”")).toBeVisible();
  await page.getByRole("button", { name: "清单操作" }).click();
  await page.getByRole("menuitem", { name: "清空清单" }).click();
  await expect(pieces()).toHaveCount(0);
  await page.getByRole("button", { name: "已保存的清单…" }).click();
  await page.getByRole("button", { name: "打开清单“周一例会”" }).click();
  await expect(pieces()).toHaveCount(1);
  await page.getByRole("button", { name: "清单操作" }).click();
  await page.getByRole("menuitem", { name: "已保存的清单…" }).click();
  await expect(page.getByRole("dialog")).toContainText("打开后替换现在的打印清单（1项）");
  await page.getByRole("button", { name: "删除清单“周一例会”" }).click();
  await expect(page.getByText("还没有保存过清单。")).toBeVisible();
});

test("half a screen, night and English: the panes are drawers, and everything is sound for screen readers", async () => {
  await listWholePlan();
  await resizeWindow(launched.app, page, { width: 683, height: 690 });
  for (const [language, theme] of [
    ["zh-CN", "night"],
    ["en", "green"],
  ] as const) {
    await call(page, "changeSettings", { language, theme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await expect(
      page.getByRole("button", { name: language === "en" ? "Save as PDF" : "另存为PDF" }),
    ).toBeEnabled();
    await page.getByRole("button", { name: language === "en" ? "Print options" : "打印选项" }).click();
    await page.getByRole("button", { name: language === "en" ? "More options" : "更多设置" }).click();
    expect(await axe()).toEqual([]);
    await page.keyboard.press("Escape");
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
      .toBeLessThanOrEqual(0);
  }
});
