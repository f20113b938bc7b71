import type { Database } from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { moveToTrash, star } from "../../main/library/articles.ts";
import { addBookmark, bookmarksOf } from "../../main/library/bookmarks.ts";
import { readText } from "../../main/library/contents.ts";
import { deleteForever } from "../../main/library/delete-articles.ts";
import { editDetails } from "../../main/library/edit-details.ts";
import { finishImport, readImport } from "../../main/library/imports.ts";
import { listArticleIds } from "../../main/library/listing.ts";
import { readArticle } from "../../main/library/read-article.ts";
import { keepReadingPosition } from "../../main/library/reading-states.ts";
import { recogniseFile } from "../../main/library/store-file.ts";
import { storeFiles } from "../../main/library/store-files.ts";
import { tag } from "../../main/library/tags.ts";
import { undoNext } from "../../main/library/undo-import.ts";
import type { ImportedArticle } from "../../preload/model/article.ts";
import {
  article,
  countOf,
  failureOf,
  fileOf,
  NOW,
  read,
  sha256,
  startImport,
  store,
  storeEach,
  temporaryLibrary,
} from "./temporary-library.ts";

const spring = article({ title: "春耕" }, "备足种子。");
const autumn = article({ title: "秋收" }, "颗粒归仓。");

function mark(db: Database, id: number, quote: string): void {
  const start = readText(db, id).indexOf(quote);
  const place = { article: id, revision: 1, start, end: start + quote.length, quote };
  addBookmark(db, { ...place, color: "yellow", note: "", tags: [] }, NOW);
}

function listed(db: Database): readonly number[] {
  return listArticleIds(db, { shelf: { kind: "all" }, publication: null, issued: null, sort: "date" });
}

function recognise(db: Database, content: string, importerVersion = 1, shownPath = "again.txt") {
  return recogniseFile(db, { sha256: sha256(content), shownPath, importerVersion });
}

test("a file never seen is not recognised, and its articles are new", () => {
  const { db } = temporaryLibrary();
  expect(recognise(db, "bytes")).toBeNull();
  expect(store(db, fileOf("/a/page.txt", "bytes", [spring, autumn]))).toEqual({
    imported: [
      { id: 1, title: "春耕", file: "a/page.txt" },
      { id: 2, title: "秋收", file: "a/page.txt" },
    ],
    updated: [],
    unchanged: [],
  });
});

test("the same bytes and importer are unchanged, wherever the file lies", () => {
  const { db } = temporaryLibrary();
  store(db, fileOf("/a.txt", "bytes", [spring, autumn]));
  const unchanged = [
    { id: 1, title: "春耕", file: "again.txt" },
    { id: 2, title: "秋收", file: "again.txt" },
  ];
  expect(recognise(db, "bytes")).toEqual({ imported: [], updated: [], unchanged });
  expect(store(db, fileOf("/again.txt", "bytes", [spring, autumn]))).toEqual({
    imported: [],
    updated: [],
    unchanged,
  });
  expect(countOf(db, "articles")).toBe(2);
  expect(countOf(db, "originals")).toBe(1);
});

test("the same bytes read by another importer are an update, and no more recognised as the old one's", () => {
  const { db } = temporaryLibrary();
  store(db, fileOf("/a.txt", "bytes", [spring]));
  expect(recognise(db, "bytes", 2)).toBeNull();
  const better = article({ title: "春耕备耕" }, "备足种子。");
  expect(store(db, fileOf("/b.txt", "bytes", [better], { importerVersion: 2 })).updated).toEqual([
    { id: 1, title: "春耕备耕", file: "b.txt" },
  ]);
  expect(recognise(db, "bytes", 1)).toBeNull();
  expect(recognise(db, "bytes", 2)?.unchanged).toHaveLength(1);
  const { source } = readArticle(db, 1).article;
  expect(source).toEqual({ sha256: sha256("bytes"), path: "/a.txt", part: "0", importerVersion: 2 });
});

