/**
 * An article on its way to the window, its blocks as one JSON text. Between threads and processes objects are copied one
 * by one, again and again; a text is copied at once, and a long article has tens of thousands of objects.
 */
import type { Article } from "./article.ts";

export type ArticleBlocks = Pick<Article, "lead" | "body">;

export interface PackedArticle extends Omit<Article, keyof ArticleBlocks> {
  /** What `packBlocks` made. */
  readonly blocks: string;
}

export function packBlocks({ lead, body }: ArticleBlocks): string {
  return JSON.stringify({ lead, body });
}

/** Of a text that whoever packed it has checked. */
export function unpackBlocks(packed: string): ArticleBlocks {
  return JSON.parse(packed) as ArticleBlocks;
}
