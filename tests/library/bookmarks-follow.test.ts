import type { Database } from "better-sqlite3";
import { expect, test } from "vitest";
import { addBookmark, bookmarksOf } from "../../main/library/bookmarks.ts";
import { readText } from "../../main/library/contents.ts";
import { correct } from "../../main/library/corrections.ts";
import { editDetails } from "../../main/library/edit-details.ts";
import { readArticle } from "../../main/library/read-article.ts";
import type { Bookmark } from "../../preload/model/bookmark.ts";
import { standingText } from "../../preload/model/bookmark.ts";
import type { CorrectionStep } from "../../preload/model/correction.ts";
import { article, fileOf, NOW, store, temporaryLibrary } from "./temporary-library.ts";

const paragraphs = [
  "全县春耕生产现场会在城关镇召开，部署今年的粮食生产工作。",
  "会议要求，各乡镇要抢抓农时，确保完成播种面积三十万亩的任务。",
  "农业农村局介绍了去年秋粮收购、农机检修和化肥储备的情况。",
  "会后，与会人员到河东镇参观了高标准农田建设工地。",
];

const quotes = [
  "在城关镇召开",
  "完成播种面积三十万亩的任务",
  "秋粮收购、农机检修和化肥储备",
  "到河东镇参观了高标准农田",
];

function libraryWithBookmarks(): { db: Database; id: number } {
  const { db } = temporaryLibrary();
  const [row] = importText(db, paragraphs).imported;
  const id = row?.id ?? 0;
  const text = readText(db, id);
  for (const quote of quotes) {
    const start = text.indexOf(quote);
    const place = { article: id, revision: 1, start, end: start + quote.length, quote };
    addBookmark(db, { ...place, color: "yellow", note: "", tags: [] }, NOW);
  }
  return { db, id };
}

function importText(db: Database, lines: readonly string[]): ReturnType<typeof store> {
  return store(db, fileOf("/会议.txt", lines.join("\n"), [article({ title: "春耕现场会" }, ...lines)]));
}

function states(db: Database, id: number): readonly (readonly [string, string, string])[] {
  return bookmarksOf(db, id)
    .toSorted((one, other) => one.id - other.id)
    .map((bookmark: Bookmark) => [bookmark.quote, bookmark.state, standingText(bookmark)] as const);
}

test("another import finds every bookmark again, in the same transaction, and the report says what became of them", () => {
  const { db, id } = libraryWithBookmarks();
  const [first = "", second = "", , fourth = ""] = paragraphs;
  const changed = second.replace("三十万亩", "三十二万亩");
  const { updated } = importText(db, [first, "新增的一段：天气晴好。", changed, fourth]);
  expect(states(db, id)).toEqual([
    [quotes[0], "kept", quotes[0]],
    [quotes[1], "changed", "完成播种面积三十二万亩的任务"],
    [quotes[2], "lost", ""],
    [quotes[3], "moved", quotes[3]],
  ]);
  expect(updated).toEqual([
    expect.objectContaining({ id, bookmarks: { kept: 1, moved: 1, changed: 1, lost: 1 } }),
  ]);
  const text = readText(db, id);
  for (const { anchor, state } of bookmarksOf(db, id)) {
    expect(anchor.revision).toBe(state === "lost" ? 1 : 2);
    if (state !== "lost") expect(text.slice(anchor.start, anchor.end)).toBe(anchor.quote);
  }
});

test("what was lost or changed is as it was once the text is", () => {
  const { db, id } = libraryWithBookmarks();
  const [first = "", second = "", , fourth = ""] = paragraphs;
  importText(db, [first, second.replace("三十万亩", "三十二万亩"), fourth]);
  importText(db, paragraphs);
  expect(states(db, id)).toEqual(quotes.map((quote) => [quote, "kept", quote]));
});

test("the same text again changes nothing", () => {
  const { db, id } = libraryWithBookmarks();
  const before = bookmarksOf(db, id);
  const again = fileOf("/会议.txt", "other bytes", [article({ title: "春耕现场会" }, ...paragraphs)]);
  const { updated } = store(db, again);
  expect(bookmarksOf(db, id)).toEqual(before);
  expect(updated).toEqual([
    expect.objectContaining({ bookmarks: { kept: 4, moved: 0, changed: 0, lost: 0 } }),
  ]);
});

test("a correction by hand moves them along, whatever it corrects", () => {
  const { db, id } = libraryWithBookmarks();
  editDetails(db, [id], { kicker: "本报讯" });
  expect(states(db, id).map(([, state]) => state)).toEqual(["moved", "moved", "moved", "moved"]);
  editDetails(db, [id], { kicker: "" });
  expect(states(db, id).map(([, state]) => state)).toEqual(["kept", "kept", "kept", "kept"]);
});

test("in a table of tasks whose lines differ in their numbers alone, corrections lose no passage but the one taken out", () => {
  const { db } = temporaryLibrary();
  const tasks = Array.from(
    { length: 12 },
    (_, number) => `${number + 1}.责任单位：市财政局，完成时限：年底前。`,
  );
  const [row] = importText(db, tasks).imported;
  const id = row?.id ?? 0;
  const text = readText(db, id);
  for (let at = text.indexOf("市财政局"); at !== -1; at = text.indexOf("市财政局", at + 1)) {
    const place = { article: id, revision: 1, start: at, end: at + 4, quote: "市财政局" };
    addBookmark(
      db,
      { ...place, color: "yellow", note: String(text.slice(0, at).split("\n").length - 2), tags: [] },
      NOW,
    );
  }
  const take = (step: CorrectionStep) =>
    correct(db, { id, revision: readArticle(db, id).article.revision, step }, NOW);
  take({ kind: "move", at: { part: "body", index: 2 }, before: { part: "body", index: 9 } });
  take({ kind: "delete", at: { part: "body", index: 4 } });
  take({ kind: "split", offset: readText(db, id).indexOf("，完成") });
  take({ kind: "join", at: { part: "body", index: 3 } });
  const end = readText(db, id).lastIndexOf("年底前");
  take({ kind: "replace", start: end, end: end + 3, text: "6月底前" });

  const now = readText(db, id);
  const places = bookmarksOf(db, id).map(({ note, state, anchor }) => {
    const before = now.slice(0, anchor.start);
    return [
      note,
      state === "lost"
        ? state
        : before
            .slice(before.lastIndexOf(".责任") - 2)
            .trim()
            .split(".")[0],
    ];
  });
  expect(places.filter(([, found]) => found === "lost")).toEqual([["5", "lost"]]);
  for (const [note, found] of places)
    if (found !== "lost") expect(found?.endsWith(String(Number(note) + 1))).toBe(true);
});

test("a row of an article without bookmarks says nothing of them", () => {
  const { db } = temporaryLibrary();
  importText(db, paragraphs);
  expect(importText(db, paragraphs.slice(1)).updated[0]).not.toHaveProperty("bookmarks");
});

test("a transaction that fails leaves text and bookmarks as they were", () => {
  const { db, id } = libraryWithBookmarks();
  const before = bookmarksOf(db, id);
  expect(() =>
    db.transaction(() => {
      editDetails(db, [id], { kicker: "本报讯" });
      throw new Error("no");
    })(),
  ).toThrow("no");
  expect(bookmarksOf(db, id)).toEqual(before);
});
