import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Database } from "../main/database.ts";
import { openDatabase } from "../main/database.ts";
import type { ListQuery } from "../preload/model/listing.ts";
import type { FailureError } from "../preload/model/result.ts";
import type { SearchRequest } from "../preload/model/search.ts";
import { noFilters } from "../preload/model/search.ts";
import { article, fileOf, NOW, picture, read, temporaryDirectory } from "./library/temporary-library.ts";

// Every test starts threads or processes from the source, which takes seconds where other tests run beside it.
vi.setConfig({ testTimeout: 60_000 });

const thread = join(import.meta.dirname, "../main/database-thread.ts");
const job = "0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a";

const everything: ListQuery = {
  shelf: { kind: "all" },
  publication: null,
  issued: null,
  sort: "date",
  offset: 0,
  limit: 100,
};

/** Longer than the index looks for: the texts that begin like it are read. */
const slowPhrase = "防控".repeat(30);

function searchFor(query: string): SearchRequest {
  return { query, shortNames: false, filters: noFilters, sort: "relevance", offset: 0, limit: 20 };
}

async function temporaryDatabase(directory = temporaryDirectory()): Promise<Database> {
  const database = await openDatabase({ directory, thread });
  onTestFinished(() => database.close());
  return database;
}

/**
 * A library whose texts take several slices to read through. It is still being stored: what is called at once waits
 * for that in the thread, and then all of it is there together.
 */
async function manyArticles(): Promise<Database> {
  const database = await temporaryDatabase();
  await database.call("beginImport", { job, now: NOW });
  const articles = Array.from({ length: 2000 }, (_, index) =>
    article({ title: `${index}` }, "防控".repeat(50), "疫情"),
  );
  void database.call("storeFiles", { job, files: [read(fileOf("/all.txt", "all", articles))] });
  return database;
}

function failureOf(call: Promise<unknown>): Promise<FailureError["failure"] | null> {
  return call.then(
    () => null,
    (error: FailureError) => error.failure,
  );
}

test("calls go to the thread and come back, bytes included", async () => {
  const database = await temporaryDatabase();
  expect(await database.call("beginImport", { job, now: NOW })).toBeNull();
  const shown = picture("shown");
  const figure = { type: "figure", image: shown.sha256, caption: [], alt: "" } as const;
  const file = fileOf("/a.html", "bytes", [article({ title: "甲", body: [figure] })], { pictures: [shown] });
  expect(await database.call("storeFiles", { job, files: [read(file)] })).toBe(1);
  const stored = await database.call("readImport", { job });
  expect(stored.imported).toEqual([{ id: 1, title: "甲", file: "a.html" }]);
  expect((await database.call("readArticle", { id: 1 })).article.body).toEqual([figure]);
  expect(await database.call("picture", { hash: shown.sha256 })).toEqual({
    mediaType: "image/png",
    bytes: new Uint8Array(shown.bytes),
  });
  expect((await database.call("original", { id: 1 })).bytes).toEqual(new Uint8Array(Buffer.from("bytes")));
  expect(await database.call("star", { ids: [1], starred: true })).toBeNull();
  const { rows, total } = await database.call("listArticles", { ...everything, shelf: { kind: "starred" } });
  expect({ total, ids: rows.map(({ id }) => id) }).toEqual({ total: 1, ids: [1] });
});

test("bytes that are transferred are moved, not copied", async () => {
  const database = await temporaryDatabase();
  await database.call("beginImport", { job, now: NOW });
  const bytes = new Uint8Array(1000).fill(7);
  const file = fileOf("/a.txt", "", [article({})]);
  const files = [read({ ...file, file: { ...file.file, bytes } })];
  await database.call("storeFiles", { job, files }, [bytes.buffer]);
  expect(bytes.byteLength).toBe(0);
  expect((await database.call("original", { id: 1 })).bytes).toEqual(new Uint8Array(1000).fill(7));
});

