/** What a step of correcting did to one article, small enough to be kept for every step, and undone as it was done. */
import { z } from "zod";
import type { ArticleFields, Block, OfficialDocument } from "../../preload/model/article.ts";
import { articleFieldsSchema, blockSchema } from "../../preload/model/article.ts";
import { officialNames, officialText, withOfficial } from "../../preload/model/correct-official.ts";
import { FailureError } from "../../preload/model/result.ts";
import type { StoredConflict } from "./correction-merge.ts";
import { storedConflictsSchema } from "./correction-merge.ts";
import type { Edits, OfficialEdits } from "./edits.ts";

/** What a step may change of an article. */
export interface Corrected {
  readonly lead: readonly Block[];
  readonly body: readonly Block[];
  /** As they are shown. */
  readonly fields: ArticleFields;
  /** Of them, those that were corrected by hand. */
  readonly edits: Edits;
  /** What it states as an official document, and what of that was corrected by hand. */
  readonly official: OfficialDocument | null;
  readonly officialEdits: OfficialEdits;
  readonly conflicts: readonly StoredConflict[];
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
});

export const patchSchema = z.object({
  lead: splice,
  body: splice,
  /** `edited`: whether it had been corrected by hand before the step. */
  fields: z.array(z.object({ name: fieldNames, before: fieldValue, after: fieldValue, edited: z.boolean() })),
  official: z.array(officialField).optional(),
  conflicts: z.object({ before: storedConflictsSchema, after: storedConflictsSchema }).optional(),
  joinedInto: z.object({ before: z.int().nullable(), after: z.int().nullable() }).optional(),
});

export type CorrectionPatch = z.infer<typeof patchSchema>;

type Side = "before" | "after";

export function patchBetween(before: Corrected, after: Corrected): CorrectionPatch {
  const official = officialBetween(before, after);
  const isSame = JSON.stringify(before.conflicts) === JSON.stringify(after.conflicts);
  return {
    lead: spliceBetween(before.lead, after.lead),
    body: spliceBetween(before.body, after.body),
    fields: fieldNames.options.flatMap((name) =>
      before.fields[name] === after.fields[name]
        ? []
        : { name, before: before.fields[name], after: after.fields[name], edited: name in before.edits },
    ),
    ...(official.length === 0 ? {} : { official }),
    ...(isSame ? {} : { conflicts: { before: before.conflicts, after: after.conflicts } }),
    ...(before.joinedInto === after.joinedInto
      ? {}
      : { joinedInto: { before: before.joinedInto, after: after.joinedInto } }),
  };
}

/** Throws `cannot-correct` where the article is no longer what the other side of the patch left. */
export function patched(article: Corrected, patch: CorrectionPatch, to: Side): Corrected {
  const fields = Object.fromEntries(patch.fields.map((field) => [field.name, field[to]]));
  const unedited = patch.fields.filter(({ edited }) => to === "before" && !edited).map(({ name }) => name);
  const edits = Object.entries({ ...article.edits, ...fields }).filter(
    ([name]) => !unedited.some((each) => each === name),
  );
  return {
    lead: spliced(article.lead, patch.lead, to),
    body: spliced(article.body, patch.body, to),
    fields: { ...article.fields, ...fields },
    edits: Object.fromEntries(edits),
    ...officialPatched(article, patch.official ?? [], to),
    conflicts: patch.conflicts?.[to] ?? article.conflicts,
    joinedInto: patch.joinedInto === undefined ? article.joinedInto : patch.joinedInto[to],
  };
}

function officialBetween(before: Corrected, after: Corrected): z.infer<typeof officialField>[] {
  return officialNames.flatMap((name) => {
    const [one, other] = [officialText(before.official, name), officialText(after.official, name)];
    return one === other ? [] : { name, before: one, after: other, edited: name in before.officialEdits };
  });
}

function officialPatched(
  { official, officialEdits }: Corrected,
  changes: readonly z.infer<typeof officialField>[],
  to: Side,
): Pick<Corrected, "official" | "officialEdits"> {
  const edits = new Map(Object.entries(officialEdits));
  for (const { name, edited, [to]: text } of changes) {
    if (to === "before" && !edited) edits.delete(name);
    else edits.set(name, text);
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
