/**
 * An article on its way between processes and threads, its blocks as one JSON text. Objects are copied there one by one,
 * again and again; a text is copied at once, and a long article has tens of thousands of objects.
 */
import type { Article, ImportedArticle } from "./article.ts";
import { articleBlocksSchema } from "./article.ts";

export type ArticleBlocks = Pick<Article, "lead" | "body">;

type Packed<Unpacked extends ArticleBlocks> = Omit<Unpacked, keyof ArticleBlocks> & {
  /** What `packBlocks` made. */
  readonly blocks: string;
};

/** From the library to the window. */
export type PackedArticle = Packed<Article>;

/** From the reader process to the library. */
export type PackedImport = Packed<ImportedArticle>;

export function packBlocks({ lead, body }: ArticleBlocks): string {
  return JSON.stringify({ lead, body });
}

/** Of a text that whoever packed it has checked. */
export function unpackBlocks(packed: string): ArticleBlocks {
  return JSON.parse(packed) as ArticleBlocks;
}

export function packImport({ lead, body, ...fields }: ImportedArticle): PackedImport {
  return { ...fields, blocks: packBlocks({ lead, body }) };
}

/** Of a text that a process which reads hostile files has packed: throws where it says no blocks. */
export function unpackImport({ blocks, ...fields }: PackedImport): ImportedArticle {
  return { ...fields, ...articleBlocksSchema.parse(JSON.parse(blocks)) };
}
