/** A real library in a directory of its own, and short ways to put articles into it. */
import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "better-sqlite3";
import { afterAll, onTestFinished } from "vitest";
import type { StoredRows } from "../../main/library/imports.ts";
import { beginImport } from "../../main/library/imports.ts";
import type { Library } from "../../main/library/open.ts";
import { openLibrary } from "../../main/library/open.ts";
import type { FileToStore } from "../../main/library/store-file.ts";
import { storeFile } from "../../main/library/store-file.ts";
import type { FileOutcome, PackedFile } from "../../main/library/store-files.ts";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { emptyArticle, plain } from "../../preload/model/article.ts";
import { packImport } from "../../preload/model/packed-article.ts";
import { FailureError } from "../../preload/model/result.ts";

export const NOW = "2026-11-23T08:00:00.000Z";

export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "资料库 "));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export function temporaryLibrary(): Library {
  const library = openLibrary(temporaryDirectory());
  onTestFinished(() => {
    if (library.db.open) library.close();
  });
  return library;
}

/** For all tests of a file: to be called in `beforeAll`. */
export function temporaryLibraryForAll(): Library {
  const directory = mkdtempSync(join(tmpdir(), "资料库 "));
  const library = openLibrary(directory);
  afterAll(() => {
    library.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return library;
}

/** An article with one paragraph for each of `paragraphs`. */
export function article(fields: Partial<ImportedArticle>, ...paragraphs: string[]): ImportedArticle {
  const body = paragraphs.map((text) => ({ type: "paragraph", content: plain(text) }) as const);
  return { ...emptyArticle(), body, ...fields };
}

export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

export function picture(content: string): FileToStore["pictures"][number] {
  return {
    sha256: sha256(content),
    mediaType: "image/png",
    width: 4,
    height: 3,
    bytes: Buffer.from(content),
  };
}

/** The parts are the articles' ordinals; `content` stands for the bytes of the file. */
export function fileOf(
  path: string,
  content: string,
  articles: readonly ImportedArticle[],
  more: Partial<FileToStore> = {},
): FileToStore {
  return {
    file: {
      path,
      shownPath: path.slice(1),
      name: path.slice(path.lastIndexOf("/") + 1),
      sha256: sha256(content),
      bytes: Buffer.from(content),
    },
    importerVersion: 1,
    articles: articles.map((article, part) => ({ part: String(part), article })),
    pictures: [],
    collection: null,
    tags: [],
    sample: false,
    now: NOW,
    ...more,
  };
}

export function startImport(db: Database): string {
  const job = randomUUID();
  beginImport(db, job, NOW);
  return job;
}

/** Throws what storing throws, and leaves nothing of the file then. */
export function store(db: Database, file: FileToStore): StoredRows {
  return db.transaction(() => storeFile(db, file)).immediate();
}

/** As it comes from the reader process. */
export function packed(file: FileToStore): PackedFile {
  return { ...file, articles: file.articles.map((one) => ({ ...one, article: packImport(one.article) })) };
}

/** A file that was read without a warning. */
export function read(file: FileToStore): FileOutcome {
  return { state: "read", file: packed(file), warnings: [] };
}

/** Stores each article as a file of its own; answers their ids. */
export function storeEach(db: Database, articles: readonly ImportedArticle[]): number[] {
  return articles.map((each, index) => {
    const { imported } = store(db, fileOf(`/${index}.txt`, `file ${index}`, [each]));
    const [row] = imported;
    if (!row) throw new Error("nothing was stored");
    return row.id;
  });
}

/** The failure an act throws; null where it throws none. */
export function failureOf(act: () => unknown): FailureError["failure"] | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
}

export function countOf(db: Database, table: string): number {
  return db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
}

/** Runs sliced work to its end. */
export function whole<Output>(slices: Generator<undefined, Output>): Output {
  for (;;) {
    const step = slices.next();
    if (step.done) return step.value;
  }
}
