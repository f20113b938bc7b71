/** What the reader set, and small values the application keeps for the next start: JSON under a key. */
import type { Database } from "better-sqlite3";
import type { Settings, SettingsChange } from "../../preload/model/settings.ts";
import { parseSettings } from "../../preload/model/settings.ts";
import { statement } from "../statement.ts";

export function readSettings(db: Database): Settings {
  const rows = statement<[], { key: string; value: string }>(db, "SELECT key, value FROM settings").all();
  return parseSettings(Object.fromEntries(rows.map(({ key, value }) => [key, parseOrNothing(value)])));
}

/** Answers all settings as they then are. */
export function changeSettings(db: Database, change: SettingsChange): Settings {
  db.transaction(() => {
    for (const [key, value] of Object.entries(change)) if (value !== undefined) keepValue(db, key, value);
  })();
  return readSettings(db);
}

/** A value kept before, for the caller to parse; undefined where there is none. */
export function keptValue(db: Database, key: string): unknown {
  const value = statement<[string], string>(db, "SELECT value FROM settings WHERE key = ?").pluck().get(key);
  return value === undefined ? undefined : parseOrNothing(value);
}

/** `value`: anything JSON can say. */
export function keepValue(db: Database, key: string, value: unknown): void {
  statement<unknown[]>(db, "INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)").run(
    key,
    JSON.stringify(value),
  );
}

/** One damaged value costs that setting alone. */
function parseOrNothing(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
