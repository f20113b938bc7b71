/**
 * How surely bookmarks are found again in edited texts, how rarely put where they were not, which threshold that needs,
 * and what finding them again costs beside importing the article.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "../../main/database.ts";
import { runImport } from "../../main/import-job.ts";
import { forkedReader } from "../../main/importing/forked-reader.ts";
import { addBookmark } from "../../main/library/bookmarks.ts";
import { followText } from "../../main/library/bookmarks-follow.ts";
import { readText } from "../../main/library/contents.ts";
import { openLibrary } from "../../main/library/open.ts";
import { describe, resolver } from "../../preload/model/anchor.ts";
import { LEAST_SCORE } from "../../preload/model/anchor-finding.ts";
import type { Block } from "../../preload/model/article.ts";
import { inlineText } from "../../preload/model/article-text.ts";
import type { AnchorCase } from "./anchor-cases.ts";
import { anchorCases } from "./anchor-cases.ts";
import type { TextSource } from "./generate-text.ts";
import type { Measurement } from "./measure.ts";
import { median } from "./measure.ts";

const SEED = 20_261_123;
const CASES = 24_000;
const CASES_ON_CURVE = 6_000;
const CURVE = [0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

const CHARACTERS = 300_000;
const BOOKMARKS = 1_000;

/** Tellable quotes that stand unchanged; tellable ones changed by up to a tenth; tellable ones that are gone; all others. */
const groups = ["unchanged", "little", "gone", "others"] as const;

type Group = (typeof groups)[number];

interface Tally {
  cases: number;
  found: number;
  wrong: number;
}

export async function measureAnchors(
  directory: string,
  source: TextSource,
  repeats: number,
): Promise<Measurement[]> {
  const tallies = tallyOf(source, CASES, LEAST_SCORE);
  printCurve(source);
  const strict = (["unchanged", "little", "gone"] as const).map((group) => tallies[group]);
  const sum = (pick: (tally: Tally) => number) => strict.reduce((total, tally) => total + pick(tally), 0);
  const lost = ({ cases, found, wrong }: Tally) => percent(cases - found - wrong, cases);
  return [
    {
      name: "unchanged quotes, 8 characters and more and unique with their context, not found again",
      value: lost(tallies.unchanged),
      unit: "%",
      bar: 0.5,
      detail: told(tallies.unchanged),
    },
    {
      name: "the same, changed by up to a tenth",
      value: lost(tallies.little),
      unit: "%",
      bar: 5,
      detail: told(tallies.little),
    },
    {
      name: "of these two, and of those whose text is gone, put where they were not",
      value: percent(
        sum(({ wrong }) => wrong),
        sum(({ cases }) => cases),
      ),
      unit: "%",
      bar: 0,
      detail: `${sum(({ wrong }) => wrong)} of ${sum(({ cases }) => cases)}`,
    },
    {
      name: "all other quotes put where they were not",
      value: percent(tallies.others.wrong, tallies.others.cases),
      unit: "%",
      bar: 0.1,
      detail: told(tallies.others),
    },
    await costOfFollowing(directory, source, repeats),
  ];
}

export function tallyOf(
  source: TextSource,
  count: number,
  leastScore: number,
): Readonly<Record<Group, Tally>> {
  const tallies = Object.fromEntries(
    groups.map((group) => [group, { cases: 0, found: 0, wrong: 0 }]),
  ) as Record<Group, Tally>;
  let last: { readonly of: AnchorCase; readonly resolve: ReturnType<typeof resolver> } | null = null;
  for (const each of anchorCases(source, SEED, count)) {
    if (last === null || last.of.after !== each.after || last.of.before !== each.before) {
      last = { of: each, resolve: resolver(each.after, each.before, leastScore) };
    }
    const tally = tallies[groupOf(each)];
    tally.cases++;
    const resolution = last.resolve(describe(each.before, each.span, 1));
    if (resolution.state === "lost") continue;
    const { start, end } = resolution.span;
    if (each.survivors.some((at) => start <= at && at < end)) tally.found++;
    else tally.wrong++;
  }
  return tallies;
}

function groupOf({ tellable, changed, survivors }: AnchorCase): Group {
  if (!tellable) return "others";
  if (survivors.length === 0) return "gone";
  return changed === 0 ? "unchanged" : changed <= 0.1 ? "little" : "others";
}

