/** Each command: asks the library, and gives the value for `--json` and the lines for a person. */
import { randomUUID } from "node:crypto";
import { articleText } from "../../preload/model/article-text.ts";
import type { UndoForecast } from "../../preload/model/import-batch.ts";
import { UNDOABLE_IMPORTS } from "../../preload/model/import-batch.ts";
import type { ImportReport } from "../../preload/model/import-report.ts";
import type { ArticleRow } from "../../preload/model/listing.ts";
import type { Language } from "../../preload/model/messages.ts";
import { say, sayCode } from "../../preload/model/messages.ts";
import type { SearchHit } from "../../preload/model/search.ts";
import { noFilters } from "../../preload/model/search.ts";
import { sections } from "../../preload/model/sections.ts";
import type { Database } from "../database.ts";
import { runImport } from "../import-job.ts";
import type { StartReader } from "../importing/reader-start.ts";
import type { JobProgress } from "../jobs.ts";
import { undoImport } from "../undo-job.ts";
import type { CommandLine } from "./arguments.ts";

export interface CommandContext {
  readonly database: Database;
  readonly startReader: StartReader;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: JobProgress) => void;
}

export interface CommandResult {
  readonly exitCode: 0 | 1;
  /** What `--json` prints. */
  readonly value: unknown;
  /** What a person reads instead, on standard output. */
  readonly lines: readonly string[];
  /** On standard error either way. */
  readonly remarks: readonly string[];
}

type Asked<Name extends CommandLine["command"]> = Extract<CommandLine, { command: Name }>;

export async function importCommand(asked: Asked<"import">, context: CommandContext): Promise<CommandResult> {
  const { database, startReader, language, signal, onProgress } = context;
  const job = randomUUID();
  const { allowClassified } = await database.call("readSettings", null);
  await runImport({
    ...{ database, startReader, signal, onProgress, job },
    paths: asked.paths,
    detailsOf: () => asked.details,
    password: asked.password,
    encoding: asked.encoding,
    allowClassified,
    now: new Date().toISOString(),
  });
  const report = await database.call("readImport", { job });
  const value = { batch: job, ...withSentences(report, language) };
  const counts = {
    imported: report.imported.length,
    updated: report.updated.length,
    unchanged: report.unchanged.length,
    failed: report.failed.length,
  };
  return {
    exitCode: report.failed.length > 0 || signal.aborted ? 1 : 0,
    value,
    lines: [
      ...[...report.imported, ...report.updated].map(({ id, title }) => `${id}\t${title}`),
      say(language, "cli.imported", counts),
    ],
    remarks: [
      ...value.failed.map(({ message }) => message),
      ...value.warnings.map(({ file, message }) => say(language, "cli.warning", { file, message })),
    ],
  };
}

/** What was interrupted is gone on with. Throws `no-such-import` for a batch that never was. */
export async function undoImportCommand(
  asked: Asked<"undo-import">,
  { database, language, signal, onProgress }: CommandContext,
): Promise<CommandResult> {
  const [last] = await database.call("listImports", null);
  const batch = asked.batch ?? last?.job;
  if (batch === undefined) return undoneNothing(null, "nothing", say(language, "cli.undo-nothing"));
  const { state, created, changed } = await database.call("undoForecast", { job: batch });
  if (state !== "possible" && state !== "begun") {
    const why = {
      done: say(language, "undo.done"),
      "too-old": say(language, "undo.too-old", { count: UNDOABLE_IMPORTS }),
      nothing: say(language, "cli.undo-nothing"),
    };
    return undoneNothing(batch, state, why[state]);
  }
  await undoImport(database, batch, signal, onProgress);
  const after = await database.call("undoForecast", { job: batch });
  const undone = { created: created - after.created, changed: changed - after.changed };
  return {
    exitCode: after.state === "done" ? 0 : 1,
    value: { batch, state: after.state, ...undone },
    lines: [say(language, "cli.undone", undone)],
    remarks: after.state === "done" ? [] : [say(language, "undo.begun")],
  };
}

