/** Reading in the built application: the page, its contents, finding, pictures, copying, and where reading stood. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { ElectronApplication, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import type { Reader } from "../../preload/contract.ts";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { shownText } from "../../preload/model/full-width.ts";
import { unpackBlocks } from "../../preload/model/packed-article.ts";
import { type Launched, launchApp, resizeWindow } from "./launch.ts";
import { openListed } from "./library-window.ts";
import { png } from "./png.ts";

declare const reader: Reader;

const briefing = `<!doctype html><meta charset="utf-8"><title>全区春耕备耕情况简报</title>
<h1>全区春耕备耕情况简报</h1>
<p>截至3月5日,全区已备足种子1200吨,完成计划的<b>96.5%</b>。<ruby>墒<rt>shāng</rt></ruby>情适宜,见<a href="https://example.org/weather">气象通报</a>。</p>
<h2>一、物资储备</h2>
<p>储备充足。各乡镇农资网点库存较去年同期增加两成,价格平稳。</p>
<figure><img src="储备.png" alt="储备量柱状图"><figcaption>各乡镇种子储备情况</figcaption></figure>
<table><tr><th>乡镇</th><th>种子</th></tr><tr><td>东风乡</td><td>420</td></tr></table>
<h2>二、存在问题</h2>
<p>水渠尚有三处未清淤,须在本月十五日以前完成。</p>
<figure><img src="水渠.png" alt="水渠"><figcaption>待清淤的水渠</figcaption></figure>
<p>以上情况,特此通报。</p>`;

/** What copying the whole briefing gives: what is shown, a line a paragraph. */
const briefingAsShown = [
  "全区春耕备耕情况简报",
  "截至3月5日，全区已备足种子1200吨，完成计划的96.5%。墒情适宜，见气象通报。",
  "一、物资储备",
  "储备充足。各乡镇农资网点库存较去年同期增加两成，价格平稳。",
  "各乡镇种子储备情况",
  "乡镇\t种子",
  "东风乡\t420",
  "二、存在问题",
  "水渠尚有三处未清淤，须在本月十五日以前完成。",
  "待清淤的水渠",
  "以上情况，特此通报。",
].join("\n");

const notice = `# 关于做好值班工作的说明

值班安排见附表[^1],请**各单位**认真落实。

- 白天值班
- 夜间值班,含\`节假日\`

> 值班电话保持畅通。

\`\`\`
姓名  电话
\`\`\`

[^1]: 附表另发。
`;

const chapters = 40;
const paragraphsInChapter = 12;

/** A long text in Markdown: numbered paragraphs under numbered headings, and one phrase that stands near its end. */
function longReport(): string {
  const lines = ["# 五年工作总结汇编"];
  for (let chapter = 1; chapter <= chapters; chapter++) {
    lines.push(`## 第${chapter}部分`);
    for (let paragraph = 1; paragraph <= paragraphsInChapter; paragraph++) {
      const name = `第${chapter}部分第${paragraph}段`;
      lines.push(`这是${name}，写的是各项工作怎样一件一件落到实处，又怎样一项一项向群众交代。`.repeat(3));
    }
  }
  lines.push("全文只在这里提到蓝莓种植一次。");
  return lines.join("\n\n");
}

let launched: Launched;
let page: Page;
let app: ElectronApplication;
let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "antou-阅读-"));
  const sources = join(folder, "来稿");
  await mkdir(sources);
  await writeFile(join(sources, "简报.html"), briefing);
  await writeFile(join(sources, "储备.png"), png(640, 400, [176, 90, 70]));
  await writeFile(join(sources, "水渠.png"), png(300, 500, [90, 120, 150]));
  await writeFile(join(sources, "汇编.md"), longReport());
  await writeFile(join(sources, "说明.md"), notice);
  launched = await launchApp({ dataDir: join(folder, "资料"), size: { width: 1366, height: 768 } });
  ({ page, app } = launched);
  await importFiles(["简报.html", "汇编.md", "说明.md"].map((name) => join(sources, name)));
});

