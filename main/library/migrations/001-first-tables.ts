/** Articles, what they hold, what people did with them, imports and settings. */
import type { Database } from "better-sqlite3";

export function firstTables(db: Database): void {
  db.exec(articles);
  db.exec(articleParts);
  db.exec(originals);
  db.exec(shelves);
  db.exec(runs);
}

/**
 * What lists show, as it stands after corrections by hand; never the text itself, so that listing reads few pages.
 * `issued_on` is empty where not known. `page_key` orders by publication, then page (page-key.ts).
 */
const articles = `
CREATE TABLE articles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  issued_on TEXT NOT NULL,
  publication TEXT NOT NULL,
  page_key TEXT NOT NULL,
  place_on_page INTEGER NOT NULL,
  page TEXT NOT NULL,
  page_name TEXT NOT NULL,
  kicker TEXT NOT NULL,
  title TEXT NOT NULL,
  subtitle TEXT NOT NULL,
  byline TEXT NOT NULL,
  credits TEXT NOT NULL,
  excerpt TEXT NOT NULL,
  characters INTEGER NOT NULL,
  images INTEGER NOT NULL,
  thumbnail TEXT,
  starred INTEGER NOT NULL DEFAULT 0,
  unread INTEGER NOT NULL DEFAULT 1,
  sample INTEGER NOT NULL,
  trashed_at TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  uuid TEXT NOT NULL UNIQUE,
  language TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

-- Each holds all that its list asks, so that counting and paging never read the rows.
CREATE INDEX articles_by_issue ON articles (trashed_at, issued_on DESC, page_key, place_on_page);
CREATE INDEX articles_by_publication
  ON articles (trashed_at, publication, issued_on DESC, page_key, place_on_page);
CREATE INDEX articles_unread ON articles (trashed_at, unread, issued_on DESC, page_key, place_on_page)
  WHERE unread = 1;
CREATE INDEX articles_starred ON articles (trashed_at, starred, issued_on DESC, page_key, place_on_page)
  WHERE starred = 1;
CREATE INDEX articles_samples ON articles (trashed_at, sample) WHERE sample = 1;
`;

/** `folded_texts` served the search for a phrase until there was an index (003-search-queue.ts). */
const articleParts = `
CREATE TABLE article_contents (
  article_id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  official TEXT NOT NULL,
  text TEXT NOT NULL,
  blocks TEXT NOT NULL
) STRICT;

CREATE TABLE folded_texts (
  article_id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE article_edits (
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (article_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE reading_states (
  article_id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  last_read_at TEXT NOT NULL,
  position INTEGER NOT NULL,
  through REAL NOT NULL
) STRICT;
CREATE INDEX reading_states_by_time ON reading_states (last_read_at);
`;

/** Bytes are kept once each, under their SHA-256; they stand last in their rows, where a row can be read without them. */
const originals = `
CREATE TABLE originals (
  sha256 TEXT PRIMARY KEY,
  importer_version INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE pictures (
  sha256 TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE article_pictures (
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  sha256 TEXT NOT NULL REFERENCES pictures,
  PRIMARY KEY (article_id, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_pictures_by_picture ON article_pictures (sha256);
`;

const shelves = `
CREATE TABLE collections (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE collection_articles (
  collection_id INTEGER NOT NULL REFERENCES collections ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  PRIMARY KEY (collection_id, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX collection_articles_by_article ON collection_articles (article_id);

CREATE TABLE article_tags (
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (article_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_tags_by_tag ON article_tags (tag);

CREATE TABLE article_sources (
  article_id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  sha256 TEXT NOT NULL REFERENCES originals,
  path TEXT NOT NULL,
  name TEXT NOT NULL,
  part TEXT NOT NULL,
  importer_version INTEGER NOT NULL,
  collection_id INTEGER REFERENCES collections ON DELETE SET NULL,
  UNIQUE (sha256, part),
  UNIQUE (path, part)
) STRICT;
CREATE INDEX article_sources_by_collection ON article_sources (collection_id);
`;

/** `import_files` holds what each file came to while its import runs; a finished import has its whole report. */
const runs = `
CREATE TABLE imports (
  job TEXT PRIMARY KEY,
  started_at TEXT NOT NULL,
  imported INTEGER NOT NULL DEFAULT 0,
  updated INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  cancelled INTEGER NOT NULL DEFAULT 0,
  report TEXT
) STRICT;
CREATE INDEX imports_by_time ON imports (started_at);

CREATE TABLE import_files (
  id INTEGER PRIMARY KEY,
  job TEXT NOT NULL REFERENCES imports ON DELETE CASCADE,
  rows TEXT NOT NULL
) STRICT;
CREATE INDEX import_files_by_job ON import_files (job);

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
