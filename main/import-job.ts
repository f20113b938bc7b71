/**
 * An import from beginning to end: finds the files, has them read in the reader process, stores what came of each. The
 * next files are read while the last one is stored. What was stored stays, whatever comes after.
 */
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { ImportedArticle } from "../preload/model/article.ts";
import type {
  BatchDetails,
  ImportedRow,
  ImportFailure,
  ImportReport,
  ImportWarning,
} from "../preload/model/import-report.ts";
import type { Database } from "./database.ts";
import { fileError } from "./importing/file-error.ts";
import type { FoundFile } from "./importing/find-files.ts";
import { findFiles } from "./importing/find-files.ts";
import { importerVersion } from "./importing/format.ts";
import type { ReaderLimits, ReadOutcome, StartReader } from "./importing/reader-client.ts";
import { defaultReaderLimits, ReaderClient } from "./importing/reader-client.ts";
import type { JobProgress } from "./jobs.ts";

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

/** So many files, and so many bytes of them, are under way at once: enough that neither reading nor storing waits. */
const MOST_UNDER_WAY = 16;
const MOST_BYTES_UNDER_WAY = 16 * MEGABYTE;

/** Bytes from here on are handed to the database thread instead of copied. */
const WORTH_HANDING_OVER = MEGABYTE;

const PROGRESS_EVERY_MILLISECONDS = 100;

/** Throws only what the library throws, or where no reader process can be started; what ails a file is in the report. */
export async function runImport(request: ImportRequest): Promise<ImportReport> {
  const { database, job, now, signal } = request;
  await database.call("beginImport", { job, now });
  const run = new ImportRun(request);
  try {
    await run.all();
  } finally {
    run.close();
    await database.call("finishImport", {
      job,
      report: run.report(),
      cancelled: signal.aborted || !run.complete,
    });
  }
  return run.report();
}

type StoredRows = Pick<ImportReport, "imported" | "updated" | "unchanged">;

interface UnderWay {
  readonly file: FoundFile;
  readonly size: number;
  readonly outcome: Promise<ReadOutcome>;
  /** What the library knows of the file already. */
  known: StoredRows | null;
  /** How many articles this run had updated when the library was asked. */
  updatedBefore: number;
}

