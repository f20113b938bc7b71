import { describe, expect, it } from "vitest";
import { everyBookmark } from "../../preload/model/bookmark.ts";
import { daysOfMonth, groupOf, isWhole } from "../../renderer/bookmarks/bookmarks-view.ts";
import { nothingChosen, through, toggled } from "../../renderer/bookmarks/choosing.ts";

describe("Choosing bookmarks", () => {
  const order = [7, 3, 9, 1, 4];

  it("ticks a row and takes the tick away again", () => {
    const one = toggled(nothingChosen, 1, 3);
    expect([...one.ids]).toEqual([3]);
    expect([...toggled(one, 1, 3).ids]).toEqual([]);
  });

  it("ticks everything from the row last ticked, either way, and keeps what was ticked before", () => {
    const down = through(toggled(nothingChosen, 1, 3), 3, order);
    expect([...down.ids]).toEqual([3, 9, 1]);
    const up = through(toggled(down, 4, 4), 3, order);
    expect(new Set(up.ids)).toEqual(new Set([3, 9, 1, 4]));
  });

  it("ticks one row where none was ticked before", () => {
    expect([...through(nothingChosen, 2, order).ids]).toEqual([9]);
  });
});

describe("The groups of the panel", () => {
  const row = { title: "简报", color: "red", tags: ["待核", "数据"], createdAt: "2021-02-05T12:00:00Z" };

  it("name a row by what the list is sorted by", () => {
    expect(groupOf(row, "article")).toBe("简报");
    expect(groupOf(row, "color")).toBe("red");
    expect(groupOf(row, "newest")).toMatch(/^2021-02-0[56]$/);
  });

  it("take the first tag in the order of the list, whatever the order of marking; none is empty", () => {
    expect(groupOf({ ...row, tags: ["数据", "待核"] }, "tag")).toBe("待核");
    expect(groupOf({ ...row, tags: [] }, "tag")).toBe("");
  });

  it("know the last day of each month, in leap years too", () => {
    expect(daysOfMonth("2021-02")).toEqual({ from: "2021-02-01", to: "2021-02-28" });
    expect(daysOfMonth("2024-02").to).toBe("2024-02-29");
    expect(daysOfMonth("2021-12").to).toBe("2021-12-31");
  });

  it("are whole without a filter, whatever the order", () => {
    expect(isWhole({ ...everyBookmark, sort: "tag" })).toBe(true);
    expect(isWhole({ ...everyBookmark, sort: "tag", color: "red" })).toBe(false);
  });
});
