/** What quick find (快速打开) knows of the library, on its way to the worker that looks in it. */

/** What comes in blocks: articles, and the passages marked in them. */
export const quickFindKinds = ["articles", "bookmarks"] as const;

export type QuickFindKind = (typeof quickFindKinds)[number];

/** Id, title, kicker, publication, date issued (`YYYY-MM-DD`; empty where not known). */
export type QuickFindArticle = readonly [
  id: number,
  title: string,
  kicker: string,
  publication: string,
  issuedOn: string,
];

/**
 * Id, the article's id, where the passage stands in its canonical text, the passage (its beginning, as it stands now),
 * the note (its beginning; empty without one), tags, and the article's title and date issued.
 */
export type QuickFindBookmark = readonly [
  id: number,
  article: number,
  at: number,
  quote: string,
  note: string,
  tags: readonly string[],
  title: string,
  issuedOn: string,
];

/** Entries whose ids lie together; none of an article in the trash. */
export interface QuickFindBlock {
  /** Another one whenever anything in `packed` is another. */
  readonly stamp: string;
  /** The entries as JSON: between threads and processes a text is copied at once, objects one by one. */
  readonly packed: string;
}

/** The articles of a block, of a text that the library has packed. */
export function unpackArticles(packed: string): readonly QuickFindArticle[] {
  return JSON.parse(packed) as readonly QuickFindArticle[];
}

/** The bookmarks of a block. */
export function unpackBookmarks(packed: string): readonly QuickFindBookmark[] {
  return JSON.parse(packed) as readonly QuickFindBookmark[];
}
