/** The columns of one article, in the order in which they are read, cut where something spans several of them. */
import type { Box } from "./geometry.ts";
import { median, overlap, widthOf } from "./geometry.ts";
import type { Region, Thing } from "./layout.ts";
import { regionOf } from "./layout.ts";
import type { TextBlock } from "./newspaper-blocks.ts";
import type { Segment } from "./segments.ts";

/** Of a block: so much of it lies in its column. */
const IN_COLUMN = 0.3;
const LINES_OF_A_COLUMN = 3;
/** Of a column: what is wider spans several. */
const SPANNING = 1.5;

export function columnsOf<Value>(
  blocks: readonly TextBlock[],
  captions: readonly Segment[],
  things: readonly Thing<Value>[],
): readonly Region<Value>[] {
  const long = blocks.filter(({ segments }) => segments.length >= LINES_OF_A_COLUMN);
  const measured = long.length > 0 ? long : blocks;
  const width = median(measured.map(widthOf));
  const narrow = blocks.filter((block) => widthOf(block) <= SPANNING * width);
  const starts = startsOf(narrow, width);
  const items: readonly (Box & {
    readonly segments: readonly Segment[];
    readonly things: readonly Thing<Value>[];
  })[] = [
    ...blocks.map((block) => ({ ...block, things: [] })),
    ...captions.map((segment) => ({ ...boxOf(segment), segments: [segment], things: [] })),
    ...things.map((thing) => ({ ...boxOf(thing), segments: [], things: [thing] })),
  ];
  const spanning = items
    .filter((item) => widthOf(item) > SPANNING * width)
    .sort((one, other) => one.top - other.top);
  const columns = new Map<number, (typeof items)[number][]>();
  for (const item of items) {
    const isSpanning = spanning.includes(item);
    // A tier begins with what spans it; a column within a tier follows.
    const middle = (item.top + item.bottom) / 2;
    const tier = spanning.filter((wide) => wide !== item && (wide.top + wide.bottom) / 2 <= middle).length;
    const column = isSpanning
      ? 0
      : 1 +
        Math.max(
          0,
          starts.findLastIndex((start) => start <= (item.left + item.right) / 2),
        );
    const key = (tier + (isSpanning ? 1 : 0)) * (starts.length + 2) + column;
    columns.set(key, [...(columns.get(key) ?? []), item]);
  }
  return [...columns]
    .sort(([one], [other]) => one - other)
    .map(([, column]) =>
      regionOf(
        column.flatMap(({ segments }) => segments),
        column.flatMap((item) => item.things),
      ),
    );
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

function boxOf({ left, top, right, bottom }: Box): Box {
  return { left, top, right, bottom };
}