test("other bytes at the same path update the articles part by part; a part never seen is new", () => {
  const { db } = temporaryLibrary();
  store(db, fileOf("/a.txt", "old", [spring]));
  const result = store(db, fileOf("/a.txt", "new", [article({ title: "春耕" }, "已经完成。"), autumn]));
  expect(result).toEqual({
    imported: [{ id: 2, title: "秋收", file: "a.txt" }],
    updated: [{ id: 1, title: "春耕", file: "a.txt" }],
    unchanged: [],
  });
  expect(readArticle(db, 1).article.body).toEqual(article({}, "已经完成。").body);
  expect(recognise(db, "old")).toBeNull();
  expect(recognise(db, "new")?.unchanged).toHaveLength(2);
});

describe("a file that comes to be read as more articles, or fewer", () => {
  const db = () => temporaryLibrary().db;
  const put = (db: Database, content: string, parts: Readonly<Record<string, ImportedArticle>>) => {
    const articles = Object.entries(parts).map(([part, one]) => ({ part, article: one }));
    const { imported, updated, unchanged } = store(db, fileOf("/页.zip", content, [], { articles }));
    return [imported, updated, unchanged].map((rows) => rows.map(({ id }) => id));
  };
  const texts = (db: Database) =>
    listed(db)
      .toSorted()
      .map((id) => readText(db, id).split("\n"));
  const spring2 = article({ title: "春耕" }, "备足种子。", "修好农具。");
  const both = article({ title: "春耕" }, "备足种子。", "修好农具。", "秋收", "颗粒归仓。");

  test("its only article stays itself when it is read as a page, and back", () => {
    const library = db();
    expect(put(library, "一", { "": spring, "里/[甲].txt": autumn })).toEqual([[1, 2], [], []]);
    const changed = article({ title: "全改" }, "都是另外的话。");
    expect(put(library, "二", { "1": changed, "里/[甲].txt/1": autumn, "里/[甲].txt/2": spring })).toEqual([
      ...[[3], [1, 2], []],
    ]);
    expect(put(library, "三", { "": spring })).toEqual([[], [1], []]);
    expect(put(library, "三", { "": spring })).toEqual([[], [], [1]]);
    expect(put(library, "五", { "里/乙.txt": spring })).toEqual([[4], [], []]);
  });

  test("one text parted in two: it becomes that which has most of it, nothing stands twice, bookmarks go along", () => {
    const library = db();
    put(library, "一", { "": both });
    for (const quote of ["农具", "颗粒"]) mark(library, 1, quote);
    expect(put(library, "二", { "1": autumn, "2": spring2 })).toEqual([[2], [1], []]);
    expect(texts(library)).toEqual([
      ["春耕", "备足种子。", "修好农具。"],
      ["秋收", "颗粒归仓。"],
    ]);
    expect(bookmarksOf(library, 1).map(({ quote, state }) => [quote, state])).toEqual([["农具", "kept"]]);
    expect(bookmarksOf(library, 2).map(({ quote }) => quote)).toEqual(["颗粒"]);
    expect(put(library, "二", { "1": autumn, "2": spring2 })).toEqual([[], [], [2, 1]]);
  });

  test("two put into one: what stands in it is in the trash, its bookmarks in the one, and comes back when parted again", () => {
    const library = db();
    put(library, "一", { "1": spring2, "2": autumn });
    mark(library, 1, "农具");
    mark(library, 2, "颗粒");
    expect(put(library, "二", { "": both })).toEqual([[], [1], []]);
    expect(texts(library)).toEqual([["春耕", "备足种子。", "修好农具。", "秋收", "颗粒归仓。"]]);
    expect(bookmarksOf(library, 1).map(({ quote }) => quote)).toEqual(["农具", "颗粒"]);
    expect(put(library, "三", { "1": spring2, "2": autumn })).toEqual([[2], [1], []]);
    expect(texts(library)).toHaveLength(2);
  });

  test("an article before the others: each stays itself, whatever its number was", () => {
    const library = db();
    const first = article({ title: "要闻" }, "另一件事。");
    put(library, "一", { "1": spring2, "2": autumn });
    expect(put(library, "二", { "1": first, "2": spring2, "3": autumn })).toEqual([[3], [1, 2], []]);
    expect(texts(library).map(([title]) => title)).toEqual(["春耕", "秋收", "要闻"]);
    expect(put(library, "三", { "1": autumn, "2": first })).toEqual([[], [2, 3], []]);
    // What the file says no more stays, under a number that is free.
    expect(texts(library).map(([title]) => title)).toEqual(["春耕", "秋收", "要闻"]);
    expect(put(library, "四", { "1": spring2, "2": autumn, "3": first })).toEqual([[], [1, 2, 3], []]);
  });

  test("bytes that come back after others double nothing that stayed under another number", () => {
    const library = db();
    put(library, "一", { "1": autumn, "2": spring2 });
    put(library, "二", { "": spring2 });
    expect(put(library, "一", { "1": autumn, "2": spring2 })).toEqual([[], [2], [1]]);
    expect(texts(library)).toHaveLength(2);
  });

  test("an article takes a number that another one held, of a copy's bytes or of an earlier version at its path", () => {
    const library = db();
    const first = article({ title: "要闻" }, "另一件事。");
    put(library, "一", { "": spring2 });
    const articles = [spring2, autumn].map((one, part) => ({ part: `${part + 1}`, article: one }));
    store(library, fileOf("/副本.zip", "一", [], { articles, importerVersion: 2 }));
    expect(put(library, "二", { "1": first, "2": spring2 })).toEqual([[3], [1], []]);
    expect(put(library, "三", { "1": spring2 })).toEqual([[], [1], []]);
    expect(put(library, "四", { "1": autumn, "2": first, "3": spring2 })).toEqual([[4], [3, 1], []]);
    expect(library.pragma("foreign_key_check")).toEqual([]);
  });

  test("the very bytes read otherwise leave nothing of the other reading, undone with the import", () => {
    const library = db();
    put(library, "一", { "1": spring2, "2": autumn });
    mark(library, 1, "农具");
    mark(library, 2, "颗粒");
    const places = () =>
      [1, 2].map((id) =>
        bookmarksOf(library, id).map(({ quote, state, anchor }) => [quote, state, anchor.start]),
      );
    const before = [texts(library), places()];
    const articles = [{ part: "", article: both }];
    const job = startImport(library);
    storeFiles(library, job, [read(fileOf("/页.zip", "一", [], { articles, importerVersion: 2 }))]);
    finishImport(library, job, false);
    expect(texts(library)).toHaveLength(1);
    expect(readImport(library, job).warnings).toEqual([
      { file: "页.zip", code: "warning.articles-put-away", parameters: { count: 1 } },
    ]);
    expect(bookmarksOf(library, 1)).toHaveLength(2);
    while (undoNext(library, job, 1, NOW).left > 0);
    expect([texts(library), places()]).toEqual(before);
  });
});

