import fc from "fast-check";
import { expect, test } from "vitest";
import { countCharacters } from "../../renderer/reading/character-count.ts";

test("white space counts nothing, a rare character of two units counts one", () => {
  expect(countCharacters("案头 阅读\n器\t\u3000\u00a0")).toBe(5);
  expect(countCharacters("𠮷野家")).toBe(3);
  expect(countCharacters("")).toBe(0);
});

test("characters are counted as taking out all white space would", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(countCharacters(text)).toBe([...text.replace(/\s/g, "")].length);
    }),
  );
});
