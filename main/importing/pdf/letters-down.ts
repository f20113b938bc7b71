/** Text set from top to bottom in a font that writes across: each letter has a place of its own below the last. */
import { isWide } from "./characters.ts";
import type { Glyph } from "./page-contents.ts";

/** In ems: how far below this letter of a column the next one begins, and how far aside of it. */
const GAP = { least: -0.3, most: 0.7 } as const;
const ASIDE = 0.3;
/** Letters that stand so, and of all wide ones how many, before a page counts as set in columns. */
const AT_LEAST = 40;
const SHARE = 0.6;
/** Of an em, above the baseline: where a letter's square begins, and its middle. */
const ABOVE = 0.88;
const MIDDLE = 0.38;

/** The glyphs as a font that writes down would have them. */
export function withColumns(glyphs: readonly Glyph[]): readonly Glyph[] {
  const isDown = glyphs.map((glyph, index) => {
    const [before, after] = [glyphs[index - 1], glyphs[index + 1]];
    return (
      (after !== undefined && stepsDown(glyph, after)) || (before !== undefined && stepsDown(before, glyph))
    );
  });
  const down = isDown.filter(Boolean).length;
  const wide = glyphs.filter(({ text, angle }) => angle === 0 && isWide(text)).length;
  if (down < AT_LEAST || down < SHARE * wide) return glyphs;
  return glyphs.map((glyph, index) => (isDown[index] === true && glyph.angle === 0 ? setDown(glyph) : glyph));
}

/** One of them at least stands upright; Latin words among them lie on their side. */
function stepsDown(one: Glyph, next: Glyph): boolean {
  const both = [one, next];
  if (both.some(({ angle, font }) => (angle !== 0 && angle !== 90) || font.vertical)) return false;
  if (!both.some(({ angle, text }) => angle === 0 && isWide(text))) return false;
  const em = Math.max(one.size, next.size);
  const gap = placeInColumn(next).top - placeInColumn(one).bottom;
  const aside = Math.abs(placeInColumn(one).middle - placeInColumn(next).middle);
  return aside < ASIDE * em && gap > GAP.least * em && gap < GAP.most * em;
}

function placeInColumn({ x, y, size, advance, angle }: Glyph): {
  readonly middle: number;
  readonly top: number;
  readonly bottom: number;
} {
  if (angle === 90) return { middle: x + MIDDLE * size, top: y, bottom: y + advance };
  const top = y - ABOVE * size;
  return { middle: x + advance / 2, top, bottom: top + size };
}

function setDown(glyph: Glyph): Glyph {
  return {
    ...glyph,
    x: glyph.x + glyph.advance / 2,
    y: glyph.y - ABOVE * glyph.size,
    advance: glyph.size,
    font: { ...glyph.font, vertical: true },
  };
}
