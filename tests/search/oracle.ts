/**
 * What a match is, said a second time and in another way, to hold the search against. The folded text is cut into atoms
 * by one regular expression: characters of scripts written without spaces, words, symbols, and runs of punctuation, of
 * spaces, of line ends. A term is found wherever its atoms stand one after the other; a word is found whole, or by its
 * beginning where the term ends in *. Occurrences of one term do not overlap, and places of several that do are one.
 */
import { fold } from "../../preload/model/fold.ts";

const unspaced = String.raw`[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]`;
const letter = String.raw`(?:(?!${unspaced})[\p{L}\p{M}\p{Nd}])`;
const digit = String.raw`\p{Nd}`;
const thousands = `${digit}{1,3}(?:,${digit}{3}(?!${digit}))(?:,${digit}{3}(?!${digit}))*`;
const word = String.raw`(?:${thousands}|${letter})(?:${letter}|(?<=${digit})\.(?=${digit}))*`;
const line = String.raw`[\n\t\v\f\r\u2028\u2029]`;
const space = String.raw`(?:(?!${line})\p{White_Space})`;
const sign = String.raw`(?:(?![%‰‱]|${line}|${space})[\p{P}\p{Cc}])`;
const lines = `${line}(?:${line}|${space})*`;
const breaks = `(?:${sign}|${space})+`;
const atom = new RegExp(`${word}|${lines}|${breaks}|.`, "gsu");

/** The end of an atom; no text of the tests holds it. */
const END = "\u{10fffd}";

export interface OracleTerm {
  readonly text: string;
  readonly prefix: boolean;
}

const known = new Map<string, string>();

function atomsOf(text: string): string {
  const atoms = known.get(text) ?? cut(text);
  known.set(text, atoms);
  return atoms;
}

function cut(text: string): string {
  const visible = fold(text).replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "");
  return (visible.match(atom) ?? []).map((found) => canonical(found) + END).join("");
}

function canonical(found: string): string {
  if (new RegExp(`^${lines}$`, "su").test(found)) return "\n";
  if (new RegExp(`^${breaks}$`, "su").test(found)) return /[\p{P}\p{Cc}]/u.test(found) ? "," : " ";
  return found.replaceAll(/(?<=\p{Nd}),(?=\p{Nd})/gu, "");
}

/** How often a text holds any of the terms; places that overlap are one. */
export function occurrences(text: string, terms: readonly OracleTerm[]): number {
  const places = terms.flatMap((term) => placesOf(text, term)).sort(([one], [other]) => one - other);
  let count = 0;
  let reached = 0;
  for (const [start, end] of places) {
    if (start >= reached) count++;
    reached = Math.max(reached, end);
  }
  return count;
}

/** In the text of atoms. */
function placesOf(text: string, { text: term, prefix }: OracleTerm): [start: number, end: number][] {
  const wanted = atomsOf(term);
  const sought = END + (prefix ? wanted.slice(0, -END.length) : wanted);
  const searched = END + atomsOf(text);
  const places: [number, number][] = [];
  for (let at = searched.indexOf(sought); at !== -1; ) {
    // The last END may begin the next occurrence.
    const end = prefix ? searched.indexOf(END, at + sought.length) : at + sought.length - END.length;
    places.push([at + END.length, end]);
    at = searched.indexOf(sought, end);
  }
  return places;
}

/** Whether a term holds anything that can be looked for. */
export function isSearchable(term: string): boolean {
  return atomsOf(term)
    .split(END)
    .some((found) => found !== "" && !["\n", ",", " "].includes(found));
}
