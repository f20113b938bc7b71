/** How an article is opened: at which place, and with the hits of which search. */
import type { NearKind, SearchSubject } from "./search.ts";

/** What was searched for, as far as its hits in a text depend on it. */
export interface SearchedWords extends Pick<SearchSubject, "query" | "shortNames"> {
  /** Why the article is near, where it is not exactly what was asked for. */
  readonly near: NearKind | null;
}

/** Each opening is a value of its own: the same place asked for again is gone to again. */
export interface Opening {
  /** An offset in the canonical text; null: where reading stood or, with hits, at the first of them. */
  readonly at: number | null;
  /** Null: no search led here. */
  readonly words: SearchedWords | null;
  /** The bookmark gone to, which shows itself for a moment. */
  readonly bookmark?: number;
}
