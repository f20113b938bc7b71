/**
 * The document model: what every reader yields and every view, search and export walks.
 * Plain readonly values that survive JSON and structured cloning unchanged.
 */
import { z } from "zod";

export type Mark = "strong" | "emphasis" | "underline" | "strike" | "sup" | "sub" | "code";

export type Inline =
  | { readonly type: "text"; readonly text: string; readonly marks?: readonly Mark[] | undefined }
  | { readonly type: "link"; readonly href: string; readonly content: readonly Inline[] }
  | { readonly type: "line-break" }
  /** Only `base` counts in the canonical text; `annotation` is the reading above it. */
  | { readonly type: "ruby"; readonly base: string; readonly annotation: string }
  | { readonly type: "image"; readonly image: ImageHash | null; readonly alt: string }
  /** A reference to the footnote block with the same `id`. */
  | { readonly type: "footnote-mark"; readonly id: string }
  /** Where a page of the original begins, so that a citation can name it. */
  | { readonly type: "page-mark"; readonly page: string };

/** SHA-256 of a picture's bytes, 64 lower-case hexadecimal digits. */
export type ImageHash = string;

export interface TableCell {
  readonly header: boolean;
  /** How many columns and rows the cell spans, at least 1. */
  readonly columns: number;
  readonly rows: number;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly type: "heading"; readonly level: number; readonly content: readonly Inline[] }
  | { readonly type: "paragraph"; readonly content: readonly Inline[] }
  | { readonly type: "preformatted"; readonly content: readonly Inline[] }
  | {
      readonly type: "list";
      readonly ordered: boolean;
      /** The number of the first item of an ordered list. */
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly type: "table"; readonly rows: readonly (readonly TableCell[])[] }
  | {
      readonly type: "figure";
      /** Null where the source had a picture that did not come with it (缺图). */
      readonly image: ImageHash | null;
      readonly caption: readonly Inline[];
      readonly alt: string;
    }
  | { readonly type: "quote"; readonly blocks: readonly Block[] }
  | { readonly type: "divider" }
  | { readonly type: "footnote"; readonly id: string; readonly blocks: readonly Block[] };

/** What an official document (公文) states about itself, after GB/T 9704—2012. Empty where not stated. */
export interface OfficialDocument {
  readonly documentNumber: string;
  readonly issuingBody: string;
  readonly addressees: string;
  readonly attachments: readonly string[];
  /** The body or bodies that signed (落款). */
  readonly signature: string;
  /** As it stands on the document, such as `秘密★1年`; also `内部资料`. */
  readonly classification: string;
  /** 份号. */
  readonly copyNumber: string;
  /** 紧急程度, such as `特急`. */
  readonly urgency: string;
  /** 签发人. */
  readonly signer: string;
  /** 成文日期, `YYYY-MM-DD`. */
  readonly signedOn: string | null;
  /** 抄送机关. */
  readonly copiedTo: string;
  /** 印发机关. */
  readonly printedBy: string;
  /** 印发日期, `YYYY-MM-DD`. */
  readonly printedOn: string | null;
}

/** What a person reads and may correct by hand. Strings are empty where nothing is known. */
export interface ArticleFields {
  readonly kicker: string;
  readonly title: string;
  readonly subtitle: string;
  readonly byline: string;
  readonly publication: string;
  /** `YYYY-MM-DD`, or null where not known. */
  readonly issuedOn: string | null;
  /** The newspaper page's number as printed, such as `3` or `A03`. */
  readonly page: string;
  readonly pageName: string;
  readonly credits: string;
}

/** What a reader yields for one article. */
export interface ImportedArticle extends ArticleFields {
  /** Reading order among the articles of one page or file, from 0. */
  readonly placeOnPage: number;
  /** BCP 47, such as `zh-CN`. */
  readonly language: string;
  readonly official: OfficialDocument | null;
  readonly lead: readonly Block[];
  readonly body: readonly Block[];
}

/** Where an article came from: decides whether an import is the same, an update, or new. */
export interface ArticleSource {
  /** SHA-256 of the original file's bytes. */
  readonly sha256: string;
  /** The file's path as it was given, with the system's own separators. */
  readonly path: string;
  /** The article's place within its file: an ordinal on a page, an EPUB href, a zip entry. Empty for the whole file. */
  readonly part: string;
  readonly importerVersion: number;
}

