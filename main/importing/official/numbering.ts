/** The numbering of official documents: 一、 （一） 1. （1） stand for headings of the first to fourth level. */
import type { Block, Inline } from "../../../preload/model/article.ts";
import { inlineText } from "../../../preload/model/article-text.ts";
import { isNumberedName, namesAttachments } from "./attachments.ts";
import { halfWidthDigits } from "./words.ts";

const LEVELS = [
  /^[一二三四五六七八九十]{1,3}、/u,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/u,
  /^\d{1,2}[.．、](?!\d(?!\d{3}年))/u,
  /^[（(]\d{1,2}[）)]/u,
] as const;

/** In characters: longer lines are paragraphs that begin with a number. */
const HEADING_AT_MOST = 40;

/** The document model's. */
const DEEPEST = 6;

interface Numbered {
  readonly index: number;
  /** 1 to 4. */
  readonly level: number;
  /** Short, and no sentence: it can stand as a heading. */
  readonly short: boolean;
}

/**
 * The blocks with their numbered lines as headings where they stand as such: with text of their own below. Where one of
 * several follows straight on the other they are the items of a list, and none of them is a heading. `above`: levels of
 * headings that stand above the numbered ones, such as chapters.
 */
export function withNumberedHeadings(blocks: readonly Block[], above = 0): readonly Block[] {
  // 附件：1.甲 and below it 2.乙 name the attachments.
  let isListing = false;
  const numbered = blocks.flatMap((block, index): readonly Numbered[] => {
    const line = lineOf(block);
    if (line === null) return [];
    const text = halfWidthDigits(inlineText(line).trim());
    isListing = namesAttachments(text) || (isListing && isNumberedName(text));
    if (isListing) return [];
    const level = LEVELS.findIndex((pattern) => pattern.test(text)) + 1;
    return level === 0 ? [] : [{ index, level, short: isShort(text) }];
  });
  const headings = new Map<number, number>();
  for (const group of siblings(numbered)) {
    const bare = group.some((line, place) => line.short && group[place + 1]?.index === line.index + 1);
    for (const { index, level, short } of group) {
      const isLast = index === blocks.length - 1;
      if (short && !bare && !isLast) headings.set(index, Math.min(level + above, DEEPEST));
    }
  }
  return blocks.map((block, index) => {
    const level = headings.get(index);
    const content = lineOf(block);
    return level === undefined || content === null ? block : { type: "heading", level, content };
  });
}

/** What a block says on its line: 1. that a program counted by itself is a list of one item, with text below it. */
function lineOf(block: Block): readonly Inline[] | null {
  if (block.type === "paragraph" || block.type === "heading") return block.content;
  if (block.type !== "list" || !block.ordered || block.items.length !== 1) return null;
  const [only, ...others] = block.items[0] ?? [];
  if (only?.type !== "paragraph" || others.length > 0) return null;
  return [{ type: "text", text: `${block.start}.` }, ...only.content];
}

/** Whether a line has a number that could make it a heading. */
export function isNumbered(text: string): boolean {
  return LEVELS.some((pattern) => pattern.test(halfWidthDigits(text)));
}

function isShort(text: string): boolean {
  if (text.length > HEADING_AT_MOST || /[。；;：:，,、！!？?…]$/u.test(text) || /[。；;\n]/u.test(text))
    return false;
  // A title that is cut within its marks goes on elsewhere.
  return text.split("《").length <= text.split("》").length;
}

/** Lines of one level between two of a higher one. */
function siblings(numbered: readonly Numbered[]): readonly (readonly Numbered[])[] {
  const groups: Numbered[][] = [];
  const open: (Numbered[] | undefined)[] = [];
  for (const line of numbered) {
    const group = open[line.level] ?? [];
    if (group.length === 0) groups.push(group);
    group.push(line);
    open[line.level] = group;
    open.length = line.level + 1;
  }
  return groups;
}
