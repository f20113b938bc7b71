/** What was read waits here a moment for more, so that many small files are stored in one transaction. */
import type { Database } from "./database.ts";
import type { FoundFile } from "./importing/find-files.ts";
import type { FileOutcome } from "./library/store-files.ts";

/** Of a group: enough to be worth a wait for the disk, few enough to hold up neither the database thread nor main. */
export const FILES_IN_GROUP = 192;
const BYTES_IN_GROUP = 1024 * 1024;

/** Bytes from here on are handed to the database thread instead of copied. */
const WORTH_HANDING_OVER = 1024 * 1024;

/** What has been read waits no longer than this for a file that takes its time. */
const LONGEST_WAIT_MILLISECONDS = 250;

export interface QueuedFile {
  readonly found: FoundFile;
  /** Among the files of the import. */
  readonly place: number;
  readonly outcome: FileOutcome;
}

export interface StoreQueueOptions {
  readonly database: Pick<Database, "call">;
  /** An import that has begun. */
  readonly job: string;
  /** Reads a file that the library knew when it was asked, and knows no more. Null where the import is being stopped. */
  readonly readAfterAll: (file: FoundFile) => Promise<FileOutcome | null>;
  /** So many more files have been dealt with. */
  readonly onStored: (files: number) => void;
}

export class StoreQueue {
  readonly #options: StoreQueueOptions;
  #waiting: QueuedFile[] = [];
  #bytes = 0;
  #timer: NodeJS.Timeout | undefined;
  #storing: Promise<void> = Promise.resolve();

  constructor(options: StoreQueueOptions) {
    this.#options = options;
  }

  /** Resolves once there is room for the next: while one group is stored, another fills. Throws what storing threw. */
  async add(file: QueuedFile): Promise<void> {
    const bytes = bytesOf(file.outcome);
    if (this.#waiting.length > 0 && this.#bytes + bytes > BYTES_IN_GROUP) await this.#storeWaiting();
    this.#waiting.push(file);
    this.#bytes += bytes;
    if (this.#waiting.length >= FILES_IN_GROUP || this.#bytes >= BYTES_IN_GROUP) await this.#storeWaiting();
    else this.#timer ??= setTimeout(() => void this.#storeLate(), LONGEST_WAIT_MILLISECONDS);
  }

  /** Not before the group before is stored: on a slow disk, groups would else pile up here without anybody's waiting for them. */
  async #storeLate(): Promise<void> {
    const timer = this.#timer;
    try {
      await this.#storing;
    } catch {
      // Told to whoever adds the next file or empties the queue.
    }
    if (this.#timer === timer) void this.#storeWaiting();
  }

  /** Resolves once everything is stored. Throws what storing threw. */
  async empty(): Promise<void> {
    void this.#storeWaiting();
    await this.#storing;
  }

  /** Resolves once the group before is stored, throws what that threw. */
  #storeWaiting(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const group = this.#waiting;
    this.#waiting = [];
    this.#bytes = 0;
    const before = this.#storing;
    this.#storing = before.then(() => this.#store(group));
    // Told to whoever adds the next file or empties the queue.
    before.catch(() => {});
    this.#storing.catch(() => {});
    return before;
  }

  async #store(group: readonly QueuedFile[]): Promise<void> {
    const { database, job, readAfterAll, onStored } = this.#options;
    for (let rest = group; rest.length > 0; ) {
      const files = rest.map(({ outcome }) => outcome);
      const places = rest.map(({ place }) => place);
      const taken = await database.call("storeFiles", { job, files, places }, buffersToHandOver(files));
      onStored(taken);
      const [next, ...others] = rest.slice(taken);
      if (next === undefined) return;
      const outcome = await readAfterAll(next.found);
      rest = outcome === null ? others : [{ ...next, outcome }, ...others];
    }
  }
}

function bytesOf(outcome: FileOutcome): number {
  return blobsOf(outcome).reduce((sum, bytes) => sum + bytes.length, 0);
}

function blobsOf(outcome: FileOutcome): readonly Uint8Array[] {
  if (outcome.state !== "read") return [];
  return [outcome.file.file.bytes, ...outcome.file.pictures.map(({ bytes }) => bytes)];
}

/** Only of a file that goes alone: a group may have to be sent again. And only whole buffers, so that nothing else is taken away. */
function buffersToHandOver([only, ...others]: readonly FileOutcome[]): readonly ArrayBuffer[] {
  if (only === undefined || others.length > 0) return [];
  const large = blobsOf(only).filter(
    (bytes) => bytes.byteLength >= WORTH_HANDING_OVER && bytes.byteLength === bytes.buffer.byteLength,
  );
  return [...new Set(large.map(({ buffer }) => buffer as ArrayBuffer))];
}
