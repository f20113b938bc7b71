/** What every screen owes everybody: nothing for axe to find in any theme, and no line that runs out of the window. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { launchApp, resizeWindow } from "./launch.ts";
import { call } from "./library-on-disk.ts";
import { rows } from "./library-window.ts";

test("axe finds nothing on any screen, in any theme", async () => {
  test.setTimeout(180_000);
  const { page, close, app } = await launchApp({ size: { width: 1366, height: 768 } });
  try {
    await expect(rows(page)).toHaveCount(4);
    await expectAccessible(page, "first start");
    await call(page, "changeSettings", { welcomeDone: true });
    for (const theme of ["day", "green", "night"]) {
      await call(page, "changeSettings", { theme });
      await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
      await page.keyboard.press("Control+1");
      await rows(page)
        .nth(0)
        .click({ modifiers: ["Control"] });
      await rows(page)
        .nth(1)
        .click({ modifiers: ["Shift"] });
      await expectAccessible(page, `library, ${theme}`);
      await page.keyboard.press("Control+,");
      await expect(page.getByRole("heading", { level: 1, name: "设置" })).toBeVisible();
      await expectAccessible(page, `settings, ${theme}`);
    }
    await page.keyboard.press("Control+/");
    await expectAccessible(page, "shortcuts");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "导入", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "导入记录" })).toBeVisible();
    await expectAccessible(page, "imports");
    await page.keyboard.press("Control+1");
    await rows(page)
      .nth(0)
      .click({ modifiers: ["Control"] });
    await rows(page)
      .nth(1)
      .click({ modifiers: ["Shift"] });
    await page.getByRole("button", { name: "编辑信息" }).click();
    await expectAccessible(page, "edit many");
    await page.keyboard.press("Escape");
    await resizeWindow(app, page, { width: 683, height: 690 });
    await expectAccessible(page, "half a screen");
    await page.keyboard.press("Control+l");
    await expect(page.getByRole("dialog", { name: "资料库" })).toBeVisible();
    await expectAccessible(page, "drawer");
  } finally {
    await close();
  }
});

test("nothing overflows sideways, from the least width to 200 % zoom", async () => {
  const { page, close, app } = await launchApp({ size: { width: 1366, height: 768 } });
  try {
    await expect(rows(page)).toHaveCount(4);
    for (const size of [
      { width: 640, height: 480 },
      // What 1280×720 and 1366×768 leave of themselves at 200 %.
      { width: 683, height: 384 },
      { width: 1024, height: 700 },
      { width: 1280, height: 720 },
    ]) {
      await resizeWindow(app, page, size);
      for (const key of ["Control+1", "Control+,"]) {
        await page.keyboard.press(key);
        await page.keyboard.press("Escape");
        expect(await overflowing(page), `${size.width}×${size.height}`).toEqual([]);
      }
    }
  } finally {
    await close();
  }
});

async function expectAccessible(page: Page, where: string): Promise<void> {
  // Legacy mode runs in this window: an application's test cannot open another.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
  expect(found, where).toEqual([]);
}

/** Buttons and fields that reach beyond the window. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("button, input, [role=option]")]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1) && element.checkVisibility();
      })
      .map((element) => element.textContent ?? ""),
  );
}
