/** What the fields of an article are called at the desk. */
import type { ArticleFields } from "../../preload/model/article.ts";
import type { CorrectedField } from "../../preload/model/correction.ts";
import type { MessageCode } from "../../preload/model/messages.ts";

/** The title alone in its line, the others in pairs. */
export const fieldNames = [
  "title",
  "kicker",
  "subtitle",
  "byline",
  "credits",
  "publication",
  "issuedOn",
  "page",
  "pageName",
] as const satisfies readonly (keyof ArticleFields)[];

const labels = {
  title: "correcting.title-field",
  kicker: "correcting.kicker",
  subtitle: "correcting.subtitle",
  byline: "correcting.byline",
  credits: "correcting.credits",
  publication: "correcting.publication",
  issuedOn: "correcting.issuedOn",
  page: "correcting.page",
  pageName: "correcting.pageName",
  "official.documentNumber": "official.document-number",
  "official.issuingBody": "official.issuing-body",
  "official.classification": "official.classification",
  "official.urgency": "official.urgency",
  "official.copyNumber": "official.copy-number",
  "official.signer": "official.signer",
  "official.addressees": "official.addressees",
  "official.attachments": "official.attachments",
  "official.signature": "official.signature",
  "official.signedOn": "official.signed-on",
  "official.copiedTo": "official.copied-to",
  "official.printedBy": "official.printed-by",
  "official.printedOn": "official.printed-on",
} as const satisfies Record<CorrectedField, MessageCode>;

export function labelOf(name: CorrectedField): (typeof labels)[CorrectedField] {
  return labels[name];
}
