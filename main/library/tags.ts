/** Words people put on articles. */
import type { Database } from "better-sqlite3";
import { statement } from "../statement.ts";
import { requireArticles } from "./articles.ts";

export function tag(
  db: Database,
  change: {
    readonly ids: readonly number[];
    readonly add: readonly string[];
    readonly remove: readonly string[];
  },
): void {
  const ids = JSON.stringify(change.ids);
  db.transaction(() => {
    requireArticles(db, change.ids);
    statement<unknown[]>(
      db,
      `DELETE FROM article_tags WHERE article_id IN (SELECT value FROM json_each(?))
         AND tag IN (SELECT value FROM json_each(?))`,
    ).run(ids, JSON.stringify(change.remove));
    statement<unknown[]>(
      db,
      `INSERT OR IGNORE INTO article_tags (article_id, tag)
       SELECT article.value, tag.value FROM json_each(?) AS article, json_each(?) AS tag`,
    ).run(ids, JSON.stringify(change.add));
  })();
}

export function tagsOf(db: Database, id: number): readonly string[] {
  return statement<[number], string>(db, "SELECT tag FROM article_tags WHERE article_id = ? ORDER BY tag")
    .pluck()
    .all(id);
}
