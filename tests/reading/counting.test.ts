import fc from "fast-check";
import { expect, test } from "vitest";
import { countCharacters } from "../../renderer/reading/character-count.ts";

test("white space counts nothing, a rare character of two units counts one", () => {
  expect(countCharacters("案头 阅读\n器\t\u3000\u00a0")).toBe(5);
  expect(countCharacters("𠮷野家")).toBe(3);
  expect(countCharacters("")).toBe(0);
});

const piece = fc.constantFrom(
  "字",
  "𠮷",
  "a",
  " ",
  "\n",
  "\u00a0",
  "\u1680",
  "\u2003",
  "\u2028",
  "\u3000",
  "\ufeff",
  "\u200b",
);

test("characters are counted as taking out all white space would", () => {
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join("");
      expect(countCharacters(text)).toBe([...text.replace(/\s/g, "")].length);
    }),
  );
});
