/**
 * Text that nobody sees and everybody reads: writers lay it over a scan, or over letters that are drawn as shapes, so that
 * it can be selected. What lies over nothing, or over text that is seen, stays out.
 */
import type { Box } from "../pdf/geometry.ts";
import { contains, heightOf } from "../pdf/geometry.ts";
import type { Glyph } from "../pdf/page-contents.ts";

export interface Seen {
  readonly glyphs: readonly Glyph[];
  readonly pictures: readonly Box[];
  /** Of drawn shapes. */
  readonly shapes: readonly Box[];
}

/** In ems: a higher shape is a frame or a ground, not letters. */
const SHAPE_OF_LETTERS = 2;
/** Of a text's characters, how many must lie over something. */
const MOST_OF_IT = 0.5;
/** Looked at in each text. */
const SAMPLE = 40;
/** Of texts and things that are compared: a made page has no end of both. */
const MOST_WORK = 20_000_000;

/** `texts`: each a text object's glyphs. */
export function transparentGlyphs(texts: readonly (readonly Glyph[])[], seen: Seen): readonly Glyph[] {
  const squares = new Set(seen.glyphs.map(({ x, y, advance }) => squareAt(x + advance / 2, y)));
  let work = MOST_WORK;
  return texts.flatMap((glyphs) => {
    const sample = glyphs.slice(0, SAMPLE);
    work -= sample.length * (seen.shapes.length + seen.pictures.length);
    if (work < 0) return [];
    const over = sample.filter((glyph) => liesOver(glyph, seen)).length;
    const doubled = sample.filter((glyph) => isTaken(glyph, squares)).length;
    const isText = over >= MOST_OF_IT * sample.length && doubled < MOST_OF_IT * sample.length;
    return isText ? glyphs : [];
  });
}

function liesOver({ x, y, advance, size }: Glyph, { pictures, shapes }: Seen): boolean {
  const [across, down] = [x + advance / 2, y - size / 3];
  const isInside = (box: Box) => contains(box, across, down);
  return (
    pictures.some(isInside) || shapes.some((box) => heightOf(box) <= SHAPE_OF_LETTERS * size && isInside(box))
  );
}

/** Points: about a letter. */
const SQUARE = 6;

function squareAt(x: number, y: number): string {
  return `${Math.floor(x / SQUARE)} ${Math.floor(y / SQUARE)}`;
}

function isTaken({ x, y, advance }: Glyph, squares: ReadonlySet<string>): boolean {
  return [-SQUARE / 2, SQUARE / 2].some((down) =>
    [-SQUARE / 2, SQUARE / 2].some((across) => squares.has(squareAt(x + advance / 2 + across, y + down))),
  );
}
