/** Where in a text something like a passage may stand: cheap to ask, so that only a few places are measured. */

/** Units in a row that tell one place from most others; shorter ones are everywhere, longer ones seldom survive an edit. */
const GRAM = 3;

/** What stands in more places than this tells nothing. */
const MOST_PLACES = 60;

/** Places whose offsets differ by no more are one place: an edit in between shifts what stands behind it. */
export const NEAR = 24;

/** More places than this alike: whichever were chosen would be a guess. */
export const MOST_CANDIDATES = 24;

/** Share of the best place's grams that makes another place worth measuring. */
const WORTH_MEASURING = 0.4;

export interface Places {
  readonly text: string;
  /** Every gram's last place, by its hash; -1 where there is none. */
  readonly last: Int32Array;
  /** For each place, the one before it of the same hash; -1 where there is none. */
  readonly before: Int32Array;
}

/** `text`: folded. Takes a few milliseconds for 300,000 characters. */
export function indexPlaces(text: string): Places {
  const size = 2 ** Math.min(18, Math.max(8, Math.ceil(Math.log2(text.length + 1))));
  const last = new Int32Array(size).fill(-1);
  const before = new Int32Array(Math.max(0, text.length - GRAM + 1));
  for (let at = 0; at < before.length; at++) {
    const hash = hashAt(text, at, size);
    before[at] = last[hash] ?? -1;
    last[hash] = at;
  }
  return { text, last, before };
}

/**
 * Offsets at which `passage`, folded, may begin, the likeliest first; null where there are too many alike. An offset may
 * lie a little before the text where the passage's beginning is gone.
 */
export function likelyPlaces(places: Places, passage: string): readonly number[] | null {
  const offsets = offsetsOf(places, passage);
  const clusters: { readonly offset: number; readonly grams: number }[] = [];
  for (let from = 0, to = 0; from < offsets.length; from = to) {
    const first = offsets[from] ?? 0;
    while (to < offsets.length && (offsets[to] ?? 0) - first <= NEAR) to++;
    clusters.push({ offset: offsets[(from + to) >> 1] ?? 0, grams: to - from });
  }
  clusters.sort((one, other) => other.grams - one.grams);
  const most = clusters[0]?.grams ?? 0;
  const likely = clusters.filter(({ grams }) => grams >= most * WORTH_MEASURING);
  return likely.length > MOST_CANDIDATES ? null : likely.map(({ offset }) => offset);
}

/** For every gram of the passage and every place it stands in: where the passage would then begin. Ascending. */
function offsetsOf({ text, last, before }: Places, passage: string): Int32Array {
  const offsets: number[] = [];
  for (let within = 0; within + GRAM <= passage.length; within++) {
    const found: number[] = [];
    for (
      let at = last[hashAt(passage, within, last.length)] ?? -1;
      at !== -1 && found.length <= MOST_PLACES;
      at = before[at] ?? -1
    ) {
      if (text.startsWith(passage.slice(within, within + GRAM), at)) found.push(at - within);
    }
    if (found.length <= MOST_PLACES) offsets.push(...found);
  }
  return Int32Array.from(offsets).sort();
}

/** `size`: a power of two. */
function hashAt(text: string, at: number, size: number): number {
  const mixed =
    Math.imul(text.charCodeAt(at), 0x9e3779b1) ^
    Math.imul(text.charCodeAt(at + 1), 0x85ebca6b) ^
    Math.imul(text.charCodeAt(at + 2), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 15)) >>> 0) & (size - 1);
}
