/** Which stretches of the canonical text are more than running text, so that a search can weigh and name its hits. */
import { z } from "zod";
import type { Block, ImportedArticle } from "./article.ts";
import type { ArticleText } from "./article-text.ts";

/** `headline`: kicker, subtitle and byline. `level`: of a heading, else 0. Start and end in the canonical text. */
export type OutlinePiece = readonly [kind: OutlineKind, start: number, end: number, level: number];

export type OutlineKind = "title" | "headline" | "lead" | "heading" | "caption";

export const outlineSchema: z.ZodType<readonly OutlinePiece[]> = z.array(
  z.tuple([z.enum(["title", "headline", "lead", "heading", "caption"]), z.int(), z.int(), z.int()]),
);

/** In the order of the text, apart from one another; what has no text has no piece. */
export function outlineOf(
  article: ImportedArticle,
  { fields, blocks }: ArticleText,
): readonly OutlinePiece[] {
  const pieces: OutlinePiece[] = [];
  for (const name of ["kicker", "title", "subtitle", "byline"] as const) {
    const span = fields.get(name);
    if (span) pieces.push([name === "title" ? "title" : "headline", span.start, span.end, 0]);
  }
  const add = (kind: OutlineKind, block: Block, level = 0) => {
    const { start, end } = blocks.get(block) ?? { start: 0, end: 0 };
    if (end > start) pieces.push([kind, start, end, level]);
  };
  for (const block of article.lead) add("lead", block);
  const walk = (inner: readonly Block[]) => {
    for (const block of inner) {
      if (block.type === "heading") add("heading", block, block.level);
      else if (block.type === "figure") add("caption", block);
      else for (const blocksWithin of innerBlocks(block)) walk(blocksWithin);
    }
  };
  walk(article.body);
  return pieces.sort(([, one], [, other]) => one - other);
}

function innerBlocks(block: Block): readonly (readonly Block[])[] {
  if (block.type === "list") return block.items;
  if (block.type === "quote" || block.type === "footnote") return [block.blocks];
  return block.type === "table" ? block.rows.flat().map((cell) => cell.blocks) : [];
}
