/** What stands on a page for the pages' sake: running heads, page numbers. It goes, and the number becomes the page's mark. */
import { median } from "./geometry.ts";
import type { ReadPage } from "./page-types.ts";
import type { Segment } from "./segments.ts";

export interface PageText {
  /** From 1, as the pages lie in the file. */
  readonly number: number;
  readonly height: number;
  readonly segments: readonly Segment[];
}

export interface Furniture {
  readonly segments: ReadonlySet<Segment>;
  /** What its rows and their stretches say, each once: a classification may stand there. */
  readonly texts: readonly string[];
  /** The number printed on each page that has one, by the page's own. */
  readonly printed: ReadonlyMap<number, string>;
}

interface Row {
  readonly page: number;
  readonly segments: readonly Segment[];
  readonly text: string;
  readonly baseline: number;
  readonly size: number;
  /** From the outermost, 0. */
  readonly rank: number;
  readonly side: "head" | "middle" | "foot";
  /** Points between it and the next row towards the middle of the page. */
  readonly apart: number;
}

/** Shares of a page's height. */
const HEAD = 0.14;
const FOOT = 0.14;
const ROWS_AT_MOST = 3;
/** Points. */
const SAME_PLACE = 9;
const REPEATED_AT_LEAST = 3;
/** A document of two or three pages repeats its head on all of them. */
const SHORT_DOCUMENT = 3;
/** Letters this much larger than the text are no running head. */
const LARGE = 1.3;
/** In ems: what a lone page number keeps clear of the text. */
const CLEAR = 1.2;

const DASH = "[-—–－―·•~～\\s]*";
const PAGE_NUMBER = new RegExp(
  `^${DASH}(?:第\\s*)?(?<number>\\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7})\\s*页?${DASH}(?:[/／共,，]\\s*共?\\s*\\d{1,4}\\s*页?)?${DASH}$`,
);
/** A number alone may be a figure of the text; with dashes or 第…页 around it, it is not. */
const SURE_PAGE_NUMBER =
  /(?:^|\s)Page\s*\d+(?:\s*(?:of|\/)\s*\d+)?$|^(?:[-—–－―·•~～]\s*\d{1,4}\s*[-—–－―·•~～]|第\s*\d{1,4}\s*页[\s/／,，、(（]*(?:共\s*\d{1,4}\s*页)?\s*[)）]?)$/;

/** Of what stands between heads and feet: where more stands on many pages alike, they are copies of one form. */
const FORM = 0.5;

export function furnitureOf(pages: readonly PageText[], bodySize: number): Furniture {
  const rows = pages.flatMap((page) => rowsOf(page));
  const atEdges = rows.filter((row) => row.side !== "middle" && row.size <= bodySize * LARGE);
  const between = rows.filter(({ side }) => side === "middle");
  // Of copies of one form, all rows repeat: only the outermost is then known to stand there for the page's sake.
  const isForm = repeatedRows(between, pages.length).size > between.length * FORM;
  const outermost = isForm ? atEdges.filter(({ rank }) => rank === 0) : atEdges;
  const furniture = furnitureAmong(atEdges, repeatedRows(outermost, pages.length), pages.length);
  // Where nothing else is there, it is the text.
  return furniture.segments.size < rows.reduce((sum, { segments }) => sum + segments.length, 0)
    ? furniture
    : { segments: new Set(), texts: [], printed: new Map() };
}

function furnitureAmong(rows: readonly Row[], repeated: ReadonlySet<Row>, pages: number): Furniture {
  const gone = new Set<Segment>();
  const texts = new Set<string>();
  const printed = new Map<number, string>();
  // Rows are met from the edge inwards: the first that belongs to the text ends the furniture.
  const ended = new Set<string>();
  for (const row of rows) {
    const edge = `${row.side} ${row.page}`;
    const number = PAGE_NUMBER.exec(row.text)?.groups?.["number"];
    const isNumber = SURE_PAGE_NUMBER.test(row.text) || (number !== undefined && isLoneNumber(row, pages));
    if (ended.has(edge) || !(isNumber || repeated.has(row))) {
      ended.add(edge);
      continue;
    }
    for (const segment of row.segments) gone.add(segment);
    for (const { text } of [row, ...row.segments]) texts.add(text);
    const own = number ?? numberAtEnd(row, repeated.has(row));
    if (own !== undefined) printed.set(row.page, own);
  }
  return {
    segments: gone,
    texts: [...texts].filter((text) => /\p{L}/u.test(text)),
    printed: consistent(printed),
  };
}

/** A stamp along the margin is short; a longer text there is one. */
const LONGEST_STAMP = 40;

/** What stamps say: those across the page, and those along its margin, which the text keeps as well. */
export function stampsOf({ stamps, asides }: Pick<ReadPage, "stamps" | "asides">): readonly string[] {
  const along = asides.map((aside) => aside.map(({ text }) => text).join(""));
  return [...stamps, ...along.filter(({ length }) => length <= LONGEST_STAMP)];
}

