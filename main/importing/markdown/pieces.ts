/**
 * Very long texts are parsed piece by piece: the parser keeps kilobytes for each line, and in one paragraph its time grows
 * with the square of the signs in it. A piece ends where a block does, or between two items of a list or two lines of
 * a paragraph, which are put together again.
 */
import type { Block, Inline } from "../../../preload/model/article.ts";
import { inlineText } from "../../../preload/model/article-text.ts";
import { HAN } from "../inlines.ts";

/** Shorter texts are parsed whole. */
const LINES_WHOLE = 4000;

/** Lines after which a piece may end, and after which it ends within a paragraph. */
const LINES_PIECE = 2000;
const LINES_PARAGRAPH = 2500;

/** Repeating more definitions for each piece would cost more than it saves. */
const MOST_DEFINITIONS = 200;

const DEFINITION = /^ {0,3}\[(?!\^)[^\]]{1,200}\]:[ \t]*\S/;
const FOOTNOTE = /^ {0,3}\[\^[^\]]+\]:/m;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const ITEM = /^(?:([-*+])|\d{1,9}([.)]))[ \t]+\S/;
const PARAGRAPH_LINE = /^(?!\d{1,9}[.)]\s)[\p{Letter}\p{Number}“‘《（][^|]*$/u;

/** HTML that may hold empty lines, and where it ends. */
const OPENED: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<(?:script|pre|style|textarea)\b/i, /<\/(?:script|pre|style|textarea)>/i],
];

export interface Piece {
  readonly text: string;
  /** The piece goes on with the last block of the one before. */
  readonly goesOn: boolean;
}

/** Of a text whose footnotes stand away from what they belong to, the whole. */
export function piecesOf(text: string): readonly Piece[] {
  const lines = text.split(/\r\n|\r|\n/);
  const whole = [{ text, goesOn: false }];
  if (lines.length <= LINES_WHOLE || FOOTNOTE.test(text)) return whole;
  const definitions = lines.filter((line) => DEFINITION.test(line));
  if (definitions.length > MOST_DEFINITIONS) return whole;
  return cutLines(lines).map(({ from, to, goesOn }) => ({
    text: [...lines.slice(from, to), "", ...definitions].join("\n"),
    goesOn,
  }));
}

interface Cut {
  readonly from: number;
  readonly to: number;
  readonly goesOn: boolean;
}

function cutLines(lines: readonly string[]): readonly Cut[] {
  const cuts: Cut[] = [];
  let [from, goesOn] = [0, false];
  let closing: RegExp | null = null;
  for (const [index, line] of lines.entries()) {
    const place = closing === null ? placeToCut(lines, index, index - from) : null;
    if (place !== null) {
      cuts.push({ from, to: index, goesOn });
      [from, goesOn] = [index, place === "within"];
    }
    closing = closing === null ? closingOf(line) : closing.test(line) ? null : closing;
  }
  return [...cuts, { from, to: lines.length, goesOn }];
}

/** What ends that which the line opens; null where it opens nothing, or ends it itself. */
function closingOf(line: string): RegExp | null {
  const [, fence] = FENCE.exec(line) ?? [];
  if (fence !== undefined) return new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*$`);
  const closing = OPENED.find(([opening]) => opening.test(line))?.[1];
  return closing === undefined || closing.test(line) ? null : closing;
}

function placeToCut(lines: readonly string[], index: number, length: number): "between" | "within" | null {
  if (length < LINES_PIECE) return null;
  const line = lines[index] ?? "";
  const before = lines[index - 1] ?? "";
  const marker = markerOf(line);
  if (marker !== null) {
    const item = before.trim() === "" ? (lines[index - 2] ?? "") : before;
    return markerOf(item) === marker ? "within" : null;
  }
  if (before.trim() === "") return /^[^\s<[]/.test(line) ? "between" : null;
  const isParagraph = PARAGRAPH_LINE.test(before) && PARAGRAPH_LINE.test(line);
  return length >= LINES_PARAGRAPH && isParagraph ? "within" : null;
}

function markerOf(line: string): string | null {
  const [, bullet, number] = ITEM.exec(line) ?? [];
  return bullet ?? number ?? null;
}

/** The blocks of one piece after those of the pieces before it. */
export function joined(
  before: readonly Block[],
  blocks: readonly Block[],
  goesOn: boolean,
): readonly Block[] {
  const last = before.at(-1);
  const [first, ...rest] = blocks;
  if (!goesOn || last === undefined || first === undefined) return [...before, ...blocks];
  const one = together(last, first);
  return one === null ? [...before, ...blocks] : [...before.slice(0, -1), one, ...rest];
}

function together(last: Block, first: Block): Block | null {
  if (last.type === "list" && first.type === "list") {
    return { ...last, items: [...last.items, ...first.items] };
  }
  if (last.type !== "paragraph" || first.type !== "paragraph") return null;
  const [end, start] = [inlineText(last.content).slice(-1), inlineText(first.content).slice(0, 1)];
  const space: readonly Inline[] = HAN.test(end) && HAN.test(start) ? [] : [{ type: "text", text: " " }];
  return { ...last, content: [...last.content, ...space, ...first.content] };
}
