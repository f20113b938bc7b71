/** Zip archives of documents: every entry is read by its own format, archives in archives too, to a limit. */

import type { ImportErrorCode } from "../../../preload/model/import-report.ts";
import { importErrorCodes } from "../../../preload/model/import-report.ts";
import { FailureError } from "../../../preload/model/result.ts";
import { atOnce } from "../../sliced.ts";
import type {
  ArticlePart,
  FormatReader,
  PartFailure,
  Picture,
  Probe,
  Reading,
  ReadingWarning,
  SourceFile,
} from "../format.ts";
import { titleFromName } from "../format.ts";
import type { Manifest } from "../manifest.ts";
import { isManifestName, LARGEST_MANIFEST_BYTES, readManifest, withManifestRow } from "../manifest.ts";
import { recogniseAmong } from "../recognise-format.ts";
import { isZip, usualZipLimits, ZipArchive } from "../zip.ts";
import { besideIn } from "./beside.ts";
import { entriesAmong } from "./entries.ts";
import { type LooseEntry, unshown } from "./loose.ts";

/** Archives in archives in archives: deeper is no way to hand documents on. */
const DEEPEST = 3;

/** Longer is no path of any file system, and the library keeps it with every article. */
const LONGEST_PART = 1000;

/** In a warning. */
const LONGEST_NAME = 200;

/** Bytes that may still be unpacked of an archive and of all within it. */
interface Allowance {
  left: number;
}

/** `documents`: the readers of what an archive may hold. */
export function archiveReader(documents: readonly FormatReader[]): FormatReader {
  return {
    name: "zip",
    recognises,
    read: (file) => readArchive(file, { documents, depth: 1, allowance: { left: usualZipLimits.total } }),
  };
}

/** By its name too: other programs' files are zip archives as well, and hold no documents. */
function recognises({ bytes, extension }: Probe): boolean {
  if (bytes.length === 0) return extension === "zip";
  return (extension === "zip" || extension === "") && (isZip(bytes) || isEmptyZip(bytes));
}

function isEmptyZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 5 && bytes[3] === 6;
}

interface Setting {
  readonly documents: readonly FormatReader[];
  readonly depth: number;
  readonly allowance: Allowance;
}

/** Throws `FailureError`: empty, too-large, encrypted, or why the only entry could not be read. */
async function readArchive(file: SourceFile, setting: Setting): Promise<Reading> {
  if (isEmptyZip(file.bytes)) throw new FailureError("empty");
  const { allowance } = setting;
  const archive = new ZipArchive(file.bytes, { ...usualZipLimits, total: allowance.left });
  const run = new ArchiveRun(archive, file, setting);
  const { documents, loose } = entriesAmong(archive.entries.map(({ name }) => name));
  for (const path of run.withoutManifests(documents, loose)) await run.entry(path);
  for (const path of run.unshown(loose)) await run.entry(path);
  return run.reading();
}

class ArchiveRun {
  readonly #archive: ZipArchive;
  readonly #file: SourceFile;
  readonly #setting: Setting;
  readonly #beside: ReturnType<typeof besideIn>;
  /** By the folder in which each lies. */
  readonly #manifests = new Map<string, Manifest>();
  /** Entries that pages asked for. */
  readonly #shown = new Set<string>();
  readonly #articles: ArticlePart[] = [];
  readonly #pictures = new Map<string, Picture>();
  readonly #warnings: ReadingWarning[] = [];
  readonly #failed: PartFailure[] = [];
  readonly #tags = new Set<string>();

  constructor(archive: ZipArchive, file: SourceFile, setting: Setting) {
    this.#archive = archive;
    this.#file = file;
    this.#setting = setting;
    this.#beside = besideIn(archive, (entry) => this.#shown.add(entry));
  }

  /** Reads the lists among the entries first: they tell of the others. */
  withoutManifests(paths: readonly string[], loose: readonly LooseEntry[]): readonly string[] {
    const manifests = new Set<string>();
    const all = [...paths, ...loose.map(({ path }) => path)];
    for (const path of paths.filter(isManifestName)) {
      const manifest = this.#manifest(path);
      if (manifest === null) continue;
      manifests.add(path);
      const folder = path.slice(0, path.lastIndexOf("/") + 1);
      this.#manifests.set(folder, manifest);
      const below = all
        .filter((other) => other.startsWith(folder))
        .map((other) => other.slice(folder.length));
      for (const warning of atOnce(manifest.warnings(below))) this.#warnings.push({ ...warning, part: path });
    }
    return paths.filter((path) => !manifests.has(path));
  }

