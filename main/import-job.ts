/**
 * An import from beginning to end: finds the files, has them read in the reader process, stores what came of each. The
 * next files are read while the last ones are stored. What was stored stays, whatever comes after.
 */
import { basename, dirname } from "node:path";
import type { BatchDetails } from "../preload/model/import-report.ts";
import { askTogether } from "./ask-together.ts";
import type { Database } from "./database.ts";
import { failedOutcome, failureOfFile, sizeOf } from "./file-outcome.ts";
import { fileToStore } from "./file-to-store.ts";
import type { FoundList, ListedFile } from "./import-list.ts";
import { filesAt, filesBehind, filesIn, givenEntry } from "./import-list.ts";
import type { FoundFile, LoosePicture } from "./importing/find-files.ts";
import { hasCompanions } from "./importing/folder-rules.ts";
import { importerVersion } from "./importing/format.ts";
import type { Need, ReaderLimits } from "./importing/reader-client.ts";
import { defaultReaderLimits, ReaderClient } from "./importing/reader-client.ts";
import type { StartReader } from "./importing/reader-start.ts";
import type { JobProgress } from "./jobs.ts";
import { GIVEN_PLACE } from "./library/imports.ts";
import type { FileOutcome } from "./library/store-files.ts";
import { unusedPictures } from "./loose-pictures.ts";
import { FILES_IN_GROUP, StoreQueue } from "./store-queue.ts";

