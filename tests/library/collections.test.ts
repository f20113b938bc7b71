import Sqlite, { type Database } from "better-sqlite3";
import { expect, test } from "vitest";
import { moveToTrash } from "../../main/library/articles.ts";
import {
  collect,
  createCollection,
  deleteCollection,
  findOrCreateCollection,
  renameCollection,
} from "../../main/library/collections.ts";
import { listArticleIds } from "../../main/library/listing.ts";
import { migrations } from "../../main/library/migrations.ts";
import { overview } from "../../main/library/overview.ts";
import { article, countOf, failureOf, NOW, storeEach, temporaryLibrary } from "./temporary-library.ts";

function titles(db: Database): readonly string[] {
  return overview(db).collections.map(({ title }) => title);
}

function idOf(db: Database, title: string): number {
  const found = overview(db).collections.find((collection) => collection.title === title);
  if (found === undefined) throw new Error(`no collection ${title}`);
  return found.id;
}

function listed(db: Database, title: string): readonly number[] {
  const shelf = { kind: "collection", id: idOf(db, title) } as const;
  return listArticleIds(db, { shelf, publication: null, issued: null, sort: "date" });
}

/** 甲 with 甲/乙 and 甲/乙/丙 in it, and 甲子 beside it, which only begins with the same character. */
function withTree(): Database {
  const { db } = temporaryLibrary();
  storeEach(
    db,
    ["一", "二", "三", "四"].map((title) => article({ title })),
  );
  createCollection(db, "甲/乙/丙");
  createCollection(db, "甲子");
  collect(db, { ids: [1], add: [idOf(db, "甲")], remove: [] });
  collect(db, { ids: [1, 2], add: [idOf(db, "甲/乙/丙")], remove: [] });
  collect(db, { ids: [3], add: [idOf(db, "甲/乙")], remove: [] });
  collect(db, { ids: [4], add: [idOf(db, "甲子")], remove: [] });
  return db;
}

test("a collection made below others brings those that are missing", () => {
  const { db } = temporaryLibrary();
  expect(createCollection(db, " 甲 // 乙/ 丙/").title).toBe("甲/乙/丙");
  expect(titles(db)).toEqual(["甲", "甲/乙", "甲/乙/丙"]);
  db.transaction(() => findOrCreateCollection(db, "书/上册"))();
  expect(titles(db)).toContain("书");
  expect(failureOf(() => createCollection(db, "甲/乙"))).toMatchObject({ code: "collection-exists" });
  expect(failureOf(() => createCollection(db, " / "))).toMatchObject({ code: "collection-without-name" });
});

test("a collection lists and counts the articles of all below it, each once, and not those of a name alike", () => {
  const db = withTree();
  expect(listed(db, "甲")).toEqual([1, 2, 3]);
  expect(listed(db, "甲/乙")).toEqual([1, 2, 3]);
  expect(listed(db, "甲/乙/丙")).toEqual([1, 2]);
  expect(listed(db, "甲子")).toEqual([4]);
  const counts = () => overview(db).collections.map(({ title, articles }) => [title, articles]);
  expect(counts()).toEqual([
    ["甲", 3],
    ["甲/乙", 3],
    ["甲/乙/丙", 2],
    ["甲子", 1],
  ]);
  moveToTrash(db, [2], NOW);
  expect(counts().slice(0, 3)).toEqual([
    ["甲", 2],
    ["甲/乙", 2],
    ["甲/乙/丙", 1],
  ]);
});

test("another name or place takes along what is below, and leaves what only begins alike", () => {
  const db = withTree();
  const { id } = createCollection(db, "归档");
  renameCollection(db, idOf(db, "甲"), "归档/旧甲");
  expect(titles(db).toSorted()).toEqual(
    ["归档", "归档/旧甲", "归档/旧甲/乙", "归档/旧甲/乙/丙", "甲子"].toSorted(),
  );
  expect(listed(db, "归档")).toEqual([1, 2, 3]);
  expect(idOf(db, "归档")).toBe(id);
  renameCollection(db, idOf(db, "归档/旧甲/乙"), "新上级/乙");
  expect(titles(db)).toContain("新上级");
  expect(listed(db, "新上级")).toEqual([1, 2, 3]);
});

test("a level taken out moves what was in it one up, though names repeat", () => {
  const { db } = temporaryLibrary();
  createCollection(db, "甲/乙/乙");
  renameCollection(db, idOf(db, "甲/乙"), "乙");
  expect(titles(db).toSorted()).toEqual(["甲", "乙", "乙/乙"].toSorted());
});

test("a collection takes the place of one around it that is missing, though what is below bears its own old name then", () => {
  const { db } = temporaryLibrary();
  createCollection(db, "甲/乙/乙");
  db.exec("DELETE FROM collections WHERE title = '甲'");
  renameCollection(db, idOf(db, "甲/乙"), "甲");
  expect(titles(db)).toEqual(["甲", "甲/乙"]);
});

test("a name that is taken, below itself, or too long with what is below, changes nothing", () => {
  const db = withTree();
  createCollection(db, "乙/丙");
  const before = titles(db);
  const rename = (title: string, to: string) => failureOf(() => renameCollection(db, idOf(db, title), to));
  expect(rename("甲", "甲子")).toEqual({ code: "collection-exists", parameters: { title: "甲子" } });
  expect(rename("甲/乙", "乙")).toMatchObject({ code: "collection-exists" });
  expect(rename("甲", "甲/乙/新")).toMatchObject({ code: "collection-below-itself" });
  expect(rename("甲", "长".repeat(198))).toMatchObject({ code: "collection-name-long" });
  expect(failureOf(() => renameCollection(db, 99, "新"))).toMatchObject({ code: "no-such-collection" });
  expect(titles(db)).toEqual(before);
});

test("deleting a collection deletes those below it and no article", () => {
  const db = withTree();
  deleteCollection(db, idOf(db, "甲"));
  expect(titles(db)).toEqual(["甲子"]);
  expect(countOf(db, "articles")).toBe(4);
  expect(failureOf(() => deleteCollection(db, 99))).toMatchObject({ code: "no-such-collection" });
});

test("a library from before collections lay in one another gets those that are missing around others", () => {
  const db = new Sqlite(":memory:");
  for (const step of migrations.slice(0, 5)) step(db);
  db.exec("INSERT INTO collections (title) VALUES ('批次/一月/三日'), ('批次/一月'), ('书'), ('/怪名')");
  migrations[5]?.(db);
  expect(db.prepare("SELECT title FROM collections ORDER BY id").pluck().all()).toEqual([
    "批次/一月/三日",
    "批次/一月",
    "书",
    "/怪名",
    "批次",
  ]);
});
