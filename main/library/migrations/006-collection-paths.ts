/** Collections lie in one another by their titles: each one around another is there itself from now on. */
import type { Database } from "better-sqlite3";

/** `甲/乙/丙` gets `甲/乙` and `甲`, where they are missing. */
export function collectionPaths(db: Database): void {
  const insert = db.prepare("INSERT OR IGNORE INTO collections (title) VALUES (?)");
  const titles = db.prepare<[], string>("SELECT title FROM collections").pluck().all();
  for (const title of titles) {
    for (let end = title.indexOf("/", 1); end !== -1; end = title.indexOf("/", end + 1)) {
      insert.run(title.slice(0, end));
    }
  }
}
