/**
 * Where a typed word stands in a text, both folded: letter for letter, or as it sounds. As it sounds, a Han character is
 * met by its whole pinyin, by its initial (z, or zh), at the word's end by the beginning of its pinyin, or by itself, all
 * of them mixed: 乡村zx, xiangczx. Punctuation in the text is passed over.
 */
import { fold } from "../../preload/model/fold.ts";
import { initialsAt, initialsOf, readingsAt } from "./readings.ts";

export interface Match {
  readonly start: number;
  readonly end: number;
  /** Whether a character was met by another reading than its commonest. */
  readonly rare: boolean;
}

/** No word is typed longer than this, and no title read further. */
export const LONGEST_WORD = 64;
const LONGEST_TEXT = 512;

const HIGH_SURROGATE = 0xd800;
const LOW_SURROGATE = 0xdc00;

/** The places of text and word from which no way led to the word's end in this search, so that none is tried twice. */
const deadEnds = new Uint32Array(LONGEST_TEXT * LONGEST_WORD);
let search = 0;

/** A text as it is looked through. */
export interface Sought {
  /** Folded. */
  readonly text: string;
  /** As written, unit by unit beside `text`: folding may have made of a character one whose reading nobody wrote down. */
  readonly written: string;
  /** The bits of `initialsOf`, so that most texts fall at a glance. */
  readonly initials: number;
}

export function soughtOf(written: string): Sought {
  const folded = fold(written);
  // Mostly nothing is folded: one string is kept then, not two.
  const text = folded === written ? written : folded;
  return { text, written, initials: initialsOf(text) | initialsOf(written) };
}

interface Search {
  readonly text: string;
  readonly written: string;
  readonly word: string;
  /** Whether a Han character of the word also meets another of the same sound, as input methods confuse them. */
  readonly sameSound: boolean;
  rare: boolean;
}

/** The first place where the word stands as it sounds. */
export function findSpoken({ text, written }: Sought, word: string): Match | null {
  return find({ text, written, word, sameSound: false, rare: false });
}

/** The first place where each Han character of the word, or another that sounds like it, stands. */
export function findSameSound({ text, written }: Sought, word: string): Match | null {
  return find({ text, written, word, sameSound: true, rare: false });
}

/** Whether nothing but punctuation stands before the place. */
export function isAtStart(text: string, place: number): boolean {
  for (let before = 0; before < place; before++) if (!isPassedOver(text, before)) return false;
  return true;
}

function find(state: Search): Match | null {
  const { text, written, word, sameSound } = state;
  const places = Math.min(text.length, LONGEST_TEXT);
  const first = word.charCodeAt(0);
  const begins = sameSound ? initialsAt(word, 0) : initialOf(first);
  search++;
  for (let start = 0; start < places; start++) {
    // Most places fall here, before anything is tried.
    if ((initialsAt(written, start) & begins) === 0 && text.charCodeAt(start) !== first) continue;
    const end = endOf(state, start, 0);
    if (end !== null) return { start, end, rare: state.rare };
  }
  return null;
}

function initialOf(unit: number): number {
  return unit >= 0x61 && unit <= 0x7a ? 1 << (unit - 0x61) : 0;
}

/** Where in the text the word from `at` on ends, begun at `place`; null where it does not stand there. */
function endOf(state: Search, place: number, at: number): number | null {
  const { text, word } = state;
  if (at >= word.length) return place;
  if (place >= text.length || place >= LONGEST_TEXT) return null;
  const here = place * LONGEST_WORD + at;
  if (deadEnds[here] === search) return null;
  const end = endByLetter(state, place, at) ?? endBySound(state, place, at) ?? endBeyond(state, place, at);
  if (end === null) deadEnds[here] = search;
  return end;
}

function endByLetter(state: Search, place: number, at: number): number | null {
  if (state.text.charCodeAt(place) !== state.word.charCodeAt(at)) return null;
  return endOf(state, place + 1, at + 1);
}

function endBySound(state: Search, place: number, at: number): number | null {
  const { written, word, sameSound } = state;
  const readings = readingsAt(written, place);
  if (readings.length === 0) return null;
  const next = place + widthAt(written, place);
  if (sameSound && word.charCodeAt(at) > 0x7f) {
    const wanted = readingsAt(word, at);
    return readings.some((reading) => wanted.includes(reading))
      ? endOf(state, next, at + widthAt(word, at))
      : null;
  }
  for (let number = 0; number < readings.length; number++) {
    const reading = readings[number] ?? "";
    if (reading.charCodeAt(0) !== word.charCodeAt(at)) continue;
    const end = endByReading(state, reading, next, at);
    if (end === null) continue;
    if (number > 0) state.rare = true;
    return end;
  }
  return null;
}

/** The first letters are the same; the whole reading is tried first, then what it can be cut to. */
function endByReading(state: Search, reading: string, next: number, at: number): number | null {
  const { word } = state;
  const left = word.length - at;
  const whole = Math.min(reading.length, left);
  if (whole > 1 && word.startsWith(reading.slice(0, whole), at)) {
    const end = endOf(state, next, at + whole);
    if (end !== null) return end;
  }
  const hasTwoLetters = reading.charAt(1) === "h" && word.charAt(at + 1) === "h";
  return (hasTwoLetters ? endOf(state, next, at + 2) : null) ?? endOf(state, next, at + 1);
}

function endBeyond(state: Search, place: number, at: number): number | null {
  return at > 0 && isPassedOver(state.text, place) ? endOf(state, place + 1, at) : null;
}

function isPassedOver(text: string, place: number): boolean {
  // Nearly every character is a Han character of the main block, and settled by its number.
  const unit = text.charCodeAt(place);
  if (unit >= 0x4e00 && unit <= 0x9fff) return false;
  return /[\p{P}\p{S}\s]/u.test(text.charAt(place));
}

function widthAt(text: string, place: number): number {
  const unit = text.charCodeAt(place);
  return unit >= HIGH_SURROGATE && unit < LOW_SURROGATE ? 2 : 1;
}
