/** One newspaper page corrected by every operation there is, imported again: corrections, pictures and bookmarks are still there. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { emptyArticle } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { type PackedArticle, unpackBlocks } from "../../preload/model/packed-article.ts";
import { type Launched, launchApp } from "./launch.ts";
import { call, importFolder } from "./library-on-disk.ts";
import { openListed } from "./library-window.ts";
import { png } from "./png.ts";

const TITLE = "全县春耕现场会召开";
const paragraphs = [
  "全县春耕生产现场会在城关镇召开，部署今年的粮食",
  "生产工作。会议要求各镇抢抓农时。会后签订了责任书。",
  "一、物资储备",
  "农业农村局介绍了去年秋粮收购和化肥储备的情况。",
  "待清淤的水渠。",
  "检修好的农机。",
  "高标准农田一角。",
  "本报记者 周小满",
  "会后参观了高标准农田建设工地。",
  "另据介绍，秋粮收购进度快于往年。",
  "本文来自电脑排版稿。",
  "会议通报了防汛准备情况，要求各镇落实值班制度。",
  "县水利局已备足沙袋和抽水泵。",
  "县气象局预计本月下旬多雨。",
  "县农机站有三十名技术员下乡。",
  "会议由县长主持。各镇要把种子、化肥、农机三件事办到",
  "（下转第4版）",
];

let launched: Launched;
let page: Page;
let newspaper: string;
/** Of one issue. */
let folder: string;

async function write(name: string, title: string, lines: readonly string[]): Promise<void> {
  await writeFile(join(folder, name), `${title}\n\n${lines.map((line) => `　　${line}\n`).join("")}`);
}

test.beforeEach(async () => {
  newspaper = join(await mkdtemp(join(tmpdir(), "antou-校对-")), "湖西日报");
  folder = join(newspaper, "2022-06-17");
  await mkdir(folder, { recursive: true });
  await write("第1版.txt", TITLE, paragraphs);
  await write("第4版.txt", "全县春耕现场会召开", ["（上接第1版）位。会后与会人员座谈。"]);
  await write("第2版.txt", "秋粮入库", ["秋粮收购进度快于往年，各粮站延长收粮时间。"]);
  await writeFile(join(folder, "水渠.png"), png(40, 30, [90, 120, 150]));
  launched = await launchApp({ size: { width: 1366, height: 768 } });
  ({ page } = launched);
  await page.getByRole("heading", { name: "欢迎使用案头" }).waitFor();
  await call(page, "removeSamples", null);
  await call(page, "changeSettings", { welcomeDone: true });
  await importFolder(page, newspaper);
  await openListed(page, TITLE);
});

test.afterEach(async () => {
  await launched.close();
  await rm(newspaper, { recursive: true, force: true, maxRetries: 5 });
});

const rowOf = (text: string) => page.locator("[data-row]").filter({ hasText: text }).first();
const texts = () => page.locator("[data-row] [data-piece]").allTextContents();
const field = (name: string) => page.locator(`[data-field="${name}"]`);

async function focused(text: string): Promise<Locator> {
  await rowOf(text).focus();
  await expect(rowOf(text)).toHaveAttribute("aria-current", "true");
  return rowOf(text);
}

async function fromMenu(text: string, action: string): Promise<void> {
  await (await focused(text)).getByRole("button", { name: /的操作/ }).click();
  await page.getByRole("menuitem", { name: action, exact: true }).click();
}

async function makeIt(text: string, role: string): Promise<void> {
  await (await focused(text)).getByRole("button", { name: /这一段是/ }).click();
  await page.getByRole("option", { name: role, exact: true }).click();
}

async function fill(name: string, value: string): Promise<void> {
  await field(name).getByRole("button").click();
  await page.getByRole("textbox", { name: /^修改/ }).fill(value);
  await page.keyboard.press("Enter");
  await expect(field(name)).toContainText(value);
}

async function idOf(title: string): Promise<number> {
  const { rows } = await call<{ rows: readonly { id: number; title: string }[] }>(page, "listArticles", {
    ...{ shelf: { kind: "all" }, publication: null, issued: null },
    ...{ sort: "title", offset: 0, limit: 100 },
  });
  return rows.find((each) => each.title === title)?.id ?? 0;
}

