/** The columns of one article, in the order in which they are read, cut where something spans several of them. */
import type { Box } from "./geometry.ts";
import { boxAround, median, overlap, widthOf } from "./geometry.ts";
import type { Region, Thing } from "./layout.ts";
import { regionOf } from "./layout.ts";
import type { TextBlock } from "./newspaper-blocks.ts";
import type { Segment } from "./segments.ts";

/** Of a block: so much of it lies in its column. */
const IN_COLUMN = 0.3;
const LINES_OF_A_COLUMN = 3;
/** Of a column: what is wider spans several. */
const SPANNING = 1.5;
/** Of an article: what is as wide as that parts it into what is read above and below. */
const ACROSS_ALL = 0.75;

/** A picture or a table with the lines that say what it shows. */
export interface Plate<Value> {
  readonly thing: Thing<Value>;
  readonly caption: readonly Segment[];
}

interface Item<Value> extends Box {
  readonly segments: readonly Segment[];
  readonly things: readonly Thing<Value>[];
}

export function columnsOf<Value>(
  blocks: readonly TextBlock[],
  plates: readonly Plate<Value>[],
): readonly Region<Value>[] {
  const long = blocks.filter(({ segments }) => segments.length >= LINES_OF_A_COLUMN);
  const measured = long.length > 0 ? long : blocks;
  const width = median(measured.map(widthOf));
  const starts = startsOf(
    blocks.filter((block) => widthOf(block) <= SPANNING * width),
    width,
  );
  const items = [...blocks.map((block): Item<Value> => ({ ...block, things: [] })), ...plates.map(toItem)];
  const whole = boxAround(items);
  const isWide = (item: Item<Value>) => widthOf(item) > SPANNING * width;
  const acrossAll = items.filter(
    (item) => isWide(item) && widthOf(item) >= ACROSS_ALL * widthOf(whole ?? item),
  );
  const parts = new Map<number, Item<Value>[]>();
  for (const item of items) {
    const isAcross = acrossAll.includes(item);
    // A tier begins with what spans it; a column within a tier follows.
    const tier = acrossAll.filter((wide) => wide !== item && middleOf(wide) <= middleOf(item)).length;
    const column = isAcross ? 0 : 1 + columnAt(item, starts, isWide(item));
    const key = (tier + (isAcross ? 1 : 0)) * (starts.length + 2) + column;
    parts.set(key, [...(parts.get(key) ?? []), item]);
  }
  return [...parts]
    .sort(([one], [other]) => one - other)
    .flatMap(([, part]) => partedAt(part, isWide))
    .map((part) =>
      regionOf(
        part.flatMap(({ segments }) => segments),
        part.flatMap(({ things }) => things),
      ),
    );
}

function toItem<Value>({ thing, caption }: Plate<Value>): Item<Value> {
  const { left, top, right, bottom } = boxAround([thing, ...caption]) ?? thing;
  return { left, top, right, bottom, segments: [], things: [thing] };
}

function middleOf({ top, bottom }: Box): number {
  return (top + bottom) / 2;
}

/** What spans a few columns stands in the first of them. */
function columnAt({ left, right }: Box, starts: readonly number[], isWide: boolean): number {
  const [first = 0, second = first] = starts;
  const at = isWide ? left + (second - first) / 2 : (left + right) / 2;
  return Math.max(
    0,
    starts.findLastIndex((start) => start <= at),
  );
}

/** A column's text above and below what is wider than it stands in regions of its own. */
function partedAt<Value>(
  items: readonly Item<Value>[],
  isWide: (item: Item<Value>) => boolean,
): readonly (readonly Item<Value>[])[] {
  const parts: Item<Value>[][] = [[]];
  for (const item of [...items].sort((one, other) => middleOf(one) - middleOf(other))) {
    if (isWide(item)) parts.push([item], []);
    else parts.at(-1)?.push(item);
  }
  return parts.filter((part) => part.length > 0);
}

/** Where the columns begin, from the left: long blocks tell it first, short ones only where no column is yet. */
function startsOf(blocks: readonly TextBlock[], width: number): readonly number[] {
  const starts: number[] = [];
  for (const { left, right } of [...blocks].sort(
    (one, other) => other.segments.length - one.segments.length,
  )) {
    const isIn = starts.some(
      (start) => overlap(start, start + width, left, right) > IN_COLUMN * Math.min(width, right - left),
    );
    if (!isIn) starts.push(left);
  }
  return starts.sort((one, other) => one - other);
}
