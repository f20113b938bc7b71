/**
 * The parent's side of the reader process. Several files may be asked for at once: while one is read, the next are
 * already opened and fingerprinted. A file that hangs, crashes or swallows memory costs its process and itself; every
 * other file that was under way is read again in a fresh one.
 */
import type { ImportFailure } from "../../preload/model/import-report.ts";
import { MEMORY_LIMIT_NOTICE } from "./memory-watch.ts";
import type { Original, PackedReading } from "./parcels.ts";
import { ParcelGatherer } from "./parcels.ts";
import type { ReadingChoices } from "./read-file.ts";
import type { Parcel, ReaderReply, ReaderRequest } from "./reader-protocol.ts";
import { replySchema } from "./reader-protocol.ts";

export interface ReaderLimits {
  /** For one file. */
  readonly seconds: number;
  /** For the whole process. */
  readonly megabytes: number;
}

export const defaultReaderLimits: ReaderLimits = { seconds: 60, megabytes: 1024 };

/** Starting takes a second or two on a slow PC; one that takes this long will not start at all. */
const START_SECONDS = 60;

/** V8's heap ends first, with a message of its own; the rest of the limit is for bytes outside the heap. */
const HEAP_SHARE = 0.75;

export interface ReaderExit {
  readonly code: number | null;
  /** The signal's name where the system has signals. */
  readonly signal: string | null;
  /** The end of what the process wrote to standard error. */
  readonly errorOutput: string;
}

export interface ReaderStart {
  /** Command line arguments for the entry. */
  readonly args: readonly string[];
  /** Node's own options for the process. */
  readonly execArgv: readonly string[];
  readonly onMessage: (message: unknown) => void;
  /** Called once, also after `kill`. */
  readonly onExit: (exit: ReaderExit) => void;
}

export interface ReaderProcess {
  readonly send: (message: ReaderRequest) => void;
  readonly kill: () => void;
}

/** Starts `importing/reader-process.ts`: `utilityProcess` in Electron, `child_process.fork` under plain Node. */
export type StartReader = (start: ReaderStart) => ReaderProcess;

export interface Fingerprint {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

export type ReadOutcome =
  | { readonly state: "read"; readonly reading: PackedReading; readonly original: Original }
  /** `isNeeded` said no. */
  | { readonly state: "skipped" }
  /** The client was closed before the file was read. */
  | { readonly state: "closed" }
  | {
      readonly state: "failed";
      readonly code: ImportFailure["code"];
      readonly parameters: ImportFailure["parameters"];
    };

export interface ReadingRequest extends ReadingChoices {
  /** What an earlier import kept of the file, to be read in its place. */
  readonly bytes?: Uint8Array | undefined;
}

/** Whether a file is to be read, and in which encoding if one was once chosen for its bytes. */
export type Need = boolean | { readonly encoding: string };

interface Task {
  readonly id: number;
  readonly path: string;
  readonly request: ReadingRequest;
  readonly isNeeded: (fingerprint: Fingerprint) => Promise<Need>;
  readonly settle: (outcome: ReadOutcome) => void;
  readonly fail: (error: unknown) => void;
  /** Asked once, however often the file has to be opened. */
  needed: Promise<Need> | null;
  opened: boolean;
  sha256: string;
  gatherer: ParcelGatherer;
  /** Which process it is with: answers that belong to an earlier one are void. */
  process: RunningProcess;
}

interface RunningProcess {
  readonly handle: ReaderProcess;
  ready: boolean;
  /** How many files it has finished: memory may be what those left behind. */
  finished: number;
  timedOut: boolean;
  /** It has answered nonsense, is being ended, and not listened to any more. */
  distrusted: boolean;
}

export class ReaderClient {
  readonly #startReader: StartReader;
  readonly #limits: ReaderLimits;
  readonly #tasks = new Map<number, Task>();
  /** In the order in which the process was told to read them, which is the order in which it does. */
  readonly #beingRead = new Set<Task>();
  #process: RunningProcess | null = null;
  #closed = false;
  #nextId = 1;
  #watch: { readonly task: Task | null; readonly timer: NodeJS.Timeout } | null = null;

