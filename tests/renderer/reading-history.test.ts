import { describe, expect, it } from "vitest";
import {
  backToLibrary,
  backToResults,
  currentPlace,
  nothingRead,
  openArticle,
  opened,
  type ReadingHistory,
  resultsAlone,
  stepped,
  wentTo,
  without,
} from "../../renderer/app/reading-history.ts";

function afterReading(...ids: readonly number[]): ReadingHistory {
  return ids.reduce((history, id) => opened(history, id), nothingRead);
}

function idsOf({ places }: ReadingHistory): (number | null)[] {
  return places.map(({ id }) => id);
}

const words = { query: "清单", shortNames: false, near: null };

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
    expect(idsOf(read)).toEqual([1, 2, 4]);
    expect(openArticle(stepped(read, 1))).toBe(4);
  });

  it("does not count opening what is open", () => {
    expect(idsOf(afterReading(1, 1, 2, 2))).toEqual([1, 2]);
  });

  it("forgets the oldest after two hundred", () => {
    const read = afterReading(...Array.from({ length: 250 }, (_, id) => id));
    expect(read.places).toHaveLength(200);
    expect(openArticle(read)).toBe(249);
  });

  it("closes an article that is gone and skips it on the way back", () => {
    const read = without(afterReading(1, 2, 1, 3), [2]);
    expect(idsOf(read)).toEqual([1, 3]);
    expect(openArticle(read)).toBe(3);
    expect(openArticle(without(afterReading(1, 2), [2]))).toBeNull();
    expect(openArticle(stepped(without(afterReading(1, 2), [2]), -1))).toBe(1);
    expect(openArticle(without(stepped(afterReading(1, 2, 3), -1), [3, 1]))).toBe(2);
  });

  it("leads from a hit to the results, and from those to what was read before", () => {
    const results = wentTo(afterReading(1), resultsAlone);
    const hit = wentTo(results, { screen: "search", id: 7, opening: { at: 5, words } });
    const nextArticle = opened(hit, 8, "search");
    expect(backToResults(nextArticle)).toEqual({ places: nextArticle.places, at: 1 });
    expect(currentPlace(stepped(hit, -1))).toEqual(resultsAlone);
    expect(currentPlace(stepped(stepped(hit, -1), -1))).toMatchObject({ screen: "library", id: 1 });
  });

  it("takes another hit of the open article as the same place, opened anew", () => {
    const first = wentTo(nothingRead, { screen: "search", id: 7, opening: { at: 5, words } });
    const second = wentTo(first, { screen: "search", id: 7, opening: { at: 90, words } });
    expect(second.places).toHaveLength(first.places.length);
    expect(currentPlace(second).opening?.at).toBe(90);
    const inLibrary = opened(second, 7);
    expect(currentPlace(inLibrary).screen).toBe("library");
    expect(inLibrary.places).toHaveLength(second.places.length + 1);
  });

  it("comes to results anew where none led to the open article, and to the library with what is open", () => {
    const read = afterReading(1);
    expect(currentPlace(backToResults(read))).toEqual(resultsAlone);
    const hit = wentTo(wentTo(read, resultsAlone), { screen: "search", id: 7, opening: null });
    expect(currentPlace(backToLibrary(hit))).toMatchObject({ screen: "library", id: 7 });
    expect(currentPlace(backToLibrary(wentTo(read, resultsAlone)))).toMatchObject({
      screen: "library",
      id: 1,
    });
    expect(backToLibrary(read)).toBe(read);
  });
});
