/** An article that leaves the library with its import is parted from those of other imports that corrections tied it to. */
import type { Database } from "better-sqlite3";
import { statement } from "../statement.ts";
import { returnBookmarks } from "./bookmarks-move.ts";
import { importedText, writeJoined } from "./corrected-articles.ts";
import { forgetUndone } from "./correction-steps.ts";
import { CUT_PART, cutsOf } from "./sources.ts";
import { withdrawStep } from "./withdraw-step.ts";

/**
 * What came in otherwise and was put into it, or into what was cut off it, stands for itself again; what was put into
 * others leaves them: nothing of another import goes, and nothing of this one stays. Within a transaction.
 */
export function partFromOthers(
  db: Database,
  /** By steps after `since`; 0 for all. */
  { job, id, since }: { readonly job: string; readonly id: number; readonly since: number },
  now: string,
): void {
  const own = [id, ...cutsOf(db, id)];
  for (const step of stepsAcross(db, job, own)) if (step > since) withdrawStep(db, step, now);
  for (const each of own) forgetUndone(db, each);
  if (since > 0) return;
  for (const other of joinedInto(db, own).filter((each) => !isOfJob(db, job, each))) {
    // By a step that is kept no more.
    writeJoined(db, other, null, now);
    returnBookmarks(db, other, { id, own: importedText(db, id) });
  }
}

/** Other articles that were put into these. */
function joinedInto(db: Database, own: readonly number[]): readonly number[] {
  return statement<unknown[], number>(
    db,
    `SELECT article_id FROM joined_articles WHERE into_id IN (SELECT value FROM json_each(@own))
       AND article_id NOT IN (SELECT value FROM json_each(@own))`,
  )
    .pluck()
    .all({ own: JSON.stringify(own) });
}

/** Steps between these articles and such as the import does not take with it, the last first. */
function stepsAcross(db: Database, job: string, own: readonly number[]): readonly number[] {
  const rows = statement<unknown[], { step: number; other: number }>(
    db,
    `SELECT DISTINCT one.step_id AS step, two.article_id AS other FROM correction_patches AS one
       JOIN correction_patches AS two USING (step_id) JOIN correction_steps ON correction_steps.id = step_id
       WHERE undone = 0 AND one.article_id IN (SELECT value FROM json_each(@own))
         AND two.article_id NOT IN (SELECT value FROM json_each(@own))
       ORDER BY step_id DESC`,
  ).all({ own: JSON.stringify(own) });
  return [...new Set(rows.filter(({ other }) => !isOfJob(db, job, other)).map(({ step }) => step))];
}

/** Whether the import brought it in, or what it was cut off. */
export function isOfJob(db: Database, job: string, id: number): boolean {
  return (
    statement<[string, string, number], number>(
      db,
      `SELECT 1 FROM import_files, json_each(result, '$.imported') AS article
         JOIN article_sources AS whole ON whole.article_id = json_extract(article.value, '$.id')
         JOIN article_sources AS own ON own.sha256 = whole.sha256
           AND (own.article_id = whole.article_id OR instr(own.part, whole.part || ?) = 1)
         WHERE job = ? AND own.article_id = ?`,
    )
      .pluck()
      .get(CUT_PART, job, id) !== undefined
  );
}
