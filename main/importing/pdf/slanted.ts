/** Text that leans: a watermark across the page, or a text like any other that someone set at an angle. */
import type { Glyph } from "./page-contents.ts";

/** Letters that differ from line to line: more are a text, fewer are a stamp, however often it is repeated. */
const LETTERS_OF_A_TEXT = 70;
/** Of an em: letters whose lines lie nearer are on one line. */
const SAME_LINE = 0.4;

export interface Slanted {
  /** Glyphs set at one angle, with its degrees, turned so that their lines run level. */
  readonly texts: readonly (readonly Glyph[])[];
  /** What stamps and watermarks say, each line once. */
  readonly stamps: readonly string[];
}

export function slantedTexts(glyphs: readonly Glyph[]): Slanted {
  const byAngle = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const alike = byAngle.get(glyph.angle);
    if (alike === undefined) byAngle.set(glyph.angle, [glyph]);
    else alike.push(glyph);
  }
  const texts: (readonly Glyph[])[] = [];
  const stamps: string[] = [];
  for (const [angle, alike] of byAngle) {
    const level = alike.map((glyph) => levelled(glyph, angle));
    const lines = linesThatDiffer(level);
    if (lines.join("").length >= LETTERS_OF_A_TEXT) texts.push(level);
    else stamps.push(...lines);
  }
  return { texts, stamps };
}

function levelled(glyph: Glyph, angle: number): Glyph {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return { ...glyph, x: glyph.x * cos + glyph.y * sin, y: glyph.y * cos - glyph.x * sin, angle: 0 };
}

/** Its lines, each once, without those that the page's edge cuts off from others. */
function linesThatDiffer(level: readonly Glyph[]): readonly string[] {
  const lines: { readonly y: number; text: string }[] = [];
  for (const { text, y, size } of level) {
    const line = lines.at(-1);
    if (line !== undefined && Math.abs(line.y - y) < SAME_LINE * size) line.text += text;
    else lines.push({ y, text });
  }
  const different: string[] = [];
  for (const { text } of lines.sort((one, other) => other.text.length - one.text.length)) {
    if (!different.some((longer) => longer.includes(text))) different.push(text);
  }
  return different;
}
