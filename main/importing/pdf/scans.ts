/** Pages without a text that can be used: pictures of paper, and fonts that do not say what their letters are. */
import { heightOf, widthOf } from "./geometry.ts";
import { ENOUGH_TO_JUDGE, isUnreadable, LETTERS_OF_A_TEXT } from "./legibility.ts";
import type { ReadPage } from "./read-pages.ts";

/** Of a page, covered by its pictures. */
const COVERED = 0.4;
/** Of a page's letters. */
const STRANGE_AT_MOST = 0.35;

/** Letters of Western Europe with accents, and signs: many of them are Chinese in a font that hides it. */
const STRANGE = /[\u0080-\u00a6\u00a8-\u00ae\u00b2-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u00ff]/g;

export function isScanned(page: ReadPage): boolean {
  return page.letters < LETTERS_OF_A_TEXT && coveredByPictures(page) >= COVERED;
}

export interface Readable {
  readonly pages: readonly ReadPage[];
  /** Pages whose text was left out. */
  readonly unreadable: number;
}

/** Pages without text that nobody could read: rubbish is no text. */
export function withoutUnreadable(pages: readonly ReadPage[]): Readable {
  let unreadable = 0;
  const kept = pages.map((page) => {
    const text = page.segments.map((segment) => segment.text).join("");
    const strange = text.match(STRANGE)?.length ?? 0;
    const makesSense = strange <= text.length * STRANGE_AT_MOST || text.length < ENOUGH_TO_JUDGE;
    if (!isUnreadable(page.letters, page.unknown) && makesSense) return page;
    unreadable++;
    const things = page.things.filter(({ value }) => value.type === "picture");
    return { ...page, things, segments: [], asides: [], letters: 0, unknown: 0 };
  });
  return { pages: kept, unreadable };
}

/** How much of a page its pictures cover, in its area. */
function coveredByPictures({ width, height, things }: ReadPage): number {
  const covered = things.reduce(
    (sum, thing) => (thing.value.type === "picture" ? sum + widthOf(thing) * heightOf(thing) : sum),
    0,
  );
  return covered / Math.max(1, width * height);
}
