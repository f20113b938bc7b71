/** The straight thin lines of a path: drawn as strokes, or as boxes thinner than any letter. */
import type { Matrix } from "./geometry.ts";
import { moved } from "./geometry.ts";
import type { Rule } from "./page-contents.ts";

/** The codes that pdf.js writes before the numbers of each step of a path. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;
const NUMBERS_AFTER: Readonly<Record<number, number>> = {
  [MOVE]: 2,
  [LINE]: 2,
  [CURVE]: 6,
  [QUADRATIC]: 4,
  [CLOSE]: 0,
};

/** Points. */
const THIN = 3;
const LONG = 6;

type Point = readonly [x: number, y: number];

/** `stroked`: its outline is drawn, so every side of a box is a line; else it is filled. */
export function rulesOfPath(data: Float32Array, matrix: Matrix, stroked: boolean): readonly Rule[] {
  const rules: Rule[] = [];
  for (const { points, straight } of subpaths(data, matrix)) {
    if (!straight) continue;
    const thin = thinBox(points);
    if (thin !== null) rules.push(thin);
    if (thin !== null || !stroked) continue;
    for (const [index, end] of points.entries()) {
      const start = points[index - 1];
      const rule = start === undefined ? null : thinBox([start, end]);
      if (rule !== null) rules.push(rule);
    }
  }
  return rules;
}

interface Subpath {
  readonly points: readonly Point[];
  readonly straight: boolean;
}

function subpaths(data: Float32Array, matrix: Matrix): readonly Subpath[] {
  const paths: { points: Point[]; straight: boolean }[] = [];
  for (let at = 0; at < data.length; ) {
    const code = data[at] ?? -1;
    const count = NUMBERS_AFTER[code];
    if (count === undefined) break;
    const x = data[at + count - 1] ?? 0;
    const y = data[at + count] ?? 0;
    const path = paths.at(-1);
    if (code === MOVE) paths.push({ points: [moved(matrix, x, y)], straight: true });
    else if (code === CLOSE) closePath(path?.points);
    else if (path !== undefined) {
      path.points.push(moved(matrix, x, y));
      path.straight &&= code === LINE;
    }
    at += count + 1;
  }
  return paths;
}

function closePath(points: Point[] | undefined): void {
  const [first] = points ?? [];
  if (first !== undefined) points?.push(first);
}

/** The rule that some points make together; null where they are no long thin upright box. */
function thinBox(points: readonly Point[]): Rule | null {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const box = {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (height <= THIN && width >= LONG && width > 2 * height) return { box, direction: "across" };
  if (width <= THIN && height >= LONG && height > 2 * width) return { box, direction: "down" };
  return null;
}
