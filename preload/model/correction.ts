/**
 * Putting right what an import got wrong (校对): the steps a person takes, each undone as it was done. What the file
 * says is kept apart and is laid under the corrections at the next import (main/library/corrections.ts).
 */
import { z } from "zod";
import type { Block } from "./article.ts";
import { articleFieldsSchema } from "./article.ts";
import type { BookmarkOutcome } from "./bookmark.ts";
import { officialNames } from "./correct-official.ts";
import type { PackedArticle } from "./packed-article.ts";

/** Where a block stands among the outermost of an article. */
export const blockPlaceSchema = z.object({ part: z.enum(["lead", "body"]), index: z.int().min(0) });

export type BlockPlace = z.infer<typeof blockPlaceSchema>;

/** What a paragraph can be made; `kicker` to `credits` move its text into that field. */
export const blockRoles = [
  "paragraph",
  "heading",
  "caption",
  "lead",
  "kicker",
  "subtitle",
  "byline",
  "credits",
] as const;

const articleId = z.int().positive();
const image = z.string().regex(/^[0-9a-f]{64}$/);

/** One step within one article. Offsets are UTF-16 units of the canonical text of the revision it is taken at. */
export const correctionStepSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("role"),
    at: blockPlaceSchema,
    role: z.enum(blockRoles),
    /** Of a heading. */
    level: z.int().min(1).max(4).optional(),
  }),
  /** With the block above it in the same part. */
  z.object({ kind: z.literal("join"), at: blockPlaceSchema }),
  /** Before the character at `offset`, within a block of text. */
  z.object({ kind: z.literal("split"), offset: z.int().min(0) }),
  /** To stand before the block at `before`; to the part's end where its index is the part's length. */
  z.object({ kind: z.literal("move"), at: blockPlaceSchema, before: blockPlaceSchema }),
  z.object({ kind: z.literal("delete"), at: blockPlaceSchema }),
  /** Characters put right within one piece of text: a field, a paragraph, a caption, a cell. */
  z.object({
    kind: z.literal("replace"),
    start: z.int().min(0),
    end: z.int().min(0),
    text: z.string().max(100_000),
  }),
  /** A field of the article as a whole; an empty date is one that is not known. */
  z.object({ kind: z.literal("field"), name: articleFieldsSchema.keyof(), value: z.string().max(1000) }),
  /** A field of an official document, as `officialText` writes it; an empty one is not stated. */
  z.object({ kind: z.literal("official"), name: z.enum(officialNames), value: z.string().max(10_000) }),
  /** A picture given to a figure that lacks one (缺图), or put as a figure of its own before a block. */
  z.object({ kind: z.literal("picture"), at: blockPlaceSchema, image, into: z.enum(["figure", "before"]) }),
]);

export type CorrectionStep = z.infer<typeof correctionStepSchema>;

/** One step that touches two articles. */
export const articleStepSchema = z.discriminatedUnion("kind", [
  /** The blocks from here on become an article of their own. */
  z.object({
    kind: z.literal("split-article"),
    at: blockPlaceSchema,
    title: z.string().trim().min(1).max(1000),
  }),
  /** `other` is put at this article's end and stands alone no longer. */
  z.object({ kind: z.literal("join-article"), other: articleId }),
  /** A block goes to the end of another article's body. */
  z.object({ kind: z.literal("give"), at: blockPlaceSchema, other: articleId }),
]);

export type ArticleStep = z.infer<typeof articleStepSchema>;

/** Where the file, imported again, and the corrections say different things of the same place; the corrections stand. */
export interface CorrectionConflict {
  /** Among the article's conflicts, from 0. */
  readonly index: number;
  readonly mine: readonly Block[];
  readonly imported: readonly Block[];
}

/** The fields that can be corrected: the article's own, and those of an official document. */
export const correctedFields = [
  ...articleFieldsSchema.keyof().options,
  ...officialNames.map((name) => `official.${name}` as const),
];

export type CorrectedField = (typeof correctedFields)[number];

/** A field of which the file, imported again, says another thing than when it was corrected; the correction stands. */
export interface FieldConflict {
  readonly name: CorrectedField;
  /** As text; empty for what is not known. */
  readonly mine: string;
  readonly imported: string;
}

/** Typed before a power cut, or into a paragraph that became another meanwhile. */
export interface RescuedText {
  readonly id: string;
  readonly typed: string;
  /** Whether it stands in the article, as a step that can be undone; else it can be copied from here. */
  readonly isTaken: boolean;
}

/** An article at the correcting desk. */
export interface CorrectionDesk {
  readonly article: PackedArticle;
  /** Names what is on the desk, for steps to say on what they were taken. */
  readonly state: string;
  readonly rescued: readonly RescuedText[];
  /** The blocks as the file says, packed as an article's are. */
  readonly imported: string;
  /** How many of its bookmarks are in which state; undefined where it has none. */
  readonly bookmarks: BookmarkOutcome | undefined;
  /** How many steps can be undone and redone. */
  readonly undoable: number;
  readonly redoable: number;
  readonly conflicts: readonly CorrectionConflict[];
  readonly fieldConflicts: readonly FieldConflict[];
  /** The pieces of an article cut over pages （下转第4版）/（上接第1版） that may belong to it, best first. */
  readonly continuations: readonly { readonly id: number; readonly title: string; readonly page: string }[];
  /** Pictures found beside the article's file, or of its page, that no article shows. */
  readonly spare: readonly { readonly image: string; readonly width: number; readonly height: number }[];
  /** Other articles of its file or page, of its issue, of its folder; the nearest first. */
  readonly siblings: readonly { readonly id: number; readonly title: string; readonly page: string }[];
}
