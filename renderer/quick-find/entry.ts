/** What quick find looks through, and what it answers: plain values, for they pass between the window and its worker. */
import type { QuickFindKind } from "../../preload/model/quick-find.ts";

/** Where an entry comes from. Another source is another name here, and a caller that hands over its entries. */
export type Source = "articles" | "bookmarks" | "commands" | "publications" | "collections" | "tags";

export interface Entry {
  /** Tells it from the others of its source: an article's or collection's id, a command's, newspaper's or tag's name. */
  readonly key: string;
  /** What its row shows; found here, it comes first. Of a bookmark its note: without one the row begins with what stands beside it. */
  readonly title: string;
  /** Other words it is known by: an article's kicker, a command's name in the other language, a bookmark's passage and tags. */
  readonly beside: string;
  /** Where it comes from, which finds it last: an article's newspaper, a bookmark's article. */
  readonly publication: string;
  /** `YYYY-MM-DD`; empty where not known. */
  readonly issuedOn: string;
}

export interface FoundRow extends Entry {
  /** Headings are found by main, in the index of the texts. */
  readonly source: Source | "headings";
  /** What was found in the title, in UTF-16 units, in order, apart from one another. */
  readonly ranges: readonly Range[];
}

export type Range = readonly [start: number, end: number];

/** What the window tells its worker. */
export type ToWorker =
  /** All entries of one block; `packed` as the library packs them. */
  | { readonly kind: QuickFindKind; readonly block: number; readonly packed: string }
  /** All entries of another source. */
  | {
      readonly kind: "entries";
      readonly source: Exclude<Source, QuickFindKind>;
      readonly entries: readonly Entry[];
    }
  | { readonly kind: "find"; readonly question: number; readonly text: string; readonly limit: number };

/** What the worker tells the window. */
export type FromWorker =
  /** To the newest question only; an older one that was not answered yet never is. */
  | { readonly kind: "found"; readonly question: number; readonly rows: readonly FoundRow[] }
  /** `ready` entries of `known` are prepared to the last. */
  | { readonly kind: "prepared"; readonly ready: number; readonly known: number };
