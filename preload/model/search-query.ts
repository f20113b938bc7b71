/**
 * What people type, understood forgivingly. A space joins terms that must all be there; OR or | between two terms asks
 * for either and binds more tightly; - before a term excludes it; quotes keep a phrase together; * at the end of a
 * Latin word asks for its beginning; a field's name and a colon narrow the search. Full-width operators count. What is
 * no operator where it stands is read as words, and brackets about several words are passed over; a hint says so: no
 * query is an error.
 */

import type { QueryHint } from "./search.ts";
import { groupingBrackets } from "./search-brackets.ts";
import type { FieldFilter } from "./search-fields.ts";
import { fieldNames, fieldPattern, filterOf } from "./search-fields.ts";
import type { TokenKind } from "./search-tokens.ts";
import { PUNCTUATION, SPACE, tokenise, WORD } from "./search-tokens.ts";

export type { FieldFilter };

export interface TermToken {
  readonly kind: TokenKind;
  readonly key: string;
}

/** A phrase to find: its tokens, one straight after the other. */
export interface Term {
  /** As it was typed, without operators. */
  readonly text: string;
  /** At least one that is no break. */
  readonly tokens: readonly TermToken[];
  /** The last token, a word, may go on. */
  readonly prefix: boolean;
  readonly column: "any" | "title";
}

export interface Query {
  /** Of each clause at least one term must be found. */
  readonly clauses: readonly (readonly Term[])[];
  readonly excluded: readonly Term[];
  /** Filters of one field are alternatives of one another; different fields must all hold. */
  readonly filters: readonly FieldFilter[];
  readonly excludedFilters: readonly FieldFilter[];
  readonly hints: readonly QueryHint[];
}

/** More terms than anyone types. */
const MOST_TERMS = 64;
const MOST_FILTERS = 64;

/** Whoever needs more hints has not typed a query. */
const MOST_HINTS = 5;

