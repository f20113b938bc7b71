import { randomUUID } from "node:crypto";
import type { Database } from "better-sqlite3";
import { expect, test } from "vitest";
import { moveToTrash } from "../../main/library/articles.ts";
import { expectFiles, nextPlace, waitingPlaces } from "../../main/library/import-files.ts";
import {
  beginImport,
  finishImport,
  GIVEN_PLACE,
  listImports,
  readImport,
  resumeImport,
  settleInterruptedImports,
} from "../../main/library/imports.ts";
import type { FileOutcome } from "../../main/library/store-files.ts";
import { storeFiles } from "../../main/library/store-files.ts";
import type { ImportReport } from "../../preload/model/import-report.ts";
import {
  article,
  countOf,
  failureOf,
  fileOf,
  NOW,
  packed,
  read,
  sha256,
  startImport,
  store,
  temporaryLibrary,
} from "./temporary-library.ts";

const nothing: ImportReport = { imported: [], updated: [], unchanged: [], failed: [], warnings: [] };

function known(content: string, shownPath: string): FileOutcome {
  return { state: "known", file: { sha256: sha256(content), shownPath, importerVersion: 1 } };
}

const tooLarge: FileOutcome = {
  state: "failed",
  failure: { file: "c.txt", code: "too-large", parameters: { path: "c.txt", limit: 200 } },
};

test("a finished import is listed with its counts, and its report tells its files in their order", () => {
  const { db } = temporaryLibrary();
  store(db, fileOf("/old.txt", "old", [article({ title: "旧" })]));
  const job = startImport(db);
  const warned: FileOutcome = {
    ...{
      state: "read",
      file: packed(fileOf("/a.txt", "a", [article({ title: "甲" })], { collection: "书" })),
    },
    warnings: [{ code: "invalid-bytes", parameters: { count: 3 } }],
  };
  storeFiles(db, job, [warned, known("old", "b.txt"), tooLarge]);
  storeFiles(db, job, [read(fileOf("/d.txt", "d", [article({ title: "丁" })]))]);
  const running = readImport(db, job);
  finishImport(db, job, false);
  expect(readImport(db, job)).toEqual(running);
  expect(running).toEqual({
    imported: [
      { id: 2, title: "甲", file: "a.txt", collection: "书" },
      { id: 3, title: "丁", file: "d.txt" },
    ],
    updated: [],
    unchanged: [{ id: 1, title: "旧", file: "b.txt" }],
    failed: [{ file: "c.txt", code: "too-large", parameters: { path: "c.txt", limit: 200 } }],
    warnings: [{ file: "a.txt", code: "invalid-bytes", parameters: { count: 3 } }],
  });
  expect(listImports(db)).toEqual([
    { job, startedAt: NOW, imported: 2, updated: 0, unchanged: 1, failed: 1, cancelled: false, undo: "no" },
  ]);
  expect(countOf(db, "import_files")).toBe(4);
});

test("an import that still runs tells what it has come to so far", () => {
  const { db } = temporaryLibrary();
  const job = randomUUID();
  beginImport(db, job, NOW);
  expect(readImport(db, job)).toEqual(nothing);
  storeFiles(db, job, [
    read(fileOf("/a.txt", "a", [article({ title: "甲" })])),
    read(fileOf("/a.txt", "b", [article({ title: "乙" })])),
  ]);
  expect(readImport(db, job)).toEqual({
    ...nothing,
    imported: [{ id: 1, title: "甲", file: "a.txt" }],
    updated: [{ id: 1, title: "乙", file: "a.txt" }],
  });
  moveToTrash(db, [1], NOW);
  storeFiles(db, job, [known("b", "b.txt"), tooLarge]);
  expect(readImport(db, job).imported).toHaveLength(2);
  expect(listImports(db)).toMatchObject([{ imported: 2, updated: 1, failed: 1, cancelled: false }]);
});

