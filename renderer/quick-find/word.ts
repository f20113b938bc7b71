/** A typed word and what is known of it before any title is looked at, so that most titles fall at a glance. */
import type { Sought } from "./match.ts";
import { initialsAt } from "./readings.ts";

export interface Word {
  /** Folded. */
  readonly text: string;
  /** Whether it has a Latin letter, and so can be met by sound. */
  readonly isSpoken: boolean;
  /** The initials a text must have, all of them, to be met by this word by sound: bits, as `initialsAt` gives them. */
  readonly initials: number;
  /** Of each Han character the initials of its readings: a text that sounds the same has one of each. */
  readonly sounds: readonly number[];
  /** Whether it stands in the name of a newspaper; asked once, not once an article. */
  readonly origins: Map<Sought, boolean>;
}

/** These stand in pinyin at its beginning only: as part of a word each of them is some character's initial. */
const ALWAYS_INITIAL = /[bpfdtlkjqxzcsyw]/g;

const A = 0x61;

export function wordOf(text: string): Word {
  let initials = 0;
  for (const [letter] of text.matchAll(ALWAYS_INITIAL)) initials |= 1 << (letter.charCodeAt(0) - A);
  const sounds: number[] = [];
  for (let place = 0; place < text.length; place++) {
    if (/\p{Script=Han}/u.test(text.charAt(place))) sounds.push(initialsAt(text, place));
  }
  return { text, isSpoken: /[a-z]/.test(text), initials, sounds, origins: new Map() };
}
