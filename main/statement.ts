/** Statements compiled once: compiling costs more than running most of them. */
import type { Database, Statement } from "better-sqlite3";

const kept = new WeakMap<Database, Map<string, Statement>>();

/** The statement of that SQL on that connection. Values never stand in the SQL, so that there are few of them. */
export function statement<Parameters extends unknown[], Row = unknown>(
  db: Database,
  sql: string,
): Statement<Parameters, Row> {
  const statements = kept.get(db) ?? new Map<string, Statement>();
  kept.set(db, statements);
  const compiled = statements.get(sql) ?? db.prepare(sql);
  statements.set(sql, compiled);
  return compiled as Statement<Parameters, Row>;
}
