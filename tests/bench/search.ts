/** Full-text search beside what a program would do without it: MiniSearch over full texts, and LIKE. */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "better-sqlite3";
import { openLibrary } from "../../main/library/open.ts";
import { indexRest, makeIndexAnew } from "../../main/search/index-table.ts";
import type { TextSource } from "./generate-text.ts";
import type { Measurement } from "./measure.ts";
import { median, percentile } from "./measure.ts";
import type { RivalTimes } from "./rival-index.ts";
import { answerOf, finished } from "./search-answer.ts";
import { searchLibrary } from "./search-library.ts";
import { commonestTerms, mixedQueries, phrasesFrom } from "./search-queries.ts";
import { scan, scanForPage } from "./search-scan.ts";

const SMALL = 20_000;
const LARGE = 100_000;
const ROUNDS = 3;
const RARE_TERMS = 12;
const COMMON_TERMS = 4;

export function measureSearch(folder: string, source: TextSource): Measurement[] {
  const small = join(folder, `search-${SMALL}`);
  const large = join(folder, `search-${LARGE}`);
  searchLibrary(small, source, SMALL);
  searchLibrary(large, source, LARGE);
  const queries = mixedQueries(source, SMALL);
  return [
    ...measureIndex(small, join(folder, "rival.json"), phrasesFrom(source, SMALL, 1)[0] ?? ""),
    ...[small, large].flatMap((directory) => measureScans(directory, source)),
    ...measureGrowth(small, large, queries),
  ];
}

/** Building, opening, and the room it takes. */
function measureIndex(directory: string, rivalFile: string, query: string): Measurement[] {
  const built = inProcess("rival-index.ts", ["build", directory, rivalFile]);
  const { ours, bytes, textBytes } = within(directory, (db) => {
    const ours = time(() => {
      makeIndexAnew(db);
      finished(indexRest(db));
    });
    return { ours, ...sizes(db) };
  });
  const loads = repeat(ROUNDS, () => inProcess("rival-index.ts", ["load", query, rivalFile]).took);
  const opens = repeat(ROUNDS * 3, () => inProcess("first-answer.ts", [directory, query]).took);
  rmSync(rivalFile);
  return [
    {
      name: `index of ${SMALL} articles: MiniSearch's build ÷ ours`,
      value: built.took / ours,
      unit: "×",
      bar: 6,
      bound: "least",
      detail: `${seconds(built.took)} ÷ ${seconds(ours)}, ours from the disk to the disk`,
    },
    {
      name: "MiniSearch loaded and asked ÷ library opened and asked",
      value: median(loads) / median(opens),
      unit: "×",
      bar: 50,
      bound: "least",
      detail: `${seconds(median(loads))} ÷ ${median(opens).toFixed(1)} ms (p95 ${percentile(opens, 0.95).toFixed(1)}), “${query}”`,
    },
    {
      name: "index ÷ text",
      value: bytes / textBytes,
      unit: "×",
      bar: 3,
      detail: `${megabytes(bytes)} ÷ ${megabytes(textBytes)} of UTF-8`,
    },
  ];
}

/** The pages of the index in the file, and the bytes of the canonical texts. */
function sizes(db: Database): { bytes: number; textBytes: number } {
  const number = (sql: string) => Number(db.prepare(sql).pluck().get());
  return {
    bytes: number("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'search\\_index\\_%' ESCAPE '\\'"),
    textBytes: number("SELECT sum(length(CAST(text AS BLOB))) FROM article_contents"),
  };
}

