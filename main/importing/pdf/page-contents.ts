/** What stands on a page: glyphs, pictures and ruled lines, each with its place. */
import type { Box, Matrix } from "./geometry.ts";

export interface Font {
  /** Under which the operators set it. */
  readonly id: string;
  readonly name: string;
  readonly bold: boolean;
  readonly vertical: boolean;
  /** Of a unit of its widths. */
  readonly scale: number;
  readonly isType3: boolean;
  /** From a Type 3 letter's own measure to the em. */
  readonly matrix: Matrix;
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
