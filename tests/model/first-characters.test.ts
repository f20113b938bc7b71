import { assert, property, string } from "fast-check";
import { expect, it } from "vitest";
import { firstCharacters } from "../../preload/model/first-characters.ts";

it("cuts a text, but no character that takes two units", () => {
  expect(firstCharacters("春耕", 5)).toBe("春耕");
  expect(firstCharacters("春耕备耕", 2)).toBe("春耕");
  expect(firstCharacters("住𠮷家", 2)).toBe("住");
  expect(firstCharacters("住𠮷家", 3)).toBe("住𠮷");
  expect(firstCharacters("住𠮷", 3)).toBe("住𠮷");
});

it("leaves a sound text sound", () => {
  assert(
    property(string({ unit: "binary" }), (text) => {
      for (let most = 0; most <= text.length + 1; most++)
        if (!firstCharacters(text, most).isWellFormed()) return false;
      return true;
    }),
  );
});
