/** 第一章 总则, 第一节 …: the lines of laws and regulations that stand for headings, in whichever format they come. */
import type { Block } from "../../../preload/model/article.ts";
import { inlineText } from "../../../preload/model/article-text.ts";
import { compact } from "./words.ts";

const LINE = /^第[一二三四五六七八九十百零〇\d]{1,5}([编篇部章节])(?=[\s\u3000:：]|\p{Script=Han})/u;

/** From the widest to the narrowest. */
const RANKS = ["编篇部", "章", "节"] as const;

/** In characters: longer lines are sentences about a chapter. */
const LONGEST_LINE = 30;

interface ChapterLine {
  readonly index: number;
  readonly text: string;
  readonly rank: number;
}

/**
 * The blocks with their chapter lines as headings. A line alone may be quoted, and lines straight upon one another that
 * do not lead from the wider to the narrower are a table of contents: both stay paragraphs. Levels begin below `above`, with
 * the widest division that the document has.
 */
export function withChapterHeadings(blocks: readonly Block[], above = 0): readonly Block[] {
  const lines = blocks.flatMap((block, index): readonly ChapterLine[] => {
    if (!isLine(block)) return [];
    const text = inlineText(block.content);
    const rank = rankOf(text);
    return rank < 0 ? [] : [{ index, text: compact(text), rank }];
  });
  const standing = runsOf(lines)
    .filter((run) => run.every(({ rank }, place) => place === 0 || rank > (run[place - 1]?.rank ?? -1)))
    .flat()
    .filter(({ index }) => index < blocks.length - 1);
  if (standing.length < 2) return blocks;
  const ranks = [...new Set(standing.map(({ rank }) => rank))].sort((one, other) => one - other);
  const levels = new Map(standing.map(({ index, rank }) => [index, ranks.indexOf(rank) + 1]));
  return blocks.map((block, index) => {
    const level = levels.get(index);
    return level === undefined || !isLine(block)
      ? block
      : { type: "heading", level: level + above, content: block.content };
  });
}

/**
 * Lines straight upon one another: 第一章 and its 第一节 are headings, 第一章, 第二章 a table of contents. Where that ends in
 * its first line once more, the text begins.
 */
function runsOf(lines: readonly ChapterLine[]): readonly (readonly ChapterLine[])[] {
  const runs: ChapterLine[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    const isBegun = run?.[0]?.text === line.text;
    if (run !== undefined && !isBegun && run.at(-1)?.index === line.index - 1) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

/** Whether a line is a chapter's or section's by its form. */
export function isChapterLine(text: string): boolean {
  return rankOf(text) >= 0;
}

function isLine(block: Block): block is Block & { readonly type: "paragraph" | "heading" } {
  return block.type === "paragraph" || block.type === "heading";
}

function rankOf(text: string): number {
  const line = text.trim();
  if (line.length > LONGEST_LINE || /[。；;：:，,、！!？?…]$/u.test(line) || line.includes("\n")) return -1;
  const division = LINE.exec(line)?.[1];
  return division === undefined ? -1 : RANKS.findIndex((names) => names.includes(division));
}
