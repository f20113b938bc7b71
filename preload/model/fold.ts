/// <reference path="./opencc-js.d.ts" />
/**
 * What counts as the same character when text is looked for: letter case, full or half width, compatible forms (NFKC),
 * and traditional or simplified Han with its common variants (裏 裡 里, 臺 台; 著 and 着 stay apart) are set aside.
 * One UTF-16 unit becomes one, so that a place in the folded text is the same place in the text. A form of another
 * length (… is three points, İ is two letters, some rare Han lie in another plane than their simplified form) leaves
 * the character as it is.
 */
import traditionalToSimplified from "opencc-js/dict/TSCharacters";
import type { Span } from "./article-text.ts";

/** The ranges of units that have another case or a compatible form. */
const FOLDABLE: readonly (readonly [first: number, last: number])[] = [
  [0x41, 0x5a],
  [0xa0, 0x33ff],
  [0xa640, 0xabff],
  [0xf900, 0xffff],
];

/** Variants in use that the table leaves out. */
const VARIANTS = ["衞卫", "髙高", "囯国", "凴凭", "吿告"];

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

interface Folding {
  /** What each unit becomes. */
  readonly units: Uint16Array;
  /** The low surrogates of pairs that become another pair, by the whole pair. */
  readonly pairs: ReadonlyMap<string, string>;
}

let folding: Folding | null = null;

/** Made at the first use: sixteen thousand characters are normalised for it. */
function theFolding(): Folding {
  folding ??= makeFolding();
  return folding;
}

function makeFolding(): Folding {
  const units = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  const pairs = new Map<string, string>();
  for (const pair of traditionalToSimplified.split("|")) {
    const [traditional = "", simplified = ""] = pair.split(" ");
    if (traditional.length !== simplified.length) continue;
    if (traditional.length === 1) units[traditional.charCodeAt(0)] = simplified.charCodeAt(0);
    else pairs.set(traditional, simplified);
  }
  for (const [variant = "", usual = ""] of VARIANTS) units[variant.charCodeAt(0)] = usual.charCodeAt(0);
  // A few simplified forms are themselves traditional forms of others.
  for (const [unit, folded] of units.entries()) units[unit] = units[folded] ?? folded;
  for (const [first, last] of FOLDABLE) {
    for (let unit = first; unit <= last; unit++) {
      const folded = foldedUnit(unit);
      // A compatible form may itself be traditional.
      units[unit] = units[folded] ?? folded;
    }
  }
  return { units, pairs };
}

function foldedUnit(unit: number): number {
  const character = String.fromCharCode(unit);
  const compatible = oneUnit(character.normalize("NFKC"), character);
  return oneUnit(compatible.toLowerCase(), compatible).charCodeAt(0);
}

function oneUnit(form: string, otherwise: string): string {
  return form.length === 1 ? form : otherwise;
}

/** The folded text as its UTF-16 units. */
export function foldedUnits(text: string): Uint16Array {
  const { units, pairs } = theFolding();
  const folded = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    folded[at] = units[unit] ?? unit;
    if (!isHighSurrogate(unit)) continue;
    const pair = pairs.get(text.slice(at, at + 2));
    if (pair === undefined) continue;
    folded[at] = pair.charCodeAt(0);
    folded[++at] = pair.charCodeAt(1);
  }
  return folded;
}

export function fold(text: string): string {
  return textOfUnits(foldedUnits(text));
}

/** More units than this at once would overflow the stack. */
const CHUNK = 4096;

export function textOfUnits(units: Uint16Array): string {
  let text = "";
  for (let start = 0; start < units.length; start += CHUNK) {
    // Many times faster than spreading them.
    text += Reflect.apply(String.fromCharCode, String, units.subarray(start, start + CHUNK));
  }
  return text;
}

/** Where `query` stands in `text`, both folded; hits do not overlap. An empty query stands nowhere. */
export function findAll(text: string, query: string): readonly Span[] {
  if (query === "") return [];
  const foldedText = fold(text);
  const foldedQuery = fold(query);
  const hits: Span[] = [];
  let start = foldedText.indexOf(foldedQuery);
  while (start !== -1) {
    const end = start + foldedQuery.length;
    hits.push({ start, end });
    start = foldedText.indexOf(foldedQuery, end);
  }
  return hits;
}
