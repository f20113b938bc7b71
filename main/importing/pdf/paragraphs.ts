/** Lines in reading order → paragraphs, across columns and pages. */
import type { Inline } from "../../../preload/model/article.ts";
import { beginsItem, endsSentence } from "../newspaper-page/shape.ts";
import { isWide } from "./characters.ts";
import { median } from "./geometry.ts";
import type { Line, Region } from "./layout.ts";
import type { TextRun } from "./segments.ts";

/** A run of text, or the mark of the page that begins there. */
export type Piece = TextRun | { readonly page: string };

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
}

export type Flow<Value> = readonly (Paragraph | PlacedThing<Value>)[];

export interface LaidOutPage<Value> {
  readonly number: number;
  /** The page's number as a citation gives it; null where there is but one page. */
  readonly mark: string | null;
  readonly regions: readonly Region<Value>[];
}

/** In ems. */
const INDENT = 0.9;
const INDENT_AT_MOST = 5;
const CENTRED_MARGIN = 1.6;
const CENTRED_SLACK = 1.2;
const ROOM_TO_SPARE = 0.7;
/** Of the usual distance between two lines. */
const WIDER = 1.3;
const SIZE_DIFFERS = 0.1;
const STEPS_TO_JUDGE = 3;
const USUAL_LEADING = 1.45;
const LINES_TO_JUDGE = 6;
/** In ems: what is narrower is a list of words, not running text. */
const COLUMN_AT_LEAST = 7;
/** Of the lines of a column: fewer full ones, and none is broken by its end. */
const FULL_AT_LEAST = 0.25;

interface Setting {
  readonly left: number;
  readonly right: number;
  /** Between two baselines of one paragraph. */
  readonly leading: number;
  /** Hardly a line is as long as it could be, as in verse or an address: each stands for itself. */
  readonly lineByLine: boolean;
}

interface Draft {
  readonly lines: { readonly line: Line; readonly setting: Setting; readonly mark: string | null }[];
  readonly page: number;
}

export function paragraphsOf<Value>(pages: readonly LaidOutPage<Value>[]): Flow<Value> {
  const flow: (Paragraph | PlacedThing<Value>)[] = [];
  let draft: Draft | null = null;
  let waiting: PlacedThing<Value>[] = [];
  const close = () => {
    if (draft !== null) flow.push(toParagraph(draft));
    draft = null;
    for (const thing of waiting) flow.push(thing);
    waiting = [];
  };
  for (const page of pages) {
    let mark = page.mark;
    for (const region of page.regions) {
      const setting = settingOf(region);
      for (const item of region.items) {
        if (item.kind === "thing") {
          waiting.push({ kind: "thing", value: item.value, page: page.number });
          continue;
        }
        const before: Draft | null = draft;
        const isNew: boolean = before === null || !goesOn(before, item, setting, waiting.length > 0);
        if (isNew) close();
        const current: Draft = isNew || before === null ? { lines: [], page: page.number } : before;
        current.lines.push({ line: item, setting, mark });
        draft = current;
        mark = null;
      }
    }
    // A page of pictures alone is marked by what follows them, or not at all.
    if (mark !== null && page.regions.length === 0) continue;
  }
  close();
  return flow;
}

function settingOf<Value>(region: Region<Value>): Setting {
  const lines = region.items.flatMap((item) => (item.kind === "line" ? [item] : []));
  const size = median(lines.map((line) => line.size));
  const usual = lines.filter((line) => Math.abs(line.size - size) < size * SIZE_DIFFERS);
  const steps = usual.slice(1).map((line, index) => line.baseline - (usual[index]?.baseline ?? 0));
  const lefts = lines.map(({ left }) => left).sort((one, other) => one - other);
  const rights = lines.map(({ right }) => right).sort((one, other) => other - one);
  const frame = {
    // One stray line may hang out on either side.
    left: lefts[Math.min(1, Math.floor(lefts.length / 8))] ?? region.left,
    right: rights[Math.min(1, Math.floor(rights.length / 8))] ?? region.right,
    leading: leadingOf(
      steps.filter((step) => step > size * 0.8),
      size,
    ),
    lineByLine: false,
  };
  const pairs = lines.slice(1).map((line, index) => hasNoRoom(lines[index] ?? line, frame, line));
  const full = pairs.filter((isFull) => isFull).length;
  const ragged = pairs.length >= LINES_TO_JUDGE && full < pairs.length * FULL_AT_LEAST;
  return { ...frame, lineByLine: ragged || frame.right - frame.left < COLUMN_AT_LEAST * size };
}

/** A few lines say little: they may be a paragraph each. */
function leadingOf(steps: readonly number[], size: number): number {
  return steps.length < STEPS_TO_JUDGE ? size * USUAL_LEADING : median(steps);
}

