/**
 * The full-text index: one FTS5 table over bigrams (index-text.ts), contentless, so that the text is stored once, with
 * the articles. Triggers note every article whose text changes (migrations/003-search-queue.ts), and whoever writes
 * indexes what was noted before its transaction ends.
 */
import type { Database } from "better-sqlite3";
import Sqlite from "better-sqlite3";
import type { Sliced } from "../sliced.ts";
import { statement } from "../statement.ts";
import { breakSeal, isAsSealed, isSealed, makeSeal, sealIndex } from "./index-seal.ts";
import { columns, columnTexts } from "./index-text.ts";
import { readSearchable } from "./searchable.ts";

/** Counts up whenever the same text gives other tokens or columns: the table bears it, and an older one is made anew. */
const INDEX_VERSION = 2;

export const INDEX = `search_index_${INDEX_VERSION}`;

/**
 * Everything that is no ASCII letter or digit and yet part of a token: the point within numbers, symbols, and the
 * signs that stand for breaks. Characters beyond ASCII are part of tokens anyway. prefix: for queries of one character.
 */
const TABLE = `CREATE VIRTUAL TABLE ${INDEX} USING fts5(
  ${columns.join(", ")}, content = '', contentless_delete = 1, prefix = '1',
  tokenize = "ascii tokenchars '.%$+<=>^\`|~,_/'"
)`;

/**
 * Bytes of postings kept in memory before they are written, and segments of a level before they are merged: a bulk
 * import is faster by a third than with FTS5's own 1 MB and 4, and queries are no slower.
 */
const SETTINGS = { hashsize: 64 * 1024 * 1024, automerge: 16 };

/** What is indexed between two looks at what else is asked, in one transaction: a quarter of a second's work at most. */
const SLICE = { articles: 200, characters: 300_000 };
const WHOLE = { articles: -1, characters: Number.POSITIVE_INFINITY };

/** Articles looked for in the index when the library is opened. */
const PROBES = 8;

/** Makes the index where there is none of this version that is sound; its articles then wait to be indexed. */
export function ensureIndex(db: Database): void {
  makeSeal(db);
  if (!indexTables(db).includes(INDEX) || !isSound(db)) makeIndexAnew(db);
}

/**
 * Whether the index holds as many articles as there are, and some of them where they ought to be. A query tells most
 * damage by itself, but not all: without the way into its pages an index finds nothing and says nothing. FTS5's own
 * check overlooks the same and takes seconds.
 */
function isSound(db: Database): boolean {
  const count = (sql: string) => statement<[], number>(db, sql).pluck().get() ?? 0;
  try {
    const indexed = count(`SELECT count(*) FROM ${INDEX}_docsize`);
    const articles = count("SELECT count(*) FROM articles");
    const waiting = count("SELECT count(*) FROM search_queue");
    return indexed + waiting === articles && probes(db).every((id) => isFound(db, id));
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) return false;
    throw error;
  }
}

/** Articles from the oldest to the newest, evenly, that are indexed. */
function probes(db: Database): readonly number[] {
  const last = statement<[], number>(db, "SELECT max(id) FROM articles").pluck().get() ?? 0;
  const next = statement<[number], number>(
    db,
    "SELECT id FROM articles WHERE id >= ? AND id NOT IN (SELECT article_id FROM search_queue) ORDER BY id LIMIT 1",
  ).pluck();
  return Array.from({ length: PROBES }, (_, at) => next.get(Math.ceil((last * (at + 1)) / PROBES))).flatMap(
    (id) => id ?? [],
  );
}

/** By the first tokens of one of its columns. */
function isFound(db: Database, id: number): boolean {
  const article = readSearchable(db, id);
  const texts: readonly string[] = article === null ? [] : Object.values(columnTexts(article));
  const tokens = texts
    .find((text) => text !== "")
    ?.split(" ")
    .slice(0, PROBES);
  if (tokens === undefined) return true;
  const sql = `SELECT 1 FROM ${INDEX} WHERE ${INDEX} MATCH ? AND rowid = ?`;
  return statement<[string, number]>(db, sql).get(`"${tokens.join(" ")}"`, id) !== undefined;
}

/** Throws away every index, damaged or old, and puts all articles into the queue; nothing of them is lost. */
export function makeIndexAnew(db: Database): void {
  try {
    replaceIndex(db);
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error;
    forgetIndexes(db);
    replaceIndex(db);
  }
}

/** An index so damaged that it cannot even be dropped is taken out of the schema, and its pages are given back. */
function forgetIndexes(db: Database): void {
  db.unsafeMode(true);
  try {
    db.pragma("writable_schema = ON");
    db.exec("DELETE FROM sqlite_schema WHERE tbl_name LIKE 'search_index_%'");
    db.pragma("writable_schema = RESET");
    db.exec("VACUUM");
  } finally {
    db.unsafeMode(false);
  }
}