/** The rows of a page in which furniture may stand, and the one beside them: all that it takes to tell furniture. */
export function edgesOf(segments: readonly Segment[]): readonly Segment[] {
  const rows = grouped(segments);
  const edge = ROWS_AT_MOST + 1;
  return rows.length <= 2 * edge ? segments : [...rows.slice(0, edge), ...rows.slice(-edge)].flat();
}

function grouped(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((one, other) => one.baseline - other.baseline)) {
    const [first] = rows.at(-1) ?? [];
    if (first !== undefined && segment.baseline - first.baseline <= first.size * 0.5)
      rows.at(-1)?.push(segment);
    else rows.push([segment]);
  }
  return rows;
}

function rowsOf({ number, height, segments }: PageText): readonly Row[] {
  const rows = grouped(segments);
  const baselines = rows.map((row) => row[0]?.baseline ?? 0);
  const described = rows.map((row, index): Row => {
    const baseline = baselines[index] ?? 0;
    const fromEnd = rows.length - 1 - index;
    const side =
      index < ROWS_AT_MOST && baseline < height * HEAD
        ? "head"
        : fromEnd < ROWS_AT_MOST && baseline > height * (1 - FOOT)
          ? "foot"
          : "middle";
    const next = baselines[side === "foot" ? index - 1 : index + 1];
    const sorted = [...row].sort((one, other) => one.left - other.left);
    return {
      ...{ page: number, segments: sorted, text: rowText(sorted), baseline, side },
      ...{ size: Math.max(...sorted.map(({ size }) => size)), rank: side === "foot" ? fromEnd : index },
      apart: next === undefined ? Number.POSITIVE_INFINITY : Math.abs(next - baseline),
    };
  });
  // From the edges inwards.
  const feet = described.filter(({ side }) => side === "foot").reverse();
  return [...described.filter(({ side }) => side !== "foot"), ...feet];
}

/** Digits as they are typed, whatever width they are set in. */
function rowText(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text.replace(/[０-９]/g, (digit) => digit.normalize("NFKC"))).join(" ");
}

/** What stands at one place on several pages, page numbers in it apart. */
function repeatedRows(rows: readonly Row[], pages: number): ReadonlySet<Row> {
  const alike = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.side} ${row.text.replace(/\s/g, "").replace(/\d+/g, "#")}`;
    const group = alike.get(key);
    if (group === undefined) alike.set(key, [row]);
    else group.push(row);
  }
  const least = pages <= SHORT_DOCUMENT ? pages : REPEATED_AT_LEAST;
  const repeated = new Set<Row>();
  for (const group of alike.values()) {
    const place = median(group.map(({ baseline }) => baseline));
    const there = group.filter(({ baseline }) => Math.abs(baseline - place) <= SAME_PLACE);
    if (pages < 2 || new Set(there.map(({ page }) => page)).size < least || !countsPages(there)) continue;
    for (const row of there) repeated.add(row);
  }
  return repeated;
}

/** Numbers that differ from page to page must follow the pages: 第1章, 第2章 at the head of their pages do not. */
function countsPages(rows: readonly Row[]): boolean {
  const numbers = rows.map(({ text }) => [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits)));
  const [first = []] = numbers;
  return first.every((_, index) => {
    const values = numbers.map((row) => row[index] ?? 0);
    if (values.every((value) => value === values[0])) return true;
    const offsets = values.map((value, at) => value - (rows[at]?.page ?? 0));
    const usual = median(offsets);
    return offsets.filter((offset) => offset === usual).length * 2 > offsets.length;
  });
}

function isLoneNumber({ rank, apart, size, text }: Row, pages: number): boolean {
  return (
    rank === 0 && apart > CLEAR * size && /^\d{1,4}$/.test(text) && (pages === 1 || apart > 2 * CLEAR * size)
  );
}

/** A page number at the end or beginning of a running head. */
function numberAtEnd({ text }: Row, repeated: boolean): string | undefined {
  return repeated
    ? (/(?:^|[\s·|])(\d{1,4})$/.exec(text)?.[1] ?? /^(\d{1,4})(?:[\s·|]|$)/.exec(text)?.[1])
    : undefined;
}

/** Numbers that do not follow each other as the pages do are figures, not page numbers; Roman ones are taken as they are. */
function consistent(printed: ReadonlyMap<number, string>): ReadonlyMap<number, string> {
  const offsets = [...printed].flatMap(([page, number]) =>
    /^\d+$/.test(number) ? [Number(number) - page] : [],
  );
  const counts = new Map<number, number>();
  for (const offset of offsets) counts.set(offset, (counts.get(offset) ?? 0) + 1);
  const kept = [...printed].filter(
    ([page, number]) =>
      !/^\d+$/.test(number) || (counts.get(Number(number) - page) ?? 0) * 4 >= offsets.length,
  );
  return new Map(kept);
}
