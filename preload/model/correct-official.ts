/** What an official document states about itself, field by field as text: how it is corrected by hand. */
import type { OfficialDocument } from "./article.ts";
import { emptyOfficialDocument, officialDocumentSchema } from "./article.ts";
import { FailureError } from "./result.ts";

/** In the order in which they stand on a document. */
export const officialNames = [
  "documentNumber",
  "issuingBody",
  "classification",
  "urgency",
  "copyNumber",
  "signer",
  "addressees",
  "attachments",
  "signature",
  "signedOn",
  "copiedTo",
  "printedBy",
  "printedOn",
] as const satisfies readonly (keyof OfficialDocument)[];

export type OfficialName = (typeof officialNames)[number];

/** Attachments stand a line each; what is not stated, and an article that is no such document, say nothing. */
export function officialText(official: OfficialDocument | null, name: OfficialName): string {
  if (official === null) return "";
  return name === "attachments" ? official.attachments.join("\n") : (official[name] ?? "");
}

/** The inverse; null once nothing is stated any more. Throws `cannot-correct` for a date that is none. */
export function withOfficial(
  official: OfficialDocument | null,
  name: OfficialName,
  text: string,
): OfficialDocument | null {
  const changed = { ...(official ?? emptyOfficialDocument), [name]: statedAs(name, text) };
  const parsed = officialDocumentSchema.safeParse(changed);
  if (!parsed.success) throw new FailureError("cannot-correct");
  return officialNames.some((each) => officialText(parsed.data, each) !== "") ? parsed.data : null;
}

function statedAs(name: OfficialName, text: string): string | null | readonly string[] {
  switch (name) {
    case "attachments":
      return text.split("\n").filter((line) => line !== "");
    case "signedOn":
    case "printedOn":
      return text === "" ? null : text;
    default:
      return text;
  }
}
