/** The window as a whole: its keys, the mouse's side buttons, its panes and its settings. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { type Launched, launchApp, resizeWindow } from "./launch.ts";
import { openLibrary, row, rows } from "./library-window.ts";

test.describe("a library of four articles", () => {
  let launched: Launched;
  test.beforeEach(async () => {
    launched = await openLibrary();
  });
  test.afterEach(() => launched.close());

  test("by keyboard alone: through the list, into an article, back and forward, and out of the settings", async () => {
    const { page } = launched;
    await page.keyboard.press("Control+Shift+F");
    await expect(page.getByRole("searchbox")).toBeFocused();
    await page.keyboard.press("Alt+ArrowLeft");
    const list = page.getByRole("listbox", { name: "文章列表" });
    await expect(list).toBeVisible();
    const isReached = () => list.evaluate((element) => element === document.activeElement);
    for (let tab = 0; tab < 20 && !(await isReached()); tab += 1) await page.keyboard.press("Tab");
    await expect(list).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "春耕备耕早安排" })).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "五项清单管到底" })).toBeVisible();
    await page.keyboard.press("Shift+End");
    await expect(page.getByText("已选3篇")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByText("已选3篇")).toBeHidden();
    await page.keyboard.press("Alt+ArrowLeft");
    await expect(page.getByRole("heading", { level: 1, name: "春耕备耕早安排" })).toBeVisible();
    await page.keyboard.press("Alt+ArrowRight");
    await expect(page.getByRole("heading", { level: 1, name: "五项清单管到底" })).toBeVisible();
    await page.keyboard.press("Control+,");
    await expect(page.getByRole("heading", { level: 1, name: "设置" })).toBeVisible();
    await page.keyboard.press("Control+/");
    await expect(page.getByRole("dialog", { name: "快捷键" })).toContainText("Ctrl+Shift+F");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("heading", { level: 1, name: "五项清单管到底" })).toBeVisible();
  });

  test("the mouse's side buttons go back and forward through what was read", async () => {
    const { page } = launched;
    await row(page, "春耕备耕早安排").click();
    await row(page, "五项清单管到底").click();
    const press = (button: number) =>
      page.evaluate((which) => {
        document.body.dispatchEvent(
          new MouseEvent("mouseup", { button: which, bubbles: true, cancelable: true }),
        );
      }, button);
    await press(3);
    await expect(page.getByRole("heading", { level: 1, name: "春耕备耕早安排" })).toBeVisible();
    await press(4);
    await expect(page.getByRole("heading", { level: 1, name: "五项清单管到底" })).toBeVisible();
  });

  test("panes fold: the list at will, the page alone by F11, and in half a screen the list is a drawer", async () => {
    const { page, app } = launched;
    await row(page, "春耕备耕早安排").click();
    await page.keyboard.press("Control+l");
    await expect(rows(page)).toHaveCount(0);
    await page.getByRole("button", { name: "文章列表" }).click();
    await expect(rows(page)).toHaveCount(4);

    await page.keyboard.press("F11");
    await expect(page.getByRole("navigation", { name: "主导航" })).toBeHidden();
    await expect(rows(page)).toHaveCount(0);
    await page.keyboard.press("F11");
    await expect(page.getByRole("navigation", { name: "主导航" })).toBeVisible();

    // The desktop may end the full screen by itself: the page follows, and the next press means what it says.
    const window = await app.browserWindow(page);
    const isFullScreen = () => window.evaluate((shown) => shown.isFullScreen());
    await page.keyboard.press("F11");
    await expect.poll(isFullScreen).toBe(true);
    await expect(page.getByRole("navigation", { name: "主导航" })).toBeHidden();
    await window.evaluate((shown) => shown.setFullScreen(false));
    await expect(page.getByRole("navigation", { name: "主导航" })).toBeVisible();
    await page.keyboard.press("F11");
    await expect.poll(isFullScreen).toBe(true);
    await expect(page.getByRole("navigation", { name: "主导航" })).toBeHidden();
    await page.keyboard.press("F11");
    await expect(page.getByRole("navigation", { name: "主导航" })).toBeVisible();

    await resizeWindow(app, page, { width: 683, height: 690 });
    await expect(page.getByRole("navigation", { name: "主导航" })).toBeHidden();
    await page.getByRole("button", { name: "文章列表" }).click();
    const drawer = page.getByRole("dialog", { name: "资料库" });
    await drawer.getByRole("option").filter({ hasText: "河道治理见成效" }).click();
    await expect(drawer).toBeHidden();
    await expect(page.getByRole("heading", { level: 1, name: "河道治理见成效" })).toBeVisible();
  });
});

test("settings apply at once, last over a restart, and the whole interface changes its language", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "antou-settings-"));
  try {
    const first = await launchApp({ dataDir, size: { width: 1366, height: 768 } });
    await expect(rows(first.page)).toHaveCount(4);
    await first.page.keyboard.press("Control+,");
    await first.page.getByText("护眼", { exact: true }).click();
    await expect(first.page.locator("html")).toHaveAttribute("data-theme", "green");
    await first.page.getByRole("textbox", { name: "字号" }).fill("22");
    await first.page.keyboard.press("Tab");
    await first.page.getByText("两端对齐").click();
    await first.page.getByText("English", { exact: true }).click();
    await expect(first.page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
    await expect(first.page.locator("html")).toHaveAttribute("lang", "en");
    // Chinese that is left: the languages' own names, the example of a Chinese citation, and nothing else.
    const left = await first.page.locator("main").evaluate((main) => {
      const copy = main.cloneNode(true) as Element;
      for (const chinese of copy.querySelectorAll('[lang="zh-CN"]')) chinese.remove();
      return copy.textContent;
    });
    expect(left.replaceAll("中文", "").match(/\p{Script=Han}+/gu)).toBeNull();
    await first.close();

    const second = await launchApp({ dataDir, size: { width: 1366, height: 768 } });
    await expect(second.page.getByRole("button", { name: "Search the library" })).toBeVisible();
    const look = await second.page.evaluate(() => {
      const { style, dataset } = document.documentElement;
      return [
        dataset["theme"],
        style.getPropertyValue("--reading-size"),
        style.getPropertyValue("--reading-align"),
      ];
    });
    expect(look).toEqual(["green", "22px", "start"]);
    await second.close();
  } finally {
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});
