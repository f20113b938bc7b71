/**
 * What a match is, and where a text holds it. A term matches where its tokens (search-tokens.ts) stand one straight
 * after the other: Han text anywhere, a Latin word or a number whole (its beginning, where the term ends in *), and
 * punctuation where the text has punctuation. Matches of one term do not overlap; they are taken from the left.
 */
import type { Span } from "./article-text.ts";
import type { Term } from "./search-query.ts";
import type { Tokens } from "./search-tokens.ts";
import { PUNCTUATION, tokenise, WORD } from "./search-tokens.ts";

/** Of each term in turn, where it stands in the text, in order. `title`: where a term of the title alone is looked for. */
export function hitsOfTerms(
  text: string,
  terms: readonly Term[],
  title: Span | undefined,
): readonly (readonly Span[])[] {
  if (terms.length === 0) return [];
  const tokens = tokenise(text);
  const codes = new TokenCodes(tokens);
  return terms.map((term) => {
    const hits = hitsOfTerm(tokens, codes, term);
    if (term.column === "any") return hits;
    return title === undefined
      ? []
      : hits.filter(({ start, end }) => start >= title.start && end <= title.end);
  });
}

/** All places of any of the terms, in order; where terms overlap their places are one. */
export function placesOf(hits: readonly (readonly Span[])[]): readonly Span[] {
  const sorted = hits.flat().toSorted((one, other) => one.start - other.start || one.end - other.end);
  const places: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = places.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else places.push({ start, end });
  }
  return places;
}

/** Beyond every UTF-16 unit, which is its own code. */
const FIRST_CODE = 0x10000;

/** Numbers for the tokens of a text, equal where the tokens count as the same. */
class TokenCodes {
  readonly codes: Int32Array;
  readonly #known = new Map<string, number>();

  constructor({ count, kinds, starts, ends, units, keyOf }: Tokens) {
    this.codes = new Int32Array(count);
    for (let token = 0; token < count; token++) {
      const kind = kinds[token] ?? 0;
      const start = starts[token] ?? 0;
      if (kind >= PUNCTUATION) this.codes[token] = -kind;
      else if (kind !== WORD && ends[token] === start + 1) this.codes[token] = units[start] ?? 0;
      else this.codes[token] = this.#number(keyOf(token));
    }
  }

  /** Every code that the term's token stands for; none where the text has no such token. */
  of(term: Term, token: number): readonly number[] {
    const { kind, key } = term.tokens[token] ?? { kind: 0, key: "" };
    if (kind >= PUNCTUATION) return [-kind];
    if (kind !== WORD && key.length === 1) return [key.charCodeAt(0)];
    if (term.prefix && token === term.tokens.length - 1) {
      return [...this.#known].filter(([known]) => known.startsWith(key)).map(([, code]) => code);
    }
    const code = this.#known.get(key);
    return code === undefined ? [] : [code];
  }

  #number(key: string): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const code = FIRST_CODE + this.#known.size;
    this.#known.set(key, code);
    return code;
  }
}

function hitsOfTerm(tokens: Tokens, known: TokenCodes, term: Term): readonly Span[] {
  const { codes } = known;
  const wanted = term.tokens.map((_, token) => known.of(term, token));
  const hits: Span[] = [];
  if (wanted.some((codes) => codes.length === 0)) return hits;
  const last = tokens.count - wanted.length;
  for (let at = 0; at <= last; at++) {
    if (!wanted.every((accepted, token) => accepted.includes(codes[at + token] ?? 0))) continue;
    const end = at + wanted.length;
    hits.push({ start: tokens.starts[at] ?? 0, end: tokens.ends[end - 1] ?? 0 });
    at = end - 1;
  }
  return hits;
}