/** An article as the library holds it. */
export interface Article extends ImportedArticle {
  readonly id: number;
  readonly uuid: string;
  readonly tags: readonly string[];
  readonly collections: readonly { readonly id: number; readonly title: string }[];
  readonly starred: boolean;
  /** Part of the starter library (示例). */
  readonly sample: boolean;
  /** Counts up each time the canonical text may have changed; positions in the text are valid for one revision. */
  readonly revision: number;
  readonly source: ArticleSource;
}

const markSchema: z.ZodType<Mark> = z.enum([
  "strong",
  "emphasis",
  "underline",
  "strike",
  "sup",
  "sub",
  "code",
]);

const imageSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .nullable();

const inlineSchema: z.ZodType<Inline> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.object({ type: z.literal("text"), text: z.string(), marks: z.array(markSchema).optional() }),
    z.object({ type: z.literal("link"), href: z.string(), content: z.array(inlineSchema) }),
    z.object({ type: z.literal("line-break") }),
    z.object({ type: z.literal("ruby"), base: z.string(), annotation: z.string() }),
    z.object({ type: z.literal("image"), image: imageSchema, alt: z.string() }),
    z.object({ type: z.literal("footnote-mark"), id: z.string() }),
    z.object({ type: z.literal("page-mark"), page: z.string() }),
  ]),
);

const span = z.int().min(1).max(1000);

export const blockSchema: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.object({ type: z.literal("heading"), level: z.int().min(1).max(6), content: z.array(inlineSchema) }),
    z.object({ type: z.literal("paragraph"), content: z.array(inlineSchema) }),
    z.object({ type: z.literal("preformatted"), content: z.array(inlineSchema) }),
    z.object({
      type: z.literal("list"),
      ordered: z.boolean(),
      start: z.int(),
      items: z.array(z.array(blockSchema)),
    }),
    z.object({
      type: z.literal("table"),
      rows: z.array(
        z.array(z.object({ header: z.boolean(), columns: span, rows: span, blocks: z.array(blockSchema) })),
      ),
    }),
    z.object({
      type: z.literal("figure"),
      image: imageSchema,
      caption: z.array(inlineSchema),
      alt: z.string(),
    }),
    z.object({ type: z.literal("quote"), blocks: z.array(blockSchema) }),
    z.object({ type: z.literal("divider") }),
    z.object({ type: z.literal("footnote"), id: z.string(), blocks: z.array(blockSchema) }),
  ]),
);

/** The two block lists of an article, as they are stored. */
export const articleBlocksSchema = z.object({ lead: z.array(blockSchema), body: z.array(blockSchema) });

/** `YYYY-MM-DD`, of a day that exists. */
export const dateSchema = z.iso.date();

/** What came later has a default: libraries hold documents that were stored before it. */
export const officialDocumentSchema: z.ZodType<OfficialDocument> = z.object({
  documentNumber: z.string(),
  issuingBody: z.string(),
  addressees: z.string(),
  attachments: z.array(z.string()),
  signature: z.string(),
  classification: z.string(),
  copyNumber: z.string().default(""),
  urgency: z.string().default(""),
  signer: z.string().default(""),
  signedOn: dateSchema.nullable().default(null),
  copiedTo: z.string().default(""),
  printedBy: z.string().default(""),
  printedOn: dateSchema.nullable().default(null),
});

export const articleFieldsSchema = z.object({
  kicker: z.string().max(500),
  title: z.string().max(1000),
  subtitle: z.string().max(1000),
  byline: z.string().max(500),
  publication: z.string().max(200),
  issuedOn: dateSchema.nullable(),
  page: z.string().max(40),
  pageName: z.string().max(200),
  credits: z.string().max(1000),
}) satisfies z.ZodType<ArticleFields>;

/** The shortest `ImportedArticle`: a reader states what it found and leaves the rest. */
export function emptyArticle(): ImportedArticle {
  return {
    kicker: "",
    title: "",
    subtitle: "",
    byline: "",
    publication: "",
    issuedOn: null,
    page: "",
    pageName: "",
    credits: "",
    placeOnPage: 0,
    language: "zh-CN",
    official: null,
    lead: [],
    body: [],
  };
}

/** An official document that states nothing yet. */
export const emptyOfficialDocument: OfficialDocument = {
  documentNumber: "",
  issuingBody: "",
  addressees: "",
  attachments: [],
  signature: "",
  classification: "",
  copyNumber: "",
  urgency: "",
  signer: "",
  signedOn: null,
  copiedTo: "",
  printedBy: "",
  printedOn: null,
};

/** A paragraph or caption's content that is nothing but text. */
export function plain(text: string): readonly Inline[] {
  return text === "" ? [] : [{ type: "text", text }];
}
