/** Which articles hold a phrase: exact, by reading every text, in slices. */
import type { Database } from "better-sqlite3";
import { fold } from "../../preload/model/fold.ts";
import { statement } from "../statement.ts";

/** Articles: a few milliseconds of reading, so that a call that comes meanwhile is hardly kept waiting. */
const SLICE = 200;

interface Found {
  readonly key: string;
  readonly changes: number;
  readonly ids: readonly number[];
}

/** The last answer, so that the further pages of the same list are not looked for again. */
const kept = new WeakMap<Database, Found>();

/** Of `ids`, those whose canonical text (title included) holds the phrase, in the same order. */
export function* idsHolding(
  db: Database,
  selection: { readonly phrase: string },
  ids: readonly number[],
): Generator<undefined, readonly number[]> {
  const key = JSON.stringify(selection);
  const changes = totalChanges(db);
  const last = kept.get(db);
  if (last?.key === key && last.changes === changes) return last.ids;

  const phrase = fold(selection.phrase);
  const holding = statement<[string, string], number>(
    db,
    `SELECT wanted.value FROM json_each(?) AS wanted CROSS JOIN folded_texts ON article_id = wanted.value
       WHERE instr(text, ?) > 0 ORDER BY wanted.key`,
  ).pluck();
  const found: number[] = [];
  for (let start = 0; start < ids.length; start += SLICE) {
    found.push(...holding.all(JSON.stringify(ids.slice(start, start + SLICE)), phrase));
    yield;
  }
  kept.set(db, { key, changes, ids: found });
  return found;
}

/** Rows this connection, the only one, has ever written: the same number means the same library. */
function totalChanges(db: Database): number {
  return statement<[], number>(db, "SELECT total_changes()").pluck().get() ?? 0;
}
