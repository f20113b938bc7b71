/**
 * The order in which a page is read. White space parts it: first into columns, where a gap runs down between two
 * stretches of running text, else into the bands above and below such columns; and so on within each part.
 */
import { stretchesInColumns } from "./bare-tables.ts";
import { isWide } from "./characters.ts";
import type { Box } from "./geometry.ts";
import { boxAround, heightOf, median, overlap, widthOf } from "./geometry.ts";
import type { Rule } from "./page-contents.ts";
import type { Segment, TextRun } from "./segments.ts";

/** A line of text within its column. */
export interface Line extends Box {
  readonly kind: "line";
  readonly runs: readonly TextRun[];
  readonly text: string;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  /** The stretches it is made of, with wide gaps between them. */
  readonly segments: readonly Segment[];
}

/** A picture or a table, which is read as a whole. */
export interface Thing<Value> extends Box {
  readonly kind: "thing";
  readonly value: Value;
}

/** A column or band: what is read from top to bottom. */
export interface Region<Value> extends Box {
  readonly items: readonly (Line | Thing<Value>)[];
}

type Item<Value> = (Segment & { readonly kind: "segment" }) | Thing<Value>;

/** In ems of the page's text. */
const GUTTER = 0.8;
const COLUMN_AT_LEAST = 7;
/** Rows on either side of a gap, and how full they are on the whole, before it parts columns; fewer beside a drawn line. */
const ROWS_AT_LEAST = 4;
const ROWS_BESIDE_RULE = 2;
const FILLED = 0.55;
/** Of the shorter side: how much of it the other side must stand beside. */
const BESIDE = 0.4;
const DEEPEST = 12;
/** Items looked at in search of columns: a page of thousands of squares is read from the top down. */
const MOST_WORK = 2_000_000;
/** So many pairs of gaps take as long as one item. */
const GAPS_AS_AN_ITEM = 10;
/** In ems: what lies this near a line's baseline is on it. */
const SAME_LINE = 0.45;
/** Sizes this many times apart do not make one line. */
const UNLIKE = 1.8;

/** `toTable` makes a table of rows that stand in columns without any lines, each row with one stretch a column or none. */
export function layOut<Value>(
  segments: readonly Segment[],
  things: readonly Thing<Value>[],
  rules: readonly Rule[],
  toTable: ((rows: readonly (readonly (Segment | null)[])[]) => Value) | null = null,
): readonly Region<Value>[] {
  const em = median(segments.map(({ size }) => size)) || 10;
  const items: Item<Value>[] = [
    ...segments.map((segment) => ({ ...segment, kind: "segment" as const })),
    ...things,
  ];
  const dividers = rules.filter(({ direction }) => direction === "down").map(({ box }) => box);
  const work = { left: MOST_WORK };
  return parted(items, { em, dividers, work }, DEEPEST).map((part) => toRegion(part, em, toTable));
}

interface Measure {
  readonly em: number;
  readonly dividers: readonly Box[];
  /** What is left of `MOST_WORK`. */
  readonly work: { left: number };
}

function parted<Value>(items: readonly Item<Value>[], measure: Measure, depth: number): Item<Value>[][] {
  if (items.length < 2 || depth === 0) return items.length === 0 ? [] : [[...items]];
  const columns = inColumns(items, measure);
  if (columns !== null) return columns.flatMap((column) => parted(column, measure, depth - 1));
  const bands = bandsOf(items);
  const parts: Item<Value>[][] = [];
  let plain: Item<Value>[] = [];
  for (let at = 0; at < bands.length; ) {
    const end = endOfColumns(bands, at, measure);
    if (end === null) {
      for (const item of bands[at] ?? []) plain.push(item);
      at++;
      continue;
    }
    if (plain.length > 0) parts.push(plain);
    plain = [];
    for (const part of parted(bands.slice(at, end).flat(), measure, depth - 1)) parts.push(part);
    at = end;
  }
  if (plain.length > 0) parts.push(plain);
  return parts;
}

/** Stretches of the page that no white space crosses from side to side. */
function bandsOf<Value>(items: readonly Item<Value>[]): Item<Value>[][] {
  const bands: Item<Value>[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const item of [...items].sort((one, other) => one.top - other.top)) {
    if (item.top >= bottom) bands.push([]);
    bands.at(-1)?.push(item);
    bottom = Math.max(bottom, item.bottom);
  }
  return bands;
}

