/** The blocks and the canonical text of each article, apart from what lists read. */
import type { Database } from "better-sqlite3";
import { z } from "zod";
import type { ResolverOf } from "../../preload/model/anchor.ts";
import { resolver, resolverAfterEdit } from "../../preload/model/anchor.ts";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { articleBlocksSchema, officialDocumentSchema } from "../../preload/model/article.ts";
import type { ArticleText } from "../../preload/model/article-text.ts";
import { outlineOf } from "../../preload/model/outline.ts";
import { packBlocks } from "../../preload/model/packed-article.ts";
import { statement } from "../statement.ts";
import { followText } from "./bookmarks-follow.ts";
import { writeDoubts } from "./doubts.ts";
import { followPrintPieces } from "./print-list-follow.ts";

/** Enough to find where the beginning ends, without a look into what follows. */
const unreadBlocksSchema = z.object({ lead: z.array(z.unknown()), body: z.array(z.unknown()) });

export type Contents = Pick<ImportedArticle, "lead" | "body" | "official">;

/**
 * Stores the contents and the text that was made from them, over what was there. Bookmarks and pieces of print lists
 * follow into a text that is another, whose revision has been counted already.
 */
export function writeContents(
  db: Database,
  id: number,
  article: ImportedArticle,
  text: ArticleText,
  resolverOf: ResolverOf = resolver,
): void {
  followText(db, id, text.text, resolverOf);
  followPrintPieces(db, id, article, text, resolverOf);
  statement<unknown[]>(
    db,
    "INSERT OR REPLACE INTO article_contents (article_id, official, text, outline, blocks) VALUES (?, ?, ?, ?, ?)",
  ).run(id, JSON.stringify(article.official), text.text, packedOutline(article, text), packBlocks(article));
  writeDoubts(db, id, article);
}

/** For an edit that leaves the blocks as they are; its revision has been counted already. */
export function writeText(db: Database, id: number, article: ImportedArticle, text: ArticleText): void {
  followText(db, id, text.text, resolverAfterEdit);
  followPrintPieces(db, id, article, text, resolverAfterEdit);
  statement<unknown[]>(db, "UPDATE article_contents SET text = ?, outline = ? WHERE article_id = ?").run(
    ...[text.text, packedOutline(article, text), id],
  );
  writeDoubts(db, id, article);
}

function packedOutline(article: ImportedArticle, text: ArticleText): string {
  return JSON.stringify(outlineOf(article, text));
}

/** `packed`: the same blocks as the text they are stored as, as `unpackBlocks` takes it. */
export function readContents(db: Database, id: number): Contents & { readonly packed: string } {
  const row = readRow(db, id);
  return {
    ...articleBlocksSchema.parse(JSON.parse(row.blocks)),
    official: officialDocumentSchema.nullable().parse(JSON.parse(row.official)),
    packed: row.blocks,
  };
}

/** The lead and the first `count` blocks of the body. */
export function readBeginningOfContents(db: Database, id: number, count: number): Contents {
  const row = readRow(db, id);
  const { lead, body } = unreadBlocksSchema.parse(JSON.parse(row.blocks));
  return {
    ...articleBlocksSchema.parse({ lead, body: body.slice(0, count) }),
    official: officialDocumentSchema.nullable().parse(JSON.parse(row.official)),
  };
}

function readRow(db: Database, id: number): { readonly official: string; readonly blocks: string } {
  const row = statement<[number], { official: string; blocks: string }>(
    db,
    "SELECT official, blocks FROM article_contents WHERE article_id = ?",
  ).get(id);
  if (!row) throw new Error(`article ${id} has no contents`);
  return row;
}

export function readText(db: Database, id: number): string {
  const text = statement<[number], string>(db, "SELECT text FROM article_contents WHERE article_id = ?")
    .pluck()
    .get(id);
  if (text === undefined) throw new Error(`article ${id} has no contents`);
  return text;
}
