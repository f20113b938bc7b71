/** What quick find (快速打开) knows of the articles, on its way from the library to the worker that looks in it. */

/** Id, title, kicker, publication, date issued (`YYYY-MM-DD`; empty where not known). */
export type QuickFindArticle = readonly [
  id: number,
  title: string,
  kicker: string,
  publication: string,
  issuedOn: string,
];

/** Articles whose ids lie together, outside the trash. */
export interface QuickFindBlock {
  /** Another one whenever anything in `articles` is another. */
  readonly stamp: string;
  /** `QuickFindArticle[]` as JSON: between threads and processes a text is copied at once, objects one by one. */
  readonly articles: string;
}

/** The articles of a block, of a text that the library has packed. */
export function unpackArticles(packed: string): readonly QuickFindArticle[] {
  return JSON.parse(packed) as readonly QuickFindArticle[];
}