function measureScans(directory: string, source: TextSource): Measurement[] {
  return within(directory, (db) => {
    const articles = answerOf(db, "日期:1900..2100").total;
    const isRare = (term: string) => answerOf(db, term).total < articles / 100;
    const rare = phrasesFrom(source, SMALL, 200).filter(isRare).slice(0, RARE_TERMS);
    const common = commonestTerms(source, SMALL, COMMON_TERMS);
    const rareTimes = beside(db, rare, scan);
    const commonTimes = beside(db, common, scanForPage);
    const [worst = rareTimes[0]] = commonTimes.toSorted(
      (one, other) => other.ours / other.rival - one.ours / one.rival,
    );
    const ours = rareTimes.map((times) => times.ours);
    const theirs = rareTimes.map((times) => times.rival);
    return [
      {
        name: `LIKE ÷ first page, rare terms, ${articles} articles`,
        value: median(theirs) / median(ours),
        unit: "×",
        bar: 20,
        bound: "least",
        detail: `medians of ${rare.length} terms ${median(theirs).toFixed(1)} ÷ ${median(ours).toFixed(2)} ms, p95 ${percentile(theirs, 0.95).toFixed(1)} ÷ ${percentile(ours, 0.95).toFixed(2)} ms`,
      },
      {
        name: `first page ÷ LIKE with the same page, commonest terms, ${articles} articles`,
        value: (worst?.ours ?? Number.NaN) / (worst?.rival ?? Number.NaN),
        unit: "×",
        bar: 2,
        detail: `the worst of ${commonTimes.map(({ term, ours, rival }) => `${term} ${ours.toFixed(0)} ÷ ${rival.toFixed(0)}`).join(", ")} ms`,
      },
    ];
  });
}

interface Beside {
  readonly term: string;
  /** Milliseconds, medians. */
  readonly ours: number;
  readonly rival: number;
}

/** In turns, so that neither has the machine's better hours, and no query follows itself: its answer would be kept. */
function beside(
  db: Database,
  terms: readonly string[],
  rival: (db: Database, term: string) => number,
): Beside[] {
  const times = terms.map((term) => ({ term, ours: [] as number[], rival: [] as number[] }));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { term, ours, rival: theirs } of times) {
      const took = [time(() => answerOf(db, term)), time(() => rival(db, term))] as const;
      // The first round only brings the pages into memory, for both.
      if (round === 0) continue;
      ours.push(took[0]);
      theirs.push(took[1]);
    }
  }
  return times.map(({ term, ours, rival }) => ({ term, ours: median(ours), rival: median(rival) }));
}

function measureGrowth(small: string, large: string, queries: readonly string[]): Measurement[] {
  const [fewer, more] = [small, large].map((directory) =>
    within(directory, (db) => {
      const times = queries.map((): number[] => []);
      for (let round = 0; round <= ROUNDS; round++) {
        for (const [index, query] of queries.entries()) {
          const took = time(() => answerOf(db, query));
          if (round > 0) times[index]?.push(took);
        }
      }
      return times.map(median);
    }),
  );
  const p95 = (times: readonly number[] = []) => percentile(times, 0.95);
  const slowest = (more ?? []).indexOf(Math.max(...(more ?? [])));
  return [
    {
      name: `p95 of ${queries.length} mixed queries: ${LARGE} articles ÷ ${SMALL}`,
      value: p95(more) / p95(fewer),
      unit: "×",
      bar: 6,
      detail: `p95 ${p95(more).toFixed(1)} ÷ ${p95(fewer).toFixed(1)} ms; medians ${median(more ?? []).toFixed(1)} ÷ ${median(fewer ?? []).toFixed(1)} ms`,
    },
    {
      name: `slowest query at ${LARGE} articles`,
      value: more?.[slowest] ?? Number.NaN,
      unit: "ms",
      bar: null,
      detail: within(large, (db) => explained(db, queries[slowest] ?? "")),
    },
  ];
}

function explained(db: Database, query: string): string {
  const { total, near } = answerOf(db, query);
  return total === 0
    ? `“${query}”: nothing is exact, so its words are also looked for apart: ${near.length} near shown`
    : `“${query}”: all its ${total} articles are ranked, counted by facet and sorted`;
}

function within<Answer>(directory: string, act: (db: Database) => Answer): Answer {
  const { db, close } = openLibrary(directory);
  try {
    return act(db);
  } finally {
    close();
  }
}

function inProcess(script: string, parameters: readonly string[]): RivalTimes {
  const { status, stdout } = spawnSync(
    process.execPath,
    ["--max-old-space-size=8192", join(import.meta.dirname, script), ...parameters],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  if (status !== 0) throw new Error(`${script} ended with ${status}`);
  return JSON.parse(stdout) as RivalTimes;
}

/** Milliseconds. */
function time(act: () => unknown): number {
  const started = performance.now();
  act();
  return performance.now() - started;
}

function repeat(times: number, measure: () => number): number[] {
  return Array.from({ length: times }, measure);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
