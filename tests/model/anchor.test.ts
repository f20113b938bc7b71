import fc from "fast-check";
import { expect, describe as group, it } from "vitest";
import type { Anchor, Resolution } from "../../preload/model/anchor.ts";
import { CONTEXT, describe, resolve, resolver } from "../../preload/model/anchor.ts";
import { articleText } from "../../preload/model/article-text.ts";
import type { AnchorCase } from "../bench/anchor-cases.ts";
import { anchorCases } from "../bench/anchor-cases.ts";
import { generatedText } from "../bench/generate-text.ts";

const source = generatedText(20_261_123);
const text = articleText(source.article(3)).text;

function anchorAt(of: string, quote: string): Anchor {
  const start = of.indexOf(quote);
  return describe(of, { start, end: start + quote.length }, 1);
}

/** What stands where the quote is found. */
function found(after: string, before: string, quote: string): string | null {
  const resolution = resolver(after, before)(anchorAt(before, quote));
  return resolution.state === "lost" ? null : after.slice(resolution.span.start, resolution.span.end);
}

group("A passage", () => {
  it("is described by its place, its quote and 32 units on either side, fewer at the ends", () => {
    const anchor = describe(text, { start: 40, end: 50 }, 7);
    expect(anchor).toEqual({
      revision: 7,
      start: 40,
      end: 50,
      quote: text.slice(40, 50),
      prefix: text.slice(8, 40),
      suffix: text.slice(50, 82),
    });
    expect(describe(text, { start: 1, end: text.length }, 1)).toMatchObject({ prefix: text[0], suffix: "" });
  });

  it("is found again where it is, for every span of every article", () => {
    const articles = Array.from({ length: 30 }, (_, number) => articleText(source.article(number)).text);
    fc.assert(
      fc.property(fc.constantFrom(...articles), fc.nat(), fc.nat(), (of, one, other) => {
        const [start = 0, end = 0] = [one % of.length, other % of.length].sort((a, b) => a - b);
        const span = { start, end: end + 1 };
        const kept: Resolution = { state: "kept", span };
        expect(resolve(of, describe(of, span, 1))).toEqual(kept);
        expect(resolver(of, of)(describe(of, span, 1))).toEqual(kept);
      }),
      { numRuns: 2000 },
    );
  });

  it("is never put where none of it is, and is found where enough of it is, through thousands of random edits", () => {
    const counts = { unchanged: 0, unchangedFound: 0, little: 0, littleFound: 0, others: 0, wrong: 0 };
    for (const each of anchorCases(source, 1, 3000)) {
      const outcome = outcomeOf(each);
      const group = groupOf(each);
      counts[group]++;
      if (outcome === "wrong") counts.wrong++;
      if (outcome === "right" && group !== "others") counts[`${group}Found`]++;
    }
    expect(counts.wrong).toBeLessThanOrEqual(1);
    expect(counts.unchangedFound / counts.unchanged).toBeGreaterThan(0.985);
    expect(counts.littleFound / counts.little).toBeGreaterThan(0.95);
  });
});

function outcomeOf({ before, after, span, survivors }: AnchorCase): "right" | "wrong" | "lost" {
  const resolution = resolver(after, before)(describe(before, span, 1));
  if (resolution.state === "lost") return "lost";
  const { start, end } = resolution.span;
  return survivors.some((at) => start <= at && at < end) ? "right" : "wrong";
}

function groupOf({ tellable, changed }: AnchorCase): "unchanged" | "little" | "others" {
  if (!tellable || changed > 0.1) return "others";
  return changed > 0 ? "little" : "unchanged";
}