test("a failure comes back as a failure, and what should not happen as internal, named shortly", async () => {
  const database = await temporaryDatabase();
  expect(await failureOf(database.call("readArticle", { id: 4 }))).toEqual({
    code: "no-such-article",
    parameters: { id: 4 },
  });
  const unknown = database.call("storeFiles", { job, files: [read(fileOf("/a.txt", "a", []))] });
  expect(await failureOf(unknown)).toEqual({
    code: "internal",
    parameters: { detail: "FOREIGN KEY constraint failed" },
  });
});

test("a library that cannot be opened says why", async () => {
  const directory = temporaryDirectory();
  const first = await openDatabase({ directory, thread });
  expect(await failureOf(openDatabase({ directory, thread }))).toEqual({
    code: "in-use",
    parameters: { path: directory },
  });
  await first.close();
  await (await openDatabase({ directory, thread })).close();
});

test("of different searches only the newest goes on to its end; all pages of one are answered", async () => {
  const database = await manyArticles();
  const older = failureOf(database.call("search", searchFor(slowPhrase)));
  const hits = database.call("articleHits", { id: 1, subject: searchFor("防控") });
  const newer = database.call("search", searchFor(`${slowPhrase} 疫情`));
  const secondPage = database.call("search", { ...searchFor(`${slowPhrase} 疫情`), offset: 20 });
  expect(await older).toEqual({ code: "cancelled", parameters: {} });
  expect((await newer).total).toBe(2000);
  expect((await secondPage).hits).toHaveLength(20);
  expect((await hits).count).toBeGreaterThan(0);
});

test("a short call does not wait for a long one", async () => {
  const database = await manyArticles();
  const order: string[] = [];
  await Promise.all([
    database.call("search", searchFor(slowPhrase)).then(() => order.push("search")),
    database.call("listArticles", everything).then(() => order.push("list")),
    database.call("readSettings", null).then(() => order.push("settings")),
  ]);
  expect(order).toEqual(["list", "settings", "search"]);
});

test("closing drops what is being looked for, and what is called later is refused", async () => {
  const database = await manyArticles();
  const search = failureOf(database.call("search", searchFor(slowPhrase)));
  await database.close();
  expect((await search)?.code).toBe("cancelled");
  expect((await failureOf(database.call("overview", null)))?.code).toBe("internal");
  await database.close();
});

test("kill -9 during an import loses nothing that was confirmed and leaves no file half stored", {
  timeout: 60_000,
}, async () => {
  const directory = temporaryDirectory();
  const confirmed: string[] = [];
  for (const enough of [1, 9, 30]) confirmed.push(...(await importUntilKilled(directory, enough)));

  const database = await temporaryDatabase(directory);
  const imports = await database.call("listImports", null);
  expect(imports.map(({ cancelled }) => cancelled)).toEqual([true, true, true]);
  const reports = await Promise.all(imports.map(({ job }) => database.call("readImport", { job })));
  const files = reports.flatMap(({ imported }) => imported.map(({ file }) => file));
  expect(files).toEqual(expect.arrayContaining(confirmed));
  const { total } = await database.call("listArticles", everything);
  expect(total).toBe(files.length);
  expect(total).toBe(2 * new Set(files).size);
  await database.close();

  const db = new Sqlite(join(directory, "library.db"), { readonly: true });
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(db.pragma("foreign_key_check")).toEqual([]);
  expect(db.prepare("SELECT count(*) FROM pictures").pluck().get()).toBe(total / 2);
  db.close();
});

/** The names of the files whose storing was confirmed before the process was killed. */
async function importUntilKilled(directory: string, enough: number): Promise<readonly string[]> {
  const importer = spawn(process.execPath, [join(import.meta.dirname, "database-importer.ts"), directory], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void importer.kill("SIGKILL"));
  const exit = once(importer, "exit");
  const names: string[] = [];
  for await (const name of createInterface({ input: importer.stdout })) {
    names.push(name);
    if (names.length === enough) importer.kill("SIGKILL");
  }
  await exit;
  return names;
}
