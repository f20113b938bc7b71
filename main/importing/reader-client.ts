/**
 * The parent's side of the reader process. Several files may be asked for at once: while one is read, the next are
 * already opened and fingerprinted. A file that hangs, crashes or swallows memory costs its process and itself; every
 * other file that was under way is read again in a fresh one.
 */
import type { Original, PackedReading } from "./parcels.ts";
import { ParcelGatherer } from "./parcels.ts";
import type { ReadingChoices } from "./read-file.ts";
import type { Death } from "./reader-death.ts";
import { deathOf } from "./reader-death.ts";
import type { Parcel, ReaderReply } from "./reader-protocol.ts";
import { replySchema } from "./reader-protocol.ts";
import type { ReaderExit, ReaderProcess, StartReader } from "./reader-start.ts";
import { filesInNotices } from "./reader-watch.ts";

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
  | ({ readonly state: "failed" } & Death);

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
  /** Its process has died and it may be why: the others wait until it has been read by itself. */
  #suspect: Task | null = null;
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
    if (this.#suspect !== task) return;
    this.#suspect = null;
    for (const other of this.#tasks.values()) this.#open(other);
  }

  /** The one file that the process is busy with: the first to be read, else the first to be opened. */
  #busyWith(): Task | null {
    if (this.#suspect !== null && !this.#suspect.opened) return this.#suspect;
    for (const first of this.#beingRead) return first;
    if (this.#suspect !== null) return null;
    for (const task of this.#tasks.values()) if (!task.opened) return task;
    return null;
  }

  /** By its own word where it took its time: the first to be read may have been read, and not have been told. */
  #wasBusyWith({ errorOutput }: ReaderExit): Task | null {
    const named = (activity: "opening" | "reading") =>
      this.#tasks.get(filesInNotices(errorOutput, activity).at(-1) ?? 0);
    const opening = named("opening");
    if (opening !== undefined && !opening.opened) return opening;
    const reading = named("reading");
    return reading !== undefined && this.#beingRead.has(reading) ? reading : this.#busyWith();
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
    if (!process.ready) {
      const tasks = [...this.#tasks.values()];
      this.#tasks.clear();
      const error = new Error(`The reader process did not start: ${exit.errorOutput || `code ${exit.code}`}`);
      for (const task of tasks) task.fail(error);
      return;
    }
    const blamed = this.#wasBusyWith(exit);
    const death = deathOf(process, exit, this.#limits.seconds);
    if (blamed !== null && this.#isUnsure(process, death)) this.#suspect = blamed;
    else if (blamed !== null) {
      this.#drop(blamed);
      blamed.settle({ state: "failed", ...death });
    }
    this.#startAgain();
  }

  /**
   * What a process has sent when it dies may be lost on the way (no channel but Node's own can wait for it): then the file
   * read before is taken for the one that was being read. And memory may be what earlier files left behind.
   */
  #isUnsure(process: RunningProcess, { code }: Death): boolean {
    const mayBeAnother = this.#beingRead.size > 1;
    if (code === "out-of-memory") return mayBeAnother || process.finished > 0;
    return code === "unreadable" && !process.distrusted && mayBeAnother;
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
    if (process !== this.#process || (this.#suspect !== null && this.#suspect !== task)) return;
    if (process.ready) process.handle.send({ type: "open", file: id, path, ...request });
  }
}
