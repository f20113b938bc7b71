/** Paths that were chosen → the files to import, in the order a person would count them. */
import type { Dirent } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { ImportFailure, ImportWarning } from "../../preload/model/import-report.ts";
import { fileError } from "./file-error.ts";
import {
  hasCompanions,
  inNaturalOrder,
  isCompanion,
  isSavedPageFolder,
  isSystemName,
} from "./folder-rules.ts";
import type { Manifest, ManifestRow } from "./manifest.ts";
import { isManifestName, LARGEST_MANIFEST_BYTES, readManifest } from "./manifest.ts";

export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** As it was given, or as the folder that was given leads to it: how reports name it. */
  readonly shown: string;
  /** The folders that were walked to it, the outermost first: none of a file that was given itself. */
  readonly folders?: readonly string[] | undefined;
  /** What a list in one of those folders says of it. */
  readonly row?: ManifestRow | undefined;
}

/** A list that says what the files beside it are. */
export interface FoundManifest {
  readonly path: string;
  readonly shown: string;
  /** Of rows whose file is not there. */
  readonly warnings: readonly ImportWarning[];
}

export interface Findings {
  readonly files: readonly FoundFile[];
  readonly failed: readonly ImportFailure[];
  readonly manifests: readonly FoundManifest[];
}

/** After so many names the walk lets other work in: it runs on the main process's thread. */
const NAMES_AT_A_TIME = 250;

/** Files as given, folders walked. A folder that holds nothing to import is a failure of its own (`empty`). */
export async function findFiles(paths: readonly string[], signal: AbortSignal): Promise<Findings> {
  const files = new Map<string, FoundFile>();
  const failed: ImportFailure[] = [];
  const manifests: FoundManifest[] = [];
  for (const given of paths) {
    const path = resolve(given);
    try {
      if (!(await stat(path)).isDirectory()) {
        files.set(path, files.get(path) ?? { path, shown: given });
        continue;
      }
      const found = await walked(path, given, signal);
      for (const file of found.files) files.set(file.path, files.get(file.path) ?? file);
      for (const one of found.failed) failed.push(one);
      for (const manifest of found.manifests) manifests.push(manifest);
    } catch (error) {
      failed.push({ file: given, ...importFailure(error, given) });
    }
  }
  return { files: [...files.values()], failed, manifests };
}

async function walked(path: string, given: string, signal: AbortSignal): Promise<Findings> {
  const walk = new FolderWalk(signal);
  await walk.folder({ path, shown: given, folders: [basename(path)] }, false);
  const { files, failed } = walk;
  if (files.length + failed.length === 0) failed.push(failure("empty", given));
  return {
    files: files.map((file) => ({ ...file, row: walk.rowOf(file) })),
    failed,
    manifests: walk.manifests(),
  };
}

type Place = Pick<FoundFile, "path" | "shown"> & { readonly folders: readonly string[] };

class FolderWalk {
  readonly files: Place[] = [];
  readonly failed: ImportFailure[] = [];
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
    const real = await realpath(folder.path);
    if (this.#walked.has(real)) return;
    this.#walked.add(real);
    const entries = inNaturalOrder(
      (await readdir(folder.path, { withFileTypes: true })).filter((entry) => !isSystemName(entry.name)),
    );
    await setImmediate();
    const names = new Set(entries.map((entry) => entry.name.toLowerCase()));
    const documents = belongs || entries.some((entry) => hasCompanions(entry.name));
    for (const [index, entry] of entries.entries()) {
      if (index % NAMES_AT_A_TIME === 0) await setImmediate();
      if (this.#signal.aborted) return;
      const place = {
        path: join(folder.path, entry.name),
        shown: join(folder.shown, entry.name),
        folders: folder.folders,
      };
      try {
        await this.#entry(entry, place, names, documents);
      } catch (error) {
        this.failed.push({ file: place.shown, ...importFailure(error, place.shown) });
      }
    }
  }

  async #entry(
    entry: Dirent,
    place: Place,
    siblings: ReadonlySet<string>,
    documents: boolean,
  ): Promise<void> {
    const status = entry.isSymbolicLink() ? await stat(place.path) : entry;
    if (status.isDirectory()) {
      if (isSavedPageFolder(entry.name, siblings)) return;
      await this.folder({ ...place, folders: [...place.folders, entry.name] }, documents);
    } else if (status.isFile() && !(documents && isCompanion(entry.name))) {
      if (!(isManifestName(entry.name) && (await this.#takeManifest(place)))) this.files.push(place);
    }
  }

  /** False for a table of something else, which is a file like any other. */
  async #takeManifest(place: Place): Promise<boolean> {
    if ((await stat(place.path)).size > LARGEST_MANIFEST_BYTES) return false;
    const manifest = readManifest(await readFile(place.path));
    if (manifest === null) return false;
    this.#manifests.unshift({ place, folder: resolve(place.path, ".."), manifest });
    return true;
  }

  /** Once all folders are walked. */
  rowOf({ path }: Place): ManifestRow | undefined {
    for (const { folder, manifest } of this.#manifests) {
      const row = path.startsWith(folder + sep) ? manifest.rowOf(relative(folder, path)) : undefined;
      if (row !== undefined) return row;
    }
    return undefined;
  }

  /** Once all folders are walked. */
  manifests(): readonly FoundManifest[] {
    return this.#manifests.map(({ place, folder, manifest }) => {
      const below = this.files.filter(({ path }) => path.startsWith(folder + sep));
      const warnings = manifest.warnings(below.map(({ path }) => relative(folder, path)));
      return {
        ...{ path: place.path, shown: place.shown },
        warnings: warnings.map(({ code, parameters }) => ({ file: place.shown, code, parameters })),
      };
    });
  }
}

function importFailure(error: unknown, path: string): Pick<ImportFailure, "code" | "parameters"> {
  const { code } = fileError(error, path).failure;
  return {
    code: code === "not-found" || code === "permission-denied" ? code : "unreadable",
    parameters: { path },
  };
}

function failure(code: ImportFailure["code"], file: string): ImportFailure {
  return { file, code, parameters: { path: file } };
}
