import { describe, expect, it } from "vitest";
import type { Bookmark } from "../../preload/model/bookmark.ts";
import {
  afterRedo,
  afterUndo,
  did,
  nothingDone,
  stepAgain,
  stepBack,
  withoutAct,
} from "../../renderer/ui/bookmarks/act-history.ts";

function bookmark(id: number, note = ""): Bookmark {
  return {
    id,
    uuid: `00000000-0000-4000-8000-${String(id).padStart(12, "0")}`,
    article: 1,
    anchor: { revision: 1, start: 0, end: 2, quote: "春耕", prefix: "", suffix: "" },
    quote: "春耕",
    markedStart: 0,
    state: "kept",
    color: "yellow",
    note,
    tags: [],
    createdAt: "2021-02-05T00:00:00Z",
    changedAt: "2021-02-05T00:00:00Z",
  };
}

describe("The history of acts on bookmarks", () => {
  it("undoes a new bookmark by deleting it, and makes it again by putting it back", () => {
    const act = { before: [], after: [bookmark(1)] };
    expect(stepBack(act)).toEqual({ remove: [1], restore: [] });
    expect(stepAgain(act)).toEqual({ remove: [], restore: [bookmark(1)] });
  });

  it("undoes a deletion by putting all of it back", () => {
    const act = { before: [bookmark(1), bookmark(2)], after: [] };
    expect(stepBack(act)).toEqual({ remove: [], restore: [bookmark(1), bookmark(2)] });
    expect(stepAgain(act)).toEqual({ remove: [1, 2], restore: [] });
  });

  it("undoes a change by putting back what was, deleting nothing", () => {
    const act = { before: [bookmark(1, "旧")], after: [bookmark(1, "新")] };
    expect(stepBack(act)).toEqual({ remove: [], restore: [bookmark(1, "旧")] });
    expect(stepAgain(act)).toEqual({ remove: [], restore: [bookmark(1, "新")] });
  });

  it("walks back and forth through acts in order", () => {
    const first = { before: [], after: [bookmark(1)] };
    const second = { before: [], after: [bookmark(2)] };
    const both = did(did(nothingDone, first), second);
    const back = afterUndo(both);
    expect(back).toEqual({ done: [first], undone: [second] });
    expect(afterUndo(back)).toEqual({ done: [], undone: [second, first] });
    expect(afterRedo(afterUndo(back))).toEqual(back);
    expect(afterRedo(back)).toEqual(both);
  });

  it("has nothing to do again once something new was done", () => {
    const act = { before: [], after: [bookmark(1)] };
    expect(did(afterUndo(did(nothingDone, act)), act)).toEqual({ done: [act], undone: [] });
  });

  it("stays as it is where there is nothing to undo or to do again", () => {
    expect(afterUndo(nothingDone)).toEqual(nothingDone);
    expect(afterRedo(nothingDone)).toEqual(nothingDone);
  });

  it("forgets an act that can be taken no further", () => {
    const act = { before: [], after: [bookmark(1)] };
    const other = { before: [], after: [bookmark(2)] };
    expect(withoutAct({ done: [act, other], undone: [act] }, act)).toEqual({ done: [other], undone: [] });
  });

  it("keeps the newest two hundred acts", () => {
    let history = nothingDone;
    for (let id = 1; id <= 201; id++) history = did(history, { before: [], after: [bookmark(id)] });
    expect(history.done).toHaveLength(200);
    expect(history.done[0]?.after[0]?.id).toBe(2);
  });
});
