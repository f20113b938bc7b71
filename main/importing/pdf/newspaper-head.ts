/** The head and foot of a newspaper page: its name, the day, the page and its editors are details, not articles. */
import type { PageDetails } from "../newspaper-page/furniture.ts";
import { mergeDetails, noDetails, readFurniture } from "../newspaper-page/furniture.ts";
import { bylineKind } from "../newspaper-page/marks.ts";
import { boxAround, overlap } from "./geometry.ts";
import type { ReadPage } from "./page-types.ts";
import type { Segment } from "./segments.ts";

/** Shares of the page's height in which its head and foot stand, and a front page's much higher head. */
const HEAD = 0.09;
const FOOT = 0.95;
const MASTHEAD = 0.15;
/** Of the body's size. */
const MASTHEAD_LETTERS = 2.5;
/** Of the smaller of two sizes. */
const SAME_ROW = 0.6;
/** In ems: lines of one box of details stand no farther apart. */
const STACKED = 1.2;

export interface WithoutHead {
  readonly details: PageDetails;
  readonly segments: readonly Segment[];
}

export function withoutFurniture({ segments, height }: ReadPage, bodySize: number): WithoutHead {
  const edges = segments.filter(({ baseline }) => baseline <= MASTHEAD * height || baseline >= FOOT * height);
  const ofRows = rowsOf(edges).flatMap((row) => detailsOfRow(row, height));
  const known = new Set(ofRows.flatMap(({ taken }) => taken));
  const top = edges.filter((segment) => !known.has(segment) && segment.baseline <= MASTHEAD * height);
  const ofStacks = stacksOf(top).flatMap((taken) => {
    const details = readFurniture(textOf(taken)) ?? mastheadOf(taken, bodySize);
    return details === null ? [] : [{ taken, details }];
  });
  const found = [...ofRows, ...ofStacks];
  const gone = new Set(found.flatMap(({ taken }) => taken));
  return {
    details: found.reduce((sum, { details }) => mergeDetails(sum, details), noDetails),
    segments: segments.filter((segment) => !gone.has(segment)),
  };
}

interface Found {
  readonly taken: readonly Segment[];
  readonly details: PageDetails;
}

function detailsOfRow(row: readonly Segment[], height: number): readonly Found[] {
  const known = row.flatMap((segment): readonly Found[] => {
    const details = readFurniture(segment.text);
    return details === null ? [] : [{ taken: [segment], details }];
  });
  // Below the head of an inner page one such stretch may be of an article.
  if (known.length < 2 && isInside(row, height)) return [];
  const whole = readFurniture(textOf(row));
  if (whole !== null) return [{ taken: row, details: whole }];
  if (known.length === 0) return [];
  const taken = new Set(known.flatMap((found) => found.taken));
  const beside = row.flatMap((segment): readonly Found[] => {
    const details = taken.has(segment) ? null : besideDetails(segment.text);
    return details === null ? [] : [{ taken: [segment], details }];
  });
  return [...known, ...beside];
}

function rowsOf(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((one, other) => one.baseline - other.baseline)) {
    const first = rows.at(-1)?.[0];
    const step = first === undefined ? 0 : segment.baseline - first.baseline;
    if (first !== undefined && step <= SAME_ROW * Math.min(first.size, segment.size))
      rows.at(-1)?.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => row.sort((one, other) => one.left - other.left));
}

function isInside([first]: readonly Segment[], height: number): boolean {
  return first !== undefined && first.baseline > HEAD * height && first.baseline < FOOT * height;
}

function textOf(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join(" ");
}

/** What stands in a row with the day or the editors: the page's number and name, the weekday, further editors. */
function besideDetails(text: string): PageDetails | null {
  const page = /^(?:第\s*)?0?(?<page>[A-D]?\d{1,3})\s*版?$/u.exec(text)?.groups?.["page"];
  if (page !== undefined) return { ...noDetails, page };
  if (/^(?:星期|周)[一二三四五六日天]$/u.test(text) || bylineKind(text) === "names") return noDetails;
  return /^\p{Script=Han}{2,4}(?:[·•]\p{Script=Han}{2,4})?$/u.test(text)
    ? { ...noDetails, pageName: text }
    : null;
}

/** Lines that stand below each other, of whatever sizes, as in the box that gives a front page's day and number. */
function stacksOf(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const stacks: Segment[][] = [];
  for (const segment of [...segments].sort((one, other) => one.top - other.top)) {
    const stack = stacks.find((lines) => {
      const box = boxAround(lines);
      const last = lines.at(-1);
      if (box === null || last === undefined) return false;
      const apart = segment.top - box.bottom;
      const common = overlap(box.left, box.right, segment.left, segment.right);
      return apart <= STACKED * Math.min(last.size, segment.size) && common > 0;
    });
    if (stack === undefined) stacks.push([segment]);
    else stack.push(segment);
  }
  return stacks;
}

/** The newspaper's name in its own large letters, with its Latin name and its publisher under it. */
function mastheadOf(stack: readonly Segment[], bodySize: number): PageDetails | null {
  const [name, ...rest] = [...stack].sort((one, other) => other.size - one.size);
  const publication = name?.text.replace(/\s/g, "") ?? "";
  if (name === undefined || name.size < MASTHEAD_LETTERS * bodySize) return null;
  if (!/^\p{Script=Han}{1,8}报$/u.test(publication)) return null;
  const isDetail = ({ text }: Segment) =>
    /^[\p{Script=Latin}\s.-]+$/u.test(text) || /主管|主办|出版/u.test(text) || readFurniture(text) !== null;
  return rest.every(isDetail) ? { ...noDetails, publication } : null;
}
