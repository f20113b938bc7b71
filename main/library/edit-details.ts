/** Corrections by hand, of one article or of many at once. */
import type { Database } from "better-sqlite3";
import type { ArticleFields } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { requireArticles, updateArticleRow } from "./articles.ts";
import { readText, writeText } from "./contents.ts";
import { digestOf } from "./digest.ts";
import { defined, keepEdits } from "./edits.ts";
import { readImported } from "./read-article.ts";

/** Changes the fields that are given; the text is written anew, and its revision counts up, where it becomes another. */
export function editDetails(
  db: Database,
  ids: readonly number[],
  fields: { [Name in keyof ArticleFields]?: ArticleFields[Name] | undefined },
): void {
  const edits = defined(fields);
  db.transaction(() => {
    requireArticles(db, ids);
    for (const id of ids) {
      keepEdits(db, id, edits);
      const article = { ...readImported(db, id), ...edits };
      const { text } = articleText(article);
      const textChanged = text !== readText(db, id);
      updateArticleRow(db, id, { article, digest: digestOf(article, text), textChanged });
      if (textChanged) writeText(db, id, text);
    }
  }).immediate();
}
