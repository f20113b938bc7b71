/** What is printed: the articles of the pieces, in the pieces' order. */
import type { Database } from "better-sqlite3";
import type { CitationFormat } from "../../preload/model/citation.ts";
import { citation } from "../../preload/model/citation.ts";
import type { ChosenPiece, PrintedArticle } from "../../preload/model/print.ts";
import { FailureError } from "../../preload/model/result.ts";
import { bookmarksOf } from "./bookmarks.ts";
import { readPrintList } from "./print-list.ts";
import { readPackedArticle } from "./read-article.ts";

export interface PrintedContents {
  readonly articles: readonly PrintedArticle[];
  /** Pieces of the list that are lost or gone. */
  readonly leftOut: number;
}

/**
 * Pieces that follow one another and are of one article stand together. `pieces`: null for the print list. Throws
 * `no-such-article`, `nothing-to-print`, or `stale-selection` where the text is no longer what was chosen from.
 */
export function printedArticles(
  db: Database,
  asked: {
    readonly pieces: readonly ChosenPiece[] | null;
    readonly withBookmarks: boolean;
    readonly citationFormat: CitationFormat;
  },
): PrintedContents {
  const { pieces, leftOut } = asked.pieces === null ? piecesOfList(db) : { pieces: asked.pieces, leftOut: 0 };
  if (pieces.length === 0) throw new FailureError("nothing-to-print");
  const articles = groupsOf(pieces).map((group): PrintedArticle => {
    const { article } = readPackedArticle(db, group.article);
    for (const { span, revision } of group.pieces) {
      if (span !== null && revision !== article.revision) throw new FailureError("stale-selection");
    }
    const spans = group.pieces.map(({ span }) => span);
    const bookmarks = asked.withBookmarks ? bookmarksOf(db, article.id) : [];
    return {
      ...{ article, spans, citation: citation(article, asked.citationFormat) },
      bookmarks: bookmarks.filter(
        ({ state, anchor }) =>
          state !== "lost" &&
          spans.some((span) => span === null || (anchor.start < span.end && span.start < anchor.end)),
      ),
    };
  });
  return { articles, leftOut };
}

interface Group {
  readonly article: number;
  readonly pieces: ChosenPiece[];
}

function groupsOf(pieces: readonly ChosenPiece[]): readonly Group[] {
  const groups: Group[] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last?.article === piece.article) last.pieces.push(piece);
    else groups.push({ article: piece.article, pieces: [piece] });
  }
  return groups;
}

function piecesOfList(db: Database): {
  readonly pieces: readonly ChosenPiece[];
  readonly leftOut: number;
} {
  const { pieces } = readPrintList(db);
  const printable = pieces.flatMap(({ article, state, revision, span, kind }) =>
    article === null || state === "gone" || state === "lost" ? [] : [{ article, revision, span, kind }],
  );
  return { pieces: printable, leftOut: pieces.length - printable.length };
}
