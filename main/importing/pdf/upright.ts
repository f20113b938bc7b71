/** A page turned so that its text runs from left to right and its lines from top to bottom, whichever way it was set. */
import type { Box } from "./geometry.ts";
import { withColumns } from "./letters-down.ts";
import type { Glyph, PageContents, PlacedPicture, Rule } from "./page-contents.ts";
import { slantedTexts } from "./slanted.ts";

/** A glyph on its line. */
export interface Letter {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  readonly space: Glyph["space"];
}

export interface UprightPage {
  readonly width: number;
  readonly height: number;
  readonly letters: readonly Letter[];
  /** What is set another way than most of the page, such as a word along its margin. */
  readonly asides: readonly (readonly Letter[])[];
  /** What stamps and watermarks across it say. */
  readonly stamps: readonly string[];
  readonly pictures: readonly PlacedPicture[];
  readonly rules: readonly Rule[];
}

/** `columns`: from top to bottom, and from right to left. */
type Way = "0" | "90" | "180" | "270" | "columns";

/** Degrees. */
const STRAIGHT = 4;

/** In columns a glyph's origin is its middle; of an em, how far below that a baseline would be. */
const BELOW_MIDDLE = 0.38;

export function uprightPage(page: PageContents): UprightPage {
  const ways = new Map<Way, Glyph[]>();
  const slanted: Glyph[] = [];
  const all = withColumns(page.glyphs);
  // Among columns Latin words lie on their side, and are read along with them.
  const lying = all.filter(({ angle }) => angle === 90).length;
  const inColumns = all.filter((glyph) => wayOf(glyph) === "columns").length > lying;
  for (const glyph of all) {
    const way = inColumns && glyph.angle === 90 ? "columns" : wayOf(glyph);
    if (way === null) {
      slanted.push(glyph);
      continue;
    }
    const sameWay = ways.get(way);
    if (sameWay === undefined) ways.set(way, [glyph]);
    else sameWay.push(glyph);
  }
  const [[main, glyphs] = ["0", []] as const, ...others] = [...ways].sort(
    ([, one], [, other]) => other.length - one.length,
  );
  const across = slantedTexts(slanted);
  const turned = main === "90" || main === "270" || main === "columns";
  return {
    width: turned ? page.height : page.width,
    height: turned ? page.width : page.height,
    letters: glyphs.map((glyph) => toLetter(glyph, main, page)),
    asides: [
      ...others.map(([way, aside]) => aside.map((glyph) => toLetter(glyph, way, page))),
      ...across.texts.map((aside) => aside.map((glyph) => toLetter(glyph, "0", page))),
    ],
    stamps: across.stamps,
    pictures: page.pictures.map((picture) => ({ ...picture, box: turnBox(picture.box, main, page) })),
    rules: page.rules.map(({ box, direction }) => ({
      box: turnBox(box, main, page),
      direction: turned ? (direction === "across" ? "down" : "across") : direction,
    })),
  };
}

function wayOf({ angle, font }: Glyph): Way | null {
  const nearest = Math.round(angle / 90) % 4;
  if (Math.abs(((angle + 45) % 90) - 45) > STRAIGHT) return null;
  if (font.vertical) return nearest === 0 ? "columns" : nearest === 3 ? "0" : null;
  return (["0", "90", "180", "270"] as const)[nearest] ?? null;
}

type Size = Pick<PageContents, "width" | "height">;

function turn(x: number, y: number, way: Way, { width, height }: Size): readonly [number, number] {
  switch (way) {
    case "0":
      return [x, y];
    case "90":
    case "columns":
      return [y, width - x];
    case "180":
      return [width - x, height - y];
    case "270":
      return [height - y, x];
  }
}

function turnBox({ left, top, right, bottom }: Box, way: Way, size: Size): Box {
  const [x0, y0] = turn(left, top, way, size);
  const [x1, y1] = turn(right, bottom, way, size);
  return { left: Math.min(x0, x1), top: Math.min(y0, y1), right: Math.max(x0, x1), bottom: Math.max(y0, y1) };
}

function toLetter(glyph: Glyph, way: Way, size: Size): Letter {
  const { text, advance, font, bold, space } = glyph;
  const [left, y] = turn(glyph.x, glyph.y, way, size);
  const baseline = font.vertical ? y + glyph.size * BELOW_MIDDLE : y;
  return { text, left, right: left + advance, baseline, size: glyph.size, bold, space };
}
