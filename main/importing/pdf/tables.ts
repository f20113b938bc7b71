/** Tables with drawn lines: the lines make a grid, cells that no line parts are one cell. */
import type { Box } from "./geometry.ts";
import { boxAround, contains, overlap } from "./geometry.ts";
import type { Rule } from "./page-contents.ts";
import type { Letter } from "./upright.ts";

export interface GridCell extends Box {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Grid extends Box {
  readonly rows: number;
  readonly columns: number;
  /** Row by row. */
  readonly cells: readonly GridCell[];
}

/** Points. Lines nearer than this meet, and are one. */
const NEAR = 3;
/** A page's frame, or a box around a text, is no table. */
const CELLS_AT_LEAST = 3;
/** Lines down that end together where a table's row is open, and points that it is high. */
const SIDES_AT_LEAST = 3;
const OPEN_ROW = 8;
const MOST_LINES = 400;
const SEAMS_AT_LEAST = 3;
/** Of a cell's side: a line this long along it parts it from the next. */
const ALONG = 0.6;

export function gridsOf(rules: readonly Rule[]): readonly Grid[] {
  const lines = mergedRules([...rules, ...seamsOf(rules)]);
  return groupsOf(lines).flatMap((group) => {
    const grid = toGrid(group);
    return grid === null ? [] : [grid];
  });
}

/**
 * Tables open at their columns: each cell draws its own piece of the line below it, so where pieces meet, one above the
 * other, a column ends.
 */
function seamsOf(rules: readonly Rule[]): readonly Rule[] {
  const across = rules.filter(({ direction }) => direction === "across");
  const starts = new Set(across.map(({ box }) => `${Math.round(box.left)} ${Math.round(box.top)}`));
  const seams = new Map<number, number[]>();
  for (const { box } of across) {
    const x = Math.round(box.right);
    const y = Math.round(box.top);
    if (starts.has(`${x} ${y}`)) seams.set(x, [...(seams.get(x) ?? []), box.top]);
  }
  const drawn = rules.filter(({ direction }) => direction === "down").map((rule) => extentOf(rule).at);
  return [...seams].flatMap(([x, ys]): readonly Rule[] => {
    // Where lines are drawn down, they tell, and leave out what a cell over several columns covers.
    if (ys.length < SEAMS_AT_LEAST || drawn.some((at) => Math.abs(at - x) <= NEAR)) return [];
    return [{ direction: "down", box: { left: x, right: x, top: Math.min(...ys), bottom: Math.max(...ys) } }];
  });
}

/** Pieces of one line, such as the borders of one cell after the other, put together. */
function mergedRules(rules: readonly Rule[]): readonly Rule[] {
  return (["across", "down"] as const)
    .flatMap((direction) => lanesOf(rules.filter((rule) => rule.direction === direction)))
    .flatMap(mergedInLane)
    .slice(0, MOST_LINES);
}

/** Where a rule lies, and from where to where it goes. */
function extentOf({ box, direction }: Rule): {
  readonly at: number;
  readonly start: number;
  readonly end: number;
} {
  return direction === "across"
    ? { at: (box.top + box.bottom) / 2, start: box.left, end: box.right }
    : { at: (box.left + box.right) / 2, start: box.top, end: box.bottom };
}

/** Rules of one direction, those together that lie on one line. */
function lanesOf(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const lanes = new Map<number, Rule[]>();
  for (const rule of rules) {
    const lane = Math.round(extentOf(rule).at / (NEAR / 2));
    const near = [lane, lane - 1, lane + 1].find((candidate) => lanes.has(candidate)) ?? lane;
    const there = lanes.get(near);
    if (there === undefined) lanes.set(near, [rule]);
    else there.push(rule);
  }
  return [...lanes.values()];
}

function mergedInLane(lane: readonly Rule[]): readonly Rule[] {
  const merged: Rule[] = [];
  for (const rule of [...lane].sort((one, other) => extentOf(one).start - extentOf(other).start)) {
    const last = merged.at(-1);
    if (last === undefined || extentOf(rule).start > extentOf(last).end + NEAR) merged.push(rule);
    else
      merged[merged.length - 1] = {
        box: boxAround([last.box, rule.box]) ?? last.box,
        direction: rule.direction,
      };
  }
  return merged;
}

/** Lines that meet, directly or by way of others. */
function groupsOf(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const groups: Rule[][] = [];
  const left = new Set(rules);
  for (const seed of rules) {
    if (!left.delete(seed)) continue;
    const group = [seed];
    // A list that grows while it is walked is walked to its end.
    for (const rule of group) {
      for (const other of left) {
        if (!meet(rule.box, other.box)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function meet(one: Box, other: Box): boolean {
  return (
    overlap(one.left, one.right, other.left, other.right) >= -NEAR &&
    overlap(one.top, one.bottom, other.top, other.bottom) >= -NEAR
  );
}

function toGrid(rules: readonly Rule[]): Grid | null {
  const across = rules.filter(({ direction }) => direction === "across");
  const down = rules.filter(({ direction }) => direction === "down");
  const ys = withOpenEnds(placesOf(across.map(({ box }) => (box.top + box.bottom) / 2)), down);
  const xs = sides(
    placesOf(down.map(({ box }) => (box.left + box.right) / 2)),
    Math.min(...across.map(({ box }) => box.left)),
    Math.max(...across.map(({ box }) => box.right)),
  );
  // Tables of offices are often open at their sides, hardly ever at top and bottom.
  if (ys.length < 2 || xs.length < 3 || down.length === 0) return null;
  const cells = cellsOf(xs, ys, across, down);
  if (cells.length < CELLS_AT_LEAST || (ys.length < 3 && cells.length < CELLS_AT_LEAST + 1)) return null;
  return {
    left: xs[0] ?? 0,
    right: xs.at(-1) ?? 0,
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    rows: ys.length - 1,
    columns: xs.length - 1,
    cells,
  };
}

/** A row that goes on on the next page has no line below it there, and none above it here: its sides tell of it. */
function withOpenEnds(ys: readonly number[], down: readonly Rule[]): readonly number[] {
  const [first, last] = [ys[0], ys.at(-1)];
  if (first === undefined || last === undefined) return ys;
  const endOf = (ends: readonly number[]) => {
    const end = Math.max(...ends);
    return ends.filter((other) => end - other <= NEAR).length >= SIDES_AT_LEAST ? end : null;
  };
  const bottom = endOf(down.map(({ box }) => box.bottom));
  const top = endOf(down.map(({ box }) => -box.top));
  return [
    ...(top !== null && first + top > OPEN_ROW ? [-top] : []),
    ...ys,
    ...(bottom !== null && bottom - last > OPEN_ROW ? [bottom] : []),
  ];
}

function placesOf(values: readonly number[]): number[] {
  const places: number[] = [];
  for (const value of [...values].sort((one, other) => one - other)) {
    if (places.length === 0 || value - (places.at(-1) ?? 0) > NEAR) places.push(value);
  }
  return places;
}

function sides(xs: number[], left: number, right: number): readonly number[] {
  if (Number.isFinite(left) && left < (xs[0] ?? left) - 2 * NEAR) xs.unshift(left);
  if (Number.isFinite(right) && right > (xs.at(-1) ?? right) + 2 * NEAR) xs.push(right);
  return xs;
}

function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  across: readonly Rule[],
  down: readonly Rule[],
): readonly GridCell[] {
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  const x = (index: number) => xs[index] ?? 0;
  const y = (index: number) => ys[index] ?? 0;
  const taken = new Set<string>();
  const isFree = (row: number, column: number) =>
    row < rows && column < columns && !taken.has(`${row} ${column}`);
  const isOpenRight = (row: number, column: number) =>
    isFree(row, column + 1) && !isParted(x(column + 1), y(row), y(row + 1), down);
  const isOpenBelow = (row: number, column: number) =>
    isFree(row + 1, column) && !isParted(y(row + 1), x(column), x(column + 1), across);
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (!isFree(row, column)) continue;
      let last = column;
      while (isOpenRight(row, last)) last++;
      const width = indexes(column, last);
      let lowest = row;
      while (width.every((at) => isOpenBelow(lowest, at))) lowest++;
      const own = indexes(row, lowest).flatMap((at) => width.map((each) => `${at} ${each}`));
      for (const place of own) taken.add(place);
      cells.push({
        ...{ row, column, rows: lowest + 1 - row, columns: width.length },
        ...{ left: x(column), right: x(last + 1), top: y(row), bottom: y(lowest + 1) },
      });
    }
  }
  return cells;
}

function indexes(first: number, last: number): readonly number[] {
  return Array.from({ length: last + 1 - first }, (_, index) => first + index);
}

/** Whether a line at `place` parts what stands on both sides of it, from `start` to `end`. */
function isParted(place: number, start: number, end: number, rules: readonly Rule[]): boolean {
  return rules.some((rule) => {
    const extent = extentOf(rule);
    if (Math.abs(extent.at - place) > NEAR) return false;
    return overlap(extent.start, extent.end, start, end) >= ALONG * (end - start);
  });
}

/** The letters of each cell, and what stands in none. */
export function lettersInCells(
  letters: readonly Letter[],
  grids: readonly Grid[],
): { readonly inside: ReadonlyMap<GridCell, readonly Letter[]>; readonly outside: readonly Letter[] } {
  const inside = new Map<GridCell, Letter[]>();
  const outside = letters.filter((letter) => {
    const x = (letter.left + letter.right) / 2;
    const y = letter.baseline - letter.size / 3;
    const grid = grids.find((candidate) => contains(candidate, x, y));
    const cell = grid?.cells.find((candidate) => contains(candidate, x, y));
    if (cell === undefined) return true;
    const there = inside.get(cell);
    if (there === undefined) inside.set(cell, [letter]);
    else there.push(letter);
    return false;
  });
  return { inside, outside };
}
