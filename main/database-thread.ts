/**
 * The worker thread that owns the library's one connection. Calls are answered in the order they come; work cut into
 * slices lets others in between, one such work at a time, and a newer question takes the place of an older one.
 */
import { setImmediate } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import type { Result } from "../preload/model/result.ts";
import { FailureError } from "../preload/model/result.ts";
import type { Reply, Request } from "./database-messages.ts";
import type { OperationName } from "./database-operations.ts";
import { operations, questionOf } from "./database-operations.ts";
import { takeDrafts } from "./library/correction-drafts.ts";
import { storageFailure } from "./library/failures.ts";
import { settleInterruptedImports } from "./library/imports.ts";
import type { Library } from "./library/open.ts";
import { openLibrary } from "./library/open.ts";
import {
  careForIndex,
  ensureIndex,
  indexing,
  indexRest,
  isIndexWaiting,
  needsCare,
} from "./search/index-table.ts";
import type { Sliced } from "./sliced.ts";

interface LongWork {
  readonly id: number;
  readonly question: { readonly kind: OperationName; readonly about: string } | null;
  readonly slices: Sliced<unknown>;
}

const { directory } = z.object({ directory: z.string() }).parse(workerData);
const port = parentPort;
if (!port) throw new Error("the database thread runs as a worker only");

/** The id of work that no request asked for. */
const BACKGROUND = -1;

/** Milliseconds without a request after which the index is looked after. */
const QUIET_MS = 3000;

/** The first one is being worked on. */
const works: LongWork[] = [];
let working = false;
let quiet: NodeJS.Timeout | undefined;

const library = open();

function open(): Library | null {
  const opened = attempt(() => {
    const library = openLibrary(directory);
    settleInterruptedImports(library.db);
    ensureIndex(library.db);
    indexing(library.db, () => takeDrafts(library.db, new Date().toISOString()));
    return library;
  });
  reply({ id: 0, result: opened.ok ? { ok: true, value: null } : opened });
  return opened.ok ? opened.value : null;
}

if (library) {
  goOnIndexing(library);
  awaitQuiet(library);
  port.on("message", (request: Request) => {
    if (request.name === "close") close(request.id, library);
    else answer(request, library);
  });
}

function answer({ id, name, input }: Request & { name: OperationName }, library: Library): void {
  const question = questionOf(name, input);
  if (question) dropOlderQuestions(question);
  // The client's types pair the name with its input.
  const operation = operations[name] as (db: Library["db"], input: unknown) => unknown;
  const started = attempt(() => operation(library.db, input));
  if (started.ok && isSliced(started.value)) advance({ id, question, slices: started.value });
  else if (started.ok && started.value instanceof Promise) void answerLater(id, started.value);
  else reply({ id, result: started });
  goOnIndexing(library);
  awaitQuiet(library);
}

/** What waits for nothing but its own work, such as a file being packed. */
async function answerLater(id: number, value: Promise<unknown>): Promise<void> {
  try {
    reply({ id, result: { ok: true, value: await value } });
  } catch (error) {
    reply({ id, result: failure(storageFailure(error, directory)) });
  }
}

/** The first slice at once: what needs no second one never waits behind longer work. */
function advance(work: LongWork): void {
  if (takeSlice(work)) return;
  // What nobody waits for comes last.
  const last = works.at(-1)?.id === BACKGROUND ? works.length - 1 : works.length;
  works.splice(last, 0, work);
  if (!working) void workOff();
}

/** What a rebuild of the search index left to do goes on whenever nothing else is asked. */
function goOnIndexing({ db }: Library): void {
  if (works.at(-1)?.id === BACKGROUND || !isIndexWaiting(db)) return;
  advance({ id: BACKGROUND, question: null, slices: indexRest(db) });
}

/** Looking through the whole index can wait until nobody has asked for anything for a while. */
function awaitQuiet(library: Library): void {
  clearTimeout(quiet);
  quiet = setTimeout(() => {
    if (works.length > 0) awaitQuiet(library);
    else if (needsCare(library.db)) {
      advance({ id: BACKGROUND, question: null, slices: careForIndex(library.db) });
    }
  }, QUIET_MS);
}

async function workOff(): Promise<void> {
  working = true;
  while (works.length > 0) {
    await setImmediate();
    // It may have been dropped meanwhile.
    const [work] = works;
    if (work && takeSlice(work)) works.splice(works.indexOf(work), 1);
  }
  working = false;
}

/** True once the work has been answered. */
function takeSlice({ id, slices }: LongWork): boolean {
  const step = attempt(() => slices.next());
  if (step.ok && !step.value.done) return false;
  reply({ id, result: step.ok ? { ok: true, value: step.value.value } : step });
  return true;
}

/** The pages of one question are all wanted; of different questions only the newest. */
function dropOlderQuestions({ kind, about }: NonNullable<LongWork["question"]>): void {
  const dropped = works.filter(({ question }) => question?.kind === kind && question.about !== about);
  for (const work of dropped) {
    works.splice(works.indexOf(work), 1);
    reply({ id: work.id, result: failure(new FailureError("cancelled")) });
  }
}

function close(id: number, library: Library): void {
  clearTimeout(quiet);
  for (const work of works.splice(0)) {
    // What it has begun to write beside the library goes.
    attempt(() => work.slices.return(undefined));
    reply({ id: work.id, result: failure(new FailureError("cancelled")) });
  }
  const closed = attempt(() => library.close());
  reply({ id, result: closed.ok ? { ok: true, value: null } : closed });
  port?.close();
}

function attempt<Value>(act: () => Value): Result<Value> {
  try {
    return { ok: true, value: act() };
  } catch (error) {
    return failure(storageFailure(error, directory));
  }
}

function failure(error: unknown): Result<never> {
  if (error instanceof FailureError) return { ok: false, error: error.failure };
  console.error(error);
  const detail = error instanceof Error ? error.message : String(error);
  return { ok: false, error: { code: "internal", parameters: { detail: detail.slice(0, 200) } } };
}

function reply(message: Reply): void {
  port?.postMessage(message, message.result.ok ? buffersOf(message.result.value) : []);
}

/** Pictures and originals are moved to the other thread, not copied. */
function buffersOf(value: unknown): ArrayBuffer[] {
  if (typeof value !== "object" || value === null || !("bytes" in value)) return [];
  const { bytes } = value;
  const whole = bytes instanceof Uint8Array && bytes.byteLength === bytes.buffer.byteLength;
  return whole && bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
}

function isSliced(value: unknown): value is Sliced<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value && "next" in value;
}
