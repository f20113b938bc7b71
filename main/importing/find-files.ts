/** Paths that were chosen → the files to import, in the order a person would count them. */
import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { ImportFailure } from "../../preload/model/import-report.ts";
import { fileError } from "./file-error.ts";
import { extensionOf } from "./format.ts";

export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** As it was given, or as the folder that was given leads to it: how reports name it. */
  readonly shown: string;
}

export interface Findings {
  readonly files: readonly FoundFile[];
  readonly failed: readonly ImportFailure[];
}

/** After so many names the walk lets other work in: it runs on the main process's thread. */
const NAMES_AT_A_TIME = 250;

/** Digits: as many as a number in a name is filled up to. */
const LONGEST_NUMBER = 20;

/** What systems and office programs leave in folders, and a library itself, which may lie beside what it was made from. */
const SYSTEM_NAMES =
  /^(?:\.|~\$)|^library\.(?:db|lock)(?:-\w+)?$|^(?:thumbs\.db|desktop\.ini|ehthumbs\.db|__macosx|\$recycle\.bin|system volume information)$/i;

const DOCUMENT_EXTENSIONS: ReadonlySet<string> = new Set(["html", "htm", "xhtml", "shtml", "md", "markdown"]);

/** What belongs to a page beside it: no import of its own, and no failure either. */
const COMPANION_EXTENSIONS: ReadonlySet<string> = new Set([
  ...["png", "jpg", "jpeg", "gif", "webp", "bmp", "svg", "ico", "avif"],
  ...["css", "js", "woff", "woff2", "ttf", "otf", "eot"],
]);

/** Files as given, folders walked. A folder that holds nothing to import is a failure of its own (`empty`). */
export async function findFiles(paths: readonly string[], signal: AbortSignal): Promise<Findings> {
  const files = new Map<string, FoundFile>();
  const failed: ImportFailure[] = [];
  for (const given of paths) {
    const path = resolve(given);
    try {
      if ((await stat(path)).isDirectory()) {
        const walk = new FolderWalk(signal);
        await walk.folder(path, given, false);
        for (const one of walk.failed) failed.push(one);
        for (const file of walk.files) files.set(file.path, files.get(file.path) ?? file);
        if (walk.files.length + walk.failed.length === 0) failed.push(failure("empty", given));
      } else {
        files.set(path, files.get(path) ?? { path, shown: given });
      }
    } catch (error) {
      failed.push({ file: given, ...importFailure(error, given) });
    }
  }
  return { files: [...files.values()], failed };
}

class FolderWalk {
  readonly files: FoundFile[] = [];
  readonly failed: ImportFailure[] = [];
  readonly #signal: AbortSignal;
  /** Real paths of folders walked: a link that leads back into one ends there. */
  readonly #walked = new Set<string>();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** `belongs`: a document stands in a folder above, to which pictures below may belong. */
  async folder(path: string, shown: string, belongs: boolean): Promise<void> {
    const real = await realpath(path);
    if (this.#walked.has(real)) return;
    this.#walked.add(real);
    const entries = inNaturalOrder(
      (await readdir(path, { withFileTypes: true })).filter((entry) => !SYSTEM_NAMES.test(entry.name)),
    );
    await setImmediate();
    const names = new Set(entries.map((entry) => entry.name.toLowerCase()));
    const documents = belongs || entries.some((entry) => DOCUMENT_EXTENSIONS.has(extensionOf(entry.name)));
    for (const [index, entry] of entries.entries()) {
      if (index % NAMES_AT_A_TIME === 0) await setImmediate();
      if (this.#signal.aborted) return;
      const place = { path: join(path, entry.name), shown: join(shown, entry.name) };
      try {
        await this.#entry(entry, place, names, documents);
      } catch (error) {
        this.failed.push({ file: place.shown, ...importFailure(error, place.shown) });
      }
    }
  }

  async #entry(
    entry: Dirent,
    place: FoundFile,
    siblings: ReadonlySet<string>,
    documents: boolean,
  ): Promise<void> {
    const status = entry.isSymbolicLink() ? await stat(place.path) : entry;
    if (status.isDirectory()) {
      if (!isSavedPageFolder(entry.name, siblings)) await this.folder(place.path, place.shown, documents);
    } else if (status.isFile() && !(documents && COMPANION_EXTENSIONS.has(extensionOf(entry.name)))) {
      this.files.push(place);
    }
  }
}

/**
 * Numbers in names count as numbers: 第2版 before 第10版. Keys made once and compared as plain text, since sorting is done
 * in one go and a collator would hold the thread more than twice as long.
 */
function inNaturalOrder(entries: readonly Dirent[]): readonly Dirent[] {
  return entries
    .map((entry) => ({
      entry,
      key: entry.name.replace(/\d+/g, (digits) => digits.padStart(LONGEST_NUMBER, "0")),
    }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ entry }) => entry);
}

/** Browsers save a page's parts in a folder named after it: `公告.html` with `公告_files` or `公告.files`. */
function isSavedPageFolder(name: string, siblings: ReadonlySet<string>): boolean {
  const page = /^(.+)[_.]files$/i.exec(name)?.[1]?.toLowerCase();
  return page !== undefined && (siblings.has(`${page}.html`) || siblings.has(`${page}.htm`));
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
