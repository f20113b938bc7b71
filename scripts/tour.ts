/** The tour: what a first user does, one step after the other, each with a picture in out/tour/. */
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Launched, Size } from "../tests/e2e/launch.ts";
import { launchApp, resizeWindow } from "../tests/e2e/launch.ts";
import { importFolder } from "../tests/e2e/library-on-disk.ts";
import { findRuntime, hasDisplay, root } from "./runtime.ts";
import { openVirtualDisplay } from "./virtual-display.ts";

const folder = join(root, "out/tour");
/** Pages written for the tests, laid out as newspapers name their folders and files. */
const pages = join(root, "tests/fixtures/import/newspaper");

const wholeScreen: Size = { width: 1366, height: 768 };
/** Half a screen, beside a word processor. */
const halfScreen: Size = { width: 683, height: 690 };

interface Step {
  /** Also the name of its picture. */
  readonly name: string;
  readonly title: string;
  readonly take: (launched: Launched) => Promise<void>;
}

const steps: readonly Step[] = [
  {
    name: "start",
    title: "First start",
    async take({ page }) {
      await page.getByRole("option").nth(3).waitFor();
      await settle(page);
    },
  },
  {
    name: "import",
    title: "Importing a folder of newspaper pages: the batch is described once",
    async take({ app, page }) {
      const newspaper = await layOutNewspaper();
      await app.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
      }, newspaper);
      await page.keyboard.press("Control+Shift+o");
      await page.getByRole("button", { name: "开始导入" }).waitFor();
      await settle(page);
    },
  },
  {
    name: "imported",
    title: "What came of it",
    async take({ page }) {
      await page.getByRole("button", { name: "开始导入" }).click();
      await page.getByRole("dialog", { name: "导入完成" }).waitFor();
      await settle(page);
    },
  },
  {
    name: "read-page",
    title: "An article of a newspaper page",
    async take({ page }) {
      await page.keyboard.press("Escape");
      await page.getByRole("option", { name: /办好家门口的学校/ }).click();
      await page.getByRole("heading", { level: 1, name: /办好家门口的学校/ }).waitFor();
      await settle(page);
    },
  },
  {
    name: "find",
    title: "Find in the article",
    async take({ page }) {
      await page.keyboard.press("Control+f");
      await page.keyboard.type("学校");
      await page.getByText(/第\d+处（共\d+处）/).waitFor();
      await settle(page);
    },
  },
  {
    name: "read-day",
    title: "An article with pictures",
    async take({ page }) {
      await page.keyboard.press("Escape");
      await page.getByRole("option", { name: /四个方向齐用力/ }).click();
      await page.getByRole("heading", { level: 1, name: /四个方向齐用力/ }).waitFor();
      await settle(page);
    },
  },
  {
    name: "search",
    title: "What the library says of something",
    async take({ page }) {
      await page.keyboard.press("Control+Shift+f");
      await page.getByRole("searchbox", { name: "搜索资料库" }).fill("防控");
      await page.getByText(/^共\d+篇$/).waitFor();
      await settle(page);
    },
  },
  {
    name: "search-hit",
    title: "A hit, opened where it stands",
    async take({ page }) {
      await page.getByRole("region", { name: "搜索结果" }).getByRole("button").nth(1).click();
      await page.getByText(/^第\d+处，共\d+处$/).waitFor();
      await page.keyboard.press("F3");
      await settle(page);
    },
  },
  {
    name: "search-sentences",
    title: "Sentence by sentence, in the order of time",
    async take({ page }) {
      await page.getByRole("radio", { name: "按句" }).click();
      await page.getByRole("region", { name: "句子" }).getByRole("listitem").first().waitFor();
      await settle(page);
    },
  },
  {
    name: "search-advanced",
    title: "The advanced form, which writes the query",
    async take({ page }) {
      await page.getByRole("button", { name: "高级搜索" }).click();
      await page.getByRole("dialog", { name: "高级搜索" }).waitFor();
      await settle(page);
    },
  },
  {
    name: "quick-find",
    title: "Quick find by pinyin initials",
    async take({ page }) {
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+k");
      await page.keyboard.type("bh");
      await page.getByRole("dialog", { name: "快速打开" }).getByRole("option").first().waitFor();
      await settle(page);
    },
  },
  {
    name: "marked",
    title: "A passage marked, with a note",
    async take({ page }) {
      await page.keyboard.press("Escape");
      await page.getByRole("dialog", { name: "快速打开" }).waitFor({ state: "detached" });
      await page.keyboard.press("Control+1");
      await page.getByRole("option", { name: /四个方向齐用力/ }).click();
      await page.getByRole("article").getByText("换届做足三项准备").selectText();
      await page.keyboard.press("Control+m");
      await page.getByRole("textbox", { name: "批注内容" }).fill("写进汇报材料，数字再核一遍。");
      await page.keyboard.press("Control+Enter");
      await page.getByText("未保存，离开输入框后自动保存").waitFor({ state: "detached" });
      await settle(page);
    },
  },
  {
    name: "bookmarks",
    title: "All bookmarks",
    async take({ page }) {
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+Shift+b");
      await page.getByRole("main", { name: "标注" }).getByRole("article").waitFor();
      await settle(page);
    },
  },
  {
    name: "choosing",
    title: "Sections chosen for printing",
    async take({ page }) {
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+Shift+s");
      const contents = page.getByRole("navigation", { name: "目录" });
      await contents.getByRole("checkbox", { name: "核心提示" }).click();
      await contents.getByRole("checkbox", { name: "项目往前赶，家底往厚攒" }).click();
      await contents.getByRole("checkbox", { name: "企业难处有人跑腿。" }).click();
      await page.getByText(/^已选\d+节/).waitFor();
      await settle(page);
    },
  },
  {
    name: "print",
    title: "The very pages, before they are printed",
    async take({ page }) {
      await page.keyboard.press("Control+Shift+a");
      await page.getByRole("button", { name: "打开清单" }).click();
      await page.locator("canvas[data-drawn]").first().waitFor();
      await page.getByRole("button", { name: "另存为PDF", disabled: false }).waitFor();
      await settle(page);
    },
  },
  {
    name: "settings",
    title: "Settings",
    async take({ page }) {
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+,");
      await page.getByRole("heading", { level: 1, name: "设置" }).waitFor();
      await settle(page);
    },
  },
  {
    name: "read-night",
    title: "Night",
    async take({ page }) {
      await changeTheme(page, "night");
      await page.keyboard.press("Control+1");
      await page.getByRole("option", { name: /四个方向齐用力/ }).click();
      await page.getByRole("heading", { level: 1, name: /四个方向齐用力/ }).waitFor();
      await settle(page);
    },
  },
  {
    name: "read-green-narrow",
    title: "Half a screen, easy on the eyes",
    async take({ app, page }) {
      await changeTheme(page, "green");
      await resizeWindow(app, page, halfScreen);
      await settle(page);
    },
  },
  {
    name: "correcting",
    title: "Correcting: the pages of a PDF beside the article made of them",
    async take({ app, page }) {
      await changeTheme(page, "day");
      await resizeWindow(app, page, wholeScreen);
      await importFolder(page, await layOutNotice());
      await page.getByRole("option", { name: /关于抓好春耕的通知/ }).click();
      await page.getByRole("heading", { level: 1, name: "关于抓好春耕的通知" }).waitFor();
      await page.keyboard.press("Control+Shift+e");
      await page.locator("canvas[data-drawn]").first().waitFor();
      await page.getByText("一、总体要求", { exact: true }).click();
      await page.locator("[data-place]").first().waitFor();
      await settle(page);
    },
  },
];

