/** When the letters of a page amount to a text. */
import type { Glyph } from "./page-contents.ts";

/** Letters on a page whose text is more than what was stamped on a scan. */
export const LETTERS_OF_A_TEXT = 60;
const ENOUGH_TO_JUDGE = 10;
/** Of a page's letters: more without a meaning, and the rest has none either. */
const UNKNOWN_AT_MOST = 0.3;
/** Of a page's letters. */
const STRANGE_AT_MOST = 0.35;

/** Letters of Western Europe with accents, and signs: many of them are Chinese in a font that hides it. */
const STRANGE = /^[\u0080-\u00a6\u00a8-\u00ae\u00b2-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u00ff]$/;
/** Characters of which a text has one in thousands: where they are many, a font's own numbers were taken for characters. */
const RARE = /^[\u3400-\u4dbf]$/;
const RARE_AT_MOST = 0.15;
/** What leads from a title to its page in a list of contents. */
const LEADER = /^[.…·—_]+$/;

/** Whether what a page's fonts call its letters makes no sense. `unknown`: how many of them have no character at all. */
export function isRubbish(glyphs: readonly Glyph[], unknown: number): boolean {
  const letters = glyphs.filter(({ text }) => !LEADER.test(text));
  if (letters.length < ENOUGH_TO_JUDGE) return unknown >= ENOUGH_TO_JUDGE;
  const strange = letters.filter(({ text }) => STRANGE.test(text)).length;
  const rare = letters.filter(({ text }) => RARE.test(text)).length;
  return (
    unknown > letters.length * UNKNOWN_AT_MOST ||
    strange > letters.length * STRANGE_AT_MOST ||
    rare > letters.length * RARE_AT_MOST
  );
}
