/** What the search index needs of the library: the outline of each text, and which articles wait to be indexed. */
import type { Database } from "better-sqlite3";
import { z } from "zod";
import { articleBlocksSchema, emptyArticle } from "../../../preload/model/article.ts";
import { articleText } from "../../../preload/model/article-text.ts";
import { outlineOf } from "../../../preload/model/outline.ts";

/**
 * Triggers note every article whose searchable text changes, so that no way of writing can forget the index: the
 * transaction that writes also indexes what was noted (main/search/index-table.ts). `later` are those of a rebuild,
 * which goes on in the background.
 */
export function searchQueue(db: Database): void {
  db.exec(`
DROP TABLE folded_texts;
ALTER TABLE article_contents ADD COLUMN outline TEXT NOT NULL DEFAULT '[]';

CREATE TABLE search_queue (
  article_id INTEGER PRIMARY KEY,
  later INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TRIGGER search_contents_inserted AFTER INSERT ON article_contents BEGIN
  INSERT OR REPLACE INTO search_queue (article_id) VALUES (new.article_id);
END;
CREATE TRIGGER search_contents_updated AFTER UPDATE ON article_contents BEGIN
  INSERT OR REPLACE INTO search_queue (article_id) VALUES (new.article_id);
END;
CREATE TRIGGER search_fields_updated AFTER UPDATE OF publication, page_name ON articles BEGIN
  INSERT OR REPLACE INTO search_queue (article_id) VALUES (new.id);
END;
CREATE TRIGGER search_article_deleted AFTER DELETE ON articles BEGIN
  INSERT OR REPLACE INTO search_queue (article_id) VALUES (old.id);
END;
`);
  writeOutlines(db);
}

const rowSchema = z.object({
  id: z.int(),
  kicker: z.string(),
  title: z.string(),
  subtitle: z.string(),
  byline: z.string(),
  credits: z.string(),
  blocks: z.string(),
});

function writeOutlines(db: Database): void {
  const write = db.prepare("UPDATE article_contents SET outline = ? WHERE article_id = ?");
  const rows = db.prepare(
    "SELECT id, kicker, title, subtitle, byline, credits, blocks FROM articles JOIN article_contents ON article_id = id WHERE id > ? ORDER BY id LIMIT 100",
  );
  for (let last = 0; ; ) {
    const page = z.array(rowSchema).parse(rows.all(last));
    for (const { id, blocks, ...fields } of page) {
      const article = { ...emptyArticle(), ...fields, ...articleBlocksSchema.parse(JSON.parse(blocks)) };
      write.run(JSON.stringify(outlineOf(article, articleText(article))), id);
      last = id;
    }
    if (page.length === 0) return;
  }
}