class ImportRun {
  complete = false;
  readonly #request: ImportRequest;
  readonly #reader: ReaderClient;
  readonly #underWay: UnderWay[] = [];
  readonly #rows = {
    imported: [] as ImportedRow[],
    updated: [] as ImportedRow[],
    unchanged: [] as ImportedRow[],
  };
  readonly #failed: ImportFailure[] = [];
  readonly #warnings: ImportWarning[] = [];
  #done = 0;
  #total = 0;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(request: ImportRequest) {
    this.#request = request;
    this.#reader = new ReaderClient(request.startReader, request.limits ?? defaultReaderLimits);
    request.signal.addEventListener("abort", this.#stop);
  }

  close(): void {
    this.#request.signal.removeEventListener("abort", this.#stop);
    this.#reader.close();
  }

  readonly #stop = () => this.#reader.close();

  report(): ImportReport {
    return { ...this.#rows, failed: this.#failed, warnings: this.#warnings };
  }

  async all(): Promise<void> {
    const { paths, signal } = this.#request;
    this.#tell("looking", "");
    const { files, failed } = await findFiles(paths, signal);
    for (const failure of failed) this.#failed.push(failure);
    this.#total = files.length;
    for (const file of files) {
      if (signal.aborted) break;
      await this.#begin(file);
    }
    while (this.#underWay.length > 0) await this.#settleFirst();
    this.complete = this.#done === this.#total;
    this.#toldAt = Number.NEGATIVE_INFINITY;
    this.#tell("reading", "");
  }

  async #begin(file: FoundFile): Promise<void> {
    const size = await this.#sizeOf(file);
    if (size === null) {
      this.#done++;
      return;
    }
    while (this.#isFull(size)) await this.#settleFirst();
    if (this.#request.signal.aborted) return;
    const underWay: UnderWay = {
      ...{ file, size, known: null, updatedBefore: 0 },
      outcome: this.#reader.read(file.path, async ({ sha256 }) => {
        underWay.updatedBefore = this.#rows.updated.length;
        underWay.known = await this.#recognise(file, sha256);
        return underWay.known === null;
      }),
    };
    // Looked at only when its turn comes: until then a rejection is not unhandled.
    underWay.outcome.catch(() => {});
    this.#underWay.push(underWay);
  }

  #isFull(size: number): boolean {
    const bytes = this.#underWay.reduce((sum, file) => sum + file.size, size);
    const count = this.#underWay.length;
    return count > 0 && (count >= MOST_UNDER_WAY || bytes > MOST_BYTES_UNDER_WAY);
  }

  /** Null where the file need not be opened: its failure is in the report. */
  async #sizeOf(file: FoundFile): Promise<number | null> {
    try {
      const status = await stat(file.path);
      // A pipe or device would never end.
      if (!status.isFile()) this.#fail(file, "unsupported-format");
      else if (status.size === 0) this.#fail(file, "empty");
      else if (status.size > LARGEST_MEGABYTES * MEGABYTE)
        this.#fail(file, "too-large", { limit: LARGEST_MEGABYTES });
      else return status.size;
    } catch (error) {
      this.#fail(file, fileError(error, file.path).failure.code as ImportFailure["code"]);
    }
    return null;
  }

  async #settleFirst(): Promise<void> {
    const underWay = this.#underWay.shift();
    if (underWay === undefined) return;
    const { file } = underWay;
    this.#tell("reading", basename(file.path));
    const outcome = await underWay.outcome;
    switch (outcome.state) {
      case "closed":
        return;
      case "skipped":
        await this.#addKnown(underWay);
        break;
      case "failed":
        this.#fail(file, outcome.code, outcome.parameters);
        break;
      case "read":
        await this.#store(file, outcome);
        break;
    }
    this.#done++;
  }

  #recognise(file: FoundFile, sha256: string): Promise<StoredRows | null> {
    const asked = { job: this.#request.job, sha256, shownPath: file.shown, importerVersion };
    return this.#request.database.call("recogniseFile", asked);
  }

  /** The library was asked while files before this one waited to be stored; what one of those updated may have been this one's. */
  async #addKnown({ file, known, updatedBefore }: UnderWay): Promise<void> {
    if (known === null) return;
    if (this.#rows.updated.length === updatedBefore) {
      this.#add(known);
      return;
    }
    const outcome = await this.#reader.read(
      file.path,
      async ({ sha256 }) => (await this.#recognise(file, sha256)) === null,
    );
    if (outcome.state === "skipped") this.#add(known);
    else if (outcome.state === "read") await this.#store(file, outcome);
    else if (outcome.state === "failed") this.#fail(file, outcome.code, outcome.parameters);
  }

  async #store(file: FoundFile, { reading, original }: ReadOutcome & { state: "read" }): Promise<void> {
    const { database, job, detailsOf, now, sample = false } = this.#request;
    const { path, shown } = file;
    const blobs = [original, ...reading.pictures];
    const handedOver = new Set(
      blobs.filter(isWorthHandingOver).map(({ bytes }) => bytes.buffer as ArrayBuffer),
    );
    const rows = await database.call(
      "storeFile",
      {
        job,
        file: {
          path,
          shownPath: shown,
          name: basename(path),
          sha256: original.sha256,
          bytes: original.bytes,
        },
        importerVersion,
        articles: reading.articles.map(({ part, article }) => ({
          part,
          article: withDetails(article, detailsOf(path)),
        })),
        pictures: reading.pictures,
        collection: reading.collection,
        tags: reading.tags,
        sample,
        now,
      },
      [...handedOver],
    );
    this.#add(rows);
    for (const warning of reading.warnings) this.#warnings.push({ file: shown, ...warning });
  }

  #add(rows: StoredRows): void {
    for (const kind of ["imported", "updated", "unchanged"] as const) {
      for (const row of rows[kind]) this.#rows[kind].push(row);
    }
  }

  #fail(file: FoundFile, code: ImportFailure["code"], parameters: ImportFailure["parameters"] = {}): void {
    this.#failed.push({ file: file.shown, code, parameters: { ...parameters, path: file.shown } });
  }

  #tell(stage: JobProgress["stage"], at: string): void {
    const now = performance.now();
    if (now - this.#toldAt < PROGRESS_EVERY_MILLISECONDS) return;
    this.#toldAt = now;
    this.#request.onProgress({ stage, done: this.#done, total: this.#total, at });
  }
}

/** A buffer of its own, so that handing it over takes nothing else away. */
function isWorthHandingOver({ bytes }: { readonly bytes: Uint8Array }): boolean {
  return bytes.byteLength >= WORTH_HANDING_OVER && bytes.byteLength === bytes.buffer.byteLength;
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
