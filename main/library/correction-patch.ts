/** What a step of correcting did to one article, small enough to be kept for every step, and undone as it was done. */
import { z } from "zod";
import type { ArticleFields, Block, OfficialDocument } from "../../preload/model/article.ts";
import { articleFieldsSchema, blockSchema } from "../../preload/model/article.ts";
import { officialNames, officialText, withOfficial } from "../../preload/model/correct-official.ts";
import { correctedFields } from "../../preload/model/correction.ts";
import { FailureError } from "../../preload/model/result.ts";
import type { StoredConflict } from "./correction-merge.ts";
import { storedConflictsSchema } from "./correction-merge.ts";
import type { Edits, OfficialEdits } from "./edits.ts";
import type { SaidFields } from "./field-conflicts.ts";

/** An article's blocks, and where the file says another thing than corrections. */
export interface CorrectedText {
  readonly lead: readonly Block[];
  readonly body: readonly Block[];
  readonly conflicts: readonly StoredConflict[];
}

/** What a step may change of an article. */
export interface Corrected extends CorrectedText {
  /** As they are shown. */
  readonly fields: ArticleFields;
  /** Of them, those that were corrected by hand. */
  readonly edits: Edits;
  /** What it states as an official document, and what of that was corrected by hand. */
  readonly official: OfficialDocument | null;
  readonly officialEdits: OfficialEdits;
  /** What imports said of corrected fields when those were corrected, or settled. */
  readonly said: SaidFields;
  /** The article that this one was put into; null for one that stands for itself. */
  readonly joinedInto: number | null;
}

const blocks = z.array(blockSchema);
const splice = z.object({ index: z.int().min(0), before: blocks, after: blocks });
const fieldNames = articleFieldsSchema.keyof();
const fieldValue = z.string().nullable();
const officialField = z.object({
  name: z.enum(officialNames),
  before: z.string(),
  after: z.string(),
  edited: z.boolean(),
  editedAfter: z.boolean().optional(),
});
const saidField = z.object({
  name: z.enum(correctedFields),
  before: fieldValue,
  after: fieldValue,
});

export const patchSchema = z.object({
  lead: splice,
  body: splice,
  /** `edited`: whether it had been corrected by hand before the step; `editedAfter`: false where it was no longer after it. */
  fields: z.array(
    z.object({
      ...{ name: fieldNames, before: fieldValue, after: fieldValue },
      ...{ edited: z.boolean(), editedAfter: z.boolean().optional() },
    }),
  ),
  official: z.array(officialField).optional(),
  /** Null where it was not corrected. */
  said: z.array(saidField).optional(),
  conflicts: z.object({ before: storedConflictsSchema, after: storedConflictsSchema }).optional(),
  joinedInto: z.object({ before: z.int().nullable(), after: z.int().nullable() }).optional(),
});

export type CorrectionPatch = z.infer<typeof patchSchema>;

type Side = "before" | "after";

export function patchBetween(before: Corrected, after: Corrected): CorrectionPatch {
  const official = officialBetween(before, after);
  const said = saidBetween(before.said, after.said);
  return {
    ...textPatchBetween(before, after),
    fields: fieldNames.options
      .filter(
        (name) => before.fields[name] !== after.fields[name] || name in before.edits !== name in after.edits,
      )
      .map((name) => ({
        ...{ name, before: before.fields[name], after: after.fields[name] },
        ...editedSides(name in before.edits, name in after.edits),
      })),
    ...(official.length === 0 ? {} : { official }),
    ...(said.length === 0 ? {} : { said }),
    ...(before.joinedInto === after.joinedInto
      ? {}
      : { joinedInto: { before: before.joinedInto, after: after.joinedInto } }),
  };
}

/** The part of a patch that tells of the text. */
export type TextPatch = Pick<CorrectionPatch, "lead" | "body" | "conflicts">;

export function textPatchBetween(before: CorrectedText, after: CorrectedText): TextPatch {
  const isSame = JSON.stringify(before.conflicts) === JSON.stringify(after.conflicts);
  return {
    lead: spliceBetween(before.lead, after.lead),
    body: spliceBetween(before.body, after.body),
    ...(isSame ? {} : { conflicts: { before: before.conflicts, after: after.conflicts } }),
  };
}

/** Whether undoing it changes nothing. */
export function isEmptyPatch(patch: CorrectionPatch): boolean {
  const { lead, body, fields, official, said, conflicts, joinedInto } = patch;
  const spliced = [lead, body].flatMap(({ before, after }) => [...before, ...after]);
  const others = [official, said, conflicts, joinedInto];
  return spliced.length + fields.length === 0 && others.every((each) => each === undefined);
}

