/** Correcting what came in wrong (校对): steps within an article and between two, undone as they were done. */
import type { Database } from "better-sqlite3";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { articleBlocksSchema, articleFieldsSchema } from "../../preload/model/article.ts";
import { correctArticle } from "../../preload/model/correct-article.ts";
import { officialNames, officialText, withOfficial } from "../../preload/model/correct-official.ts";
import type { CorrectedField, CorrectionStep } from "../../preload/model/correction.ts";
import { FailureError } from "../../preload/model/result.ts";
import { statement } from "../statement.ts";
import { beforeMoving, moveBookmarks } from "./bookmarks-move.ts";
import { readBase, readCorrected, writeBase, writeCorrected } from "./corrected-articles.ts";
import { takeImported } from "./correction-merge.ts";
import type { Corrected } from "./correction-patch.ts";
import { patchBetween, patched } from "./correction-patch.ts";
import { fileChange, rebaseSteps } from "./correction-rebase.ts";
import { markStep, nextStep, readSteps, recordStep, rewriteSteps } from "./correction-steps.ts";
import { type DifferingField, fieldOfText, readDiffering } from "./field-conflicts.ts";
import { readImported } from "./read-article.ts";

/** What a step makes of each article that it touches. */
export type Changes = ReadonlyMap<number, Corrected>;

/** Throws `no-such-article`, `stale-selection` where the text is no longer that of the revision, `cannot-correct`. */
export function correct(
  db: Database,
  asked: { readonly id: number; readonly revision: number; readonly step: CorrectionStep },
  now: string,
): void {
  db.transaction(() => {
    requireRevision(db, asked.id, asked.revision);
    const before = readCorrected(db, asked.id);
    const article = readImported(db, asked.id);
    takeStep(db, new Map([[asked.id, afterStep(before, correctArticle(article, asked.step))]]), now);
  }).immediate();
}

/** Fields that became others count as corrected by hand. */
function afterStep(before: Corrected, article: ImportedArticle): Corrected {
  const names = Object.keys(before.fields) as (keyof Corrected["fields"])[];
  const others = names.filter((name) => before.fields[name] !== article[name]);
  const changed = Object.fromEntries(others.map((name) => [name, article[name]]));
  const stated = officialNames
    .map((name) => ({ name, text: officialText(article.official, name) }))
    .filter(({ name, text }) => text !== officialText(before.official, name));
  return {
    ...before,
    lead: article.lead,
    body: article.body,
    fields: { ...before.fields, ...changed },
    edits: { ...before.edits, ...changed },
    official: article.official,
    officialEdits: {
      ...before.officialEdits,
      ...Object.fromEntries(stated.map(({ name, text }) => [name, text])),
    },
  };
}

/** Writes what a step makes of the articles, and keeps how it is undone. Within a transaction. */
export function takeStep(db: Database, changes: Changes, now: string): void {
  const patches = [...changes].map(
    ([id, after]) => [id, patchBetween(readCorrected(db, id), after)] as const,
  );
  writeChanges(db, changes, now);
  recordStep(db, new Map(patches));
}

/** Bookmarks go with text that goes from one of the articles to another. Within a transaction. */
export function writeChanges(db: Database, changes: Changes, now: string): void {
  const before = [...changes].map(([id, after]) =>
    beforeMoving(db, id, { before: readCorrected(db, id).joinedInto, after: after.joinedInto }),
  );
  for (const [id, after] of changes) writeCorrected(db, id, after, now);
  moveBookmarks(db, before);
}

/** Undoes the last step that this article had part in, or does it again, in every article that it touched. */
export function retrace(db: Database, id: number, act: "undo" | "redo", now: string): void {
  db.transaction(() => {
    const { step, patches } = nextStep(db, id, act);
    const side = act === "undo" ? "before" : "after";
    const changes = [...patches].map(
      ([each, patch]) => [each, patched(readCorrected(db, each), patch, side)] as const,
    );
    writeChanges(db, new Map(changes), now);
    markStep(db, step, act);
  }).immediate();
}

