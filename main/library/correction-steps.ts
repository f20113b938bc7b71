/** The steps of correcting as they are kept: what can be undone and done again. */
import type { Database } from "better-sqlite3";
import { FailureError } from "../../preload/model/result.ts";
import { statement } from "../statement.ts";
import type { CorrectionPatch } from "./correction-patch.ts";
import { isEmptyPatch, patchSchema } from "./correction-patch.ts";
import type { StepPatch, Steps } from "./correction-rebase.ts";

/** An article can be led back by so many steps. */
const MOST_STEPS = 500;

export interface CorrectionStepDone {
  readonly step: number;
  readonly patches: ReadonlyMap<number, CorrectionPatch>;
}

/** After it nothing of these articles can be done again. */
export function recordStep(db: Database, patches: ReadonlyMap<number, CorrectionPatch>): void {
  forget(
    db,
    [...patches.keys()].flatMap((id) => stepsOf(db, id, 1)),
  );
  const { lastInsertRowid } = statement<[]>(db, "INSERT INTO correction_steps DEFAULT VALUES").run();
  const insert = statement<unknown[]>(
    db,
    "INSERT INTO correction_patches (step_id, article_id, patch) VALUES (?, ?, ?)",
  );
  for (const [id, patch] of patches) insert.run(lastInsertRowid, id, JSON.stringify(patch));
  for (const id of patches.keys()) forgetOldest(db, id);
}

function forgetOldest(db: Database, id: number): void {
  forget(db, stepsOf(db, id, 0).slice(0, -MOST_STEPS));
}

/** Those of an article that touched it after this one; all of them without one. */
export function readSteps(db: Database, id: number, since = 0): Steps {
  const rows = statement<[number, number], { step: number; undone: number; patch: string }>(
    db,
    `SELECT step_id AS step, undone, patch FROM correction_patches JOIN correction_steps ON correction_steps.id = step_id
       WHERE article_id = ? AND step_id > ? ORDER BY step_id`,
  ).all(id, since);
  const read = rows.map(({ step, undone, patch }) => ({
    ...{ step, undone },
    patch: patchSchema.parse(JSON.parse(patch)),
  }));
  return {
    done: read.filter(({ undone }) => undone === 0),
    undone: read.filter(({ undone }) => undone === 1),
  };
}

/** What `before` have become over another text; those that are not among them any more, or do nothing now, are forgotten. */
export function rewriteSteps(db: Database, id: number, before: Steps, steps: readonly StepPatch[]): void {
  const update = statement<[string, number, number]>(
    db,
    "UPDATE correction_patches SET patch = ? WHERE step_id = ? AND article_id = ?",
  );
  for (const { step, patch } of steps) update.run(JSON.stringify(patch), step, id);
  const followed = new Set(steps.map(({ step }) => step));
  forget(
    db,
    [...before.done, ...before.undone].map(({ step }) => step).filter((step) => !followed.has(step)),
  );
  const idle = steps.filter(({ patch }) => isEmptyPatch(patch)).map(({ step }) => step);
  statement<[string]>(
    db,
    `DELETE FROM correction_steps WHERE id IN (SELECT value FROM json_each(?))
       AND (SELECT count(*) FROM correction_patches WHERE step_id = id) = 1`,
  ).run(JSON.stringify(idle));
}

/** Once an article is gone, its half of a step is. */
export function forgetSteps(db: Database, id: number): void {
  forget(db, [...stepsOf(db, id, 0), ...stepsOf(db, id, 1)]);
}

export function forgetUndone(db: Database, id: number): void {
  forget(db, stepsOf(db, id, 1));
}

/**
 * With them goes what other articles that had part in them could no longer take in its turn: what was done before, what
 * was undone of what came after.
 */
function forget(db: Database, steps: readonly number[]): void {
  if (steps.length === 0) return;
  statement<[string]>(
    db,
    `WITH RECURSIVE gone (step, undone) AS (
       SELECT id, undone FROM correction_steps WHERE id IN (SELECT value FROM json_each(?))
       UNION
       SELECT other.id, other.undone FROM gone
         JOIN correction_patches AS one ON one.step_id = gone.step
         JOIN correction_patches AS two ON two.step_id = gone.step AND two.article_id <> one.article_id
         JOIN correction_patches AS theirs ON theirs.article_id = two.article_id
         JOIN correction_steps AS other ON other.id = theirs.step_id AND other.undone = gone.undone
         WHERE iif(gone.undone = 1, other.id > gone.step, other.id < gone.step))
     DELETE FROM correction_steps WHERE id IN (SELECT step FROM gone)`,
  ).run(JSON.stringify(steps));
}

export function countSteps(db: Database, id: number): { undoable: number; redoable: number } {
  const count = (undone: 0 | 1) => stepsOf(db, id, undone).length;
  return { undoable: count(0), redoable: count(1) };
}

/**
 * The step to undo or to do again. Throws `cannot-correct` where there is none, `corrected-since` where another article
 * that it changed stands in the way.
 */
export function nextStep(db: Database, id: number, act: "undo" | "redo"): CorrectionStepDone {
  const step = lastOf(db, id, act);
  if (step === undefined) throw new FailureError("cannot-correct");
  const rows = statement<[number], { id: number; title: string; patch: string }>(
    db,
    `SELECT article_id AS id, title, patch FROM correction_patches JOIN articles ON articles.id = article_id
       WHERE step_id = ?`,
  ).all(step);
  const other = rows.find((row) => lastOf(db, row.id, act) !== step);
  if (other) throw new FailureError("corrected-since", { title: other.title });
  return {
    step,
    patches: new Map(rows.map((row) => [row.id, patchSchema.parse(JSON.parse(row.patch))])),
  };
}

/** What one step did to each article that it touched. */
export function patchesOf(db: Database, step: number): ReadonlyMap<number, CorrectionPatch> {
  const rows = statement<[number], { id: number; patch: string }>(
    db,
    "SELECT article_id AS id, patch FROM correction_patches WHERE step_id = ?",
  ).all(step);
  return new Map(rows.map(({ id, patch }) => [id, patchSchema.parse(JSON.parse(patch))]));
}

/** The step alone: others stand as they are. */
export function deleteStep(db: Database, step: number): void {
  statement<[number]>(db, "DELETE FROM correction_steps WHERE id = ?").run(step);
}

export function markStep(db: Database, step: number, act: "undo" | "redo"): void {
  statement<[number, number]>(db, "UPDATE correction_steps SET undone = ? WHERE id = ?").run(
    act === "undo" ? 1 : 0,
    step,
  );
}

function lastOf(db: Database, id: number, act: "undo" | "redo"): number | undefined {
  return act === "undo" ? stepsOf(db, id, 0).at(-1) : stepsOf(db, id, 1)[0];
}

/** In the order in which they were taken. */
function stepsOf(db: Database, id: number, undone: 0 | 1): readonly number[] {
  return statement<[number, number], number>(
    db,
    `SELECT step_id FROM correction_patches JOIN correction_steps ON correction_steps.id = step_id
       WHERE article_id = ? AND undone = ? ORDER BY step_id`,
  )
    .pluck()
    .all(id, undone);
}
