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

/** Only what was really changed. A field of many that was typed in and emptied again is not a change. */
export function changedFields(
  shared: SharedDetails,
  edited: Partial<Record<EditedField, string>>,
): Partial<ArticleFields> | "wrong-date" {
  const changes: Record<string, string | null> = {};
  for (const name of editedFields) {
    const typed = edited[name]?.trim();
    if (typed === undefined || typed === (shared[name] ?? "")) continue;
    if (name === "issuedOn") {
      if (typed !== "" && !dateSchema.safeParse(typed).success) return "wrong-date";
      changes[name] = typed === "" ? null : typed;
    } else changes[name] = typed;
  }
  return changes as Partial<ArticleFields>;
}
