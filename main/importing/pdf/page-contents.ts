/** A page's operators → what stands on it: glyphs, pictures and ruled lines, each with its place. */

import type { PdfPage } from "pdfjs-dist/legacy/build/pdf.min.mjs";
import { isUnknown, tidied } from "./characters.ts";
import type { Box, Matrix } from "./geometry.ts";
import { boxAfter, combined, identity, moved, toMatrix } from "./geometry.ts";
import type { Library } from "./library.ts";
import { rulesOfPath } from "./rules.ts";

export interface Font {
  readonly name: string;
  readonly bold: boolean;
  readonly vertical: boolean;
  /** Of a unit of its widths. */
  readonly scale: number;
  readonly isType3: boolean;
  /** Of a unit of its design: what a Type 3 font calls one point. */
  readonly unit: number;
}

export interface Glyph {
  readonly text: string;
  /** Where its origin is. */
  readonly x: number;
  readonly y: number;
  /** How far it moves the pen along its line, in points. */
  readonly advance: number;
  /** The em, in points. */
  readonly size: number;
  /** Degrees, clockwise, in which its line runs. */
  readonly angle: number;
  readonly font: Font;
  readonly bold: boolean;
  /** A white space glyph stands before it: `wide` is an ideographic one. */
  readonly space: "none" | "narrow" | "wide";
}

export interface PlacedPicture {
  readonly box: Box;
  /** From the unit square of the picture, its upper left corner at (0, 1), to the page. */
  readonly matrix: Matrix;
  /** The name under which pdf.js delivers it, or the pixels themselves. */
  readonly source: string | object;
}

/** A thin line of a table or frame. */
export interface Rule {
  readonly box: Box;
  readonly direction: "across" | "down";
}

export interface PageContents {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly pictures: readonly PlacedPicture[];
  readonly rules: readonly Rule[];
  /** Glyphs whose font gives them no character. */
  readonly unknown: number;
}

/** The text rendering mode of that name. */
const FILL_AND_STROKE = 2;

/** Of a page that draws more than this, only so much is kept. */
const MOST_GLYPHS = 200_000;
const MOST_RULES = 20_000;

interface TextState {
  font: Font | null;
  size: number;
  characterSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  /** Filled and outlined, as programs make a font bold that has no bold letters. */
  outlined: boolean;
}

interface State {
  matrix: Matrix;
  text: TextState;
}

const startText: TextState = {
  font: null,
  size: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  outlined: false,
};

export async function readPage(
  { OPS }: Library,
  page: PdfPage,
  isVisible: (group: unknown) => boolean,
): Promise<PageContents> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const fonts = await fontsOf(page, fnArray, argsArray, OPS["setFont"], OPS["setGState"]);
  const viewport = page.getViewport({ scale: 1 });
  const base = toMatrix(viewport.transform) ?? identity;
  const names = new Map(Object.entries(OPS).map(([name, code]) => [code, name]));
  const paints = { stroked: codesOf(OPS, /stroke/i), filled: codesOf(OPS, /fill/i) };
  const reader = new Interpreter({ base, ...paints, fonts, isVisible }, viewport.width, viewport.height);
  for (const [index, code] of fnArray.entries()) {
    const values = argsArray[index];
    reader.run(names.get(code) ?? "", Array.isArray(values) ? values : []);
  }
  return reader.contents();
}

async function fontsOf(
  page: PdfPage,
  codes: readonly number[],
  values: readonly unknown[],
  setFont: number | undefined,
  setGState: number | undefined,
): Promise<ReadonlyMap<string, Font>> {
  const ids = new Set<string>();
  for (const [index, code] of codes.entries()) {
    if (code === setFont) ids.add(String((values[index] as readonly unknown[])[0]));
    if (code !== setGState) continue;
    for (const [key, value] of fontEntries(values[index])) if (key === "Font") ids.add(String(value[0]));
  }
  const fonts = new Map<string, Font>();
  for (const id of ids) {
    const found = await new Promise((settle) => page.commonObjs.get(id, settle, () => settle(null)));
    fonts.set(id, describeFont(found));
  }
  return fonts;
}

function fontEntries(values: unknown): readonly (readonly [string, readonly unknown[]])[] {
  const [entries] = Array.isArray(values) ? (values as unknown[]) : [];
  return Array.isArray(entries) ? (entries as (readonly [string, readonly unknown[]])[]) : [];
}

function describeFont(found: unknown): Font {
  const font = (found ?? {}) as Readonly<Record<string, unknown>>;
  const name = typeof font["name"] === "string" ? font["name"] : "";
  const matrix = toMatrix(font["fontMatrix"]) ?? [0.001, 0, 0, 0.001, 0, 0];
  const isType3 = font["isType3Font"] === true;
  return {
    name,
    bold: font["bold"] === true || font["black"] === true || isBoldName(name),
    vertical: font["vertical"] === true,
    scale: matrix[0],
    isType3,
    unit: isType3 ? Math.abs(matrix[3]) * 1000 : 1,
  };
}

