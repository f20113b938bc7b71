/** Builds the application when what was built is missing or older than its sources. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { root } from "./runtime.ts";

const sources = ["main", "preload", "renderer", "electron.config.ts", "package.json", "package-lock.json"];
const products = ["out/main/index.js", "out/main/cli.js", "out/preload/index.cjs", "out/renderer/index.html"];

/** Milliseconds; far more than any build takes. */
const longestBuild = 300_000;

/** True when the build stands; its output goes to standard error. Of several starts at once, one builds. */
export function ensureBuilt(): boolean {
  if (isFresh()) return true;
  const cache = join(root, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const lock = new Database(join(cache, "build.lock"), { timeout: longestBuild });
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return isFresh() || build();
  } finally {
    lock.close();
  }
}

export function build(): boolean {
  const program = join(root, "node_modules/electron-vite/bin/electron-vite.js");
  const { status } = spawnSync(
    process.execPath,
    [program, "build", "--config", "electron.config.ts", "--logLevel", "warn"],
    {
      cwd: root,
      stdio: ["ignore", process.stderr, process.stderr],
    },
  );
  return status === 0;
}

function isFresh(): boolean {
  const built = products.map((path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return Math.min(...built) > Math.max(...sources.map((path) => newest(join(root, path))));
}

/** When anything in it last changed, in milliseconds; a folder changes when a file goes. */
function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