test("other bytes at another path are new, even under the same title", () => {
  const { db } = temporaryLibrary();
  store(db, fileOf("/a.txt", "old", [spring]));
  expect(store(db, fileOf("/b.txt", "new", [spring])).imported).toEqual([
    { id: 2, title: "春耕", file: "b.txt" },
  ]);
});

test("1,365 articles of one title stay apart", () => {
  const { db } = temporaryLibrary();
  const notices = Array.from({ length: 1365 }, (_, index) => article({ title: "简讯" }, `${index}`));
  storeEach(db, notices);
  expect(listed(db)).toHaveLength(1365);
});

describe("an update", () => {
  function updated(after: ImportedArticle, prepare: (db: Database) => void) {
    const { db } = temporaryLibrary();
    const before = article({ title: "春耕", publication: "县报", issuedOn: "2026-03-01" }, "备足种子。");
    store(db, fileOf("/a.txt", "old", [before], { collection: "农事" }));
    prepare(db);
    const { uuid } = readArticle(db, 1).article;
    store(db, fileOf("/a.txt", "new", [after]));
    return { db, uuid, ...readArticle(db, 1) };
  }

  test("keeps id, uuid, star, tags, collections, reading state and edits", () => {
    const {
      db,
      uuid,
      article: after,
      readingPosition,
    } = updated(article({ title: "春播" }, "种子已经备足。"), (db) => {
      star(db, [1], true);
      tag(db, { ids: [1], add: ["农业"], remove: [] });
      keepReadingPosition(db, { id: 1, position: 4, through: 0.5 }, NOW);
      editDetails(db, [1], { publication: "湖北日报", byline: "本报记者" });
    });
    expect(after).toMatchObject({
      id: 1,
      uuid,
      starred: true,
      tags: ["农业"],
      collections: [{ id: 1, title: "农事" }],
      title: "春播",
      publication: "湖北日报",
      byline: "本报记者",
      issuedOn: null,
    });
    expect(readingPosition).toBe(4);
    expect(db.prepare("SELECT unread FROM articles").pluck().get()).toBe(0);
    expect(db.prepare("SELECT text FROM article_contents").pluck().get()).toBe(
      "春播\n本报记者\n种子已经备足。",
    );
  });

  test("counts the revision up where the canonical text became another", () => {
    expect(updated(article({ title: "春耕" }, "种子已经备足。"), () => {}).article.revision).toBe(2);
  });

  test("leaves the revision where the text is the same, whatever else changed", () => {
    const same = article({ title: "春耕", publication: "省报" }, "备足种子。");
    expect(updated(same, () => {}).article).toMatchObject({ revision: 1, publication: "省报" });
  });

  test("leaves the revision where a corrected title hides the only change", () => {
    const { article: after } = updated(article({ title: "春播" }, "备足种子。"), (db) =>
      editDetails(db, [1], { title: "春耕时节" }),
    );
    expect(after).toMatchObject({ title: "春耕时节", revision: 2 });
  });

  test("brings the reading position back into a text that became shorter", () => {
    const { readingPosition } = updated(article({}, "短"), (db) =>
      keepReadingPosition(db, { id: 1, position: 8, through: 1 }, NOW),
    );
    expect(readingPosition).toBe(1);
  });
});

