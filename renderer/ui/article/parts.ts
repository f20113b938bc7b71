/**
 * A long body cut into parts that can be mounted one by one. Pure: no element is looked at, so heights are told in
 * lines and the page's own line height makes pixels of them.
 */
import type { Block } from "../../../preload/model/article.ts";
import type { ArticleText, Span } from "../../../preload/model/article-text.ts";

export interface Part extends Span {
  readonly index: number;
  readonly blocks: readonly Block[];
  /** About how many lines of body text the part is high, while nobody has laid it out. */
  readonly lines: number;
}

/** Two to three screens: one part shows at once, and mounting one costs a few milliseconds. */
const PART_CHARACTERS = 3000;
/** Bounds a part of many blocks with little text, such as pictures. */
const PART_BLOCKS = 60;

/** What a block takes beside its text, in lines. */
const HEADING_LINES = 2.5;
const FIGURE_LINES = 14;
const MISSING_FIGURE_LINES = 2;
const ROW_LINES = 1.4;

/** The body in parts that together hold every block once, in order. `columnWidth` is in full-width characters. */
export function partsOf(body: readonly Block[], text: ArticleText, columnWidth: number): readonly Part[] {
  const parts: Part[] = [];
  let blocks: Block[] = [];
  let lines = 0;
  let start = 0;
  let end = 0;
  for (const [index, block] of body.entries()) {
    const span = spanInBody(block, text) ?? { start: end, end };
    if (blocks.length === 0) start = span.start;
    end = Math.max(end, span.end);
    lines += linesOf(block, text, columnWidth);
    blocks.push(block);
    const full = end - start >= PART_CHARACTERS || blocks.length >= PART_BLOCKS;
    if (!full && index < body.length - 1) continue;
    parts.push({ index: parts.length, start, end, blocks, lines });
    blocks = [];
    lines = 0;
  }
  return parts;
}

/** The part an offset lies in; what stands before the body belongs to the first, what stands after to the last. */
export function partAt(parts: readonly Part[], offset: number): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const part = parts[middle];
    if (part !== undefined && part.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A footnote's text stands after the body, so it neither fills nor bounds the part it is written in. */
function spanInBody(block: Block, text: ArticleText): Span | undefined {
  return block.type === "footnote" ? undefined : text.blocks.get(block);
}

function linesOf(block: Block, text: ArticleText, columnWidth: number): number {
  const span = spanInBody(block, text);
  const textLines = span === undefined ? 0 : Math.ceil((span.end - span.start) / columnWidth);
  switch (block.type) {
    case "heading":
      return textLines + HEADING_LINES;
    case "figure":
      return textLines + (block.image === null ? MISSING_FIGURE_LINES : FIGURE_LINES);
    case "table":
      return block.rows.length * ROW_LINES;
    case "list":
      return block.items.reduce(
        (sum, item) => sum + item.reduce((each, inner) => each + linesOf(inner, text, columnWidth), 0),
        0,
      );
    case "quote":
      return block.blocks.reduce((sum, inner) => sum + linesOf(inner, text, columnWidth), 1);
    case "divider":
      return 2;
    case "footnote":
      return 0;
    case "paragraph":
    case "preformatted":
      return textLines;
  }
}
