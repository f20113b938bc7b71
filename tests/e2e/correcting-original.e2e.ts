/** The pages of a PDF original beside its correcting: drawn as they come into sight, led to and from by its paragraphs. */
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import Database from "better-sqlite3";
import { makePdf, type PdfPage, setColumn } from "../importing/make-pdf.ts";
import { type Launched, launchApp } from "./launch.ts";
import { call, importFolder } from "./library-on-disk.ts";
import { openListed } from "./library-window.ts";

const TITLE = "关于抓好春耕的通知";
const PAGES = 30;
const size = { width: 1366, height: 768 };

let launched: Launched;
let page: Page;
let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "antou-原件-"));
});
test.afterEach(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const sentence = (number: number) =>
  `第${number}村春耕准备工作自二月初开始，种子化肥都已到位，农机具检修完毕。`;

function notice(count: number): Buffer {
  const body = { x: 72, characters: 28, size: 16, leading: 28 } as const;
  const heading = { x: 197, y: 100, size: 22, text: TITLE, font: "hei" as const };
  const pages = Array.from({ length: count }, (_, index): PdfPage => {
    const text = [sentence(3 * index + 1), sentence(3 * index + 2), sentence(3 * index + 3)];
    return { texts: [...(index === 0 ? [heading] : []), ...setColumn(text, { ...body, y: 160 })] };
  });
  return makePdf({ pages });
}

async function importOf(bytes: Uint8Array, dataDir?: string): Promise<void> {
  await writeFile(join(folder, "通知.pdf"), bytes);
  launched = await launchApp({ size, ...(dataDir === undefined ? {} : { dataDir }) });
  ({ page } = launched);
  await page.getByRole("heading", { name: "欢迎使用案头" }).waitFor();
  await call(page, "removeSamples", null);
  await call(page, "changeSettings", { welcomeDone: true });
  await importFolder(page, folder);
}

async function openDesk(title: string): Promise<void> {
  await openListed(page, title);
  await page.keyboard.press("Control+Shift+E");
  await expect(row("body-0")).toBeVisible();
}

const row = (key: string) => page.locator(`[data-row="${key}"]`);
const original = () => page.getByRole("region", { name: "原件" });
const sheet = (number: number) => original().getByRole("img", { name: `第${number}页，共${PAGES}页` });

/** How much of a page's canvas is ink. */
async function inkOf(number: number): Promise<number> {
  return await page.locator(`canvas[data-drawn="${number}"]`).evaluate((canvas: HTMLCanvasElement) => {
    const drawn = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let dark = 0;
    for (let at = 0; at < drawn.length; at += 4) if ((drawn[at] ?? 255) < 128) dark++;
    return dark / Math.max(1, drawn.length / 4);
  });
}

test("the pages are drawn as they come into sight, and lead to the paragraph and back", async () => {
  const asked: string[] = [];
  await importOf(notice(PAGES));
  await openDesk(TITLE);
  page.on("request", (request) => asked.push(request.url()));
  await expect(sheet(1)).toBeInViewport();
  await expect(page.locator('canvas[data-drawn="1"]')).toBeVisible();
  expect(await inkOf(1)).toBeGreaterThan(0.005);
  await expect(page.locator('canvas[data-drawn="20"]')).toHaveCount(0);

  const found = row("body-60");
  const said = (await found.textContent())?.match(/第(\d+)村/)?.[1];
  await found.focus();
  const wanted = Math.ceil(Number(said) / 3);
  await expect(sheet(wanted)).toBeInViewport();
  await expect(page.locator(`canvas[data-drawn="${wanted}"]`)).toBeVisible();
  await expect(sheet(wanted).locator("[data-place]").first()).toBeInViewport();
  // Pages out of sight are let go.
  await expect(page.locator('canvas[data-drawn="1"]')).toHaveCount(0);
  expect(await page.locator("canvas[data-drawn]").count()).toBeLessThan(6);
  await page.screenshot({ path: "out/e2e/correcting-pages.png" });

  await sheet(wanted).locator("[data-place]").first().click();
  await expect(found).toBeFocused();
  await row("body-0").focus();
  await expect(sheet(1)).toBeInViewport();

  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  expect(asked.filter((url) => !/^(reader|https):\/\/app[./]/.test(url) && !url.startsWith("blob:"))).toEqual(
    [],
  );

  await page.getByRole("radio", { name: "文字" }).click();
  await expect(original().getByText(sentence(1))).toBeVisible();
  await expect(page.locator("canvas")).toHaveCount(0);
  await page.getByRole("radio", { name: "页面" }).click();
  await page.getByRole("button", { name: "放大" }).click();
  await expect
    .poll(() =>
      original()
        .getByRole("list")
        .evaluate((list) => list.scrollWidth - list.clientWidth),
    )
    .toBeGreaterThan(50);
});

test("of a locked original the text is shown, and why", async () => {
  const password = "spring-2026";
  const title = "Spring in the villages";
  const said = "All villages have seeds and fertiliser for the spring.";
  const texts = [
    { x: 72, y: 100, size: 24, text: title, font: "latin" as const },
    { x: 72, y: 160, size: 12, text: said, font: "latin" as const },
  ];
  await importOf(makePdf({ pages: [{ texts }], password }));
  const [run] = await call<readonly { job: string }[]>(page, "listImports", null);
  await call(page, "retryImport", { job: run?.job, places: [0], password });
  await openDesk(title);
  await expect(original()).toContainText("原件有密码，不能显示页面。这里显示的是导入时认出的内容。");
  await expect(original()).toContainText(said);
  await expect(page.getByRole("radio", { name: "页面" })).toHaveCount(0);
});

test("of an original that was damaged since, the text is shown, and why", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "antou-资料-"));
  await importOf(notice(2), dataDir);
  await launched.close();
  damageOriginals(join(dataDir, "library.db"));
  launched = await launchApp({ size, dataDir });
  ({ page } = launched);
  await openDesk(TITLE);
  await expect(original()).toContainText("画不出页面。这里显示的是导入时认出的内容。");
  await expect(original()).toContainText(sentence(4));
});