describe("what lies in the trash", () => {
  test("comes out of it when its file is imported again, and counts as imported", () => {
    const { db } = temporaryLibrary();
    store(db, fileOf("/a.txt", "bytes", [spring, autumn]));
    moveToTrash(db, [2], NOW);
    expect(recognise(db, "bytes")).toEqual({
      imported: [{ id: 2, title: "秋收", file: "again.txt" }],
      updated: [],
      unchanged: [{ id: 1, title: "春耕", file: "again.txt" }],
    });
    expect(listed(db)).toEqual([1, 2]);
  });

  test("comes out of it when its file has changed, updated", () => {
    const { db } = temporaryLibrary();
    store(db, fileOf("/a.txt", "old", [spring]));
    moveToTrash(db, [1], NOW);
    const result = store(db, fileOf("/a.txt", "new", [autumn]));
    expect(result).toEqual({
      imported: [{ id: 1, title: "秋收", file: "a.txt" }],
      updated: [],
      unchanged: [],
    });
    expect(listed(db)).toEqual([1]);
  });

  test("comes out of it when the same bytes are stored", () => {
    const { db } = temporaryLibrary();
    store(db, fileOf("/a.txt", "bytes", [spring]));
    moveToTrash(db, [1], NOW);
    expect(store(db, fileOf("/a.txt", "bytes", [spring])).imported).toHaveLength(1);
    expect(listed(db)).toEqual([1]);
  });
});

