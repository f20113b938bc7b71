/**
 * What the index was when it was last written, as one sum over all its pages. FTS5 notices most damage when it meets it,
 * but a page of postings that a disk has spoilt may also read as other postings: nothing but a sum tells.
 */
import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import type { Sliced } from "../sliced.ts";
import { statement } from "../statement.ts";

/** Rows added up between two looks at what else is asked: about a megabyte. */
const SLICE = 256;

/** FTS5's own tables that hold the index, each with what its rows are ordered by. */
const parts = [
  { table: "data", key: "id", columns: "id, block" },
  { table: "docsize", key: "id", columns: "id, sz" },
] as const;

interface Seal {
  /** Null once the index has been written. */
  readonly sum: string | null;
  /** Counts the transactions that wrote the index. */
  readonly writes: number;
}

/** Makes room for the sum, where there is none yet. */
export function makeSeal(db: Database): void {
  db.exec("CREATE TABLE IF NOT EXISTS search_seal (sum TEXT, writes INTEGER NOT NULL) STRICT");
  db.exec("INSERT INTO search_seal SELECT NULL, 0 WHERE NOT EXISTS (SELECT 1 FROM search_seal)");
}

/** In the transaction that writes the index. */
export function breakSeal(db: Database): void {
  statement<[]>(db, "UPDATE search_seal SET sum = NULL, writes = writes + 1").run();
}

export function isSealed(db: Database): boolean {
  return readSeal(db).sum !== null;
}

/** Keeps the sum of the index as it stands, unless it is written meanwhile. */
export function* sealIndex(db: Database, index: string): Sliced<void> {
  const { writes } = readSeal(db);
  const sum = yield* sumOf(db, index, writes);
  if (sum !== null) {
    statement<[string, number]>(db, "UPDATE search_seal SET sum = ? WHERE writes = ?").run(sum, writes);
  }
}

/** Whether the index is what was written; true also where nobody knows, while there is no sum or it is being written. */
export function* isAsSealed(db: Database, index: string): Sliced<boolean> {
  const { sum, writes } = readSeal(db);
  if (sum === null) return true;
  const now = yield* sumOf(db, index, writes);
  return now === null || now === sum;
}

function readSeal(db: Database): Seal {
  return statement<[], Seal>(db, "SELECT sum, writes FROM search_seal").get() ?? { sum: null, writes: 0 };
}

/** Null where the index is written before all is added up. */
function* sumOf(db: Database, index: string, writes: number): Sliced<string | null> {
  const sum = createHash("sha256");
  for (const { table, key, columns } of parts) {
    // Ids of pages take more bits than a number has.
    const rows = db
      .prepare<[bigint], readonly [bigint, Uint8Array]>(
        `SELECT ${columns} FROM ${index}_${table} WHERE ${key} > ? ORDER BY ${key} LIMIT ${SLICE}`,
      )
      .raw()
      .safeIntegers();
    for (let last = -1n; ; yield) {
      if (readSeal(db).writes !== writes) return null;
      const read = rows.all(last) as (readonly [bigint, Uint8Array])[];
      for (const [id, bytes] of read) sum.update(`${table} ${id} ${bytes.length} `).update(bytes);
      const [id] = read.at(-1) ?? [];
      if (id === undefined) break;
      last = id;
    }
  }
  const others = [
    `SELECT segid, hex(term), pgno FROM ${index}_idx ORDER BY segid, term`,
    `SELECT k, v FROM ${index}_config ORDER BY k`,
  ];
  for (const sql of others) sum.update(JSON.stringify(statement<[]>(db, sql).raw().all()));
  return sum.digest("base64");
}
