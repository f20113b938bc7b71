/** Lines in reading order → paragraphs, across columns and pages. */
import { beginsItem, endsSentence } from "../newspaper-page/shape.ts";
import { nameTwoBodies } from "../official/words.ts";
import { isWide } from "./characters.ts";
import { isDateLine } from "./dates.ts";
import { median } from "./geometry.ts";
import type { Line, Region } from "./layout.ts";
import type { Piece } from "./lines.ts";
import { piecesOf } from "./lines.ts";
import type { Setting } from "./setting.ts";
import { hasNoRoom, isCentred, isIndented, isNear, SIZE_DIFFERS, settingOf } from "./setting.ts";

export interface Paragraph {
  readonly kind: "paragraph";
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly centred: boolean;
  readonly lines: number;
  /** The page on which it begins, from 1. */
  readonly page: number;
  readonly first: Line;
}

export interface PlacedThing<Value> {
  readonly kind: "thing";
  readonly value: Value;
  readonly page: number;
  /** The pages that begin with it, where no text does. */
  readonly marks: readonly string[];
}

export type Flow<Value> = readonly (Paragraph | PlacedThing<Value>)[];

export interface LaidOutPage<Value> {
  readonly number: number;
  /** The page's number as a citation gives it; null where there is but one page. */
  readonly mark: string | null;
  readonly regions: readonly Region<Value>[];
}

/** Entries of a list of references, and what stands before a paper's text. */
const ENTRY = /^[［[]\d{1,3}[］\]]/u;
const LABEL =
  /^[［【[]?(?:摘\s*要|关\s*键\s*[词字]|中图分类号|文献标[识志]码|文章编号|收稿日期|基金项目|作者简介|Abstract|Key\s?words)[］】\]]?[：:]/iu;
/** 市长　王建国: who speaks, in a line of his own. */
const SPEAKER = /^\p{Script=Han}{2,14}\u3000+\p{Script=Han}[\p{Script=Han}\u3000]{1,5}$/u;
const BULLET = /^[•●○■□◆◇▪·➢✓]/u;
/** In ems. */
const HANGING_AT_MOST = 3;

/** An entry of a list of contents: 一、总则……3 */
export const LEADER_TO_PAGE =
  /(?:(?:[.·．]\s*){4,}|…{2,}\s*)[(（]?\s*(?:\d{1,4}|[ivxlcIVXLC]{1,7})\s*[)）]?$/;

interface SetLine {
  readonly line: Line;
  readonly setting: Setting;
  /** The pages that begin with it: its own, and empty ones before that. */
  readonly marks: readonly string[];
}

export function paragraphsOf<Value>(pages: Iterable<LaidOutPage<Value>>): Flow<Value> {
  const gatherer = new Gatherer<Value>();
  for (const page of pages) gatherer.page(page);
  return gatherer.end();
}

/** Gathers lines into paragraphs; what stands among the lines of one comes after it. */
class Gatherer<Value> {
  readonly #flow: (Paragraph | PlacedThing<Value>)[] = [];
  #lines: SetLine[] = [];
  /** On which the paragraph began. */
  #page = 0;
  #things: PlacedThing<Value>[] = [];
  #marks: readonly string[] = [];

  page({ number, mark, regions }: LaidOutPage<Value>): void {
    if (mark !== null) this.#marks = [...this.#marks, mark];
    const isOfPictures = !regions.some(({ items }) => items.some(({ kind }) => kind === "line"));
    for (const region of regions) {
      const setting = settingOf(region);
      for (const item of region.items) {
        if (item.kind === "line") this.#line({ line: item, setting, marks: this.#takeMarks() }, number);
        else {
          // Elsewhere a picture may stand inside a paragraph that has begun on the page before.
          const marks = isOfPictures ? this.#takeMarks() : [];
          this.#things.push({ kind: "thing", value: item.value, page: number, marks });
        }
      }
    }
  }

