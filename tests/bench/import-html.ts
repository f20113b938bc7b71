/**
 * Saved web pages imported, until they can be searched, beside `zimwriterfs` packing the same files with its full-text
 * index; and what that asks of the main process. Each in turn, so that both meet the same machine.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { launchApp } from "../e2e/launch.ts";
import type { Delay } from "./event-loop.ts";
import { readDelay, startWatching } from "./event-loop.ts";
import type { TextSource } from "./generate-text.ts";
import { importFolder } from "./importing.ts";
import type { Measurement } from "./measure.ts";
import { median } from "./measure.ts";
import type { OwnMemory } from "./process-memory.ts";
import { watchOwnMemory } from "./process-memory.ts";
import { processorTimeOfEnded, processorTimeOfTree } from "./process-time.ts";
import { FIRST_PAGE, writeIllustration, writePages } from "./saved-pages.ts";

/** As many as the corpus has. */
const PAGES = 19_876;

const TIME_BAR = 1;
const MEMORY_BAR = 400;
const DELAY_BAR = 50;

/** Seconds. */
interface Spent {
  readonly wall: number;
  /** Of all processes together. */
  readonly processor: number;
}

interface Import extends Spent {
  readonly delay: Delay;
  readonly memory: OwnMemory;
}

export async function measureHtmlImport(
  directory: string,
  source: TextSource,
  repeats: number,
): Promise<Measurement[]> {
  const pages = join(directory, "files");
  writePages(pages, source, PAGES);
  writeIllustration(join(directory, "illustration.png"));
  const hasRival = spawnSync("zimwriterfs", ["--version"]).error === undefined;
  if (!hasRival) console.log("zimwriterfs (Debian package zim-tools) is not installed: no line about it.");
  const imports: Import[] = [];
  const packings: Spent[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    imports.push(await importOnce(join(directory, "library"), pages));
    if (hasRival) packings.push(await packOnce(directory));
  }
  return [...(hasRival ? besideRival(imports, packings) : []), ...ofMain(imports)];
}

function besideRival(imports: readonly Import[], packings: readonly Spent[]): Measurement[] {
  const line = (name: string, pick: (spent: Spent) => number, bar: number | null): Measurement => {
    const ratios = imports.map((one, at) => pick(one) / pick(packings[at] ?? one));
    const seconds = (all: readonly Spent[]) => all.map((one) => pick(one).toFixed(1)).join(", ");
    const detail = `${PAGES} pages; ours ${seconds(imports)} s; zimwriterfs ${seconds(packings)} s`;
    return { name, value: median(ratios), unit: "×", bar, detail };
  };
  return [
    line(
      "saved web pages imported, stored and indexed ÷ packed by zimwriterfs",
      ({ wall }) => wall,
      TIME_BAR,
    ),
    line("the same in processor time of all processes", ({ processor }) => processor, null),
  ];
}

function ofMain(imports: readonly Import[]): Measurement[] {
  const of = (pick: (one: Import) => number) => median(imports.map(pick));
  return [
    {
      name: `main's memory while ${PAGES} pages are imported, at its peak`,
      value: of(({ memory }) => memory.resident),
      unit: "MB",
      bar: MEMORY_BAR,
      detail: `RSS; shared with no other process: ${of(({ memory }) => memory.own).toFixed(0)} MB`,
    },
    {
      name: "main's largest event-loop delay meanwhile",
      value: of(({ delay }) => delay.max),
      unit: "ms",
      bar: DELAY_BAR,
      detail: `99 of 100 under ${of(({ delay }) => delay.p99).toFixed(1)} ms; own work ${of(({ delay }) => delay.ownWork).toFixed(1)} ms`,
    },
  ];
}

async function importOnce(dataDir: string, pages: string): Promise<Import> {
  rmSync(dataDir, { recursive: true, force: true });
  const { app, page, close } = await launchApp({ dataDir });
  await page.getByRole("option").first().waitFor();
  const main = await app.evaluate(() => process.pid);
  await startWatching(app);
  const memory = watchOwnMemory(main);
  const before = processorTimeOfTree(main);
  const started = performance.now();
  const imported = await importFolder(page, pages);
  const wall = (performance.now() - started) / 1000;
  const processor = processorTimeOfTree(main) - before;
  const delay = await readDelay(app);
  const most = memory.stop();
  await close();
  refuseUnfinished(dataDir, imported);
  return { wall, processor, delay, memory: most };
}

/** Pages of the same bytes are one article. Throws where any is missing, or not indexed. */
function refuseUnfinished(dataDir: string, imported: number): void {
  const db = new Sqlite(join(dataDir, "library.db"), { readonly: true });
  const count = (table: string) => db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get();
  const waiting = count("search_queue");
  db.close();
  if (imported < 0.99 * PAGES) throw new Error(`${imported} of ${PAGES} pages were imported`);
  if (waiting !== 0) throw new Error(`${waiting} articles were not indexed when the import ended`);
}

async function packOnce(directory: string): Promise<Spent> {
  const packed = join(directory, "pages.zim");
  rmSync(packed, { force: true });
  const about = ["title", "description", "creator", "publisher", "name"].map((name) => `--${name}=bench`);
  const files = [`--welcome=${FIRST_PAGE}`, "--illustration=../illustration.png", "files", packed];
  const before = processorTimeOfEnded();
  const started = performance.now();
  const child = spawn("zimwriterfs", ["--language=zho", ...about, ...files], {
    cwd: directory,
    stdio: "ignore",
  });
  await once(child, "exit");
  const wall = (performance.now() - started) / 1000;
  if (child.exitCode !== 0 || !existsSync(packed)) throw new Error("zimwriterfs packed nothing");
  return { wall, processor: processorTimeOfEnded() - before };
}
