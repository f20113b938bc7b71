import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sentencesAround } from "../../main/search/sentence-spans.ts";
import type { Span } from "../../preload/model/article-text.ts";

/** The places of a character. */
function placesOf(text: string, wanted: string): readonly Span[] {
  return [...text.matchAll(new RegExp(wanted, "gu"))].map(({ index }) => ({
    start: index,
    end: index + wanted.length,
  }));
}

function sentences(text: string, wanted: string): readonly string[] {
  return sentencesAround(text, placesOf(text, wanted)).map(({ start, end }) => text.slice(start, end));
}

describe("The sentence around a place", () => {
  it("goes from the full stop before to the one after it, closing quotes included, within its line", () => {
    expect(sentences("先说。“防汛要紧！”再说防汛\n防汛；完", "防汛")).toEqual([
      "“防汛要紧！”",
      "再说防汛",
      "防汛；",
    ]);
    expect(sentences("防汛", "防汛")).toEqual(["防汛"]);
    expect(sentences("一。二", "。二")).toEqual(["一。二"]);
    expect(sentences("一！？二", "？二")).toEqual(["？二"]);
  });

  it("holds all its places, and is there once", () => {
    const text = "防汛、防汛，防汛。抗旱。防汛。";
    expect(sentencesAround(text, placesOf(text, "防汛")).map(({ places }) => places.length)).toEqual([3, 1]);
  });

  it("is what looking at each place alone finds, wherever stops and ends of lines stand", () => {
    const text = fc
      .array(fc.constantFrom(..."甲甲甲乙。！”\n"), { maxLength: 60 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(text, (text) => {
        const expected = placesOf(text, "甲").map(({ start, end }) => {
          const before = /(?:^|\n|[。！]+”*)([^\n。！]*)$/.exec(text.slice(0, start));
          const after = /^[^\n。！]*(?:[。！]+”*)?/.exec(text.slice(end));
          const head = before?.[1] ?? "";
          return { start: start - head.length, end: end + (after?.[0].length ?? 0) };
        });
        const found = sentencesAround(text, placesOf(text, "甲"));
        const each = found.flatMap(({ start, end, places }) => places.map(() => ({ start, end })));
        expect(each).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it("is cut a thousand characters away where a line never ends, and leaves no place out", () => {
    const text = `${"一".repeat(5000)}防汛${"二".repeat(1500)}防汛${"三".repeat(5000)}`;
    const found = sentencesAround(text, placesOf(text, "防汛"));
    expect(found.map(({ start, end }) => [start, end])).toEqual([
      [4000, 6002],
      [6002, 7504],
    ]);
  });

  it("is found at once in a line of a million characters with tens of thousands of places", () => {
    const text = `${"一二三四五六七八九十防汛".repeat(80_000)}。`;
    const found = sentencesAround(text, placesOf(text, "防汛"));
    expect(found.flatMap(({ places }) => places)).toHaveLength(80_000);
  });
});