test("a file of which an article was deleted for good is read again, and only that one is new", () => {
  const { db } = temporaryLibrary();
  store(db, fileOf("/a.txt", "bytes", [spring, autumn]));
  deleteForever(db, [1]);
  expect(recognise(db, "bytes")).toBeNull();
  const result = store(db, fileOf("/a.txt", "bytes", [spring, autumn]));
  expect(result.imported).toEqual([{ id: 3, title: "春耕", file: "a.txt" }]);
  expect(result.unchanged).toEqual([{ id: 2, title: "秋收", file: "a.txt" }]);
});

test("a file changed to hold fewer articles keeps the ones it no longer holds, and going back is an update", () => {
  const { db } = temporaryLibrary();
  store(db, fileOf("/a.txt", "two", [spring, autumn]));
  store(db, fileOf("/a.txt", "one", [article({ title: "春耕" }, "改了。")]));
  expect(listed(db)).toEqual([1, 2]);
  expect(recognise(db, "two")).toBeNull();
  const back = store(db, fileOf("/a.txt", "two", [spring, autumn]));
  expect(back.updated.map(({ id }) => id)).toEqual([1]);
  expect(back.unchanged.map(({ id }) => id)).toEqual([2]);
  expect(readArticle(db, 1).article.body).toEqual(spring.body);
});

test("articles that come in as a collection are in it, and say so when met again", () => {
  const { db } = temporaryLibrary();
  const result = store(db, fileOf("/书.epub", "bytes", [spring, autumn], { collection: "农书" }));
  expect(result.imported.map(({ collection }) => collection)).toEqual(["农书", "农书"]);
  expect(recognise(db, "bytes")?.unchanged.map(({ collection }) => collection)).toEqual(["农书", "农书"]);
  expect(readArticle(db, 2).article.collections).toEqual([{ id: 1, title: "农书" }]);
  store(db, fileOf("/章.html", "alone", [article({ title: "一章" })]));
  const bound = store(db, fileOf("/章.html", "bound", [article({ title: "一章" })], { collection: "农书" }));
  expect(bound.updated.map(({ collection }) => collection)).toEqual(["农书"]);
  store(db, fileOf("/二.epub", "more", [article({ title: "续" })], { collection: "农书" }));
  expect(countOf(db, "collections")).toBe(1);
});

test("a file's own tags are put on what is new, and not again on what people removed them from", () => {
  const { db } = temporaryLibrary();
  store(db, fileOf("/a.md", "one", [spring], { tags: ["农业", "要闻"] }));
  tag(db, { ids: [1], add: [], remove: ["要闻"] });
  store(db, fileOf("/a.md", "two", [spring, autumn], { tags: ["农业", "要闻"] }));
  expect(readArticle(db, 1).article.tags).toEqual(["农业"]);
  expect(readArticle(db, 2).article.tags).toEqual(["农业", "要闻"]);
});

test("a file that fails in the middle leaves nothing of itself", () => {
  const { db } = temporaryLibrary();
  const missing = article({ body: [{ type: "figure", image: sha256("nowhere"), caption: [], alt: "" }] });
  expect(() => store(db, fileOf("/a.txt", "bytes", [spring, missing]))).toThrow("FOREIGN KEY");
  expect(countOf(db, "articles") + countOf(db, "originals")).toBe(0);
});

test("a reader that gives two articles the same part breaks its promise", () => {
  const { db } = temporaryLibrary();
  const file = fileOf("/a.txt", "bytes", []);
  const articles = [spring, autumn].map((article) => ({ part: "0", article }));
  expect(() => store(db, { ...file, articles })).toThrow("same part");
  expect(failureOf(() => readArticle(db, 1))).toEqual({ code: "no-such-article", parameters: { id: 1 } });
});
