/** The lines of a headline told apart by their size: kicker above, subtitle below, the title largest. */
import type { TitleBlock } from "../newspaper-page/title-block.ts";
import { readTitleBlock } from "../newspaper-page/title-block.ts";
import { isWide } from "./characters.ts";
import { boxAround } from "./geometry.ts";
import { toLine } from "./layout.ts";
import type { TextBlock } from "./newspaper-blocks.ts";
import type { Segment } from "./segments.ts";

/** Of the largest line. */
const SMALLER = 0.8;
/** Two halves of one title are set to the same length, give or take a character. */
const HALVES_DIFFER_AT_MOST = 1;
const UPRIGHT_AT_LEAST = 3;

interface TitleLine {
  readonly text: string;
  readonly size: number;
  readonly top: number;
}

/** `text` is the article's own. */
export function titlesOf(headline: readonly TextBlock[], text: string): TitleBlock {
  const lines = linesOf(headline);
  const largest = Math.max(...lines.map(({ size }) => size));
  const title = lines.filter(({ size }) => size >= largest * SMALLER);
  const [first] = title;
  if (first === undefined) return { kicker: "", title: "", subtitle: "" };
  if (title.length === lines.length)
    return ofOneSize(
      lines.map((line) => line.text),
      text,
    );
  const small = lines.filter((line) => !title.includes(line));
  return {
    kicker: small.flatMap((line) => (line.top < first.top ? [line.text] : [])).join(" "),
    title: joinedTitle(title.map((line) => line.text)),
    subtitle: small.flatMap((line) => (line.top < first.top ? [] : [line.text])).join(" "),
  };
}

/** Where size tells nothing, a wrapped title is one; else the page reader knows kickers by their words. */
function ofOneSize(lines: readonly string[], text: string): TitleBlock {
  const [first = "", ...rest] = lines;
  const wrapped = rest.length > 0 && !/\s/u.test(first) && rest.every((line) => line.length <= first.length);
  const read = readTitleBlock(lines, text);
  return wrapped && read.kicker === first && !text.includes(first)
    ? { kicker: "", title: joinedTitle(lines), subtitle: "" }
    : read;
}

function joinedTitle(lines: readonly string[]): string {
  return lines.reduce((before, line) => {
    const halves = Math.abs(before.length - line.length) <= HALVES_DIFFER_AT_MOST;
    return before + (halves || !isWide(before.slice(-1)) ? " " : "") + line;
  });
}

function linesOf(headline: readonly TextBlock[]): readonly TitleLine[] {
  const upright = headline.filter(isUpright);
  const flat = headline.filter((block) => !isUpright(block)).flatMap(({ segments }) => segments);
  const rows: Segment[][] = [];
  for (const segment of flat.sort((one, other) => one.baseline - other.baseline)) {
    const [first] = rows.at(-1) ?? [];
    const near = first === undefined ? 0 : Math.min(first.size, segment.size) / 2;
    if (first !== undefined && segment.baseline - first.baseline < near) rows.at(-1)?.push(segment);
    else rows.push([segment]);
  }
  return [
    ...rows.map((row): TitleLine => {
      const line = toLine(row.sort((one, other) => one.left - other.left));
      return { text: line.text.trim(), size: line.size, top: line.top };
    }),
    // From right to left, as columns of a title are read.
    ...[...upright]
      .sort((one, other) => other.left - one.left)
      .map(({ text, size, segments }) => ({ text, size, top: boxAround(segments)?.top ?? 0 })),
  ];
}

/** Set from top to bottom: a character a line. */
function isUpright({ segments }: TextBlock): boolean {
  return segments.length >= UPRIGHT_AT_LEAST && segments.every(({ text }) => [...text].length === 1);
}
