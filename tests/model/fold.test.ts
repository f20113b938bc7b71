import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findAll, fold } from "../../preload/model/fold.ts";

describe("folding", () => {
  it.each([
    ["ＡＢＣ１２３", "abc123"],
    ["Antou", "antou"],
    ["，；：！？（）", ",;:!?()"],
    ["ｶﾅ", "カナ"],
    ["①㎡℃", "1㎡℃"],
    ["中文不变", "中文不变"],
    ["全　角", "全 角"],
  ])("sets case and width aside: %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("keeps every UTF-16 unit's place, and folds what is folded to itself", () => {
    for (let unit = 0; unit <= 0xffff; unit += 1) {
      const character = String.fromCharCode(unit);
      const folded = fold(character);
      if (folded.length !== 1) throw new Error(`U+${unit.toString(16)} becomes ${folded.length} units`);
      if (fold(folded) !== folded) throw new Error(`U+${unit.toString(16)} folds twice to something else`);
    }
  });

  it("folds a text as it folds its characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(fold(text)).toBe([...text].map(fold).join(""));
      }),
    );
  });
});

describe("finding", () => {
  it("finds every place, whatever the case or width", () => {
    expect(findAll("Antou，ANTOU与ａｎｔｏｕ", "antou")).toEqual([
      { start: 0, end: 5 },
      { start: 6, end: 11 },
      { start: 12, end: 17 },
    ]);
  });

  it("lets no hits overlap", () => {
    expect(findAll("哈哈哈哈哈", "哈哈")).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ]);
  });

  it("finds an empty query nowhere", () => {
    expect(findAll("文章", "")).toEqual([]);
  });

  it("gives spans whose folded text is the folded query", () => {
    const text = fc.string({ unit: fc.constantFrom(..."aAａ中，,"), maxLength: 30 });
    fc.assert(
      fc.property(text, text, (haystack, query) => {
        const hits = findAll(haystack, query);
        let after = 0;
        for (const { start, end } of hits) {
          expect(start).toBeGreaterThanOrEqual(after);
          expect(fold(haystack.slice(start, end))).toBe(fold(query));
          after = end;
        }
        if (query !== "") expect(hits.length > 0).toBe(fold(haystack).includes(fold(query)));
      }),
    );
  });
});
