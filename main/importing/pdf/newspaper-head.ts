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
  let details = noDetails;
  const gone = new Set<Segment>();
  const take = (taken: readonly Segment[], found: PageDetails) => {
    details = mergeDetails(details, found);
    for (const segment of taken) gone.add(segment);
  };
  const edges = segments.filter(({ baseline }) => baseline <= HEAD * height || baseline >= FOOT * height);
  for (const row of rowsOf(edges)) {
    const whole = readFurniture(textOf(row));
    if (whole !== null) {
      take(row, whole);
      continue;
    }
    const known = row.filter((segment) => readFurniture(segment.text) !== null);
    for (const segment of known) take([segment], readFurniture(segment.text) ?? noDetails);
    if (known.length === 0) continue;
    for (const segment of row.filter((other) => !gone.has(other))) {
      const beside = besideDetails(segment.text);
      if (beside !== null) take([segment], beside);
    }
  }
  const top = segments.filter((segment) => !gone.has(segment) && segment.baseline <= MASTHEAD * height);
  for (const stack of stacksOf(top)) {
    const found = readFurniture(textOf(stack)) ?? mastheadOf(stack, bodySize);
    if (found !== null) take(stack, found);
  }
  return { details, segments: segments.filter((segment) => !gone.has(segment)) };
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
