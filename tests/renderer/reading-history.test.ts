import { describe, expect, it } from "vitest";
import {
  nothingRead,
  openArticle,
  opened,
  type ReadingHistory,
  stepped,
  without,
} from "../../renderer/app/reading-history.ts";

function afterReading(...ids: readonly number[]): ReadingHistory {
  return ids.reduce(opened, nothingRead);
}

describe("The way back through what was read", () => {
  it("begins with nothing open and nowhere to go", () => {
    expect(openArticle(nothingRead)).toBeNull();
    expect(stepped(nothingRead, -1)).toEqual(nothingRead);
    expect(stepped(nothingRead, 1)).toEqual(nothingRead);
  });

  it("goes back and forward, and stops at either end", () => {
    const read = afterReading(1, 2, 3);
    const back = stepped(stepped(stepped(read, -1), -1), -1);
    expect(openArticle(back)).toBe(1);
    expect(openArticle(stepped(back, 1))).toBe(2);
    expect(openArticle(stepped(read, 1))).toBe(3);
  });

  it("leaves behind what was ahead when another article is opened", () => {
    const read = opened(stepped(afterReading(1, 2, 3), -1), 4);
    expect(read.ids).toEqual([1, 2, 4]);
    expect(openArticle(stepped(read, 1))).toBe(4);
  });

  it("does not count opening what is open", () => {
    expect(afterReading(1, 1, 2, 2).ids).toEqual([1, 2]);
  });

  it("forgets the oldest after two hundred", () => {
    const read = afterReading(...Array.from({ length: 250 }, (_, id) => id));
    expect(read.ids).toHaveLength(200);
    expect(openArticle(read)).toBe(249);
  });

  it("closes an article that is gone and skips it on the way back", () => {
    const read = without(afterReading(1, 2, 1, 3), [2]);
    expect(read.ids).toEqual([1, 3]);
    expect(openArticle(read)).toBe(3);
    expect(openArticle(without(afterReading(1, 2), [2]))).toBeNull();
  });
});
