import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { openLibrary } from "../../main/library/open.ts";
import { article, failureOf, storeEach, temporaryDirectory, temporaryLibrary } from "./temporary-library.ts";

test("every commit waits for the disk, in a write-ahead log, with foreign keys", () => {
  const { db } = temporaryLibrary();
  const pragma = (name: string) => db.pragma(name, { simple: true });
  expect(pragma("journal_mode")).toBe("wal");
  expect(pragma("synchronous")).toBe(2);
  expect(pragma("foreign_keys")).toBe(1);
  expect(pragma("trusted_schema")).toBe(0);
});

test("a directory that is missing is made", () => {
  const directory = join(temporaryDirectory(), "数据", "库");
  openLibrary(directory).close();
  expect(existsSync(join(directory, "library.db"))).toBe(true);
});

test("what was stored is there after closing and opening again, and no log is left beside it", () => {
  const directory = temporaryDirectory();
  const first = openLibrary(directory);
  storeEach(first.db, [article({ title: "甲" }, "正文")]);
  first.close();
  expect(existsSync(join(directory, "library.db-wal"))).toBe(false);
  const second = openLibrary(directory);
  expect(second.db.prepare("SELECT title FROM articles").pluck().all()).toEqual(["甲"]);
  second.close();
});

test("a library of a newer version is refused and left as it is", () => {
  const directory = temporaryDirectory();
  const file = join(directory, "library.db");
  const newer = new Sqlite(file);
  newer.exec("CREATE TABLE things_to_come (id); PRAGMA user_version = 99");
  newer.close();
  const before = readFileSync(file);
  expect(failureOf(() => openLibrary(directory))).toEqual({
    code: "library-from-future",
    parameters: { path: directory },
  });
  expect(readFileSync(file)).toEqual(before);
  expect(existsSync(`${file}-wal`)).toBe(false);
});

test("a file that is no database is named as damaged and left as it is", () => {
  const directory = temporaryDirectory();
  const file = join(directory, "library.db");
  writeFileSync(file, "不是数据库".repeat(1000));
  expect(failureOf(() => openLibrary(directory))).toEqual({
    code: "library-damaged",
    parameters: { path: directory },
  });
  expect(readFileSync(file, "utf8")).toBe("不是数据库".repeat(1000));
});

test("a library cut off in the middle is named as damaged", () => {
  const directory = temporaryDirectory();
  openLibrary(directory).close();
  truncateSync(join(directory, "library.db"), 4096);
  expect(failureOf(() => openLibrary(directory))?.code).toBe("library-damaged");
});

test("a library that failed to open can be opened once it is sound again", () => {
  const directory = temporaryDirectory();
  const file = join(directory, "library.db");
  writeFileSync(file, "x".repeat(5000));
  failureOf(() => openLibrary(directory));
  writeFileSync(file, "");
  openLibrary(directory).close();
});

test("a place where nothing can be written is named as such", () => {
  const directory = temporaryDirectory();
  const file = join(directory, "文件");
  writeFileSync(file, "");
  expect(failureOf(() => openLibrary(file))).toEqual({ code: "not-writable", parameters: { path: file } });
  expect(failureOf(() => openLibrary(join(file, "库")))?.code).toBe("not-writable");
  expect(failureOf(() => openLibrary(join(file, "上级", "库")))?.code).toBe("not-writable");
});

test("a second opener in the same process is told that the library is in use", () => {
  const directory = temporaryDirectory();
  const first = openLibrary(directory);
  expect(failureOf(() => openLibrary(directory))).toEqual({
    code: "in-use",
    parameters: { path: directory },
  });
  first.close();
  openLibrary(directory).close();
});

test("another process is kept out while one holds the library, and let in after that one was killed", async () => {
  const directory = temporaryDirectory();
  const holder = await holdLock(directory);
  expect(failureOf(() => openLibrary(directory))?.code).toBe("in-use");
  holder.kill("SIGKILL");
  await once(holder, "exit");
  openLibrary(directory).close();
});

async function holdLock(directory: string): Promise<ChildProcess> {
  const holder = spawn(process.execPath, [join(import.meta.dirname, "hold-lock.ts"), directory], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void holder.kill("SIGKILL"));
  await once(holder.stdout, "data");
  return holder;
}
