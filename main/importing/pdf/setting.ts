/** How a column is set: its margins and leading, and what a line shows against them. */
import { isWide } from "./characters.ts";
import { median } from "./geometry.ts";
import type { Line, Region } from "./layout.ts";

export interface Setting {
  readonly left: number;
  readonly right: number;
  /** Between two baselines of one paragraph. */
  readonly leading: number;
  /** Hardly a line is as long as it could be, as in verse or an address: each stands for itself. */
  readonly lineByLine: boolean;
}

/** In ems. */
const INDENT = 0.9;
const INDENT_AT_MOST = 5;
const CENTRED_MARGIN = 1.6;
const CENTRED_SLACK = 1.2;
const ROOM_TO_SPARE = 0.7;
const USUAL_LEADING = 1.45;
/** What is narrower is a list of words, not running text. */
const COLUMN_AT_LEAST = 7;
/** Of the usual distance between two lines. */
const WIDER = 1.3;
/** Of the larger of two sizes: less is one size. */
export const SIZE_DIFFERS = 0.1;
const STEPS_TO_JUDGE = 3;
const LINES_TO_JUDGE = 6;
/** Of the lines of a column: fewer full ones, and none is broken by its end. */
const FULL_AT_LEAST = 0.25;
/** One line of so many may hang out on either side. */
const LINES_FOR_A_STRAY = 8;

export function settingOf<Value>(region: Region<Value>): Setting {
  const lines = region.items.flatMap((item) => (item.kind === "line" ? [item] : []));
  const size = median(lines.map((line) => line.size));
  const usual = lines.filter((line) => Math.abs(line.size - size) < size * SIZE_DIFFERS);
  const steps = usual.slice(1).map((line, index) => line.baseline - (usual[index]?.baseline ?? 0));
  const down = steps.filter((step) => step > size * 0.8);
  const stray = lines.length < LINES_FOR_A_STRAY ? 0 : 1;
  const lefts = lines.map(({ left }) => left).sort((one, other) => one - other);
  const rights = lines.map(({ right }) => right).sort((one, other) => other - one);
  const left = lefts[stray] ?? region.left;
  const right = rights[stray] ?? region.right;
  const full = lines.filter((line, index) => {
    const next = lines[index + 1];
    return next !== undefined && hasNoRoom(line, { right }, next);
  }).length;
  // Words make lines of any length; only where each character may end a line do ends tell so much.
  const isWideText = lines.filter(({ text }) => isWide(text.slice(-1))).length * 2 > lines.length;
  const isRagged = isWideText && lines.length > LINES_TO_JUDGE && full < (lines.length - 1) * FULL_AT_LEAST;
  return {
    ...{ left, right },
    // A few lines say little: they may be a paragraph each.
    leading: down.length < STEPS_TO_JUDGE ? size * USUAL_LEADING : median(down),
    lineByLine: isRagged || right - left < COLUMN_AT_LEAST * size,
  };
}

/** Whether the second line stands below the first as lines of one paragraph do. */
export function isNear(before: Line, line: Line, { leading }: Setting): boolean {
  const most = Math.max(leading * WIDER, line.size * USUAL_LEADING);
  return line.baseline - before.baseline <= most + 0.5;
}

export function isIndented({ left, size }: Line, setting: Setting): boolean {
  const indent = left - setting.left;
  return indent > INDENT * size && indent < INDENT_AT_MOST * size;
}

export function isCentred({ left, right, size }: Line, setting: Setting): boolean {
  const [before, after] = [left - setting.left, setting.right - right];
  const isSetIn = before > CENTRED_MARGIN * size && after > CENTRED_MARGIN * size;
  return isSetIn && Math.abs(before - after) < CENTRED_SLACK * size;
}

/** Whether the next line's first word would not have found room on this one: then the line was full. */
export function hasNoRoom(before: Line, { right }: Pick<Setting, "right">, next: Line): boolean {
  return right - before.right < firstWordWidth(next) + ROOM_TO_SPARE * next.size;
}

/** A wide character with the marks that may not begin a line; else a word. */
function firstWordWidth({ text, size, left, right }: Line): number {
  if (isWide(text.slice(0, 1)))
    return size * (/^.[，。、；：！？”’）》」』】]+/u.exec(text)?.[0].length ?? 1);
  const [word = ""] = /^[A-Za-z\d][^\s\u2E80-\uFFFF]*|^./u.exec(text) ?? [];
  return (word.length * (right - left)) / Math.max(1, text.length);
}
