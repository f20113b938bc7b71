import { describe, expect, it } from "vitest";
import { moveToTrash, restoreFromTrash, star } from "../../main/library/articles.ts";
import {
  addBookmark,
  changeBookmarks,
  deleteBookmarks,
  readArticleText,
} from "../../main/library/bookmarks.ts";
import { editDetails } from "../../main/library/edit-details.ts";
import { quickFindBlock, quickFindStamps } from "../../main/library/quick-find-entries.ts";
import { unpackArticles, unpackBookmarks } from "../../preload/model/quick-find.ts";
import { article, NOW, storeEach, temporaryLibrary, whole } from "./temporary-library.ts";

describe("The titles for quick find", () => {
  it("hold every article outside the trash, as corrected by hand", () => {
    const { db } = temporaryLibrary();
    const [first = 0, second = 0] = storeEach(db, [
      article({ title: '春耕"备耕"', kicker: "农事", publication: "宁郭日报", issuedOn: "2021-02-05" }),
      article({ title: "五项清单" }),
      article({ title: "删去的" }),
    ]);
    moveToTrash(db, [second + 1], "2026-11-23T08:00:00.000Z");
    editDetails(db, [second], { title: "七项清单" });
    expect(unpackArticles(quickFindBlock(db, "articles", 0).packed)).toEqual([
      [first, '春耕"备耕"', "农事", "宁郭日报", "2021-02-05"],
      [second, "七项清单", "", "", ""],
    ]);
  });

  it("have one stamp a block, the one that comes with the block", () => {
    const { db } = temporaryLibrary();
    expect(whole(quickFindStamps(db, "articles"))).toEqual([]);
    const titles = Array.from({ length: 1030 }, (_, number) => article({ title: `第${number}篇` }));
    db.transaction(() => storeEach(db, titles))();
    const stamps = whole(quickFindStamps(db, "articles"));
    const blocks = stamps.map((_, block) => quickFindBlock(db, "articles", block));
    expect(blocks.map(({ stamp }) => stamp)).toEqual(stamps);
    expect(blocks.flatMap((block) => unpackArticles(block.packed)).map(([, title]) => title)).toEqual(
      titles.map(({ title }) => title),
    );
    expect(unpackArticles(quickFindBlock(db, "articles", stamps.length).packed)).toEqual([]);
  });

  it("change the stamp of their block alone, and only where quick find would show another thing", () => {
    const { db } = temporaryLibrary();
    const ids = db.transaction(() =>
      storeEach(
        db,
        Array.from({ length: 600 }, (_, number) => article({ title: `第${number}篇` })),
      ),
    )();
    const last = ids.at(-1) ?? 0;
    const before = whole(quickFindStamps(db, "articles"));
    star(db, [last], true);
    expect(whole(quickFindStamps(db, "articles"))).toEqual(before);
    moveToTrash(db, [last], "2026-11-23T08:00:00.000Z");
    expect(whole(quickFindStamps(db, "articles")).map((stamp, block) => stamp === before[block])).toEqual([
      true,
      false,
    ]);
    restoreFromTrash(db, [last]);
    expect(whole(quickFindStamps(db, "articles"))).toEqual(before);
    editDetails(db, [last], { publication: "宁郭日报" });
    expect(whole(quickFindStamps(db, "articles")).map((stamp, block) => stamp === before[block])).toEqual([
      true,
      false,
    ]);
  });
});

describe("The bookmarks for quick find", () => {
  const text = "会议听取了关于乡村振兴工作的汇报。";

  function marked(...notes: readonly string[]) {
    const { db } = temporaryLibrary();
    const [id = 0] = storeEach(db, [article({ title: "县委常委会会议", issuedOn: "2021-02-05" }, text)]);
    const start = readArticleText(db, id).text.indexOf("乡村振兴工作");
    const bookmarks = notes.map((note) =>
      addBookmark(
        db,
        {
          ...{ article: id, revision: 1, start, end: start + 6, quote: "乡村振兴工作" },
          ...{ color: "red", note, tags: ["提法", "三农"] },
        },
        NOW,
      ),
    );
    return { db, id, start, bookmarks };
  }

  it("tell the passage, its note and tags, and where it stands", () => {
    const { db, id, start } = marked("下次例会用");
    expect(unpackBookmarks(quickFindBlock(db, "bookmarks", 0).packed)).toEqual([
      [1, id, start, "乡村振兴工作", "下次例会用", ["三农", "提法"], "县委常委会会议", "2021-02-05"],
    ]);
  });

  it("change the stamp of their block when one is changed, deleted, or goes to the trash with its article", () => {
    const { db, id, bookmarks } = marked("一", "二");
    const stamp = () => whole(quickFindStamps(db, "bookmarks")).join();
    const first = stamp();
    changeBookmarks(db, { ids: [1], note: "三", addTags: [], removeTags: [] }, NOW);
    const changed = stamp();
    expect(changed).not.toBe(first);
    moveToTrash(db, [id], NOW);
    expect(unpackBookmarks(quickFindBlock(db, "bookmarks", 0).packed)).toEqual([]);
    restoreFromTrash(db, [id]);
    expect(stamp()).toBe(changed);
    deleteBookmarks(db, [bookmarks[0]?.id ?? 0]);
    expect(unpackBookmarks(quickFindBlock(db, "bookmarks", 0).packed).map(([, , , , note]) => note)).toEqual([
      "二",
    ]);
    editDetails(db, [id], { title: "另一个标题" });
    expect(unpackBookmarks(quickFindBlock(db, "bookmarks", 0).packed)[0]?.[6]).toBe("另一个标题");
  });

  it("come as far as anyone types, however long the passage and the note are", () => {
    const { db } = marked("长".repeat(5000));
    expect(unpackBookmarks(quickFindBlock(db, "bookmarks", 0).packed)[0]?.[4]).toHaveLength(300);
  });
});
