/** Bookmarks: marked passages of articles. */
import type { Database } from "better-sqlite3";

/**
 * `quote` is what was marked; `standing` what now stands between `start` and `end`, null where it is the quote itself.
 * Where a lost one last stood is kept. Deleting an article for good is the only thing that takes its bookmarks along.
 */
export function bookmarks(db: Database): void {
  db.exec(`
CREATE TABLE bookmarks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  marked_start INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('kept', 'moved', 'changed', 'lost')),
  color TEXT NOT NULL CHECK (color IN ('red', 'yellow', 'green', 'blue', 'grey')),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  quote TEXT NOT NULL,
  standing TEXT,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX bookmarks_by_article ON bookmarks (article_id, start);
CREATE INDEX bookmarks_by_time ON bookmarks (created_at);

CREATE TABLE bookmark_tags (
  bookmark_id INTEGER NOT NULL REFERENCES bookmarks ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (bookmark_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX bookmark_tags_by_tag ON bookmark_tags (tag);
`);
}
