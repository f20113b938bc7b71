/** Follows the text operators of a page: where the pen stands, and each glyph it sets down. */
import { isDisguise, tidied } from "./characters.ts";
import { dingbat, isDingbats } from "./font-codes.ts";
import type { Matrix } from "./geometry.ts";
import { combined, identity, moved, toMatrix, toNumber } from "./geometry.ts";
import type { Font, Glyph } from "./page-contents.ts";
import type { PagePainter } from "./page-painter.ts";

/** What a page saves and restores along with its matrix. */
export interface TextState {
  font: Font | null;
  size: number;
  characterSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  /** The text rendering mode. */
  mode: number;
}

/** Filled and outlined, as programs make a font bold that has no bold letters. */
const FILL_AND_STROKE = 2;

export const startText: TextState = {
  font: null,
  size: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
};

/** Of an em: a soft hyphen as wide as that is seen. */
const DRAWN = 0.15;
/** Of a font's glyphs on a page. */
const HIDING = 0.25;

export class TextPen {
  state: TextState = { ...startText };
  readonly #disguises = new Map<Font, { glyphs: number; disguised: number }>();
  #matrix: Matrix = identity;
  #lineX = 0;
  #lineY = 0;
  #x = 0;
  #y = 0;
  #space: Glyph["space"] = "none";

  run(name: string, [first, second]: readonly unknown[]): void {
    switch (name) {
      case "beginText":
        this.#begin(identity);
        break;
      case "setTextMatrix":
        this.#begin(toMatrix(first) ?? identity);
        break;
      case "moveText":
        this.#move(toNumber(first), toNumber(second));
        break;
      case "setLeadingMoveText":
        this.state.leading = toNumber(second);
        this.#move(toNumber(first), toNumber(second));
        break;
      case "nextLine":
        this.#move(0, this.state.leading);
        break;
      default:
        this.#set(name, first);
    }
  }

  #set(name: string, value: unknown): void {
    switch (name) {
      case "setLeading":
        this.state.leading = -toNumber(value);
        break;
      case "setCharSpacing":
        this.state.characterSpacing = toNumber(value);
        break;
      case "setWordSpacing":
        this.state.wordSpacing = toNumber(value);
        break;
      case "setHScale":
        this.state.stretch = toNumber(value) / 100;
        break;
      case "setTextRenderingMode":
        this.state.mode = toNumber(value);
        break;
      case "setTextRise":
        this.state.rise = toNumber(value);
        break;
    }
  }

  #begin(matrix: Matrix): void {
    this.#matrix = matrix;
    this.#lineX = this.#lineY = this.#x = this.#y = 0;
  }

  #move(x: number, y: number): void {
    this.#x = this.#lineX += x;
    this.#y = this.#lineY += y;
  }

  /** The glyphs of a `showText`, as `matrix` places them; numbers between them move the pen back, in thousandths. */
  show(items: readonly unknown[], matrix: Matrix, painter?: PagePainter): readonly Glyph[] {
    const { font, size } = this.state;
    if (font === null || size === 0) return [];
    return items.flatMap((item): readonly Glyph[] => {
      if (typeof item === "number") {
        this.#step(font, (-item * size) / 1000);
        return [];
      }
      const glyph = (item ?? {}) as Readonly<Record<string, unknown>>;
      painter?.letter(font.id, glyph, this.#emOf(glyph, matrix), this.state.mode);
      const advance = this.#advanceOf(font, glyph);
      const placed = this.#place(font, this.#textOf(font, glyph), advance, matrix);
      this.#step(font, advance);
      return placed === null ? [] : [placed];
    });
  }

  #advanceOf(font: Font, glyph: Readonly<Record<string, unknown>>): number {
    const { size, characterSpacing, wordSpacing } = this.state;
    const spacing = characterSpacing + (glyph["isSpace"] === true ? wordSpacing : 0);
    const [down = -1000] = Array.isArray(glyph["vmetric"]) ? glyph["vmetric"].map(toNumber) : [];
    // Down a column widths are negative, and spacing lengthens them.
    return font.vertical
      ? down * font.scale * size - spacing
      : toNumber(glyph["width"]) * font.scale * size + spacing;
  }

  #textOf(font: Font, glyph: Readonly<Record<string, unknown>>): string {
    const written = String(glyph["unicode"] ?? "");
    const meaning = isDingbats(font.name) ? dingbat(written) : written;
    const width = font.isType3 || font.vertical ? 0 : toNumber(glyph["width"]) * font.scale;
    this.#note(font, isDisguise(meaning, width));
    // Fonts call the hyphen they draw so; one that is not drawn takes no room.
    return meaning === "\u00ad" && width >= DRAWN ? "-" : tidied(meaning);
  }

  /** From the em of a letter about to be set to the page. */
  #emOf(glyph: Readonly<Record<string, unknown>>, outer: Matrix): Matrix {
    const { size, stretch, rise, font } = this.state;
    const matrix = combined(outer, this.#matrix);
    const placed = combined(matrix, [size * stretch, 0, 0, size, this.#x, this.#y + rise]);
    if (font?.isType3 === true) return combined(placed, font.matrix);
    const [, across = 0, up = 0] = Array.isArray(glyph["vmetric"]) ? glyph["vmetric"].map(toNumber) : [];
    return font?.vertical === true ? combined(placed, [1, 0, 0, 1, -across / 1000, -up / 1000]) : placed;
  }

  #note(font: Font, disguised: boolean): void {
    const count = this.#disguises.get(font) ?? { glyphs: 0, disguised: 0 };
    count.glyphs++;
    if (disguised) count.disguised++;
    this.#disguises.set(font, count);
  }

  /** How many glyphs bear a character that cannot be what they show: all those of a font that mostly hides them. */
  get disguised(): number {
    let sum = 0;
    for (const { glyphs, disguised } of this.#disguises.values()) {
      sum += disguised > glyphs * HIDING ? glyphs : disguised;
    }
    return sum;
  }

  #step(font: Font, advance: number): void {
    if (font.vertical) this.#y += advance;
    else this.#x += advance * this.state.stretch;
  }

  /** Null for white space, which only parts what stands beside it, and for what has no place or size. */
  #place(font: Font, text: string, advance: number, outer: Matrix): Glyph | null {
    if (text.trim() === "") {
      if (text.includes("\u3000")) this.#space = "wide";
      else if (text !== "" && this.#space === "none") this.#space = "narrow";
      return null;
    }
    const { size, stretch, rise, mode } = this.state;
    const matrix = combined(outer, this.#matrix);
    const [x, y] = moved(matrix, this.#x, this.#y + rise);
    const [along, down] = font.vertical ? [0, advance] : [advance * stretch, 0];
    const em = Math.abs(size) * Math.hypot(matrix[2], matrix[3]) * font.unit;
    if (!(Number.isFinite(x) && Number.isFinite(y) && em > 0)) return null;
    const space = this.#space;
    this.#space = "none";
    return {
      ...{ text, x, y, size: em, font, bold: font.bold || mode === FILL_AND_STROKE, space },
      advance: Math.hypot(matrix[0] * along + matrix[2] * down, matrix[1] * along + matrix[3] * down),
      angle: angleOf(matrix, size * stretch < 0),
    };
  }
}

/** Of the line on which a glyph stands upright, whichever way its font writes. */
function angleOf([a, b]: Matrix, reversed: boolean): number {
  const degrees = Math.round((Math.atan2(b, a) * 180) / Math.PI) + (reversed ? 180 : 0);
  return ((degrees % 360) + 360) % 360;
}
