import type { Database } from "better-sqlite3";
import { expect, test } from "vitest";
import { moveToTrash, restoreFromTrash } from "../../main/library/articles.ts";
import type { NewBookmark } from "../../main/library/bookmarks.ts";
import {
  addBookmark,
  bookmarksOf,
  changeBookmarks,
  deleteBookmarks,
  placeBookmark,
  readBookmarks,
  restoreBookmarks,
} from "../../main/library/bookmarks.ts";
import { readText } from "../../main/library/contents.ts";
import { deleteForever } from "../../main/library/delete-articles.ts";
import { editDetails } from "../../main/library/edit-details.ts";
import { article, countOf, failureOf, NOW, storeEach, temporaryLibrary } from "./temporary-library.ts";

const LATER = "2026-11-24T08:00:00.000Z";
const uuid = "5b0c0b5e-7f0e-4b4c-9a55-0d2f6a3f1c11";

function libraryWithArticle(...paragraphs: string[]): { db: Database; id: number } {
  const { db } = temporaryLibrary();
  const [id = 0] = storeEach(db, [article({ title: "春耕现场会召开" }, ...paragraphs)]);
  return { db, id };
}

/** The first place of `quote` in the article as it now is. */
function passage(db: Database, id: number, quote: string): NewBookmark {
  const start = readText(db, id).indexOf(quote);
  return {
    article: id,
    revision: 1,
    start,
    end: start + quote.length,
    quote,
    color: "red",
    note: "",
    tags: [],
  };
}

test("a bookmark keeps its passage with what stands around it, its colour, note and tags", () => {
  const { db, id } = libraryWithArticle("全县春耕现场会在城关镇召开。");
  const added = addBookmark(db, { ...passage(db, id, "城关镇"), note: "核对", tags: ["地名", "待核"] }, NOW);
  expect(added).toEqual({
    id: 1,
    uuid: expect.stringMatching(/^[0-9a-f-]{36}$/),
    article: id,
    anchor: {
      revision: 1,
      start: 16,
      end: 19,
      quote: "城关镇",
      prefix: "春耕现场会召开\n全县春耕现场会在",
      suffix: "召开。",
    },
    quote: "城关镇",
    markedStart: 16,
    state: "kept",
    color: "red",
    note: "核对",
    tags: ["地名", "待核"].sort(),
    createdAt: NOW,
    changedAt: NOW,
  });
  expect(bookmarksOf(db, id)).toEqual([added]);
});

test("a bookmark that is sent twice under one uuid is made once", () => {
  const { db, id } = libraryWithArticle("春耕");
  const first = addBookmark(db, { ...passage(db, id, "春耕"), uuid }, NOW);
  expect(addBookmark(db, { ...passage(db, id, "春耕"), uuid, note: "再来" }, LATER)).toEqual(first);
  expect(countOf(db, "bookmarks")).toBe(1);
});

test("a selection that is not what stands there is refused, and so is an article that is not there", () => {
  const { db, id } = libraryWithArticle("春耕春耕");
  const place = passage(db, id, "春耕");
  expect(failureOf(() => addBookmark(db, { ...place, quote: "秋收" }, NOW))?.code).toBe("stale-selection");
  expect(failureOf(() => addBookmark(db, { ...place, article: 9 }, NOW))).toEqual({
    code: "no-such-article",
    parameters: { id: 9 },
  });
});

test("a selection made before the text changed is found in the new one, or refused where that would be a guess", () => {
  const { db, id } = libraryWithArticle("全县召开现场会。", "各镇召开座谈会。");
  const once = passage(db, id, "座谈会");
  const twice = passage(db, id, "召开。");
  editDetails(db, [id], { kicker: "本报讯" });
  const added = addBookmark(db, once, NOW);
  expect(readText(db, id).slice(added.anchor.start, added.anchor.end)).toBe("座谈会");
  expect(added).toMatchObject({ anchor: { revision: 2 }, state: "kept", markedStart: added.anchor.start });
  expect(failureOf(() => addBookmark(db, { ...twice, quote: "召开" }, NOW))?.code).toBe("stale-selection");
});

