/** What stands on one line of a newspaper page with white space in it: put together again before blocks are made. */
import { bylineKind } from "../newspaper-page/marks.ts";
import { overlap, widthOf } from "./geometry.ts";
import { toLine } from "./layout.ts";
import type { Rule } from "./page-contents.ts";
import type { Segment } from "./segments.ts";

/** In ems: the white space within a line, such as after 本报记者 or between the halves of a title. */
const WHITE_SPACE = 2.6;
/** Stretches of a line of authors. */
const MOST_NAMES = 24;
/** In ems: an ideographic space, and what justifying adds to it; some programs call it a plain one. */
const WIDE_SPACE = 1.6;
const EM_SPACE = 1.2;
const SAME_BASELINE = 0.25;
const SIZE_DIFFERS = 0.08;
/** In ems, between two baselines of one column. */
const LEADING_AT_MOST = 2;
/** In ems: how far a column's lines hang out. */
const HANGING = 0.6;
/** Of the body's size: kickers, titles and subtitles, which may be parted in two by white space. */
const DISPLAY = 1.15;

export function wholeRows(
  segments: readonly Segment[],
  rules: readonly Rule[],
  bodySize: number,
): readonly Segment[] {
  const down = rules.filter(({ direction }) => direction === "down");
  return rowsOf(segments).flatMap((row) => {
    const joined: Segment[] = [];
    for (const segment of withBylines(row, down)) {
      const before = joined.at(-1);
      const goesOn =
        before !== undefined &&
        standsNext(before, segment, down) &&
        isOneLine(before, segment, segments, bodySize);
      if (goesOn) joined[joined.length - 1] = together([before, segment]);
      else joined.push(segment);
    }
    return joined;
  });
}

/** 本报记者, 李, 明: the longest run of stretches that names authors by their role is one line. */
function withBylines(row: readonly Segment[], down: readonly Rule[]): readonly Segment[] {
  const result: Segment[] = [];
  for (let at = 0; at < row.length; ) {
    const run: Segment[] = [];
    let [whole, count]: [Segment | null, number] = [null, 1];
    for (const segment of row.slice(at, at + MOST_NAMES)) {
      const last = run.at(-1);
      if (last !== undefined && !standsNext(last, segment, down)) break;
      run.push(segment);
      const line = together(run);
      if (run.length > 1 && bylineKind(line.text) === "sure") [whole, count] = [line, run.length];
    }
    const [first] = run;
    if (first !== undefined) result.push(whole ?? first);
    at += count;
  }
  return result;
}

function rowsOf(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((one, other) => one.baseline - other.baseline)) {
    const first = rows.at(-1)?.[0];
    const near = first !== undefined && segment.baseline - first.baseline <= SAME_BASELINE * first.size;
    if (near) rows.at(-1)?.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => row.sort((one, other) => one.left - other.left));
}

function standsNext(before: Segment, after: Segment, down: readonly Rule[]): boolean {
  const em = Math.max(before.size, after.size);
  const gap = after.left - before.right;
  if (Math.abs(before.size - after.size) > SIZE_DIFFERS * em || gap < 0 || gap > WHITE_SPACE * em)
    return false;
  return !down.some(
    ({ box }) =>
      box.left >= before.right - 1 &&
      box.right <= after.left + 1 &&
      box.top < after.baseline &&
      box.bottom > after.baseline - after.size / 2,
  );
}

/** The halves of a title; and what stands within the column of the line above or below. */
function isOneLine(before: Segment, after: Segment, segments: readonly Segment[], bodySize: number): boolean {
  if (after.space !== "none" && after.size >= DISPLAY * bodySize) return true;
  const gap = (after.left - before.right) / after.size;
  if (after.space !== "none" && gap <= (after.space === "wide" ? WIDE_SPACE : EM_SPACE)) return true;
  return segments.some(
    (line) =>
      line !== before &&
      line !== after &&
      Math.abs(line.size - after.size) <= SIZE_DIFFERS * after.size &&
      Math.abs(line.baseline - after.baseline) <= LEADING_AT_MOST * after.size &&
      line.left <= before.left + HANGING * after.size &&
      line.right >= after.right - HANGING * after.size &&
      // It is a column's own line, not one that spans several.
      widthOf(line) <= widthOf({ ...before, right: after.right }) + 2 * WHITE_SPACE * after.size &&
      overlap(line.left, line.right, before.left, after.right) > 0,
  );
}

function together(segments: readonly Segment[]): Segment {
  const { left, top, right, bottom, baseline, size, runs, text, bold } = toLine(segments);
  return { left, top, right, bottom, baseline, size, runs, text, bold, space: segments[0]?.space ?? "none" };
}
