/** How Han characters are read, without tones. */
import { pinyin } from "pinyin-pro";

const none: readonly string[] = [];

/** By UTF-16 unit, so that the scan over all titles looks up by number. Characters of two units stand in `pairs`. */
const units: (readonly string[] | undefined)[] = new Array(0x10000);
const pairs = new Map<number, readonly string[]>();

/** Every reading of the character at that place, the commonest first; none where it is not Han. */
export function readingsAt(text: string, place: number): readonly string[] {
  const unit = text.charCodeAt(place);
  if (unit < 0x3400) return unit === 0x3007 ? readingsOfUnit(unit) : none;
  return unit < 0xd800 || unit > 0xdfff ? readingsOfUnit(unit) : readingsOfPair(text.codePointAt(place) ?? 0);
}

/** By UTF-16 unit: the bits of `initialsAt`, with the highest one set once they are known. */
const initials = new Uint32Array(0x10000);
const KNOWN = 0x80000000;
const A = 0x61;

/** The letters a character's readings begin with, or the Latin letter it is: bit 0 for a, bit 25 for z. */
export function initialsAt(text: string, place: number): number {
  const unit = text.charCodeAt(place);
  const known = initials[unit] ?? 0;
  if (known !== 0) return known & ~KNOWN;
  const found = bitsOf(/[a-z]/.test(text.charAt(place)) ? [text.charAt(place)] : readingsAt(text, place));
  // Half a pair says nothing.
  if (unit < 0xd800 || unit > 0xdfff) initials[unit] = (found | KNOWN) >>> 0;
  return found;
}

/** All of a text's. Takes every character out of the dictionary too, so that the first search need not. */
export function initialsOf(text: string): number {
  let all = 0;
  for (let place = 0; place < text.length; place++) all |= initialsAt(text, place);
  return all;
}

function bitsOf(readings: readonly string[]): number {
  return readings.reduce((bits, reading) => bits | (1 << (reading.charCodeAt(0) - A)), 0);
}

function readingsOfUnit(unit: number): readonly string[] {
  const known = units[unit];
  if (known !== undefined) return known;
  const readings = lookUp(String.fromCharCode(unit));
  units[unit] = readings;
  return readings;
}

function readingsOfPair(point: number): readonly string[] {
  const known = pairs.get(point);
  if (known !== undefined) return known;
  const readings = point > 0xffff ? lookUp(String.fromCodePoint(point)) : none;
  pairs.set(point, readings);
  return readings;
}

/** ü is typed as v, and by many as u. */
function lookUp(character: string): readonly string[] {
  const read = pinyin(character, { multiple: true, toneType: "none", type: "array" });
  const typed = read.flatMap((reading) =>
    reading.includes("ü") ? [reading.replace("ü", "v"), reading.replace("ü", "u")] : [reading],
  );
  const letters = typed.filter((reading) => /^[a-z]+$/.test(reading));
  return letters.length === 0 ? none : [...new Set(letters)];
}