test("only PDF originals are served as such, with what draws them, and nothing beside", async () => {
  await importOf(notice(2));
  await writeFile(join(folder, "说明.md"), "# 说明\n\n各村已经备足种子和化肥。\n");
  await importFolder(page, folder);
  const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  const markdown = hash(await readFile(join(folder, "说明.md")));
  const statusOf = (path: string) => page.evaluate(async (asked) => (await fetch(asked)).status, path);
  expect(await statusOf(`/original/${hash(notice(2))}.pdf`)).toBe(200);
  expect(await statusOf(`/original/${markdown}.pdf`)).toBe(404);
  expect(await statusOf(`/original/${"0".repeat(64)}.pdf`)).toBe(404);
  expect(await statusOf("/pdf/cmaps/UniGB-UCS2-H.bcmap")).toBe(200);
  expect(await statusOf("/pdf/standard_fonts/FoxitSymbol.pfb")).toBe(200);
  expect(await statusOf("/pdf/cmaps/..%2f..%2findex.js")).toBe(404);
  expect(await statusOf("/pdf/cmaps/../../index.js")).toBe(404);
  // The decoders of scans run as JavaScript, under a policy that allows no WebAssembly.
  const decoders = await page.evaluate(
    async (names) => {
      const loaded = await Promise.all(names.map((name) => import(`/pdf/wasm/${name}_nowasm_fallback.js`)));
      return loaded.map((module: { default: unknown }) => typeof module.default);
    },
    ["jbig2", "openjpeg"],
  );
  expect(decoders).toEqual(["function", "function"]);
});

/** Nothing but their header is left. */
function damageOriginals(path: string): void {
  const db = new Database(path);
  db.prepare("UPDATE originals SET bytes = ?").run(Buffer.from("%PDF-1.7\n".padEnd(4000, "\0")));
  db.close();
}
