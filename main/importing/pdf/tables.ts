/** Tables with drawn lines: the lines make a grid, cells that no line parts are one cell. */
import type { Box } from "./geometry.ts";
import { contains, overlap } from "./geometry.ts";
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
const MOST_LINES = 400;
/** Of a cell's side: a line this long along it parts it from the next. */
const ALONG = 0.6;

export function gridsOf(rules: readonly Rule[]): readonly Grid[] {
  const lines = mergedRules(rules);
  return groupsOf(lines).flatMap((group) => {
    const grid = toGrid(group);
    return grid === null ? [] : [grid];
  });
}

/** Pieces of one line, such as the borders of one cell after the other, put together. */
function mergedRules(rules: readonly Rule[]): readonly Rule[] {
  const merged: Rule[] = [];
  for (const direction of ["across", "down"] as const) {
    const flat = direction === "across";
    const place = ({ box }: Rule) => (flat ? (box.top + box.bottom) / 2 : (box.left + box.right) / 2);
    const start = ({ box }: Rule) => (flat ? box.left : box.top);
    const end = ({ box }: Rule) => (flat ? box.right : box.bottom);
    const lanes = new Map<number, Rule[]>();
    for (const rule of rules) {
      if (rule.direction !== direction) continue;
      const lane = Math.round(place(rule) / (NEAR / 2));
      const near = [lane, lane - 1, lane + 1].find((candidate) => lanes.has(candidate)) ?? lane;
      lanes.set(near, [...(lanes.get(near) ?? []), rule]);
    }
    for (const lane of lanes.values()) {
      let last: Rule | undefined;
      for (const rule of lane.sort((one, other) => start(one) - start(other))) {
        if (last !== undefined && start(rule) <= end(last) + NEAR) {
          const box = flat
            ? { ...last.box, right: Math.max(last.box.right, rule.box.right) }
            : { ...last.box, bottom: Math.max(last.box.bottom, rule.box.bottom) };
          last = { box, direction };
          merged[merged.length - 1] = last;
        } else {
          last = rule;
          merged.push(rule);
        }
      }
    }
  }
  return merged.slice(0, MOST_LINES);
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
  const ys = placesOf(across.map(({ box }) => (box.top + box.bottom) / 2));
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
  const isParted = (place: number, start: number, end: number, lines: readonly Rule[], flat: boolean) =>
    lines.some(({ box }) => {
      const at = flat ? (box.top + box.bottom) / 2 : (box.left + box.right) / 2;
      if (Math.abs(at - place) > NEAR) return false;
      const along = flat
        ? overlap(box.left, box.right, start, end)
        : overlap(box.top, box.bottom, start, end);
      return along >= ALONG * (end - start);
    });
  const wallRight = (row: number, column: number) => isParted(x(column + 1), y(row), y(row + 1), down, false);
  const wallBelow = (row: number, column: number) =>
    isParted(y(row + 1), x(column), x(column + 1), across, true);
  const taken = new Set<string>();
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(`${row} ${column}`)) continue;
      let wide = 1;
      while (
        column + wide < columns &&
        !wallRight(row, column + wide - 1) &&
        !taken.has(`${row} ${column + wide}`)
      )
        wide++;
      let high = 1;
      const isOpenBelow = (last: number) =>
        Array.from({ length: wide }, (_, index) => column + index).every((at) => !wallBelow(last, at));
      while (row + high < rows && isOpenBelow(row + high - 1)) high++;
      for (let down = row; down < row + high; down++) {
        for (let right = column; right < column + wide; right++) taken.add(`${down} ${right}`);
      }
      cells.push({
        ...{ row, column, rows: high, columns: wide },
        ...{ left: x(column), right: x(column + wide), top: y(row), bottom: y(row + high) },
      });
    }
  }
  return cells;
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