/** The longest run of bands from `start` that one gap parts into columns: the index after it, or null. */
function endOfColumns<Value>(
  bands: readonly Item<Value>[][],
  start: number,
  measure: Measure,
): number | null {
  let gaps = gapsOf(bands[start] ?? [], measure.em);
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let found: number | null = null;
  // Bands in which one side is empty, such as a column's last lines, leave the gap as wide as the page.
  for (let end = start + 1; end <= bands.length && gaps.length > 0; end++) {
    for (const item of bands[end - 1] ?? []) {
      left = Math.min(left, item.left);
      right = Math.max(right, item.right);
    }
    // Most often no gap lies between the items, and none needs to be looked for.
    const isParted = gaps.some((gap) => gap.left > left && gap.right < right);
    if (isParted && inColumns(bands.slice(start, end).flat(), measure) !== null) found = end;
    const next = bands[end];
    if (next === undefined) break;
    const others = gapsOf(next, measure.em);
    measure.work.left -= (gaps.length * others.length) / GAPS_AS_AN_ITEM;
    if (measure.work.left < 0) break;
    gaps = sharedGaps(gaps, others, measure.em);
  }
  return found;
}

interface Gap {
  readonly left: number;
  readonly right: number;
}

/** Where nothing stands, from the top of the items to their bottom, on either side of them too. */
function gapsOf(items: readonly Box[], em: number): readonly Gap[] {
  const gaps: Gap[] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const item of [...items].sort((one, other) => one.left - other.left)) {
    if (item.left - right >= GUTTER * em) gaps.push({ left: right, right: item.left });
    right = Math.max(right, item.right);
  }
  gaps.push({ left: right, right: Number.POSITIVE_INFINITY });
  return gaps;
}

function sharedGaps(some: readonly Gap[], others: readonly Gap[], em: number): readonly Gap[] {
  return some.flatMap((gap) =>
    others.flatMap((other) => {
      const shared = { left: Math.max(gap.left, other.left), right: Math.min(gap.right, other.right) };
      return shared.right - shared.left >= GUTTER * em ? [shared] : [];
    }),
  );
}

function inColumns<Value>(items: readonly Item<Value>[], measure: Measure): Item<Value>[][] | null {
  const inner = gapsOf(items, measure.em).filter(
    ({ left, right }) => Number.isFinite(left) && Number.isFinite(right),
  );
  measure.work.left -= items.length * (inner.length + 1);
  if (measure.work.left < 0) return null;
  for (const gap of [...inner].sort((one, other) => other.right - other.left - (one.right - one.left))) {
    const left = items.filter((item) => item.right <= gap.left);
    const right = items.filter((item) => item.left >= gap.right);
    if (partsColumns(left, right, gap, measure)) return [left, right];
  }
  return null;
}

function partsColumns<Value>(
  left: readonly Item<Value>[],
  right: readonly Item<Value>[],
  gap: Gap,
  { em, dividers }: Measure,
): boolean {
  const [one, other] = [boxAround(left), boxAround(right)];
  if (one === null || other === null) return false;
  const beside = overlap(one.top, one.bottom, other.top, other.bottom);
  if (beside < BESIDE * Math.min(heightOf(one), heightOf(other))) return false;
  const ruled = dividers.some(
    (rule) =>
      rule.left >= gap.left - 1 &&
      rule.right <= gap.right + 1 &&
      overlap(rule.top, rule.bottom, one.top, one.bottom) > BESIDE * Math.min(heightOf(one), heightOf(other)),
  );
  const rows = ruled ? ROWS_BESIDE_RULE : ROWS_AT_LEAST;
  return isColumn(left, rows, em) && isColumn(right, rows, em);
}

/** Running text, or a picture, rather than the cells of a table. */
function isColumn<Value>(items: readonly Item<Value>[], rowsAtLeast: number, em: number): boolean {
  const box = boxAround(items);
  if (box === null || widthOf(box) < COLUMN_AT_LEAST * em) return false;
  if (items.every(({ kind }) => kind === "thing")) return true;
  const rows = rowsOf(items.flatMap((item) => (item.kind === "segment" ? [item] : [])));
  if (rows.length < rowsAtLeast) return false;
  const filled = rows.map(
    (row) => row.reduce((width, segment) => width + widthOf(segment), 0) / widthOf(box),
  );
  return median(filled) >= FILLED;
}

function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((one, other) => one.baseline - other.baseline)) {
    const [first] = rows.at(-1) ?? [];
    const near = Math.min(segment.size, first?.size ?? 0) * SAME_LINE;
    // A large initial beside small lines is a line of its own.
    const alike =
      Math.max(segment.size, first?.size ?? 0) < UNLIKE * Math.min(segment.size, first?.size ?? 0);
    if (first !== undefined && alike && segment.baseline - first.baseline <= near) rows.at(-1)?.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => row.sort((one, other) => one.left - other.left));
}

