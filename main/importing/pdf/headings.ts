/** Paragraphs → blocks: what is a heading, and of which level, by size, weight, number and the file's own outline. */
import type { Block } from "../../../preload/model/article.ts";
import { endsSentence, outlineLevel } from "../newspaper-page/shape.ts";
import { inlinesOf } from "./lines.ts";
import type { Flow, Paragraph } from "./paragraphs.ts";
import { LEADER_TO_PAGE } from "./paragraphs.ts";

/** The level of each title in the file's outline, from 1; without white space. */
export type Outline = ReadonlyMap<string, number>;

/** Of the body's size. */
const LARGER = 1.1;
/** In characters and lines. */
const HEADING_AT_MOST = 60;
const NUMBERED_AT_MOST = 40;
const BOLD_AT_MOST = 40;
const LINES_AT_MOST = 3;
/** Sizes nearer than this are one size. */
const SAME_SIZE = 0.6;
const DEEPEST = 6;

export function squeezed(text: string): string {
  return text.replace(/\s/g, "");
}

export function toBlocks(flow: Flow<Block>, bodySize: number, outline: Outline): readonly Block[] {
  const sizes = headingSizes(flow, bodySize);
  return flow.flatMap((item, index): readonly Block[] => {
    if (item.kind === "thing") {
      const content = item.marks.map((page) => ({ type: "page-mark" as const, page }));
      return content.length === 0 ? [item.value] : [{ type: "paragraph", content }, item.value];
    }
    const level = headingLevel(item, paragraphAfter(flow, index), { bodySize, sizes, outline });
    const content = inlinesOf(item.pieces, level !== null);
    return [level === null ? { type: "paragraph", content } : { type: "heading", level, content }];
  });
}

function paragraphAfter<Value>(flow: Flow<Value>, index: number): Paragraph | null {
  for (let at = index + 1; at < flow.length; at++) {
    const item = flow[at];
    if (item?.kind === "paragraph") return item;
  }
  return null;
}

interface Measures {
  readonly bodySize: number;
  /** From the largest. */
  readonly sizes: readonly number[];
  readonly outline: Outline;
}

function headingSizes<Value>(flow: Flow<Value>, bodySize: number): readonly number[] {
  const sizes: number[] = [];
  const large = flow.flatMap((item) =>
    item.kind === "paragraph" && canBeHeading(item) && item.size > bodySize * LARGER ? [item.size] : [],
  );
  for (const size of large.sort((one, other) => other - one)) {
    if ((sizes.at(-1) ?? Number.POSITIVE_INFINITY) - size > SAME_SIZE) sizes.push(size);
  }
  return sizes;
}

function headingLevel(
  paragraph: Paragraph,
  next: Paragraph | null,
  { bodySize, sizes, outline }: Measures,
): number | null {
  if (!canBeHeading(paragraph)) return null;
  const { text, size, bold, lines } = paragraph;
  const stated = outline.get(squeezed(text));
  if (stated !== undefined) return Math.min(stated, DEEPEST);
  const numbered = numberLevel(text);
  const isLarge = size > bodySize * LARGER;
  const hasText = next !== null && next.size <= size + SAME_SIZE;
  if (numbered !== null && text.length <= NUMBERED_AT_MOST && hasText) {
    // `1.` and `（1）` number items of a list at least as often as headings.
    if (numbered <= 2 || bold || isLarge) return numbered;
  }
  if (isLarge) return Math.min(1 + sizes.findIndex((other) => other - size <= SAME_SIZE), DEEPEST);
  const standsOut = bold && next !== null && !next.bold && lines <= 2 && text.length <= BOLD_AT_MOST;
  return standsOut && /[\p{L}]/u.test(text) && size >= bodySize * 0.9
    ? Math.min(sizes.length + 1, DEEPEST)
    : null;
}

/** 一、（一）1.（1）: the four levels of official documents. */
function numberLevel(text: string): number | null {
  if (/^[（(]\d{1,2}[）)]/u.test(text)) return 4;
  return outlineLevel(text);
}

function canBeHeading({ text, lines }: Paragraph): boolean {
  if (text.length > HEADING_AT_MOST || lines > LINES_AT_MOST || !/[\p{L}\p{N}]/u.test(text)) return false;
  // A table's name stands above it, in letters of any kind.
  if (/^(?:续?表|图)\s*[\dA-Z一二三四五六七八九十]/u.test(text)) return false;
  if (LEADER_TO_PAGE.test(text)) return false;
  if (/^[●○■□◆◇•·▪➢❖✓*-]/u.test(text)) return false;
  return !/[。；，、：:;,]$/u.test(text) && (!endsSentence(text) || /[？！?!]$/u.test(text));
}
