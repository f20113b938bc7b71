/** Where reading stands in each article that was opened. */
import type { Database } from "better-sqlite3";
import { statement } from "../statement.ts";
import { requireArticles } from "./articles.ts";

/**
 * `position`: an offset in the canonical text; `through`: the part read, 0 to 1; `now`: ISO 8601, UTC.
 * The article counts as read from then on.
 */
export function keepReadingPosition(
  db: Database,
  reading: { readonly id: number; readonly position: number; readonly through: number },
  now: string,
): void {
  db.transaction(() => {
    requireArticles(db, [reading.id]);
    statement<unknown[]>(
      db,
      "INSERT OR REPLACE INTO reading_states (article_id, last_read_at, position, through) VALUES (?, ?, ?, ?)",
    ).run(reading.id, now, reading.position, reading.through);
    statement<unknown[]>(db, "UPDATE articles SET unread = 0 WHERE id = ? AND unread = 1").run(reading.id);
  })();
}

/** 0 for an article never opened. */
export function readingPosition(db: Database, id: number): number {
  const position = statement<[number], number>(db, "SELECT position FROM reading_states WHERE article_id = ?")
    .pluck()
    .get(id);
  return position ?? 0;
}
