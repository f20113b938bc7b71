/** Text that leans: a watermark across the page, or a text like any other that someone set at an angle. */
import type { Glyph } from "./page-contents.ts";

/** Letters that differ from line to line: more are a text, fewer are a stamp, however often it is repeated. */
const LETTERS_OF_A_TEXT = 70;
/** Of an em: letters whose lines lie nearer are on one line. */
const SAME_LINE = 0.4;

/** Glyphs set at one angle, with its degrees, turned so that their lines run level; watermarks are left out. */
export function slantedTexts(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const byAngle = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const alike = byAngle.get(glyph.angle);
    if (alike === undefined) byAngle.set(glyph.angle, [glyph]);
    else alike.push(glyph);
  }
  return [...byAngle]
    .map(([angle, alike]) => alike.map((glyph) => levelled(glyph, angle)))
    .filter((level) => lettersThatDiffer(level) >= LETTERS_OF_A_TEXT);
}

function levelled(glyph: Glyph, angle: number): Glyph {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return { ...glyph, x: glyph.x * cos + glyph.y * sin, y: glyph.y * cos - glyph.x * sin, angle: 0 };
}

/** Of its lines, each counted once, as are those that the page's edge cuts off from others. */
function lettersThatDiffer(level: readonly Glyph[]): number {
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
  return different.join("").length;
}
