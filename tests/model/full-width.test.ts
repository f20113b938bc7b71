import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownText } from "../../preload/model/full-width.ts";

describe("half-width punctuation as it is shown", () => {
  it.each([
    ["党建引领,创新治理", "党建引领，创新治理"],
    ["一是学;二是做:三是比!好不好?", "一是学；二是做：三是比！好不好？"],
    ["“三会一课”,落到实处", "“三会一课”，落到实处"],
    ["收入2619万元,增长12.5%.全年向好.", "收入2619万元，增长12.5%.全年向好。"],
    ["照片(本报资料)说明", "照片（本报资料）说明"],
    ["模式(ABC)推广", "模式（ABC）推广"],
    ["(ABC),推广", "（ABC），推广"],
    ["𠮷,𠮷", "𠮷，𠮷"],
    ["2021年,2022年", "2021年，2022年"],
  ])("becomes full-width beside Chinese: %s", (stored, shown) => {
    expect(shownText(stored)).toBe(shown);
  });

  it.each([
    ["上午8:30开会"],
    ["共1,000人"],
    ["比分3:2"],
    ["访问https://example.cn/a?b=1了解"],
    ["见report.txt文件"],
    ["He said, “Yes, we can.” Then (slowly) left; why?"],
    ["1. 概述"],
    ["a,b"],
    ["第3.5节"],
    ["甲...乙"],
  ])("stays as it is stored: %s", (stored) => {
    expect(shownText(stored)).toBe(stored);
  });

  it("does not look past the end of a line", () => {
    expect(shownText("abc,\n中文")).toBe("abc,\n中文");
    expect(shownText("(abc\n中)文")).toBe("(abc\n中）文");
  });

  it("keeps every place, and shows what is shown the same again", () => {
    const text = fc.string({ unit: fc.constantFrom(..."中文“”，a1 ,;:?!.()\n𠮷"), maxLength: 40 });
    fc.assert(
      fc.property(text, (stored) => {
        const shown = shownText(stored);
        expect(shown.length).toBe(stored.length);
        expect(shownText(shown)).toBe(shown);
        for (const [place, unit] of stored.split("").entries()) {
          if (!/[,;:?!.()]/.test(unit)) expect(shown[place]).toBe(unit);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("stays linear on long runs of marks", () => {
    const marks = ",".repeat(200_000);
    expect(shownText(`中${marks}`)).toBe(`中${"，".repeat(200_000)}`);
    expect(shownText(`${marks}中`)).toBe(`${"，".repeat(200_000)}中`);
  });
});
