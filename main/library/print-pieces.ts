/** What is chosen for printing, so described that it is found again when its article has changed. */
import type { Database } from "better-sqlite3";
import { describe } from "../../preload/model/anchor.ts";
import { articleText } from "../../preload/model/article-text.ts";
import type { BookmarkState } from "../../preload/model/bookmark.ts";
import { citation } from "../../preload/model/citation.ts";
import type { ChosenPiece } from "../../preload/model/print.ts";
import { FailureError } from "../../preload/model/result.ts";
import { sections } from "../../preload/model/sections.ts";
import { statement } from "../statement.ts";
import { readArticleText } from "./bookmarks.ts";
import type { PlacedSection } from "./piece-place.ts";
import { pathOf, shownOf, withPaths } from "./piece-place.ts";
import type { NewPiece } from "./print-list.ts";
import { addPieces } from "./print-list.ts";
import { readImported } from "./read-article.ts";

/** Throws `no-such-article`, `print-list-full`, or `stale-selection` where the text is no longer what was chosen from. */
export function addToPrintList(db: Database, chosen: readonly ChosenPiece[]): number {
  return db.transaction(() => addPieces(db, describePieces(db, chosen))).immediate();
}

/** The passages of bookmarks, in the order of the ids; those that are lost are left out. */
export function addBookmarksToPrintList(
  db: Database,
  ids: readonly number[],
): { readonly added: number; readonly lost: number } {
  return db
    .transaction(() => {
      const places = statement<[string], BookmarkPlace>(
        db,
        `SELECT article_id AS article, revision, start, "end", state
           FROM json_each(?) AS wanted CROSS JOIN bookmarks ON bookmarks.id = wanted.value ORDER BY wanted.key`,
      ).all(JSON.stringify(ids));
      const found = places.filter(({ state }) => state !== "lost");
      const chosen = found.map(({ article, revision, start, end }) => ({
        ...{ article, revision, span: { start, end } },
        kind: "passage" as const,
      }));
      return { added: addPieces(db, describePieces(db, chosen)), lost: ids.length - found.length };
    })
    .immediate();
}

interface BookmarkPlace {
  readonly article: number;
  readonly revision: number;
  readonly start: number;
  readonly end: number;
  readonly state: BookmarkState;
}

function describePieces(db: Database, chosen: readonly ChosenPiece[]): readonly NewPiece[] {
  // Hundreds may be of one article, which may be long.
  const articles = new Map<number, ArticleAtHand>();
  return chosen.map(({ article: id, revision, span, kind }) => {
    const article = articles.get(id) ?? articleAtHand(db, id);
    articles.set(id, article);
    const { title, source } = article;
    if (span === null || kind === "article") {
      const shown = { path: [], excerpt: "", characters: 0 };
      return {
        article: id,
        revision: article.revision,
        kind: "article",
        anchor: null,
        title,
        source,
        ...shown,
      };
    }
    const { start, end } = span;
    if (revision !== article.revision || start >= end || end > article.text.length)
      throw new FailureError("stale-selection");
    const anchor = describe(article.text, span, revision);
    const path = pathOf(article.sections(), span, kind);
    return { article: id, revision, kind, anchor, title, source, path, ...shownOf(anchor.quote) };
  });
}

interface ArticleAtHand {
  readonly title: string;
  readonly source: string;
  readonly text: string;
  readonly revision: number;
  readonly sections: () => readonly PlacedSection[];
}

function articleAtHand(db: Database, id: number): ArticleAtHand {
  const { text, revision } = readArticleText(db, id);
  const article = readImported(db, id);
  let placed: readonly PlacedSection[] | null = null;
  return {
    ...{ text, revision, title: article.title },
    source: citation(article, "office"),
    sections: () => {
      placed ??= withPaths(sections(article, articleText(article)));
      return placed;
    },
  };
}
