/** Follows what a page's operators paint, and draws it: shapes, letters as their outlines, and letters that are drawings. */
import type { Box, Matrix } from "./geometry.ts";
import { boxAfter, combined, toMatrix, toNumber } from "./geometry.ts";
import type { PageCanvas } from "./page-canvas.ts";

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** What a page is drawn with. */
export interface Studio {
  readonly canvas: PageCanvas;
  /** What pdf.js calls an operator. */
  readonly nameOf: (code: unknown) => string;
  /** A letter's outline, or the drawing it is; null where there is none. */
  readonly shapeOf: (
    font: string,
    glyph: Readonly<Record<string, unknown>>,
  ) => ArrayLike<number> | OperatorList | null;
}

interface Paint {
  /** 0 is black; null where it is a pattern. */
  readonly fill: number | null;
  readonly stroke: number | null;
  readonly lineWidth: number;
  readonly clip: Box;
}

/** A letter that is a drawing may hold letters, and a made one itself. */
const DEEPEST_DRAWING = 2;
/** Invisible text, and text that only clips (PDF 32000-1, table 106). */
const UNPAINTED = new Set([3, 7]);

export class PagePainter {
  readonly #studio: Studio;
  readonly #stack: Paint[] = [];
  #paint: Paint;
  #clips = false;
  #depth = 0;

  constructor(studio: Studio, page: Box) {
    this.#studio = studio;
    this.#paint = { fill: 0, stroke: 0, lineWidth: 1, clip: page };
  }

  save(): void {
    this.#stack.push(this.#paint);
  }

  restore(): void {
    this.#paint = this.#stack.pop() ?? this.#paint;
  }

  run(name: string, [first, second, third]: readonly unknown[], matrix: Matrix): void {
    switch (name) {
      case "setFillRGBColor":
        this.#paint = { ...this.#paint, fill: shadeOf(first) };
        break;
      case "setStrokeRGBColor":
        this.#paint = { ...this.#paint, stroke: shadeOf(first) };
        break;
      case "setFillColorN":
      case "setFillTransparent":
        this.#paint = { ...this.#paint, fill: null };
        break;
      case "setStrokeColorN":
      case "setStrokeTransparent":
        this.#paint = { ...this.#paint, stroke: null };
        break;
      case "setLineWidth":
        this.#paint = { ...this.#paint, lineWidth: toNumber(first) };
        break;
      case "clip":
      case "eoClip":
        this.#clips = true;
        break;
      case "constructPath":
        this.#path(this.#studio.nameOf(first), second, third, matrix);
        break;
      case "paintImageMaskXObject":
        this.#mask(first, matrix);
        break;
    }
  }

  /** `matrix`: from the em of the letter, its origin at the beginning of its baseline. */
  letter(font: string, glyph: Readonly<Record<string, unknown>>, matrix: Matrix, mode: number): void {
    const { fill, clip } = this.#paint;
    if (fill === null || UNPAINTED.has(mode)) return;
    const shape = this.#studio.shapeOf(font, glyph);
    if (shape === null) return;
    if ("fnArray" in shape) this.#drawing(shape, matrix);
    else if (shape.length > 0) this.#studio.canvas.fill(shape, matrix, fill, clip, false);
  }

  #drawing({ fnArray, argsArray }: OperatorList, base: Matrix): void {
    if (this.#depth >= DEEPEST_DRAWING) return;
    this.#depth++;
    const before = this.#paint;
    const matrices: Matrix[] = [];
    let matrix = base;
    for (const [index, code] of fnArray.entries()) {
      const name = this.#studio.nameOf(code);
      const values = argsArray[index];
      if (name === "save") matrices.push(matrix);
      else if (name === "restore") matrix = matrices.pop() ?? matrix;
      else if (name === "transform") matrix = combined(matrix, toMatrix(values) ?? [1, 0, 0, 1, 0, 0]);
      else this.run(name, Array.isArray(values) ? values : [], matrix);
    }
    this.#paint = before;
    this.#depth--;
  }

  #path(how: string, data: unknown, reach: unknown, matrix: Matrix): void {
    const [points] = Array.isArray(data) ? (data as unknown[]) : [];
    const { fill, stroke, clip, lineWidth } = this.#paint;
    if (ArrayBuffer.isView(points)) {
      const path = points as unknown as ArrayLike<number>;
      if (/fill/i.test(how) && fill !== null)
        this.#studio.canvas.fill(path, matrix, fill, clip, /eo/i.test(how));
      if (/stroke/i.test(how) && stroke !== null)
        this.#studio.canvas.stroke(path, matrix, lineWidth * scaleOf(matrix), stroke, clip);
    }
    if (!this.#clips) return;
    this.#clips = false;
    const [x0, y0, x1, y1] = Array.from((reach ?? []) as ArrayLike<unknown>).map(toNumber);
    if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return;
    this.#paint = { ...this.#paint, clip: shared(clip, boxAfter(matrix, x0, y0, x1, y1)) };
  }

  /** The bits of a mask are 0 where it paints, in rows padded to whole bytes from the top of the unit square. */
  #mask(source: unknown, matrix: Matrix): void {
    const { data, width, height } = (source ?? {}) as Readonly<Record<string, unknown>>;
    const { fill, clip } = this.#paint;
    const [wide, high] = [toNumber(width), toNumber(height)];
    if (!(data instanceof Uint8Array) || fill === null || data.length < Math.ceil(wide / 8) * high) return;
    const path: number[] = [];
    for (let row = 0; row < high; row++) {
      for (let column = 0; column < wide; ) {
        const start = column;
        while (column < wide && isPainted(data, wide, row, column)) column++;
        if (column > start)
          addBox(path, [start / wide, column / wide], [1 - (row + 1) / high, 1 - row / high]);
        else column++;
      }
    }
    this.#studio.canvas.fill(path, matrix, fill, clip, false);
  }
}

function isPainted(data: Uint8Array, wide: number, row: number, column: number): boolean {
  const byte = data[row * Math.ceil(wide / 8) + (column >> 3)] ?? 255;
  return ((byte >> (7 - (column & 7))) & 1) === 0;
}

function addBox(
  path: number[],
  [x0, x1]: readonly [number, number],
  [y0, y1]: readonly [number, number],
): void {
  path.push(0, x0, y0, 1, x1, y0, 1, x1, y1, 1, x0, y1, 4);
}

/** Of `#rrggbb`, how bright it is to the eye; 0 where it is written otherwise. */
function shadeOf(colour: unknown): number {
  const [red = 0, green = 0, blue = 0] = (
    /^#([\da-f]{6})$/i.exec(String(colour))?.[1]?.match(/../g) ?? []
  ).map((two) => Number.parseInt(two, 16));
  return Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
}

function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

function shared(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}
