/** Imports file by file, what each of them changed, and what in their articles is doubtful. */
import type { Database } from "better-sqlite3";
import { z } from "zod";

/**
 * `import_files`: one row a file, in the order of the import. `found` is JSON: the folders and the list it was found by.
 * `result` is the report of this file alone, null while it waits. `import_changes` keeps, for the newest imports, how an
 * article was before an import changed it: `before` is null for one that is new; `sha256` and the pictures hold on to
 * bytes that no article needs any more. `article_doubts` has the articles in which something looks doubtful; `checked`
 * are the keys of the doubts that a person has settled.
 */
export function importBatches(db: Database): void {
  db.exec(`
ALTER TABLE imports ADD COLUMN finished INTEGER NOT NULL DEFAULT 0;
ALTER TABLE imports ADD COLUMN details TEXT;
ALTER TABLE imports ADD COLUMN undo TEXT NOT NULL DEFAULT 'no' CHECK (undo IN ('no', 'begun', 'done'));
ALTER TABLE import_files RENAME TO old_import_files;
DROP INDEX import_files_by_job;

CREATE TABLE import_files (
  job TEXT NOT NULL REFERENCES imports ON DELETE CASCADE,
  place INTEGER NOT NULL,
  file TEXT NOT NULL,
  path TEXT NOT NULL,
  found TEXT,
  state TEXT NOT NULL,
  result TEXT,
  PRIMARY KEY (job, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_files_by_state ON import_files (job, state, place);

CREATE TABLE import_changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job TEXT NOT NULL REFERENCES imports ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  sha256 TEXT,
  joined TEXT NOT NULL DEFAULT '[]',
  before TEXT,
  blocks TEXT,
  UNIQUE (job, article_id)
) STRICT;
CREATE INDEX import_changes_created ON import_changes (job) WHERE before IS NULL;
CREATE INDEX import_changes_by_article ON import_changes (article_id);
CREATE INDEX import_changes_by_original ON import_changes (sha256) WHERE sha256 IS NOT NULL;

CREATE TABLE import_change_pictures (
  change_id INTEGER NOT NULL REFERENCES import_changes ON DELETE CASCADE,
  sha256 TEXT NOT NULL REFERENCES pictures,
  PRIMARY KEY (change_id, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_change_pictures_by_picture ON import_change_pictures (sha256);

CREATE TABLE import_collections (
  job TEXT NOT NULL REFERENCES imports ON DELETE CASCADE,
  collection_id INTEGER NOT NULL REFERENCES collections ON DELETE CASCADE,
  PRIMARY KEY (job, collection_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_doubts (
  article_id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  doubts TEXT NOT NULL,
  checked TEXT NOT NULL DEFAULT '[]'
) STRICT;
`);
  partReports(db);
  db.exec("DROP TABLE old_import_files; ALTER TABLE imports DROP COLUMN report;");
}

const filed = z.looseObject({ file: z.string() });
const reportSchema = z.object({
  imported: z.array(filed),
  updated: z.array(filed),
  unchanged: z.array(filed),
  failed: z.array(filed),
  warnings: z.array(filed),
});
const kinds = ["failed", "imported", "updated", "unchanged", "warnings"] as const;

/** What was one report for a whole import becomes one for each file. */
function partReports(db: Database): void {
  const insert = db.prepare(
    "INSERT INTO import_files (job, place, file, path, state, result) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const imports = z
    .array(z.object({ job: z.string(), report: z.string().nullable() }))
    .parse(db.prepare("SELECT job, report FROM imports").all());
  for (const { job, report } of imports) {
    const parts = report === null ? partsOf(db, job) : [reportSchema.parse(JSON.parse(report))];
    const files = new Map<string, Record<(typeof kinds)[number], unknown[]>>();
    for (const kind of kinds) {
      for (const row of parts.flatMap((part) => part[kind])) {
        const own = files.get(row.file) ?? {
          ...{ imported: [], updated: [], unchanged: [] },
          ...{ failed: [], warnings: [] },
        };
        own[kind].push(row);
        files.set(row.file, own);
      }
    }
    for (const [place, [file, own]] of [...files].entries()) {
      const state = (["imported", "updated", "unchanged", "failed"] as const).find(
        (kind) => own[kind].length > 0,
      );
      insert.run(job, place, file, file, state ?? "noted", JSON.stringify(own));
    }
    if (report !== null) db.prepare("UPDATE imports SET finished = 1 WHERE job = ?").run(job);
  }
}

function partsOf(db: Database, job: string) {
  const rows = db.prepare("SELECT rows FROM old_import_files WHERE job = ? ORDER BY id").pluck().all(job);
  return z
    .array(z.string())
    .parse(rows)
    .map((text) => reportSchema.parse(JSON.parse(text)));
}
