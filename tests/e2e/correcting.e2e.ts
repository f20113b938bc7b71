/** The correcting desk in the window: every operation, undone and done again, and kept over another import. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { type Launched, launchApp, resizeWindow } from "./launch.ts";
import { call, importFolder } from "./library-on-disk.ts";
import { openListed } from "./library-window.ts";
import { png } from "./png.ts";

const paragraphs = [
  "全县春耕生产现场会在城关镇召开，部署今年的粮食",
  "生产工作。会议要求抢抓农时。",
  "一、物资储备",
  "农业农村局介绍了去年秋粮收购和化肥储备的情况。",
  "待清淤的水渠",
  "本报记者 周小满",
  "会后参观了高标准农田建设工地。",
  "会议通报了防汛准备情况。",
  "会议还研究了抗旱工作。",
];
const pageOf = (lines: readonly string[]) =>
  `<!doctype html><meta charset="utf-8"><title>春耕现场会</title><h1>春耕现场会</h1>${lines.map((line) => `<p>${line}</p>`).join("")}`;

let launched: Launched;
let page: Page;
let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "antou-校对-"));
  await writeFile(join(folder, "春耕.html"), pageOf(paragraphs));
  await writeFile(
    join(folder, "秋粮.html"),
    pageOf(["秋粮收购进度快于往年。"]).replaceAll("春耕现场会", "秋粮入库"),
  );
  launched = await launchApp({ size: { width: 1366, height: 768 } });
  ({ page } = launched);
  await page.getByRole("heading", { name: "欢迎使用案头" }).waitFor();
  await call(page, "removeSamples", null);
  await call(page, "changeSettings", { welcomeDone: true });
  await importFolder(page, folder);
  await openListed(page, "春耕现场会");
  await page.getByText("会后参观了高标准农田建设工地。", { exact: true }).waitFor();
});

test.afterEach(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const desk = () => page.getByRole("main", { name: "校对" });
const row = (key: string) => page.locator(`[data-row="${key}"]`);
const texts = () => page.locator("[data-row] [data-piece]").allTextContents();

async function openDesk(): Promise<void> {
  await page.keyboard.press("Control+Shift+E");
  await expect(desk()).toBeVisible();
  await expect(row("body-0")).toBeVisible();
}

/** What a row offers shows once it is the one that is worked on. */
async function fromMenu(key: string, action: string): Promise<void> {
  await row(key).focus();
  await row(key)
    .getByRole("button", { name: /的操作/ })
    .click();
  await page.getByRole("menuitem", { name: action, exact: true }).click();
}

async function makeIt(key: string, role: string): Promise<void> {
  await row(key).focus();
  await row(key)
    .getByRole("button", { name: /这一段是/ })
    .click();
  await page.getByRole("option", { name: role, exact: true }).click();
}

async function mark(quote: string): Promise<void> {
  const id = await idOf("春耕现场会");
  const { article } = await call<{ article: { revision: number } }>(page, "readArticle", { id });
  const hits = `春耕现场会\n${paragraphs.join("\n")}`;
  const start = hits.indexOf(quote);
  await call(page, "addBookmark", {
    ...{ article: id, revision: article.revision, start, end: start + quote.length, quote },
    ...{ color: "yellow", note: "", tags: [] },
  });
}

async function idOf(title: string): Promise<number> {
  const { rows } = await call<{ rows: readonly { id: number; title: string }[] }>(page, "listArticles", {
    ...{ shelf: { kind: "all" }, publication: null, issued: null },
    ...{ sort: "title", offset: 0, limit: 100 },
  });
  return rows.find((each) => each.title === title)?.id ?? 0;
}

const states = async () =>
  (
    await call<readonly { quote: string; state: string }[]>(page, "bookmarksOf", {
      article: await idOf("春耕现场会"),
    })
  ).map(({ quote, state }) => `${quote} ${state}`);

