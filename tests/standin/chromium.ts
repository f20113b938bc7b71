/** Finds and starts the installed Chromium. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { Connection } from "./cdp.ts";

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

const otherPlaces = [
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The path of an installed Chromium or a browser built on it; null where there is none. */
export function findChromium(): string | null {
  const chosen = process.env["CHROMIUM_PATH"];
  if (chosen !== undefined && existsSync(chosen)) return chosen;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...otherPlaces].find((path) => existsSync(path)) ?? null;
}

/** What a browser does by itself and a reader's window must not; each is described in Chromium's own list of switches. */
const quietSwitches = [
  "--disable-background-networking",
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-breakpad",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-dev-shm-usage",
  "--disable-extensions",
  "--disable-features=Translate,MediaRouter,OptimizationHints,HttpsUpgrades,LensOverlay",
  "--disable-ipc-flooding-protection",
  "--disable-renderer-backgrounding",
  "--disable-search-engine-choice-screen",
  "--disable-sync",
  "--metrics-recording-only",
  "--no-default-browser-check",
  "--no-first-run",
  "--password-store=basic",
  "--use-mock-keychain",
  // Hides the bar that would say "you are using an unsupported command-line flag".
  "--test-type",
];

/** Windows of a program started by hand are shown; a test's are not. */
export interface ChromiumOptions {
  readonly headless: boolean;
  /** Whether another driver, such as Playwright, may join over a port. */
  readonly port: boolean;
  readonly switches: readonly string[];
  readonly size: { readonly width: number; readonly height: number };
}

export interface Chromium {
  readonly connection: Connection;
  readonly process: ChildProcess;
  /** Ends Chromium and removes its profile. */
  readonly close: () => Promise<void>;
}

export async function startChromium(options: ChromiumOptions): Promise<Chromium> {
  const program = findChromium();
  if (program === null)
    throw new Error("No Chromium is installed: install one, or name it in CHROMIUM_PATH.");
  const profile = await makeProfile();
  const chromium = spawn(program, switchesFor(options, profile), {
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    // Under another locale, files whose names are Chinese silently fail to open.
    env: { ...process.env, LC_ALL: "C.UTF-8" },
  });
  const [, , errors, output, input] = chromium.stdio as [null, null, Readable, Writable, Readable];
  // Playwright reads from this line where to join.
  createInterface({ input: errors }).on("line", (line) => {
    if (line.startsWith("DevTools listening on ")) process.stderr.write(`${line}\n`);
  });
  const connection = new Connection(output, input);
  const exited = once(chromium, "exit");
  async function close(): Promise<void> {
    connection.browser.tell("Browser.close");
    await exited;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return { connection, process: chromium, close };
}

async function makeProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), "standin-"));
  await mkdir(join(profile, "Default"));
  const preferences = { translate: { enabled: false }, credentials_enable_service: false };
  await writeFile(join(profile, "Default", "Preferences"), JSON.stringify(preferences));
  return profile;
}

function switchesFor({ headless, port, switches, size }: ChromiumOptions, profile: string): string[] {
  const isRoot = process.getuid?.() === 0;
  return [
    ...quietSwitches,
    `--user-data-dir=${profile}`,
    "--remote-debugging-pipe",
    ...(port ? ["--remote-debugging-port=0"] : []),
    // Chromium's own sandbox refuses to run for root.
    ...(isRoot ? ["--no-sandbox"] : []),
    ...(headless ? ["--headless=new", "--no-startup-window", "--force-device-scale-factor=1"] : []),
    `--window-size=${size.width},${size.height}`,
    ...switches,
    // An application's window, without tabs and address bar; about:blank would open an ordinary one.
    ...(headless ? [] : ["--app=data:text/html,"]),
  ];
}