function replaceIndex(db: Database): void {
  db.transaction(() => {
    for (const table of indexTables(db)) db.exec(`DROP TABLE ${table}`);
    db.exec(TABLE);
    breakSeal(db);
    for (const [name, value] of Object.entries(SETTINGS)) {
      db.exec(`INSERT INTO ${INDEX} (${INDEX}, rank) VALUES ('${name}', ${value})`);
    }
    db.exec("INSERT OR REPLACE INTO search_queue (article_id, later) SELECT id, 1 FROM articles");
  }).immediate();
}

function indexTables(db: Database): readonly string[] {
  const sql = "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE search_index_%'";
  return statement<[], string>(db, sql).pluck().all();
}

/** Answers from an index that turns out damaged only after it has been made anew from the articles. */
export function* withSoundIndex<Answer>(db: Database, ask: () => Sliced<Answer>): Sliced<Answer> {
  try {
    return yield* ask();
  } catch (error) {
    if (!isIndexDamage(error)) throw error;
    makeIndexAnew(db);
    yield* indexRest(db);
    return yield* ask();
  }
}

function isIndexDamage(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_CORRUPT");
}

function isConstraint(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_CONSTRAINT");
}

/** Acts, and brings the index up with what was written, in one transaction. */
export function indexing<Answer>(db: Database, act: () => Answer): Answer {
  const write = db.transaction(() => {
    const answer = act();
    indexQueued(db, 0, WHOLE);
    return answer;
  });
  try {
    return write.immediate();
  } catch (error) {
    if (!isIndexDamage(error)) throw error;
    makeIndexAnew(db);
    return write.immediate();
  }
}

/** Whether a rebuild has left articles to index. */
export function isIndexWaiting(db: Database): boolean {
  return statement<[]>(db, "SELECT 1 FROM search_queue WHERE later = 1 LIMIT 1").get() !== undefined;
}

/** Indexes what a rebuild left to do; an index that turns out damaged meanwhile is made anew, once. */
export function* indexRest(db: Database): Sliced<void> {
  try {
    yield* indexWaiting(db);
  } catch (error) {
    // Nothing but the index is written here: a row that it cannot take is damage too.
    if (!isIndexDamage(error) && !isConstraint(error)) throw error;
    makeIndexAnew(db);
    yield* indexWaiting(db);
  }
}

function* indexWaiting(db: Database): Sliced<void> {
  while (db.transaction(() => indexQueued(db, 1, SLICE)).immediate() > 0) yield;
}

/** The connections whose index has been looked through since the library was opened. */
const lookedThrough = new WeakSet<Database>();

/**
 * For when nobody asks for anything: looks once through the whole index, makes it anew where it is no longer what was
 * written, and keeps the sum of what was written since.
 */
export function* careForIndex(db: Database): Sliced<void> {
  if (!lookedThrough.has(db) && !(yield* isWhole(db))) makeIndexAnew(db);
  lookedThrough.add(db);
  yield* indexRest(db);
  if (!isSealed(db)) yield* sealIndex(db, INDEX);
}

/** Whether there is anything to do for `careForIndex`. */
export function needsCare(db: Database): boolean {
  return !lookedThrough.has(db) || !isSealed(db);
}

function* isWhole(db: Database): Sliced<boolean> {
  try {
    return yield* isAsSealed(db, INDEX);
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) return false;
    throw error;
  }
}

/** How much of the library is indexed, 0 to 1. */
export function indexedShare(db: Database): number {
  const waiting = statement<[], number>(db, "SELECT count(*) FROM search_queue").pluck().get() ?? 0;
  if (waiting === 0) return 1;
  const articles = statement<[], number>(db, "SELECT count(*) FROM articles").pluck().get() ?? 0;
  return articles === 0 ? 1 : Math.max(0, 1 - waiting / articles);
}

/** Answers how many articles were indexed; one at least where any waits, however long. */
function indexQueued(db: Database, later: 0 | 1, most: typeof SLICE): number {
  const ids = statement<[number, number], number>(
    db,
    "SELECT article_id FROM search_queue WHERE later = ? LIMIT ?",
  )
    .pluck()
    .all(later, most.articles);
  if (ids.length > 0) breakSeal(db);
  let characters = 0;
  const done = ids.filter((id) => {
    if (characters >= most.characters) return false;
    characters += indexArticle(db, id);
    return true;
  });
  statement<[string]>(
    db,
    "DELETE FROM search_queue WHERE article_id IN (SELECT value FROM json_each(?))",
  ).run(JSON.stringify(done));
  return done.length;
}

/**
 * Whether it is there or not is not asked: deleting what an index without contents never held does nothing. Answers how
 * long its text is.
 */
function indexArticle(db: Database, id: number): number {
  statement<[number]>(db, `DELETE FROM ${INDEX} WHERE rowid = ?`).run(id);
  const article = readSearchable(db, id);
  if (article === null) return 0;
  const texts = columnTexts(article);
  statement<unknown[]>(
    db,
    `INSERT INTO ${INDEX} (rowid, ${columns.join(", ")}) VALUES (?, ${columns.map(() => "?").join(", ")})`,
  ).run(id, ...columns.map((column) => texts[column]));
  return article.text.length;
}
