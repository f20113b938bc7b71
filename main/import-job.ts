/**
 * An import from beginning to end: finds the files, has them read in the reader process, stores what came of each. The
 * next files are read while the last ones are stored. What was stored stays, whatever comes after.
 */
import { basename } from "node:path";
import type { ArticleFields } from "../preload/model/article.ts";
import type { BatchDetails } from "../preload/model/import-report.ts";
import type { PackedImport } from "../preload/model/packed-article.ts";
import { packImport, unpackImport } from "../preload/model/packed-article.ts";
import { askTogether } from "./ask-together.ts";
import type { Database } from "./database.ts";
import { failedOutcome, sizeOf } from "./file-outcome.ts";
import { foundAgain, waitingFile } from "./found-again.ts";
import type { FoundFile } from "./importing/find-files.ts";
import { findFiles } from "./importing/find-files.ts";
import { importerVersion } from "./importing/format.ts";
import type { ManifestRow } from "./importing/manifest.ts";
import { withManifestRow } from "./importing/manifest.ts";
import type { PackedReading } from "./importing/parcels.ts";
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
  const { database, job, now, details, again, signal } = request;
  if (again === undefined) await database.call("beginImport", { job, now, details });
  else await database.call("resumeImport", { job });
  const run = new ImportRun(request);
  try {
    await run.all();
  } finally {
    run.close();
    await database.call("finishImport", { job, cancelled: signal.aborted || !run.complete });
  }
}

/** A file at its place in the import. */
interface PlacedWork {
  readonly found: FoundFile;
  readonly place: number;
  readonly outcome?: FileOutcome;
}

/** Few enough that main is not held up while they are copied to the database thread. */
const FILES_RECORDED_AT_ONCE = 500;

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
  /** Of the files, in the order in which they are dealt with. */
  #places: readonly number[] = [];
  #lastBegun = -1;
  #done = 0;
  #total = 0;
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
    const files = await this.#files();
    this.#places = files.map(({ place }) => place);
    this.#total = files.length;
    this.#toldAt = Number.NEGATIVE_INFINITY;
    this.#tell("reading");
    try {
      for (const { found, place, outcome } of files) {
        if (signal.aborted) break;
        if (outcome === undefined) await this.#begin(found, place);
        else await this.#queue.add({ found, place, outcome });
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

  /** What is to be dealt with, recorded before any of it is; `outcome`: of what needs no reading. */
  async #files(): Promise<readonly PlacedWork[]> {
    const { database, job, paths, again, signal } = this.#request;
    if (again !== undefined) {
      const files = await database.call("awaitFiles", { job, places: again });
      return files.map(({ place, ...file }) => ({ place, found: foundAgain(file) }));
    }
    const { files, failed, manifests } = await findFiles(paths, signal);
    // Some of the files are not known then: going on with those that are would seem to be all.
    if (signal.aborted) return [];
    const work: Omit<PlacedWork, "place">[] = [
      ...manifests.map(({ path, shown, warnings }) => ({
        found: { path, shown },
        outcome: { state: "noted", warnings } as const,
      })),
      ...failed.map((failure) => ({
        found: { path: failure.file, shown: failure.file },
        outcome: { state: "failed", failure } as const,
      })),
      ...files.map((found) => ({ found })),
    ];
    for (let place = 0; place < work.length; place += FILES_RECORDED_AT_ONCE) {
      const some = work.slice(place, place + FILES_RECORDED_AT_ONCE).map(({ found }) => waitingFile(found));
      await database.call("expectFiles", { job, place, files: some });
    }
    return work.map((one, place) => ({ ...one, place }));
  }

  async #begin(file: FoundFile, place: number): Promise<void> {
    const looked = await sizeOf(file);
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
    this.#at = basename(file.path);
    this.#tell("reading");
    const outcome = await underWay.outcome;
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
    const outcome = await this.#reader.read(file.path, isNeeded, { password, encoding, allowClassified });
    switch (outcome.state) {
      case "closed":
        return null;
      case "skipped":
        return { state: "known", file: { sha256: known, shownPath: file.shown, importerVersion } };
      case "failed":
        return failedOutcome(file, outcome.code, outcome.parameters);
      case "read":
        return this.#whole(file, outcome, chosen);
    }
  }

  /** What a hostile file has made of the reader's answer costs that file. */
  #whole(
    file: FoundFile,
    outcome: ReadOutcome & { state: "read" },
    encoding: string | undefined,
  ): FileOutcome {
    try {
      return this.#toStore(file, outcome, encoding);
    } catch (error) {
      console.error(error);
      return failedOutcome(file, "unreadable");
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
          article: withDetails(withRow(one.article, row, { name, isOnly }), detailsOf(path)),
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
    const from = this.#places[this.#done];
    const reading = from === undefined || this.#lastBegun < from ? undefined : { from, to: this.#lastBegun };
    this.#request.onProgress({ stage, done: this.#done, total: this.#total, at: this.#at, reading });
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
  reading: PackedReading,
  { folders = [], collection }: PackedReading["articles"][number],
): string | null {
  const title = collection ?? reading.collection ?? [...(found.folders ?? []), ...folders].join("/");
  return title.slice(0, LONGEST_COLLECTION) || null;
}

/** Throws where the blocks are none. */
function withRow(
  article: PackedImport,
  row: ManifestRow | undefined,
  file: Parameters<typeof withManifestRow>[2],
): PackedImport {
  return row === undefined ? article : packImport(withManifestRow(unpackImport(article), row, file));
}

/** What a file says of itself counts before what was said of the whole batch. */
export function withDetails<Article extends ArticleFields>(article: Article, details: BatchDetails): Article {
  return {
    ...article,
    publication: article.publication || details.publication,
    issuedOn: article.issuedOn ?? details.issuedOn,
    page: article.page || details.page,
    pageName: article.pageName || details.pageName,
  };
}
