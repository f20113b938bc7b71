/** Collections (专题): shelves people make, and books and folders that came in as one. They lie in one another by their titles. */
import type { Database } from "better-sqlite3";
import { collectionTitle, isBelow, titleAround, titlesAround } from "../../preload/model/collection-path.ts";
import type { Collection } from "../../preload/model/listing.ts";
import { FailureError } from "../../preload/model/result.ts";
import { statement } from "../statement.ts";
import { requireArticles } from "./articles.ts";

/** As long as a call of the contract takes a title. */
const LONGEST_TITLE = 200;

/**
 * SQL: a collection and all below it, for its id. In byte order “0” is what follows “/”, so that the second condition is a
 * range of the index.
 */
export const withinCollection = `
  SELECT within.id, within.title FROM collections AS around JOIN collections AS within
    ON within.title = around.title OR (within.title > around.title || '/' AND within.title < around.title || '0')
  WHERE around.id = ?`;

/** With those around it, where they are not there yet. Throws `collection-exists`, `collection-without-name`. */
export function createCollection(db: Database, typed: string): Collection {
  const title = soundTitle(typed);
  return db.transaction(() => {
    refuseTitle(db, title, 0);
    return { id: insertCollection(db, title), title, articles: 0 };
  })();
}

/** The collection of that title, made with those around it if there is none. Within a transaction. */
export function findOrCreateCollection(db: Database, typed: string): number {
  const title = collectionTitle(typed) || typed;
  return collectionTitled(db, title) ?? insertCollection(db, title);
}

/**
 * Under another name, or below another collection: what is below it goes with it, all or nothing. Throws
 * `no-such-collection`, `collection-exists`, `collection-below-itself`, `collection-without-name`, `collection-name-long`.
 */
export function renameCollection(db: Database, id: number, typed: string): void {
  const to = soundTitle(typed);
  db.transaction(() => {
    const from = titleOf(db, id);
    if (to === from) return;
    if (isBelow(to, from)) throw new FailureError("collection-below-itself", { title: from });
    const moved = within(db, id).map((one) => ({ ...one, to: to + one.title.slice(from.length) }));
    const ids = new Set(moved.map((one) => one.id));
    for (const one of moved) {
      if (one.to.length > LONGEST_TITLE) throw new FailureError("collection-name-long", { title: one.to });
      const holder = collectionTitled(db, one.to);
      if (holder !== undefined && !ids.has(holder)) refuseTitle(db, one.to, one.id);
    }
    // The shortest first: it makes way for what takes its title.
    const rename = statement<unknown[]>(db, "UPDATE collections SET title = ? WHERE id = ?");
    for (const one of moved.sort((a, b) => a.title.length - b.title.length)) rename.run(one.to, one.id);
    insertAround(db, to);
  })();
}

/** With all below it; their articles stay in the library. Throws `no-such-collection`. */
export function deleteCollection(db: Database, id: number): void {
  db.transaction(() => {
    const ids = within(db, id).map((one) => one.id);
    if (ids.length === 0) throw new FailureError("no-such-collection", { id });
    statement<unknown[]>(db, "DELETE FROM collections WHERE id IN (SELECT value FROM json_each(?))").run(
      JSON.stringify(ids),
    );
  })();
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

/** One article, of a collection that is there: an import of thousands does this for each. False where it is in it already. */
export function addToCollection(db: Database, articleId: number, collection: number): boolean {
  const { changes } = statement<unknown[]>(
    db,
    "INSERT OR IGNORE INTO collection_articles (collection_id, article_id) VALUES (?, ?)",
  ).run(collection, articleId);
  return changes > 0;
}

export function collectionsOf(db: Database, articleId: number): readonly { id: number; title: string }[] {
  return statement<[number], { id: number; title: string }>(
    db,
    `SELECT id, title FROM collection_articles JOIN collections ON id = collection_id
       WHERE article_id = ? ORDER BY title`,
  ).all(articleId);
}

function titleOf(db: Database, id: number): string {
  const title = statement<[number], string>(db, "SELECT title FROM collections WHERE id = ?").pluck().get(id);
  if (title === undefined) throw new FailureError("no-such-collection", { id });
  return title;
}

function within(db: Database, id: number): { readonly id: number; readonly title: string }[] {
  return statement<[number], { id: number; title: string }>(db, withinCollection).all(id);
}

function collectionTitled(db: Database, title: string): number | undefined {
  return statement<[string], number>(db, "SELECT id FROM collections WHERE title = ?").pluck().get(title);
}

function insertCollection(db: Database, title: string): number {
  insertAround(db, title);
  return Number(
    statement<unknown[]>(db, "INSERT INTO collections (title) VALUES (?)").run(title).lastInsertRowid,
  );
}

function insertAround(db: Database, title: string): void {
  // What is there has those around it.
  const around = titleAround(title);
  if (around === null || collectionTitled(db, around) !== undefined) return;
  const insert = statement<unknown[]>(db, "INSERT OR IGNORE INTO collections (title) VALUES (?)");
  for (const one of titlesAround(title)) insert.run(one);
}

function soundTitle(typed: string): string {
  const title = collectionTitle(typed);
  if (title === "") throw new FailureError("collection-without-name", { title: typed });
  return title;
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