test.afterEach(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

test("an article is shown with its parts, its contents, its length, and punctuation as the setting says", async () => {
  await open("全区春耕备耕情况简报");
  const article = page.getByRole("article");
  await expect(article.getByRole("heading", { level: 1 })).toHaveText("全区春耕备耕情况简报");
  await expect(article.getByRole("heading", { level: 2 })).toHaveText(["一、物资储备", "二、存在问题"]);
  await expect(article.locator("header")).toContainText("来源未注明");
  await expect(article.locator("header")).toContainText("日期未注明");
  await expect(article.getByRole("columnheader")).toHaveText(["乡镇", "种子"]);
  await expect(article.locator("figcaption")).toHaveText(["各乡镇种子储备情况", "待清淤的水渠"]);
  await expect(contents().getByRole("listitem")).toHaveText([
    "开头",
    "一、物资储备",
    "储备充足。",
    "二、存在问题",
  ]);
  const first = article.locator("p", { hasText: "截至" });
  await expect(first).toContainText("截至3月5日，全区");
  await page.evaluate(() => reader.changeSettings({ fullWidthPunctuation: false }));
  await expect(first).toContainText("截至3月5日,全区");
});

test("at least twenty lines of 17 px at 1.75 fit below the toolbar at 1366×768", async () => {
  await page.evaluate(() => reader.changeSettings({ textSize: 17, lineHeight: 1.75 }));
  await open("五年工作总结汇编");
  await entry("第2部分").click();
  await expect.poll(topLine).toContain("第2部分");
  await expect.poll(wholeLines).toBeGreaterThanOrEqual(20);
});

test("the contents jump to parts not yet drawn, mark the current section and keep it in view", async () => {
  await open("五年工作总结汇编");
  await contents().getByRole("button", { name: "第1部分", exact: true }).focus();
  await page.keyboard.press("End");
  await expect(entry("第40部分")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(topLine).toContain("第40部分");
  await expect(entry("第40部分")).toHaveAttribute("aria-current", "location");
  await scroller().evaluate((element) => {
    element.scrollTop = element.scrollHeight / 2;
  });
  await expect(contents().locator("[aria-current]")).toHaveText(/第(19|20|21|22)部分/);
  await expect(contents().locator("[aria-current]")).toBeInViewport();
  await page.keyboard.press("Control+Shift+L");
  await expect(contents()).toBeHidden();
  await page.keyboard.press("Control+Shift+L");
  await expect(contents()).toBeVisible();
});

test("finding counts every hit, paints it, goes round, and reaches text not yet drawn", async () => {
  await open("五年工作总结汇编");
  await page.keyboard.press("Control+f");
  const field = page.getByRole("textbox", { name: "在文章中查找" });
  await field.fill("落到实处");
  const count = page.getByRole("search").getByRole("status");
  const total = chapters * paragraphsInChapter * 3;
  await expect(count).toHaveText(`第1处（共${total}处）`);
  await field.press("Shift+Enter");
  await expect(count).toHaveText(`第${total}处（共${total}处）`);
  await field.press("F3");
  await expect(count).toHaveText(`第1处（共${total}处）`);
  await expect.poll(() => painted("antou-current-hit")).toEqual(["落到实处"]);
  await expect.poll(async () => [...new Set(await painted("antou-hits"))]).toEqual(["落到实处"]);
  await field.fill("蓝莓");
  await expect(count).toHaveText("第1处（共1处）");
  await expect(page.getByText("全文只在这里提到蓝莓种植一次。")).toBeInViewport();
  await expect.poll(() => painted("antou-current-hit")).toEqual(["蓝莓"]);
  await field.fill("没有的词");
  await expect(count).toHaveText("没有找到");
  await field.press("Escape");
  await expect(field).toBeHidden();
  await expect.poll(() => painted("antou-current-hit")).toEqual([]);
});

test("the place read is found again after a restart, and after reading something else", async () => {
  await open("五年工作总结汇编");
  await entry("第7部分").click();
  await expect.poll(topLine).toContain("第7部分");
  await scroller().evaluate((element) => {
    element.scrollTop += 700;
  });
  const line = await topLine();
  await open("全区春耕备耕情况简报");
  await open("五年工作总结汇编");
  await expect.poll(topLine).toBe(line);
  await launched.app.close();
  launched = await launchApp({ dataDir: launched.dataDir, size: { width: 1366, height: 768 } });
  ({ page, app } = launched);
  await open("五年工作总结汇编");
  await expect.poll(topLine).toBe(line);
});

test("copying gives exactly what is shown, and the selection is counted", async () => {
  await open("全区春耕备耕情况简报");
  await scroller().focus();
  await page.keyboard.press("Control+a");
  await expect(page.getByText(/^已选\d+字$/)).toHaveText(
    `已选${briefingAsShown.replace(/\s/g, "").length}字`,
  );
  await page.keyboard.press("Control+c");
  await expect.poll(clipboard).toBe(briefingAsShown);
});

test("every place in the page is an offset of the canonical text, and every offset its place", async () => {
  // The module itself runs in the page: evaluated from outside, since the page's policy lets nothing in.
  const source = await readFile(
    new URL("../../renderer/ui/article/text-positions.ts", import.meta.url),
    "utf8",
  );
  const positions = stripTypeScriptTypes(source).replaceAll(/^export /gm, "");
  for (const title of ["全区春耕备耕情况简报", "关于做好值班工作的说明"]) {
    await open(title);
    const text = shownText(articleText(await storedArticle(title)).text);
    const seen: Seen = await page.evaluate(`(() => { ${positions}; return (${lookAtPlaces})() })()`);
    expect(seen.wrong).toEqual([]);
    // Only the line feeds and tabs between the pieces stand in no element.
    expect(seen.leaves.map(([, shown]) => shown).join("")).toBe(text.replaceAll(/[\n\t]/g, ""));
    for (const [start, shown] of seen.leaves) expect(text.slice(start, start + shown.length)).toBe(shown);
  }
});

test("a footnote's mark leads to the note, and the note back", async () => {
  await open("关于做好值班工作的说明");
  const article = page.getByRole("article");
  await article.getByRole("link", { name: "注释1" }).click();
  await expect(article.getByText("附表另发。")).toBeInViewport();
  await article.getByRole("button", { name: "回到正文注释1处" }).click();
  await expect(article.getByText("值班安排见附表")).toBeInViewport();
});

test("right-clicking offers what was met: text, a heading whose section is copied, a picture that is saved", async () => {
  await catchMenus();
  await open("全区春耕备耕情况简报");
  const article = page.getByRole("article");
  await article.getByText("以上情况").click({ button: "right" });
  await expect.poll(menuItems).toEqual([
    { label: "复制", enabled: false },
    { label: "全选", enabled: true },
    { label: "加入打印清单", enabled: true },
  ]);
  await clickMenu("全选");
  await expect(page.getByText(/^已选\d+字$/)).toBeVisible();
  await page.keyboard.press("Control+c");
  await expect.poll(clipboard).toBe(briefingAsShown);
  await article.getByText("以上情况").selectText();
  await article.getByText("以上情况").click({ button: "right" });
  await expect.poll(menuItems).toContainEqual({ label: "复制", enabled: true });
  await page.evaluate(() => document.getSelection()?.removeAllRanges());

  await article.getByRole("heading", { name: "二、存在问题" }).click({ button: "right" });
  await expect.poll(async () => (await menuItems())[0]?.label).toBe("复制本节");
  await clickMenu("复制本节");
  await expect
    .poll(clipboard)
    .toBe("二、存在问题\n水渠尚有三处未清淤，须在本月十五日以前完成。\n待清淤的水渠\n以上情况，特此通报。");

  await article.getByRole("button", { name: /水渠/ }).focus();
  await page.keyboard.press("Shift+F10");
  await expect
    .poll(async () => (await menuItems()).map(({ label }) => label))
    .toEqual(["复制图片", "图片另存为…"]);
});

test("the picture viewer zooms, leafs, keeps the focus, and gives it back", async () => {
  await open("全区春耕备耕情况简报");
  const picture = page.getByRole("article").getByRole("button", { name: /储备量/ });
  await picture.focus();
  await page.keyboard.press("Enter");
  const viewer = page.getByRole("dialog", { name: "查看大图" });
  await expect(viewer.getByRole("img")).toBeVisible();
  await expect(viewer.getByRole("status")).toHaveText("第1张（共2张）");
  await expect(viewer).toContainText("100%");
  const width = async () => (await viewer.getByRole("img").boundingBox())?.width;
  expect(await width()).toBe(640);
  await page.keyboard.press("+");
  await expect(viewer).toContainText("125%");
  expect(await width()).toBe(800);
  await viewer.getByRole("img").hover();
  await page.mouse.wheel(0, -100);
  await expect(viewer).toContainText("156%");
  await page.keyboard.press("0");
  await expect(viewer).toContainText("100%");
  await page.keyboard.press("PageDown");
  await expect(viewer.getByRole("status")).toHaveText("第2张（共2张）");
  await expect(viewer).toContainText("待清淤的水渠");
  for (let press = 0; press < 12; press++) await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("[role=dialog]") !== null)).toBe(true);
  await page.keyboard.press("Escape");
  await expect(viewer).toBeHidden();
  await expect(picture).toBeFocused();
});