  constructor(startReader: StartReader, limits: ReaderLimits = defaultReaderLimits) {
    this.#startReader = startReader;
    this.#limits = limits;
  }

  /** Reads a file unless `isNeeded`, asked with its fingerprint, answers no. Rejects only where no process can be had. */
  read(path: string, isNeeded: Task["isNeeded"], request: ReadingRequest = {}): Promise<ReadOutcome> {
    if (this.#closed) return Promise.resolve({ state: "closed" });
    return new Promise((settle, fail) => {
      const process = this.#running();
      const id = this.#nextId++;
      const task: Task = {
        ...{ id, path, request, isNeeded, settle, fail, process },
        ...{ needed: null, opened: false, sha256: "", gatherer: new ParcelGatherer() },
      };
      this.#tasks.set(id, task);
      this.#open(task);
      this.#watchFirst();
    });
  }

  /** Starts the process before there is anything to read, so that the first file need not wait for it. */
  start(): void {
    if (!this.#closed) this.#running();
  }

  /** Ends the process. What is still being read settles as closed. */
  close(): void {
    this.#closed = true;
    for (const task of this.#tasks.values()) task.settle({ state: "closed" });
    this.#tasks.clear();
    this.#beingRead.clear();
    this.#watchFirst();
    this.#process?.handle.kill();
  }

  #running(): RunningProcess {
    if (this.#process !== null) return this.#process;
    const { megabytes } = this.#limits;
    const handle = this.#startReader({
      args: [String(megabytes)],
      execArgv: [`--max-old-space-size=${Math.floor(megabytes * HEAP_SHARE)}`],
      onMessage: (message) => this.#receive(running, message),
      onExit: (exit) => this.#exited(running, exit),
    });
    const running: RunningProcess = { handle, ready: false, finished: 0, timedOut: false, distrusted: false };
    this.#process = running;
    return running;
  }

  #receive(process: RunningProcess, message: unknown): void {
    if (process !== this.#process || process.distrusted || this.#closed) return;
    const parsed = replySchema.safeParse(message);
    if (!parsed.success) {
      this.#distrust(process, parsed.error);
      return;
    }
    const reply = parsed.data;
    if (reply.type === "ready") {
      process.ready = true;
      for (const task of this.#tasks.values()) this.#open(task);
      this.#watchFirst();
      return;
    }
    const task = this.#tasks.get(reply.file);
    if (task !== undefined) this.#reply(task, reply);
  }

  #reply(task: Task, reply: Exclude<ReaderReply, { type: "ready" }>): void {
    switch (reply.type) {
      case "opened":
        void this.#decide(task, reply);
        return;
      case "parcel":
        this.#gather(task, reply);
        return;
      case "failed":
        this.#finish(task, { state: "failed", code: reply.code, parameters: reply.parameters });
        return;
    }
  }

  #gather(task: Task, parcel: Parcel): void {
    try {
      const whole = task.gatherer.add(parcel, task.sha256);
      if (whole === null) task.process.handle.send({ type: "more", file: task.id });
      else this.#finish(task, { state: "read", ...whole });
    } catch (error) {
      this.#distrust(task.process, error);
    }
  }

  /** What a hostile file has made of the reader ends as a crash does, at the cost of that file. */
  #distrust(process: RunningProcess, error: unknown): void {
    console.error(error);
    process.distrusted = true;
    process.handle.kill();
  }

  async #decide(task: Task, fingerprint: Fingerprint): Promise<void> {
    const { process } = task;
    task.opened = true;
    task.sha256 = fingerprint.sha256;
    this.#watchFirst();
    try {
      task.needed ??= task.isNeeded(fingerprint);
      const needed = await task.needed;
      // Meanwhile the process may have died, and the file be open in another.
      if (!this.#tasks.has(task.id) || task.process !== process) return;
      if (needed === false) {
        process.handle.send({ type: "skip", file: task.id });
        return this.#finish(task, { state: "skipped" });
      }
      process.handle.send({ type: "read", file: task.id, ...(needed === true ? {} : needed) });
      this.#beingRead.add(task);
      this.#watchFirst();
    } catch (error) {
      this.#drop(task);
      task.fail(error);
    }
  }

