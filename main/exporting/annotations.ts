/**
 * The file that bookmarks are kept and handed on in (标注备份文件): a page of W3C Web Annotations in JSON-LD. Each has its
 * quote, its place in code points and its source; what W3C has no word for stands under `antou:`.
 */
import { z } from "zod";
import type { ExportedBookmark, ForeignAnnotation } from "../../preload/model/bookmark.ts";
import { bookmarkColors, bookmarkTagSchema, noteSchema } from "../../preload/model/bookmark.ts";
import { FailureError } from "../../preload/model/result.ts";

const W3C_CONTEXT = "http://www.w3.org/ns/anno.jsonld";

/** An RFC 2396 name of our own, since nothing of Antou is on the network. */
const OWN_TERMS = { antou: "urn:antou:terms:" };

export function annotationPage(bookmarks: readonly ExportedBookmark[]): string {
  const page = {
    "@context": [W3C_CONTEXT, OWN_TERMS],
    type: "AnnotationPage",
    items: bookmarks.map(annotationOf),
  };
  return `${JSON.stringify(page, null, 1)}\n`;
}

function annotationOf(bookmark: ExportedBookmark) {
  const { uuid, note, tags, color, state, createdAt, changedAt, anchor, quote, position } = bookmark;
  const textual = (purpose: string, value: string) => ({
    ...{ type: "TextualBody", purpose, format: "text/plain", value },
  });
  return {
    type: "Annotation",
    id: `urn:uuid:${uuid}`,
    motivation: note === "" ? "highlighting" : "commenting",
    created: createdAt,
    modified: changedAt,
    body: [
      ...(note === "" ? [] : [textual("commenting", note)]),
      ...tags.map((tag) => textual("tagging", tag)),
    ],
    "antou:color": color,
    "antou:state": state,
    ...(anchor.quote === quote ? {} : { "antou:marked": quote }),
    target: {
      source: sourceOf(bookmark),
      selector: [
        { type: "TextPositionSelector", ...position },
        { type: "TextQuoteSelector", exact: anchor.quote, prefix: anchor.prefix, suffix: anchor.suffix },
      ],
    },
  };
}

function sourceOf({ articleUuid, title, publication, issuedOn, page, sha256, part }: ExportedBookmark) {
  return {
    id: `urn:uuid:${articleUuid}`,
    type: "Text",
    format: "text/plain",
    "antou:title": title,
    "antou:publication": publication,
    "antou:issued": issuedOn,
    "antou:page": page,
    "antou:original": `sha256:${sha256}`,
    "antou:part": part,
  };
}

/** Entries are looked at one by one, so the whole is taken as it is. */
const pageSchema = z.union([
  z.object({ type: z.literal("AnnotationPage"), items: z.array(z.unknown()) }),
  z.object({ type: z.literal("AnnotationCollection"), first: z.object({ items: z.array(z.unknown()) }) }),
  z.object({ type: z.literal("Annotation") }).loose(),
  z.array(z.unknown()),
]);

const bodySchema = z.object({ value: z.string(), purpose: z.string().optional() });
const quoteSchema = z.object({
  exact: z.string().min(1).max(5_000_000),
  prefix: z.string().default(""),
  suffix: z.string().default(""),
});
const positionSchema = z
  .object({ start: z.int().min(0), end: z.int().positive() })
  .refine(({ start, end }) => start < end);
const sourceSchema = z.object({
  id: z.string().default(""),
  "antou:title": z.string().default(""),
  "antou:publication": z.string().nullable().default(null),
  "antou:issued": z.string().nullable().default(null),
  "antou:original": z.string().default(""),
  "antou:part": z.string().nullable().default(null),
});
const annotationSchema = z.object({
  type: z.literal("Annotation"),
  id: z.string().default(""),
  created: z.iso.datetime().nullable().default(null),
  body: z.unknown().optional(),
  "antou:color": z.enum(bookmarkColors).catch("yellow"),
  "antou:marked": z.string().min(1).nullable().default(null),
  target: z.object({ source: z.unknown().optional(), selector: z.unknown() }),
});

/** The entries of a file, unread. Throws `not-annotations` where it is no JSON or none of this kind. */
export function annotationEntries(bytes: Uint8Array, path: string): readonly unknown[] {
  try {
    const page = pageSchema.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
    if (Array.isArray(page)) return page;
    if (page.type === "AnnotationPage") return page.items;
    return page.type === "AnnotationCollection" ? page.first.items : [page];
  } catch {
    throw new FailureError("not-annotations", { path });
  }
}

/** Null where the entry is no annotation of a passage. Notes are text, whatever stands in them. */
export function readAnnotation(entry: unknown): ForeignAnnotation | null {
  const annotation = annotationSchema.safeParse(entry);
  if (!annotation.success) return null;
  const { id, created, body, target } = annotation.data;
  const selectors = listOf(target.selector);
  const quote = firstOf(selectors, quoteSchema);
  if (quote === null) return null;
  const bodies = listOf(body).flatMap((each) => bodySchema.safeParse(each).data ?? []);
  const note = bodies.find(({ purpose }) => purpose !== "tagging")?.value ?? "";
  const tags = bodies.filter(({ purpose }) => purpose === "tagging").map(({ value }) => value);
  if (!noteSchema.safeParse(note).success) return null;
  return {
    uuid: uuidOf(id),
    article: articleOf(target.source),
    position: firstOf(selectors, positionSchema),
    quote: quote.exact,
    markedQuote: annotation.data["antou:marked"],
    prefix: quote.prefix,
    suffix: quote.suffix,
    color: annotation.data["antou:color"],
    note,
    tags: [...new Set(tags.flatMap((tag) => bookmarkTagSchema.safeParse(tag).data ?? []))],
    createdAt: created,
  };
}

function articleOf(source: unknown): ForeignAnnotation["article"] {
  const named = sourceSchema.safeParse(typeof source === "string" ? { id: source } : source);
  const { id, ...own } = named.data ?? sourceSchema.parse({});
  return {
    uuid: uuidOf(id),
    sha256: /^sha256:([0-9a-f]{64})$/.exec(own["antou:original"])?.[1] ?? null,
    part: own["antou:part"],
    title: own["antou:title"],
    publication: own["antou:publication"],
    issuedOn: own["antou:issued"],
  };
}

function uuidOf(id: string): string | null {
  return z.uuid().safeParse(id.replace(/^urn:uuid:/i, "").toLowerCase()).data ?? null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function firstOf<Value>(values: readonly unknown[], schema: z.ZodType<Value>): Value | null {
  for (const value of values) {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
  }
  return null;
}
