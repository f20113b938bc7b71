import { describe, expect, it } from "vitest";
import {
  followOpen,
  movedCursor,
  noSelection,
  selectAll,
  selectOne,
  selectThrough,
  toggleOne,
} from "../../renderer/library/selection.ts";

const order = [50, 40, 30, 20, 10];

describe("Selecting in the list", () => {
  it("takes a range from where it began, in either direction, and gives up what was outside", () => {
    const down = selectThrough(selectOne(1, 40), 3, order);
    expect([...down.ids]).toEqual([40, 30, 20]);
    const up = selectThrough(down, 0, order);
    expect([...up.ids]).toEqual([50, 40]);
    expect(up.anchor).toBe(1);
    expect(up.cursor).toBe(0);
  });

  it("begins a range where it is first asked for", () => {
    expect([...selectThrough(noSelection, 2, order).ids]).toEqual([30]);
  });

  it("adds one and takes it out again, and a range begins there", () => {
    const both = toggleOne(selectOne(0, 50), 3, 20);
    expect([...both.ids]).toEqual([50, 20]);
    expect([...toggleOne(both, 0, 50).ids]).toEqual([20]);
    expect([...selectThrough(both, 4, order).ids]).toEqual([20, 10]);
  });

  it("takes all without moving the cursor", () => {
    const all = selectAll(selectOne(2, 30), order);
    expect(all.ids.size).toBe(5);
    expect(all.cursor).toBe(2);
  });
});

describe("The keyboard in the list", () => {
  it("moves by one, by a page and to the ends, never beyond them", () => {
    const from = (key: string, cursor: number) => movedCursor(key, cursor, 5, 3);
    expect(from("ArrowDown", -1)).toBe(0);
    expect(from("ArrowDown", 4)).toBe(4);
    expect(from("ArrowUp", 0)).toBe(0);
    expect(from("PageDown", 0)).toBe(3);
    expect(from("PageUp", 4)).toBe(1);
    expect(from("Home", 3)).toBe(0);
    expect(from("End", 0)).toBe(4);
    expect(from("x", 0)).toBeNull();
  });
});

it("an article opened from elsewhere takes the selection with it, but leaves a selection of several alone", () => {
  expect(followOpen(selectOne(3, 30), 70)).toEqual({ ids: new Set([70]), cursor: -1, anchor: -1 });
  const clicked = selectOne(3, 30);
  expect(followOpen(clicked, 30)).toBe(clicked);
  const several = toggleOne(clicked, 5, 50);
  expect(followOpen(several, 70)).toBe(several);
});
