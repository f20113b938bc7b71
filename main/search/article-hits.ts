/** Every hit of one article. */
import type { Database } from "better-sqlite3";
import type { ShortNames } from "../../preload/model/named-twice.ts";
import { withShortNames } from "../../preload/model/named-twice.ts";
import type { ArticleHits, SearchSubject } from "../../preload/model/search.ts";
import { parseQuery, termsOf, withoutRepeats } from "../../preload/model/search-query.ts";
import { hitsIn } from "./hits.ts";
import { readSearchable } from "./searchable.ts";
import { allSnippets } from "./snippets.ts";

/** Nothing where there is no such article. */
export function articleHits(
  db: Database,
  { id, subject }: { readonly id: number; readonly subject: SearchSubject },
  names: ShortNames,
): ArticleHits {
  const article = readSearchable(db, id);
  if (article === null) return { count: 0, snippets: [] };
  const parsed = withoutRepeats(parseQuery(subject.query));
  const hits = hitsIn(article, termsOf(subject.shortNames ? withShortNames(parsed, names) : parsed));
  return { count: hits.count, snippets: allSnippets(article, hits) };
}
