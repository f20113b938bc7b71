import { describe, expect, it } from "vitest";
import { moveToTrash, restoreFromTrash, star } from "../../main/library/articles.ts";
import { editDetails } from "../../main/library/edit-details.ts";
import { quickFindBlock, quickFindStamps } from "../../main/library/quick-find-entries.ts";
import { unpackArticles } from "../../preload/model/quick-find.ts";
import { article, storeEach, temporaryLibrary, whole } from "./temporary-library.ts";

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
    expect(unpackArticles(quickFindBlock(db, 0).articles)).toEqual([
      [first, '春耕"备耕"', "农事", "宁郭日报", "2021-02-05"],
      [second, "七项清单", "", "", ""],
    ]);
  });

  it("have one stamp a block, the one that comes with the block", () => {
    const { db } = temporaryLibrary();
    expect(whole(quickFindStamps(db))).toEqual([]);
    const titles = Array.from({ length: 1030 }, (_, number) => article({ title: `第${number}篇` }));
    db.transaction(() => storeEach(db, titles))();
    const stamps = whole(quickFindStamps(db));
    const blocks = stamps.map((_, block) => quickFindBlock(db, block));
    expect(blocks.map(({ stamp }) => stamp)).toEqual(stamps);
    expect(blocks.flatMap((block) => unpackArticles(block.articles)).map(([, title]) => title)).toEqual(
      titles.map(({ title }) => title),
    );
    expect(unpackArticles(quickFindBlock(db, stamps.length).articles)).toEqual([]);
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
    const before = whole(quickFindStamps(db));
    star(db, [last], true);
    expect(whole(quickFindStamps(db))).toEqual(before);
    moveToTrash(db, [last], "2026-11-23T08:00:00.000Z");
    expect(whole(quickFindStamps(db)).map((stamp, block) => stamp === before[block])).toEqual([true, false]);
    restoreFromTrash(db, [last]);
    expect(whole(quickFindStamps(db))).toEqual(before);
    editDetails(db, [last], { publication: "宁郭日报" });
    expect(whole(quickFindStamps(db)).map((stamp, block) => stamp === before[block])).toEqual([true, false]);
  });
});
