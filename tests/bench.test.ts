import { describe, expect, it } from "vitest";
import { articleText } from "../preload/model/article-text.ts";
import { generatedText } from "./bench/generate-text.ts";
import { judgedArticles } from "./bench/judged/articles.ts";
import { judgedQueries } from "./bench/judged/queries.ts";
import { median, passes, percentile } from "./bench/measure.ts";
import { normalisedGain } from "./bench/relevance.ts";

describe("Text made for measuring", () => {
  it("is the same for the same seed, article by article, and another for another seed", () => {
    expect(generatedText(1).article(7)).toEqual(generatedText(1).article(7));
    expect(generatedText(1).article(7)).not.toEqual(generatedText(1).article(8));
    expect(generatedText(1).article(7)).not.toEqual(generatedText(2).article(7));
  });

  it("is as long as real news in the mean, with a tail of long ones", () => {
    const source = generatedText(1);
    const lengths = Array.from(
      { length: 500 },
      (_, number) => articleText(source.article(number)).text.length,
    );
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeGreaterThan(500);
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThan(800);
    expect(Math.max(...lengths)).toBeGreaterThan(2000);
  });

  it("uses a few words often and many words rarely", () => {
    const { text } = articleText(generatedText(1).articleOfLength(100_000));
    const share = (word: string) => (text.split(word).length - 1) / text.length;
    expect(share("的")).toBeGreaterThan(0.01);
    expect(share("的")).toBeGreaterThan(5 * share("合作社"));
    expect(new Set(text).size).toBeGreaterThan(300);
  });

  it("can be made of any length", () => {
    const { length } = articleText(generatedText(1).articleOfLength(1_000_000)).text;
    expect(length).toBeGreaterThanOrEqual(1_000_000);
    expect(length).toBeLessThan(1_010_000);
  });
});

describe("The gain of an order of answers", () => {
  it("is 1 for the best order, less where good ones stand low or are missing, 0 where none is there", () => {
    expect(normalisedGain([3, 2, 0], [2, 3])).toBe(1);
    expect(normalisedGain([2, 3], [2, 3])).toBeLessThan(1);
    expect(normalisedGain([3], [2, 3])).toBeLessThan(1);
    expect(normalisedGain([0, 3], [3])).toBeCloseTo(1 / Math.log2(3));
    expect(normalisedGain([0, 0], [3])).toBe(0);
  });
});

describe("The judged queries", () => {
  it("grade only articles that are there", () => {
    const keys = new Set(judgedArticles.map(({ key }) => key));
    expect(keys.size).toBe(judgedArticles.length);
    expect(judgedQueries).toHaveLength(30);
    for (const key of judgedQueries.flatMap(({ grades }) => Object.keys(grades))) expect(keys).toContain(key);
  });
});

describe("A measurement", () => {
  it("is the middle of its repeats, between the middle two where their number is even", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 9])).toBe(3);
    expect(percentile([0, 10, 20, 30, 40], 0.95)).toBeCloseTo(38);
  });

  it("passes up to its bar, that included", () => {
    const measured = { name: "", unit: "×", bar: 1.5, detail: "" } as const;
    expect(passes({ ...measured, value: 1.5 })).toBe(true);
    expect(passes({ ...measured, value: 1.51 })).toBe(false);
    expect(passes({ ...measured, value: Number.NaN })).toBe(false);
  });

  it("passes from its bar on, where that is the least it may be", () => {
    const measured = { name: "", unit: "×", bar: 6, bound: "least", detail: "" } as const;
    expect(passes({ ...measured, value: 6 })).toBe(true);
    expect(passes({ ...measured, value: 5.9 })).toBe(false);
    expect(passes({ ...measured, value: Number.NaN })).toBe(false);
  });
});
