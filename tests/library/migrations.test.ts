import { existsSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import type { Migration } from "../../main/library/migrations.ts";
import { copyPath, migrate, migrations } from "../../main/library/migrations.ts";
import { openLibrary } from "../../main/library/open.ts";
import { temporaryDirectory } from "./temporary-library.ts";

const first: Migration = (db) => db.exec("CREATE TABLE notes (text TEXT)");
const second: Migration = (db) =>
  db.exec("ALTER TABLE notes ADD COLUMN length; UPDATE notes SET length = length(text)");

function emptyDatabase(): Sqlite.Database {
  const db = new Sqlite(join(temporaryDirectory(), "library.db"));
  onTestFinished(() => void db.close());
  return db;
}

test("a new library takes every step and leaves no copy", () => {
  const db = emptyDatabase();
  migrate(db, [first, second]);
  expect(db.pragma("user_version", { simple: true })).toBe(2);
  expect(db.prepare("SELECT text, length FROM notes").all()).toEqual([]);
  expect(existsSync(copyPath(db.name, 0))).toBe(false);
});

test("a library with rows takes the steps it lacks, and a copy of what it was stands beside it", () => {
  const db = emptyDatabase();
  migrate(db, [first]);
  db.exec("INSERT INTO notes VALUES ('案头')");
  migrate(db, [first, second]);
  expect(db.prepare("SELECT text, length FROM notes").all()).toEqual([{ text: "案头", length: 2 }]);

  const copy = new Sqlite(copyPath(db.name, 1), { readonly: true });
  expect(copy.prepare("SELECT * FROM notes").all()).toEqual([{ text: "案头" }]);
  expect(copy.pragma("user_version", { simple: true })).toBe(1);
  copy.close();
});

test("a step that fails leaves the library at its version, with its rows", () => {
  const db = emptyDatabase();
  migrate(db, [first]);
  db.exec("INSERT INTO notes VALUES ('案头')");
  const broken: Migration = (db) => db.exec("DROP TABLE notes; SELECT * FROM nowhere");
  expect(() => migrate(db, [first, second, broken])).toThrow("nowhere");
  expect(db.pragma("user_version", { simple: true })).toBe(1);
  expect(db.prepare("SELECT * FROM notes").all()).toEqual([{ text: "案头" }]);
});

test("a copy left by an attempt that failed is written anew by the next one", () => {
  const db = emptyDatabase();
  migrate(db, [first]);
  const broken: Migration = () => {
    throw new Error("broken");
  };
  expect(() => migrate(db, [first, broken])).toThrow("broken");
  db.exec("INSERT INTO notes VALUES ('后来')");
  migrate(db, [first, second]);
  const copy = new Sqlite(copyPath(db.name, 1), { readonly: true });
  expect(copy.prepare("SELECT * FROM notes").all()).toEqual([{ text: "后来" }]);
  copy.close();
});

test("a library that is up to date is not touched", () => {
  const directory = temporaryDirectory();
  openLibrary(directory).close();
  openLibrary(directory).close();
  expect(existsSync(copyPath(join(directory, "library.db"), migrations.length))).toBe(false);
});
