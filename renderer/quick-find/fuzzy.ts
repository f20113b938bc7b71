/** Titles that are nearly what was typed: MiniSearch over Latin words and over the pairs of neighbouring Han. */
import MiniSearch from "minisearch";
import { fold } from "../../preload/model/fold.ts";

export interface FuzzyTitle {
  readonly number: number;
  readonly text: string;
}

export interface FuzzyTitles {
  readonly add: (title: FuzzyTitle) => void;
  readonly remove: (number: number) => void;
  /** The numbers of the titles that are near enough, the nearest first. */
  readonly near: (text: string, limit: number) => readonly number[];
}

/** A wrong character spoils the two pairs it stands in; in long texts more may be wrong. */
const PAIRS_SPOILT = 2;
const SHARE_SPOILT = 1 / 3;

/** Of a Latin word's letters: one in four may be wrong, in words long enough to be told apart. */
const FUZZINESS = 0.25;
const SHORTEST_FUZZY = 4;

const words = /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv;

export function createFuzzyTitles(): FuzzyTitles {
  const index = new MiniSearch<FuzzyTitle>({
    idField: "number",
    fields: ["text"],
    tokenize: tokens,
    // Folded by `tokens`.
    processTerm: (term) => term,
    searchOptions: {
      combineWith: "OR",
      prefix: (term) => isLatin(term),
      fuzzy: (term) => (isLatin(term) && term.length >= SHORTEST_FUZZY ? FUZZINESS : false),
    },
  });
  return {
    add: (title) => index.add(title),
    remove: (number) => index.discard(number),
    near(text, limit) {
      const asked = new Set(tokens(text));
      return index
        .search(text)
        .filter(({ queryTerms }) => isNear(asked, new Set(queryTerms)))
        .slice(0, limit)
        .map(({ id }) => id as number);
    },
  };
}

/** Every Latin word must be there, nearly; of the pairs of Han as many as one wrong character leaves. */
function isNear(asked: ReadonlySet<string>, met: ReadonlySet<string>): boolean {
  const latin = [...asked].filter(isLatin);
  const pairs = asked.size - latin.length;
  const metPairs = [...met].filter((token) => !isLatin(token)).length;
  const needed = Math.max(1, pairs - Math.max(PAIRS_SPOILT, Math.floor(pairs * SHARE_SPOILT)));
  return latin.every((word) => met.has(word)) && (pairs === 0 || metPairs >= needed);
}

function tokens(text: string): string[] {
  return fold(text).match(words)?.flatMap(tokensOfWord) ?? [];
}

function tokensOfWord(word: string): string[] {
  const characters = [...word];
  if (isLatin(word) || characters.length === 1) return [word];
  return characters.slice(1).map((character, before) => `${characters[before]}${character}`);
}

function isLatin(word: string): boolean {
  return !/\p{Script=Han}/u.test(word);
}
