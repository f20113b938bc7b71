/**
 * An import from beginning to end: finds the files, has them read in the reader process, stores what came of each. The
 * next files are read while the last ones are stored. What was stored stays, whatever comes after.
 */
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { ImportedArticle } from "../preload/model/article.ts";
import type { BatchDetails, ImportFailure } from "../preload/model/import-report.ts";
import { askTogether } from "./ask-together.ts";
import type { Database } from "./database.ts";
import { fileError } from "./importing/file-error.ts";
import type { FoundFile } from "./importing/find-files.ts";
import { findFiles } from "./importing/find-files.ts";
import { importerVersion } from "./importing/format.ts";
import type { ReaderLimits, ReadOutcome, StartReader } from "./importing/reader-client.ts";
import { defaultReaderLimits, ReaderClient } from "./importing/reader-client.ts";
import type { JobProgress } from "./jobs.ts";
import type { FileOutcome } from "./library/store-files.ts";
import { FILES_IN_GROUP, StoreQueue } from "./store-queue.ts";

export interface ImportRequest {
  readonly database: Pick<Database, "call">;
  readonly startReader: StartReader;
  /** Files and folders. */
  readonly paths: readonly string[];
  /** Fills what a file itself leaves open. */
  readonly detailsOf: (path: string) => BatchDetails;
  /** A UUID, under which the report is kept. */
  readonly job: string;
  readonly onProgress: (progress: JobProgress) => void;
  /** Between two files the import stops when this is aborted. */
  readonly signal: AbortSignal;
  /** ISO 8601, UTC. */
  readonly now: string;
  /** The files are the starter library's. */
  readonly sample?: boolean;
  readonly limits?: ReaderLimits;
}

/** Above this a file is refused unread. */
const LARGEST_MEGABYTES = 200;
const MEGABYTE = 1024 * 1024;

/** So many files, and so many bytes of them, are under way at once: the next group is read while one is stored. */
const MOST_UNDER_WAY = 2 * FILES_IN_GROUP;
const MOST_BYTES_UNDER_WAY = 16 * MEGABYTE;

const PROGRESS_EVERY_MILLISECONDS = 100;

/**
 * What it came to is kept in the library as the report of the job. Throws only what the library throws, or where no
 * reader process can be started; what ails a file is in the report.
 */
export async function runImport(request: ImportRequest): Promise<void> {
  const { database, job, now, signal } = request;
  await database.call("beginImport", { job, now });
  const run = new ImportRun(request);
  try {
    await run.all();
  } finally {
    run.close();
    await database.call("finishImport", { job, cancelled: signal.aborted || !run.complete });
  }
}

interface UnderWay {
  readonly file: FoundFile;
  readonly size: number;
  /** Null where the import was stopped before the file was read. */
  readonly outcome: Promise<FileOutcome | null>;
}

