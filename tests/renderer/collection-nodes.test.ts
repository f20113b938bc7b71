import { describe, expect, it } from "vitest";
import {
  collectionTitle,
  isBelow,
  lastLevel,
  titleAround,
  titleBelow,
  titlesAround,
} from "../../preload/model/collection-path.ts";
import { canMove, collectionNodes, treeLines } from "../../renderer/library/collection-nodes.ts";

const collections = ["甲", "甲/乙", "甲/乙/丙", "甲子", "无上级/下级"].map((title, index) => ({
  ...{ id: index + 1, title, articles: 0 },
}));

function shown(folded: readonly number[]): readonly string[] {
  return treeLines(collectionNodes(collections), new Set(folded)).map(
    ({ node, level }) => `${level} ${node.name}`,
  );
}

describe("Collections as a tree", () => {
  it("puts each below the one whose title it begins with, and one without at the top under its whole title", () => {
    expect(shown([])).toEqual(["1 甲", "2 乙", "3 丙", "1 甲子", "1 无上级/下级"]);
  });

  it("hides what lies in a folded one", () => {
    expect(shown([2])).toEqual(["1 甲", "2 乙", "1 甲子", "1 无上级/下级"]);
    expect(shown([1])).toEqual(["1 甲", "1 甲子", "1 无上级/下级"]);
  });

  it("tells each line's place among those beside it, and the one around it", () => {
    const lines = treeLines(collectionNodes(collections), new Set());
    expect(lines.map(({ place, beside }) => [place, beside])).toEqual([
      [1, 3],
      [1, 1],
      [1, 1],
      [2, 3],
      [3, 3],
    ]);
    expect(lines[2]?.around?.node.collection.title).toBe("甲/乙");
  });

  it("moves a collection anywhere but below itself and to where it is", () => {
    expect(canMove("甲/乙", null)).toBe(true);
    expect(canMove("甲/乙", "甲子")).toBe(true);
    expect(canMove("甲/乙", "甲")).toBe(false);
    expect(canMove("甲", "甲/乙/丙")).toBe(false);
    expect(canMove("甲", "甲")).toBe(false);
    expect(canMove("甲", null)).toBe(false);
  });

  it("takes titles apart and puts them together again", () => {
    for (const { title } of collections) expect(titleBelow(titleAround(title), lastLevel(title))).toBe(title);
    expect(titlesAround("甲/乙/丙")).toEqual(["甲", "甲/乙"]);
    expect(collectionTitle(" 甲 //乙/ ")).toBe("甲/乙");
    expect(isBelow("甲子", "甲")).toBe(false);
  });
});
