/** How long the main process is ever kept from its events while 5,000 files are imported. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Reader } from "../../preload/contract.ts";
import type { Block, ImportedArticle } from "../../preload/model/article.ts";
import { inlineText } from "../../preload/model/article-text.ts";
import { launchApp } from "../e2e/launch.ts";
import type { Delay } from "./event-loop.ts";
import { readDelay, startWatching } from "./event-loop.ts";
import type { TextSource } from "./generate-text.ts";
import type { Measurement } from "./measure.ts";
import { median } from "./measure.ts";

const BAR = 50;
export const FILES = 5_000;
interface Run {
  readonly delay: Delay;
  /** The same while nothing was asked of the application: what the machine itself adds. */
  readonly idle: Delay;
  readonly seconds: number;
}

export async function measureImporting(
  directory: string,
  source: TextSource,
  repeats: number,
): Promise<Measurement[]> {
  const files = join(directory, "files");
  writeFiles(files, source);
  const runs: Run[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const dataDir = join(directory, "library");
    rmSync(dataDir, { recursive: true, force: true });
    runs.push(await importOnce(dataDir, files));
  }
  const of = (pick: (run: Run) => number) => median(runs.map(pick));
  const told = [
    `99 of 100 under ${of(({ delay }) => delay.p99).toFixed(1)} ms`,
    `largest while idle ${of(({ idle }) => idle.max).toFixed(1)} ms`,
    `import ${of(({ seconds }) => seconds).toFixed(1)} s`,
    `each: ${runs.map(({ delay }) => delay.max.toFixed(0)).join(", ")}`,
  ];
  return [
    {
      name: "main's largest event-loop delay while 5,000 articles are imported",
      value: of(({ delay }) => delay.max),
      unit: "ms",
      bar: BAR,
      detail: told.join("; "),
    },
    {
      name: "main's longest own work between two turns meanwhile",
      value: of(({ delay }) => delay.ownWork),
      unit: "ms",
      bar: null,
      detail: "processor time of its thread alone; the rest of a delay is waiting for a processor",
    },
  ];
}

async function importOnce(dataDir: string, files: string): Promise<Run> {
  const { app, page, close } = await launchApp({ dataDir });
  await page.getByRole("option").first().waitFor();
  await startWatching(app);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const idle = await readDelay(app);
  await startWatching(app);
  const started = performance.now();
  const imported = await importFolder(page, files);
  const seconds = (performance.now() - started) / 1000;
  const delay = await readDelay(app);
  await close();
  // A round-up of short news may come in as several.
  if (imported < FILES) throw new Error(`${imported} of ${FILES} articles were imported`);
  return { delay, idle, seconds };
}

/** Imports as the window does, and answers how many articles came in. */
export async function importFolder(page: Page, folder: string): Promise<number> {
  return page.evaluate(async (path) => {
    const { reader } = window as unknown as { reader: Reader };
    const ended = new Promise<string>((resolve) => {
      reader.on("job", ({ id, state }) => {
        if (state !== "running") resolve(id);
      });
    });
    const details = { publication: "", issuedOn: null, page: "", pageName: "" };
    const started = await reader.startImport({ paths: [path], details });
    if (!started.ok) throw new Error(started.error.code);
    const job = await ended;
    const records = await reader.listImports(null);
    if (!records.ok) throw new Error(records.error.code);
    return records.value.find((record) => record.job === job)?.imported ?? 0;
  }, folder);
}

/** Half Markdown, half plain text, a hundred to a folder. */
export function writeFiles(folder: string, source: TextSource): void {
  rmSync(folder, { recursive: true, force: true });
  for (let number = 0; number < FILES; number++) {
    const inside = join(folder, String(Math.floor(number / 100)));
    if (number % 100 === 0) mkdirSync(inside, { recursive: true });
    const markdown = number % 2 === 0;
    const text = fileText(source.article(number), markdown ? "## " : "");
    writeFileSync(join(inside, `${number}.${markdown ? "md" : "txt"}`), text);
  }
}

function fileText({ title, body }: ImportedArticle, headingMark: string): string {
  const line = (block: Block) =>
    block.type === "heading"
      ? headingMark + inlineText(block.content)
      : block.type === "paragraph"
        ? inlineText(block.content)
        : "";
  return [headingMark.slice(1) + title, ...body.map(line)].join("\n\n");
}