  #finish(task: Task, outcome: ReadOutcome): void {
    task.process.finished++;
    this.#drop(task);
    this.#watchFirst();
    task.settle(outcome);
  }

  #drop(task: Task): void {
    this.#tasks.delete(task.id);
    this.#beingRead.delete(task);
  }

  /** The one file that the process is busy with: the first to be read, else the first to be opened. */
  #busyWith(): Task | null {
    for (const first of this.#beingRead) return first;
    for (const task of this.#tasks.values()) if (!task.opened) return task;
    return null;
  }

  /** The clock runs for one file at a time, anew for each; before the process is ready, it runs for its start. */
  #watchFirst(): void {
    const task = this.#busyWith();
    const process = this.#process;
    if (task === null || process === null) {
      clearTimeout(this.#watch?.timer);
      this.#watch = null;
      return;
    }
    const watched = process.ready ? task : null;
    if (this.#watch !== null && this.#watch.task === watched) return;
    clearTimeout(this.#watch?.timer);
    const seconds = watched === null ? START_SECONDS : this.#limits.seconds;
    const timer = setTimeout(() => {
      process.timedOut = true;
      process.handle.kill();
    }, seconds * 1000);
    this.#watch = { task: watched, timer };
  }

  #exited(process: RunningProcess, exit: ReaderExit): void {
    if (process !== this.#process) return;
    this.#process = null;
    clearTimeout(this.#watch?.timer);
    this.#watch = null;
    if (this.#closed) return;
    const blamed = this.#busyWith();
    if (!process.ready) {
      const tasks = [...this.#tasks.values()];
      this.#tasks.clear();
      const error = new Error(`The reader process did not start: ${exit.errorOutput || `code ${exit.code}`}`);
      for (const task of tasks) task.fail(error);
      return;
    }
    const outcome = deathOf(process, exit, this.#limits);
    // Memory that earlier files left behind is not this file's fault: it gets a process of its own first.
    const deservesRetry = outcome.code === "out-of-memory" && process.finished > 0;
    if (blamed !== null && !deservesRetry) {
      this.#drop(blamed);
      blamed.settle(outcome);
    }
    this.#startAgain();
  }

  #startAgain(): void {
    this.#beingRead.clear();
    for (const task of this.#tasks.values()) {
      task.process = this.#running();
      task.opened = false;
      task.gatherer = new ParcelGatherer();
    }
    this.#watchFirst();
  }

  /** Not before the process listens: not every kind of process keeps what comes earlier. */
  #open(task: Task): void {
    const { id, path, request, process } = task;
    if (process.ready) process.handle.send({ type: "open", file: id, path, ...request });
  }
}

/** Why a process ended that should not have. */
function deathOf(
  process: Pick<RunningProcess, "timedOut" | "distrusted">,
  exit: ReaderExit,
  limits: ReaderLimits,
): ReadOutcome & { state: "failed" } {
  if (process.timedOut)
    return { state: "failed", code: "timed-out", parameters: { seconds: limits.seconds } };
  return {
    state: "failed",
    code: !process.distrusted && diedOfMemory(exit) ? "out-of-memory" : "unreadable",
    parameters: {},
  };
}

/** Its own watch or V8 says so on standard error; a kill that nobody here asked for is the system's, short of memory. */
export function diedOfMemory({ signal, errorOutput }: ReaderExit): boolean {
  return (
    errorOutput.includes(MEMORY_LIMIT_NOTICE) ||
    /heap out of memory|Array buffer allocation failed/i.test(errorOutput) ||
    signal === "SIGKILL"
  );
}
