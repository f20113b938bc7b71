/** Paths that were chosen → the files to import, in the order a person would count them. */
import type { Dirent } from "node:fs";
import { opendir, readFile, realpath, stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { ImportFailure, ImportWarning } from "../../preload/model/import-report.ts";
import type { Sliced } from "../sliced.ts";
import { inSlices, slicedMap } from "../sliced.ts";
import { meantBy, nameOfBytes, openable, readable } from "./byte-names.ts";
import { fileError } from "./file-error.ts";
import {
  hasCompanions,
  isCompanion,
  isPhotograph,
  isSavedPageFolder,
  isSystemName,
  naturalOrder,
} from "./folder-rules.ts";
import type { Manifest, ManifestRow } from "./manifest.ts";
import { isManifestName, LARGEST_MANIFEST_BYTES, manifestIn } from "./manifest.ts";

export interface FoundFile {
  /** Absolute; opened by what `openable` makes of it. */
  readonly path: string;
  /** As it was given, or as the folder that was given leads to it: how reports name it. */
  readonly shown: string;
  /** The folders that were walked to it, the outermost first: none of a file that was given itself. */
  readonly folders?: readonly string[] | undefined;
  /** What a list in one of those folders says of it. */
  readonly row?: ManifestRow | undefined;
}

/** A picture that a page may show: no file of its own where one does. */
export interface LoosePicture {
  readonly found: FoundFile;
  /** Pages lie in its very folder, not only above it. */
  readonly isBesidePages: boolean;
}

/** A list that says what the files beside it are. */
export interface FoundManifest {
  readonly path: string;
  readonly shown: string;
  /** Of rows whose file is not there. */
  readonly warnings: readonly ImportWarning[];
}

/** A file or folder that cannot be looked at, or a folder with nothing in it. */
export interface FoundFailure {
  readonly found: FoundFile;
  readonly failure: ImportFailure;
}

export interface Findings {
  readonly files: readonly FoundFile[];
  readonly failed: readonly FoundFailure[];
  readonly manifests: readonly FoundManifest[];
  readonly loose: readonly LoosePicture[];
}

/** After so many names the walk lets other work in: it runs on the main process's thread. */
const NAMES_AT_A_TIME = 250;

/** Names read from a folder in one go. */
const NAMES_READ_AT_ONCE = 1000;

/**
 * Files as given, folders walked. A folder that holds nothing to import is a failure of its own (`empty`). A file that
 * is given beside its folder is that of the folder.
 */
export async function findFiles(paths: readonly string[], signal: AbortSignal): Promise<Findings> {
  const files = new Map<string, FoundFile>();
  const failed: FoundFailure[] = [];
  const manifests: FoundManifest[] = [];
  const loose: LoosePicture[] = [];
  for (const given of paths) {
    const place = { path: resolve(given), shown: given };
    try {
      const path = await pathOf(place.path);
      const shown = path === place.path ? given : readable(path);
      if (!(await stat(openable(path))).isDirectory()) {
        files.set(path, files.get(path) ?? { path, shown });
        continue;
      }
      const found = await findIn({ path, shown }, signal);
      // No folder has a file twice.
      if (paths.length === 1) return found;
      await inSlices(
        slicedMap(
          found.files,
          (file) => files.set(file.path, withFolder(files.get(file.path), file)),
          NAMES_AT_A_TIME,
        ),
      );
      for (const one of found.failed) failed.push(one);
      for (const manifest of found.manifests) manifests.push(manifest);
      for (const picture of found.loose) loose.push(picture);
    } catch (error) {
      failed.push(failureOf(place, error));
    }
  }
  return {
    files: [...files.values()],
    ...{ failed, manifests, loose: loose.filter(({ found }) => !files.has(found.path)) },
  };
}

/** What is already found stays, unless it was given itself: its folder says more of it. */
function withFolder(before: FoundFile | undefined, file: FoundFile): FoundFile {
  return before?.folders === undefined ? file : before;
}

/** Throws as `stat` does. */
async function pathOf(given: string): Promise<string> {
  return given.includes("\uFFFD") ? ((await meantBy(given)) ?? given) : given;
}

/** The files of one folder. Throws what ails the folder itself. */
export async function findIn({ path, shown, folders }: FoundFile, signal: AbortSignal): Promise<Findings> {
  const walk = new FolderWalk(signal);
  const place = { path, shown, folders: folders ?? [readable(basename(path))] };
  await walk.folder(place, false);
  const { failed } = walk;
  if (walk.files.length + failed.length === 0) failed.push(failure("empty", { path, shown, folders }));
  return {
    files: await inSlices(walk.filesWithRows()),
    failed,
    manifests: await inSlices(walk.manifests()),
    loose: walk.loose.map((one) => ({ ...one, found: { ...one.found, row: walk.rowOf(one.found) } })),
  };
}

type Place = Pick<FoundFile, "path" | "shown"> & { readonly folders: readonly string[] };

/** What a folder holds, as the rules want it. */
interface Contents {
  readonly entries: readonly Dirent[];
  /** In lower case. */
  readonly names: ReadonlySet<string>;
  readonly hasDocuments: boolean;
}

class FolderWalk {
  readonly files: Place[] = [];
  readonly failed: FoundFailure[] = [];
  readonly loose: { readonly found: Place; readonly isBesidePages: boolean }[] = [];
  readonly #signal: AbortSignal;
  /** Real paths of folders walked: a link that leads back into one ends there. */
  readonly #walked = new Set<string>();
  /** The nearest first, since a folder is walked after the lists in it are read. */
  readonly #manifests: { readonly place: Place; readonly folder: string; readonly manifest: Manifest }[] = [];

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** `belongs`: a document stands in a folder above, to which pictures below may belong. */
  async folder(folder: Place, belongs: boolean): Promise<void> {
    const real = (await realpath(openable(folder.path), "buffer")).toString("latin1");
    if (this.#walked.has(real)) return;
    this.#walked.add(real);
    const contents = await inSlices(contentsOf(await entriesOf(folder.path)));
    for (const [index, entry] of contents.entries.entries()) {
      if (index % NAMES_AT_A_TIME === 0) await setImmediate();
      if (this.#signal.aborted) return;
      const place = {
        path: join(folder.path, entry.name),
        shown: join(folder.shown, readable(entry.name)),
        folders: folder.folders,
      };
      try {
        await this.#entry(entry, place, contents, belongs);
      } catch (error) {
        this.failed.push(failureOf(place, error));
      }
    }
  }

  async #entry(
    entry: Dirent,
    place: Place,
    { names, hasDocuments }: Contents,
    belongs: boolean,
  ): Promise<void> {
    const documents = belongs || hasDocuments;
    const status = entry.isSymbolicLink() ? await stat(openable(place.path)) : entry;
    if (status.isDirectory()) {
      if (isSavedPageFolder(entry.name, names)) return;
      await this.folder({ ...place, folders: [...place.folders, readable(entry.name)] }, documents);
    } else if (status.isFile() && documents && isCompanion(entry.name)) {
      if (isPhotograph(entry.name)) this.loose.push({ found: place, isBesidePages: hasDocuments });
    } else if (status.isFile()) {
      if (!(isManifestName(entry.name) && (await this.#takeManifest(place)))) this.files.push(place);
    }
  }

  /** False for a table of something else, which is a file like any other. */
  async #takeManifest(place: Place): Promise<boolean> {
    const path = openable(place.path);
    if ((await stat(path)).size > LARGEST_MANIFEST_BYTES) return false;
    const manifest = await inSlices(manifestIn(await readFile(path)));
    if (manifest === null) return false;
    this.#manifests.unshift({ place, folder: resolve(place.shown, ".."), manifest });
    return true;
  }

  /** Once all folders are walked. */
  *filesWithRows(): Sliced<readonly FoundFile[]> {
    if (this.#manifests.length === 0) return this.files;
    return yield* slicedMap(this.files, (file) => ({ ...file, row: this.rowOf(file) }), NAMES_AT_A_TIME);
  }

  /** Once all folders are walked. By the names that a person reads: so the list has them. */
  rowOf({ shown }: Place): ManifestRow | undefined {
    if (this.#manifests.length === 0) return undefined;
    const path = resolve(shown);
    for (const { folder, manifest } of this.#manifests) {
      const row = isBelow(path, folder)
        ? manifest.rowOf(relative(folder, path), basename(folder))
        : undefined;
      if (row !== undefined) return row;
    }
    return undefined;
  }

  /** Once all folders are walked. */
  *manifests(): Sliced<readonly FoundManifest[]> {
    const found: FoundManifest[] = [];
    if (this.#manifests.length === 0) return found;
    const files = [...this.files, ...this.loose.map((picture) => picture.found)];
    const paths = yield* slicedMap(files, ({ shown }) => resolve(shown), NAMES_AT_A_TIME);
    for (const { place, folder, manifest } of this.#manifests) {
      const below = yield* slicedMap(
        paths,
        (path) => (isBelow(path, folder) ? [relative(folder, path)] : []),
        NAMES_AT_A_TIME,
      );
      const warnings = yield* manifest.warnings(below.flat(), basename(folder));
      found.push({
        ...{ path: place.path, shown: place.shown },
        warnings: warnings.map(({ code, parameters }) => ({ file: place.shown, code, parameters })),
      });
    }
    return found;
  }
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Everything in a folder, its names as they stand in paths. */
async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  const path = openable(folder);
  const options = { bufferSize: NAMES_READ_AT_ONCE };
  const entries: Dirent[] = [];
  for await (const entry of await opendir(path, options)) entries.push(entry);
  if (!entries.some(({ name }) => name.includes("\uFFFD"))) return entries;
  const exact: Dirent[] = [];
  // Names are bytes then, whatever the type says.
  for await (const entry of await opendir(path, { ...options, encoding: "buffer" as BufferEncoding })) {
    const name: unknown = entry.name;
    exact.push(name instanceof Uint8Array ? Object.assign(entry, { name: nameOfBytes(name) }) : entry);
  }
  return exact;
}

function* contentsOf(all: readonly Dirent[]): Sliced<Contents> {
  const names = new Set<string>();
  const kept: Dirent[] = [];
  let hasDocuments = false;
  for (const [index, entry] of all.entries()) {
    if (index % NAMES_AT_A_TIME === 0) yield;
    if (isSystemName(entry.name)) continue;
    kept.push(entry);
    names.add(entry.name.toLowerCase());
    hasDocuments ||= hasCompanions(entry.name);
  }
  return { entries: yield* naturalOrder(kept), names, hasDocuments };
}

function failureOf(found: FoundFile, error: unknown): FoundFailure {
  const { code } = fileError(error, found.path).failure;
  return failure(code === "not-found" || code === "permission-denied" ? code : "unreadable", found);
}

function failure(code: ImportFailure["code"], found: FoundFile): FoundFailure {
  return { found, failure: { file: found.shown, code, parameters: { path: found.shown } } };
}
