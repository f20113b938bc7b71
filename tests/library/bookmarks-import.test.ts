import type { Database } from "better-sqlite3";
import { expect, test } from "vitest";
import { annotationEntries, annotationPage, readAnnotation } from "../../main/exporting/annotations.ts";
import { addBookmark, bookmarksOf, changeBookmarks, deleteBookmarks } from "../../main/library/bookmarks.ts";
import { exportedBookmarks } from "../../main/library/bookmarks-export.ts";
import { importAnnotations } from "../../main/library/bookmarks-import.ts";
import { readText } from "../../main/library/contents.ts";
import type { AnnotationReport } from "../../preload/model/bookmark.ts";
import { article, countOf, fileOf, NOW, store, temporaryLibrary, whole } from "./temporary-library.ts";

const LATER = "2026-11-24T08:00:00.000Z";
const lines = [
  "𠮷日，为安排好今年的粮食生产，落实春耕备耕和农田水利建设各项任务，全县春耕现场会在城关镇召开。",
  "会议要求抢抓农时，完成播种面积三十万亩。",
];

function libraryWithArticle(paragraphs: readonly string[] = lines): { db: Database; id: number } {
  const { db } = temporaryLibrary();
  const fields = { title: "春耕现场会", publication: "示例日报", issuedOn: "2021-02-05" };
  const file = fileOf("/会议.txt", paragraphs.join("\n"), [article(fields, ...paragraphs)]);
  return { db, id: store(db, file).imported[0]?.id ?? 0 };
}

function mark(db: Database, id: number, quote: string, note = ""): number {
  const start = readText(db, id).indexOf(quote);
  const place = { article: id, revision: 1, start, end: start + quote.length, quote };
  return addBookmark(db, { ...place, color: "blue", note, tags: ["农事"] }, NOW).id;
}

function exported(db: Database, ids: readonly number[]): readonly unknown[] {
  return annotationEntries(new TextEncoder().encode(annotationPage(exportedBookmarks(db, ids))), "甲.jsonld");
}

function importEntries(db: Database, entries: readonly unknown[], dryRun = false): AnnotationReport {
  return whole(importAnnotations(db, entries, readAnnotation, { dryRun, now: LATER }));
}

const nothing = { added: 0, existing: 0, different: 0, unplaceable: 0, unreadable: 0 };

test("what was deleted comes back as it was, and what is there already is left as it is", () => {
  const { db, id } = libraryWithArticle();
  const ids = [mark(db, id, "城关镇"), mark(db, id, "三十万亩", "<b>核对</b>")];
  const before = bookmarksOf(db, id);
  const entries = exported(db, ids);
  expect(importEntries(db, entries)).toMatchObject({ ...nothing, existing: 2 });
  deleteBookmarks(db, ids.slice(1));
  expect(importEntries(db, entries, true)).toMatchObject({ ...nothing, added: 1, existing: 1 });
  expect(countOf(db, "bookmarks")).toBe(1);
  expect(importEntries(db, entries)).toMatchObject({ ...nothing, added: 1, existing: 1 });
  const strip = (all: typeof before) => all.map(({ id: _id, changedAt: _changedAt, ...rest }) => rest);
  expect(strip(bookmarksOf(db, id))).toEqual(strip(before));
});

test("places are counted in code points in the file and in UTF-16 units here", () => {
  const { db, id } = libraryWithArticle();
  const [bookmark] = exportedBookmarks(db, [mark(db, id, "城关镇")]);
  expect(bookmark?.position.start).toBe((bookmark?.anchor.start ?? 0) - 1);
});

test("a bookmark that differs from the one in the file stays, and the report names it", () => {
  const { db, id } = libraryWithArticle();
  const first = mark(db, id, "城关镇", "旧批注");
  const entries = exported(db, [first]);
  changeBookmarks(db, { ids: [first], note: "新批注", addTags: [], removeTags: [] }, LATER);
  expect(importEntries(db, entries)).toMatchObject({
    ...nothing,
    different: 1,
    differentRows: [{ quote: "城关镇", article: "春耕现场会", reason: "differs" }],
  });
  expect(bookmarksOf(db, id)[0]?.note).toBe("新批注");
});

test("another library's bookmarks find their article by its file or its source, and their passage in its text", () => {
  const { db, id } = libraryWithArticle();
  const entries = exported(db, [mark(db, id, "城关镇"), mark(db, id, "完成播种面积三十万亩")]);
  const same = libraryWithArticle();
  expect(importEntries(same.db, entries)).toMatchObject({ ...nothing, added: 2 });
  const [first = "", second = ""] = lines;
  const edited = libraryWithArticle(["新的一段。", first, second]);
  expect(importEntries(edited.db, entries)).toMatchObject({ ...nothing, added: 2 });
  const text = readText(edited.db, edited.id);
  expect(
    bookmarksOf(edited.db, edited.id).map(({ anchor, state }) => [
      text.slice(anchor.start, anchor.end),
      state,
    ]),
  ).toEqual([
    ["城关镇", "kept"],
    ["完成播种面积三十万亩", "kept"],
  ]);
});

test("what cannot be placed is told with its reason and never put anywhere", () => {
  const { db, id } = libraryWithArticle();
  const entries = exported(db, [mark(db, id, "城关镇")]);
  const empty = temporaryLibrary();
  expect(importEntries(empty.db, entries).unplaceableRows).toEqual([
    { quote: "城关镇", article: "春耕现场会", reason: "no-article" },
  ]);
  const other = libraryWithArticle(["另一篇同名文章，讲的是别的事。"]);
  expect(importEntries(other.db, entries).unplaceableRows).toEqual([
    { quote: "城关镇", article: "春耕现场会", reason: "no-passage" },
  ]);
  const fields = { title: "春耕现场会", publication: "示例日报", issuedOn: "2021-02-05" };
  store(other.db, fileOf("/二.txt", "二", [article(fields, "第二篇。")]));
  expect(importEntries(other.db, entries).unplaceableRows[0]?.reason).toBe("several-articles");
  expect([countOf(empty.db, "bookmarks"), countOf(other.db, "bookmarks")]).toEqual([0, 0]);
});

test("100,000 entries, good, bad and repeated, come in slices and are all accounted for", () => {
  const { db, id } = libraryWithArticle();
  const [good] = exported(db, [mark(db, id, "城关镇")]) as readonly [Record<string, unknown>];
  deleteBookmarks(db, [1]);
  const entries = Array.from({ length: 100_000 }, (_, number) => {
    if (number % 3 === 0) return { type: "Annotation", number };
    const target = { ...(good["target"] as object), selector: { exact: `并不存在的文字${number}` } };
    return number % 3 === 1 ? good : { type: "Annotation", target };
  });
  const slices = importAnnotations(db, entries, readAnnotation, { dryRun: false, now: LATER });
  let steps = 0;
  for (let step = slices.next(); ; step = slices.next(), steps++) {
    if (!step.done) continue;
    expect(step.value).toMatchObject({ added: 1, existing: 33_332, unplaceable: 33_333, unreadable: 33_334 });
    expect(step.value.unplaceableRows).toHaveLength(1000);
    break;
  }
  expect(steps).toBeGreaterThan(1000);
  expect(countOf(db, "bookmarks")).toBe(1);
}, 60_000);