  #manifest(path: string): Manifest | null {
    const bytes = this.#unpack(path);
    return bytes === null || bytes.length > LARGEST_MANIFEST_BYTES ? null : readManifest(bytes);
  }

  async entry(path: string): Promise<void> {
    try {
      if (path.length > LONGEST_PART) throw new FailureError("unreadable");
      const bytes = this.#unpack(path);
      if (bytes === null) throw new FailureError("unreadable");
      if (bytes.length === 0) throw new FailureError("empty");
      this.#take(path, await this.#read(path, bytes));
    } catch (error) {
      const failure = partFailure(path, error);
      // What bursts the archive's allowance is no one entry's fault.
      if (failure.code === "too-large" && this.#setting.allowance.left <= 0) throw error;
      this.#failed.push(failure);
    }
  }

  /** Once all pages are read. */
  unshown(loose: readonly LooseEntry[]): readonly string[] {
    return unshown(loose, { shown: this.#shown, failed: this.#failed.map(({ part }) => part) });
  }

  #unpack(path: string): Uint8Array | null {
    const { allowance } = this.#setting;
    try {
      const unpacked = this.#archive.read(path);
      allowance.left -= unpacked?.bytes.length ?? 0;
      return unpacked?.bytes ?? null;
    } catch (error) {
      if (!(error instanceof FailureError && error.failure.code === "too-large")) throw error;
      const isAllowance = allowance.left < usualZipLimits.entry;
      allowance.left = 0;
      // An archive in an archive knows only what was left to it.
      throw isAllowance ? new FailureError("too-large", { limit: usualZipLimits.total / 1024 ** 2 }) : error;
    }
  }

  async #read(path: string, bytes: Uint8Array): Promise<Reading> {
    const { documents, depth, allowance } = this.#setting;
    const name = path.slice(path.lastIndexOf("/") + 1);
    const inner: FormatReader = {
      name: "zip",
      recognises,
      read: (file) => readArchive(file, { documents, depth: depth + 1, allowance }),
    };
    const table = depth < DEEPEST ? [...documents, inner] : documents;
    const format = recogniseAmong(table, bytes, name);
    if (typeof format === "string") throw new FailureError(format);
    const reading = await format.read({
      ...{ name, bytes, beside: this.#beside(path) },
      encoding: this.#file.encoding,
      password: this.#file.password,
    });
    if (reading.articles.length === 0) throw new FailureError("empty");
    return reading;
  }

  #take(path: string, reading: Reading): void {
    const partOf = (part: string | undefined) =>
      part === undefined || part === "" ? path : `${path}/${part}`;
    const title = titleFromName(this.#file.name);
    const names = path.split("/");
    const name = names.pop() ?? "";
    // Archives often hold one folder of their own name.
    const folders = names[0] === title ? names : [title, ...names];
    const row = this.#rowOf(path);
    const isOnly = reading.articles.length === 1;
    for (const { part, article, folders: inner = [], collection, headLines } of reading.articles) {
      this.#articles.push({
        part: partOf(part),
        article: withManifestRow(article, row, { name, isOnly }),
        folders: [...folders, ...inner],
        collection: collection ?? reading.collection ?? undefined,
        headLines,
      });
    }
    for (const picture of reading.pictures) this.#pictures.set(picture.sha256, picture);
    for (const warning of reading.warnings) this.#warnings.push({ ...warning, part: partOf(warning.part) });
    for (const failure of reading.failed ?? []) this.#failed.push({ ...failure, part: partOf(failure.part) });
    for (const tag of reading.tags) this.#tags.add(tag);
  }

  /** Of the list in the nearest folder above it that names it. */
  #rowOf(path: string): ReturnType<Manifest["rowOf"]> {
    for (let end = path.lastIndexOf("/") + 1; ; end = path.lastIndexOf("/", end - 2) + 1) {
      const row = this.#manifests.get(path.slice(0, end))?.rowOf(path.slice(end));
      if (row !== undefined || end === 0) return row;
    }
  }

  reading(): Reading {
    const [first] = this.#failed;
    if (this.#articles.length === 0) throw new FailureError(first?.code ?? "empty");
    const { damaged, outside } = this.#archive;
    if (damaged) this.#warnings.push({ code: "warning.damaged-document", parameters: {} });
    const [name] = outside;
    if (name !== undefined) {
      const parameters = { name: name.slice(0, LONGEST_NAME), count: outside.length };
      this.#warnings.push({ code: "warning.entries-outside", parameters });
    }
    return {
      articles: this.#articles,
      pictures: [...this.#pictures.values()],
      warnings: this.#warnings,
      failed: this.#failed,
      collection: null,
      tags: [...this.#tags],
    };
  }
}

function partFailure(part: string, error: unknown): PartFailure {
  if (error instanceof FailureError && isImportCode(error.failure.code)) {
    return {
      part: part.slice(0, LONGEST_PART),
      code: error.failure.code,
      parameters: { ...error.failure.parameters },
    };
  }
  console.error(error);
  return { part: part.slice(0, LONGEST_PART), code: "unreadable", parameters: {} };
}

function isImportCode(code: string): code is ImportErrorCode {
  return importErrorCodes.some((known) => known === code);
}
