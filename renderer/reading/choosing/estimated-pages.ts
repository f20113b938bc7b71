/** About how many pages a number of characters takes, before anything is laid out. Pure. */
import { type PrintOptions, type PrintTemplate, textSizes } from "../../../preload/model/print.ts";

const MM_PER_POINT = 25.4 / 72;

/** Millimetres of the type area of a portrait A4 page, and the line height as a multiple of the text size. */
const areas: Readonly<Record<PrintTemplate, { width: number; height: number; leading: number }>> = {
  standard: { width: 164, height: 250, leading: 1.7 },
  gongwen: { width: 156, height: 225, leading: 225 / 22 / (16 * MM_PER_POINT) },
  large: { width: 164, height: 250, leading: 1.8 },
  excerpt: { width: 164, height: 250, leading: 1.7 },
};

/** The last lines of paragraphs are seldom full, and headings take more than their text. */
const FILLED = 0.8;

/** At least one. */
export function estimatedPages(characters: number, template: PrintTemplate, options: PrintOptions): number {
  const { width, height, leading } = areas[template];
  const size = textSizes[options.textSize] * MM_PER_POINT;
  const sheets = options.paper === "A3" ? 2 : 1;
  const perPage = (width / size) * (height / (size * leading)) * sheets * FILLED;
  return Math.max(1, Math.ceil(characters / perPage));
}