/** Quotes of every kind: input methods pair them as they like. */
const QUOTE = /["“”＂]/;

/** Ends an unquoted piece. */
const END = /[\s|｜]/;

type Piece =
  | { readonly kind: "or"; readonly typed: string }
  | { readonly kind: "term"; readonly excluded: boolean; readonly term: Term }
  | { readonly kind: "filter"; readonly excluded: boolean; readonly filter: FieldFilter };

export function parseQuery(text: string): Query {
  const { pieces, hints } = new PieceReader(text).all();
  return combined(pieces, hints);
}

/** Everything that is looked for, to be counted and marked. */
export function termsOf(query: Query): readonly Term[] {
  return query.clauses.flat();
}

/** The phrase as a term; null where it holds nothing but breaks. A query's lines are no lines of a text. */
export function termOf(text: string, how: Pick<Term, "prefix" | "column">): Term | null {
  const spoken = text.replace(/\s+/g, " ").trim();
  const { count, kinds, keyOf } = tokenise(spoken);
  const tokens = Array.from({ length: count }, (_, token) => ({
    kind: kinds[token] ?? SPACE,
    key: keyOf(token),
  }));
  if (tokens.every(({ kind }) => kind >= PUNCTUATION)) return null;
  return { text: spoken, tokens, column: how.column, prefix: how.prefix && tokens.at(-1)?.kind === WORD };
}

interface Value {
  readonly text: string;
  /** An * stood behind it. */
  readonly prefix: boolean;
}

class PieceReader {
  readonly #text: string;
  readonly #groups: ReadonlyMap<number, number>;
  /** The closing brackets that are passed over. */
  readonly #closings: ReadonlySet<number>;
  #at = 0;
  readonly #pieces: Piece[] = [];
  readonly #hints: QueryHint[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#groups = groupingBrackets(text);
    this.#closings = new Set(this.#groups.values());
  }

  all(): { readonly pieces: readonly Piece[]; readonly hints: QueryHint[] } {
    for (;;) {
      const space = /^\s*/.exec(this.#text.slice(this.#at));
      this.#at += space?.[0].length ?? 0;
      if (this.#at >= this.#text.length) break;
      if (!this.#passBrackets()) this.#piece();
    }
    return { pieces: this.#pieces, hints: this.#hints };
  }

  #piece(): void {
    const or = this.#take(/^(?:[|｜]+|(?:OR|ＯＲ)(?=\s|$))/);
    if (or !== null) {
      this.#pieces.push({ kind: "or", typed: or });
      return;
    }
    this.#hintAtWordOperator();
    const excluded = this.#take(/^[-－](?=[^\s|｜])/) !== null;
    this.#passBrackets();
    const start = this.#at;
    const name = this.#take(fieldPattern)?.trim().slice(0, -1).toLowerCase();
    const field = name === undefined ? undefined : fieldNames[name];
    this.#passBrackets();
    const value = this.#value();
    if (field === "title" && value.text === "" && !value.prefix) {
      this.#hints.push({ kind: "value", piece: this.#text.slice(start, this.#at) });
    } else if (field === "title") this.#term(value, excluded, "title");
    else if (field === undefined) this.#term(value, excluded, "any");
    else {
      const filter = filterOf(field, value.text.trim());
      if (filter !== null) this.#pieces.push({ kind: "filter", excluded, filter });
      else {
        const piece = this.#text.slice(start, this.#at);
        this.#hints.push({ kind: field === "date" ? "date" : "value", piece });
        this.#term({ ...value, text: piece }, excluded, "any");
      }
    }
  }

  /** Whether there were any. */
  #passBrackets(): boolean {
    for (const start = this.#at; ; this.#at++) {
      const closing = this.#groups.get(this.#at);
      if (closing !== undefined) {
        this.#hints.push({ kind: "brackets", piece: this.#text.slice(this.#at, closing + 1) });
      } else if (!this.#closings.has(this.#at)) return this.#at > start;
    }
  }

  /** AND and NOT are operators elsewhere. */
  #hintAtWordOperator(): void {
    const piece = /^(?:AND|ＡＮＤ|NOT|ＮＯＴ)(?=\s+\S)/.exec(this.#text.slice(this.#at, this.#at + 24))?.[0];
    if (piece === undefined) return;
    const isAnd = piece.normalize("NFKC") === "AND";
    if (!isAnd || this.#pieces.length > 0) this.#hints.push({ kind: isAnd ? "and" : "not", piece });
  }

  /** The text matched here, passed over; null where there is none. */
  #take(pattern: RegExp): string | null {
    const taken = pattern.exec(this.#text.slice(this.#at, this.#at + 24))?.[0] ?? null;
    this.#at += taken?.length ?? 0;
    return taken;
  }

  /** A quote that never closes is passed over; one that closes in the middle of a word is text. */
  #value(): Value {
    if (QUOTE.test(this.#text[this.#at] ?? "")) {
      const length = this.#text.slice(this.#at + 1).search(QUOTE);
      const after = this.#text[this.#at + length + 2] ?? " ";
      if (length !== -1 && (/[\s|｜*＊]/.test(after) || this.#closings.has(this.#at + length + 2))) {
        const text = this.#text.slice(this.#at + 1, this.#at + 1 + length);
        this.#at += length + 2;
        return { text, prefix: this.#take(/^[*＊]+/) !== null };
      }
      if (length === -1) this.#hints.push({ kind: "quote", piece: this.#text[this.#at++] ?? "" });
    }
    let end = this.#at;
    while (end < this.#text.length && !END.test(this.#text.charAt(end)) && !this.#closings.has(end)) end++;
    const text = this.#text.slice(this.#at, end);
    this.#at = end;
    const star = /[*＊]+$/.exec(text)?.[0] ?? "";
    return { text: text.slice(0, text.length - star.length), prefix: star !== "" };
  }

  #term(value: Value, excluded: boolean, column: Term["column"]): void {
    const term = termOf(value.text, { prefix: value.prefix, column });
    if (term !== null) this.#pieces.push({ kind: "term", excluded, term });
    else if (value.text !== "" || value.prefix)
      this.#hints.push({ kind: "punctuation", piece: value.text || "*" });
  }
}

/** An OR joins two terms, neither of them excluded, or two values of one field, which are alternatives anyhow. */
function combined(pieces: readonly Piece[], hints: QueryHint[]): Query {
  const clauses: Term[][] = [];
  const excluded: Term[] = [];
  const filters: FieldFilter[] = [];
  const excludedFilters: FieldFilter[] = [];
  let terms = 0;
  let leavesOutFilters = false;
  let left: Piece | undefined;
  let joins = false;
  const addTerm = (term: Term, isExcluded: boolean) => {
    if (++terms === MOST_TERMS + 1) hints.push({ kind: "too-many-terms", piece: term.text });
    if (terms > MOST_TERMS) return;
    if (isExcluded) excluded.push(term);
    else if (joins) clauses.at(-1)?.push(term);
    else clauses.push([term]);
  };
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === "or") {
      joins = joinable(left, pieces[index + 1]);
      if (!joins) hints.push({ kind: "operator", piece: piece.typed });
      continue;
    }
    if (piece.kind === "term") addTerm(piece.term, piece.excluded);
    else if (filters.length + excludedFilters.length < MOST_FILTERS) {
      (piece.excluded ? excludedFilters : filters).push(piece.filter);
    } else if (!leavesOutFilters) {
      leavesOutFilters = true;
      hints.push({ kind: "too-many-terms", piece: textOf(piece.filter) });
    }
    left = piece;
    joins = false;
  }
  return { clauses, excluded, filters, excludedFilters, hints: hints.slice(0, MOST_HINTS) };
}

function textOf(filter: FieldFilter): string {
  return filter.field === "date" ? (filter.from ?? filter.to ?? "") : filter.value;
}

/** The same query, in which nothing is asked twice. */
export function withoutRepeats(query: Query): Query {
  return {
    ...query,
    clauses: unique(query.clauses.map(unique)),
    excluded: unique(query.excluded),
    filters: unique(query.filters),
    excludedFilters: unique(query.excludedFilters),
  };
}

function unique<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function joinable(left: Piece | undefined, right: Piece | undefined): boolean {
  if (left === undefined || right === undefined || left.kind === "or" || right.kind === "or") return false;
  if (left.excluded || right.excluded) return false;
  if (left.kind === "term") return right.kind === "term";
  return right.kind === "filter" && left.filter.field === right.filter.field;
}
