/** What lies around the correcting: both sides kept beside each other, dropped pictures, long articles, another start. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type Launched, launchApp } from "./launch.ts";
import { call, importFolder } from "./library-on-disk.ts";
import { openListed } from "./library-window.ts";
import { png } from "./png.ts";

const LONG = 3000;
const size = { width: 1366, height: 768 };

let launched: Launched;
let page: Page;
let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "antou-校对-"));
});
test.afterEach(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function openDeskOf(name: string, text: string, dataDir?: string): Promise<void> {
  await writeFile(join(folder, name), text);
  launched = await launchApp({ size, ...(dataDir === undefined ? {} : { dataDir }) });
  ({ page } = launched);
  await page.getByRole("heading", { name: "欢迎使用案头" }).waitFor();
  await call(page, "removeSamples", null);
  await call(page, "changeSettings", { welcomeDone: true });
  await importFolder(page, folder);
  await openAgain();
}

async function openAgain(): Promise<void> {
  await openListed(page, "春耕现场会");
  await page.getByRole("heading", { level: 1, name: "春耕现场会" }).waitFor();
  await page.keyboard.press("Control+Shift+E");
  await expect(row("body-0")).toBeVisible({ timeout: 60_000 });
}

const row = (key: string) => page.locator(`[data-row="${key}"]`);
const original = () => page.getByRole("region", { name: "原件" });
const shown = () => original().locator('[data-shown="true"]');

const page1 = (body: string) =>
  `<!doctype html><meta charset="utf-8"><title>春耕现场会</title><h1>春耕现场会</h1>${body}`;
const sentence = (number: number) => `第${number}段说的是第${number}个村的春耕准备，种子和化肥都已到位。`;

test("what a paragraph was made of is shown beside it, and a click on either side leads to the other", async () => {
  const paragraphs = Array.from({ length: 60 }, (_, index) => `<p>${sentence(index + 1)}</p>`);
  await openDeskOf("春耕.html", page1(paragraphs.join("")));
  await expect(original()).not.toContainText("<p>");
  await row("body-40").click();
  await expect(shown()).toHaveText(sentence(41));
  await expect(shown()).toBeInViewport();
  await original().getByText(sentence(3), { exact: true }).click();
  await expect(row("body-2")).toBeFocused();
  await expect(row("body-2")).toBeInViewport();
  await page.screenshot({ path: "out/e2e/correcting-beside.png" });
});

test("a picture dropped on a missing one fills it, and is not imported as a file", async () => {
  await openDeskOf("春耕.html", page1(`<p>${sentence(1)}</p><p>待清淤的水渠</p><p>${sentence(2)}</p>`));
  await row("body-1").focus();
  await page.keyboard.press("c");
  await expect(row("body-1")).toContainText("选择图片");
  await drop("body-1");
  await expect(row("body-1").locator("img")).toBeVisible();
  await expect(page.getByText("松开鼠标")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "开始导入" })).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(row("body-1")).toContainText("选择图片");
});

test("a double click uses one picture of the strip, and keys held beyond the first step say nothing", async () => {
  for (const name of ["一", "二", "三"]) {
    const shade = name.charCodeAt(0) % 200;
    await writeFile(join(folder, `${name}.png`), png(40, 30, [shade, 120, 150]));
  }
  await openDeskOf("春耕.html", page1(`<p>${sentence(1)}</p><p>${sentence(2)}</p>`));
  const spares = page.getByRole("region", { name: /还没有用上/ }).getByRole("button");
  await expect(spares).toHaveCount(3);
  const { x = 0, y = 0 } = (await spares.first().boundingBox()) ?? {};
  // As fast as a hand does it, and slowly enough for the next picture to have come under the pointer.
  await page.mouse.click(x + 10, y + 10);
  await page.waitForTimeout(150);
  await page.mouse.click(x + 10, y + 10);
  await expect(spares).toHaveCount(2);
  await row("body-1").focus();
  for (let time = 0; time < 4; time++) await page.keyboard.press("Control+z");
  await expect(spares).toHaveCount(3);
  await expect(page.getByText("这一步在这里做不了")).toHaveCount(0);
  await page.keyboard.press("Control+Shift+z");
  await expect(spares).toHaveCount(2);
  await expect(page.getByRole("button", { name: "重做一步" })).toBeDisabled();
});

test("what is half typed is kept, whichever way one leaves the desk; a date that is none is said at once", async () => {
  await openDeskOf("春耕.html", page1(`<p>${sentence(1)}</p><p>${sentence(2)}</p>`));
  await row("body-0").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("End");
  await page.keyboard.type("改到一半");
  await page.keyboard.press("Control+1");
  await expect(page.getByRole("main", { name: "校对" })).toHaveCount(0);
  await openAgain();
  await expect(row("body-0")).toContainText(`${sentence(1)}改到一半`);

  const date = page.locator('[data-field="issuedOn"]');
  await date.getByRole("button").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("二月五日");
  await page.keyboard.press("Enter");
  await expect(date.getByRole("alert")).toHaveText("日期应写成2021-02-05这样，并且是真实存在的一天。");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("2021-02-05");
  await page.keyboard.press("Enter");
  await expect(date.getByRole("button", { name: "修改：日期 2021-02-05" })).toBeFocused();
});

test("what is begun before a step is answered stays with its paragraph, though the step moved that", async () => {
  await openDeskOf("春耕.html", page1([1, 2, 3, 4].map((number) => `<p>${sentence(number)}</p>`).join("")));
  await row("body-0").focus();
  await page.evaluate(() => {
    const pressed = new KeyboardEvent("keydown", { key: "Delete", bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(pressed);
    const third = document.querySelector('[data-row="body-2"] [data-piece]');
    third?.dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
  });
  await expect(row("body-2")).toContainText(sentence(4));
  await expect(page.getByRole("textbox", { name: /^修改/ })).toHaveValue(sentence(3));
  await page.keyboard.press("Escape");
  await expect(row("body-1")).toBeFocused();
  // Twice the same key, the second before the first is answered.
  await page.evaluate(() => {
    for (let time = 0; time < 2; time++)
      document.activeElement?.dispatchEvent(
        new KeyboardEvent("keydown", { key: "l", bubbles: true, cancelable: true }),
      );
  });
  await expect(row("lead-1")).toContainText(sentence(4));
  await expect(row("body-0")).toContainText(sentence(2));
});

test("what is raised in the text is shown so, kept when words beside it are put right, and split behind", async () => {
  await openDeskOf("春耕.html", page1("<p>水面共10<sup>2</sup>亩。旱地较少。</p>"));
  await expect(row("body-0").locator("sup")).toHaveText("2");
  await row("body-0").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: /^修改/ }).fill("水面合计102亩。旱地较少。");
  await page.keyboard.press("Enter");
  await expect(row("body-0")).toContainText("水面合计10");
  await expect(row("body-0").locator("sup")).toHaveText("2");
  const { x, y } = await row("body-0")
    .locator("sup")
    .evaluate((raised) => {
      const range = document.createRange();
      range.setStart(raised.nextSibling as Text, 2);
      range.setEnd(raised.nextSibling as Text, 3);
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left + 1, y: top + height / 2 };
    });
  await page.mouse.click(x, y, { button: "right" });
  await page.getByRole("menuitem", { name: "在此拆分" }).click();
  await expect(row("body-0")).toContainText("水面合计102亩。");
  await expect(row("body-1")).toContainText("旱地较少。");
});

test("cells and items are gone through by Tab, and a double click begins where it was made", async () => {
  const table = "<table><tr><td>城关</td><td>三万亩</td></tr><tr><td>河东</td><td>二万亩</td></tr></table>";
  await openDeskOf("春耕.html", page1(`${table}<ol><li>清淤</li><li>检修</li></ol><p>${sentence(1)}</p>`));
  const editor = page.getByRole("textbox", { name: /^修改/ });
  await row("body-0").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(editor).toHaveValue("三万亩");
  await editor.fill("五万亩");
  await page.keyboard.press("Tab");
  await expect(editor).toHaveValue("河东");
  await page.keyboard.press("Shift+Tab");
  await expect(editor).toHaveValue("五万亩");
  await page.keyboard.press("Escape");
  await expect(row("body-0")).toBeFocused();
  await expect(row("body-0")).toContainText("五万亩");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("F2");
  await page.keyboard.press("Tab");
  await page.keyboard.press("End");
  await page.keyboard.type("农机");
  await page.keyboard.press("Tab");
  await expect(row("body-1")).toContainText("检修农机");
  await row("body-1").focus();
  await page.keyboard.press("j");
  await expect(page.getByText("这一步在这里做不了")).toBeVisible();
  await expect(row("body-1")).toBeFocused();

  const { x, y } = await row("body-2")
    .locator("[data-piece]")
    .evaluate((piece) => {
      const range = document.createRange();
      range.setStart(piece.firstChild as Text, 7);
      range.setEnd(piece.firstChild as Text, 8);
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left + 1, y: top + height / 2 };
    });
  await page.mouse.dblclick(x, y);
  await page.keyboard.type("此处");
  await page.keyboard.press("Enter");
  await expect(row("body-2")).toContainText(`${sentence(1).slice(0, 7)}此处${sentence(1).slice(7)}`);
});

test("what is half typed is kept when the window is closed", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "antou-资料-"));
  await openDeskOf("春耕.html", page1(`<p>${sentence(1)}</p><p>${sentence(2)}</p>`), dataDir);
  await row("body-0").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("End");
  await page.keyboard.type("改到一半");
  const closed = launched.app.waitForEvent("close");
  await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await closed;
  launched = await launchApp({ size, dataDir });
  ({ page } = launched);
  await openAgain();
  await expect(row("body-0")).toContainText(`${sentence(1)}改到一半`);
  await row("body-1").focus();
  await page.keyboard.press("Control+z");
  await expect(row("body-0")).not.toContainText("改到一半");
});

test("steps can be undone after another start", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "antou-资料-"));
  await openDeskOf("春耕.html", page1(`<p>${sentence(1)}</p><p>${sentence(2)}</p>`), dataDir);
  await row("body-1").focus();
  await page.keyboard.press("h");
  await expect(row("body-1")).toHaveAttribute("data-kind", "heading");
  await launched.close();
  launched = await launchApp({ size, dataDir });
  ({ page } = launched);
  await openAgain();
  await expect(row("body-1")).toHaveAttribute("data-kind", "heading");
  await row("body-0").focus();
  await page.keyboard.press("Control+z");
  await expect(row("body-1")).toHaveAttribute("data-kind", "paragraph");
});

test("an article of 3,000 paragraphs is corrected without waiting", async () => {
  // Making, importing and opening it takes its time where both processors are busy.
  test.slow();
  const paragraphs = Array.from({ length: LONG }, (_, index) => `<p>${sentence(index + 1)}</p>`);
  await openDeskOf("长文.html", page1(paragraphs.join("")));
  await row("body-0").focus();
  await page.keyboard.press("End");
  await expect(row(`body-${LONG - 1}`)).toBeFocused();
  console.log(`A paragraph of ${LONG} made a heading: the page was busy for ${await busyAfter("h")} ms`);
  await expect(row(`body-${LONG - 1}`)).toHaveAttribute("data-kind", "heading");
  await expect(row(`body-${LONG - 1}`)).toBeFocused();
  await row("body-1").focus();
  console.log(`The second of ${LONG} joined to the first: ${await busyAfter("j")} ms`);
  await expect(row(`body-${LONG - 1}`)).toHaveCount(0);
  await expect(row("body-0")).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(row(`body-${LONG - 1}`)).toHaveAttribute("data-kind", "heading", { timeout: 45_000 });
  await page.keyboard.press("End");
  await expect(row(`body-${LONG - 1}`)).toBeFocused();
});

/** Presses a key on the row that has the focus; how long the page was held up until its step was drawn, in milliseconds. */
async function busyAfter(key: string): Promise<number> {
  return await page.evaluate(async (pressed) => {
    let busy = 0;
    const watch = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) busy += duration;
    });
    watch.observe({ type: "longtask" });
    const rows = document.querySelector("[data-row]")?.parentElement;
    if (rows === null || rows === undefined) throw new Error("no rows");
    const changed = Promise.withResolvers<void>();
    const seen = new MutationObserver(() => changed.resolve());
    seen.observe(rows, { subtree: true, childList: true, attributeFilter: ["data-kind"] });
    document.activeElement?.dispatchEvent(
      new KeyboardEvent("keydown", { key: pressed, bubbles: true, cancelable: true }),
    );
    await changed.promise;
    // What was long is told once the frame after it is drawn.
    for (let frame = 0; frame < 3; frame++) await new Promise((drawn) => requestAnimationFrame(drawn));
    await new Promise((told) => setTimeout(told));
    watch.disconnect();
    seen.disconnect();
    return Math.round(busy);
  }, key);
}

/** As a file dragged in from the desktop is dropped. */
async function drop(key: string): Promise<void> {
  await row(key).evaluate(
    (element, bytes) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(bytes)], "水渠.png", { type: "image/png" }));
      for (const type of ["dragover", "drop"])
        element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [...png(40, 30, [90, 120, 150])],
  );
}
