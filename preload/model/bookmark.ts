/** Bookmarks (标注): marked passages, with or without a note; what is asked of them, and how they come back. */
import { z } from "zod";
import type { Anchor } from "./anchor.ts";
import { anchorSchema } from "./anchor.ts";
import type { OfficialDocument } from "./article.ts";
import { dateSchema } from "./article.ts";
import type { Span } from "./article-text.ts";

export const bookmarkColors = ["red", "yellow", "green", "blue", "grey"] as const;

export type BookmarkColor = (typeof bookmarkColors)[number];

/**
 * What became of the passage since it was marked. `moved`: the same text at another place (位置已变). `changed`: another
 * text at its place (原文有改动). `lost`: its place was not found again (未找到原文).
 */
export const bookmarkStates = ["kept", "moved", "changed", "lost"] as const;

export type BookmarkState = (typeof bookmarkStates)[number];

export interface Bookmark {
  readonly id: number;
  readonly uuid: string;
  /** The article's id. */
  readonly article: number;
  /** Where the passage stands; of a lost one, where it last stood and what stood there. */
  readonly anchor: Anchor;
  /** The text that was marked, whatever became of it. */
  readonly quote: string;
  /** Where the passage began when it was marked. */
  readonly markedStart: number;
  readonly state: BookmarkState;
  readonly color: BookmarkColor;
  readonly note: string;
  readonly tags: readonly string[];
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** ISO 8601, UTC: the last change of colour, note, tags or place by hand. */
  readonly changedAt: string;
}

/** What now stands at a bookmark's place; empty where it is lost. */
export function standingText({ state, anchor }: Pick<Bookmark, "state" | "anchor">): string {
  return state === "lost" ? "" : anchor.quote;
}

/** What a bookmark's state is with the passage found at `anchor`. */
export function stateAt(
  { quote, markedStart }: Pick<Bookmark, "quote" | "markedStart">,
  anchor: Anchor,
): Exclude<BookmarkState, "lost"> {
  if (anchor.quote !== quote) return "changed";
  return anchor.start === markedStart ? "kept" : "moved";
}

/** A bookmark beside the article it is in, as lists and exports show it. */
export interface BookmarkRow extends Bookmark {
  readonly title: string;
  readonly publication: string;
  readonly issuedOn: string | null;
  readonly page: string;
}

/** A bookmark with all that its citation and a file for other libraries say of its article. */
export interface ExportedBookmark extends BookmarkRow {
  readonly articleUuid: string;
  /** Of the original file, and the article's place in it. */
  readonly sha256: string;
  readonly part: string;
  readonly byline: string;
  readonly official: OfficialDocument | null;
  /** Where the passage stands, in code points, as W3C counts. */
  readonly position: Span;
}

export const bookmarkTagSchema = z.string().trim().min(1).max(200);
export const noteSchema = z.string().max(100_000);
const idSchema = z.int().positive();

/** As it comes back to be put where it was: what `deleteBookmarks` and `changeBookmarks` answered. */
export const bookmarkSchema = z.object({
  id: idSchema,
  uuid: z.uuid(),
  article: idSchema,
  anchor: anchorSchema,
  quote: z.string().min(1),
  markedStart: z.int().min(0),
  state: z.enum(bookmarkStates),
  color: z.enum(bookmarkColors),
  note: noteSchema,
  tags: z.array(bookmarkTagSchema),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
}) satisfies z.ZodType<Bookmark>;

/** Which bookmarks; null: any. Those of articles in the trash are never listed. */
export const bookmarkFilterSchema = z.object({
  article: idSchema.nullable(),
  tag: z.string().nullable(),
  color: z.enum(bookmarkColors).nullable(),
  state: z.enum(bookmarkStates).nullable(),
  /** Stands in the quote, the text as it now is, or the note; empty: any. */
  phrase: z.string().max(1000),
  /** First and last day of marking in local time, both counted. */
  from: dateSchema.nullable(),
  to: dateSchema.nullable(),
});

export type BookmarkFilter = Readonly<z.infer<typeof bookmarkFilterSchema>>;

export const everyBookmark: BookmarkFilter = {
  article: null,
  tag: null,
  color: null,
  state: null,
  phrase: "",
  from: null,
  to: null,
};

/**
 * `article`: newest issue first, then page and the place in the text, so that bookmarks of one article stand together.
 * `tag`: by the first of their tags, those without one last. `newest`, `oldest`: by the time of marking.
 */
export const bookmarkSorts = ["article", "newest", "oldest", "color", "tag"] as const;

export const bookmarkSelectionSchema = bookmarkFilterSchema.extend({ sort: z.enum(bookmarkSorts) });

export type BookmarkSelection = Readonly<z.infer<typeof bookmarkSelectionSchema>>;

export const bookmarkQuerySchema = bookmarkSelectionSchema.extend({
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
});

export type BookmarkQuery = Readonly<z.infer<typeof bookmarkQuerySchema>>;

/** How many bookmarks each group holds. Each list leaves the filter's own part aside and obeys all the others. */
export interface BookmarkGroups {
  /** By title. */
  readonly articles: readonly { readonly id: number; readonly title: string; readonly count: number }[];
  /** By name. */
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  /** Every colour, also those without bookmarks. */
  readonly colors: Readonly<Record<BookmarkColor, number>>;
  /** Every state, also those without bookmarks. */
  readonly states: Readonly<Record<BookmarkState, number>>;
  /** `YYYY-MM` in local time, newest first. */
  readonly months: readonly { readonly month: string; readonly count: number }[];
}

/** What another text of an article did to its bookmarks. */
export type BookmarkOutcome = Readonly<Record<BookmarkState, number>>;

export const bookmarkFormats = ["docx", "csv", "md", "jsonld"] as const;

export type BookmarkFormat = (typeof bookmarkFormats)[number];

/** How an export is divided: a bookmark of several tags stands under each of them. */
export const bookmarkGroupings = ["article", "tag"] as const;

export type BookmarkGrouping = (typeof bookmarkGroupings)[number];

/** A passage as a file of annotations brings it, from this library or another. */
export interface ForeignAnnotation {
  /** Null where the file gives none, or none of this kind. */
  readonly uuid: string | null;
  readonly article: {
    readonly uuid: string | null;
    readonly sha256: string | null;
    readonly part: string | null;
    readonly title: string;
    readonly publication: string | null;
    readonly issuedOn: string | null;
  };
  /** In code points; null where the file gives none. */
  readonly position: Span | null;
  readonly quote: string;
  /** What was marked, where another text stands there since. */
  readonly markedQuote: string | null;
  readonly prefix: string;
  readonly suffix: string;
  readonly color: BookmarkColor;
  readonly note: string;
  readonly tags: readonly string[];
  readonly createdAt: string | null;
}

/** What importing a file of annotations does, or would do. */
export interface AnnotationReport {
  readonly added: number;
  /** Here already with the same passage, colour, note and tags. */
  readonly existing: number;
  /** Here already, but with another colour, note or tags: what is here stays. */
  readonly different: number;
  /** Their article is not here, or the passage was not found in it. */
  readonly unplaceable: number;
  /** Entries of the file that are no annotations of passages. */
  readonly unreadable: number;
  /** The first thousand of each. */
  readonly differentRows: readonly AnnotationRow[];
  readonly unplaceableRows: readonly AnnotationRow[];
}

export interface AnnotationRow {
  readonly quote: string;
  /** As the file names it. */
  readonly article: string;
  readonly reason: "no-article" | "several-articles" | "no-passage" | "differs";
}