  #takeMarks(): readonly string[] {
    const marks = this.#marks;
    this.#marks = [];
    return marks;
  }

  #line(line: SetLine, page: number): void {
    const [first] = this.#lines;
    const last = this.#lines.at(-1);
    const interrupted = this.#things.length > 0;
    const isNew =
      first === undefined ||
      last === undefined ||
      !goesOn(first, last, line, { count: this.#lines.length, interrupted });
    if (isNew) {
      this.end();
      this.#page = page;
    }
    this.#lines.push(line);
  }

  end(): Flow<Value> {
    if (this.#lines.length > 0) this.#flow.push(toParagraph(this.#lines, this.#page));
    for (const thing of this.#things) this.#flow.push(thing);
    this.#lines = [];
    this.#things = [];
    return this.#flow;
  }
}

/** Whether a line goes on with the paragraph that `first` began and of which `last` is the last of `count` lines. */
function goesOn(
  first: SetLine,
  last: SetLine,
  next: SetLine,
  { count, interrupted }: { readonly count: number; readonly interrupted: boolean },
): boolean {
  const [before, line] = [last.line, next.line];
  if (Math.abs(before.size - line.size) > SIZE_DIFFERS * Math.max(before.size, line.size)) return false;
  if (isDateLine(line.text) && isSetApart(last, next)) return false;
  // Below a signature, whatever follows stands for itself.
  if (count === 1 && isDateLine(before.text)) return false;
  if (LEADER_TO_PAGE.test(before.text) || standApart(last, next)) return false;
  const wasCentred = isCentred(before, last.setting);
  const isInMiddle = isCentred(line, next.setting);
  if (wasCentred || isInMiddle) return !interrupted && headingGoesOn(last, next, wasCentred, isInMiddle);
  if (last.setting.lineByLine || !hasNoRoom(before, last.setting, line)) return false;
  return last.setting === next.setting && !interrupted
    ? goesOnBelow(first, last, next, count)
    : goesOnElsewhere(first, last, next);
}

/** In ems: farther than paragraphs are indented. */
const SIGNED_AT_LEAST = 6;

/** Bodies that sign a document together, set far in; those at its head, one above the other, with the word 文件 beside them. */
function standApart(last: SetLine, { line, setting }: SetLine): boolean {
  const before = last.line;
  if ([before, line].some(({ text }) => isFileWord(text))) return true;
  if (!nameTwoBodies(before.text, line.text)) return false;
  const isSetFarIn = [before.left - last.setting.left, line.left - setting.left].every(
    (indent) => indent > SIGNED_AT_LEAST * line.size,
  );
  if (!isCentred(before, last.setting)) return isSetFarIn;
  // 示例大学医院 over 心血管内科 is one heading.
  return isFileMark(line.text) || before.text.slice(0, 2) === line.text.slice(0, 2);
}

function isFileWord(text: string): boolean {
  return /^文\s*件$/u.test(text.trim());
}

function isFileMark(text: string): boolean {
  return /文\s*件$/u.test(text.trim());
}

/** As a date below who signs is: set in, however far, or on the next page. */
function isSetApart(last: SetLine, { line, setting }: SetLine): boolean {
  return last.setting !== setting || line.left - setting.left > line.size;
}

/** Lines set in the middle go together; so does the rest of a heading whose first line is as long as the column. */
function headingGoesOn(last: SetLine, next: SetLine, wasCentred: boolean, isInMiddle: boolean): boolean {
  const [before, line] = [last.line, next.line];
  if (last.setting !== next.setting || before.bold !== line.bold || !isInMiddle) return false;
  if (!isNear(before, line, next.setting) || endsPart(before.text) || SPEAKER.test(line.text)) return false;
  return wasCentred || hasNoRoom(before, last.setting, line);
}

function goesOnBelow(first: SetLine, last: SetLine, next: SetLine, count: number): boolean {
  const { setting, line } = next;
  const before = last.line;
  const indented = isIndented(line, setting);
  if (!isNear(before, line, setting))
    return !indented && !endsSentence(before.text) && isWide(before.text.slice(-1));
  if (beginsEntry(line) && endsPart(before.text)) return false;
  if (LABEL.test(line.text)) return false;
  if (!indented) return true;
  // A block set in as a whole, such as an item of a list, goes on below the middle of a sentence.
  if (count === 1 && isSameLeft(before, line))
    return !endsPart(before.text) && !beginsItem(line.text) && !/^\p{Lu}/u.test(line.text);
  // A hanging indent: an item's first line stands out, and the others are set in alike.
  if (count > 1) return isSameLeft(before, line);
  const isItem = [ENTRY, BULLET].some((sign) => sign.test(first.line.text)) || beginsItem(first.line.text);
  return isItem && (!isIndented(first.line, setting) || isHung(first.line, line));
}

/** Set in a little farther than what begins with a number or a bullet. */
function isHung(first: Line, line: Line): boolean {
  const farther = line.left - first.left;
  return farther > 0 && farther < HANGING_AT_MOST * line.size;
}

function isSameLeft(before: Line, line: Line): boolean {
  return Math.abs(before.left - line.left) < line.size / 4;
}

/** In the next column, on the next page, or below a picture. */
function goesOnElsewhere(first: SetLine, last: SetLine, { line, setting }: SetLine): boolean {
  if (isIndented(line, setting) || beginsItem(line.text)) return false;
  // Where paragraphs are indented, a line that is not goes on even after a whole sentence.
  return !endsSentence(last.line.text) || isIndented(first.line, first.setting);
}

/** A note's number raised at a line's beginning belongs to the sentence before it. */
function beginsEntry({ text, runs }: Line): boolean {
  if (runs[0]?.marks.includes("sup") === true) return false;
  return beginsItem(text) || ENTRY.test(text);
}

function endsPart(text: string): boolean {
  return endsSentence(text) || /[；;：:]$/u.test(text);
}

function toParagraph(lines: readonly SetLine[], page: number): Paragraph {
  const [first] = lines;
  if (first === undefined) throw new Error("a paragraph has lines");
  const pieces = piecesOf(
    lines.map(({ line }) => line),
    lines.map(({ marks }) => marks),
  );
  return {
    ...{ kind: "paragraph", pieces, page, first: first.line, lines: lines.length },
    text: pieces.map((piece) => ("text" in piece ? piece.text : "")).join(""),
    size: median(lines.map(({ line }) => line.size)),
    bold: lines.every(({ line }) => line.bold),
    centred: lines.every(({ line, setting }) => isCentred(line, setting)),
  };
}
