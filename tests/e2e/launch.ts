/** Starts the built application for a test: on Electron where its runtime is present, else on the stand-in. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, type Page } from "@playwright/test";
import { findRuntime, root } from "../../scripts/runtime.ts";

export interface LaunchOptions {
  /** A folder to keep; without it, a new and empty one that goes when the application is closed. */
  readonly dataDir?: string;
  readonly args?: readonly string[];
  /** Of the window's content, in CSS pixels. */
  readonly size?: Size;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Launched {
  readonly app: ElectronApplication;
  /** The first window's page, loaded. */
  readonly page: Page;
  readonly dataDir: string;
  readonly close: () => Promise<void>;
}

export async function launchApp(options: LaunchOptions = {}): Promise<Launched> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "antou-资料-")));
  const runtime = findRuntime();
  if (runtime === null) throw new Error("Neither Electron's runtime nor a Chromium is here: see npm start.");
  const app = await _electron.launch({
    cwd: root,
    args: [".", `--data-dir=${dataDir}`, ...(options.args ?? [])],
    // Without a path Playwright takes Electron's own, and holds it until it watches.
    ...(runtime.kind === "electron" ? {} : { executablePath: runtime.program }),
    env: { ...definedEnvironment(), LANGUAGE: "zh_CN" },
  });
  async function close(): Promise<void> {
    await app.close();
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
  try {
    const page = await app.firstWindow();
    // A window is empty until the application loads its page: reader://app, which the stand-in's Chromium knows as https.
    await page.waitForURL(/^(reader|https):\/\/app[./]/);
    await page.waitForLoadState();
    if (options.size !== undefined) await resizeWindow(app, page, options.size);
    return { app, page, dataDir, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Gives the window's content a size, and waits until the page has it and has been told: media queries are, before a frame. */
export async function resizeWindow(app: ElectronApplication, page: Page, size: Size): Promise<void> {
  const window = await app.browserWindow(page);
  await window.evaluate((shown, { width, height }) => shown.setContentSize(width, height), size);
  const reached = `innerWidth === ${size.width} && innerHeight === ${size.height}`;
  // As text, for scripts that use this have no types of a page; waiting within it, since waitForFunction would
  // evaluate the text there again and again, which the page's policy forbids.
  await page.evaluate(
    `new Promise((resolve) => { const look = () => (${reached} ? resolve() : requestAnimationFrame(look)); requestAnimationFrame(look); })`,
  );
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
