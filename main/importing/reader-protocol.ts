/**
 * What the reader process and its parent say to each other. For each file: `open` → `opened` with the fingerprint, so
 * that a file the library knows is never parsed; `read` → parcels, each asked for with `more`, the last with `end`;
 * or `skip`. At any point `failed` instead. Several files may be open; they are read in the order of their `read`.
 */
import { z } from "zod";
import { articleFieldsSchema, officialDocumentSchema } from "../../preload/model/article.ts";
import { importErrorCodes } from "../../preload/model/import-report.ts";
import type { PackedImport } from "../../preload/model/packed-article.ts";
import { manifestRowSchema } from "./manifest.ts";

/** Articles and bytes in one parcel: few enough that receiving one never holds up the parent. */
export const ARTICLES_IN_PARCEL = 20;
export const BYTES_IN_PARCEL = 4 * 1024 * 1024;

/** More than any file that is read: a reader gone wrong cannot make its parent reserve memory without end. */
const LARGEST_BLOB_BYTES = 512 * 1024 * 1024;

const file = z.int();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const parameters = z.record(z.string(), z.union([z.string(), z.number()]));

const readingOptions = {
  encoding: z.string().optional(),
  password: z.string().max(1000).optional(),
};

export const requestSchema = z.discriminatedUnion("type", [
  z.object({
    ...{ type: z.literal("open"), file, path: z.string(), ...readingOptions },
    /** What an earlier import kept of the file, to be read in its place. */
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array).optional(),
    /** A document that bears a classification is read like any other. */
    allowClassified: z.boolean().optional(),
    /** What a list beside the file says of it. */
    row: manifestRowSchema.optional(),
  }),
  /** `encoding`: the one that was once chosen for these bytes, where `open` named none. */
  z.object({ type: z.literal("read"), file, encoding: z.string().optional() }),
  z.object({ type: z.literal("skip"), file }),
  z.object({ type: z.literal("more"), file }),
]);

export type ReaderRequest = z.infer<typeof requestSchema>;

/** What the blocks say is looked at where they are stored: main only hands them on. */
const articleSchema: z.ZodType<PackedImport> = z.object({
  ...articleFieldsSchema.shape,
  blocks: z.string(),
  placeOnPage: z.int().min(0),
  language: z.string().max(100),
  official: officialDocumentSchema.nullable(),
});

const part = z.string().max(2000);

const parcelSchema = z.object({
  articles: z.array(
    z.object({
      part,
      article: articleSchema,
      folders: z.array(z.string().max(1000)).max(200).optional(),
      collection: z.string().max(200).optional(),
    }),
  ),
  /** Pieces of the original and of pictures: where each begins, and how long the whole is. */
  pieces: z.array(
    z.object({
      sha256,
      start: z.int().min(0),
      total: z.int().min(0).max(LARGEST_BLOB_BYTES),
      bytes: z.instanceof(Uint8Array),
    }),
  ),
  end: z
    .object({
      warnings: z.array(z.object({ code: z.string(), parameters, part: part.optional() })),
      failed: z.array(z.object({ part, code: z.enum(importErrorCodes), parameters })),
      collection: z.string().max(200).nullable(),
      tags: z.array(z.string().min(1).max(200)).max(100),
      pictures: z.array(
        z.object({ sha256, mediaType: z.string(), width: z.int().positive(), height: z.int().positive() }),
      ),
    })
    .nullable(),
});

export const replySchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready") }),
  z.object({ type: z.literal("opened"), file, sha256, size: z.int().min(0) }),
  z.object({ type: z.literal("parcel"), file, ...parcelSchema.shape }),
  z.object({ type: z.literal("failed"), file, code: z.enum(importErrorCodes), parameters }),
]);

export type ReaderReply = z.infer<typeof replySchema>;

export type Parcel = z.infer<typeof parcelSchema>;
