/**
 * Takes back a step between articles that others may have followed: where one of them leaves the library with its import,
 * its text leaves the article that took it in, and what it took in goes back. What else was corrected since stands.
 */
import type { Database } from "better-sqlite3";
import { readCorrected } from "./corrected-articles.ts";
import type { Corrected, CorrectionPatch } from "./correction-patch.ts";
import { patchedFields } from "./correction-patch.ts";
import { textBefore } from "./correction-rebase.ts";
import { deleteStep, patchesOf, readSteps, rewriteSteps } from "./correction-steps.ts";
import { withoutStep } from "./correction-without.ts";
import { writeChanges } from "./corrections.ts";

/** Nothing where later steps cannot be followed back to it. Within a transaction. `now`: ISO 8601, UTC. */
export function withdrawStep(db: Database, step: number, now: string): void {
  for (let carrier = carrierOf(db, step); carrier !== null; carrier = carrierOf(db, step))
    withdrawStep(db, carrier, now);
  const changes = new Map<number, Corrected>();
  for (const [id, patch] of patchesOf(db, step)) {
    const without = withoutIn(db, id, step, patch);
    if (without === null) return;
    const corrected = readCorrected(db, id);
    const joinedInto = patch.joinedInto === undefined ? corrected.joinedInto : patch.joinedInto.before;
    rewriteSteps(db, id, readSteps(db, id, step), without.steps);
    const fields = patchedFields(corrected, without.fields.toReversed(), "before");
    changes.set(id, { ...corrected, ...without.standing, ...fields, joinedInto });
  }
  writeChanges(db, changes, now);
  deleteStep(db, step);
}

function withoutIn(
  db: Database,
  id: number,
  step: number,
  patch: CorrectionPatch,
): ReturnType<typeof withoutStep> | null {
  const later = readSteps(db, id, step);
  const after = textBefore(readCorrected(db, id), later.done);
  return after && withoutStep(after, patch, later);
}

/** The last step that took on to another article what this one had brought in, or all of an article; null for none. */
function carrierOf(db: Database, step: number): number | null {
  const carriers = [...patchesOf(db, step)].flatMap(([id, patch]) => {
    const { done } = readSteps(db, id, step);
    const taking = new Set(withoutIn(db, id, step, patch)?.carriers);
    // An article that this step parted from another brought all of its text.
    const isParted = patch.joinedInto?.after === null;
    return done
      .filter(({ step: later, patch: { joinedInto } }) => {
        const isJoined = (joinedInto?.after ?? null) !== null;
        return (isParted || isJoined || taking.has(later)) && patchesOf(db, later).size > 1;
      })
      .map(({ step: later }) => later);
  });
  return carriers.length === 0 ? null : Math.max(...carriers);
}
