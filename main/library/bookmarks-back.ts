/** Bookmarks of an article whose text is again what it was before an import: they stand again exactly where they stood. */
import type { Database } from "better-sqlite3";
import { z } from "zod";
import { statement } from "../statement.ts";
import { updatePlace } from "./bookmark-rows.ts";
import { readText } from "./contents.ts";

export const placedBookmarkSchema = z.object({
  id: z.int(),
  start: z.int(),
  end: z.int(),
  markedStart: z.int(),
  state: z.enum(["kept", "moved", "changed", "lost"]),
  quote: z.string(),
  standing: z.string().nullable(),
  prefix: z.string(),
  suffix: z.string(),
});

/**
 * From wherever the import has taken them. Those that a person has set on another passage since, and those whose text is
 * not there, are left where following the text has put them.
 */
export function placeBookmarksAgain(
  db: Database,
  article: number,
  placed: readonly z.infer<typeof placedBookmarkSchema>[],
): void {
  if (placed.length === 0) return;
  const text = readText(db, article);
  const revision =
    statement<[number], number>(db, "SELECT revision FROM articles WHERE id = ?").pluck().get(article) ?? 0;
  for (const { id, start, end, markedStart, state, quote, standing, prefix, suffix } of placed) {
    const now = statement<[number], { quote: string; markedStart: number }>(
      db,
      "SELECT quote, marked_start AS markedStart FROM bookmarks WHERE id = ?",
    ).get(id);
    if (now?.quote !== quote || now.markedStart !== markedStart) continue;
    const stood = standing ?? quote;
    const isThere = text.startsWith(prefix + stood + suffix, start - prefix.length);
    if (state !== "lost" && !isThere) continue;
    statement<[number, number]>(db, "UPDATE bookmarks SET article_id = ? WHERE id = ?").run(article, id);
    updatePlace(db, { id, quote, state, anchor: { revision, start, end, quote: stood, prefix, suffix } });
  }
}