/** Lines and things of one column, as they stand below each other. */
export function regionOf<Value>(
  segments: readonly Segment[],
  things: readonly Thing<Value>[],
): Region<Value> {
  const em = median(segments.map(({ size }) => size)) || 10;
  return toRegion(
    [...segments.map((segment) => ({ ...segment, kind: "segment" as const })), ...things],
    em,
    null,
  );
}

function toRegion<Value>(
  items: readonly Item<Value>[],
  em: number,
  toTable: ((rows: readonly (readonly (Segment | null)[])[]) => Value) | null,
): Region<Value> {
  const things = items.filter((item) => item.kind === "thing");
  const rows = rowsOf(items.flatMap((item) => (item.kind === "segment" ? [item] : [])));
  const lines = (toTable === null ? [{ rows }] : stretchesInColumns(rows, em)).flatMap(
    (part): (Line | Thing<Value>)[] => {
      if (!("columns" in part)) return part.rows.map(toLine);
      if (toTable === null) return [];
      const box = boxAround(part.columns.flat().filter((segment) => segment !== null));
      return box === null ? [] : [{ ...box, kind: "thing", value: toTable(part.columns) }];
    },
  );
  // What stands beside a picture on its upper half is read before it.
  const middle = (item: Box) => (item.top + item.bottom) / 2;
  const inOrder = [...lines, ...things].sort((one, other) => middle(one) - middle(other));
  const box = boxAround(items) ?? { left: 0, top: 0, right: 0, bottom: 0 };
  return { ...box, items: withUprightWords(inOrder) };
}

export function toLine(segments: readonly Segment[]): Line {
  const runs: TextRun[] = [];
  // 通　　知: letters set apart, not words.
  const spread = segments.every(({ text }) => [...text].length === 1 && isWide(text));
  for (const [index, segment] of segments.entries()) {
    const before = segments[index - 1];
    const [first, ...rest] = segment.runs;
    if (first === undefined) continue;
    const space = before === undefined || spread ? "" : spaceAcross(before.text, first.text);
    runs.push({ ...first, text: space + first.text }, ...rest);
  }
  const box = boxAround(segments) ?? { left: 0, top: 0, right: 0, bottom: 0 };
  const longest = [...segments].sort((one, other) => other.text.length - one.text.length)[0];
  return {
    ...box,
    kind: "line",
    runs,
    text: runs.map(({ text }) => text).join(""),
    baseline: longest?.baseline ?? 0,
    size: longest?.size ?? 0,
    bold: segments.every(({ bold }) => bold),
    segments,
  };
}

function spaceAcross(before: string, after: string): string {
  // A closing mark is set far from what it closes where the file brings room of its own.
  if (/^[”’）》〉」』】，。、；：！？]/u.test(after) || /[“‘（《〈「『【]$/u.test(before)) return "";
  return isWide(before.slice(-1)) && isWide(after.slice(0, 1)) ? "\u3000" : " ";
}

/** At least so many single characters below each other, of one size and evenly set, are a word written downwards. */
const UPRIGHT_AT_LEAST = 3;
const UPRIGHT_STEP = 3;

function withUprightWords<Value>(items: readonly (Line | Thing<Value>)[]): readonly (Line | Thing<Value>)[] {
  const result: (Line | Thing<Value>)[] = [];
  for (let at = 0; at < items.length; ) {
    const word: Line[] = [];
    for (
      let item = items[at];
      item?.kind === "line" && goesDown(word, item);
      item = items[at + word.length]
    ) {
      word.push(item);
    }
    const [first] = word;
    if (first === undefined || word.length < UPRIGHT_AT_LEAST) {
      const item = items[at];
      if (item !== undefined) result.push(item);
      at++;
      continue;
    }
    const box = boxAround(word) ?? first;
    const text = word.map((line) => line.text).join("");
    result.push({ ...first, ...box, text, runs: word.flatMap(({ runs }) => runs) });
    at += word.length;
  }
  return result;
}

function goesDown(word: readonly Line[], line: Line): boolean {
  if ([...line.text].length !== 1 || !isWide(line.text)) return false;
  const last = word.at(-1);
  if (last === undefined) return true;
  return (
    Math.abs(last.size - line.size) < 0.1 * line.size &&
    Math.abs(last.left - line.left) < 0.3 * line.size &&
    line.baseline - last.baseline < UPRIGHT_STEP * line.size
  );
}