function goesOn(draft: Draft, line: Line, setting: Setting, interrupted: boolean): boolean {
  const last = draft.lines.at(-1);
  if (last === undefined) return true;
  const before = last.line;
  const em = Math.max(before.size, line.size);
  if (Math.abs(before.size - line.size) > SIZE_DIFFERS * em) return false;
  const centred = isCentred(before, last.setting);
  if (centred !== isCentred(line, setting)) return false;
  const sameRegion = last.setting === setting;
  if (centred)
    return (
      sameRegion && before.bold === line.bold && isNear(before, line, setting) && !endsSentence(before.text)
    );
  if (last.setting.lineByLine) return false;
  const full = hasNoRoom(before, last.setting, line);
  const indented = isIndented(line, setting);
  if (!full) return false;
  if (sameRegion && !interrupted) {
    if (!isNear(before, line, setting))
      return !endsSentence(before.text) && !indented && isWide(before.text.slice(-1));
    if (beginsItem(line.text) && endsPart(before.text)) return false;
    if (!indented) return true;
    // A hanging indent: the first line of the item stands out, the others are set in alike.
    const [first] = draft.lines;
    const hangs = first !== undefined && beginsItem(first.line.text) && line.left > first.line.left - em / 4;
    const aligned = draft.lines.length > 1 && Math.abs(before.left - line.left) < em / 4;
    return aligned || (hangs && !isIndented(first.line, setting)) || (aligned && hangs);
  }
  if (indented || beginsItem(line.text)) return !endsPart(before.text) && !beginsItem(line.text) && !indented;
  return (
    !endsSentence(before.text) ||
    isIndented(draft.lines[0]?.line ?? before, draft.lines[0]?.setting ?? setting)
  );
}

function isNear(before: Line, line: Line, { leading }: Setting): boolean {
  return line.baseline - before.baseline <= Math.max(leading * WIDER, line.size * 1.45) + 0.5;
}

function endsPart(text: string): boolean {
  return endsSentence(text) || /[；;：:]$/u.test(text);
}

function isIndented({ left, size }: Line, setting: Setting): boolean {
  const indent = left - setting.left;
  return indent > INDENT * size && indent < INDENT_AT_MOST * size;
}

function isCentred({ left, right, size }: Line, setting: Setting): boolean {
  const [before, after] = [left - setting.left, setting.right - right];
  return (
    before > CENTRED_MARGIN * size &&
    after > CENTRED_MARGIN * size &&
    Math.abs(before - after) < CENTRED_SLACK * size
  );
}

/** Whether the next line's first word would not have found room on this one: then the line was full. */
function hasNoRoom(before: Line, setting: Pick<Setting, "right">, next: Line): boolean {
  const room = setting.right - before.right;
  const [word = ""] = /^[A-Za-z\d][^\s\u2E80-\uFFFF]*|^./u.exec(next.text) ?? [];
  const marks = /^.[，。、；：！？”’）》」』】]+/u.exec(next.text)?.[0].length ?? 1;
  const wide = isWide(next.text.slice(0, 1));
  const needed = wide
    ? marks * next.size
    : (word.length * (next.right - next.left)) / Math.max(1, [...next.text].length);
  return room < needed + ROOM_TO_SPARE * next.size;
}

function toParagraph({ lines, page }: Draft): Paragraph {
  const [first] = lines;
  if (first === undefined) throw new Error("a paragraph has lines");
  const pieces = piecesOf(
    lines.map(({ line }) => line),
    lines.map(({ mark }) => mark),
  );
  const text = pieces.map((piece) => ("text" in piece ? piece.text : "")).join("");
  return {
    ...{ kind: "paragraph", pieces, text, page, first: first.line, lines: lines.length },
    size: median(lines.map(({ line }) => line.size)),
    bold: lines.every(({ line }) => line.bold),
    centred: lines.every(({ line, setting }) => isCentred(line, setting)),
  };
}

/** Lines of one paragraph put together: nothing between wide characters, a space between words, broken words mended. */
export function piecesOf(lines: readonly Line[], marks: readonly (string | null)[] = []): readonly Piece[] {
  const pieces: Piece[] = [];
  let before = "";
  for (const [index, line] of lines.entries()) {
    const { kept, joint } = joinLines(before, line.text);
    if (kept < before.length) shorten(pieces);
    before = line.text;
    const mark = marks[index] ?? null;
    if (mark !== null) pieces.push({ page: mark });
    const [first, ...rest] = line.runs;
    if (first === undefined) continue;
    append(pieces, { ...first, text: joint + first.text });
    for (const run of rest) append(pieces, run);
  }
  return pieces;
}

/** How much of what stands before is kept, and what stands between. */
function joinLines(before: string, line: string): { readonly kept: number; readonly joint: string } {
  if (before === "") return { kept: 0, joint: "" };
  const [last, first] = [before.slice(-1), line.slice(0, 1)];
  if (/\p{Ll}[-\u2010]$/u.test(before) && /^\p{Ll}/u.test(line))
    return { kept: before.length - 1, joint: "" };
  if (/[-\u2010–—/]/.test(last) || isWide(last) || isWide(first)) return { kept: before.length, joint: "" };
  return { kept: before.length, joint: " " };
}

/** Takes the hyphen at the end of a line away. */
function shorten(pieces: Piece[]): void {
  const last = pieces.at(-1);
  if (last !== undefined && "text" in last)
    pieces[pieces.length - 1] = { ...last, text: last.text.slice(0, -1) };
}

function append(pieces: Piece[], run: TextRun): void {
  const last = pieces.at(-1);
  if (last !== undefined && "text" in last && last.marks.join() === run.marks.join()) {
    pieces[pieces.length - 1] = { ...last, text: last.text + run.text };
  } else {
    pieces.push(run);
  }
}

/** `plainly` leaves out boldness, where all of it is bold, as in a heading. */
export function inlinesOf(pieces: readonly Piece[], plainly: boolean): readonly Inline[] {
  return pieces.flatMap((piece): readonly Inline[] => {
    if ("page" in piece) return [{ type: "page-mark", page: piece.page }];
    const marks = plainly ? piece.marks.filter((mark) => mark !== "strong") : piece.marks;
    if (piece.text === "") return [];
    return [
      marks.length === 0 ? { type: "text", text: piece.text } : { type: "text", text: piece.text, marks },
    ];
  });
}
