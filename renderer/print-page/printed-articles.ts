/** The articles of a print document with their pieces cut out, once, before anything is drawn. */
import type { Article } from "../../preload/model/article.ts";
import { type ArticleText, articleText, type Span } from "../../preload/model/article-text.ts";
import type { Bookmark } from "../../preload/model/bookmark.ts";
import { articleCutter, type CutArticle } from "../../preload/model/cut-article.ts";
import { unpackBlocks } from "../../preload/model/packed-article.ts";
import type { PrintDocument, PrintedArticle } from "../../preload/model/print.ts";
import { type FootnoteBlock, footnotesOf, topHeadingOf } from "../ui/article/article-context.ts";
import { shownBySpan } from "../ui/article/shown-by-span.ts";

/** An article to print. */
export interface ArticleToPrint {
  /** Where it stands among those printed: an article may stand in several places. */
  readonly place: number;
  readonly article: Article;
  readonly text: ArticleText;
  /** What is shown for a span of the whole text. */
  readonly shown: (start: number, end: number) => string;
  readonly footnotes: readonly FootnoteBlock[];
  readonly topHeading: number;
  readonly citation: string;
  readonly bookmarks: readonly Bookmark[];
  readonly pieces: readonly Piece[];
}

/** A piece of it. */
export interface Piece extends CutArticle<Article> {
  /** Null: the whole article. */
  readonly span: Span | null;
  /** Those of the whole article, each as it is kept here: a number stays the same in every piece. */
  readonly footnotes: readonly FootnoteBlock[];
  /** Text was left out between the piece before and this one. */
  readonly afterGap: boolean;
}

export function readArticles({
  articles,
  fullWidthPunctuation,
}: Pick<PrintDocument, "articles" | "fullWidthPunctuation">): readonly ArticleToPrint[] {
  return articles.map((printed, place) => readArticle(printed, place, fullWidthPunctuation));
}

function readArticle(printed: PrintedArticle, place: number, fullWidth: boolean): ArticleToPrint {
  const { blocks, ...details } = printed.article;
  const article: Article = { ...details, ...unpackBlocks(blocks) };
  const text = articleText(article);
  const footnotes = footnotesOf(text);
  const cutTo = articleCutter(article, text);
  const pieces = printed.spans.map((span, index): Piece => {
    const cut = cutTo(span);
    const kept = footnotesOf(cut.text);
    return {
      ...cut,
      span,
      footnotes: footnotes.map((footnote) => kept.find((each) => each.id === footnote.id) ?? footnote),
      afterGap: index > 0 && !follows(span, printed.spans[index - 1] ?? null),
    };
  });
  return {
    ...{ place, article, text, footnotes, pieces },
    shown: fullWidth ? shownBySpan(text.text) : (start, end) => text.text.slice(start, end),
    topHeading: topHeadingOf(text),
    citation: printed.citation,
    bookmarks: printed.bookmarks,
  };
}

/** Nothing but a separator stands between them. */
function follows(span: Span | null, before: Span | null): boolean {
  return span !== null && before !== null && span.start >= before.end && span.start <= before.end + 1;
}
