/** Correcting with the mouse alone: paragraphs split where they are clicked, and dragged before, behind and to the end. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { type Launched, launchApp } from "./launch.ts";
import { call, importFolder } from "./library-on-disk.ts";
import { openListed } from "./library-window.ts";

const paragraphs = [
  "甲村春耕已经开始。乙村种子备足。",
  "丙村化肥到位。",
  "丁村农机检修完毕。",
  "戊村水渠疏通。",
];

let launched: Launched;
let page: Page;
let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "antou-校对-"));
  const body = paragraphs.map((each) => `<p>${each}</p>`).join("");
  await writeFile(
    join(folder, "春耕.html"),
    `<!doctype html><meta charset="utf-8"><title>春耕现场会</title><h1>春耕现场会</h1>${body}`,
  );
  launched = await launchApp({ size: { width: 1366, height: 768 } });
  ({ page } = launched);
  await page.getByRole("heading", { name: "欢迎使用案头" }).waitFor();
  await call(page, "removeSamples", null);
  await call(page, "changeSettings", { welcomeDone: true });
  await importFolder(page, folder);
  await openListed(page, "春耕现场会");
  await page.keyboard.press("Control+Shift+E");
  await expect(row("body-0")).toBeVisible();
});
test.afterEach(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const row = (key: string) => page.locator(`[data-row="${key}"]`);
const texts = () => page.locator("[data-row] [data-piece]").allTextContents();

/** Where in the window a character of a row's text begins. */
async function placeOf(key: string, quote: string): Promise<{ x: number; y: number }> {
  return await row(key)
    .locator("[data-piece]")
    .evaluate((element, wanted) => {
      const text = element.firstChild as Text;
      const range = document.createRange();
      range.setStart(text, text.data.indexOf(wanted));
      range.setEnd(text, text.data.indexOf(wanted) + 1);
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left + 1, y: top + height / 2 };
    }, quote);
}

test("a right click in a paragraph splits it there", async () => {
  const { x, y } = await placeOf("body-0", "乙村");
  await page.mouse.click(x, y, { button: "right" });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  await page.screenshot({ path: "out/e2e/correcting-split.png" });
  await page.getByRole("menuitem", { name: "在此拆分" }).click();
  await expect.poll(texts).toEqual(["甲村春耕已经开始。", "乙村种子备足。", ...paragraphs.slice(1)]);
  await expect(row("body-0")).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect.poll(texts).toEqual(paragraphs);
  // What cannot be split is not offered to be.
  await row("body-1")
    .locator("[data-piece]")
    .click({ button: "right", position: { x: 1, y: 10 } });
  await expect(page.getByRole("menuitem", { name: "下移" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "在此拆分" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menuitem")).toHaveCount(0);
  await expect(row("body-1")).toBeFocused();
});

test("a paragraph lands before or behind the one it is dropped on, and at the very end", async () => {
  const [first = "", second = "", third = "", last = ""] = paragraphs;
  await drag("body-0", "body-2", 0.25, "before");
  await page.mouse.up();
  await expect.poll(texts).toEqual([second, first, third, last]);
  await expect(page.locator("[data-over]")).toHaveCount(0);
  await expect(row("body-1")).toHaveAttribute("aria-current", "true");

  await drag("body-0", "body-3", 0.75, "after");
  await page.screenshot({ path: "out/e2e/correcting-drag.png" });
  await page.mouse.up();
  await expect.poll(texts).toEqual([first, third, last, second]);

  await drag("body-0", "body-3", 3, "after");
  await page.mouse.up();
  await expect.poll(texts).toEqual([third, last, second, first]);

  // Dropped where it stands it is no step.
  await drag("body-1", "body-0", 0.75, "after");
  await page.mouse.up();
  await expect(page.locator("[data-over]")).toHaveCount(0);
  await page.getByRole("button", { name: "撤销一步" }).click();
  await expect.poll(texts).toEqual([first, third, last, second]);
});

/** Picks one row up and holds it over another, so far down that: 1 is its lower edge; the sign says on which side it lands. */
async function drag(key: string, over: string, down: number, side: "before" | "after"): Promise<void> {
  const from = await row(key).boundingBox();
  const to = await row(over).boundingBox();
  if (from === null || to === null) throw new Error("no such rows");
  await page.mouse.move(from.x + 180, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 200, to.y + to.height * down, { steps: 8 });
  // The browser passes some of the moves over while a drag begins.
  await expect(async () => {
    await page.mouse.move(to.x + 201, to.y + to.height * down);
    await page.mouse.move(to.x + 200, to.y + to.height * down);
    await expect(row(over)).toHaveAttribute("data-over", side, { timeout: 500 });
  }).toPass();
}
