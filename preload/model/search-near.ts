/** What comes near to a query that finds nothing: other queries, the nearest first. */
import type { NearKind } from "./search.ts";
import type { Query, Term, TermToken } from "./search-query.ts";
import { termOf } from "./search-query.ts";
import { CHARACTER, PUNCTUATION, SPACE } from "./search-tokens.ts";

export interface NearQuery {
  readonly kind: NearKind;
  readonly nearQuery: Query;
}

/** Longer terms are pasted, not remembered: nobody misses their punctuation by a sign. */
const LONGEST_TERM = 32;

/** A query of more terms is told apart by them; what is near to each of so many is near to nothing. */
const MOST_TERMS = 6;

/** The words a term is taken apart into. */
const MOST_WORDS = 12;

export function nearQueries(query: Query): readonly NearQuery[] {
  if (query.clauses.flat().length > MOST_TERMS) return [];
  const kinds: readonly [NearKind, Query | null][] = [
    ["number", withAlternatives(query, otherAmounts)],
    ["punctuation", withAlternatives(query, otherBreaks)],
    ["words", inWords(query)],
  ];
  return kinds.flatMap(([kind, nearQuery]) => (nearQuery === null ? [] : { kind, nearQuery }));
}

/** The query that makes an article near; the query itself where it has none of that kind. */
export function nearQuery(query: Query, kind: NearKind): Query {
  return nearQueries(query).find((near) => near.kind === kind)?.nearQuery ?? query;
}

/** Each term may also stand in its other forms; null where no term has any. */
function withAlternatives(query: Query, formsOf: (term: Term) => readonly Term[]): Query | null {
  let some = false;
  const clauses = query.clauses.map((terms) =>
    terms.flatMap((term) => {
      const forms = term.tokens.length > LONGEST_TERM ? [] : formsOf(term);
      some ||= forms.length > 0;
      return [term, ...forms];
    }),
  );
  return some ? { ...query, clauses } : null;
}

/** 1.67亿 is 16700万, and the other way about. */
function otherAmounts(term: Term): readonly Term[] {
  const amount = /(\d[\d,]*(?:\.\d+)?)(万|亿)(?!亿)/u.exec(term.text.normalize("NFKC"));
  if (!amount) return [];
  const [whole, digits = "", unit = ""] = amount;
  const number = Number(digits.replaceAll(",", ""));
  const other = unit === "亿" ? `${plainNumber(number * 10_000)}万` : `${plainNumber(number / 10_000)}亿`;
  const form = termOf(term.text.normalize("NFKC").replace(whole, other), term);
  return form === null ? [] : [form];
}

/** Without an exponent or the noise of binary fractions: 1.67 × 10000 is 16700. */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** The same without its breaks, with a break anywhere more, and with a space at every border of scripts. */
function otherBreaks(term: Term): readonly Term[] {
  const solid = term.tokens.filter(({ kind }) => kind < PUNCTUATION);
  const space: TermToken = { kind: SPACE, key: " " };
  const forms: TermToken[][] = solid.length < term.tokens.length ? [solid] : [];
  for (let at = 1; at < solid.length; at++) {
    for (const kind of [PUNCTUATION, SPACE]) {
      forms.push([...solid.slice(0, at), { kind, key: " " }, ...solid.slice(at)]);
    }
  }
  const spaced = solid.flatMap((token, at) => {
    const before = solid[at - 1];
    const isBorder = before !== undefined && (before.kind === CHARACTER) !== (token.kind === CHARACTER);
    return isBorder ? [space, token] : [token];
  });
  if (spaced.length > solid.length + 1) forms.push(spaced);
  return forms.map((tokens) => ({ ...term, tokens }));
}

/** All the words of every term, wherever they stand; null where no term has several. */
function inWords(query: Query): Query | null {
  const words = query.clauses.map((terms) => {
    const [term] = terms;
    return terms.length === 1 && term !== undefined ? wordsOf(term) : null;
  });
  if (!words.some((found) => (found?.length ?? 0) > 1)) return null;
  const clauses = query.clauses.flatMap((terms, index) => words[index]?.map((word) => [word]) ?? [terms]);
  return { ...query, clauses: clauses.slice(0, MOST_WORDS) };
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

function wordsOf(term: Term): readonly Term[] {
  const words = [...segmenter.segment(term.text)].filter(({ isWordLike }) => isWordLike);
  return words
    .slice(0, MOST_WORDS)
    .flatMap(({ segment }) => termOf(segment, { ...term, prefix: false }) ?? []);
}
