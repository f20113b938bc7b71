/** The whole way once, as a new user goes it: from the first start to the paragraph found again on the next day. */
import { cp, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import type { Inline } from "../../preload/model/article.ts";
import { inlineText } from "../../preload/model/article-text.ts";
import { type PackedArticle, unpackBlocks } from "../../preload/model/packed-article.ts";
import { type Launched, launchApp } from "./launch.ts";
import { call } from "./library-on-disk.ts";

const fixture = join(import.meta.dirname, "../fixtures/import/newspaper/stacked-pictures-two-leads");
const size = { width: 1366, height: 768 };

let launched: Launched;
test.afterEach(() => launched.close());

test("first start, import by dialog and by drop, read, look around, close, start again, go on reading", async () => {
  const dataDir = test.info().outputPath("新用户");
  launched = await launchApp({ dataDir, size });
  let { page } = launched;
  await expect(page.getByRole("heading", { name: "欢迎使用案头" })).toBeVisible();
  await expect(page.getByRole("option")).toHaveCount(4);

  const issue = test.info().outputPath("湖西日报", "2022-06-17");
  await mkdir(issue, { recursive: true });
  await cp(join(fixture, "input.txt"), join(issue, "第3版.txt"));
  await answerDialog(issue);
  await page.keyboard.press("Control+Shift+O");
  await page.getByRole("button", { name: "开始导入" }).click();
  await expect(page.getByRole("dialog", { name: "导入完成" })).toContainText("已导入2篇。");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("option", { name: /湖西日报/ })).toHaveCount(2);
  await expectAsInFixture(page);

  await drop(page, issue);
  await page.getByRole("button", { name: "开始导入" }).click();
  await expect(page.getByRole("dialog", { name: "导入完成" })).toContainText("无变化2篇");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("option")).toHaveCount(6);

  await page.getByRole("option", { name: /四个方向齐用力/ }).click();
  await page.getByRole("article").getByRole("button", { name: /大图/ }).first().click();
  await expect(page.getByRole("dialog", { name: "查看大图" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+,");
  await page.getByText("夜间", { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "night");
  await page.keyboard.press("Control+1");

  await page.getByRole("option", { name: /一手防疫情/ }).click();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(page.getByRole("heading", { level: 1, name: /四个方向齐用力/ })).toBeVisible();
  await launched.app.evaluate(({ Menu }) => {
    Menu.prototype.popup = function popup() {
      (globalThis as { lastMenu?: Electron.Menu }).lastMenu = this;
    };
  });
  await page.getByRole("article").getByRole("heading", { level: 2 }).first().click({ button: "right" });
  await expect
    .poll(() =>
      launched.app.evaluate(
        () => (globalThis as { lastMenu?: Electron.Menu }).lastMenu?.items.map(({ label }) => label) ?? [],
      ),
    )
    .toContain("复制本节");

  await page
    .getByRole("navigation", { name: "目录" })
    .getByRole("button", { name: "疫情防控不松劲。" })
    .click();
  const paragraph = page.getByRole("article").getByText(/^疫情防控不松劲。/);
  await expect(paragraph).toBeInViewport();
  await launched.app.close();

  launched = await launchApp({ dataDir, size });
  ({ page } = launched);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "night");
  await page.getByRole("option", { name: /四个方向齐用力/ }).click();
  await expect(page.getByRole("article").getByText(/^疫情防控不松劲。/)).toBeInViewport();
});

/** What came in through the window is what the fixture says, letter for letter. */
async function expectAsInFixture(page: Page): Promise<void> {
  const expected = JSON.parse(await readFile(join(fixture, "expected.json"), "utf8"));
  const shelf = { kind: "all" };
  const list = {
    shelf,
    publication: "湖西日报",
    issued: null,
    sort: "date",
    offset: 0,
    limit: 10,
  };
  const { rows } = await call<{ rows: { id: number; page: string }[] }>(page, "listArticles", list);
  expect(rows.map((row) => row.page)).toEqual(["3", "3"]);
  for (const [place, { id }] of rows.entries()) {
    const { article } = await call<{ article: PackedArticle }>(page, "readArticle", { id });
    const { lead, body } = unpackBlocks(article.blocks);
    const text = (content: readonly Inline[]) => inlineText(content);
    expect({
      kicker: article.kicker,
      title: article.title,
      subtitle: article.subtitle,
      byline: article.byline,
      lead: lead.flatMap((block) => (block.type === "paragraph" ? [text(block.content)] : [])),
      body: body.flatMap((block) =>
        block.type === "heading" || block.type === "paragraph" ? [{ [block.type]: text(block.content) }] : [],
      ),
      captions: body.flatMap((block) => (block.type === "figure" ? [text(block.caption)] : [])),
    }).toEqual(expected.articles[place]);
    expect(article.credits).toBe(expected.credits);
  }
}

/** Answers the system's dialog, which a test cannot reach. */
async function answerDialog(path: string): Promise<void> {
  await launched.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
}

async function drop(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, x: 600, y: 300, data });
  }
  await session.detach();
}
