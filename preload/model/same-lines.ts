/**
 * Lines of a text that stand once in it and once in the text that took its place: the same lines, wherever they went (the
 * anchors of Bram Cohen's patience diff), also where they were joined to another line or are what was split from one.
 */
import { foldPassage } from "./anchor-folding.ts";
import type { Span } from "./article-text.ts";

/** UTF-16 units: shorter lines may well come again by chance. */
const SHORTEST = 8;

export interface SameLines {
  /** Where a passage that begins and ends in such lines now stands; null where what is between them is another. */
  readonly carried: (span: Span) => Span | null;
  /** Where what now stands within such lines stood before, line for line. */
  readonly origins: (span: Span) => readonly Span[];
}

/** A text as written, for where its lines end, and folded, for what they say. */
interface Lines {
  readonly text: string;
  readonly folded: string;
  /** Where each line begins that stands once. */
  readonly once: ReadonlyMap<string, number>;
}

export function sameLines(before: string, after: string): SameLines {
  const there = linesOf(before);
  const here = linesOf(after);
  return {
    carried: (span) => {
      const parts = partsIn(before, span);
      const [first, last] = [inOther(parts[0], there, here), inOther(parts.at(-1), there, here)];
      if (first === null || last === null) return null;
      const place = { start: first.start, end: last.end };
      return within(there.folded, span) === within(here.folded, place) ? place : null;
    },
    origins: (span) => partsIn(after, span).flatMap((part) => inOther(part, here, there) ?? []),
  };
}

/** Where a part of one line of a text stands in the other one. */
function inOther(part: Span | undefined, own: Lines, other: Lines): Span | null {
  if (part === undefined) return null;
  const start = own.text.lastIndexOf("\n", part.start - 1) + 1;
  const feed = own.text.indexOf("\n", part.start);
  const line = own.folded.slice(start, feed === -1 ? own.text.length : feed);
  const isLine = own.once.has(line) && other.once.has(line);
  const at = isLine ? other.once.get(line) : onceWithin(line, own, other);
  return at === undefined ? null : { start: part.start + at - start, end: part.end + at - start };
}

/** Where the line stands in the other text, which has it once, as its own does, within whatever lines. */
function onceWithin(line: string, own: Lines, other: Lines): number | undefined {
  if (line.length < SHORTEST) return undefined;
  const at = onlyPlace(line, other.folded);
  return at === -1 || onlyPlace(line, own.folded) === -1 ? undefined : at;
}

function onlyPlace(line: string, text: string): number {
  const at = text.indexOf(line);
  return text.indexOf(line, at + 1) === -1 ? at : -1;
}

/** What of the passage stands in each line, without line feeds. */
function partsIn(text: string, { start, end }: Span): readonly Span[] {
  const parts: Span[] = [];
  for (let from = start; from < end; ) {
    const feed = text.indexOf("\n", from);
    const to = feed === -1 ? end : Math.min(feed, end);
    if (to > from) parts.push({ start: from, end: to });
    from = to + 1;
  }
  return parts;
}

function linesOf(text: string): Lines {
  const folded = foldPassage(text);
  const once = new Map<string, number>();
  const often = new Set<string>();
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf("\n", start);
    const end = feed === -1 ? text.length : feed;
    const line = folded.slice(start, end);
    if (once.delete(line)) often.add(line);
    else if (line.length >= SHORTEST && !often.has(line)) once.set(line, start);
    start = end + 1;
  }
  return { text, folded, once };
}

function within(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