function undoneNothing(batch: string | null, state: UndoForecast["state"], why: string): CommandResult {
  return { exitCode: 1, value: { batch, state, created: 0, changed: 0 }, lines: [], remarks: [why] };
}

/** The report as the command line gives it: codes become sentences. */
function withSentences(report: ImportReport, language: Language) {
  return {
    imported: report.imported,
    updated: report.updated,
    unchanged: report.unchanged,
    failed: report.failed.map(({ file, code, parameters }) => ({
      file,
      code,
      message: sayCode(language, code, parameters),
    })),
    warnings: report.warnings.map(({ file, code, parameters }) => ({
      file,
      message: sayCode(language, code, parameters),
    })),
  };
}

/** The most that one call lists. */
const PAGE_OF_ROWS = 500;

export async function listCommand(_asked: Asked<"list">, context: CommandContext): Promise<CommandResult> {
  const rows: ArticleRow[] = [];
  for (let total = 1; rows.length < total; ) {
    const page = await context.database.call("listArticles", {
      shelf: { kind: "all" },
      publication: null,
      issued: null,
      sort: "date",
      offset: rows.length,
      limit: PAGE_OF_ROWS,
    });
    total = page.rows.length === 0 ? 0 : page.total;
    rows.push(...page.rows);
  }
  const unknown = say(context.language, "cli.unknown");
  return {
    exitCode: 0,
    value: rows.map(({ id, title, kicker, publication, issuedOn, page, characters, images }) => ({
      ...{ id, title, kicker, publication, issuedOn, page, characters, images },
    })),
    lines: rows.map(({ id, title, publication, issuedOn }) =>
      [id, issuedOn ?? unknown, publication || unknown, title].join("\t"),
    ),
    remarks: rows.length === 0 ? [say(context.language, "cli.nothing")] : [],
  };
}

export async function showCommand(asked: Asked<"show">, context: CommandContext): Promise<CommandResult> {
  const { article } = await context.database.call("readArticle", { id: asked.id });
  if (asked.form === "sections") {
    const listed = sections(article);
    const lines = listed.map(({ number, title }) => `${number}\t${title}`);
    return { exitCode: 0, value: listed, lines, remarks: [] };
  }
  return { exitCode: 0, value: article, lines: [articleText(article).text], remarks: [] };
}

/** The most that one call describes. */
const PAGE_OF_HITS = 200;

export async function searchCommand(asked: Asked<"search">, context: CommandContext): Promise<CommandResult> {
  const { database, language } = context;
  // What a rebuild left undone would be missing from the count, and what a disk has spoilt would be wrong.
  await database.call("careForIndex", null);
  const hits: SearchHit[] = [];
  let answer = await page(asked.offset);
  while (answer.hits.length > 0) {
    hits.push(...answer.hits);
    if (hits.length >= asked.limit || asked.offset + hits.length >= answer.total) break;
    answer = { ...answer, hits: (await page(asked.offset + hits.length)).hits };
  }
  const { total, took, near, hints } = answer;
  return {
    exitCode: 0,
    value: {
      total,
      took_ms: Math.round(took * 1000) / 1000,
      hits: hits.map(shownHit),
      near: near.map((hit) => ({ ...shownHit(hit), near: hit.near })),
    },
    lines: [...hits, ...near].map(({ id, count, title }) => [id, count, title.text].join("\t")),
    remarks: [
      ...hints.map(({ kind, piece }) => say(language, `search.hint-${kind}`, { piece })),
      total > 0
        ? say(language, "cli.found", { total })
        : say(language, "cli.found-nothing", { near: near.length }),
    ],
  };

  function page(offset: number) {
    return database.call("search", {
      query: asked.query,
      shortNames: false,
      filters: noFilters,
      sort: "relevance",
      offset,
      limit: Math.min(PAGE_OF_HITS, Math.max(1, asked.limit - (offset - asked.offset))),
    });
  }
}

function shownHit({ id, title, count, snippets }: SearchHit) {
  return {
    ...{ id, title: title.text, count },
    snippets: snippets.map(({ text, ranges, heading }) => ({ text, ranges, heading })),
  };
}
