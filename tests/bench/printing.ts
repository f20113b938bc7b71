/** From the key to the first page of the preview, beside the same page in a fresh window; and a print of 500 pages. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ElectronApplication, Page } from "@playwright/test";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { root } from "../../scripts/runtime.ts";
import { type Launched, launchApp } from "../e2e/launch.ts";
import { call } from "../e2e/library-on-disk.ts";
import { buildLibrary } from "./build-library.ts";
import type { Delay } from "./event-loop.ts";
import { readDelay, startWatching } from "./event-loop.ts";
import type { TextSource } from "./generate-text.ts";
import type { Measurement } from "./measure.ts";
import { median } from "./measure.ts";
import { cancelPrint, fetchPages, printList } from "./print-runs.ts";
import { memoryOfTree, watchMemory } from "./process-memory.ts";

const PREVIEW_BAR = 3;
const MEMORY_BAR = 1000;
const CANCEL_BAR = 1000;
const DELAY_BAR = 50;

/** Characters that fill ten pages of the standard template. */
const TEN_PAGES = 11_500;
const PAGES = 500;
/** Of ten pages each, and some more. */
const ARTICLES = 46;

const title = (number: number) => `材料第${number}号`;

export async function measurePrinting(
  directory: string,
  source: TextSource,
  repeats: number,
): Promise<Measurement[]> {
  buildLibrary(directory, articles(source));
  return [
    ...(await measurePreview(directory, repeats)),
    ...(await measureLongPrint(directory, Math.ceil(repeats / 2))),
  ];
}

function* articles(source: TextSource): Iterable<ImportedArticle> {
  const { body } = source.articleOfLength(TEN_PAGES);
  for (let number = 1; number <= ARTICLES; number++)
    yield { ...source.articleOfLength(10), body, title: title(number), issuedOn: "2021-02-05" };
}

async function measurePreview(directory: string, repeats: number): Promise<Measurement[]> {
  const first: number[] = [];
  const rival: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const launched = await launchApp({ dataDir: directory });
    const { page } = launched;
    await page
      .getByRole("option", { name: title(1) })
      .first()
      .click();
    await page.getByRole("article").getByRole("heading", { level: 1 }).waitFor();
    first.push(await timeToPages(page, () => page.keyboard.press("Control+P")));
    rival.push(await timeOfFreshWindow(launched));
    await launched.close();
  }
  const detail = `${median(first).toFixed(0)} ms ÷ ${median(rival).toFixed(0)} ms, medians of ${repeats}`;
  return [
    {
      name: "first preview page of ten, from the key ÷ the same HTML loaded and printed in a fresh window",
      ...{ value: median(first) / median(rival), unit: "×", bar: PREVIEW_BAR, detail },
    },
  ];
}

/** Milliseconds from what `act` does until a page of a new print is drawn. */
async function timeToPages(page: Page, act: () => Promise<void>): Promise<number> {
  const drawn = await page.evaluateHandle(() => {
    const before = new Set(document.querySelectorAll("canvas"));
    const begun = new Promise<number>((resolve) => {
      const onAct = (event: Event) => resolve(event.timeStamp);
      addEventListener("keydown", onAct, { capture: true, once: true });
      addEventListener("pointerdown", onAct, { capture: true, once: true });
    });
    const ended = new Promise<number>((resolve) => {
      const look = () => {
        const isNew = [...document.querySelectorAll("canvas")].some((canvas) => !before.has(canvas));
        if (isNew) requestAnimationFrame(() => resolve(performance.now()));
        else requestAnimationFrame(look);
      };
      look();
    });
    return { took: Promise.all([begun, ended]).then(([start, end]) => end - start) };
  });
  await act();
  return drawn.evaluate(({ took }) => took);
}

/** The print page as it stands, loaded as plain HTML in a window of its own, its fonts waited for, and made into a PDF. */
async function timeOfFreshWindow({ app }: Launched): Promise<number> {
  const printPage = app.windows().find((each) => /\/print\/[0-9a-f-]{36}$/.test(each.url()));
  if (printPage === undefined) throw new Error("no print page is open");
  const { html, css } = await printPage.evaluate(stillPage);
  const files = {
    html: join(root, "out/renderer/bench-print.html"),
    css: join(root, "out/renderer/bench-print.css"),
  };
  writeFileSync(files.html, html);
  writeFileSync(files.css, css);
  try {
    return await loadAndPrint(app);
  } finally {
    for (const file of Object.values(files)) rmSync(file);
  }
}

