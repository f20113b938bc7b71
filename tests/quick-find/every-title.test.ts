import fc from "fast-check";
import { pinyin } from "pinyin-pro";
import { describe, expect, it } from "vitest";
import { createFindIndex } from "../../renderer/quick-find/find-index.ts";
import { generatedText } from "../bench/generate-text.ts";
import { entry, found, indexOf } from "./library-of-titles.ts";

/** As a whole text is read, its characters in their context; what is no Han character stands for itself. */
function readingsOf(text: string): readonly string[] {
  return pinyin(text, { toneType: "none", type: "array", v: true });
}

const source = generatedText(7);
const titles = Array.from({ length: 400 }, (_, number) => source.article(number).title);

/** Any Han of the main block, the marks of titles, and Latin words and numbers between them. */
const titleOfAnything = fc
  .array(
    fc.oneof(
      {
        weight: 12,
        arbitrary: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((unit) => String.fromCharCode(unit)),
      },
      { weight: 2, arbitrary: fc.constantFrom("，", "：", "“", "”", "《", "》", " ", "（", "）", "·") },
      { weight: 1, arbitrary: fc.constantFrom("5G", "GDP", "2021", "CPI") },
    ),
    { minLength: 2, maxLength: 30 },
  )
  .map((pieces) => pieces.join(""))
  .filter((title) => /\p{Script=Han}/u.test(title));

describe("Every title", () => {
  const index = indexOf({ articles: titles.map((title, number) => entry(String(number), title)) });
  const keysFound = (text: string) => found(index, text, titles.length).map(({ key }) => key);

  it("is found by its own initials", () => {
    for (const [number, title] of titles.entries()) {
      const initials = readingsOf(title).map((reading) => reading.charAt(0));
      expect(keysFound(initials.join("")), title).toContain(String(number));
    }
  });

  it("is found by its own whole pinyin", () => {
    for (const [number, title] of titles.entries()) {
      expect(keysFound(readingsOf(title).join("")), title).toContain(String(number));
    }
  });

  it("is found by any two or more of its characters that stand together", () => {
    fc.assert(
      fc.property(
        fc.nat(titles.length - 1),
        fc.nat(100),
        fc.integer({ min: 2, max: 30 }),
        (number, from, length) => {
          const title = titles[number] ?? "";
          const start = from % (title.length - 1);
          const part = title.slice(start, start + length);
          const row = found(index, part, titles.length).find(({ key }) => key === String(number));
          const [range] = row?.ranges ?? [];
          expect(title.slice(range?.[0], range?.[1])).toBe(part);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("of whatever characters, is found by each way of typing any stretch of it", () => {
    fc.assert(
      fc.property(
        titleOfAnything,
        fc.nat(100),
        fc.infiniteStream(fc.constantFrom(0, 1, 2)),
        (title, from, ways) => {
          const own = createFindIndex();
          own.replace("articles", "articles", [entry("1", title)]);
          const characters = [...title];
          const start = from % characters.length;
          const readings = readingsOf(title);
          const typed = characters
            .slice(start)
            .map((character, place) => {
              const reading = readings[start + place] ?? character;
              const way = ways.next().value;
              if (way === 0 || !/\p{Script=Han}/u.test(character)) return character;
              return way === 1 ? reading : reading.charAt(0);
            })
            .join("");
          if (typed.trim() === "") return;
          expect(found(own, typed).map(({ key }) => key)).toEqual(["1"]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