interface Settling {
  readonly id: number;
  /** Of a conflict among the paragraphs; null with a field, or with none for all of them. */
  readonly index: number | null;
  readonly field: CorrectedField | null;
  readonly take: "mine" | "imported";
}

/** Settles one conflict, or all of them, in one step. Throws `cannot-correct` where there is none such. */
export function settle(db: Database, { id, index, field, take }: Settling, now: string): void {
  db.transaction(() => {
    const before = readCorrected(db, id);
    const isAll = index === null && field === null;
    const settled = before.conflicts.filter((_, place) => isAll || place === index);
    const fields = readDiffering(db, id).filter(({ name }) => isAll || name === field);
    if (settled.length + fields.length === 0) throw new FailureError("cannot-correct");
    const taken = take === "mine" ? [] : settled;
    const blocks = taken.reduce((standing, conflict) => takeImported(standing, conflict) ?? standing, {
      lead: before.lead,
      body: before.body,
    });
    const conflicts = before.conflicts.filter((conflict) => !settled.includes(conflict));
    const standing: Corrected = { ...before, ...blocks, conflicts };
    const after = fields.reduce(take === "mine" ? fieldKept : fieldTaken, standing);
    takeStep(db, new Map([[id, after]]), now);
  }).immediate();
}

/** The correction stands, until the file says yet another thing. */
function fieldKept(standing: Corrected, { name, imported }: DifferingField): Corrected {
  return { ...standing, said: { ...standing.said, [name]: imported } };
}

/** What the file says, no longer corrected. */
function fieldTaken(standing: Corrected, { name, imported }: DifferingField): Corrected {
  const { [name]: _said, ...said } = standing.said;
  const official = officialNames.find((each) => `official.${each}` === name);
  if (official !== undefined) {
    const { [official]: _, ...officialEdits } = standing.officialEdits;
    const stated = withOfficial(standing.official, official, imported);
    return { ...standing, said, official: stated, officialEdits };
  }
  const field = articleFieldsSchema.keyof().parse(name);
  const { [field]: _, ...edits } = standing.edits;
  return { ...standing, said, fields: { ...standing.fields, [field]: fieldOfText(field, imported) }, edits };
}

/**
 * What an import is to write of an article whose blocks were corrected: the corrections over what the file says now, and
 * their steps. As it is where nothing was corrected. Within the transaction that writes it.
 */
export function correctedImport(db: Database, id: number, article: ImportedArticle): ImportedArticle {
  const base = readBase(db, id);
  if (base === null) return article;
  // In the order of keys in which the base was read, so that what is the same is written the same.
  const { lead, body } = articleBlocksSchema.parse({ lead: article.lead, body: article.body });
  const mine = readImported(db, id);
  if (JSON.stringify(base.imported) === JSON.stringify({ lead, body })) {
    return { ...article, lead: mine.lead, body: mine.body };
  }
  const steps = readSteps(db, id);
  const corrected = { lead: mine.lead, body: mine.body, conflicts: base.conflicts };
  const { standing, steps: rebased } = rebaseSteps(
    corrected,
    steps,
    fileChange(base.imported, { lead, body }),
  );
  rewriteSteps(db, id, steps, rebased);
  writeBase(db, id, { imported: { lead, body }, conflicts: standing.conflicts });
  return { ...article, lead: standing.lead, body: standing.body };
}

/** Throws `no-such-article`, `stale-selection`. */
export function requireRevision(db: Database, id: number, revision: number): void {
  const standing = statement<[number], number>(db, "SELECT revision FROM articles WHERE id = ?")
    .pluck()
    .get(id);
  if (standing === undefined) throw new FailureError("no-such-article", { id });
  if (standing !== revision) throw new FailureError("stale-selection");
}