test("changes answer what was before, which puts it back, and what is after, which does it again", () => {
  const { db, id } = libraryWithArticle("春耕", "播种");
  const ids = ["春耕", "播种"].map(
    (quote) => addBookmark(db, { ...passage(db, id, quote), tags: ["甲"] }, NOW).id,
  );
  const { before, after } = changeBookmarks(
    db,
    { ids, color: "blue", addTags: ["乙"], removeTags: ["甲"] },
    LATER,
  );
  expect(after.map(({ color, tags, note, changedAt }) => ({ color, tags, note, changedAt }))).toEqual(
    Array(2).fill({ color: "blue", tags: ["乙"], note: "", changedAt: LATER }),
  );
  expect(restoreBookmarks(db, before)).toEqual(before);
  expect(readBookmarks(db, ids)).toEqual(before);
  expect(restoreBookmarks(db, after)).toEqual(after);
});

test("a change of bookmarks of which one is not there changes none", () => {
  const { db, id } = libraryWithArticle("春耕");
  const added = addBookmark(db, passage(db, id, "春耕"), NOW);
  const change = { ids: [added.id, 77], note: "新", addTags: [], removeTags: [] };
  expect(failureOf(() => changeBookmarks(db, change, LATER))).toEqual({
    code: "no-such-bookmark",
    parameters: { id: 77 },
  });
  expect(readBookmarks(db, [added.id])).toEqual([added]);
});

test("deleted bookmarks come back as they were, under the same id and uuid", () => {
  const { db, id } = libraryWithArticle("春耕", "播种");
  const kept = addBookmark(db, passage(db, id, "播种"), NOW);
  const added = addBookmark(db, { ...passage(db, id, "春耕"), tags: ["甲"], note: "批" }, NOW);
  expect(deleteBookmarks(db, [added.id])).toEqual([added]);
  expect(bookmarksOf(db, id)).toEqual([kept]);
  expect(countOf(db, "bookmark_tags")).toBe(0);
  expect(restoreBookmarks(db, [added])).toEqual([added]);
  expect(bookmarksOf(db, id)).toEqual([added, kept]);
});

test("a bookmark that comes back into another text stands at its passage there", () => {
  const { db, id } = libraryWithArticle("全县春耕现场会在城关镇召开。");
  const added = addBookmark(db, passage(db, id, "城关镇"), NOW);
  deleteBookmarks(db, [added.id]);
  editDetails(db, [id], { kicker: "本报讯" });
  const [restored] = restoreBookmarks(db, [added]);
  expect(restored).toMatchObject({ state: "moved", anchor: { revision: 2, start: added.anchor.start + 4 } });
});

test("placing again takes the new passage as what is marked, and can be undone", () => {
  const { db, id } = libraryWithArticle("春耕", "播种");
  const added = addBookmark(db, { ...passage(db, id, "春耕"), note: "批" }, NOW);
  const { before, after } = placeBookmark(db, { ...passage(db, id, "播种"), id: added.id }, LATER);
  expect(before).toEqual([added]);
  expect(after).toEqual([
    expect.objectContaining({ quote: "播种", state: "kept", note: "批", createdAt: NOW, changedAt: LATER }),
  ]);
  expect(restoreBookmarks(db, before)).toEqual([added]);
});

test("bookmarks go into the trash and out of it with their article, and for ever only with it", () => {
  const { db, id } = libraryWithArticle("春耕");
  const added = addBookmark(db, { ...passage(db, id, "春耕"), tags: ["甲"] }, NOW);
  moveToTrash(db, [id], NOW);
  expect(countOf(db, "bookmarks")).toBe(1);
  restoreFromTrash(db, [id]);
  expect(bookmarksOf(db, id)).toEqual([added]);
  deleteForever(db, [id]);
  expect([countOf(db, "bookmarks"), countOf(db, "bookmark_tags")]).toEqual([0, 0]);
});
