import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { charactersOf, digestOf } from "../../main/library/digest.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { article } from "./temporary-library.ts";

const excerptOf = (...paragraphs: string[]) => {
  const one = article({}, ...paragraphs);
  return digestOf(one, articleText(one).text).excerpt;
};

describe("What a list row tells of an article", () => {
  test("its characters are counted as code points, white space and halves of pairs apart", () => {
    const unit = fc.constantFrom("汉", "a", " ", "\n", "\u3000", "\u00a0", "😀", "𠮷", "\ud83d", "\ude00");
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
        const text = units.join("");
        expect(charactersOf(text)).toBe(text.match(/\S/gu)?.length ?? 0);
      }),
    );
  });

  test("its excerpt goes on over as many short paragraphs as it takes, and ends within a long one", () => {
    expect(excerptOf(..."一二三四五六七八九十".split(""))).toBe("一 二 三 四 五 六 七 八 九 十");
    expect(excerptOf("开头。", "长".repeat(1000))).toBe(`开头。 ${"长".repeat(156)}`);
  });
});
