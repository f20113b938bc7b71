import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { firstTables } from "../../main/library/migrations/001-first-tables.ts";
import { bookmarks } from "../../main/library/migrations/002-bookmarks.ts";
import { migrate } from "../../main/library/migrations.ts";
import { temporaryDirectory } from "./temporary-library.ts";

test("a library with articles gets room for bookmarks and keeps its articles; only the article's deletion takes them", () => {
  const db = new Sqlite(join(temporaryDirectory(), "library.db"));
  onTestFinished(() => void db.close());
  db.pragma("foreign_keys = ON");
  migrate(db, [firstTables]);
  db.exec(`INSERT INTO articles (id, issued_on, publication, page_key, place_on_page, page, page_name, kicker, title,
    subtitle, byline, credits, excerpt, characters, images, sample, uuid, language, added_at)
    VALUES (1, '', '', '', 0, '', '', '', '甲', '', '', '', '', 1, 0, 0, 'u', 'zh-CN', '')`);
  migrate(db, [firstTables, bookmarks]);
  expect(db.prepare("SELECT title FROM articles").pluck().all()).toEqual(["甲"]);

  const insert =
    db.prepare(`INSERT INTO bookmarks (uuid, article_id, revision, start, "end", marked_start, state, color,
    created_at, changed_at, quote, prefix, suffix, note) VALUES (?, 1, 1, 0, 1, 0, ?, ?, '', '', '甲', '', '', '')`);
  insert.run("一", "kept", "red");
  db.exec("INSERT INTO bookmark_tags VALUES (1, '标签')");
  expect(() => insert.run("一", "kept", "red")).toThrow("UNIQUE");
  expect(() => insert.run("二", "gone", "red")).toThrow("CHECK");
  expect(() => insert.run("三", "kept", "pink")).toThrow("CHECK");
  db.exec("DELETE FROM articles");
  expect(db.prepare("SELECT count(*) FROM bookmarks").pluck().get()).toBe(0);
  expect(db.prepare("SELECT count(*) FROM bookmark_tags").pluck().get()).toBe(0);
});
