/**
 * Lines of a text that stand once in it and once, word for word, in the text that took its place: the same lines, wherever
 * they went (the anchors of Bram Cohen's patience diff).
 */
import type { Span } from "./article-text.ts";

/** UTF-16 units: shorter lines may well come again by chance. */
const SHORTEST = 8;

export interface SameLines {
  /** Where a passage that begins and ends in such lines now stands; null where what is between them is another. */
  readonly carried: (span: Span) => Span | null;
  /** Where what now stands within such lines stood before, line for line. */
  readonly origins: (span: Span) => readonly Span[];
}

export function sameLines(before: string, after: string): SameLines {
  const there = linesOnce(before);
  const here = linesOnce(after);
  return {
    carried: (span) => {
      const parts = partsIn(before, span);
      const [first, last] = [inOther(before, parts[0], here), inOther(before, parts.at(-1), here)];
      if (first === null || last === null) return null;
      const place = { start: first.start, end: last.end };
      const isSame = before.slice(span.start, span.end) === after.slice(place.start, place.end);
      return isSame ? place : null;
    },
    origins: (span) => partsIn(after, span).flatMap((part) => inOther(after, part, there) ?? []),
  };

  function inOther(text: string, part: Span | undefined, starts: ReadonlyMap<string, number>): Span | null {
    if (part === undefined) return null;
    const start = text.lastIndexOf("\n", part.start - 1) + 1;
    const feed = text.indexOf("\n", part.start);
    const line = text.slice(start, feed === -1 ? text.length : feed);
    const other = there.has(line) && here.has(line) ? starts.get(line) : undefined;
    return other === undefined ? null : { start: part.start + other - start, end: part.end + other - start };
  }
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

/** Where each line begins that stands once. */
function linesOnce(text: string): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  const often = new Set<string>();
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf("\n", start);
    const end = feed === -1 ? text.length : feed;
    const line = text.slice(start, end);
    if (starts.delete(line)) often.add(line);
    else if (line.length >= SHORTEST && !often.has(line)) starts.set(line, start);
    start = end + 1;
  }
  return starts;
}