function codesOf(codes: Library["OPS"], pattern: RegExp): ReadonlySet<unknown> {
  return new Set(Object.entries(codes).flatMap(([name, code]) => (pattern.test(name) ? [code] : [])));
}

interface Surroundings {
  /** From the page's own coordinates to those of a screen. */
  readonly base: Matrix;
  readonly fonts: ReadonlyMap<string, Font>;
  /** The ways of painting a path that draw its outline, and those that fill it. */
  readonly stroked: ReadonlySet<unknown>;
  readonly filled: ReadonlySet<unknown>;
  readonly isVisible: (group: unknown) => boolean;
}

/** 黑体 is how Chinese documents set what others set bold; 微软雅黑 is an ordinary text face. */
function isBoldName(name: string): boolean {
  return (
    /bold|heavy|black|(?:sim|fz\w*|st|sc)-?hei|heiti|黑体/i.test(name) &&
    !/yahei(?!.*bold)|雅黑(?!.*bold)/i.test(name)
  );
}

/** Follows the page's operators as a screen would, and notes where things come to stand. */
class Interpreter {
  readonly #around: Surroundings;
  readonly #width: number;
  readonly #height: number;
  readonly #glyphs: Glyph[] = [];
  readonly #pictures: PlacedPicture[] = [];
  readonly #rules: Rule[] = [];
  #unknown = 0;
  #state: State;
  readonly #stack: State[] = [];
  /** Whether each layer that was begun and not ended is shown. */
  readonly #layers: boolean[] = [];
  #textMatrix: Matrix = identity;
  #lineX = 0;
  #lineY = 0;
  #x = 0;
  #y = 0;
  #space: Glyph["space"] = "none";

  constructor(around: Surroundings, width: number, height: number) {
    this.#around = around;
    this.#width = width;
    this.#height = height;
    this.#state = { matrix: around.base, text: { ...startText } };
  }

  contents(): PageContents {
    return {
      width: this.#width,
      height: this.#height,
      glyphs: this.#glyphs,
      pictures: this.#pictures,
      rules: this.#rules,
      unknown: this.#unknown,
    };
  }

  run(name: string, values: readonly unknown[]): void {
    switch (name) {
      case "save":
        return this.#save();
      case "restore":
      case "paintFormXObjectEnd":
      case "endAnnotation":
        return this.#restore();
      case "transform":
        return this.#transform(toMatrix(values));
      case "paintFormXObjectBegin":
        this.#save();
        return this.#transform(toMatrix(values[0]));
      case "beginAnnotation":
        this.#save();
        this.#state.matrix = this.#around.base;
        this.#transform(toMatrix(values[2]));
        return this.#transform(toMatrix(values[3]));
      case "beginMarkedContent":
        this.#layers.push(true);
        return;
      case "beginMarkedContentProps":
        this.#layers.push(values[0] !== "OC" || values[1] === null || this.#around.isVisible(values[1]));
        return;
      case "endMarkedContent":
        this.#layers.pop();
        return;
      case "constructPath":
        return this.#path(values);
      default:
        return name.includes("Image") ? this.#paint(name, values) : this.#runText(name, values);
    }
  }

