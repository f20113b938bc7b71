/** What comes first: how well an entry meets what was typed, then how new it is. */
import type { Range } from "./entry.ts";
import { findSameSound, findSpoken, isAtStart, type Match, type Sought } from "./match.ts";
import type { Word } from "./word.ts";

/** The better, the smaller. */
export const ranks = {
  whole: 0,
  start: 1,
  inside: 2,
  spokenWhole: 3,
  spokenStart: 4,
  spokenInside: 5,
  beside: 6,
  origin: 7,
  sameSound: 8,
} as const;

/** A reading that is not the character's commonest comes after those that are, in the same place of a title. */
const RARELY_READ = 0.5;

export interface Met {
  readonly rank: number;
  /** In the title; null where the word was met elsewhere. */
  readonly range: Range | null;
}

/** How a word is met in a title. */
export function meetTitle(title: Sought, word: Word): Met | null {
  const start = title.text.indexOf(word.text);
  if (start !== -1) {
    const end = start + word.text.length;
    return {
      rank: placed(title.text, start, end, ranks.whole, ranks.start, ranks.inside),
      range: [start, end],
    };
  }
  const match = meetSpoken(title, word);
  if (match === null) return null;
  const rank = placed(
    title.text,
    match.start,
    match.end,
    ranks.spokenWhole,
    ranks.spokenStart,
    ranks.spokenInside,
  );
  return { rank: match.rare ? rank + RARELY_READ : rank, range: [match.start, match.end] };
}

/** Whether a word stands in a text, letter for letter or as it sounds. */
export function isIn(sought: Sought, word: Word): boolean {
  return sought.text.includes(word.text) || meetSpoken(sought, word) !== null;
}

function meetSpoken(sought: Sought, word: Word): Match | null {
  if (!word.isSpoken || (sought.initials & word.initials) !== word.initials) return null;
  return findSpoken(sought, word.text);
}

/** How a word of at least two Han characters is met by characters of the same sound. */
export function meetSameSound(sought: Sought, word: Word): Met | null {
  if (word.sounds.length < 2 || word.sounds.some((sound) => (sought.initials & sound) === 0)) return null;
  const match = findSameSound(sought, word.text);
  return match === null ? null : { rank: ranks.sameSound, range: [match.start, match.end] };
}

function placed(
  text: string,
  start: number,
  end: number,
  whole: number,
  atStart: number,
  inside: number,
): number {
  if (!isAtStart(text, start)) return inside;
  return end === text.length ? whole : atStart;
}