test("keys and wheel change the size of the text, and the line that was read stays", async () => {
  await open("五年工作总结汇编");
  await entry("第7部分").click();
  await expect.poll(topLine).toContain("第7部分");
  const size = () => page.getByRole("article").evaluate((element) => getComputedStyle(element).fontSize);
  expect(await size()).toBe("18px");
  await page.keyboard.press("Control+=");
  await expect.poll(size).toBe("19px");
  await scroller().hover();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -100);
  await page.keyboard.up("Control");
  await expect.poll(size).toBe("20px");
  await expect.poll(topLine).toContain("第7部分");
  await page.keyboard.press("Control+-");
  await page.keyboard.press("Control+0");
  await expect.poll(size).toBe("18px");
});

test("a link shows its address and goes nowhere; the original is shown as it came", async () => {
  await open("全区春耕备耕情况简报");
  const address = page.url();
  await page.getByRole("link", { name: "气象通报" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("https://example.org/weather");
  await dialog.getByRole("button", { name: "复制地址" }).click();
  await expect.poll(clipboard).toBe("https://example.org/weather");
  expect(page.url()).toBe(address);
  await page.getByRole("button", { name: "查看原件" }).click();
  await expect(dialog).toContainText("简报.html");
  await expect(dialog).toContainText("<ruby>墒<rt>shāng</rt></ruby>");
});

for (const theme of ["day", "green", "night"] as const) {
  for (const size of [
    { width: 1366, height: 768 },
    { width: 683, height: 690 },
  ]) {
    test(`axe finds nothing in the ${theme} theme at ${size.width}×${size.height}`, async () => {
      await page.evaluate((chosen) => reader.changeSettings({ theme: chosen }), theme);
      await open("全区春耕备耕情况简报");
      await resizeWindow(app, page, size);
      await page.keyboard.press("Control+f");
      await expect(page.getByRole("search")).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  }
}

/** Imports through the application itself and waits until it is done. */
async function importFiles(paths: readonly string[]): Promise<void> {
  await page.evaluate(async (files) => {
    const ended = new Promise<void>((resolve) => {
      const stop = reader.on("job", ({ state }) => {
        if (state === "running") return;
        stop();
        resolve();
      });
    });
    const details = { publication: "", issuedOn: null, page: "", pageName: "" };
    await reader.startImport({ paths: [...files], details });
    await ended;
  }, paths);
}

async function open(title: string): Promise<void> {
  await openListed(page, title);
  // A long article shows its beginning first.
  await expect(page.getByRole("main", { name: "阅读" })).not.toHaveAttribute("aria-busy");
}

test("what is asked of a long article while only its beginning is there is done when the whole has come", async () => {
  await page.evaluate(() => {
    const watch = new MutationObserver(() => {
      if (document.querySelector("main[aria-busy=true]") === null) return;
      watch.disconnect();
      document.body.dispatchEvent(
        new KeyboardEvent("keydown", {
          key: "f",
          code: "KeyF",
          ctrlKey: true,
          bubbles: true,
          cancelable: true,
        }),
      );
    });
    watch.observe(document.body, { subtree: true, childList: true });
  });
  await open("五年工作总结汇编");
  await expect(page.getByRole("textbox", { name: "在文章中查找" })).toBeFocused();
});

function scroller() {
  return page.getByRole("region", { name: "文章", exact: true });
}

function contents() {
  return page.getByRole("navigation", { name: "目录" });
}

function entry(title: string) {
  return contents().getByRole("button", { name: title, exact: true });
}

/** The text that begins at the top of the page. */
function topLine(): Promise<string> {
  return scroller().evaluate((element) => {
    const box = element.getBoundingClientRect();
    const text = element.querySelector("[data-start]")?.getBoundingClientRect();
    const place = document.caretPositionFromPoint((text?.left ?? box.left) + 2, box.top + 34);
    return place?.offsetNode.textContent?.slice(place.offset, place.offset + 24) ?? "";
  });
}

interface Seen {
  /** The start and the counted text of each element that has any. */
  readonly leaves: readonly (readonly [number, string])[];
  /** Spans that did not come back from the range that shows them. */
  readonly wrong: readonly unknown[];
}

/** Runs in the page, beside the functions of text-positions.ts. */
const lookAtPlaces = `() => {
  const article = document.querySelector("article");
  const leaves = leavesOf(article);
  const last = leaves.at(-1);
  const end = startOf(last) + lengthOf(last);
  const wrong = [];
  for (const leaf of leaves) {
    const start = startOf(leaf);
    for (let at = start; at < start + lengthOf(leaf); at++) {
      for (const span of [{ start: at, end: at + 1 }, { start: at, end }, { start: startOf(leaves[0]), end: at + 1 }]) {
        const range = rangeOf(article, span);
        const back = range && spanOf(article, range);
        if (back === null || back.start !== span.start || back.end !== span.end) wrong.push([span, back]);
      }
    }
  }
  const textOf = (leaf) => [...countedTexts(leaf)].map((text) => text.data).join("");
  return { leaves: leaves.map((leaf) => [startOf(leaf), textOf(leaf)]), wrong };
}`;

async function storedArticle(title: string): Promise<ImportedArticle> {
  const packed = await page.evaluate(async (wanted) => {
    const shelf = { kind: "all" } as const;
    const query = {
      shelf,
      publication: null,
      issued: null,
      sort: "date",
      offset: 0,
      limit: 500,
    } as const;
    const found = await reader.listArticles(query);
    const row = found.ok ? found.value.rows.find((each) => each.title === wanted) : undefined;
    const answer = await reader.readArticle({ id: row?.id ?? 0 });
    return answer.ok ? answer.value.article : null;
  }, title);
  if (packed === null) throw new Error(`${title} is not in the library`);
  return { ...packed, ...unpackBlocks(packed.blocks) };
}

/** How many lines of text are wholly on screen. */
function wholeLines(): Promise<number> {
  return scroller().evaluate((element) => {
    const frame = element.getBoundingClientRect();
    const tops = new Set<number>();
    for (const leaf of element.querySelectorAll("[data-start]")) {
      const range = document.createRange();
      range.selectNodeContents(leaf);
      for (const line of range.getClientRects()) {
        if (line.top >= frame.top && line.bottom <= frame.bottom) tops.add(Math.round(line.top));
      }
    }
    return tops.size;
  });
}

function painted(name: string): Promise<readonly string[]> {
  return page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map(String), name);
}

function clipboard(): Promise<string> {
  return app.evaluate(({ clipboard: held }) => held.readText());
}

/** Native menus are not drawn in a test: what would pop up is kept instead. */
async function catchMenus(): Promise<void> {
  await app.evaluate(({ Menu }) => {
    Menu.prototype.popup = function popup() {
      (globalThis as { lastMenu?: Electron.Menu }).lastMenu = this;
    };
  });
}

function menuItems(): Promise<readonly { label: string; enabled: boolean }[]> {
  return app.evaluate(() => {
    const { lastMenu } = globalThis as { lastMenu?: Electron.Menu };
    const items = lastMenu?.items.filter(({ type }) => type !== "separator") ?? [];
    return items.map(({ label, enabled }) => ({ label, enabled }));
  });
}

async function clickMenu(label: string): Promise<void> {
  await app.evaluate((_electron, wanted) => {
    const { lastMenu } = globalThis as { lastMenu?: Electron.Menu };
    lastMenu?.items.find((item) => item.label === wanted)?.click();
  }, label);
}