  #runText(name: string, values: readonly unknown[]): void {
    const { text } = this.#state;
    const [first, second] = values;
    switch (name) {
      case "beginText":
        return this.#setTextMatrix(identity);
      case "setTextMatrix":
        return this.#setTextMatrix(toMatrix(first) ?? identity);
      case "moveText":
        return this.#moveText(toNumber(first), toNumber(second));
      case "setLeadingMoveText":
        text.leading = toNumber(second);
        return this.#moveText(toNumber(first), toNumber(second));
      case "nextLine":
        return this.#moveText(0, text.leading);
      case "setLeading":
        text.leading = -toNumber(first);
        return;
      case "setCharSpacing":
        text.characterSpacing = toNumber(first);
        return;
      case "setWordSpacing":
        text.wordSpacing = toNumber(first);
        return;
      case "setHScale":
        text.stretch = toNumber(first) / 100;
        return;
      case "setTextRenderingMode":
        text.outlined = first === FILL_AND_STROKE;
        return;
      case "setTextRise":
        text.rise = toNumber(first);
        return;
      case "setFont":
        return this.#setFont(first, second);
      case "setGState":
        for (const [key, value] of fontEntries(values)) {
          if (key === "Font") this.#setFont(value[0], value[1]);
        }
        return;
      case "showText":
        if (Array.isArray(first)) this.#show(first);
        return;
    }
  }

  #save(): void {
    this.#stack.push({ matrix: this.#state.matrix, text: { ...this.#state.text } });
  }

  #restore(): void {
    this.#state = this.#stack.pop() ?? this.#state;
  }

  #transform(matrix: Matrix | null): void {
    if (matrix !== null) this.#state.matrix = combined(this.#state.matrix, matrix);
  }

  #setTextMatrix(matrix: Matrix): void {
    this.#textMatrix = matrix;
    this.#lineX = this.#lineY = this.#x = this.#y = 0;
  }

  #moveText(x: number, y: number): void {
    this.#x = this.#lineX += x;
    this.#y = this.#lineY += y;
  }

  #setFont(id: unknown, size: unknown): void {
    this.#state.text.font = this.#around.fonts.get(String(id)) ?? null;
    this.#state.text.size = toNumber(size);
  }

  #show(items: readonly unknown[]): void {
    const { font, size, characterSpacing, wordSpacing, stretch } = this.#state.text;
    if (font === null || size === 0) return;
    for (const item of items) {
      if (typeof item === "number") {
        this.#step(font, (-item * size) / 1000, stretch);
        continue;
      }
      const glyph = (item ?? {}) as Readonly<Record<string, unknown>>;
      const vertical = font.vertical ? toNumbers(glyph["vmetric"]) : null;
      const width = vertical === null ? toNumber(glyph["width"]) : (vertical[0] ?? -1000);
      const spacing = characterSpacing + (glyph["isSpace"] === true ? wordSpacing : 0);
      // Down a column widths are negative, and spacing lengthens them.
      const advance = width * font.scale * size + (vertical === null ? spacing : -spacing);
      this.#place(font, String(glyph["unicode"] ?? ""), advance);
      this.#step(font, advance, stretch);
    }
  }

  #step(font: Font, advance: number, stretch: number): void {
    if (font.vertical) this.#y += advance;
    else this.#x += advance * stretch;
  }

  #place(font: Font, unicode: string, advance: number): void {
    const text = tidied(unicode);
    if (text.trim() === "") {
      if (text !== "")
        this.#space = text.includes("\u3000") ? "wide" : this.#space === "wide" ? "wide" : "narrow";
      return;
    }
    if (this.#layers.includes(false) || this.#glyphs.length >= MOST_GLYPHS) return;
    const { size, stretch, rise, outlined } = this.#state.text;
    const matrix = combined(this.#state.matrix, this.#textMatrix);
    const [x, y] = moved(matrix, this.#x, this.#y + rise);
    const along = font.vertical ? [0, advance] : [advance * stretch, 0];
    const dx = matrix[0] * (along[0] ?? 0) + matrix[2] * (along[1] ?? 0);
    const dy = matrix[1] * (along[0] ?? 0) + matrix[3] * (along[1] ?? 0);
    const em = Math.abs(size) * Math.hypot(matrix[2], matrix[3]) * font.unit;
    if (!(Number.isFinite(x) && Number.isFinite(y) && em > 0)) return;
    // In a column the origin lies in the middle above the glyph; its centre is what tells on which page it is.
    const [centreX, centreY] = [x + dx / 2, y + dy / 2];
    if (centreX < 0 || centreX > this.#width || centreY < -em || centreY > this.#height + em) return;
    if (isUnknown(text)) this.#unknown++;
    const space = this.#space;
    this.#space = "none";
    const angle = this.#angle(matrix, size * stretch < 0);
    this.#glyphs.push({
      text,
      x,
      y,
      advance: Math.hypot(dx, dy),
      size: em,
      angle,
      font,
      bold: font.bold || outlined,
      space,
    });
  }

  /** Of the line on which a glyph stands upright, whichever way its font writes. */
  #angle([a, b]: Matrix, reversed: boolean): number {
    const degrees = Math.round((Math.atan2(b, a) * 180) / Math.PI) + (reversed ? 180 : 0);
    return ((degrees % 360) + 360) % 360;
  }

  #path([paint, data]: readonly unknown[]): void {
    const { stroked, filled } = this.#around;
    const [points] = Array.isArray(data) ? (data as unknown[]) : [];
    // What is neither drawn nor filled only clips.
    if (!(points instanceof Float32Array) || !(stroked.has(paint) || filled.has(paint))) return;
    if (this.#layers.includes(false) || this.#rules.length >= MOST_RULES) return;
    for (const rule of rulesOfPath(points, this.#state.matrix, stroked.has(paint))) this.#rules.push(rule);
  }

  #paint(name: string, values: readonly unknown[]): void {
    if (this.#layers.includes(false)) return;
    const [first] = values;
    switch (name) {
      case "paintImageXObject":
      case "paintInlineImageXObject":
        if (typeof first === "string" || isObject(first)) this.#picture(this.#state.matrix, first);
        return;
      case "paintImageMaskXObject":
        if (isObject(first)) this.#picture(this.#state.matrix, first);
        return;
      case "paintImageXObjectRepeat":
        // The same small picture again and again is a pattern.
        return;
    }
  }

  #picture(matrix: Matrix, source: string | object): void {
    this.#pictures.push({ box: boxAfter(matrix, 0, 0, 1, 1), matrix, source });
  }
}

function toNumber(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}

function toNumbers(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.map(toNumber) : [];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