class ImportRun {
  complete = false;
  readonly #request: ImportRequest;
  readonly #reader: ReaderClient;
  readonly #queue: StoreQueue;
  readonly #isKnown: (sha256: string) => Promise<boolean>;
  readonly #underWay: UnderWay[] = [];
  #done = 0;
  #total = 0;
  #at = "";
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(request: ImportRequest) {
    const { database, job, signal } = request;
    this.#request = request;
    this.#reader = new ReaderClient(request.startReader, request.limits ?? defaultReaderLimits);
    this.#isKnown = askTogether((hashes) =>
      database.call(
        "areKnown",
        hashes.map((sha256) => ({ sha256, importerVersion })),
      ),
    );
    this.#queue = new StoreQueue({
      ...{ database, job },
      readAfterAll: (file) => this.#read(file, () => Promise.resolve(false)),
      onStored: (files) => {
        this.#done += files;
        this.#tell("reading");
      },
    });
    signal.addEventListener("abort", this.#stop);
  }

  close(): void {
    this.#request.signal.removeEventListener("abort", this.#stop);
    this.#reader.close();
  }

  readonly #stop = () => this.#reader.close();

  async all(): Promise<void> {
    const { paths, signal } = this.#request;
    this.#tell("looking");
    const { files, failed } = await findFiles(paths, signal);
    this.#total = files.length + failed.length;
    try {
      for (const failure of failed) {
        await this.#queue.add({
          found: { path: failure.file, shown: failure.file },
          outcome: { state: "failed", failure },
        });
      }
      for (const file of files) {
        if (signal.aborted) break;
        await this.#begin(file);
      }
      while (this.#underWay.length > 0) await this.#settleFirst();
    } finally {
      await this.#queue.empty();
    }
    this.complete = this.#done === this.#total;
    this.#toldAt = Number.NEGATIVE_INFINITY;
    this.#at = "";
    this.#tell("reading");
  }

  async #begin(file: FoundFile): Promise<void> {
    const looked = await sizeOf(file);
    const size = typeof looked === "number" ? looked : 0;
    while (this.#isFull(size)) await this.#settleFirst();
    if (this.#request.signal.aborted) return;
    const outcome =
      typeof looked === "number" ? this.#read(file, this.#isKnown) : Promise.resolve<FileOutcome>(looked);
    // Looked at only when its turn comes: until then a rejection is not unhandled.
    outcome.catch(() => {});
    this.#underWay.push({ file, size, outcome });
  }

  #isFull(size: number): boolean {
    const bytes = this.#underWay.reduce((sum, file) => sum + file.size, size);
    const count = this.#underWay.length;
    return count > 0 && (count >= MOST_UNDER_WAY || bytes > MOST_BYTES_UNDER_WAY);
  }

  async #settleFirst(): Promise<void> {
    const underWay = this.#underWay.shift();
    if (underWay === undefined) return;
    const { file } = underWay;
    this.#at = basename(file.path);
    this.#tell("reading");
    const outcome = await underWay.outcome;
    if (outcome !== null) await this.#queue.add({ found: file, outcome });
  }

  /** Null where the import is stopped before the file has been read. */
  async #read(file: FoundFile, isKnown: (sha256: string) => Promise<boolean>): Promise<FileOutcome | null> {
    let known = "";
    const outcome = await this.#reader.read(file.path, async ({ sha256 }) => {
      known = sha256;
      return !(await isKnown(sha256));
    });
    switch (outcome.state) {
      case "closed":
        return null;
      case "skipped":
        return { state: "known", file: { sha256: known, shownPath: file.shown, importerVersion } };
      case "failed":
        return failedOutcome(file, outcome.code, outcome.parameters);
      case "read":
        return this.#toStore(file, outcome);
    }
  }

  #toStore({ path, shown }: FoundFile, { reading, original }: ReadOutcome & { state: "read" }): FileOutcome {
    const { detailsOf, now, sample = false } = this.#request;
    const { pictures, collection, tags, warnings } = reading;
    return {
      state: "read",
      warnings,
      file: {
        file: { path, shownPath: shown, name: basename(path), ...original },
        articles: reading.articles.map(({ part, article }) => ({
          part,
          article: withDetails(article, detailsOf(path)),
        })),
        ...{ importerVersion, pictures, collection, tags, sample, now },
      },
    };
  }

  #tell(stage: JobProgress["stage"]): void {
    const now = performance.now();
    if (now - this.#toldAt < PROGRESS_EVERY_MILLISECONDS) return;
    this.#toldAt = now;
    this.#request.onProgress({ stage, done: this.#done, total: this.#total, at: this.#at });
  }
}

/** Bytes; the failure of a file that need not be opened. */
async function sizeOf(file: FoundFile): Promise<number | FileOutcome> {
  try {
    const status = await stat(file.path);
    // A pipe or device would never end.
    if (!status.isFile()) return failedOutcome(file, "unsupported-format");
    if (status.size === 0) return failedOutcome(file, "empty");
    if (status.size <= LARGEST_MEGABYTES * MEGABYTE) return status.size;
    return failedOutcome(file, "too-large", { limit: LARGEST_MEGABYTES });
  } catch (error) {
    return failedOutcome(file, fileError(error, file.path).failure.code as ImportFailure["code"]);
  }
}

function failedOutcome(
  { shown }: FoundFile,
  code: ImportFailure["code"],
  parameters: ImportFailure["parameters"] = {},
): FileOutcome {
  return { state: "failed", failure: { file: shown, code, parameters: { ...parameters, path: shown } } };
}

/** What a file says of itself counts before what was said of the whole batch. */
function withDetails(article: ImportedArticle, details: BatchDetails): ImportedArticle {
  return {
    ...article,
    publication: article.publication || details.publication,
    issuedOn: article.issuedOn ?? details.issuedOn,
    page: article.page || details.page,
    pageName: article.pageName || details.pageName,
  };
}
