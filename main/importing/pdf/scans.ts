/** Pages without a text that can be used: pictures of paper, and fonts that do not say what their letters are. */
import { heightOf, widthOf } from "./geometry.ts";
import { LETTERS_OF_A_TEXT } from "./legibility.ts";
import type { ReadPage } from "./page-types.ts";

/** Of a page, covered by its pictures. */
const COVERED = 0.4;

export function isScanned(page: ReadPage): boolean {
  return page.letters < LETTERS_OF_A_TEXT && isCovered(page);
}

/** Whether pictures take up so much of a page that they are the page. */
export function isCovered(page: ReadPage): boolean {
  return coveredByPictures(page) >= COVERED;
}

export interface Readable {
  readonly pages: readonly ReadPage[];
  /** Pages whose text was left out. */
  readonly unreadable: number;
}

/** Pages without text that nobody could read: rubbish is no text. */
export function withoutUnreadable(pages: readonly ReadPage[]): Readable {
  return {
    pages: pages.map((page) => (page.rubbish ? withoutText(page) : page)),
    unreadable: pages.filter(({ rubbish }) => rubbish).length,
  };
}

export function withoutText(page: ReadPage): ReadPage {
  const things = page.things.filter(({ value }) => value.type === "picture");
  return { ...page, things, segments: [], asides: [], stamps: [], letters: 0 };
}

/** How much of a page its pictures cover, in its area. */
function coveredByPictures({ width, height, things }: ReadPage): number {
  const covered = things.reduce(
    (sum, thing) => (thing.value.type === "picture" ? sum + widthOf(thing) * heightOf(thing) : sum),
    0,
  );
  return covered / Math.max(1, width * height);
}
