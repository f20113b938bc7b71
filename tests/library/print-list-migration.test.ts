import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { copyPath, migrate, migrations } from "../../main/library/migrations.ts";
import { temporaryDirectory } from "./temporary-library.ts";

/** The steps that lead to a library before there were print lists. */
const before = migrations.slice(0, 3);
const withLists = migrations.slice(0, 4);

test("a library with articles and bookmarks gets an empty print list and keeps what it holds", () => {
  const db = new Sqlite(join(temporaryDirectory(), "library.db"));
  onTestFinished(() => void db.close());
  db.pragma("foreign_keys = ON");
  migrate(db, before);
  db.exec(`INSERT INTO articles (id, issued_on, publication, page_key, place_on_page, page, page_name, kicker, title,
    subtitle, byline, credits, excerpt, characters, images, sample, uuid, language, added_at)
    VALUES (1, '', '', '', 0, '', '', '', '甲', '', '', '', '', 1, 0, 0, 'u', 'zh-CN', '');
    INSERT INTO bookmarks (uuid, article_id, revision, start, "end", marked_start, state, color, created_at, changed_at,
    quote, prefix, suffix, note) VALUES ('一', 1, 1, 0, 1, 0, 'kept', 'red', '', '', '甲', '', '', '')`);
  migrate(db, withLists);
  expect(db.pragma("user_version", { simple: true })).toBe(4);
  expect(db.prepare("SELECT title FROM articles").pluck().all()).toEqual(["甲"]);
  expect(db.prepare("SELECT quote FROM bookmarks").pluck().all()).toEqual(["甲"]);
  expect(db.prepare("SELECT id, name FROM print_lists").all()).toEqual([{ id: 1, name: null }]);

  const insert =
    db.prepare(`INSERT INTO print_pieces (list_id, place, article_id, kind, revision, state, characters,
    title, source, path, excerpt, prefix, suffix, quote) VALUES (?, 0, 1, ?, 1, ?, 1, '甲', '', '[]', '', '', '', '甲')`);
  insert.run(1, "article", "kept");
  expect(() => insert.run(1, "page", "kept")).toThrow("CHECK");
  expect(() => insert.run(1, "article", "gone")).toThrow("CHECK");
  expect(() => insert.run(9, "article", "kept")).toThrow("FOREIGN KEY");
  // An article that goes leaves its piece, which still says what it was.
  db.exec("DELETE FROM articles");
  expect(db.prepare("SELECT article_id, title FROM print_pieces").all()).toEqual([
    { article_id: null, title: "甲" },
  ]);
});

test("the copy made before is the library without print lists", () => {
  const db = new Sqlite(join(temporaryDirectory(), "library.db"));
  onTestFinished(() => void db.close());
  migrate(db, before);
  migrate(db, withLists);
  const copy = new Sqlite(copyPath(db.name, 3), { readonly: true });
  onTestFinished(() => void copy.close());
  const tables = copy.prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'print%'").pluck();
  expect(tables.all()).toEqual([]);
});
