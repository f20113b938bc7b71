/** The first start: the starter library, its card and its guide. */
import { expect, test } from "@playwright/test";
import { launchApp } from "./launch.ts";
import { call } from "./library-on-disk.ts";
import { rows } from "./library-window.ts";

test("first start: the samples are there and marked, the card says three steps, and one click removes the samples", async () => {
  const { page, close } = await launchApp({ size: { width: 1366, height: 768 } });
  try {
    const card = page.getByRole("region", { name: "欢迎使用案头" });
    await expect(card.getByRole("listitem")).toHaveCount(3);
    await expect(rows(page)).toHaveCount(4);
    for (const sample of await rows(page).all()) {
      await expect(sample).toContainText("示例");
      // The length is never cut off, not even beside a picture.
      await expect(sample.getByText(/^·[\d,]+字$/)).toBeInViewport({ ratio: 1 });
    }
    await card.getByRole("button", { name: "开始搜索" }).click();
    await expect(page.getByRole("searchbox", { name: "搜索资料库" })).toBeFocused();
    await page.keyboard.press("Alt+ArrowLeft");
    await card.getByRole("button", { name: "移除示例" }).click();
    await expect(page.getByText("还没有资料。把文件或文件夹拖到这里，或导入文件")).toBeVisible();
    await card.getByRole("button", { name: "知道了" }).click();
    await expect(card).toBeHidden();
  } finally {
    await close();
  }
});

test("the guide opens from the card and by F1, in the interface's language", async () => {
  const { page, close } = await launchApp();
  try {
    await expect(rows(page)).toHaveCount(4);
    await page.getByRole("button", { name: "打开指南" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "阅读指南" })).toBeVisible();
    await call(page, "changeSettings", { language: "en" });
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.keyboard.press("F1");
    await expect(page.getByRole("heading", { level: 1, name: "Reading guide" })).toBeVisible();
  } finally {
    await close();
  }
});
