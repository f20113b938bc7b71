import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { moveToTrash } from "../../main/library/articles.ts";
import {
  beginImport,
  finishImport,
  listImports,
  readImport,
  settleInterruptedImports,
} from "../../main/library/imports.ts";
import { recogniseFile, storeFile } from "../../main/library/store-file.ts";
import type { ImportReport } from "../../preload/model/import-report.ts";
import { article, countOf, failureOf, fileOf, NOW, sha256, temporaryLibrary } from "./temporary-library.ts";

const nothing: ImportReport = { imported: [], updated: [], unchanged: [], failed: [], warnings: [] };

test("a finished import is listed with its counts, and its report comes back as it was", () => {
  const { db } = temporaryLibrary();
  const job = randomUUID();
  beginImport(db, job, NOW);
  const stored = storeFile(db, {
    job,
    ...fileOf("/a.txt", "a", [article({ title: "甲" })], { collection: "书" }),
  });
  const report: ImportReport = {
    ...stored,
    unchanged: [{ id: 7, title: "旧", file: "b.txt" }],
    failed: [{ file: "c.txt", code: "too-large", parameters: { path: "c.txt", limit: 200 } }],
    warnings: [{ file: "a.txt", code: "invalid-bytes", parameters: { count: 3 } }],
  };
  finishImport(db, job, report, false);
  expect(readImport(db, job)).toEqual(report);
  expect(listImports(db)).toEqual([
    { job, startedAt: NOW, imported: 1, updated: 0, unchanged: 1, failed: 1, cancelled: false },
  ]);
  expect(countOf(db, "import_files")).toBe(0);
});

test("an import that still runs tells what it has stored so far", () => {
  const { db } = temporaryLibrary();
  const job = randomUUID();
  beginImport(db, job, NOW);
  expect(readImport(db, job)).toEqual(nothing);
  storeFile(db, { job, ...fileOf("/a.txt", "a", [article({ title: "甲" })]) });
  storeFile(db, { job, ...fileOf("/a.txt", "b", [article({ title: "乙" })]) });
  expect(readImport(db, job)).toEqual({
    ...nothing,
    imported: [{ id: 1, title: "甲", file: "a.txt" }],
    updated: [{ id: 1, title: "乙", file: "a.txt" }],
  });
  moveToTrash(db, [1], NOW);
  recogniseFile(db, { job, sha256: sha256("b"), shownPath: "b.txt", importerVersion: 1 });
  expect(readImport(db, job).imported).toHaveLength(2);
  expect(listImports(db)).toMatchObject([{ imported: 2, updated: 1, cancelled: false }]);
});

test("an import the program did not live to finish counts as cancelled, with what it had stored", () => {
  const { db } = temporaryLibrary();
  const job = randomUUID();
  beginImport(db, job, NOW);
  storeFile(db, { job, ...fileOf("/a.txt", "a", [article({ title: "甲" })]) });
  settleInterruptedImports(db);
  expect(listImports(db)).toMatchObject([{ job, imported: 1, cancelled: true }]);
  expect(readImport(db, job).imported).toEqual([{ id: 1, title: "甲", file: "a.txt" }]);
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
    code: "not-found",
    parameters: { path: "none" },
  });
  expect(() => storeFile(db, { job: "none", ...fileOf("/a.txt", "a", [article({})]) })).toThrow(
    "FOREIGN KEY",
  );
  expect(countOf(db, "articles")).toBe(0);
});
