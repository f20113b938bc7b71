/** What several articles have in common, and what a form changed of it. */
import { type ArticleFields, dateSchema } from "../../preload/model/article.ts";
import type { SharedDetails } from "../../preload/model/listing.ts";

export const editedFields = [
  "kicker",
  "title",
  "subtitle",
  "byline",
  "publication",
  "issuedOn",
  "page",
  "pageName",
  "credits",
] as const satisfies readonly (keyof ArticleFields)[];

export type EditedField = (typeof editedFields)[number];

/** How many of the articles carry a mark such as a tag: all, some or none of them. */
export type Share = "all" | "some" | "none";

export function shareOf(having: number, total: number): Share {
  if (having === 0) return "none";
  return having === total ? "all" : "some";
}

/** Which fields can be emptied of all articles at once: those in which they differ. No article goes without a title. */
export function clearableFields(shared: SharedDetails): readonly EditedField[] {
  return editedFields.filter((name) => name !== "title" && shared[name] === null);
}

/**
 * Only what was really changed. A field of many that was typed in and emptied again is not a change, unless it was said
 * that it is to be emptied: `cleared`.
 */
export function changedFields(
  shared: SharedDetails,
  edited: Partial<Record<EditedField, string>>,
  cleared: ReadonlySet<EditedField> = new Set(),
): Partial<ArticleFields> | "wrong-date" {
  const changes: Record<string, string | null> = {};
  for (const name of editedFields) {
    const isCleared = cleared.has(name);
    const typed = isCleared ? "" : edited[name]?.trim();
    if (typed === undefined || (!isCleared && typed === (shared[name] ?? ""))) continue;
    if (name === "issuedOn") {
      if (typed !== "" && !dateSchema.safeParse(typed).success) return "wrong-date";
      changes[name] = typed === "" ? null : typed;
    } else changes[name] = typed;
  }
  return changes as Partial<ArticleFields>;
}
