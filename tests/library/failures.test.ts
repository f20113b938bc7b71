import { closeSync, openSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "better-sqlite3";
import { expect, test } from "vitest";
import { storageFailure } from "../../main/library/failures.ts";
import { openLibrary } from "../../main/library/open.ts";
import { original } from "../../main/library/originals.ts";
import { readArticle } from "../../main/library/read-article.ts";
import { FailureError } from "../../preload/model/result.ts";
import {
  article,
  countOf,
  fileOf,
  startImport,
  store,
  temporaryDirectory,
  temporaryLibrary,
} from "./temporary-library.ts";

/** The failure a user is told when an act throws. */
function toldOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    const failure = storageFailure(error, "资料库");
    return failure instanceof FailureError ? failure.failure : failure;
  }
}

function storeLarge(db: Database): unknown {
  return store(db, fileOf("/large.txt", "字".repeat(100_000), [article({ title: "大" })]));
}

test("a full disk is named, nothing is half stored, and what was there still reads", () => {
  const { db } = temporaryLibrary();
  store(db, fileOf("/a.txt", "a", [article({ title: "甲" })]));
  startImport(db);
  db.pragma(`max_page_count = ${db.pragma("page_count", { simple: true })}`);
  expect(toldOf(() => storeLarge(db))).toEqual({ code: "disk-full", parameters: { path: "资料库" } });
  expect(countOf(db, "articles")).toBe(1);
  expect(readArticle(db, 1).article.title).toBe("甲");
});

test("a library that may not be written is named", () => {
  const { db } = temporaryLibrary();
  db.pragma("query_only = ON");
  expect(toldOf(() => storeLarge(db))).toEqual({ code: "not-writable", parameters: { path: "资料库" } });
});

test("damage met while reading is named", () => {
  const directory = temporaryDirectory();
  const first = openLibrary(directory);
  storeLarge(first.db);
  first.close();
  // The original, stored last, fills the second half of the file.
  const file = join(directory, "library.db");
  const { size } = statSync(file);
  overwrite(file, size - size / 4, size);
  const { db, close } = openLibrary(directory);
  expect(toldOf(() => original(db, 1))).toEqual({
    code: "library-damaged",
    parameters: { path: "资料库" },
  });
  close();
});

test("a defect of ours stays what it is", () => {
  const defect = new TypeError("x is not a function");
  expect(storageFailure(defect, "资料库")).toBe(defect);
});

function overwrite(file: string, start: number, end: number): void {
  const opened = openSync(file, "r+");
  writeSync(opened, Buffer.alloc(end - start, 0x5a), 0, end - start, start);
  closeSync(opened);
}
