/** The titles for quick find, in blocks with a stamp each, so that after a change only what differs is fetched. */
import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import type { QuickFindBlock } from "../../preload/model/quick-find.ts";
import type { Sliced } from "../sliced.ts";
import { statement } from "../statement.ts";

/** Ids a block: some 50 KB of text, which neither main nor the window notices passing. */
const BLOCK = 512;

/**
 * SQLite writes the JSON itself: no row becomes an object anywhere on its way. NOT INDEXED keeps it to the ids, for
 * the index on the trash would walk the whole library for each block, in another order.
 */
const articlesOfBlock = `
  SELECT json_group_array(json_array(id, title, kicker, publication, issued_on))
  FROM articles NOT INDEXED WHERE id >= ? AND id < ? AND trashed_at IS NULL`;

/** The stamps of all blocks, by block number. */
export function* quickFindStamps(db: Database): Sliced<readonly string[]> {
  const stamps: string[] = [];
  while (stamps.length < blockCount(db)) {
    stamps.push(quickFindBlock(db, stamps.length).stamp);
    yield;
  }
  return stamps;
}

/** A block beyond the last one is empty. */
export function quickFindBlock(db: Database, block: number): QuickFindBlock {
  const articles =
    statement<[number, number], string>(db, articlesOfBlock)
      .pluck()
      .get(block * BLOCK, (block + 1) * BLOCK) ?? "[]";
  return { stamp: createHash("sha256").update(articles).digest("base64"), articles };
}

function blockCount(db: Database): number {
  const highest = statement<[], number | null>(db, "SELECT max(id) FROM articles").pluck().get() ?? null;
  return highest === null ? 0 : Math.floor(highest / BLOCK) + 1;
}
