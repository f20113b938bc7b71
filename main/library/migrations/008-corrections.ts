/** Corrections by hand (校对): what the file says below them, their steps, and articles that were put into others. */
import type { Database } from "better-sqlite3";

/**
 * `imported`: an article's blocks as its file says, which stand nowhere else once they were corrected. A step may touch
 * several articles; `patch` tells what it did to each, both ways. Steps that were undone wait to be done again.
 */
export function corrections(db: Database): void {
  db.exec(`
CREATE TABLE article_corrections (
  article_id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  imported TEXT NOT NULL,
  conflicts TEXT NOT NULL
) STRICT;

CREATE TABLE correction_steps (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE correction_patches (
  step_id INTEGER NOT NULL REFERENCES correction_steps ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  patch TEXT NOT NULL,
  PRIMARY KEY (step_id, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_patches_by_article ON correction_patches (article_id);

CREATE TABLE joined_articles (
  article_id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  into_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE
) STRICT;
CREATE INDEX joined_articles_by_target ON joined_articles (into_id);
`);
}
