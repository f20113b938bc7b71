/**
 * A passage of an article, so described that it is found again in another text of the same article: its place, its
 * quote and what stands around it (W3C Web Annotation: TextPositionSelector, TextQuoteSelector). It is found or it is
 * lost; it is never put where it was not.
 */
import { z } from "zod";
import type { Quote, Search } from "./anchor-finding.ts";
import { findLong, findPassage, findShort, LEAST_SCORE, SHORT } from "./anchor-finding.ts";
import { foldPassage } from "./anchor-folding.ts";
import { indexPlaces } from "./anchor-places.ts";
import type { Span } from "./article-text.ts";
import { sameLines } from "./same-lines.ts";
import type { TextEdit } from "./text-edit.ts";
import { carrier, editBetween } from "./text-edit.ts";

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
  const lines = lazily(() => (before === null ? null : sameLines(before, text)));
  const edit = lazily(() => (before === null ? null : editBetween(before, text)));

  return (anchor) => {
    const span =
      (before === null ? inPlace(anchor, text) : outsideChanges(anchor, edit())) ??
      lines()?.carried(anchor) ??
      verbatim(anchor, text, before) ??
      soughtFor(anchor);
    return span === null ? { state: "lost" } : { state: stateOf(text, anchor, span), span };
  };

  function soughtFor(anchor: Anchor): Span | null {
    const span = found(anchor, search(), before);
    return span === null ? null : notFromElsewhere(anchor, span, lines()?.origins(span) ?? []);
  }
}

/** After an edit that a person made: what it left alone is known to be the same, and is not looked for. */
export function resolverAfterEdit(text: string, before: string): (anchor: Anchor) => Resolution {
  const carried = carrier(before, text);
  const origin = carrier(text, before);
  const resolve = resolver(text, before);
  return (anchor) => {
    const known = carried(anchor);
    if (known !== null) return { state: stateOf(text, anchor, known), span: known };
    const resolution = resolve(anchor);
    if (resolution.state === "lost") return resolution;
    const stood = origin(resolution.span);
    const span = notFromElsewhere(anchor, resolution.span, stood === null ? [] : [stood]);
    return span === null ? { state: "lost" } : resolution;
  };
}

/** How the passages of one text are found in the one that takes its place. */
export type ResolverOf = (text: string, before: string) => (anchor: Anchor) => Resolution;

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

function found(anchor: Anchor, search: Search, before: string | null): Span | null {
  const { start, end, prefix, quote, suffix } = anchor;
  const passage =
    search.there === null || before === null
      ? alone(foldPassage(prefix + quote + suffix), prefix.length, quote.length)
      : { text: search.there.text, start, end, line: lineOf(before, anchor) };
  const find = quote.length < SHORT ? findShort : quote.length < LONG ? findPassage : findLong;
  return find(passage, search);
}

/** Without the earlier text, from what was kept of it. */
function alone(text: string, start: number, length: number): Quote {
  return { text, start, end: start + length, line: { start: 0, end: text.length } };
}

function lineOf(text: string, { start, end }: Span): Span {
  const feed = text.indexOf("\n", end);
  return { start: text.lastIndexOf("\n", start - 1) + 1, end: feed === -1 ? text.length : feed };
}

/** What is known to have stood elsewhere before is not the passage, however like it. */
function notFromElsewhere(anchor: Anchor, found: Span | null, origins: readonly Span[]): Span | null {
  return origins.length === 0 || origins.some((origin) => overlaps(origin, anchor)) ? found : null;
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Units from the nearest change: what is alike so far is so by more than standing phrases. */
const FAR = 160;

/** Where the passage lies, far before or behind everything that changed. */
function outsideChanges({ start, end }: Anchor, edit: TextEdit | null): Span | null {
  if (edit === null) return null;
  if (end + FAR <= edit.start) return { start, end };
  if (start - FAR < edit.end) return null;
  return { start: start + edit.growth, end: end + edit.growth };
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
