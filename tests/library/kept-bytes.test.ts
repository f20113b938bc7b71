import { expect, test } from "vitest";
import { moveToTrash } from "../../main/library/articles.ts";
import { collect, createCollection } from "../../main/library/collections.ts";
import { deleteForever, removeSamples } from "../../main/library/delete-articles.ts";
import { editDetails } from "../../main/library/edit-details.ts";
import { original } from "../../main/library/originals.ts";
import { picture as readPicture } from "../../main/library/pictures.ts";
import { keepReadingPosition } from "../../main/library/reading-states.ts";
import { tag } from "../../main/library/tags.ts";
import type { Block, ImportedArticle } from "../../preload/model/article.ts";
import {
  article,
  countOf,
  failureOf,
  fileOf,
  NOW,
  picture,
  sha256,
  store,
  storeEach,
  temporaryLibrary,
} from "./temporary-library.ts";

const cat = picture("cat");
const dog = picture("dog");

function showing(title: string, ...pictures: { sha256: string }[]): ImportedArticle {
  const figures = pictures.map(
    ({ sha256 }): Block => ({ type: "figure", image: sha256, caption: [], alt: "" }),
  );
  return article({ title, body: figures });
}

test("a picture shown by many articles is stored once and goes with the last of them", () => {
  const { db } = temporaryLibrary();
  store(db, fileOf("/a.html", "a", [showing("甲", cat, dog, cat)], { pictures: [cat, dog] }));
  store(db, fileOf("/b.html", "b", [showing("乙", cat)], { pictures: [cat] }));
  expect(countOf(db, "pictures")).toBe(2);
  expect(readPicture(db, cat.sha256)).toEqual({ mediaType: "image/png", bytes: cat.bytes });
  deleteForever(db, [1]);
  expect(readPicture(db, dog.sha256)).toBeNull();
  expect(readPicture(db, cat.sha256)?.bytes).toEqual(cat.bytes);
  deleteForever(db, [2]);
  expect(countOf(db, "pictures")).toBe(0);
});

test("a picture that an update no longer shows goes, one in a table or a line stays", () => {
  const { db } = temporaryLibrary();
  store(db, fileOf("/a.html", "old", [showing("甲", dog)], { pictures: [dog] }));
  const cell = { header: false, columns: 1, rows: 1, blocks: showing("", cat).body };
  const line: Block = {
    type: "paragraph",
    content: [
      { type: "link", href: "#", content: [{ type: "image", image: picture("sign").sha256, alt: "" }] },
    ],
  };
  const body: Block[] = [
    { type: "table", rows: [[cell]] },
    { type: "list", ordered: false, start: 1, items: [[line]] },
  ];
  store(db, fileOf("/a.html", "new", [article({ body })], { pictures: [cat, picture("sign")] }));
  expect(db.prepare("SELECT sha256 FROM pictures ORDER BY sha256").pluck().all()).toEqual(
    [cat.sha256, sha256("sign")].sort(),
  );
  expect(db.prepare("SELECT images, thumbnail FROM articles").get()).toEqual({
    images: 1,
    thumbnail: cat.sha256,
  });
});

test("pictures that no article shows are not kept", () => {
  const { db } = temporaryLibrary();
  store(db, fileOf("/a.html", "a", [showing("甲", cat)], { pictures: [cat, dog] }));
  expect(readPicture(db, dog.sha256)).toBeNull();
  expect(readPicture(db, cat.sha256)).not.toBeNull();
});

test("the original comes back byte for byte, under the name it was imported with", () => {
  const { db } = temporaryLibrary();
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  const file = {
    path: "/旧/版面.txt",
    shownPath: "版面.txt",
    name: "版面.txt",
    sha256: sha256(bytes),
    bytes,
  };
  store(db, { ...fileOf("", "", [article({}), article({})]), file });
  const kept = { name: "版面.txt", sha256: sha256(bytes), encoding: null, bytes: Buffer.from(bytes) };
  expect(original(db, 2)).toEqual(kept);
  expect(failureOf(() => original(db, 3))).toEqual({ code: "no-such-article", parameters: { id: 3 } });
});

test("an original goes when the last article that came from it is deleted or updated from another", () => {
  const { db } = temporaryLibrary();
  store(db, fileOf("/a.txt", "two", [article({ title: "甲" }), article({ title: "乙" })]));
  deleteForever(db, [1]);
  expect(original(db, 2).bytes).toEqual(Buffer.from("two"));
  store(db, fileOf("/a.txt", "other", [article({ title: "甲" }), article({ title: "乙二" })]));
  expect(db.prepare("SELECT bytes FROM originals").pluck().all()).toEqual([Buffer.from("other")]);
  deleteForever(db, [2, 3]);
  expect(countOf(db, "originals")).toBe(0);
});

test("a file without articles leaves no original", () => {
  const { db } = temporaryLibrary();
  store(db, fileOf("/a.txt", "nothing", [], { pictures: [cat] }));
  expect(countOf(db, "originals") + countOf(db, "pictures")).toBe(0);
});

test("deleting for good leaves nothing of the article behind", () => {
  const { db } = temporaryLibrary();
  store(db, fileOf("/a.html", "a", [showing("甲", cat)], { pictures: [cat] }));
  editDetails(db, [1], { title: "改" });
  tag(db, { ids: [1], add: ["要闻"], remove: [] });
  collect(db, { ids: [1], add: [createCollection(db, "专题").id], remove: [] });
  keepReadingPosition(db, { id: 1, position: 0, through: 1 }, NOW);
  moveToTrash(db, [1], NOW);
  deleteForever(db, [1]);
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all();
  const filled = tables.filter((table) => countOf(db, table) > 0);
  // The list at hand is there from the start, empty. Whoever writes through the database thread has the index empty the queue (tests/search).
  expect(filled).toEqual(["collections", "search_queue", "print_lists"]);
  expect(failureOf(() => deleteForever(db, [1]))?.code).toBe("no-such-article");
});

test("an id is never given twice", () => {
  const { db } = temporaryLibrary();
  storeEach(db, [article({}), article({})]);
  deleteForever(db, [2]);
  store(db, fileOf("/new.txt", "new", [article({})]));
  expect(db.prepare("SELECT id FROM articles ORDER BY id").pluck().all()).toEqual([1, 3]);
});

test("the samples go in one call, from the trash too, and nothing else", () => {
  const { db } = temporaryLibrary();
  store(db, fileOf("/guide.md", "guide", [article({}), article({})], { sample: true }));
  store(db, fileOf("/own.md", "own", [article({ title: "自己的" })]));
  moveToTrash(db, [2], NOW);
  removeSamples(db);
  expect(db.prepare("SELECT title FROM articles").pluck().all()).toEqual(["自己的"]);
  removeSamples(db);
});