function editedSides(before: boolean, after: boolean): { edited: boolean; editedAfter?: boolean } {
  return after ? { edited: before } : { edited: before, editedAfter: false };
}

/**
 * Throws `cannot-correct` where the article is no longer what the other side of the patch left. A field that was corrected
 * elsewhere since (details of many) stays as it is then.
 */
export function patched(article: Corrected, patch: CorrectionPatch, to: Side): Corrected {
  return {
    ...patchedText(article, patch, to),
    ...patchedFields(article, patch.fields, to),
    ...officialPatched(article, patch.official ?? [], to),
    said: saidPatched(article.said, patch.said ?? [], to),
    joinedInto: patch.joinedInto === undefined ? article.joinedInto : patch.joinedInto[to],
  };
}

export function patchedFields(
  article: Pick<Corrected, "fields" | "edits">,
  changes: CorrectionPatch["fields"],
  to: Side,
): Pick<Corrected, "fields" | "edits"> {
  const from = to === "before" ? "after" : "before";
  const fields = new Map(Object.entries(article.fields));
  const edits = new Map(Object.entries(article.edits));
  for (const field of changes) {
    const { name, [to]: value } = field;
    if (name in article.edits && article.fields[name] !== field[from]) continue;
    fields.set(name, value);
    if (isEditedAt(field, to)) edits.set(name, value);
    else edits.delete(name);
  }
  return {
    fields: articleFieldsSchema.parse(Object.fromEntries(fields)),
    edits: Object.fromEntries(edits),
  };
}

/** Throws `cannot-correct` as `patched` does. */
export function patchedText(article: CorrectedText, patch: TextPatch, to: Side): CorrectedText {
  return {
    lead: spliced(article.lead, patch.lead, to),
    body: spliced(article.body, patch.body, to),
    conflicts: patch.conflicts?.[to] ?? article.conflicts,
  };
}

function isEditedAt(
  { edited, editedAfter = true }: { edited: boolean; editedAfter?: boolean | undefined },
  side: Side,
): boolean {
  return side === "before" ? edited : editedAfter;
}

function saidBetween(before: SaidFields, after: SaidFields): z.infer<typeof saidField>[] {
  return correctedFields.flatMap((name) => {
    const [one = null, other = null] = [before[name], after[name]];
    return one === other ? [] : [{ name, before: one, after: other }];
  });
}

function saidPatched(said: SaidFields, changes: readonly z.infer<typeof saidField>[], to: Side): SaidFields {
  const patched = new Map(Object.entries(said));
  for (const { name, [to]: text } of changes) {
    if (text === null) patched.delete(name);
    else patched.set(name, text);
  }
  return Object.fromEntries(patched);
}

function officialBetween(before: Corrected, after: Corrected): z.infer<typeof officialField>[] {
  return officialNames.flatMap((name) => {
    const [one, other] = [officialText(before.official, name), officialText(after.official, name)];
    const [was, is] = [name in before.officialEdits, name in after.officialEdits];
    return one === other && was === is ? [] : { name, before: one, after: other, ...editedSides(was, is) };
  });
}

function officialPatched(
  { official, officialEdits }: Corrected,
  changes: readonly z.infer<typeof officialField>[],
  to: Side,
): Pick<Corrected, "official" | "officialEdits"> {
  const edits = new Map(Object.entries(officialEdits));
  for (const change of changes) {
    if (isEditedAt(change, to)) edits.set(change.name, change[to]);
    else edits.delete(change.name);
  }
  return {
    official: changes.reduce(
      (standing, { name, [to]: text }) => withOfficial(standing, name, text),
      official,
    ),
    officialEdits: Object.fromEntries(edits),
  };
}

/** The shortest stretch that holds all that is different. */
function spliceBetween(before: readonly Block[], after: readonly Block[]): CorrectionPatch["lead"] {
  const [one, other] = [before.map(written), after.map(written)];
  let index = 0;
  while (index < one.length && index < other.length && one[index] === other[index]) index++;
  let end = 0;
  const shorter = Math.min(one.length, other.length) - index;
  while (end < shorter && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  return {
    index,
    before: before.slice(index, before.length - end),
    after: after.slice(index, after.length - end),
  };
}

function spliced(standing: readonly Block[], splice: CorrectionPatch["lead"], to: Side): readonly Block[] {
  const from = splice[to === "before" ? "after" : "before"];
  const there = standing.slice(splice.index, splice.index + from.length);
  if (there.length !== from.length || there.some((block, place) => written(block) !== written(from[place])))
    throw new FailureError("cannot-correct");
  return standing.toSpliced(splice.index, from.length, ...splice[to]);
}

function written(block: Block | undefined): string {
  return JSON.stringify(block);
}
