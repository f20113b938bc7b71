/**
 * What a match is, said a second time and in another way, to hold the search against. The folded text is cut into atoms
 * by one regular expression: characters of scripts written without spaces, words, symbols, and runs of punctuation, of
 * spaces, of line ends. A term is found wherever its atoms stand one after the other; a word is found whole, or by its
 * beginning where the term ends in *. Occurrences of one term do not overlap.
 */
import { fold } from "../../preload/model/fold.ts";

const unspaced = String.raw`[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]`;
const letter = String.raw`(?:(?!${unspaced})[\p{L}\p{M}\p{Nd}])`;
const digit = String.raw`\p{Nd}`;
const thousands = `${digit}{1,3}(?:,${digit}{3}(?!${digit}))(?:,${digit}{3}(?!${digit}))*`;
const word = String.raw`(?:${thousands}|${letter})(?:${letter}|(?<=${digit})\.(?=${digit}))*`;
const breaks = String.raw`(?:(?![%‰‱])[\p{P}\p{White_Space}\p{Cc}\u2028\u2029])+`;
const atom = new RegExp(`${word}|${breaks}|.`, "gsu");

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
  if (!new RegExp(`^${breaks}$`, "su").test(found)) return found.replaceAll(/(?<=\p{Nd}),(?=\p{Nd})/gu, "");
  if (/[\n\t\v\f\r\u2028\u2029]/.test(found)) return "\n";
  return /[\p{P}\p{Cc}]/u.test(found) ? "," : " ";
}

/** How often a text holds a term. */
export function occurrences(text: string, { text: term, prefix }: OracleTerm): number {
  const wanted = atomsOf(term);
  const sought = END + (prefix ? wanted.slice(0, -END.length) : wanted);
  const searched = END + atomsOf(text);
  let count = 0;
  for (let at = searched.indexOf(sought); at !== -1; count++) {
    // The last END may begin the next occurrence.
    const end = prefix ? searched.indexOf(END, at + sought.length) : at + sought.length - END.length;
    at = searched.indexOf(sought, end);
  }
  return count;
}

/** Whether a term holds anything that can be looked for. */
export function isSearchable(term: string): boolean {
  return atomsOf(term)
    .split(END)
    .some((found) => found !== "" && !["\n", ",", " "].includes(found));
}
