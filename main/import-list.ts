/**
 * What an import has to deal with, in order, each at its place. It is recorded before any of it is dealt with; what was
 * given stands there for its files until all of those are, so that an import that ends meanwhile is gone on with by
 * looking through it again.
 */
import { resolve } from "node:path";
import type { Database } from "./database.ts";
import { failedOutcome } from "./file-outcome.ts";
import type { Found } from "./found-again.ts";
import { foundAgain, waitingFile, waitingPaths } from "./found-again.ts";
import type { Findings, FoundFile, LoosePicture } from "./importing/find-files.ts";
import { findFiles, findIn } from "./importing/find-files.ts";
import { GIVEN_PLACE } from "./library/imports.ts";
import type { FileOutcome } from "./library/store-files.ts";

/** `outcome`: of what needs no reading. */
export interface ListedFile {
  readonly place: number;
  readonly found: FoundFile;
  readonly outcome?: FileOutcome;
}

/** Few enough that main is not held up while they are copied to the database thread. */
const FILES_RECORDED_AT_ONCE = 500;

interface ListOptions {
  readonly database: Pick<Database, "call">;
  readonly job: string;
  readonly signal: AbortSignal;
}

/** Of pictures among them that pages may show, none is on the list yet. */
export interface FoundList {
  readonly files: readonly ListedFile[];
  readonly loose: readonly LoosePicture[];
}

/** The paths that an import is given, as the first entry of its list. */
export function givenEntry(paths: readonly string[]) {
  const [first = ""] = paths;
  return waitingPaths(paths, { path: resolve(first), shown: first });
}

/** The files of the list's entries at `places`. */
export async function filesAt(options: ListOptions, places: readonly number[]): Promise<FoundList> {
  const { database, job, signal } = options;
  const files: ListedFile[] = [];
  const loose: LoosePicture[] = [];
  const entries = await database.call("awaitFiles", { job, places });
  for (const { place, ...entry } of entries) {
    const found: Found = foundAgain(entry);
    if (!("given" in found)) {
      files.push({ place, found });
      continue;
    }
    const findings = await findFiles(found.given, signal);
    for (const file of await listed(
      options,
      { place, found: { path: entry.path, shown: entry.file } },
      findings,
    ))
      files.push(file);
    for (const picture of findings.loose) loose.push(picture);
  }
  return { files, loose };
}

/** The files of a folder that stands on the list, in its stead; those that stand there already are left out. */
export async function filesIn(options: ListOptions, { place, found }: ListedFile): Promise<FoundList> {
  const findings = await findIn(found, options.signal);
  const known = new Set<string>();
  for (let after = -1, size = 1; size > 0; ) {
    const some = await options.database.call("listedPaths", { job: options.job, after });
    for (const { path } of some) known.add(path);
    size = some.length;
    after = some.at(-1)?.place ?? after;
  }
  const files = findings.files.filter(({ path }) => !known.has(path));
  return {
    files: await listed(options, { place, found }, { ...findings, files }),
    loose: findings.loose.filter((picture) => !known.has(picture.found.path)),
  };
}

/** Files found later, put at the list's end. */
export async function filesBehind(
  { database, job }: ListOptions,
  found: readonly FoundFile[],
): Promise<readonly ListedFile[]> {
  const next = await database.call("nextPlace", { job });
  for (let start = 0; start < found.length; start += FILES_RECORDED_AT_ONCE) {
    const files = found.slice(start, start + FILES_RECORDED_AT_ONCE).map(waitingFile);
    await database.call("expectFiles", { job, place: next + start, files });
  }
  return found.map((one, index) => ({ place: next + index, found: one }));
}

/**
 * Nothing where the search was broken off: going on with what it found would seem to be all. Places have no gaps, since
 * the window counts rows by them: a folder's own goes to the last of its files, or stays its own where it has none.
 */
async function listed(
  { database, job, signal }: ListOptions,
  { place, found }: Pick<ListedFile, "place" | "found">,
  findings: Findings,
): Promise<readonly ListedFile[]> {
  if (signal.aborted) return [];
  const next = await database.call("nextPlace", { job });
  const files = listedFiles(findings, next);
  const last = place === GIVEN_PLACE ? undefined : files.pop();
  for (let start = 0; start < files.length; start += FILES_RECORDED_AT_ONCE) {
    const some = files.slice(start, start + FILES_RECORDED_AT_ONCE).map((file) => waitingFile(file.found));
    await database.call("expectFiles", { job, place: next + start, files: some });
  }
  if (place !== GIVEN_PLACE && last === undefined) {
    return [{ place, found, outcome: failedOutcome(found, "empty") }];
  }
  const own = last === undefined ? [] : [waitingFile(last.found)];
  await database.call("expectFiles", { job, place, files: own, insteadOf: place });
  return last === undefined ? files : [{ ...last, place }, ...files];
}

function listedFiles({ files, failed, manifests }: Findings, first: number): ListedFile[] {
  const list: ListedFile[] = [];
  for (const { path, shown, warnings } of manifests) {
    list.push({ place: first + list.length, found: { path, shown }, outcome: { state: "noted", warnings } });
  }
  for (const { found, failure } of failed) {
    list.push({ place: first + list.length, found, outcome: { state: "failed", failure } });
  }
  for (const found of files) list.push({ place: first + list.length, found });
  return list;
}
