/** The titles and bookmarks for quick find, in blocks with a stamp each, so that after a change only what differs is fetched. */
import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import type { QuickFindBlock, QuickFindKind } from "../../preload/model/quick-find.ts";
import type { Sliced } from "../sliced.ts";
import { statement } from "../statement.ts";

/** Ids a block: some 50 KB of titles, which neither main nor the window notices passing. */
const BLOCK = 512;

/** Characters of a passage and of a note: what a person types of one stands in its beginning. */
const LONGEST_QUOTE = 120;
const LONGEST_NOTE = 300;

/**
 * SQLite writes the JSON itself: no row becomes an object anywhere on its way. NOT INDEXED keeps it to the ids, for
 * the index on the trash would walk the whole library for each block, in another order.
 */
const entriesOfBlock: Readonly<Record<QuickFindKind, string>> = {
  articles: `
    SELECT json_group_array(json_array(id, title, kicker, publication, issued_on))
    FROM articles NOT INDEXED WHERE id >= ? AND id < ? AND trashed_at IS NULL`,
  bookmarks: `
    SELECT json_group_array(json_array(bookmarks.id, article_id, start,
        substr(coalesce(standing, quote), 1, ${LONGEST_QUOTE}), substr(note, 1, ${LONGEST_NOTE}),
        json((SELECT json_group_array(tag ORDER BY tag) FROM bookmark_tags WHERE bookmark_id = bookmarks.id)),
        title, issued_on))
    FROM bookmarks NOT INDEXED CROSS JOIN articles ON articles.id = article_id
    WHERE bookmarks.id >= ? AND bookmarks.id < ? AND trashed_at IS NULL`,
};

const highestId: Readonly<Record<QuickFindKind, string>> = {
  articles: "SELECT max(id) FROM articles",
  bookmarks: "SELECT max(id) FROM bookmarks",
};

/** The stamps of all blocks of a kind, by block number. */
export function* quickFindStamps(db: Database, kind: QuickFindKind): Sliced<readonly string[]> {
  const stamps: string[] = [];
  while (stamps.length < blockCount(db, kind)) {
    stamps.push(quickFindBlock(db, kind, stamps.length).stamp);
    yield;
  }
  return stamps;
}

/** A block beyond the last one is empty. */
export function quickFindBlock(db: Database, kind: QuickFindKind, block: number): QuickFindBlock {
  const packed =
    statement<[number, number], string>(db, entriesOfBlock[kind])
      .pluck()
      .get(block * BLOCK, (block + 1) * BLOCK) ?? "[]";
  return { stamp: createHash("sha256").update(packed).digest("base64"), packed };
}

function blockCount(db: Database, kind: QuickFindKind): number {
  const highest = statement<[], number | null>(db, highestId[kind]).pluck().get() ?? null;
  return highest === null ? 0 : Math.floor(highest / BLOCK) + 1;
}