async function mark(id: number, quote: string): Promise<void> {
  const { article } = await call<{ article: PackedArticle }>(page, "readArticle", { id });
  const { text } = articleText({ ...emptyArticle(), ...article, ...unpackBlocks(article.blocks) });
  const start = text.indexOf(quote);
  expect(start).toBeGreaterThan(0);
  const span = { start, end: start + quote.length, quote };
  const look = { color: "yellow", note: "", tags: [] };
  await call(page, "addBookmark", { article: id, revision: article.revision, ...span, ...look });
}

const marks = async (article: number) =>
  (await call<readonly { quote: string; state: string }[]>(page, "bookmarksOf", { article })).map(
    ({ quote, state }) => `${quote} ${state}`,
  );

async function correctParagraphs(): Promise<void> {
  await fromMenu("生产工作。会议要求", "并入上一段");
  await expect.poll(texts).toContain(`${paragraphs[0]}${paragraphs[1]}`);
  const whole = await focused("全县春耕生产现场会");
  await page.keyboard.press("Enter");
  const editor = whole.getByRole("textbox");
  await editor.evaluate((element: HTMLTextAreaElement) => {
    const at = element.value.indexOf("会后签订");
    element.setSelectionRange(at, at);
  });
  await page.keyboard.press("Control+Enter");
  await expect.poll(texts).toContain("会后签订了责任书。");
  await makeIt("一、物资储备", "三级标题");
  await expect(rowOf("一、物资储备")).toHaveAttribute("data-level", "3");
  for (const caption of ["待清淤的水渠。", "检修好的农机。", "高标准农田一角。"])
    if ((await rowOf(caption).getAttribute("data-kind")) !== "figure") await makeIt(caption, "图片说明");
  if ((await field("byline").textContent())?.includes("周小满") !== true)
    await makeIt("本报记者 周小满", "署名");
  await expect(field("byline")).toContainText("周小满");
  await makeIt("会后签订了责任书。", "核心提示");
  await expect(rowOf("会后签订了责任书。")).toHaveAttribute("data-part", "lead");
  await makeIt("会后签订了责任书。", "正文");
  await expect(rowOf("会后签订了责任书。")).toHaveAttribute("data-part", "body");
  await makeIt("会后签订了责任书。", "核心提示");

  await rowOf("去年秋粮").getByText("去年秋粮").dblclick();
  await page.getByRole("textbox", { name: /^修改/ }).fill("农业农村局介绍了前年秋粮收购和化肥储备的情况。");
  await page.keyboard.press("Enter");
  await expect.poll(texts).toContain("农业农村局介绍了前年秋粮收购和化肥储备的情况。");
  await focused("会后参观了高标准农田");
  await page.keyboard.press("Alt+ArrowUp");
  await expect
    .poll(async () => (await texts()).indexOf("会后参观了高标准农田建设工地。"))
    .toBeLessThan((await texts()).indexOf("高标准农田一角。") + 1);
  await focused("本文来自电脑排版稿。");
  await page.keyboard.press("Delete");
  await expect.poll(texts).not.toContain("本文来自电脑排版稿。");
}

async function givePictures(): Promise<void> {
  const path = join(tmpdir(), `antou-农机-${process.pid}.png`);
  await writeFile(path, png(30, 40, [150, 120, 90]));
  await launched.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
  await rowOf("检修好的农机。").getByRole("button", { name: "选择图片…" }).click();
  await expect(rowOf("检修好的农机。").locator("img")).toBeVisible();
  await focused("高标准农田一角。");
  await page.evaluate(
    (bytes) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array(bytes)], "农田.png", { type: "image/png" }));
      const pasted = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(pasted);
    },
    [...png(20, 20, [30, 160, 60])],
  );
  await expect(rowOf("高标准农田一角。").locator("img")).toBeVisible();
  // The one that lay beside the page waits in the strip.
  await focused("待清淤的水渠。");
  await page.getByRole("button", { name: /^把第1张放到/ }).click();
  await expect(rowOf("待清淤的水渠。").locator("img")).toBeVisible();
  await expect(page.getByRole("region", { name: /还没有用上/ })).toHaveCount(0);
}

