/** Measures the built application, as ratios in one run; `scripts/bench.ts` builds it first and starts this. */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { measureAnchors } from "./anchors.ts";
import { buildLibrary } from "./build-library.ts";
import { corpusText } from "./corpus.ts";
import type { TextSource } from "./generate-text.ts";
import { generatedText } from "./generate-text.ts";
import { measureHtmlImport } from "./import-html.ts";
import { measureImporting } from "./importing.ts";
import { measureMarking } from "./marking.ts";
import type { Measurement } from "./measure.ts";
import { figure, passes } from "./measure.ts";
import { measureOpening } from "./opening.ts";
import { measurePrinting } from "./printing.ts";
import { measureQuickFind } from "./quick-find.ts";
import { measureRelevance } from "./relevance.ts";
import { measureScrolling } from "./scrolling.ts";
import { measureSearch } from "./search.ts";
import { measureStart } from "./start.ts";

const ARTICLES = 20_000;
const SEED = 20_261_123;

const { values } = parseArgs({
  options: {
    corpus: { type: "string" },
    runtime: { type: "string", default: "" },
    repeats: { type: "string", default: "5" },
    only: {
      type: "string",
      default:
        "start,opening,scrolling,quick-find,marking,anchors,importing,import-html,print,search,relevance",
    },
  },
});
const repeats = Math.max(1, Number(values.repeats) || 1);
const source = values.corpus === undefined ? generatedText(SEED) : corpusText(values.corpus);
const out = join(import.meta.dirname, "../../out");
const folder = join(out, "bench");
mkdirSync(folder, { recursive: true });

const large = join(folder, "large");
const wanted = new Set(values.only.split(","));
if (["start", "scrolling", "quick-find"].some((part) => wanted.has(part))) {
  console.log(`Building a library of ${ARTICLES} articles…`);
  buildLibrary(large, articles(source));
}

const measurements: Measurement[] = [];
const parts: Record<string, () => Promise<Measurement[]>> = {
  start: () => measureStart(large, join(folder, "starter"), repeats),
  opening: () => measureOpening(join(folder, "long"), source, repeats),
  scrolling: () => measureScrolling(large),
  "quick-find": () => measureQuickFind(large, source, ARTICLES),
  marking: () => measureMarking(join(folder, "marked"), source, repeats),
  anchors: () => measureAnchors(join(folder, "anchors"), source, repeats),
  importing: () => measureImporting(join(folder, "import"), source, Math.ceil(repeats / 2)),
  "import-html": () => measureHtmlImport(join(folder, "pages"), source, Math.ceil(repeats / 2)),
  print: () => measurePrinting(join(folder, "print"), source, repeats),
  search: async () =>
    measureSearch(join(folder, values.corpus === undefined ? "generated" : "corpus"), source),
  relevance: async () => measureRelevance(join(folder, "judged")),
};
for (const [name, measure] of Object.entries(parts)) {
  if (!wanted.has(name)) continue;
  console.log(`Measuring: ${name}…`);
  measurements.push(...(await measure()));
}

console.log(table(measurements));
writeFileSync(join(out, "bench.json"), `${JSON.stringify(record(measurements), null, 2)}\n`);
console.log("Written to out/bench.json.");
process.exitCode = measurements.every(passes) ? 0 : 1;

function* articles(texts: TextSource): Iterable<ImportedArticle> {
  for (let number = 0; number < ARTICLES; number++) yield texts.article(number);
}

function table(rows: readonly Measurement[]): string {
  const lines = rows.map((row) => [
    passes(row) ? "pass" : "FAIL",
    figure(row.value, row.unit),
    row.bar === null ? "" : `${row.bound === "least" ? "at least" : "at most"} ${figure(row.bar, row.unit)}`,
    row.name,
    row.detail,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => (line[column] ?? "").length)));
  return lines
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "))
    .join("\n");
}

function record(rows: readonly Measurement[]) {
  const [processor] = cpus();
  return {
    measuredAt: new Date().toISOString(),
    machine: {
      platform: `${process.platform} ${process.arch}`,
      processor: processor?.model ?? "",
      cores: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      runtime: values.runtime,
    },
    text: values.corpus === undefined ? `generated, seed ${SEED}` : "corpus",
    repeats,
    measurements: rows.map((row) => ({ ...row, passed: passes(row) })),
  };
}
