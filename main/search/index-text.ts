/**
 * An article as the index takes it. A run of characters written without spaces becomes overlapping pairs and its last
 * character: 疫情防控 is 疫情 情防 防控 控. So any stretch of two characters or more is a phrase of its pairs, and one
 * character is the beginning of a pair or stands last. Words and symbols stand for themselves. Each break is a token
 * too, so that a phrase passes a comma only where it has one itself.
 */
import type { Term } from "../../preload/model/search-query.ts";
import type { TokenKind, Tokens } from "../../preload/model/search-tokens.ts";
import { CHARACTER, LINE, PUNCTUATION, SPACE, tokenise, WORD } from "../../preload/model/search-tokens.ts";
import type { Searchable } from "./searchable.ts";

/** By what a hit in them weighs. */
export const columns = ["title", "headline", "lead", "heading", "caption", "body", "fields"] as const;

export type Column = (typeof columns)[number];

/** Punctuation in a folded text is never part of another token, so its signs can stand for the breaks. */
const breakTokens: Readonly<Record<TokenKind, string>> = { [PUNCTUATION]: ",", [SPACE]: "_", [LINE]: "/" };

export function columnTexts({ text, outline, fields }: Searchable): Readonly<Record<Column, string>> {
  let piece = 0;
  let column: Column = "body";
  /** Where the column may change next. */
  let until = 0;
  const tokens = tokenise(text);
  eachIndexToken(tokens.kinds, tokens.count, (first, last) => {
    const start = tokens.starts[first] ?? 0;
    // The end of a line belongs to the piece before it, so that pieces of one column stay apart.
    if (start >= until && tokens.kinds[first] !== LINE) {
      while (piece < outline.length && (outline[piece]?.[2] ?? 0) <= start) piece++;
      const [kind = "body", from = Number.POSITIVE_INFINITY, end = from] = outline[piece] ?? [];
      column = start >= from ? kind : "body";
      until = start >= from ? end : from;
    }
    writeToken(texts[column], tokens, first, last);
  });
  const fieldTokens = tokenise(fields);
  eachIndexToken(fieldTokens.kinds, fieldTokens.count, (first, last) =>
    writeToken(texts.fields, fieldTokens, first, last),
  );
  const joined = {} as Record<Column, string>;
  for (const name of columns) joined[name] = texts[name].take();
  return joined;
}

/** The last token of a run may begin a pair: it is looked for as a beginning. */
export interface IndexPhrase {
  readonly tokens: readonly string[];
  readonly prefix: boolean;
}

/** What a text that holds the term has in its index, whatever goes on behind the term. */
export function phraseOf({ tokens, prefix }: Term): IndexPhrase {
  const phrase: string[] = [];
  const last = tokens.length - 1;
  const isRun = (token: number) => tokens[token]?.kind === CHARACTER;
  eachIndexToken(
    tokens.map(({ kind }) => kind),
    tokens.length,
    (first, end) => {
      // The run may go on: its last character is known as the second of a pair only.
      if (first === last && isRun(last) && isRun(last - 1)) return;
      const { kind = SPACE, key = "" } = tokens[first] ?? {};
      phrase.push(breakTokens[kind] ?? (end === first ? key : key + (tokens[end]?.key ?? "")));
    },
  );
  return { tokens: phrase, prefix: (isRun(last) && !isRun(last - 1)) || prefix };
}

/** The tokens of the index, each as the first and last of the text's tokens that it is made of. */
function eachIndexToken(
  kinds: ArrayLike<TokenKind>,
  count: number,
  visit: (first: number, last: number) => void,
): void {
  for (let token = 0; token < count; token++) {
    const isPair = kinds[token] === CHARACTER && token + 1 < count && kinds[token + 1] === CHARACTER;
    visit(token, isPair ? token + 1 : token);
  }
}

function writeToken(text: UnitText, tokens: Tokens, first: number, last: number): void {
  const kind = tokens.kinds[first] ?? SPACE;
  const sign = breakTokens[kind] ?? (kind === WORD ? tokens.keyOf(first) : null);
  if (sign !== null) text.write(sign);
  else
    for (let token = first; token <= last; token++) {
      text.copy(tokens.units, tokens.starts[token] ?? 0, tokens.ends[token] ?? 0);
    }
  text.write(" ");
}

/** A text put together from millions of stretches, faster than strings are. */
class UnitText {
  #units = new Uint16Array(4096);
  #length = 0;

  write(text: string): void {
    this.#reserve(text.length);
    for (let at = 0; at < text.length; at++) this.#units[this.#length++] = text.charCodeAt(at);
  }

  copy(units: Uint16Array, start: number, end: number): void {
    this.#reserve(end - start);
    for (let at = start; at < end; at++) this.#units[this.#length++] = units[at] ?? 0;
  }

  /** The text so far; the next one begins. */
  take(): string {
    const text = Buffer.from(this.#units.buffer, 0, 2 * this.#length).toString("utf16le");
    this.#length = 0;
    if (this.#units.length > LONGEST_KEPT) this.#units = new Uint16Array(4096);
    return text;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#units.length) return;
    const units = new Uint16Array(2 * (this.#length + more));
    units.set(this.#units);
    this.#units = units;
  }
}

/** Units. The room of a longer text is given back. */
const LONGEST_KEPT = 1_000_000;

/** Made once: thousands of articles are written one after another. */
const texts: Readonly<Record<Column, UnitText>> = {
  title: new UnitText(),
  headline: new UnitText(),
  lead: new UnitText(),
  heading: new UnitText(),
  caption: new UnitText(),
  body: new UnitText(),
  fields: new UnitText(),
};
