import { describe, expect, it } from "vitest";
import { boxesOf, type PageText, placeOn, textAt } from "../../renderer/correcting/page-text.ts";

const page = "东山县农业农村局关于抓好春耕的通知各村要在三月底以前完成备耕，保证种子、化肥和农机具到位。";

const said = (text: string, paragraph: string) => {
  const span = placeOn(text, paragraph);
  return span === null ? null : text.slice(span.start, span.end);
};

describe("The place of a paragraph on a page", () => {
  it("is all that both say alike, around a piece of it", () => {
    expect(said(page, "各村要在三月底以前完成备耕，保证种子、化肥和农机具到位。")).toBe(
      "各村要在三月底以前完成备耕，保证种子、化肥和农机具到位。",
    );
    expect(said(page, "（新加）各村要在三月底以前完成备耕，然后另说。")).toBe("各村要在三月底以前完成备耕，");
  });

  it("is found though width and variants of characters differ", () => {
    expect(said("ＡＢＣ：種子化肥都已備足。", "ABC:种子化肥都已备足。")).toBe("ＡＢＣ：種子化肥都已備足。");
  });

  it("is the longest of several", () => {
    const heading = "关于春耕准备工作";
    expect(placeOn(`${heading}说明。另外，${heading}的通知`, `${heading}的通知`)?.start).toBe(14);
  });

  it("is that of the whole for a paragraph of few characters, and none for another or an empty one", () => {
    expect(said(page, "通知")).toBe("通知");
    expect(said(page, "另有一篇完全不相干的文字")).toBeNull();
    expect(said(page, "")).toBeNull();
  });
});

describe("What stands on a page", () => {
  const box = (top: number) => ({ left: 0.1, top, width: 0.5, height: 0.1 });
  const text: PageText = {
    text: "各村要完成备耕并保证种子化肥到位。到",
    runs: [
      { start: 0, end: 13, box: box(0.1) },
      { start: 13, end: 17, box: box(0.3) },
      { start: 17, end: 18, box: box(0.5) },
    ],
  };

  it("is boxed by the runs that a span touches", () => {
    expect(boxesOf(text, { start: 12, end: 14 })).toEqual([box(0.1), box(0.3)]);
    expect(boxesOf(text, { start: 13, end: 17 })).toEqual([box(0.3)]);
  });

  it("is told at a point, with what lies around it where that is little", () => {
    expect(textAt(text, 0.2, 0.15)).toBe("各村要完成备耕并保证种子化");
    expect(textAt(text, 0.2, 0.35)).toBe("村要完成备耕并保证种子化肥到位。到");
    expect(textAt(text, 0.9, 0.15)).toBeNull();
  });
});
