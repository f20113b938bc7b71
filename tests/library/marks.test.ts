import type { Database } from "better-sqlite3";
import { expect, test } from "vitest";
import { markRead, moveToTrash, restoreFromTrash, star } from "../../main/library/articles.ts";
import {
  collect,
  createCollection,
  deleteCollection,
  renameCollection,
} from "../../main/library/collections.ts";
import { listArticleIds } from "../../main/library/listing.ts";
import { overview } from "../../main/library/overview.ts";
import { readArticle } from "../../main/library/read-article.ts";
import { keepReadingPosition } from "../../main/library/reading-states.ts";
import { tag } from "../../main/library/tags.ts";
import type { ListQuery } from "../../preload/model/listing.ts";
import { article, failureOf, fileOf, NOW, store, storeEach, temporaryLibrary } from "./temporary-library.ts";

function shelf(db: Database, shelf: ListQuery["shelf"]): readonly number[] {
  return listArticleIds(db, { shelf, publication: null, issued: null, sort: "date" });
}

function threeArticles(): Database {
  const { db } = temporaryLibrary();
  storeEach(db, [article({ title: "甲" }), article({ title: "乙" }), article({ title: "丙" })]);
  return db;
}

test("stars and read marks are set and taken back, of many at once", () => {
  const db = threeArticles();
  star(db, [1, 3], true);
  markRead(db, [1, 2], true);
  expect(shelf(db, { kind: "starred" })).toEqual([1, 3]);
  expect(shelf(db, { kind: "unread" })).toEqual([3]);
  star(db, [1], false);
  markRead(db, [2], false);
  expect(shelf(db, { kind: "starred" })).toEqual([3]);
  expect(shelf(db, { kind: "unread" })).toEqual([2, 3]);
});

test("keeping a reading position makes the article read and recent", () => {
  const db = threeArticles();
  expect(readArticle(db, 2).readingPosition).toBe(0);
  keepReadingPosition(db, { id: 2, position: 1, through: 1 }, NOW);
  expect(readArticle(db, 2).readingPosition).toBe(1);
  expect(shelf(db, { kind: "recent" })).toEqual([2]);
  expect(shelf(db, { kind: "unread" })).toEqual([1, 3]);
});

test("the trash hides articles from every other shelf and gives them back as they were", () => {
  const db = threeArticles();
  const { id } = createCollection(db, "专题");
  collect(db, { ids: [2], add: [id], remove: [] });
  star(db, [2], true);
  keepReadingPosition(db, { id: 2, position: 0, through: 0 }, NOW);
  moveToTrash(db, [2], NOW);
  expect(shelf(db, { kind: "trash" })).toEqual([2]);
  for (const kind of ["all", "recent", "unread", "starred"] as const) {
    expect(shelf(db, { kind })).not.toContain(2);
  }
  expect(shelf(db, { kind: "collection", id })).toEqual([]);
  restoreFromTrash(db, [2]);
  expect(shelf(db, { kind: "trash" })).toEqual([]);
  expect(shelf(db, { kind: "starred" })).toEqual([2]);
  expect(shelf(db, { kind: "recent" })).toEqual([2]);
  expect(shelf(db, { kind: "collection", id })).toEqual([2]);
});

test("tags are added and removed, once each", () => {
  const db = threeArticles();
  tag(db, { ids: [1, 2], add: ["农业", "要闻"], remove: [] });
  tag(db, { ids: [1], add: ["农业"], remove: ["要闻"] });
  expect(readArticle(db, 1).article.tags).toEqual(["农业"]);
  expect(overview(db).tags).toEqual([
    { name: "农业", articles: 2 },
    { name: "要闻", articles: 1 },
  ]);
});

test("collections are made, renamed, filled, emptied and deleted; their articles stay", () => {
  const db = threeArticles();
  const spring = createCollection(db, "春");
  expect(spring).toEqual({ id: 1, title: "春", articles: 0 });
  const autumn = createCollection(db, "秋");
  collect(db, { ids: [1, 2], add: [spring.id, autumn.id], remove: [] });
  collect(db, { ids: [2], add: [], remove: [spring.id] });
  expect(shelf(db, { kind: "collection", id: spring.id })).toEqual([1]);
  renameCollection(db, spring.id, "春天");
  renameCollection(db, spring.id, "春天");
  expect(readArticle(db, 1).article.collections).toEqual([
    { id: spring.id, title: "春天" },
    { id: autumn.id, title: "秋" },
  ]);
  deleteCollection(db, spring.id);
  expect(overview(db).collections).toEqual([{ id: autumn.id, title: "秋", articles: 2 }]);
  expect(shelf(db, { kind: "all" })).toEqual([1, 2, 3]);
});

test("a collection's title is its own", () => {
  const db = threeArticles();
  createCollection(db, "春");
  const autumn = createCollection(db, "秋");
  const exists = { code: "collection-exists", parameters: { title: "春" } };
  expect(failureOf(() => createCollection(db, "春"))).toEqual(exists);
  expect(failureOf(() => renameCollection(db, autumn.id, "春"))).toEqual(exists);
});

test("what is not there is named, and then nothing is changed", () => {
  const db = threeArticles();
  const noArticle = { code: "no-such-article", parameters: { id: 9 } };
  expect(failureOf(() => star(db, [1, 9, 8], true))).toEqual(noArticle);
  expect(failureOf(() => moveToTrash(db, [1, 9], NOW))).toEqual(noArticle);
  expect(failureOf(() => tag(db, { ids: [1, 9], add: ["农业"], remove: [] }))).toEqual(noArticle);
  expect(failureOf(() => keepReadingPosition(db, { id: 9, position: 0, through: 0 }, NOW))).toEqual(
    noArticle,
  );
  expect(shelf(db, { kind: "starred" })).toEqual([]);
  expect(overview(db)).toMatchObject({ trashed: 0, tags: [] });

  const noCollection = { code: "no-such-collection", parameters: { id: 7 } };
  expect(failureOf(() => renameCollection(db, 7, "春"))).toEqual(noCollection);
  expect(failureOf(() => deleteCollection(db, 7))).toEqual(noCollection);
  expect(failureOf(() => collect(db, { ids: [1], add: [7], remove: [] }))).toEqual(noCollection);
});

test("the overview counts everything but the trash", () => {
  const { db } = temporaryLibrary();
  const fields = [
    { publication: "县报", issuedOn: "2026-11-01" },
    { publication: "县报", issuedOn: "2026-11-30" },
    { publication: "安徽日报", issuedOn: "2025-01-01" },
    { publication: "", issuedOn: null },
    { publication: "省报", issuedOn: "2024-01-01" },
  ];
  store(
    db,
    fileOf(
      "/a.txt",
      "bytes",
      fields.map((each) => article(each)),
      { collection: "专题", sample: true },
    ),
  );
  star(db, [1], true);
  markRead(db, [2], true);
  keepReadingPosition(db, { id: 3, position: 0, through: 0 }, NOW);
  keepReadingPosition(db, { id: 5, position: 0, through: 0 }, NOW);
  moveToTrash(db, [5], NOW);
  expect(overview(db)).toEqual({
    articles: 4,
    unread: 2,
    starred: 1,
    recent: 1,
    trashed: 1,
    samples: 4,
    collections: [{ id: 1, title: "专题", articles: 4 }],
    publications: [
      { name: "安徽日报", articles: 1 },
      { name: "县报", articles: 2 },
      { name: "", articles: 1 },
    ],
    months: [
      { month: "2026-11", articles: 2 },
      { month: "2025-01", articles: 1 },
      { month: "", articles: 1 },
    ],
    tags: [],
  });
});
