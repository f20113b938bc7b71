/** The article list: what is asked of it, and its rows. */
import { z } from "zod";
import type { ArticleFields } from "./article.ts";

export const listQuerySchema = z.object({
  /** Which shelf. `trash` is the only one that shows what was deleted. */
  shelf: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("all") }),
    z.object({ kind: z.literal("recent") }),
    z.object({ kind: z.literal("unread") }),
    z.object({ kind: z.literal("starred") }),
    z.object({ kind: z.literal("trash") }),
    z.object({ kind: z.literal("collection"), id: z.int().positive() }),
  ]),
  /** Empty string: the articles whose source is not known. Null: any. */
  publication: z.string().nullable(),
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty string: date not known; null: any. */
  issued: z
    .string()
    .regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/)
    .nullable(),
  /** As printed; empty string: page not known; left out: any. */
  page: z.string().max(40).optional(),
  /** `date`: newest issue first, then page and place on the page; unknown dates last. `recent` sorts by last reading. */
  sort: z.enum(["date", "title"]),
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
});

export type ListQuery = z.infer<typeof listQuerySchema>;

export interface ArticleRow {
  readonly id: number;
  readonly kicker: string;
  readonly title: string;
  readonly publication: string;
  readonly issuedOn: string | null;
  readonly page: string;
  readonly pageName: string;
  /** The beginning of the lead, or of the body where there is no lead. */
  readonly excerpt: string;
  /** Characters of the canonical text, white space not counted. */
  readonly characters: number;
  /** How many figures have their picture. */
  readonly images: number;
  /** Hash of the first picture; null where there is none. */
  readonly thumbnail: string | null;
  readonly starred: boolean;
  readonly unread: boolean;
  readonly sample: boolean;
  /** Of an official document, or 内部资料; empty for all others. */
  readonly classification: string;
}

export interface Collection {
  readonly id: number;
  /** A path: see collection-path.ts. */
  readonly title: string;
  /** Those of the collections below it as well, each counted once. */
  readonly articles: number;
}

/** A day on which a newspaper came out. */
export interface IssueDay {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly articles: number;
}

/** What a newspaper's calendar shows. */
export interface NewspaperIssues {
  /** Oldest first. */
  readonly days: readonly IssueDay[];
  /** Articles of it whose date is not known. */
  readonly undated: number;
}

/** A page of one issue. */
export interface IssuePage {
  /** As printed; empty: not known. */
  readonly page: string;
  readonly pageName: string;
  readonly articles: number;
}

/** The details of several articles: null where they differ, an unknown date empty. */
export type SharedDetails = { readonly [Name in keyof ArticleFields]: string | null };

/** What the filters offer. Counts leave out the trash. */
export interface LibraryOverview {
  readonly articles: number;
  readonly unread: number;
  readonly starred: number;
  readonly recent: number;
  readonly trashed: number;
  readonly samples: number;
  readonly collections: readonly Collection[];
  /** By name; the empty name last. */
  readonly publications: readonly { readonly name: string; readonly articles: number }[];
  /** Newest first; the unknown month, an empty string, last. */
  readonly months: readonly { readonly month: string; readonly articles: number }[];
  readonly tags: readonly { readonly name: string; readonly articles: number }[];
}

/** An article to go to from the one that is open, null at either end. */
export interface Neighbour {
  readonly id: number;
  readonly title: string;
}

/** By issue, page and place: the articles before and after, and the first article of the page before and after. */
export interface Neighbours {
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
  readonly previousPage: Neighbour | null;
  readonly nextPage: Neighbour | null;
}

export interface ImportRecord {
  readonly job: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly imported: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly cancelled: boolean;
  /** Whether it has been taken back; `begun` where that was interrupted. */
  readonly undo: "no" | "begun" | "done";
}
