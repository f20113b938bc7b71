/** A grey picture that shapes are filled into, their edges smoothed: what a page without usable text looks like. */
import type { Pixels } from "./png.ts";

/** In pixels: corners one after the other; the last is joined to the first. */
export type Polygon = readonly (readonly [x: number, y: number])[];

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels that all shapes together may reach over: a made page cannot keep the reader busy without end. */
const MOST_WORK = 400_000_000;

export class Raster {
  readonly width: number;
  readonly height: number;
  /** 255 is white. */
  readonly #shades: Uint8Array;
  #work = 0;
  /** Whether anything was drawn that can be seen. */
  #marked = 0;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#shades = new Uint8Array(width * height).fill(255);
  }

  pixels(): Pixels {
    return { width: this.width, height: this.height, bits: 8, channels: 1, data: this.#shades };
  }

  /** How many pixels were made darker than paper by shapes, each counted as often as it was. */
  get marked(): number {
    return this.#marked;
  }

  /** `shade`: 0 is black. `alternate`: what two outlines both surround is outside again. */
  fill(polygons: readonly Polygon[], shade: number, clip: Area, alternate: boolean): void {
    const area = this.#reach(polygons, clip);
    if (area === null) return;
    const [wide, high] = [area.right - area.left, area.bottom - area.top];
    this.#work += wide * high;
    if (this.#work > MOST_WORK) return;
    const cover = new Float32Array((wide + 2) * high);
    for (const polygon of polygons) addPolygon(cover, wide, high, polygon, area);
    this.#lay(cover, area, shade, alternate);
  }

  #reach(polygons: readonly Polygon[], clip: Area): Area | null {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const polygon of polygons) {
      for (const [x, y] of polygon) {
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
    }
    const area = {
      left: Math.max(0, Math.floor(Math.max(left, clip.left))),
      top: Math.max(0, Math.floor(Math.max(top, clip.top))),
      right: Math.min(this.width, Math.ceil(Math.min(right, clip.right))),
      bottom: Math.min(this.height, Math.ceil(Math.min(bottom, clip.bottom))),
    };
    return area.right > area.left && area.bottom > area.top ? area : null;
  }

  #lay(cover: Float32Array, area: Area, shade: number, alternate: boolean): void {
    const wide = area.right - area.left;
    for (let row = area.top; row < area.bottom; row++) {
      let sum = 0;
      const from = (row - area.top) * (wide + 2);
      const to = row * this.width + area.left;
      for (let column = 0; column < wide; column++) {
        sum += cover[from + column] ?? 0;
        const share = alternate ? foldedShare(sum) : Math.min(1, Math.abs(sum));
        if (share < 0.004) continue;
        const before = this.#shades[to + column] ?? 255;
        this.#shades[to + column] = Math.round(before + (shade - before) * share);
        if (shade < 230 && share > 0.3) this.#marked++;
      }
    }
  }
}

/** 0 → 0, 1 → 1, 2 → 0 …: inside and outside by turns. */
function foldedShare(sum: number): number {
  const rest = Math.abs(sum) % 2;
  return rest > 1 ? 2 - rest : rest;
}

function addPolygon(cover: Float32Array, wide: number, high: number, polygon: Polygon, area: Area): void {
  for (const [index, [x, y]] of polygon.entries()) {
    const [endX, endY] = polygon[(index + 1) % polygon.length] ?? [x, y];
    addEdge(cover, wide, high, [x - area.left, y - area.top], [endX - area.left, endY - area.top]);
  }
}

type Point = readonly [x: number, y: number];

/** Notes on each row how much of each pixel lies right of the edge, as differences from the pixel before. */
function addEdge(cover: Float32Array, wide: number, high: number, start: Point, end: Point): void {
  if (start[1] === end[1]) return;
  const sign = start[1] < end[1] ? 1 : -1;
  const [upper, lower] = sign > 0 ? [start, end] : [end, start];
  const slope = (lower[0] - upper[0]) / (lower[1] - upper[1]);
  const first = Math.max(0, Math.floor(upper[1]));
  const last = Math.min(high, Math.ceil(lower[1]));
  for (let row = first; row < last; row++) {
    const from = Math.max(row, upper[1]);
    const to = Math.min(row + 1, lower[1]);
    if (to <= from) continue;
    const x0 = upper[0] + (from - upper[1]) * slope;
    const x1 = upper[0] + (to - upper[1]) * slope;
    addSpan(cover, row * (wide + 2), wide, x0 < x1 ? [x0, x1] : [x1, x0], sign * (to - from));
  }
}

/** An edge within one row, from `x0` to `x1`, over so much of the row's height. */
function addSpan(cover: Float32Array, at: number, wide: number, [x0, x1]: Point, height: number): void {
  const left = Math.min(Math.max(x0, 0), wide);
  const right = Math.min(Math.max(x1, 0), wide);
  const first = Math.floor(left);
  const width = right - left;
  if (width < 1e-6 || Math.floor(right) === first) {
    const inside = height * (first + 1 - (left + right) / 2);
    cover[at + first] = (cover[at + first] ?? 0) + inside;
    cover[at + first + 1] = (cover[at + first + 1] ?? 0) + height - inside;
    return;
  }
  // The share of each pixel to the right of the edge grows as the edge crosses it.
  let before = 0;
  for (let column = first; column <= Math.min(Math.floor(right), wide); column++) {
    const from = Math.max(left, column);
    const to = Math.min(right, column + 1);
    const crossed = (height * (to - from)) / width;
    const already = (height * (from - left)) / width;
    const inside = already + crossed * (column + 1 - (from + to) / 2);
    cover[at + column] = (cover[at + column] ?? 0) + inside - before;
    before = inside;
  }
  const end = Math.min(Math.floor(right), wide) + 1;
  cover[at + end] = (cover[at + end] ?? 0) + height - before;
}
