/** What the places that steps name refer to: the article's blocks, its text and its conflicts, as one short name. */
import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import { FailureError } from "../../preload/model/result.ts";
import { statement } from "../statement.ts";

/** Another one as soon as a block, the text or a conflict is. Throws `no-such-article`. */
export function correctionState(db: Database, id: number): string {
  const row = statement<[number], { revision: number; blocks: string; conflicts: string }>(
    db,
    `SELECT revision, blocks, ifnull(conflicts, '[]') AS conflicts FROM articles
       JOIN article_contents ON article_contents.article_id = id
       LEFT JOIN article_corrections ON article_corrections.article_id = id WHERE id = ?`,
  ).get(id);
  if (row === undefined) throw new FailureError("no-such-article", { id });
  const { revision, blocks, conflicts } = row;
  return createHash("sha1")
    .update(JSON.stringify([revision, conflicts]))
    .update(blocks)
    .digest("hex");
}

/** The revision alone would not do: a picture that came in moves the blocks behind it, and the text stays the same. */
export function requireState(db: Database, id: number, state: string): void {
  if (correctionState(db, id) !== state) throw new FailureError("desk-changed");
}
