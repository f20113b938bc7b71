/** The print list (打印清单), and lists of its kind saved by name. */
import type { Database } from "better-sqlite3";

/**
 * The list without a name is the one at hand; what was last taken off it waits in `removed`. A piece whose span is null is
 * a whole article. `title` and `source` are the article's as they were when the piece was chosen, for when it is gone;
 * `quote` is what was chosen and `standing` what stands there now, null where it is the same. Long texts stand last, so
 * that listing does not read them.
 */
export function printList(db: Database): void {
  db.exec(`
CREATE TABLE print_lists (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE
) STRICT;
INSERT INTO print_lists (id, name) VALUES (1, NULL);

CREATE TABLE print_pieces (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  list_id INTEGER NOT NULL REFERENCES print_lists ON DELETE CASCADE,
  place INTEGER NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0,
  article_id INTEGER REFERENCES articles ON DELETE SET NULL,
  kind TEXT NOT NULL CHECK (kind IN ('article', 'section', 'passage')),
  revision INTEGER NOT NULL,
  start INTEGER,
  "end" INTEGER,
  chosen_start INTEGER,
  state TEXT NOT NULL CHECK (state IN ('kept', 'moved', 'changed', 'lost')),
  characters INTEGER NOT NULL,
  title TEXT NOT NULL,
  source TEXT NOT NULL,
  path TEXT NOT NULL,
  excerpt TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  quote TEXT NOT NULL,
  standing TEXT
) STRICT;
CREATE INDEX print_pieces_by_list ON print_pieces (list_id, removed, place);
CREATE INDEX print_pieces_by_article ON print_pieces (article_id);
`);
}
