import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { difference } from "../../renderer/ui/bookmarks/difference.ts";

describe("The difference between two texts", () => {
  it("shows a figure that was corrected, and the rest as the same", () => {
    expect(difference("备足种子1200吨。", "备足种子1350吨。")).toEqual([
      { kind: "same", text: "备足种子" },
      { kind: "gone", text: "1200" },
      { kind: "come", text: "1350" },
      { kind: "same", text: "吨。" },
    ]);
  });

  it("shows what was put in and what was taken out", () => {
    expect(difference("各乡镇落实", "各乡镇要落实")).toEqual([
      { kind: "same", text: "各乡镇" },
      { kind: "come", text: "要" },
      { kind: "same", text: "落实" },
    ]);
    expect(difference("一一得一", "一得一")).toEqual([
      { kind: "same", text: "一" },
      { kind: "gone", text: "一" },
      { kind: "same", text: "得一" },
    ]);
  });

  it("is one piece where nothing differs, and none where nothing is there", () => {
    expect(difference("相同", "相同")).toEqual([{ kind: "same", text: "相同" }]);
    expect(difference("", "")).toEqual([]);
  });

  it("shows texts too long to compare as old and new whole between what they share at their ends", () => {
    const old = `首${"甲".repeat(1500)}尾`;
    const now = `首${"乙".repeat(1500)}尾`;
    expect(difference(old, now).map(({ kind, text }) => [kind, text.length])).toEqual([
      ["same", 1],
      ["gone", 1500],
      ["come", 1500],
      ["same", 1],
    ]);
  });

  it("always holds both texts whole", () => {
    const text = string({ unit: "grapheme", maxLength: 40 });
    assert(
      property(text, text, (old, now) => {
        const pieces = difference(old, now);
        const without = (kind: string) =>
          pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join("");
        expect(without("come")).toBe(old);
        expect(without("gone")).toBe(now);
      }),
    );
  });
});