export interface ImportRequest {
  readonly database: Pick<Database, "call">;
  readonly startReader: StartReader;
  /** Files and folders. */
  readonly paths: readonly string[];
  /** Instead of these: files of the import `job`, which has been before, to be dealt with once more. Places. */
  readonly again?: readonly number[] | undefined;
  /** Fills what a file itself leaves open. */
  readonly detailsOf: (path: string) => BatchDetails;
  /** What was said of the whole batch, kept with it. */
  readonly details?: BatchDetails | undefined;
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

/** So many files, and so many bytes of them, are under way at once: while one group is stored, nobody answers for the next whether they are known. */
const MOST_UNDER_WAY = 2 * FILES_IN_GROUP;
const MOST_BYTES_UNDER_WAY = 16 * 1024 * 1024;

/** Told more often, the window works more to draw it than a small file takes to import. */
const PROGRESS_EVERY_MILLISECONDS = 300;

/**
 * What it came to is kept in the library as the report of the job. Throws only what the library throws, or where no
 * reader process can be started; what ails a file is in the report.
 */
export async function runImport(request: ImportRequest): Promise<void> {
  const { database, job, now, details, paths, again, signal } = request;
  if (again === undefined)
    await database.call("beginImport", { job, now, details, given: givenEntry(paths) });
  else await database.call("resumeImport", { job });
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
  readonly place: number;
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
  /** The bytes that the library held when the import began: of others it need not be asked, which would wait while it stores. */
  #stored: ReadonlySet<string> = new Set();
  /** In the order in which they are dealt with; those of a folder found among them come last. */
  readonly #files: ListedFile[] = [];
  readonly #loose: LoosePicture[] = [];
  /** The folders of pages that could not be read. */
  readonly #unread = new Set<string>();
  #lastBegun = -1;
  #done = 0;
  #at = "";
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(request: ImportRequest) {
    const { database, job, signal } = request;
    this.#request = request;
    this.#reader = new ReaderClient(request.startReader, request.limits ?? defaultReaderLimits);
    const ask = askTogether((hashes: readonly string[]) =>
      database.call(
        "areKnown",
        hashes.map((sha256) => ({ sha256, importerVersion, encoding: request.encoding })),
      ),
    );
    this.#isKnown = (sha256) => (this.#stored.has(sha256) ? ask(sha256) : Promise.resolve(false));
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
    const { signal } = this.#request;
    this.#tell("looking");
    this.#reader.start();
    this.#stored = new Set(await this.#request.database.call("originalHashes", null));
    const places = this.#request.again ?? [GIVEN_PLACE];
    this.#take(await filesAt(this.#request, places));
    this.#toldAt = Number.NEGATIVE_INFINITY;
    this.#tell("reading");
    try {
      const next = await this.#go(0);
      await this.#queue.empty();
      const unused = await unusedPictures(this.#loose, { ...this.#request, failed: this.#unread });
      if (!signal.aborted && unused.length > 0) {
        this.#take({ files: await filesBehind(this.#request, unused), loose: [] });
        await this.#go(next);
      }
    } finally {
      await this.#queue.empty();
    }
    this.complete = this.#done === this.#files.length;
    this.#toldAt = Number.NEGATIVE_INFINITY;
    this.#at = "";
    this.#tell("reading");
  }

  #take({ files, loose }: FoundList): void {
    for (const file of files) this.#files.push(file);
    for (const picture of loose) this.#loose.push(picture);
  }

  /** Deals with what is on the list from `first` on; answers where that ends. */
  async #go(first: number): Promise<number> {
    let next = first;
    while (next < this.#files.length && !this.#request.signal.aborted) {
      const file = this.#files[next];
      if (file === undefined || (await this.#begin(file))) next++;
      else this.#files.splice(next, 1);
    }
    while (this.#underWay.length > 0) await this.#settleFirst();
    return next;
  }

  /** False for a folder, in whose stead its files are on the list now. */
  async #begin({ found, place, outcome }: ListedFile): Promise<boolean> {
    if (outcome !== undefined) {
      await this.#queue.add({ found, place, outcome });
      return true;
    }
    const looked = await sizeOf(found);
    if (looked === "folder") return this.#beginFolder({ found, place });
    await this.#beginFile(found, place, looked);
    return true;
  }

  async #beginFolder(folder: ListedFile): Promise<boolean> {
    try {
      this.#take(await filesIn(this.#request, folder));
      return this.#request.signal.aborted;
    } catch (error) {
      await this.#queue.add({ ...folder, outcome: failureOfFile(folder.found, error) });
      return true;
    }
  }

  async #beginFile(file: FoundFile, place: number, looked: number | FileOutcome): Promise<void> {
    const size = typeof looked === "number" ? looked : 0;
    while (this.#isFull(size)) await this.#settleFirst();
    if (this.#request.signal.aborted) return;
    const outcome =
      typeof looked === "number" ? this.#read(file, this.#isKnown) : Promise.resolve<FileOutcome>(looked);
    // Looked at only when its turn comes: until then a rejection is not unhandled.
    outcome.catch(() => {});
    this.#underWay.push({ file, place, size, outcome });
    this.#lastBegun = place;
  }

  #isFull(size: number): boolean {
    const bytes = this.#underWay.reduce((sum, file) => sum + file.size, size);
    const count = this.#underWay.length;
    return count > 0 && (count >= MOST_UNDER_WAY || bytes > MOST_BYTES_UNDER_WAY);
  }

  async #settleFirst(): Promise<void> {
    const underWay = this.#underWay.shift();
    if (underWay === undefined) return;
    const { file, place } = underWay;
    this.#at = basename(file.shown);
    this.#tell("reading");
    const outcome = await underWay.outcome;
    if (outcome?.state === "failed" && hasCompanions(file.path)) this.#unread.add(dirname(file.path));
    if (outcome !== null) await this.#queue.add({ found: file, place, outcome });
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
    const choices = { password, encoding, allowClassified, row: file.row };
    const outcome = await this.#reader.read(file.path, isNeeded, choices);
    switch (outcome.state) {
      case "closed":
        return null;
      case "skipped":
        return { state: "known", file: { sha256: known, shownPath: file.shown, importerVersion } };
      case "failed":
        return failedOutcome(file, outcome.code, outcome.parameters);
      case "read":
        return fileToStore(file, outcome, chosen, this.#request);
    }
  }

  #tell(stage: JobProgress["stage"]): void {
    const now = performance.now();
    if (now - this.#toldAt < PROGRESS_EVERY_MILLISECONDS) return;
    this.#toldAt = now;
    const from = this.#files[this.#done]?.place;
    const reading = from === undefined || this.#lastBegun < from ? undefined : { from, to: this.#lastBegun };
    const total = this.#files.length;
    this.#request.onProgress({ stage, done: this.#done, total, at: this.#at, reading });
  }
}
