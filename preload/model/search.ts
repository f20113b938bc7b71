/** A search over the library: what is asked, and what comes back. What a match is stands in search-hits.ts. */
import { z } from "zod";
import { dateSchema } from "./article.ts";
import type { BookmarkRow } from "./bookmark.ts";

/** A longer query is not typed but pasted by mistake; it still gets an answer. */
export const LONGEST_QUERY = 20_000;

/** What narrows a search beside its query; each is set by a click on a facet. */
export const searchFiltersSchema = z.object({
  /** Empty string: the articles whose source is not known. Null: any. */
  publication: z.string().nullable(),
  /** First and last day, both counted; with either set, articles without a date are left out. */
  from: dateSchema.nullable(),
  to: dateSchema.nullable(),
  collection: z.int().positive().nullable(),
  tag: z.string().nullable(),
  withPictures: z.boolean(),
  withBookmarks: z.boolean(),
});

export type SearchFilters = z.infer<typeof searchFiltersSchema>;

export const noFilters: SearchFilters = {
  publication: null,
  from: null,
  to: null,
  collection: null,
  tag: null,
  withPictures: false,
  withBookmarks: false,
};

/** A query and what goes with it; the same subject in the same library has the same hits. */
export const searchSubjectSchema = z.object({
  query: z.string().max(LONGEST_QUERY),
  /** Also looks for the other names of what the query names (简称对照). */
  shortNames: z.boolean(),
  filters: searchFiltersSchema,
});

export type SearchSubject = z.infer<typeof searchSubjectSchema>;

export const sentenceRequestSchema = z.object({
  subject: searchSubjectSchema,
  order: z.enum(["oldest", "newest"]),
  /** Where the last page said to go on; null for the first. */
  after: z.int().min(0).nullable(),
});

export type SentenceRequest = z.infer<typeof sentenceRequestSchema>;

export const searchRequestSchema = searchSubjectSchema.extend({
  sort: z.enum(["relevance", "newest", "oldest"]),
  offset: z.int().min(0),
  limit: z.int().min(1).max(200),
});

export type SearchRequest = z.infer<typeof searchRequestSchema>;

export const bookmarkSearchRequestSchema = z.object({
  subject: searchSubjectSchema,
  offset: z.int().min(0),
  limit: z.int().min(1).max(200),
});

export type BookmarkSearchRequest = z.infer<typeof bookmarkSearchRequestSchema>;

/** Text with the places to mark in it, in UTF-16 units, in order, apart from one another. */
export interface MarkedText {
  readonly text: string;
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

export interface Snippet extends MarkedText {
  /** The headings above it, outermost first, joined by " › "; empty where there are none. */
  readonly heading: string;
  /** Where its first hit stands in the canonical text; null for a hit in a field outside it, such as the source. */
  readonly start: number | null;
}

export interface SearchHit {
  readonly id: number;
  readonly title: MarkedText;
  readonly kicker: string;
  readonly publication: string;
  readonly issuedOn: string | null;
  readonly page: string;
  readonly pageName: string;
  readonly thumbnail: string | null;
  readonly starred: boolean;
  readonly sample: boolean;
  /** Occurrences of everything looked for. */
  readonly count: number;
  /** As many of them stand beside the text, in the source and other details: the open article cannot show those. */
  readonly besides: number;
  /** The two that tell most. */
  readonly snippets: readonly Snippet[];
  /** Found only by another name of what was asked (简称对照). */
  readonly byShortName: boolean;
}

/** Why an article is near, though not exactly what was asked for, best first. */
export const nearKinds = ["number", "punctuation", "words"] as const;

/**
 * `number`: the same amount in 万 or 亿. `punctuation`: the same characters, with punctuation or spaces more or less.
 * `words`: all the words, apart from one another.
 */
export type NearKind = (typeof nearKinds)[number];

export interface NearHit extends SearchHit {
  readonly near: NearKind;
}

/** Each count leaves the facet's own filter aside and obeys all the others. */
export interface SearchFacets {
  /** Most hits first; the empty name means not known. */
  readonly publications: readonly { readonly name: string; readonly articles: number }[];
  /** `YYYY-MM`, oldest first; the unknown month, an empty string, last. */
  readonly months: readonly { readonly month: string; readonly articles: number }[];
  readonly collections: readonly { readonly id: number; readonly title: string; readonly articles: number }[];
  readonly tags: readonly { readonly name: string; readonly articles: number }[];
  readonly withPictures: number;
  readonly withBookmarks: number;
}

/** What was not taken as it was typed. Each is a message code, `search.hint-…`, with the piece it speaks of. */
export interface QueryHint {
  readonly kind:
    | "operator"
    | "quote"
    | "brackets"
    | "and"
    | "not"
    | "date"
    | "value"
    | "punctuation"
    | "too-many-terms";
  readonly piece: string;
}

export interface SearchAnswer {
  /** Articles, exactly. */
  readonly total: number;
  readonly hits: readonly SearchHit[];
  /** Empty unless nothing matches exactly; the first page only. */
  readonly near: readonly NearHit[];
  readonly facets: SearchFacets;
  readonly hints: readonly QueryHint[];
  /** Names in the query that have others, such as 卫健委 → 卫生健康委员会; offered with a tick box. */
  readonly shortNames: readonly { readonly name: string; readonly others: readonly string[] }[];
  /** How much of the library is indexed, 0 to 1: below 1 the answer counts only what is. */
  readonly indexed: number;
  /** How long the library took, in milliseconds. */
  readonly took: number;
}

/** Every hit of one article, in the order of its text. */
export interface ArticleHits {
  readonly count: number;
  readonly snippets: readonly Snippet[];
}

/** One sentence that holds something looked for. */
export interface FoundSentence extends MarkedText {
  readonly id: number;
  /** Of the article's text. */
  readonly revision: number;
  /** Of the article. */
  readonly title: string;
  readonly publication: string;
  readonly issuedOn: string | null;
  /** Where the sentence's first hit stands in the canonical text. */
  readonly start: number;
  /** Its numbers, to be set bold. */
  readonly numbers: readonly (readonly [start: number, end: number])[];
}

/** `next` continues the list; null at its end. `articles` counts those that hold such sentences, all pages together. */
export interface SentencePage {
  readonly sentences: readonly FoundSentence[];
  readonly articles: number;
  readonly next: number | null;
}

/** A bookmark whose passage or note holds what is looked for. */
export interface FoundBookmark {
  readonly bookmark: BookmarkRow;
  /** As it was marked or, where only that holds anything, as it stands now. */
  readonly passage: MarkedText;
  readonly note: MarkedText;
}

export interface BookmarkPage {
  /** Of all pages, exactly. */
  readonly total: number;
  /** Newest first. */
  readonly rows: readonly FoundBookmark[];
}

/** A heading of some article that holds a phrase; quick find offers them. */
export interface FoundHeading {
  readonly id: number;
  readonly title: string;
  readonly heading: MarkedText;
  readonly start: number;
}
