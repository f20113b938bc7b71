/** Segments of a newspaper page → blocks: lines of one size below each other in one column. */
import type { Box } from "./geometry.ts";
import { boxAround, heightOf, median, overlap, widthOf } from "./geometry.ts";
import type { Rule } from "./page-contents.ts";
import type { Segment } from "./segments.ts";

export interface TextBlock extends Box {
  /** From top to bottom. */
  readonly segments: readonly Segment[];
  readonly size: number;
  readonly text: string;
}

/** Of the body's size: what is set so large is a headline. */
export const HEADLINE = 1.45;

/** Of the larger size. */
const SIZE_DIFFERS = 0.08;
/** In ems, between two baselines. */
const LEADING_AT_MOST = 2;
const LEADING_AT_LEAST = 0.6;
/** Of the narrower of two lines. */
const COMMON_WIDTH = 0.6;
/** In ems: a line that begins so near to where the column does belongs to it, however short either is. */
const INDENT_AT_MOST = 2.5;
/** Of the wider of block and line: what sticks out more belongs to another column. */
const WIDER_AT_MOST = 1.3;

/** `isAlone` tells lines that go on with none, though they stand near: who wrote an article, who took its pictures. */
export function blocksOf(
  segments: readonly Segment[],
  rules: readonly Rule[],
  isAlone: (line: Segment) => boolean = () => false,
): readonly TextBlock[] {
  const across = rules.filter(({ direction }) => direction === "across");
  const blocks: { segments: Segment[]; box: Box }[] = [];
  for (const segment of [...segments].sort((one, other) => one.baseline - other.baseline)) {
    const alone = isAlone(segment);
    const above = blocks.filter(({ segments: lines, box }) => {
      const last = lines.at(-1);
      if (alone || (last !== undefined && isAlone(last))) return false;
      return last !== undefined && goesOnBelow(last, box, segment) && !isCrossed(last, segment, across);
    });
    const nearest = above.sort((one, other) => other.box.bottom - one.box.bottom)[0];
    if (nearest === undefined) {
      blocks.push({ segments: [segment], box: segment });
      continue;
    }
    nearest.segments.push(segment);
    nearest.box = boxAround([nearest.box, segment]) ?? nearest.box;
  }
  return blocks.map(({ segments: lines, box }) => ({
    ...{ left: box.left, top: box.top, right: box.right, bottom: box.bottom },
    segments: lines,
    size: median(lines.map(({ size }) => size)),
    text: lines.map(({ text }) => text).join(""),
  }));
}

function goesOnBelow(last: Segment, block: Box, line: Segment): boolean {
  const em = Math.max(last.size, line.size);
  const step = line.baseline - last.baseline;
  if (Math.abs(last.size - line.size) > SIZE_DIFFERS * em || last.bold !== line.bold) return false;
  if (step < LEADING_AT_LEAST * em || step > LEADING_AT_MOST * em) return false;
  const common = overlap(block.left, block.right, line.left, line.right);
  const flush = Math.abs(block.left - line.left) <= INDENT_AT_MOST * em;
  const together = Math.max(block.right, line.right) - Math.min(block.left, line.left);
  const wider = Math.max(widthOf(block), widthOf(line));
  const isBelow = flush || common >= COMMON_WIDTH * Math.min(widthOf(block), widthOf(line));
  return isBelow && together <= WIDER_AT_MOST * wider;
}

/** Whether a drawn line lies between two boxes, one above the other. */
export function isCrossed(upper: Box, lower: Box, across: readonly Rule[]): boolean {
  const [left, right] = [Math.max(upper.left, lower.left), Math.min(upper.right, lower.right)];
  return across.some(
    ({ box }) =>
      box.top >= upper.bottom - heightOf(upper) / 2 &&
      box.bottom <= lower.top + heightOf(lower) / 2 &&
      overlap(box.left, box.right, left, right) > 0.7 * (right - left),
  );
}

/** Whether a drawn line lies between two boxes, side by side. */
export function isDivided(one: Box, other: Box, down: readonly Rule[]): boolean {
  const [top, bottom] = [Math.max(one.top, other.top), Math.min(one.bottom, other.bottom)];
  const [left, right] = one.left < other.left ? [one, other] : [other, one];
  return down.some(
    ({ box }) =>
      box.left >= left.right - 2 &&
      box.right <= right.left + 2 &&
      overlap(box.top, box.bottom, top, bottom) > 0.7 * (bottom - top),
  );
}
