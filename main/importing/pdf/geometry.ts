/** Places on a page: points, y downwards, from the upper left corner of the page as it is shown. */

/** `[a b c d e f]` as PDF writes it: x′ = ax + cy + e, y′ = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function combined(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

export function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** What comes from outside as a list of numbers; null where it is no matrix. */
export function toMatrix(values: unknown): Matrix | null {
  const list = Array.from((values ?? []) as ArrayLike<unknown>);
  const [a, b, c, d, e, f] = list;
  if (list.length < 6 || !list.every((value) => typeof value === "number" && Number.isFinite(value))) {
    return null;
  }
  return [Number(a), Number(b), Number(c), Number(d), Number(e), Number(f)];
}

/** What comes from outside as a number; 0 where it is none. */
export function toNumber(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}

/** Where a box stands after `matrix`: the smallest upright box around it. */
export function boxAfter(matrix: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const corners = [
    moved(matrix, x0, y0),
    moved(matrix, x1, y0),
    moved(matrix, x0, y1),
    moved(matrix, x1, y1),
  ];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** The smallest box around others; null around none. */
export function boxAround(boxes: Iterable<Box>): Box | null {
  let around: Box | null = null;
  for (const { left, top, right, bottom } of boxes) {
    around =
      around === null
        ? { left, top, right, bottom }
        : {
            left: Math.min(around.left, left),
            top: Math.min(around.top, top),
            right: Math.max(around.right, right),
            bottom: Math.max(around.bottom, bottom),
          };
  }
  return around;
}

/** Points that two spans share; negative where they lie apart. */
export function overlap(start: number, end: number, otherStart: number, otherEnd: number): number {
  return Math.min(end, otherEnd) - Math.max(start, otherStart);
}

export function widthOf(box: Box): number {
  return box.right - box.left;
}

export function heightOf(box: Box): number {
  return box.bottom - box.top;
}

export function contains(outer: Box, x: number, y: number): boolean {
  return x >= outer.left && x <= outer.right && y >= outer.top && y <= outer.bottom;
}

/** The middle one of some numbers, or of two middle ones the smaller; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
