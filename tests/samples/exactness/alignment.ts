/**
 * Two long sequences, and what of one stands in the other in the same order. Passages that each has once are the fixed
 * points between which the rest is compared, from long ones to short ones; what is small is compared in full.
 */

/** `length` equal characters from `source` in the one and `found` in the other. */
export interface Run {
  readonly source: number;
  readonly found: number;
  readonly length: number;
}

interface Window {
  readonly source: readonly [from: number, to: number];
  readonly found: readonly [from: number, to: number];
}

/** Characters in a passage, tried in this order. */
const PASSAGES = [24, 10, 5] as const;
/** Cells of a table that compares everything with everything. */
const SMALL = 1_000_000;

/** Runs in the order of both. */
export function aligned(source: readonly string[], found: readonly string[]): readonly Run[] {
  const runs: Run[] = [];
  const align = (window: Window, passage: number): void => {
    const { head, middle, tail } = withoutEqualEnds(source, found, window);
    if (head !== null) runs.push(head);
    const [width, height] = [middle.source[1] - middle.source[0], middle.found[1] - middle.found[0]];
    if (width > 0 && height > 0) {
      const length = PASSAGES[passage];
      if (width * height <= SMALL) runs.push(...commonRuns(source, found, middle));
      else if (length !== undefined) {
        for (const between of partedBy(fixedPoints(source, found, middle, length), middle))
          align(between, passage + 1);
      }
    }
    if (tail !== null) runs.push(tail);
  };
  align({ source: [0, source.length], found: [0, found.length] }, 0);
  return runs;
}

function withoutEqualEnds(source: readonly string[], found: readonly string[], window: Window) {
  let [from, at] = [window.source[0], window.found[0]];
  let [to, end] = [window.source[1], window.found[1]];
  while (from < to && at < end && source[from] === found[at]) [from, at] = [from + 1, at + 1];
  while (to > from && end > at && source[to - 1] === found[end - 1]) [to, end] = [to - 1, end - 1];
  const run = (start: number, place: number, length: number): Run | null =>
    length === 0 ? null : { source: start, found: place, length };
  return {
    head: run(window.source[0], window.found[0], from - window.source[0]),
    middle: { source: [from, to], found: [at, end] } satisfies Window,
    tail: run(to, end, window.source[1] - to),
  };
}

type Point = readonly [source: number, found: number];

/** Where passages begin that each side has once, in the order of both: the longest rising row of them. */
function fixedPoints(
  source: readonly string[],
  found: readonly string[],
  window: Window,
  length: number,
): readonly Point[] {
  const ours = passagesOnce(source, window.source, length);
  const theirs = passagesOnce(found, window.found, length);
  const points = [...ours].flatMap(([passage, at]): readonly Point[] => {
    const place = theirs.get(passage);
    return at < 0 || place === undefined || place < 0 ? [] : [[at, place]];
  });
  return longestRising(points.toSorted(([one], [other]) => one - other));
}

/** -1 for a passage that stands more than once. */
function passagesOnce(
  characters: readonly string[],
  [from, to]: readonly [number, number],
  length: number,
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at + length <= to; at++) {
    const passage = characters.slice(at, at + length).join("");
    places.set(passage, places.has(passage) ? -1 : at);
  }
  return places;
}

function longestRising(points: readonly Point[]): readonly Point[] {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, [, found]] of points.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((points[ends[middle] ?? 0]?.[1] ?? 0) < found) low = middle + 1;
      else high = middle;
    }
    before.push(low === 0 ? -1 : (ends[low - 1] ?? -1));
    ends[low] = index;
  }
  const row: Point[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const point = points[at];
    if (point !== undefined) row.push(point);
  }
  return row.reverse();
}

/** The stretches between the points, each of which begins one. */
function partedBy(points: readonly Point[], { source, found }: Window): readonly Window[] {
  const starts = [[source[0], found[0]] as const, ...points];
  return starts.map(([from, at], index) => {
    const [to, end] = starts[index + 1] ?? [source[1], found[1]];
    return { source: [from, to], found: [at, end] };
  });
}

/** The longest common subsequence, by the full table. */
function commonRuns(source: readonly string[], found: readonly string[], window: Window): readonly Run[] {
  const [from, to] = window.source;
  const [at, end] = window.found;
  const width = end - at + 1;
  const best = bestLengths(source, found, window);
  const runs: Run[] = [];
  for (let [one, other] = [from, at]; one < to && other < end; ) {
    const cell = (one - from) * width + (other - at);
    if (source[one] === found[other]) {
      const last = runs.at(-1);
      const goesOn =
        last !== undefined && last.source + last.length === one && last.found + last.length === other;
      if (goesOn) runs[runs.length - 1] = { ...last, length: last.length + 1 };
      else runs.push({ source: one, found: other, length: 1 });
      [one, other] = [one + 1, other + 1];
    } else if ((best[cell + width] ?? 0) >= (best[cell + 1] ?? 0)) one++;
    else other++;
  }
  return runs;
}

/** From each pair of places on, how many characters can stand in both. */
function bestLengths(source: readonly string[], found: readonly string[], window: Window): Uint32Array {
  const [from, to] = window.source;
  const [at, end] = window.found;
  const width = end - at + 1;
  const best = new Uint32Array((to - from + 1) * width);
  for (let one = to - 1; one >= from; one--) {
    for (let other = end - 1; other >= at; other--) {
      const cell = (one - from) * width + (other - at);
      best[cell] =
        source[one] === found[other]
          ? (best[cell + width + 1] ?? 0) + 1
          : Math.max(best[cell + width] ?? 0, best[cell + 1] ?? 0);
    }
  }
  return best;
}
