/** Collections (专题): shelves people make, and books that came in as one. */
import type { Database } from "better-sqlite3";
import type { Collection } from "../../preload/model/listing.ts";
import { FailureError } from "../../preload/model/result.ts";
import { statement } from "../statement.ts";
import { requireArticles } from "./articles.ts";

/** Throws `collection-exists`. */
export function createCollection(db: Database, title: string): Collection {
  refuseTitle(db, title, 0);
  return { id: insertCollection(db, title), title, articles: 0 };
}

/** The collection of that title, made if there is none. */
export function findOrCreateCollection(db: Database, title: string): number {
  return collectionTitled(db, title) ?? insertCollection(db, title);
}

/** Throws `no-such-collection` or `collection-exists`. */
export function renameCollection(db: Database, id: number, title: string): void {
  refuseTitle(db, title, id);
  const { changes } = statement<unknown[]>(db, "UPDATE collections SET title = ? WHERE id = ?").run(
    title,
    id,
  );
  if (changes === 0) throw new FailureError("no-such-collection", { id });
}

/** Its articles stay in the library. Throws `no-such-collection`. */
export function deleteCollection(db: Database, id: number): void {
  const { changes } = statement<unknown[]>(db, "DELETE FROM collections WHERE id = ?").run(id);
  if (changes === 0) throw new FailureError("no-such-collection", { id });
}

/** Puts articles into collections and takes them out of others, by ids. */
export function collect(
  db: Database,
  change: {
    readonly ids: readonly number[];
    readonly add: readonly number[];
    readonly remove: readonly number[];
  },
): void {
  const ids = JSON.stringify(change.ids);
  db.transaction(() => {
    requireArticles(db, change.ids);
    requireCollections(db, change.add);
    statement<unknown[]>(
      db,
      `DELETE FROM collection_articles WHERE article_id IN (SELECT value FROM json_each(?))
         AND collection_id IN (SELECT value FROM json_each(?))`,
    ).run(ids, JSON.stringify(change.remove));
    statement<unknown[]>(
      db,
      `INSERT OR IGNORE INTO collection_articles (collection_id, article_id)
       SELECT collection.value, article.value FROM json_each(?) AS article, json_each(?) AS collection`,
    ).run(ids, JSON.stringify(change.add));
  })();
}

/** One article, of a collection that is there: an import of thousands does this for each. */
export function addToCollection(db: Database, articleId: number, collection: number): void {
  statement<unknown[]>(
    db,
    "INSERT OR IGNORE INTO collection_articles (collection_id, article_id) VALUES (?, ?)",
  ).run(collection, articleId);
}

export function collectionsOf(db: Database, articleId: number): readonly { id: number; title: string }[] {
  return statement<[number], { id: number; title: string }>(
    db,
    `SELECT id, title FROM collection_articles JOIN collections ON id = collection_id
       WHERE article_id = ? ORDER BY title`,
  ).all(articleId);
}

function collectionTitled(db: Database, title: string): number | undefined {
  return statement<[string], number>(db, "SELECT id FROM collections WHERE title = ?").pluck().get(title);
}

function insertCollection(db: Database, title: string): number {
  return Number(
    statement<unknown[]>(db, "INSERT INTO collections (title) VALUES (?)").run(title).lastInsertRowid,
  );
}

function refuseTitle(db: Database, title: string, exceptId: number): void {
  const holder = collectionTitled(db, title);
  if (holder !== undefined && holder !== exceptId) throw new FailureError("collection-exists", { title });
}

function requireCollections(db: Database, ids: readonly number[]): void {
  const missing = statement<[string], number>(
    db,
    "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM collections) ORDER BY key LIMIT 1",
  )
    .pluck()
    .get(JSON.stringify(ids));
  if (missing !== undefined) throw new FailureError("no-such-collection", { id: missing });
}
