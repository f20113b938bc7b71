/**
 * How text falls into the tokens that a search compares. Index, query and highlighting all read text through this one
 * function, so that they cannot disagree about what a match is:
 * - a character written without spaces (Han, kana, hangul, bopomofo) is a token;
 * - a run of other letters and digits is a token, as S104, PM2.5 or 1.67; 16,000 counts as 16000;
 * - a symbol is a token: % ‰ ℃ ㎡ ①;
 * - a run of punctuation, with the spaces about it, is one break, as is a run of white space, as is the end of a line;
 *   each kind its own, and breaks of two kinds stand one after the other;
 * - characters without width or meaning of their own (joiners, soft hyphens, variation selectors) are passed over.
 */
import { foldedUnits, textOfUnits } from "./fold.ts";

export const CHARACTER = 0;
export const WORD = 1;
export const SYMBOL = 2;
export const PUNCTUATION = 3;
export const SPACE = 4;
export const LINE = 5;

/** One of the six above. */
export type TokenKind = number;

/** Tokens in the order of the text, as columns: a long text has a million. */
export interface Tokens {
  readonly count: number;
  readonly kinds: Uint8Array;
  /** UTF-16 units in the text. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The folded text. */
  readonly units: Uint16Array;
  /** What is compared: folded, and a number without its commas. Means nothing for breaks, which have only their kind. */
  readonly keyOf: (token: number) => string;
}

export function tokenise(text: string): Tokens {
  const folded = foldedUnits(text);
  const { units, places } = visible(folded);
  const kinds = new Uint8Array(units.length);
  const starts = new Uint32Array(units.length);
  const ends = new Uint32Array(units.length);
  let count = 0;
  for (let at = 0; at < units.length; count++) {
    const { kind, end } = tokenAt(units, at);
    kinds[count] = kind;
    starts[count] = places === null ? at : (places[at] ?? 0);
    ends[count] = places === null ? end : (places[end - 1] ?? 0) + 1;
    at = end;
  }
  const keyOf = (token: number) => {
    const key = textOfUnits(folded.subarray(starts[token], ends[token]));
    return kinds[token] === WORD ? key.replace(/,|\p{Default_Ignorable_Code_Point}/gu, "") : key;
  };
  return { count, kinds, starts, ends, units: folded, keyOf };
}

/** Without what is passed over, and where each unit left stood; null where nothing had to go. */
function visible(units: Uint16Array): { units: Uint16Array; places: Uint32Array | null } {
  let at = 0;
  while (at < units.length && classAt(units, at) !== IGNORED) at += widthAt(units, at);
  if (at >= units.length) return { units, places: null };
  const kept: number[] = [];
  for (at = 0; at < units.length; ) {
    const end = at + widthAt(units, at);
    if (classAt(units, at) !== IGNORED) for (let place = at; place < end; place++) kept.push(place);
    at = end;
  }
  return { units: Uint16Array.from(kept, (place) => units[place] ?? 0), places: Uint32Array.from(kept) };
}

function tokenAt(units: Uint16Array, at: number): { kind: TokenKind; end: number } {
  const kind = classAt(units, at);
  if (kind === LETTER || kind === DIGIT) return { kind: WORD, end: wordEnd(units, at) };
  return kind >= PUNCTUATION ? breakAt(units, at) : { kind, end: at + widthAt(units, at) };
}

/** Classes that are no kinds of tokens, beside the kinds that are. */
const IGNORED = 6;
const LETTER = 7;
const DIGIT = 8;
const UNKNOWN = 255;

/** Punctuation with the spaces about it, spaces alone, or ends of lines with the spaces between them. */
function breakAt(units: Uint16Array, start: number): { kind: TokenKind; end: number } {
  let kind = classAt(units, start);
  let end = start;
  for (; end < units.length; end += widthAt(units, end)) {
    const next = classAt(units, end);
    if (kind === LINE ? next !== LINE && next !== SPACE : next !== PUNCTUATION && next !== SPACE) break;
    if (next === PUNCTUATION) kind = PUNCTUATION;
  }
  return { kind, end };
}

const COMMA = 0x2c;
const POINT = 0x2e;

/** A point between two digits belongs to the word, and so does a comma that parts the thousands of a number. */
function wordEnd(units: Uint16Array, start: number): number {
  const number = numberEnd(units, start);
  let end = number;
  for (; end < units.length; end += widthAt(units, end)) {
    const kind = classAt(units, end);
    if (kind === LETTER || kind === DIGIT) continue;
    const isInner = units[end] === POINT && classAt(units, end - 1) === DIGIT;
    if (!isInner || digitsFrom(units, end + 1, 1) === 0) break;
  }
  return end;
}

/** Past one to three digits and the groups of three after them, each behind a comma; `start` where there is no such group. */
function numberEnd(units: Uint16Array, start: number): number {
  let end = start + digitsFrom(units, start, 4);
  if (end === start || end > start + 3) return start;
  const first = end;
  while (units[end] === COMMA && digitsFrom(units, end + 1, 4) === 3) end += 4;
  return end === first ? start : end;
}

/** Counts up to `most`. */
function digitsFrom(units: Uint16Array, start: number, most: number): number {
  let digits = 0;
  while (digits < most && start + digits < units.length && classAt(units, start + digits) === DIGIT) digits++;
  return digits;
}

/** How many units the character at a place takes. */
function widthAt(units: Uint16Array, at: number): number {
  const unit = units[at] ?? 0;
  if (unit < 0xd800 || unit > 0xdbff) return 1;
  const next = units[at + 1] ?? 0;
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

const classes = new Uint8Array(0x10000).fill(UNKNOWN);

function classAt(units: Uint16Array, at: number): number {
  const unit = units[at] ?? 0;
  if (unit >= 0xd800 && unit <= 0xdbff) {
    return classOfCharacter(textOfUnits(units.subarray(at, at + widthAt(units, at))));
  }
  let known = classes[unit] ?? UNKNOWN;
  if (known === UNKNOWN) {
    known = classOfCharacter(String.fromCharCode(unit));
    classes[unit] = known;
  }
  return known;
}

const unspacedScript = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]/u;

function classOfCharacter(character: string): number {
  if (/[\n\t\v\f\r\u2028\u2029]/.test(character)) return LINE;
  if (/\p{White_Space}/u.test(character)) return SPACE;
  if (/\p{Default_Ignorable_Code_Point}/u.test(character)) return IGNORED;
  // Unicode counts these as punctuation, but they belong to the number before them.
  if (/[%‰‱]/u.test(character)) return SYMBOL;
  if (/[\p{P}\p{Cc}]/u.test(character)) return PUNCTUATION;
  if (unspacedScript.test(character)) return /[\p{L}\p{Nl}]/u.test(character) ? CHARACTER : SYMBOL;
  if (/[\p{L}\p{M}]/u.test(character)) return LETTER;
  return /\p{Nd}/u.test(character) ? DIGIT : SYMBOL;
}
