/** What the reading view derives from an article once, however often it is drawn. */
import { useMemo } from "react";
import { type Article, emptyArticle } from "../../preload/model/article.ts";
import { type ArticleText, articleText } from "../../preload/model/article-text.ts";
import type { Settings } from "../../preload/model/settings.ts";
import { type FootnoteBlock, footnotesOf, topHeadingOf } from "../ui/article/article-context.ts";
import { type Part, partsOf } from "../ui/article/parts.ts";
import { shownBySpan } from "../ui/article/shown-by-span.ts";
import { countCharacters } from "./character-count.ts";

export interface ArticleModel {
  readonly text: ArticleText;
  /** What is shown for a span of the canonical text. */
  readonly shown: (start: number, end: number) => string;
  readonly parts: readonly Part[];
  readonly footnotes: readonly FootnoteBlock[];
  readonly topHeading: number;
  readonly characters: number;
}

/** Stays the same value while nothing of the article's text changes: a star or a tag redraws no paragraph. */
export function useArticleModel(
  article: Article,
  settings: Pick<Settings, "fullWidthPunctuation" | "columnWidth">,
): ArticleModel {
  const { kicker, title, subtitle, byline, lead, body, credits } = article;
  const { fullWidthPunctuation, columnWidth } = settings;
  const text = useMemo(
    () => articleText({ ...emptyArticle(), kicker, title, subtitle, byline, lead, body, credits }),
    [kicker, title, subtitle, byline, lead, body, credits],
  );
  const shown = useMemo(
    () =>
      fullWidthPunctuation
        ? shownBySpan(text.text)
        : (start: number, end: number) => text.text.slice(start, end),
    [text, fullWidthPunctuation],
  );
  const parts = useMemo(() => partsOf(body, text, columnWidth), [body, text, columnWidth]);
  const footnotes = useMemo(() => footnotesOf(text), [text]);
  const topHeading = useMemo(() => topHeadingOf(text), [text]);
  const characters = useMemo(() => countCharacters(text.text), [text]);
  return useMemo(
    () => ({ text, shown, parts, footnotes, topHeading, characters }),
    [text, shown, parts, footnotes, topHeading, characters],
  );
}
