/**
 * The steps of an article laid over another text below them, as if it had been there before the first of them, so that
 * each can still be undone and done again.
 */
import { diffIndices } from "node-diff3";
import type { Block } from "../../preload/model/article.ts";
import type { ArticleBlocks } from "../../preload/model/packed-article.ts";
import { FailureError } from "../../preload/model/result.ts";
import type { StoredConflict } from "./correction-merge.ts";
import { mergeCorrections, placesOf, writtenBlocks } from "./correction-merge.ts";
import type { CorrectedText, CorrectionPatch } from "./correction-patch.ts";
import { patchedText, textPatchBetween } from "./correction-patch.ts";

/** What the text below the steps was, and what it is now. */
export interface ChangeBelow {
  readonly before: ArticleBlocks;
  readonly after: ArticleBlocks;
  /** Whether what was asked before is still a question, if nothing of it is asked anew. */
  readonly isOpen: (conflict: StoredConflict) => boolean;
}

export interface StepPatch {
  readonly step: number;
  readonly patch: CorrectionPatch;
}

/** Both in the order in which they were taken. */
export interface Steps {
  readonly done: readonly StepPatch[];
  readonly undone: readonly StepPatch[];
}

/** A file's new text; what it says no more of what was asked, and what it says as corrected, is settled. */
export function fileChange(before: ArticleBlocks, after: ArticleBlocks): ChangeBelow {
  const isOpen = ({ part, mine, imported }: StoredConflict) =>
    imported.length > 0
      ? placesOf(imported, after[part]).length > 0
      : placesOf(mine, after[part]).length === 0;
  return { before, after, isOpen };
}

/** The article as it stands then, and each step as it is over the other text; those that cannot be followed are left out. */
export function rebaseSteps(
  standing: CorrectedText,
  { done, undone }: Steps,
  change: ChangeBelow,
): { readonly standing: CorrectedText; readonly steps: readonly StepPatch[] } {
  const rebased = rebasedText(standing, change);
  const back = along(standing, done.toReversed(), "before", change, rebased);
  const onwards = along(standing, undone, "after", change, rebased);
  return { standing: rebased, steps: [...back.toReversed(), ...onwards] };
}

/** What stood before these steps; null where they cannot be followed. */
export function textBefore(standing: CorrectedText, done: readonly StepPatch[]): CorrectedText | null {
  return done.reduceRight<CorrectedText | null>(
    (text, { patch }) => text && stateNext(text, patch, "before"),
    standing,
  );
}

/** From one state to the next, both as they were and over the other text. */
function along(
  standing: CorrectedText,
  steps: readonly StepPatch[],
  to: "before" | "after",
  change: ChangeBelow,
  rebased: CorrectedText,
): readonly StepPatch[] {
  const followed: StepPatch[] = [];
  let [from, rebasedFrom] = [standing, rebased];
  for (const { step, patch } of steps) {
    const state = stateNext(from, patch, to);
    if (state === null) break;
    const next = rebasedText(state, change);
    const text = to === "before" ? textPatchBetween(next, rebasedFrom) : textPatchBetween(rebasedFrom, next);
    const { conflicts: _, ...others } = patch;
    followed.push({ step, patch: { ...others, ...text } });
    [from, rebasedFrom] = [state, next];
  }
  return followed;
}

function stateNext(
  from: CorrectedText,
  patch: CorrectionPatch,
  to: "before" | "after",
): CorrectedText | null {
  try {
    return patchedText(from, patch, to);
  } catch (error) {
    if (error instanceof FailureError) return null;
    throw error;
  }
}

function rebasedText(text: CorrectedText, { before, after, isOpen }: ChangeBelow): CorrectedText {
  const { lead, body, conflicts } = mergeCorrections(text, before, after);
  const open = text.conflicts.filter(isOpen).flatMap((conflict) => {
    const { part, mine } = conflict;
    const index = placeIn({ lead, body }[part], text[part], conflict);
    if (index === null) return [];
    const isAskedAnew = conflicts.some(
      (anew) =>
        anew.part === part &&
        (anew.index === index || (anew.index < index + mine.length && index < anew.index + anew.mine.length)),
    );
    return isAskedAnew ? [] : [{ ...conflict, index }];
  });
  const inOrder = (one: StoredConflict, other: StoredConflict) =>
    other.part.localeCompare(one.part) || one.index - other.index;
  return { lead, body, conflicts: [...conflicts, ...open].sort(inOrder) };
}

/** Where the person's side of what was asked stands by now; null where it stands nowhere. */
function placeIn(
  standing: readonly Block[],
  stood: readonly Block[],
  { index, mine }: StoredConflict,
): number | null {
  if (mine.length > 0) {
    const nearest = (place: number) => Math.abs(place - shifted(index, stood, standing));
    return placesOf(mine, standing).toSorted((one, other) => nearest(one) - nearest(other))[0] ?? null;
  }
  return Math.min(shifted(index, stood, standing), standing.length);
}

function shifted(index: number, from: readonly Block[], to: readonly Block[]): number {
  const above = diffIndices(writtenBlocks(from), writtenBlocks(to)).filter(
    ({ buffer1 }) => buffer1[0] < index,
  );
  return above.reduce((place, { buffer1, buffer2 }) => place + buffer2[1] - buffer1[1], index);
}
