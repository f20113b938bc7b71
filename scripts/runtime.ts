/** Which program runs the built application: Electron's own where it can be had, else the stand-in on an installed Chromium. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "../tests/standin/chromium.ts";

export const root = join(import.meta.dirname, "..");

const electronFolder = join(root, "node_modules/electron");

/** Written when Electron's runtime could not be fetched, so that not every start waits for that again. */
const unavailableFile = join(root, "node_modules/.cache/electron-unavailable");

/** Longer than a good line needs for 110 MB, shorter than a person waits. */
const fetchLimit = 60_000;

export interface Runtime {
  readonly kind: "electron" | "stand-in";
  readonly program: string;
  /** What every start of the program needs before the application's own arguments. */
  readonly switches: readonly string[];
  /** What it is, in a sentence for the person at the terminal. */
  readonly description: string;
}

/** What is here already; null where neither Electron nor a Chromium is. */
export function findRuntime(): Runtime | null {
  const program = electronProgram();
  if (program !== null) {
    const version = readFileSync(join(electronFolder, "dist/version"), "utf8").trim();
    // Chromium's sandbox refuses to run for root.
    const switches = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    return { kind: "electron", program, switches, description: `Electron ${version}` };
  }
  const chromium = findChromium();
  if (chromium === null) return null;
  return {
    kind: "stand-in",
    program: join(root, "tests/standin", process.platform === "win32" ? "electron.cmd" : "electron"),
    switches: [],
    description: `the stand-in (tests/standin) on ${chromium}, as Electron's own runtime is not here`,
  };
}

/** Fetches Electron's runtime, if that has not failed before or `again` is given. */
export function fetchElectron({ again = false } = {}): void {
  if (electronProgram() !== null || (existsSync(unavailableFile) && !again)) return;
  console.error("Fetching Electron's runtime, for at most a minute …");
  // What `npx install-electron` runs, without a shell in between.
  const { status } = spawnSync(process.execPath, [join(electronFolder, "install.js")], {
    stdio: ["ignore", "ignore", "ignore"],
    timeout: fetchLimit,
    killSignal: "SIGKILL",
  });
  if (status === 0 && electronProgram() !== null) {
    rmSync(unavailableFile, { force: true });
    return;
  }
  mkdirSync(join(unavailableFile, ".."), { recursive: true });
  writeFileSync(unavailableFile, "");
  console.error("It could not be fetched. To try again: npx install-electron");
}

/** The program that `install-electron` left; null before that, or where the system lacks what it needs to run. */
function electronProgram(): string | null {
  const pathFile = join(electronFolder, "path.txt");
  if (!existsSync(pathFile)) return null;
  const program = join(electronFolder, "dist", readFileSync(pathFile, "utf8").trim());
  const { status } = spawnSync(program, ["--version"], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
  });
  return status === 0 ? program : null;
}

/** Whether a window can be shown. */
export function hasDisplay(): boolean {
  return process.platform !== "linux" || Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
}
