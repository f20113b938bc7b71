import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { comparedWith } from "../../renderer/correcting/differences.ts";

/** What is marked stands in brackets. */
const shown = (text: string, other: string) =>
  comparedWith(text, other)
    .map((part) => (part.isOther ? `[${part.text}]` : part.text))
    .join("");

describe("What a version has that the other has not", () => {
  it("is marked where it stands, each place by itself", () => {
    expect(shown("前年秋粮收购进度较快，共收三万吨。", "去年秋粮收购进度较快，共收五万吨。")).toBe(
      "[前]年秋粮收购进度较快，共收[三]万吨。",
    );
    expect(shown("秋粮收购", "秋粮收购进度")).toBe("秋粮收购");
  });

  it("is sought paragraph by paragraph, and what stands unchanged between them is not marked", () => {
    const mine = "第一段改了字。\n第二段没有动。\n第三段说的是化肥储备。";
    const theirs = "第一段改过字。\n第二段没有动。\n第三段说的是农药储备。";
    expect(shown(mine, theirs)).toBe("第一段改[了]字。\n第二段没有动。\n第三段说的是[化肥]储备。");
  });

  it("is a whole paragraph where the other has none such", () => {
    expect(shown("甲乙丙。\n新来的一段。\n丁戊己。", "甲乙丙。\n丁戊己。")).toBe(
      "甲乙丙。\n[新来的一段。]\n丁戊己。",
    );
    expect(shown("全县春耕现场会召开。", "他说天气很好。")).toBe("[全县春耕现场会召开。]");
    expect(shown("", "甲")).toBe("");
  });

  it("leaves every character where it was", () => {
    const text = string({ unit: "binary", maxLength: 60 });
    assert(
      property(
        text,
        text,
        (one, other) =>
          comparedWith(one, other)
            .map((part) => part.text)
            .join("") === one,
      ),
    );
  });
});
