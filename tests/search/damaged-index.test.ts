import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "better-sqlite3";
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { editDetails } from "../../main/library/edit-details.ts";
import {
  careForIndex,
  ensureIndex,
  INDEX,
  indexing,
  indexRest,
  isIndexWaiting,
  makeIndexAnew,
  needsCare,
  withSoundIndex,
} from "../../main/search/index-table.ts";
import { search } from "../../main/search/search.ts";
import { noFilters } from "../../preload/model/search.ts";
import { createRandom } from "../bench/random.ts";
import { article, temporaryDirectory, whole } from "../library/temporary-library.ts";
import { searchLibrary } from "./library.ts";

const articles = Array.from({ length: 300 }, (_, number) =>
  article(
    { title: `第${number}号通知` },
    "疫情防控".repeat(number % 7),
    `${String.fromCodePoint(0x4e00 + number)}某乡村振兴`,
  ),
);

const expected = { 疫情防控: 257, 乡村振兴: 300, 一某: 1, 通知: 300, 控: 257, 第7号: 1 };

function totals(db: Database): Record<string, number> {
  const asked = { shortNames: false, filters: noFilters, sort: "relevance", offset: 0, limit: 5 } as const;
  const total = (query: string) => whole(withSoundIndex(db, () => search(db, { ...asked, query }, []))).total;
  return Object.fromEntries(Object.keys(expected).map((query) => [query, total(query)]));
}

/** What a broken disk may do to the tables below the index, by hand. */
function damage(db: Database, sql: string): void {
  db.unsafeMode(true);
  db.exec(sql);
  db.unsafeMode(false);
}

const leaf = `(SELECT id FROM ${INDEX}_data WHERE id > 10 ORDER BY id LIMIT 1 OFFSET 3)`;

const damages: Record<string, string> = {
  "a page of postings is missing": `DELETE FROM ${INDEX}_data WHERE id = ${leaf}`,
  "all pages of postings are missing": `DELETE FROM ${INDEX}_data WHERE id > 10`,
  "a page of postings is noise": `UPDATE ${INDEX}_data SET block = randomblob(length(block)) WHERE id = ${leaf}`,
  "a page of postings is blank": `UPDATE ${INDEX}_data SET block = zeroblob(length(block)) WHERE id = ${leaf}`,
  "the index's own structure is missing": `DELETE FROM ${INDEX}_data WHERE id = 10`,
  "the sums are missing": `DELETE FROM ${INDEX}_data WHERE id = 1`,
  "the lengths of all articles are missing": `DELETE FROM ${INDEX}_docsize`,
  "the length of an article is missing": `DELETE FROM ${INDEX}_docsize WHERE id = 7`,
  "the way into the pages is missing": `DELETE FROM ${INDEX}_idx`,
  "the version of the format is missing": `DELETE FROM ${INDEX}_config`,
};

test.each(Object.entries(damages))(
  "Where %s, the library is opened and asked as if nothing were",
  (_, sql) => {
    const db = searchLibrary(...articles);
    expect(totals(db)).toEqual(expected);
    damage(db, sql);
    // As at the next start, and the rest in the background.
    ensureIndex(db);
    whole(indexRest(db));
    expect(totals(db)).toEqual(expected);
  },
);

const SEEDS = 36;

test("Wherever bytes of the index are spoilt, it is found out by and by, and every answer is exact after", () => {
  const sound = searchLibrary(...articles);
  whole(careForIndex(sound));
  const pages = sound
    .prepare<[], number>(`SELECT pageno FROM dbstat WHERE name LIKE '${INDEX}%'`)
    .pluck()
    .all();
  const pageSize = Number(sound.pragma("page_size", { simple: true }));
  sound.pragma("wal_checkpoint(TRUNCATE)");
  const bytes = readFileSync(sound.name);
  for (let seed = 0; seed < SEEDS; seed++) {
    const random = createRandom(seed);
    const length = [pageSize, 512, 16, 1][seed % 4] ?? 1;
    const page = pages[Math.floor(random.next() * pages.length)] ?? 0;
    const at = (page - 1) * pageSize + Math.floor(random.next() * (pageSize - length + 1));
    const spoilt = Buffer.from(bytes);
    for (let place = at; place < at + length; place++) spoilt[place] = Math.floor(random.next() * 256);
    const file = join(temporaryDirectory(), "library.db");
    writeFileSync(file, spoilt);
    const db = new Sqlite(file);
    ensureIndex(db);
    whole(careForIndex(db));
    expect(totals(db), `${length} bytes at ${at}`).toEqual(expected);
    expect(db.prepare("SELECT count(*) FROM article_contents").pluck().get()).toBe(articles.length);
    db.close();
  }
});

test("An index whose postings read as others is made anew, and one that was written since is not", () => {
  const db = searchLibrary(...articles);
  whole(careForIndex(db));
  expect(needsCare(db)).toBe(false);
  indexing(db, () => editDetails(db, [7], { title: "改过的通知" }));
  expect(needsCare(db)).toBe(true);
  const later = new Sqlite(db.name);
  ensureIndex(later);
  const kept = later.prepare(`SELECT count(*) FROM ${INDEX}_data`).pluck().get();
  whole(careForIndex(later));
  expect(later.prepare(`SELECT count(*) FROM ${INDEX}_data`).pluck().get()).toBe(kept);
  expect(needsCare(later)).toBe(false);
  later.close();
});

test("Damage met while the rest is indexed in the background is repaired there", () => {
  const db = searchLibrary(...articles);
  db.prepare("INSERT OR REPLACE INTO search_queue (article_id, later) SELECT id, 1 FROM articles").run();
  damage(db, `UPDATE ${INDEX}_data SET block = zeroblob(3) WHERE id = 10`);
  const other = new Sqlite(db.name);
  whole(indexRest(other));
  expect(totals(other)).toEqual(expected);
  other.close();
});

test("A rebuild lets others ask between long articles, and between many short ones", () => {
  const long = Array.from({ length: 3 }, () => article({}, "长".repeat(200_000)));
  const db = searchLibrary(...articles, ...long);
  makeIndexAnew(db);
  expect([...indexRest(db)].length).toBe(3);
  expect(isIndexWaiting(db)).toBe(false);
});

test("A sound index is left as it is when the library is opened", () => {
  const db = searchLibrary(...articles);
  ensureIndex(db);
  expect(isIndexWaiting(db)).toBe(false);
});

test.each(["", "、。！"])("An article that holds %j alone does not count as damage", (text) => {
  const db = searchLibrary(article({ title: "" }, text), ...articles);
  ensureIndex(db);
  expect(isIndexWaiting(db)).toBe(false);
});

test.each(["config", "idx", "docsize", "data"])(
  "Where the table %s is gone, the index cannot even be dropped, and is made anew at the next start",
  (table) => {
    const { name } = searchLibrary(...articles);
    const broken = new Sqlite(name);
    damage(broken, `DROP TABLE ${INDEX}_${table}`);
    broken.close();
    const db = new Sqlite(name);
    ensureIndex(db);
    whole(indexRest(db));
    expect(totals(db)).toEqual(expected);
    db.close();
    const later = new Sqlite(name);
    expect(totals(later)).toEqual(expected);
    expect(later.pragma("quick_check", { simple: true })).toBe("ok");
    later.close();
  },
);
