/**
 * A passage of an article, so described that it is found again in another text of the same article: its place, its
 * quote and what stands around it (W3C Web Annotation: TextPositionSelector, TextQuoteSelector). It is found or it is
 * lost; it is never put where it was not.
 */
import { z } from "zod";
import type { Search } from "./anchor-finding.ts";
import { findLong, findPassage, findShort, LEAST_SCORE, SHORT } from "./anchor-finding.ts";
import { foldPassage } from "./anchor-folding.ts";
import { indexPlaces } from "./anchor-places.ts";
import type { Span } from "./article-text.ts";

/** UTF-16 units of context on either side. */
export const CONTEXT = 32;

export interface Anchor extends Span {
  /** Of the article, in whose canonical text start and end count. */
  readonly revision: number;
  /** Exactly what stands between start and end. */
  readonly quote: string;
  /** Up to `CONTEXT` units before and behind; less at the ends of the text. */
  readonly prefix: string;
  readonly suffix: string;
}

export const anchorSchema = z.object({
  revision: z.int().positive(),
  start: z.int().min(0),
  end: z.int().positive(),
  quote: z.string().min(1),
  prefix: z.string().max(CONTEXT),
  suffix: z.string().max(CONTEXT),
}) satisfies z.ZodType<Anchor>;

/** `changed`: other characters stand there now. */
export type Resolution =
  | { readonly state: "kept" | "moved" | "changed"; readonly span: Span }
  | { readonly state: "lost" };

/** `span` lies within the text and is not empty. */
export function describe(text: string, { start, end }: Span, revision: number): Anchor {
  return {
    revision,
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  };
}

/** Where the described passage stands in `text`. */
export function resolve(text: string, anchor: Anchor): Resolution {
  return resolver(text, null)(anchor);
}

/**
 * Resolves one anchor after another in one text. `before`: the text they were described in, where it is at hand: what
 * stood elsewhere in it is not taken for the passage, and what lies outside all that changed needs no looking for.
 * `leastScore`: see `LEAST_SCORE`.
 */
export function resolver(
  text: string,
  before: string | null,
  leastScore = LEAST_SCORE,
): (anchor: Anchor) => Resolution {
  const search = lazily(() => ({
    here: indexPlaces(foldPassage(text)),
    there: before === null ? null : indexPlaces(foldPassage(before)),
    leastScore,
  }));
  const ends = lazily(() => (before === null ? null : commonEnds(before, text)));

  return (anchor) => {
    const span =
      (before === null ? inPlace(anchor, text) : outsideChanges(anchor, ends())) ??
      verbatim(anchor, text, before) ??
      found(anchor, search());
    return span === null ? { state: "lost" } : { state: stateOf(text, anchor, span), span };
  };
}

function stateOf(text: string, anchor: Anchor, { start, end }: Span): "kept" | "moved" | "changed" {
  if (text.slice(start, end) !== anchor.quote) return "changed";
  return start === anchor.start ? "kept" : "moved";
}

/** The whole passage, contexts and all, stands where it stood. */
function inPlace({ start, end, prefix, quote, suffix }: Anchor, text: string): Span | null {
  return text.startsWith(prefix + quote + suffix, start - prefix.length) ? { start, end } : null;
}

/** The whole passage, contexts and all, stands in the text once, and has no double it could be taken for. */
function verbatim({ prefix, quote, suffix }: Anchor, text: string, before: string | null): Span | null {
  const whole = prefix + quote + suffix;
  if (!standsOnce(text, whole) || whole.length < SHORTEST_ALONE) return null;
  if (before !== null && !(standsOnce(before, prefix + quote) && standsOnce(before, quote + suffix)))
    return null;
  const start = text.indexOf(whole) + prefix.length;
  return { start, end: start + quote.length };
}

/** Characters: fewer in a row may well come again by chance. */
const SHORTEST_ALONE = 24;

function standsOnce(text: string, passage: string): boolean {
  const first = text.indexOf(passage);
  return first !== -1 && text.indexOf(passage, first + 1) === -1;
}

/** Characters from which a passage is found piece by piece: one edit distance over so much would take long. */
const LONG = 600;

function found({ start, end, prefix, quote, suffix }: Anchor, search: Search): Span | null {
  const passage =
    search.there === null
      ? {
          text: foldPassage(prefix + quote + suffix),
          start: prefix.length,
          end: prefix.length + quote.length,
        }
      : { text: search.there.text, start, end };
  const find = quote.length < SHORT ? findShort : quote.length < LONG ? findPassage : findLong;
  return find(passage, search);
}

interface CommonEnds {
  /** How many units both texts begin with alike. */
  readonly head: number;
  /** How many both end with alike, none counted twice. */
  readonly tail: number;
  readonly lengthBefore: number;
  readonly shift: number;
}

function commonEnds(before: string, text: string): CommonEnds {
  const most = Math.min(before.length, text.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === text.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail)
  ) {
    tail++;
  }
  return { head, tail, lengthBefore: before.length, shift: text.length - before.length };
}

/** Units from the nearest change: what is alike so far is so by more than standing phrases. */
const FAR = 160;

/** Where the passage lies, far before or behind everything that changed. */
function outsideChanges({ start, end }: Anchor, ends: CommonEnds | null): Span | null {
  if (ends === null) return null;
  if (end + FAR <= ends.head) return { start, end };
  if (start - FAR < ends.lengthBefore - ends.tail) return null;
  return { start: start + ends.shift, end: end + ends.shift };
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