/** Runs in the print page: its HTML without scripts, and what its styles were given by scripts as a stylesheet. */
function stillPage(): { html: string; css: string } {
  const rules = document.adoptedStyleSheets.flatMap((sheet) =>
    [...sheet.cssRules].map((rule) => rule.cssText),
  );
  for (const [number, element] of [...document.querySelectorAll<HTMLElement>("[style]")].entries()) {
    element.dataset["still"] = String(number);
    rules.push(`[data-still="${number}"] { ${element.style.cssText} }`);
  }
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  for (const script of copy.querySelectorAll("script, link[rel=modulepreload]")) script.remove();
  for (const link of copy.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]"))
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", document.baseURI).pathname);
  for (const styled of copy.querySelectorAll("[style]")) styled.removeAttribute("style");
  copy.removeAttribute("style");
  copy
    .querySelector("head")
    ?.insertAdjacentHTML("beforeend", '<link rel="stylesheet" href="/bench-print.css">');
  return { html: `<!doctype html>${copy.outerHTML}`, css: rules.join("\n") };
}

async function loadAndPrint(app: ElectronApplication): Promise<number> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const start = performance.now();
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
    await window.loadURL("reader://app/bench-print.html");
    await window.webContents.executeJavaScript("document.fonts.ready.then(() => true)");
    await window.webContents.printToPDF({
      ...{ preferCSSPageSize: true, printBackground: true },
      ...{ generateTaggedPDF: true, generateDocumentOutline: true },
    });
    const took = performance.now() - start;
    window.destroy();
    return took;
  });
}

async function measureLongPrint(directory: string, repeats: number): Promise<Measurement[]> {
  const memory: number[] = [];
  const rest: number[] = [];
  const delays: Delay[] = [];
  const handing: Delay[] = [];
  const seconds: number[] = [];
  const cancels: number[] = [];
  let pages = 0;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const { app, page, close } = await launchApp({ dataDir: directory });
    await page.getByRole("option").first().waitFor();
    if (repeat === 0) await fillList(page);
    const main = app.process().pid ?? 0;
    rest.push(memoryOfTree(main));
    const watch = watchMemory(main);
    await startWatching(app);
    const printed = await printList(page);
    pages = printed.pages;
    seconds.push(printed.seconds);
    delays.push(await readDelay(app));
    await startWatching(app);
    await fetchPages(page, printed);
    handing.push(await readDelay(app));
    memory.push(watch.stop());
    cancels.push(
      await cancelPrint(app, page, "laying-out", 400),
      await cancelPrint(app, page, "printing", 400),
    );
    await close();
  }
  if (pages < PAGES) throw new Error(`the long print has only ${pages} pages`);
  const each = (some: readonly Delay[], of: (delay: Delay) => number) =>
    some.map((delay) => of(delay).toFixed(0)).join(", ");
  const taken = memory.map((most, repeat) => most - (rest[repeat] ?? 0));
  return [
    {
      name: `memory that a print of ${pages} pages takes at most, of all the application's processes`,
      ...{ value: median(taken), unit: "MB", bar: MEMORY_BAR },
      detail: `${median(memory).toFixed(0)} MB − ${median(rest).toFixed(0)} MB at rest; made in ${median(seconds).toFixed(1)} s`,
    },
    {
      name: "main's largest event-loop delay meanwhile",
      ...{ value: median(delays.map(({ max }) => max)), unit: "ms", bar: DELAY_BAR },
      detail: `each: ${each(delays, ({ max }) => max)}; own work at most ${each(delays, ({ ownWork }) => ownWork)} ms`,
    },
    {
      name: "the same while its pages are brought to the window",
      ...{ value: median(handing.map(({ max }) => max)), unit: "ms", bar: DELAY_BAR },
      detail: `each: ${each(handing, ({ max }) => max)}; own work at most ${each(handing, ({ ownWork }) => ownWork)} ms`,
    },
    {
      name: "that print cancelled, until its page is gone",
      ...{ value: Math.max(...cancels), unit: "ms", bar: CANCEL_BAR },
      detail: `the longest of ${cancels.length}; each: ${cancels.map((one) => one.toFixed(0)).join(", ")}`,
    },
  ];
}

async function fillList(page: Page): Promise<void> {
  const pieces = Array.from({ length: ARTICLES }, (_, index) => ({
    ...{ article: index + 1, revision: 1, span: null, kind: "article" },
  }));
  await call(page, "addToPrintList", { pieces });
}
