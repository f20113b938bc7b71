/** Where the type stands on a printed page: margins, lines and characters, in millimetres and points. */
import { type PrintOptions, type PrintTemplate, textSizes } from "./print.ts";

export interface PageGeometry {
  /** Of the sheet as it is read, in millimetres. */
  readonly width: number;
  readonly height: number;
  /** In millimetres. `binding` is at the left, on the even pages of two-sided print at the right. */
  readonly top: number;
  readonly bottom: number;
  readonly binding: number;
  readonly outer: number;
  /** Of the body text, in points. */
  readonly textSize: number;
  /** In millimetres. */
  readonly lineHeight: number;
  /** Added to each character, in millimetres, so that whole characters fill the line. */
  readonly letterSpacing: number;
  /** Full-width characters on a line of one column. */
  readonly characters: number;
  /** Between two columns, in millimetres. */
  readonly columnGap: number;
  /** How many lines a page holds; null where lines keep to no grid. */
  readonly lines: number | null;
}

export const MILLIMETRES_PER_POINT = 25.4 / 72;

/** Portrait, in millimetres. */
const papers: Readonly<Record<PrintOptions["paper"], readonly [width: number, height: number]>> = {
  A4: [210, 297],
  A3: [297, 420],
};

interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly binding: number;
  readonly outer: number;
}

/** GB/T 9704—2012, 5.2.1: on A4 they leave 156 mm × 225 mm. */
const officialMargins: Margins = { top: 37, bottom: 35, binding: 28, outer: 26 };
/** GB/T 9704—2012, 5.2.3: 22 lines of 三号 in 225 mm; other sizes keep the proportion. */
const OFFICIAL_LINE_HEIGHT = 225 / 22 / (16 * MILLIMETRES_PER_POINT);

const plainMargins: Margins = { top: 25, bottom: 22, binding: 25, outer: 25 };
const boundMargins: Margins = { ...plainMargins, binding: 28, outer: 22 };
const PLAIN_LINE_HEIGHT = 1.7;
/** 大字版 is read from a distance. */
const WIDE_LINE_HEIGHT = 1.85;
const WIDE_LETTER_SPACING = 0.04;

/** Between columns, in characters. */
const COLUMN_GAP = 2;

export function pageGeometry(
  template: PrintTemplate,
  options: Pick<PrintOptions, "paper" | "landscape" | "sides" | "columns" | "textSize">,
): PageGeometry {
  const [short, long] = papers[options.paper];
  const [width, height] = options.landscape ? [long, short] : [short, long];
  const textSize = textSizes[options.textSize];
  const sheet = { width, height, textSize, columns: options.columns };
  if (template === "gongwen") return officialGeometry(sheet);
  return plainGeometry(sheet, options.sides === "single" ? plainMargins : boundMargins, template === "large");
}

interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  readonly columns: 1 | 2;
}

/** As many lines and characters as the standard's proportions give, spread over the type area to the last tenth. */
function officialGeometry({ width, height, textSize, columns }: Sheet): PageGeometry {
  const em = textSize * MILLIMETRES_PER_POINT;
  const areaWidth = width - officialMargins.binding - officialMargins.outer;
  const areaHeight = height - officialMargins.top - officialMargins.bottom;
  const lines = Math.max(1, Math.round(areaHeight / (em * OFFICIAL_LINE_HEIGHT)));
  const all = Math.max(columns, Math.round(areaWidth / em));
  const cell = areaWidth / all;
  // An odd character beside two equal columns widens what parts them.
  const characters = columns === 1 ? all : Math.floor((all - COLUMN_GAP) / 2);
  return {
    ...{ width, height, textSize, lines, characters },
    ...officialMargins,
    lineHeight: areaHeight / lines,
    letterSpacing: cell - em,
    columnGap: areaWidth - 2 * characters * cell,
  };
}

/** Margins give way so that lines hold whole characters. */
function plainGeometry(
  { width, height, textSize, columns }: Sheet,
  margins: Margins,
  wide: boolean,
): PageGeometry {
  const em = textSize * MILLIMETRES_PER_POINT;
  const letterSpacing = wide ? WIDE_LETTER_SPACING * em : 0;
  const cell = em + letterSpacing;
  const gap = columns === 1 ? 0 : COLUMN_GAP;
  const available = width - margins.binding - margins.outer;
  const characters = Math.max(1, Math.floor((available / cell - gap) / columns));
  const spare = (available - (characters * columns + gap) * cell) / 2;
  return {
    ...{ width, height, textSize, letterSpacing, characters },
    ...margins,
    binding: margins.binding + spare,
    outer: margins.outer + spare,
    lineHeight: em * (wide ? WIDE_LINE_HEIGHT : PLAIN_LINE_HEIGHT),
    columnGap: gap * cell,
    lines: null,
  };
}

/** The width that the text has, both columns and what parts them. */
export function typeWidth({ width, binding, outer }: PageGeometry): number {
  return width - binding - outer;
}

export function typeHeight({ height, top, bottom }: PageGeometry): number {
  return height - top - bottom;
}
