/** Letters → segments: stretches of one line with no gap in them that could part two columns or cells. */
import type { Mark } from "../../../preload/model/article.ts";
import { isShared, isWide } from "./characters.ts";
import type { Box } from "./geometry.ts";
import { median } from "./geometry.ts";
import type { Rule } from "./page-contents.ts";
import type { Shifted } from "./raised.ts";
import { shiftFrom, withRaised } from "./raised.ts";
import type { Letter } from "./upright.ts";

export interface TextRun {
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface Segment extends Box {
  readonly runs: readonly TextRun[];
  readonly text: string;
  readonly baseline: number;
  /** The em of most of its letters, in points. */
  readonly size: number;
  readonly bold: boolean;
  /** The white space glyph before it on its line. */
  readonly space: Letter["space"];
}

/** In ems. */
const SAME_BASELINE = 0.22;
/** Of two marks side by side the second is often set half an em back, as 。” is. */
const BACKWARD = 0.6;
/** A wider gap may part columns. */
export const GAP_IN_LINE = 0.9;
/** The same for stretches that the file draws apart: columns may stand as near as a letter is wide. */
const GAP_BETWEEN_STRETCHES = 0.55;
/** Of two like letters, one printed over the other for boldness or as a shadow: less than the narrowest letter. */
const OVERPRINT = 0.12;
/** Of the larger: letters of sizes farther apart stand as far from each other as the smaller ones do. */
const UNLIKE = 0.6;
/** White space seen where no space was written: between Latin letters, and between wide ones. */
const LATIN_SPACE = 0.18;
const WIDE_SPACE = 0.6;
/** A space whose room the file takes back at once parts nothing, as typesetters write after a ligature or a kern. */
const NO_ROOM = 0.025;
const WRITTEN_WIDE_SPACE = 0.15;

export function segmentsOf(letters: readonly Letter[], rules: readonly Rule[]): readonly Segment[] {
  const dividers = rules.filter(({ direction }) => direction === "down").map(({ box }) => box);
  const stretches = withRaised(stretchesOf(withoutOverprint(letters)));
  return joinedAcross(stretches, dividers).map(toSegment);
}

/** A letter printed twice, a hair apart, is one letter. */
function withoutOverprint(letters: readonly Letter[]): readonly Letter[] {
  const printed = new Map<string, Map<number, Letter[]>>();
  return letters.filter((letter) => {
    const reach = Math.min(letter.size * OVERPRINT, FARTHEST);
    const alike = printed.get(letter.text) ?? new Map<number, Letter[]>();
    printed.set(letter.text, alike);
    // Most letters lie well within one square of the grid, and are looked for there alone.
    const columns = squares(letter.left, reach);
    for (const row of squares(letter.baseline, reach)) {
      for (const column of columns) {
        if (alike.get(squareAt(column, row))?.some((other) => isSamePlace(other, letter, reach)))
          return false;
      }
    }
    const key = squareAt(Math.floor(letter.left / SQUARE), Math.floor(letter.baseline / SQUARE));
    const there = alike.get(key);
    if (there === undefined) alike.set(key, [letter]);
    else there.push(letter);
    return true;
  });
}

/** Points, and how many of them in a row: pages are not longer than a few metres. */
const SQUARE = 8;
const SQUARES_IN_ROW = 1 << 16;
/** Points: no letter is so large that its double would stand farther off. */
const FARTHEST = 40;

function squares(at: number, reach: number): readonly number[] {
  const [first, last] = [Math.floor((at - reach) / SQUARE), Math.floor((at + reach) / SQUARE)];
  return first === last ? [first] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function squareAt(column: number, row: number): number {
  return row * SQUARES_IN_ROW + column;
}

function isSamePlace(one: Letter, other: Letter, reach: number): boolean {
  return (
    Math.abs(one.left - other.left) < reach &&
    Math.abs(one.baseline - other.baseline) < reach &&
    Math.abs(one.size - other.size) < reach
  );
}

/** Letters as they follow each other in the file; most files write whole lines. */
function stretchesOf(letters: readonly Letter[]): Shifted[][] {
  const stretches: Shifted[][] = [];
  let base: Letter | null = null;
  for (const letter of letters) {
    const stretch = stretches.at(-1);
    const last = stretch?.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : letter.left - last.right;
    const em = commonEm(letter, last ?? letter);
    const near = gap < GAP_IN_LINE * em && gap > -BACKWARD * em;
    const shift: Shifted["shift"] | "none" = near && base !== null ? shiftFrom(base, letter) : "none";
    if (stretch === undefined || shift === "none") stretches.push([{ ...letter, shift: null }]);
    else stretch.push({ ...letter, shift });
    if (shift === "none" || shift === null) base = letter;
  }
  return stretches;
}

/** Puts stretches together that stand side by side, in whatever order the file draws them. */
function joinedAcross(stretches: Shifted[][], dividers: readonly Box[]): readonly (readonly Shifted[])[] {
  const rows: { baseline: number; size: number; members: Shifted[][] }[] = [];
  for (const stretch of stretches.sort((one, other) => baselineOf(one) - baselineOf(other))) {
    const baseline = baselineOf(stretch);
    const size = sizeOf(stretch);
    const row = rows.at(-1);
    if (row !== undefined && baseline - row.baseline <= SAME_BASELINE * Math.min(size, row.size)) {
      row.members.push(stretch);
    } else {
      rows.push({ baseline, size, members: [stretch] });
    }
  }
  return rows.flatMap(({ members }) => {
    const joined: Shifted[][] = [];
    for (const member of members.sort((one, other) => (one[0]?.left ?? 0) - (other[0]?.left ?? 0))) {
      const before = joined.at(-1);
      if (before !== undefined && standsBeside(before, member, dividers))
        for (const letter of member) before.push(letter);
      else joined.push(member);
    }
    return joined;
  });
}

function standsBeside(
  before: readonly Shifted[],
  after: readonly Shifted[],
  dividers: readonly Box[],
): boolean {
  const [last, first] = [before.at(-1), after[0]];
  if (last === undefined || first === undefined) return false;
  const em = commonEm(last, first);
  const gap = first.left - last.right;
  if (gap >= GAP_BETWEEN_STRETCHES * em || gap < -BACKWARD * em) return false;
  return !dividers.some(
    ({ left, right, top, bottom }) =>
      left > last.right - em / 4 &&
      right < first.left + em / 4 &&
      top < first.baseline &&
      bottom > first.baseline - em / 2,
  );
}

/** By which the room between two letters is measured: beside a large title small text stands on its own. */
function commonEm(one: Letter, other: Letter): number {
  const [small, large] = one.size < other.size ? [one.size, other.size] : [other.size, one.size];
  return small < UNLIKE * large ? small : large;
}

function baselineOf(letters: readonly Shifted[]): number {
  return (letters.find(({ shift }) => shift === null) ?? letters[0])?.baseline ?? 0;
}

/** The size in which most of its letters are set. */
function sizeOf(letters: readonly Shifted[]): number {
  const counts = new Map<number, number>();
  let size = 0;
  for (const letter of letters) {
    const rounded = Math.round(letter.size * 10) / 10;
    const count = (counts.get(rounded) ?? 0) + 1;
    counts.set(rounded, count);
    if (count > (counts.get(size) ?? 0) || size === 0) size = rounded;
  }
  return size;
}

function toSegment(letters: readonly Shifted[]): Segment {
  const size = sizeOf(letters);
  const baseline = baselineOf(letters);
  const runs = runsOf(letters);
  const bold = letters.filter((letter) => letter.bold).length * 2 > letters.length;
  return {
    runs,
    text: runs.map(({ text }) => text).join(""),
    left: letters[0]?.left ?? 0,
    right: letters.reduce((right, letter) => Math.max(right, letter.right), Number.NEGATIVE_INFINITY),
    top: baseline - size * 0.88,
    bottom: baseline + size * 0.12,
    baseline,
    size,
    bold,
    space: letters[0]?.space ?? "none",
  };
}

function runsOf(letters: readonly Shifted[]): readonly TextRun[] {
  const runs: { text: string; marks: readonly Mark[] }[] = [];
  const usual = usualGap(letters);
  for (const [index, letter] of letters.entries()) {
    const before = letters[index - 1];
    const text = (before === undefined ? "" : spaceBetween(before, letter, usual)) + letter.text;
    const marks: Mark[] = letter.bold ? ["strong"] : [];
    if (letter.shift !== null) marks.push(letter.shift);
    const run = runs.at(-1);
    if (run !== undefined && run.marks.join() === marks.join()) run.text += text;
    else runs.push({ text, marks });
  }
  return runs;
}

/** In ems, between wide letters: those set apart on purpose, as in 通 知, stand at even distances. */
function usualGap(letters: readonly Shifted[]): number {
  const gaps = letters.flatMap((letter, index) => {
    const before = letters[index - 1];
    return before !== undefined && isWide(before.text) && isWide(letter.text)
      ? [(letter.left - before.right) / Math.max(before.size, letter.size)]
      : [];
  });
  return Math.max(0, median(gaps));
}

function spaceBetween(before: Letter, after: Letter, usual: number): string {
  const gap = (after.left - before.right) / Math.max(before.size, after.size);
  const [last, first] = [before.text.slice(-1), after.text.slice(0, 1)];
  if (!(isWide(last) && isWide(first))) {
    if (after.space !== "none" && Math.abs(gap) > NO_ROOM) return " ";
    const isLatin = [last, first].every((letter) => !isWide(letter) || isShared(letter));
    return gap > (isLatin ? LATIN_SPACE : WIDE_SPACE) ? " " : "";
  }
  // Marks bring their own room, which fonts and programs deal with in many ways.
  if (/\p{P}/u.test(last + first) && after.space === "none") return "";
  const least = after.space === "none" ? WIDE_SPACE : WRITTEN_WIDE_SPACE;
  if (gap - usual < least) return "";
  return after.space === "wide" ? "\u3000" : " ";
}