test("every operation, undone and done again; another import leaves corrections and bookmarks, and one conflict is settled", async () => {
  await mark("化肥储备");
  await openDesk();
  await expect(page.getByRole("region", { name: "原件" })).toContainText("待清淤的水渠");

  await fromMenu("body-1", "并入上一段");
  await expect
    .poll(texts)
    .toContain("全县春耕生产现场会在城关镇召开，部署今年的粮食生产工作。会议要求抢抓农时。");
  await makeIt("body-1", "二级标题");
  await expect(row("body-1")).toHaveAttribute("data-kind", "heading");
  await makeIt("body-3", "图片说明");
  await expect(row("body-3")).toContainText("选择图片");
  await makeIt("body-4", "署名");
  await expect(page.locator('[data-field="byline"]')).toContainText("本报记者 周小满");
  await makeIt("body-0", "核心提示");
  await expect(row("lead-0")).toBeVisible();
  await makeIt("lead-0", "正文");
  await expect(row("lead-0")).toHaveCount(0);

  await row("body-2").getByText("去年秋粮").dblclick();
  const editor = page.getByRole("textbox", { name: /修改/ });
  await editor.fill("农业农村局介绍了前年秋粮收购和化肥储备的情况。");
  await editor.press("Enter");
  await expect.poll(texts).toContain("农业农村局介绍了前年秋粮收购和化肥储备的情况。");
  await row("body-4").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(async () => (await texts()).indexOf("会后参观了高标准农田建设工地。")).toBe(3);
  await expect(row("body-3")).toBeFocused();
  await page.keyboard.press("Delete");
  await expect.poll(texts).not.toContain("会后参观了高标准农田建设工地。");
  await page.keyboard.press("Control+z");
  await expect.poll(texts).toContain("会后参观了高标准农田建设工地。");
  await page.keyboard.press("Control+y");
  await expect.poll(texts).not.toContain("会后参观了高标准农田建设工地。");
  await page.getByRole("button", { name: "撤销一步" }).click();
  await expect.poll(texts).toContain("会后参观了高标准农田建设工地。");

  await page.locator('[data-field="publication"]').getByRole("button").click();
  await page.getByRole("textbox", { name: /来源/ }).fill("示例日报");
  await page.keyboard.press("Enter");
  await expect(page.locator('[data-field="publication"]')).toContainText("示例日报");

  await pastePicture("body-4");
  await expect(row("body-4").locator("img")).toBeVisible();
  expect(await states()).toEqual(["化肥储备 moved"]);

  const changed = paragraphs.map((line) =>
    line.replace("去年秋粮", "大前年秋粮").replace("抗旱工作", "抗旱保苗工作"),
  );
  const source = '<meta name="ContentSource" content="另一家报纸">';
  await writeFile(join(folder, "春耕.html"), pageOf(changed).replace("<title>", `${source}<title>`));
  await page.getByRole("button", { name: "完成" }).click();
  await importFolder(page, folder);
  await page.getByText("会议还研究了抗旱保苗工作。", { exact: true }).waitFor();
  expect(await states()).toEqual(["化肥储备 moved"]);
  await openDesk();
  await expect(page.getByText(/有2处与你的校对不同/)).toBeVisible();
  await expect(page.getByText("来源 · 文件现在的内容")).toBeVisible();
  await expect(page.locator('[data-field="publication"]')).toContainText("示例日报");
  await expect.poll(texts).toContain("农业农村局介绍了前年秋粮收购和化肥储备的情况。");
  // No hint of a button that the mouse happens to be on.
  await page.mouse.move(0, 0);
  await expect(page.getByRole("tooltip")).toHaveCount(0);
  await expectAccessible("with a conflict");
  await page.getByRole("button", { name: "采用文件的", exact: true }).first().click();
  await expect(page.locator('[data-field="publication"]')).toContainText("另一家报纸");
  await expect(page.getByText(/有1处与你的校对不同/)).toBeVisible();
  await page.getByRole("button", { name: "采用文件的", exact: true }).click();
  await expect.poll(texts).toContain("农业农村局介绍了大前年秋粮收购和化肥储备的情况。");
  await expect(page.getByText(/与你的校对不同/)).toHaveCount(0);
});

test("by keyboard alone: a paragraph is edited, parted, made a heading and joined again", async () => {
  await openDesk();
  await row("body-0").focus();
  await page.keyboard.press("ArrowDown");
  await expect(row("body-1")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Home");
  for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Control+Enter");
  await expect.poll(texts).toContain("会议要求抢抓农时。");
  await page.keyboard.press("ArrowDown");
  await expect(row("body-2")).toBeFocused();
  await page.keyboard.press("h");
  await expect(row("body-2")).toHaveAttribute("data-kind", "heading");
  await page.keyboard.press("p");
  await page.keyboard.press("j");
  await expect.poll(texts).toContain("生产工作。会议要求抢抓农时。");
  await expect(row("body-1")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("改到一半");
  await page.keyboard.press("Escape");
  await expect.poll(texts).toContain("生产工作。会议要求抢抓农时。");
  await page.keyboard.press("Escape");
  await expect(desk()).toHaveCount(0);
});

test("an article is parted in two and takes the other in again; a block is moved to another article", async () => {
  await openDesk();
  await fromMenu("body-2", "从这里分成另一篇…");
  await page.getByRole("textbox", { name: "另一篇的标题" }).fill("物资储备充足");
  await page.getByRole("button", { name: "分成两篇" }).click();
  await expect.poll(texts).toHaveLength(2);
  await fromMenu("body-1", "移到另一篇…");
  await page.getByRole("dialog").getByRole("button", { name: "物资储备充足" }).click();
  await expect.poll(texts).toHaveLength(1);
  await page.getByRole("button", { name: "接上另一篇…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "物资储备充足" }).click();
  await expect.poll(async () => (await texts()).at(-1)).toBe(paragraphs[1]);
  for (let step = 0; step < 3; step++) await page.getByRole("button", { name: "撤销一步" }).click();
  await expect.poll(texts).toEqual(paragraphs);
  expect(await idOf("物资储备充足")).toBe(0);
});

test("is sound for screen readers and within the window, in every theme and size", async () => {
  await openDesk();
  await makeIt("body-4", "图片说明");
  for (const theme of ["day", "green", "night"]) {
    await call(page, "changeSettings", { theme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await expectAccessible(theme);
  }
  await resizeWindow(launched.app, page, { width: 683, height: 690 });
  await expect(page.getByRole("radio", { name: "原件" })).toBeVisible();
  await expectAccessible("narrow");
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
    .toBeLessThanOrEqual(0);
});

/** As a picture copied in another program is pasted. */
async function pastePicture(key: string): Promise<void> {
  await row(key).focus();
  await page.evaluate(
    (bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], "水渠.png", { type: "image/png" }));
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    [...png(40, 30, [90, 120, 150])],
  );
}

async function expectAccessible(where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(
    violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html).join(" ")}`),
  ).toEqual([]);
}
