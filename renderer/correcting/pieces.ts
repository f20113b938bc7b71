/** What of a block can be edited, and how a block is named. */
import type { Block, Inline, Mark } from "../../preload/model/article.ts";
import { type ArticleText, inlineText, type Span } from "../../preload/model/article-text.ts";
import type { BlockPlace } from "../../preload/model/correction.ts";
import type { MessageCode } from "../../preload/model/messages.ts";

/** One piece of text within a block: the block's own, or a cell's, an item's. */
export interface Piece {
  readonly span: Span;
  readonly text: string;
  /** The same text in its runs, where some of it is marked. */
  readonly runs?: readonly Run[];
  /** Of a table: which of its rows it stands in, and which cell of that, from 0. */
  readonly cell?: { readonly line: number; readonly column: number };
  /** Of a list: how deep it lies, from 0, and the sign of its item where it is the first of that. */
  readonly item?: { readonly depth: number; readonly sign: string };
}

/** Text that bears the same marks throughout. */
export interface Run {
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface Row {
  readonly at: BlockPlace;
  /** Where it stands: another row bears it once blocks come or go above. */
  readonly key: string;
  readonly block: Block;
  readonly pieces: readonly Piece[];
}

export function rowsOf(lead: readonly Block[], body: readonly Block[], text: ArticleText): readonly Row[] {
  const rows = (part: BlockPlace["part"], blocks: readonly Block[]) =>
    blocks.map((block, index) => ({
      ...{ at: { part, index }, key: `${part}-${index}`, block },
      pieces: piecesOf(block, text),
    }));
  return [...rows("lead", lead), ...rows("body", body)];
}

function piecesOf(block: Block, text: ArticleText): readonly Piece[] {
  switch (block.type) {
    case "heading":
    case "paragraph":
    case "preformatted":
    case "figure": {
      const span = text.blocks.get(block);
      if (span === undefined || span.start === span.end) return [];
      const runs = runsOf(block.type === "figure" ? block.caption : block.content);
      const isMarked = runs.some(({ marks }) => marks.length > 0);
      return [{ span, text: text.text.slice(span.start, span.end), ...(isMarked ? { runs } : {}) }];
    }
    case "list":
      return block.items.flatMap((item, index) =>
        inItem(
          item.flatMap((each) => piecesOf(each, text)),
          block.ordered ? `${block.start + index}.` : "•",
        ),
      );
    case "table":
      return block.rows.flatMap((cells, line) =>
        cells.flatMap((cell, column) => {
          const pieces = cell.blocks.flatMap((each) => piecesOf(each, text));
          return pieces.map((piece) => ({ ...piece, cell: { line, column } }));
        }),
      );
    case "quote":
    case "footnote":
      return block.blocks.flatMap((each) => piecesOf(each, text));
    case "divider":
      return [];
  }
}

/** Pieces of a list within the item have signs of their own. */
function inItem(pieces: readonly Piece[], sign: string): readonly Piece[] {
  return pieces.map((piece, index) => ({
    ...piece,
    item:
      piece.item === undefined
        ? { depth: 0, sign: index === 0 ? sign : "" }
        : { ...piece.item, depth: piece.item.depth + 1 },
  }));
}

function runsOf(content: readonly Inline[]): readonly Run[] {
  return content.flatMap((inline) => {
    if (inline.type === "link") return runsOf(inline.content);
    const text = inlineText([inline]);
    return text === "" ? [] : [{ text, marks: inline.type === "text" ? (inline.marks ?? []) : [] }];
  });
}

/** Whether it is one piece of text, which can be made something else. */
export function isOneText({ block, pieces }: Row): boolean {
  return isText(block) || (block.type === "figure" && pieces.length > 0);
}

export function isText(block: Block): boolean {
  return block.type === "heading" || block.type === "paragraph" || block.type === "preformatted";
}

export type PlainName = Extract<
  MessageCode,
  `correcting.${Exclude<Block["type"], "heading" | "figure"> | "caption" | "picture" | "missing" | "lead"}`
>;

/** A heading is named with its level. */
export function nameOf({ at, block, pieces }: Row): PlainName | { readonly level: number } {
  if (block.type === "heading") return { level: block.level };
  if (block.type === "figure")
    return pieces.length > 0
      ? "correcting.caption"
      : block.image === null
        ? "correcting.missing"
        : "correcting.picture";
  if (at.part === "lead" && block.type === "paragraph") return "correcting.lead";
  return `correcting.${block.type}`;
}

/**
 * The piece that was being edited when its row bore the key: an import may have moved it meanwhile, so that the key is now
 * another's. The nearest that still says what it said; undefined where none does.
 */
export function pieceEdited(
  rows: readonly Row[],
  key: string,
  index: number,
  was: string,
): Piece | undefined {
  const place = rows.findIndex((row) => row.key === key);
  const standing = rows[place]?.pieces[index];
  if (standing?.text === was) return standing;
  const nearestFirst = rows
    .map((row, at) => ({ piece: row.pieces[index], far: Math.abs(at - place) }))
    .toSorted((one, other) => one.far - other.far);
  return nearestFirst.find(({ piece }) => piece?.text === was)?.piece;
}

/** What is different between two texts: the smallest span of whole characters of the first, and what stands there in the second. */
export function changeBetween(
  before: string,
  after: string,
): { start: number; end: number; text: string } | null {
  if (before === after) return null;
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  if (isWithinCharacter(before, start) || isWithinCharacter(after, start)) start--;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  if (isWithinCharacter(before, before.length - end) || isWithinCharacter(after, after.length - end)) end--;
  return { start, end: before.length - end, text: after.slice(start, after.length - end) };
}

/** Between the halves of a surrogate pair (𠮷). */
function isWithinCharacter(text: string, at: number): boolean {
  const [before, behind] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return before >= 0xd800 && before <= 0xdbff && behind >= 0xdc00 && behind <= 0xdfff;
}