test("an import the program did not live to finish counts as cancelled, with what it had come to", () => {
  const { db } = temporaryLibrary();
  const job = startImport(db);
  storeFiles(db, job, [read(fileOf("/a.txt", "a", [article({ title: "甲" })])), tooLarge]);
  settleInterruptedImports(db);
  expect(listImports(db)).toMatchObject([{ job, imported: 1, failed: 1, cancelled: true }]);
  expect(readImport(db, job)).toMatchObject({
    imported: [{ id: 1, title: "甲", file: "a.txt" }],
    failed: [{ code: "too-large" }],
  });
});

test("an import that ended while its files were recorded has only what it was given to go on with, one that had them all has those", () => {
  const { db } = temporaryLibrary();
  const given = { path: "/来件", file: "来件", found: JSON.stringify({ given: ["来件"] }) };
  const files = ["1.md", "2.md"].map((name) => ({
    path: `/来件/${name}`,
    file: `来件/${name}`,
    found: null,
  }));
  const [partly, whole] = [randomUUID(), randomUUID()];
  for (const job of [partly, whole]) {
    beginImport(db, job, NOW, null, given);
    expectFiles(db, job, nextPlace(db, job), files);
  }
  expectFiles(db, whole, nextPlace(db, whole), files, GIVEN_PLACE);
  settleInterruptedImports(db);
  expect(waitingPlaces(db, partly)).toEqual([GIVEN_PLACE]);
  expect(waitingPlaces(db, whole)).toEqual([0, 1, 2, 3]);
});

test("imports are listed newest first", () => {
  const { db } = temporaryLibrary();
  const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
  beginImport(db, second, "2026-11-23T08:00:00.000Z");
  beginImport(db, first, "2026-11-22T08:00:00.000Z");
  beginImport(db, third, "2026-11-23T08:00:00.000Z");
  expect(listImports(db).map(({ job }) => job)).toEqual([third, second, first]);
});

test("an import that never began is named, and stores nothing", () => {
  const { db } = temporaryLibrary();
  expect(failureOf(() => readImport(db, "none"))).toEqual({
    code: "no-such-import",
    parameters: { job: "none" },
  });
  expect(() => storeFiles(db, "none", [read(fileOf("/a.txt", "a", [article({})]))])).toThrow("FOREIGN KEY");
  expect(countOf(db, "articles")).toBe(0);
});

test("storing the files of a group one by one or together comes to the same", () => {
  const files = (): FileOutcome[] => [
    read(fileOf("/a.txt", "a", [article({ title: "甲" })], { collection: "书", tags: ["农业"] })),
    read(fileOf("/b.txt", "a", [article({ title: "甲" })])),
    read(fileOf("/a.txt", "c", [article({ title: "乙" }, "改了。"), article({ title: "丙" })])),
    tooLarge,
    known("c", "d.txt"),
  ];
  function reportOf(storeAll: (db: Database, job: string) => void): ImportReport {
    const { db } = temporaryLibrary();
    const job = startImport(db);
    storeAll(db, job);
    finishImport(db, job, false);
    return readImport(db, job);
  }
  const together = reportOf((db, job) => storeFiles(db, job, files()));
  const oneByOne = reportOf((db, job) => {
    for (const file of files()) storeFiles(db, job, [file]);
  });
  expect(together).toEqual(oneByOne);
  expect(together.updated).toEqual([{ id: 1, title: "乙", file: "a.txt" }]);
});

test("an import keeps fewer pages of the library in memory, and gives the room back when it ends", () => {
  const { db } = temporaryLibrary();
  const kept = () => -Number(db.pragma("cache_size", { simple: true }));
  const before = kept();
  const job = startImport(db);
  expect(kept()).toBeLessThan(before / 2);
  finishImport(db, job, true);
  expect(kept()).toBe(before);
  resumeImport(db, job);
  expect(kept()).toBeLessThan(before / 2);
});
