/**
 * Texts that were being typed at the correcting desk: kept while they are typed, made a step when the library is opened
 * after a kill. What has no place in its article any more waits there to be copied.
 */
import { randomUUID } from "node:crypto";
import type { Database } from "better-sqlite3";
import { z } from "zod";
import { type CorrectionDraft, correctionDraftSchema } from "../../preload/model/correct-draft.ts";
import type { RescuedText } from "../../preload/model/correction.ts";
import { statement } from "../statement.ts";
import { readText } from "./contents.ts";
import { correct } from "./corrections.ts";
import { keepValue, keptValue } from "./settings.ts";

const KEPT_UNDER = "correction-drafts";

/** Texts that nobody came back for go, the oldest first. */
const MOST_RESCUED = 50;

const keptSchema = z.object({
  /** By article; one is typed at a time. */
  drafts: z.record(z.string(), correctionDraftSchema),
  rescued: z.array(z.object({ id: z.uuid(), article: z.int(), typed: z.string(), isTaken: z.boolean() })),
});

type Kept = z.infer<typeof keptSchema>;

function readKept(db: Database): Kept {
  const kept = keptSchema.safeParse(keptValue(db, KEPT_UNDER));
  return kept.success ? kept.data : { drafts: {}, rescued: [] };
}

function writeKept(db: Database, { drafts, rescued }: Kept): void {
  keepValue(db, KEPT_UNDER, { drafts, rescued: rescued.slice(-MOST_RESCUED) });
}

/** In place of the one before it; null once nothing is being typed. One without a step is rescued at once. */
export function keepDraft(db: Database, id: number, draft: CorrectionDraft | null): void {
  const { drafts, rescued } = readKept(db);
  const { [id]: before, ...others } = drafts;
  if (draft === null && before === undefined) return;
  if (draft?.step === null)
    writeKept(db, { drafts: others, rescued: [...rescued, textOf(id, draft, false)] });
  else writeKept(db, { drafts: draft === null ? others : { ...others, [id]: draft }, rescued });
}

/** Once a step was taken what was typed is in the text, or was given up; what was told of an earlier step is read by then. */
export function forgetTaken(db: Database, id: number, isTyped: boolean): void {
  const { drafts, rescued } = readKept(db);
  const left = rescued.filter(({ article, isTaken }) => article !== id || !isTaken);
  const isKept = drafts[id] === undefined || !isTyped;
  if (isKept && left.length === rescued.length) return;
  const { [id]: _, ...others } = drafts;
  writeKept(db, { drafts: isKept ? drafts : others, rescued: left });
}

export function rescuedTexts(db: Database, id: number): readonly RescuedText[] {
  return readKept(db)
    .rescued.filter(({ article }) => article === id)
    .map(({ article: _, ...text }) => text);
}

export function forgetRescued(db: Database, rescued: string): void {
  const kept = readKept(db);
  writeKept(db, { ...kept, rescued: kept.rescued.filter(({ id }) => id !== rescued) });
}

/** At the opening of a library: what was typed when it was last left, by a kill, becomes a step as it would have. */
export function takeDrafts(db: Database, now: string): void {
  const { drafts, rescued } = readKept(db);
  const entries = Object.entries(drafts).map(([id, draft]) => ({ id: Number(id), draft }));
  if (entries.length === 0) return;
  const texts = entries.flatMap(({ id, draft }) => {
    if (!isThere(db, id)) return [];
    const isTaken = isTakenNow(db, id, draft, now);
    // A step that was taken just before the kill.
    if (!isTaken && readText(db, id).includes(draft.typed)) return [];
    return [textOf(id, draft, isTaken)];
  });
  writeKept(db, {
    drafts: {},
    rescued: [...rescued.filter(({ article }) => isThere(db, article)), ...texts],
  });
}

function isTakenNow(db: Database, id: number, { step }: CorrectionDraft, now: string): boolean {
  if (step === null) return false;
  try {
    correct(db, { id, ...step }, now);
    return true;
  } catch {
    // Whatever the cause: a library opens, and the text can be copied.
    return false;
  }
}

function textOf(article: number, { typed }: CorrectionDraft, isTaken: boolean): Kept["rescued"][number] {
  return { id: randomUUID(), article, typed, isTaken };
}

function isThere(db: Database, id: number): boolean {
  return statement<[number]>(db, "SELECT 1 FROM articles WHERE id = ?").get(id) !== undefined;
}