async function correctAcrossArticles(): Promise<void> {
  await expect(page.getByText("这篇文章转到别的版")).toBeVisible();
  await page.getByRole("button", { name: "接在后面" }).click();
  await expect.poll(async () => (await texts()).at(-1)).toContain("三件事办到位。会后与会人员座谈。");
  await fromMenu("另据介绍，秋粮收购", "移到另一篇…");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^秋粮入库/ })
    .click();
  await expect.poll(texts).not.toContain("另据介绍，秋粮收购进度快于往年。");
  await fromMenu("会议通报了防汛", "从这里分成另一篇…");
  await page.getByRole("textbox", { name: "另一篇的标题" }).fill("防汛值班制度落实");
  await page.getByRole("button", { name: "分成两篇" }).click();
  await expect.poll(async () => (await texts()).some((text) => text.includes("防汛准备"))).toBe(false);
  await page.getByRole("button", { name: "接上另一篇…" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^防汛值班制度落实/ })
    .click();
  await expect.poll(texts).toContain("会议通报了防汛准备情况，要求各镇落实值班制度。");
}

test("a page corrected by every operation, imported again: corrections, pictures and bookmarks are still there", async () => {
  test.setTimeout(180_000);
  const id = await idOf(TITLE);
  await mark(id, "化肥储备");
  await mark(id, "落实值班制度");
  await page.keyboard.press("Control+Shift+E");
  await expect(rowOf("全县春耕生产现场会")).toBeVisible();
  const imported = await texts();

  await correctParagraphs();
  await givePictures();
  await correctAcrossArticles();
  await fill("publication", "湖西日报");
  await fill("issuedOn", "2022-06-18");
  await page.getByText("公文信息").click();
  await fill("documentNumber", "湖政发〔2022〕5号");
  await page.screenshot({ path: "out/e2e/correcting-all.png" });
  const corrected = await texts();
  expect((await marks(id)).map((each) => each.split(" ")[0])).toEqual(["化肥储备", "落实值班制度"]);
  expect((await marks(id)).some((each) => each.endsWith("lost"))).toBe(false);

  // Every step undone, the article is as it came; done again, as it was corrected.
  const undo = page.getByRole("button", { name: "撤销一步" });
  const redo = page.getByRole("button", { name: "重做一步" });
  await expect(async () => {
    if (await undo.isEnabled()) await undo.click();
    expect(await undo.isEnabled()).toBe(false);
  }).toPass({ timeout: 60_000, intervals: [50] });
  await expect.poll(texts).toEqual(imported);
  await expect(async () => {
    if (await redo.isEnabled()) await redo.click();
    expect(await redo.isEnabled()).toBe(false);
  }).toPass({ timeout: 60_000, intervals: [50] });
  await expect.poll(texts).toEqual(corrected);

  const changed = paragraphs.map((line) =>
    line.replace("本月下旬多雨", "本月下旬雨水偏多").replace("去年秋粮", "大前年秋粮"),
  );
  await write("第1版.txt", TITLE, changed);
  await page.getByRole("button", { name: "完成" }).click();
  await importFolder(page, newspaper);
  await page.keyboard.press("Control+Shift+E");
  const again = corrected.map((line) => line.replace("本月下旬多雨", "本月下旬雨水偏多"));
  await expect.poll(texts).toEqual(again);
  await expect(page.getByText(/有1处与你的校对不同/)).toBeVisible();
  await page.getByRole("button", { name: "保留我的" }).click();
  await expect(page.getByText(/与你的校对不同/)).toHaveCount(0);
  await expect.poll(texts).toEqual(again);
  await expect(page.locator("[data-row] img")).toHaveCount(3);
  await expect(field("publication")).toContainText("湖西日报");
  await expect(field("issuedOn")).toContainText("2022-06-18");
  await expect(field("byline")).toContainText("周小满");
  await page.getByText("公文信息").click();
  await expect(field("documentNumber")).toContainText("湖政发〔2022〕5号");
  expect((await marks(id)).map((each) => each.split(" ")[0])).toEqual(["化肥储备", "落实值班制度"]);
  expect((await marks(id)).some((each) => each.endsWith("lost"))).toBe(false);
  expect(await marks(await idOf("秋粮入库"))).toEqual([]);
});