/** What each threshold would find and mistake: the one chosen finds nearly all that any does, and mistakes nothing. */
function printCurve(source: TextSource): void {
  console.log(`least score  unchanged found  changed ≤ 10 % found  wrong  others found  others wrong`);
  for (const leastScore of CURVE) {
    const { unchanged, little, gone, others } = tallyOf(source, CASES_ON_CURVE, leastScore);
    const share = ({ found, cases }: Tally) => `${percent(found, cases).toFixed(2)} %`;
    const cells = [
      `${leastScore.toFixed(2)}${leastScore === LEAST_SCORE ? " ←" : ""}`.padEnd(11),
      share(unchanged).padStart(15),
      share(little).padStart(20),
      String(unchanged.wrong + little.wrong + gone.wrong).padStart(5),
      share(others).padStart(12),
      String(others.wrong).padStart(12),
    ];
    console.log(cells.join("  "));
  }
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}

function told({ cases, found, wrong }: Tally): string {
  return `of ${cases}: ${found} found, ${wrong} wrong, ${cases - found - wrong} lost`;
}

/** The article is imported from its file again and again, each time with another last line: nothing else moves. */
async function costOfFollowing(directory: string, source: TextSource, repeats: number): Promise<Measurement> {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const file = join(directory, "长文.txt");
  const { title, body } = source.articleOfLength(CHARACTERS);
  const lines = [title, ...body.map(lineOf)].filter((line) => line !== "");
  const imports: number[] = [];
  for (let repeat = 0; repeat <= repeats; repeat++) {
    writeFileSync(file, [...lines, `第${repeat}次印发。`].join("\n\n"));
    const started = performance.now();
    await importFile(join(directory, "library"), file);
    // The first makes the library and starts what later ones find started.
    if (repeat > 0) imports.push(performance.now() - started);
  }
  const follows = followingTimes(join(directory, "library"), repeats);
  const [importing, following] = [median(imports), median(follows)];
  return {
    name: `finding ${BOOKMARKS} bookmarks again in ${CHARACTERS} characters where nothing moved ÷ importing them`,
    value: percent(following, importing),
    unit: "%",
    bar: 5,
    detail: `${following.toFixed(1)} ms of ${importing.toFixed(0)} ms`,
  };
}

function lineOf(block: Block): string {
  return block.type === "heading" || block.type === "paragraph" ? inlineText(block.content) : "";
}

/** File → reader process → database thread, as the application imports; opening the library not counted. */
async function importFile(library: string, path: string): Promise<void> {
  const main = join(import.meta.dirname, "../../main");
  const database = await openDatabase({ directory: library, thread: join(main, "database-thread.ts") });
  await runImport({
    database,
    startReader: forkedReader(join(main, "importing/reader-process.ts")),
    paths: [path],
    detailsOf: () => ({ publication: "", issuedOn: null, page: "", pageName: "" }),
    job: randomUUID(),
    onProgress: () => {},
    signal: new AbortController().signal,
    now: new Date().toISOString(),
  });
  await database.close();
}

function followingTimes(directory: string, repeats: number): readonly number[] {
  const { db, close } = openLibrary(directory);
  const text = readText(db, 1);
  const revision = db.prepare<[], number>("SELECT revision FROM articles WHERE id = 1").pluck().get() ?? 0;
  for (let number = 0; number < BOOKMARKS; number++) {
    const start = Math.floor((number * (text.length - 100)) / BOOKMARKS);
    const place = { article: 1, revision, start, end: start + 12 + (number % 30) };
    const quote = text.slice(place.start, place.end);
    const note = createHash("sha256").update(quote).digest("hex");
    addBookmark(db, { ...place, quote, color: "red", note, tags: ["标签"] }, new Date().toISOString());
  }
  const times: number[] = [];
  const again = db.transaction((number: number) => {
    db.prepare("UPDATE articles SET revision = revision + 1 WHERE id = 1").run();
    const after = `${text}\n第${number}次改动。`;
    const started = performance.now();
    followText(db, 1, after, resolver);
    times.push(performance.now() - started);
    db.prepare("UPDATE article_contents SET text = ? WHERE article_id = 1").run(after);
  });
  // One more, after which everything is compiled.
  for (let repeat = 0; repeat <= repeats; repeat++) again(repeat);
  close();
  return times.slice(1);
}
