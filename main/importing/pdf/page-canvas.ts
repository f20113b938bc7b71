/** Draws a page's letters and shapes in grey, for pages of which no text can be had. */
import { createHash } from "node:crypto";
import type { Picture } from "../format.ts";
import { recognisePicture } from "../pictures.ts";
import type { Box, Matrix } from "./geometry.ts";
import { moved } from "./geometry.ts";
import { encodePng } from "./png.ts";
import type { Polygon } from "./raster.ts";
import { Raster } from "./raster.ts";

/** Pixels an inch: enough to read the small print of a page. */
const RESOLUTION = 130;
/** Pixels of the longer side: a newspaper page is still legible. */
const LONGEST = 2600;
/** Of the picture: a page on which less can be seen has nothing to show. */
const SEEN_AT_LEAST = 0.0015;
/** Into so many straight pieces is a curve cut. */
const PIECES = 6;

/** The codes that pdf.js writes before the numbers of each step of a path. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;

export class PageCanvas {
  readonly #width: number;
  readonly #height: number;
  readonly #scale: number;
  #made: Raster | null = null;
  #shapes = 0;

  /** In points. */
  constructor(width: number, height: number) {
    this.#scale = Math.min(RESOLUTION / 72, LONGEST / Math.max(width, height, 1));
    this.#width = Math.max(1, Math.round(width * this.#scale));
    this.#height = Math.max(1, Math.round(height * this.#scale));
  }

  /** Made for the first shape: many pages have none. */
  get #raster(): Raster {
    this.#made ??= new Raster(this.#width, this.#height);
    return this.#made;
  }

  /** Shapes drawn so far. */
  get shapes(): number {
    return this.#shapes;
  }

  /** `clip`: in points. */
  fill(path: ArrayLike<number>, matrix: Matrix, shade: number, clip: Box, alternate: boolean): void {
    const polygons = polygonsOf(path, matrix).map(({ points }) => this.#scaled(points));
    this.#raster.fill(polygons, shade, this.#area(clip), alternate);
    this.#shapes++;
  }

  /** `width`: in points. */
  stroke(path: ArrayLike<number>, matrix: Matrix, width: number, shade: number, clip: Box): void {
    const half = Math.max(width * this.#scale, 1) / 2;
    for (const { points, closed } of polygonsOf(path, matrix)) {
      const scaled = this.#scaled(closed ? [...points, ...points.slice(0, 1)] : points);
      for (const [index, end] of scaled.entries()) {
        const start = scaled[index - 1];
        if (start !== undefined) this.#raster.fill([bar(start, end, half)], shade, this.#area(clip), false);
      }
    }
    this.#shapes++;
  }

  /** Null where hardly anything can be seen. */
  picture(): Picture | null {
    const { width, height } = this.#raster;
    if (this.#raster.marked < width * height * SEEN_AT_LEAST) return null;
    const bytes = encodePng(this.#raster.pixels());
    const kind = recognisePicture(bytes);
    return kind === null
      ? null
      : { sha256: createHash("sha256").update(bytes).digest("hex"), bytes, ...kind };
  }

  #scaled(points: Polygon): Polygon {
    return points.map(([x, y]) => [x * this.#scale, y * this.#scale]);
  }

  #area({ left, top, right, bottom }: Box): Box {
    const scale = this.#scale;
    return { left: left * scale, top: top * scale, right: right * scale, bottom: bottom * scale };
  }
}

type Point = readonly [x: number, y: number];

function bar([x0, y0]: Point, [x1, y1]: Point, half: number): Polygon {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const [across, down] = [((y1 - y0) / length) * half, ((x0 - x1) / length) * half];
  return [
    [x0 + across, y0 + down],
    [x1 + across, y1 + down],
    [x1 - across, y1 - down],
    [x0 - across, y0 - down],
  ];
}

interface Outline {
  readonly points: Point[];
  closed: boolean;
}

/** A path's parts, its curves cut into straight pieces. */
function polygonsOf(path: ArrayLike<number>, matrix: Matrix): readonly Outline[] {
  const outlines: Outline[] = [];
  for (let index = 0; index < path.length; ) {
    const code = path[index] ?? -1;
    const at = (place: number): Point =>
      moved(matrix, path[index + 1 + 2 * place] ?? 0, path[index + 2 + 2 * place] ?? 0);
    const outline = outlines.at(-1);
    if (code === MOVE) outlines.push({ points: [at(0)], closed: false });
    else if (outline === undefined || !extend(outline, code, at)) return outlines;
    index += 1 + (NUMBERS_AFTER[code] ?? 0);
  }
  return outlines;
}

/** False for a step that there is not. */
function extend(outline: Outline, code: number, at: (place: number) => Point): boolean {
  const { points } = outline;
  const last = points.at(-1) ?? at(0);
  switch (code) {
    case LINE:
      points.push(at(0));
      return true;
    case CURVE:
      addCurve(points, [last, at(0), at(1), at(2)]);
      return true;
    case QUADRATIC:
      addCurve(points, [last, between(last, at(0), 2 / 3), between(at(1), at(0), 2 / 3), at(1)]);
      return true;
    case CLOSE:
      outline.closed = true;
      return true;
    default:
      return false;
  }
}

const NUMBERS_AFTER: Readonly<Record<number, number>> = {
  [MOVE]: 2,
  [LINE]: 2,
  [CURVE]: 6,
  [QUADRATIC]: 4,
  [CLOSE]: 0,
};

function between([x0, y0]: Point, [x1, y1]: Point, share: number): Point {
  return [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share];
}

function addCurve(points: Point[], [p0, p1, p2, p3]: readonly [Point, Point, Point, Point]): void {
  for (let piece = 1; piece <= PIECES; piece++) {
    const t = piece / PIECES;
    const u = 1 - t;
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    points.push([
      a * p0[0] + b * p1[0] + c * p2[0] + d * p3[0],
      a * p0[1] + b * p1[1] + c * p2[1] + d * p3[1],
    ]);
  }
}
