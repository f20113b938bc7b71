/**
 * Which headline each block of text belongs to. Headlines are roots, and blocks grow onto them over the shortest ties
 * first: to the headline right above, to the column beside that begins at the same height, to the text right above.
 */
import { leadAfterMark } from "../newspaper-page/marks.ts";
import type { Box } from "./geometry.ts";
import { heightOf, overlap, widthOf } from "./geometry.ts";
import type { TextBlock } from "./newspaper-blocks.ts";
import { isCrossed, isDivided } from "./newspaper-blocks.ts";
import type { Rule } from "./page-contents.ts";

/** Of a block's width: so much of it stands under its headline. */
const UNDER = 0.25;
/** Of the lower of two columns: so much of it stands beside the other. */
const BESIDE = 0.4;
/** In ems of the body: how far apart columns of one article stand. */
const COLUMNS_APART = 5;
const LEAD_ABOVE = 12;
/** In ems of the body: how much longer the tie to a column beside is than to a headline or text right above. */
const LEVEL = 4;
/** In ems of the body: more room than that below a text is for something else. */
const APART = 2.5;
/** In ems of the body: columns that begin within this of each other begin together, one with a heading. */
const SAME_TOP = 2.2;
/** Of the narrower of two above each other: a byline may stand over the middle of two columns. */
const IN_COLUMN = 0.5;
const BYLINE_IN_COLUMN = 0.3;
/** Of a block's width: what covers less of it does not stand between it and what is above. */
const BETWEEN = 0.3;
const LINES_OF_A_BYLINE = 2;
/** Of pages with more blocks not everything between two of them is looked for. */
const MOST_BLOCKS = 1000;

export interface Around {
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
  readonly bodySize: number;
}

interface Tie<Headline> {
  readonly owner: Headline;
  readonly length: number;
}

/** Blocks that nothing ties to a headline have no owner. */
export function ownersOf<Headline extends Box>(
  blocks: readonly TextBlock[],
  headlines: readonly Headline[],
  around: Around,
): ReadonlyMap<TextBlock, Headline> {
  const obstacles = blocks.length > MOST_BLOCKS ? [] : [...headlines, ...blocks.filter(isText)];
  const owners = new Map<TextBlock, Headline>();
  const nearest = new Map<TextBlock, Tie<Headline>>();
  const offer = (block: TextBlock, owner: Headline, length: number | null) => {
    if (length === null || length >= (nearest.get(block)?.length ?? Number.POSITIVE_INFINITY)) return;
    nearest.set(block, { owner, length });
  };
  for (const block of blocks) {
    for (const headline of headlines) offer(block, headline, toHeadline(block, headline, obstacles, around));
  }
  for (let next = shortest(nearest); next !== null; next = shortest(nearest)) {
    const [block, { owner }] = next;
    owners.set(block, owner);
    nearest.delete(block);
    for (const other of blocks) {
      if (!owners.has(other)) offer(other, owner, toText(other, block, obstacles, around));
    }
  }
  return owners;
}

function isText({ segments }: TextBlock): boolean {
  return segments.length > LINES_OF_A_BYLINE;
}

function shortest<Headline>(
  ties: ReadonlyMap<TextBlock, Tie<Headline>>,
): readonly [TextBlock, Tie<Headline>] | null {
  let found: readonly [TextBlock, Tie<Headline>] | null = null;
  for (const tie of ties) if (found === null || tie[1].length < found[1].length) found = tie;
  return found;
}

/** How long the tie from a block to a headline is; null where there is none. Far ones are longer than all others. */
function toHeadline(
  block: TextBlock,
  headline: Box,
  obstacles: readonly Box[],
  { across, down, bodySize }: Around,
): number | null {
  const far = COLUMNS_APART * bodySize;
  const common = overlap(headline.left, headline.right, block.left, block.right);
  if (headline.bottom <= block.top + block.size) {
    const isOver = common >= Math.min(UNDER * widthOf(block), widthOf(headline));
    if (!isOver || isCrossed(headline, block, across)) return null;
    const gap = Math.max(0, block.top - headline.bottom);
    return isBlocked(headline, block, obstacles) ? 4 * far + gap : gap;
  }
  if (block.bottom <= headline.top && leadAfterMark(block.text) !== null) {
    // 核心提示 may stand in a frame over the headline.
    const gap = headline.top - block.bottom;
    return gap > LEAD_ABOVE * bodySize || isBlocked(block, headline, obstacles) ? null : gap;
  }
  const beside = overlap(block.top, block.bottom, headline.top, headline.bottom);
  if (beside < BESIDE * Math.min(heightOf(block), heightOf(headline))) return null;
  if (-common > far || isDivided(block, headline, down)) return null;
  return 2 * bodySize - common + (headline.left < block.left ? 0 : far);
}

/** How long the tie from a block to one whose article is known is. */
function toText(
  block: TextBlock,
  known: TextBlock,
  obstacles: readonly Box[],
  { across, down, bodySize }: Around,
): number | null {
  const far = COLUMNS_APART * bodySize;
  const beside = overlap(block.top, block.bottom, known.top, known.bottom);
  const apart = -overlap(block.left, block.right, known.left, known.right);
  if (beside >= BESIDE * Math.min(heightOf(block), heightOf(known))) {
    const isLevel = Math.abs(block.top - known.top) <= SAME_TOP * bodySize;
    // A line that parts the columns of one article begins where they do; one that parts articles begins higher.
    const top = Math.min(block.top, known.top) - SAME_TOP * bodySize;
    const dividers = isLevel ? down.filter(({ box }) => box.top < top) : down;
    if (apart > far || isDivided(block, known, dividers)) return null;
    // The text comes from the left; columns that begin together may go with those on either side.
    const fromRight = known.left < block.left ? 0 : 1;
    return isLevel
      ? LEVEL * bodySize + apart + (fromRight * bodySize) / 5
      : 2 * far + apart + fromRight * far;
  }
  const [upper, lower] = block.top < known.top ? [block, known] : [known, block];
  const share = isText(block) ? IN_COLUMN : BYLINE_IN_COLUMN;
  const inColumn = -apart > share * Math.min(widthOf(block), widthOf(known));
  if (!inColumn || isCrossed(upper, lower, across) || isBlocked(upper, lower, obstacles)) return null;
  if (upper !== known) return 2 * far - beside;
  return -beside <= APART * bodySize ? -beside : (LEVEL - 1) * bodySize - beside;
}

/** Whether text or a headline stands between two that are above each other. */
function isBlocked(upper: Box, lower: Box, obstacles: readonly Box[]): boolean {
  return obstacles.some(
    (box) =>
      box !== upper &&
      box !== lower &&
      box.top >= upper.bottom - heightOf(upper) / 2 &&
      box.bottom <= lower.top + heightOf(lower) / 2 &&
      box.top < lower.top &&
      overlap(box.left, box.right, lower.left, lower.right) > BETWEEN * widthOf(lower),
  );
}