group("In a changed text a passage", () => {
  const before = `标题在此处\n${text}\n第一，完成高标准农田建设任务三万亩，比上年增长百分之五。\n最后一段说明今后的打算。`;
  const quote = "完成高标准农田建设任务三万亩，比上年增长";

  it("is moved where text was put in before it", () => {
    const after = before.replace("标题在此处", "新的肩题\n标题在此处");
    const resolution = resolver(after, before)(anchorAt(before, quote));
    const start = after.indexOf(quote);
    expect(resolution).toEqual({ state: "moved", span: { start, end: start + quote.length } });
  });

  it("is found with its changes, and called changed", () => {
    const after = before.replace("建设任务三万亩", "建设四万亩");
    expect(found(after, before, quote)).toBe("完成高标准农田建设四万亩，比上年增长");
    expect(resolver(after, before)(anchorAt(before, quote)).state).toBe("changed");
  });

  it.each([
    ["width and punctuation", (of: string) => of.replaceAll("，", ",").replaceAll("。", ".")],
    ["traditional characters", (of: string) => of.replaceAll("万亩", "萬畝").replaceAll("务", "務")],
    ["a line feed in its middle", (of: string) => of.replace("建设任务", "建设\n任务")],
  ])("is found in spite of %s", (_name, change) => {
    const after = change(before).replace("标题在此处", "标题不在此处");
    const standing = found(after, before, quote);
    expect(standing?.startsWith("完成高标准农田建设")).toBe(true);
    expect(standing?.endsWith("比上年增长")).toBe(true);
  });

  it("is lost where it is gone, even if its like stands elsewhere", () => {
    const other = "第二，完成高标准农田建设任务两万亩，比上年增长百分之六。";
    const both = `${before}\n${other}`;
    const after = both.replace("第一，完成高标准农田建设任务三万亩，比上年增长百分之五。\n", "");
    expect(found(after, both, quote)).toBeNull();
  });

  it("is lost where two places are equally like it", () => {
    const repeated = `${text}\n（本报记者　张三）\n${text.slice(0, 60)}`;
    const after = repeated.replaceAll(
      "（本报记者　张三）",
      "插入\n（本报记者　张三）\n插入\n（本报记者　张三）\n插入",
    );
    expect(found(after, repeated, "（本报记者　张三）")).toBeNull();
  });

  it("is found when its whole paragraph has moved elsewhere", () => {
    const lines = before.split("\n");
    const after = [...lines.slice(-2, -1), ...lines.slice(0, -2), ...lines.slice(-1)].join("\n");
    expect(found(after, before, "第一，完成高标准农田建设任务三万亩，比上年增长百分之五。")).toBe(
      "第一，完成高标准农田建设任务三万亩，比上年增长百分之五。",
    );
  });

  it("of several paragraphs is found around a heading put in and a paragraph taken out", () => {
    const long = articleText(source.articleOfLength(3000)).text;
    const start = 300;
    const anchor = describe(long, { start, end: start + 1500 }, 1);
    const lines = long.split("\n");
    const middle = lines.findIndex((line) => long.indexOf(line) > start + 600);
    const after = lines.toSpliced(middle, 1, "新加的小标题").join("\n");
    const resolution = resolver(after, long)(anchor);
    if (resolution.state === "lost") throw new Error("lost");
    const standing = after.slice(resolution.span.start, resolution.span.end);
    expect(standing.startsWith(anchor.quote.slice(0, 20))).toBe(true);
    expect(standing.endsWith(anchor.quote.slice(-20))).toBe(true);
    expect(resolution.state).toBe("changed");
  });
});

group("Without the earlier text", () => {
  it("a passage is found by its contexts, and lost where it may be another's", () => {
    const anchor = anchorAt(text, text.slice(100, 120));
    const inserted = `新段\n${text}`;
    expect(resolve(inserted, anchor)).toEqual({ state: "moved", span: { start: 103, end: 123 } });
    expect(resolve(`${inserted}\n${text}`, anchor)).toEqual({ state: "lost" });
    expect(resolve("全然不同的文字", anchor)).toEqual({ state: "lost" });
    expect(CONTEXT).toBe(32);
  });
});
