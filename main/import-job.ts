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
import type { ArticlePart, Reading } from "./importing/format.ts";
import { importerVersion } from "./importing/format.ts";
import { withManifestRow } from "./importing/manifest.ts";
import type { Need, ReaderLimits, ReadOutcome, StartReader } from "./importing/reader-client.ts";
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
  /** For those of the files that are locked. */
  readonly password?: string | undefined;
  /** Chosen by hand for all of them, a label of the Encoding Standard; remembered with each. */
  readonly encoding?: string | undefined;
  /** Documents that bear a classification are imported like any other. */
  readonly allowClassified?: boolean | undefined;
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

/** As `areKnown` answers: whether the bytes are known, or else the encoding that was once chosen for them. */
type IsKnown = (sha256: string) => Promise<Need>;

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
  readonly #isKnown: IsKnown;
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
        hashes.map((sha256) => ({ sha256, importerVersion, encoding: request.encoding })),
      ),
    );
    this.#queue = new StoreQueue({
      ...{ database, job },
      readAfterAll: (file) =>
        this.#read(file, async (sha256) => {
          const known = await this.#isKnown(sha256);
          return known === true ? false : known;
        }),
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
    const { files, failed, manifests } = await findFiles(paths, signal);
    this.#total = files.length + failed.length + manifests.length;
    try {
      for (const { path, shown, warnings } of manifests) {
        await this.#queue.add({ found: { path, shown }, outcome: { state: "noted", warnings } });
      }
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
  async #read(file: FoundFile, isKnown: IsKnown): Promise<FileOutcome | null> {
    const { password, encoding, allowClassified } = this.#request;
    let known = "";
    let chosen = encoding;
    const isNeeded = async ({ sha256 }: { readonly sha256: string }): Promise<Need> => {
      known = sha256;
      const answer = await isKnown(sha256);
      if (typeof answer === "boolean") return !answer;
      chosen ??= answer.encoding;
      return answer;
    };
    const outcome = await this.#reader.read(file.path, isNeeded, { password, encoding, allowClassified });
    switch (outcome.state) {
      case "closed":
        return null;
      case "skipped":
        return { state: "known", file: { sha256: known, shownPath: file.shown, importerVersion } };
      case "failed":
        return failedOutcome(file, outcome.code, outcome.parameters);
      case "read":
        return this.#toStore(file, outcome, chosen);
    }
  }

  #toStore(
    found: FoundFile,
    { reading, original }: ReadOutcome & { state: "read" },
    encoding: string | undefined,
  ): FileOutcome {
    const { path, shown, row } = found;
    const { detailsOf, now, sample = false } = this.#request;
    const { pictures, tags, warnings, failed = [] } = reading;
    const name = basename(path);
    const isOnly = reading.articles.length === 1;
    return {
      state: "read",
      // What lies in an archive is named as if that were a folder.
      warnings: warnings.map(({ part, ...warning }) => ({ file: partShown(shown, part), ...warning })),
      failed: failed.map(({ part, code, parameters }) => {
        const file = partShown(shown, part);
        return { file, code, parameters: { ...parameters, path: file } };
      }),
      file: {
        file: { path, shownPath: shown, name, ...original },
        articles: reading.articles.map((one) => ({
          part: one.part,
          article: withDetails(withManifestRow(one.article, row, { name, isOnly }), detailsOf(path)),
          collection: collectionOf(found, reading, one),
        })),
        ...{ importerVersion, encoding, pictures, collection: null, tags, sample, now },
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

function partShown(shown: string, part: string | undefined): string {
  return part === undefined ? shown : `${shown}/${part}`;
}

/** Longer is no title that a person gave. */
const LONGEST_COLLECTION = 200;

/** A book's own title; else the folders that an article came in, as far as those were chosen with it. */
function collectionOf(
  found: FoundFile,
  reading: Reading,
  { folders = [], collection }: ArticlePart,
): string | null {
  const title = collection ?? reading.collection ?? [...(found.folders ?? []), ...folders].join("/");
  return title.slice(0, LONGEST_COLLECTION) || null;
}

function failedOutcome(
  { shown }: FoundFile,
  code: ImportFailure["code"],
  parameters: ImportFailure["parameters"] = {},
): FileOutcome {
  return { state: "failed", failure: { file: shown, code, parameters: { ...parameters, path: shown } } };
}

/** What a file says of itself counts before what was said of the whole batch. */
export function withDetails(article: ImportedArticle, details: BatchDetails): ImportedArticle {
  return {
    ...article,
    publication: article.publication || details.publication,
    issuedOn: article.issuedOn ?? details.issuedOn,
    page: article.page || details.page,
    pageName: article.pageName || details.pageName,
  };
}
