/** How much of a passage stands at a place: its quote by edit distance, and what stands around it. */
import search from "approx-string-match";
import type { Span } from "./article-text.ts";

/** A quote within a text, with as much of what stands around it as counts. */
export interface Passage extends Span {
  /** Folded. */
  readonly text: string;
  /** Units of context on either side; less at the ends of the text. */
  readonly context: number;
}

export interface Match {
  readonly span: Span;
  /** Of the quote's characters, how many stand there, 0 to 1: the score that the threshold is about. */
  readonly score: number;
  /** How many characters of quote and context stand there, those that differ counted off: tells one place from another. */
  readonly matched: number;
  /** How much of the context stands there, on the side where less does, 0 to 1. */
  readonly context: number;
  /** Characters alike on the side where more of them are. */
  readonly longestSide: number;
}

/** Of the quote: with a greater share of errors, what stands there is another text. */
const MOST_ERRORS = 0.35;

/** Characters of context that an error in the quote outweighs: a figure that differs tells more than much around it. */
const ERROR_COST = 3;

/** Units by which the quote may stand apart from where the grams point, beside what its length allows for. */
const SLACK = 24;

/** The best matches near `place`, where the quote may begin; several where equally much of the quote stands there. */
export function matchesNear(text: string, passage: Passage, place: number): readonly Match[] {
  const quote = passage.text.slice(passage.start, passage.end);
  const mostErrors = Math.floor(quote.length * MOST_ERRORS);
  const from = Math.max(0, place - SLACK - mostErrors);
  const to = Math.min(text.length, place + quote.length + SLACK + mostErrors);
  return search(text.slice(from, to), quote, mostErrors).map(({ start, end, errors }) =>
    matchAt(text, passage, trimmed(text, quote, { start: from + start, end: from + end }), errors),
  );
}

function matchAt(text: string, passage: Passage, span: Span, errors: number): Match {
  const { context, start, end } = passage;
  const length = end - start;
  const before = alike(
    reader(text, span.start - 1, -1, context),
    reader(passage.text, start - 1, -1, context),
  );
  const behind = alike(reader(text, span.end, 1, context), reader(passage.text, end, 1, context));
  return {
    span,
    score: 1 - errors / length,
    matched: length - ERROR_COST * errors + before.units + behind.units,
    context: Math.min(...[before, behind].map(({ units, most }) => (most === 0 ? 1 : units / most))),
    longestSide: Math.max(before.units, behind.units),
  };
}

/** `Match.context` of a place. */
export function contextAt(text: string, passage: Passage, span: Span): number {
  return matchAt(text, passage, span, 0).context;
}

/** Without white space at its ends that the quote has not. */
function trimmed(text: string, quote: string, span: Span): Span {
  let { start, end } = span;
  if (!quote.startsWith(" ")) while (start < end - 1 && text[start] === " ") start++;
  if (!quote.endsWith(" ")) while (end > start + 1 && text[end - 1] === " ") end--;
  return { start, end };
}

/** A text read from a place, onwards or backwards. */
interface Reader {
  readonly length: number;
  readonly unitAt: (index: number) => number;
}

function reader(text: string, from: number, step: 1 | -1, most: number): Reader {
  const length = Math.min(most, step === 1 ? text.length - from : from + 1);
  return { length, unitAt: (index) => text.charCodeAt(from + step * index) };
}

/** Units that one text may have more than the other before the two no longer run on together. */
const BAND = 6;

/** Below any value of an alignment. */
const NONE = -1e9;

/**
 * How far two texts run on alike from their beginnings: the most that units in common outnumber differences, over every
 * beginning of the best alignment. `most`: what it would be with all of `other`.
 */
function alike(one: Reader, other: Reader): { readonly units: number; readonly most: number } {
  // The values of one row of the alignment's table, by the distance from its diagonal, one cell free at either end.
  let above = Array.from({ length: 2 * BAND + 3 }, (_, cell) => (cell <= BAND ? NONE : BAND + 1 - cell));
  let best = 0;
  for (let row = 1; row <= one.length; row++) {
    const values = nextRow(above, row, one.unitAt(row - 1), other);
    const rowBest = Math.max(...values);
    best = Math.max(best, rowBest);
    if (rowBest < best - 2 * BAND) break;
    above = values;
  }
  return { units: best, most: other.length };
}

function nextRow(above: readonly number[], row: number, unit: number, other: Reader): number[] {
  const values = new Array<number>(above.length).fill(NONE);
  for (let cell = 1; cell <= 2 * BAND + 1; cell++) {
    const column = row + cell - BAND - 1;
    if (column < 0 || column > other.length) continue;
    const skipped = Math.max(above[cell + 1] ?? NONE, values[cell - 1] ?? NONE) - 1;
    const same = column > 0 && unit === other.unitAt(column - 1);
    const taken = column === 0 ? NONE : (above[cell] ?? NONE) + (same ? 1 : -1);
    values[cell] = Math.max(skipped, taken);
  }
  return values;
}