/** Takes every step on a new library, and prints where the pictures are. */
export async function runTour(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const display = await displayIfNeeded();
  const launched = await launchApp({ size: wholeScreen });
  try {
    for (const [index, step] of steps.entries()) {
      await step.take(launched);
      const picture = join(folder, `${String(index + 1).padStart(2, "0")}-${step.name}.png`);
      await launched.page.screenshot({ path: picture });
      console.log(`${step.title}: ${picture}`);
    }
  } finally {
    await launched.close();
    display?.close();
  }
  console.log(`The pictures are in ${folder}`);
}

/** A folder named as newspapers name theirs, so that the batch's details can be guessed from it. */
async function layOutNewspaper(): Promise<string> {
  const issue = join(await mkdtemp(join(tmpdir(), "antou-tour-")), "湖西日报", "2022-06-17");
  await mkdir(issue, { recursive: true });
  await cp(join(pages, "stacked-pictures-two-leads/input.txt"), join(issue, "第3版.txt"));
  return issue;
}

/** A notice as an office sends it. */
async function layOutNotice(): Promise<string> {
  const received = join(await mkdtemp(join(tmpdir(), "antou-tour-")), "来文");
  await mkdir(received, { recursive: true });
  await cp(
    join(root, "tests/fixtures/import/pdf/notice/input.pdf"),
    join(received, "关于抓好春耕的通知.pdf"),
  );
  return received;
}

/** Through the settings page's own switch would be one more picture; the call is the same. */
async function changeTheme(page: Launched["page"], theme: "day" | "night" | "green"): Promise<void> {
  await page.evaluate(
    (chosen) =>
      (
        window as unknown as { reader: { changeSettings: (change: unknown) => Promise<unknown> } }
      ).reader.changeSettings({ theme: chosen }),
    theme,
  );
}

/** Until fonts and pictures stand, so that each picture shows what a person would see. */
async function settle(page: Launched["page"]): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

/** Electron's own runtime needs a screen even where nobody looks; the stand-in does not. */
async function displayIfNeeded() {
  if (hasDisplay() || findRuntime()?.kind !== "electron") return null;
  const display = await openVirtualDisplay();
  process.env["DISPLAY"] = display.name;
  return display;
}
