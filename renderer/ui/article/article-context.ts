/** What every piece of a rendered article needs, passed once. Reading and print each bring their own. */
import { createContext, useContext } from "react";
import type { Block } from "../../../preload/model/article.ts";
import type { ArticleText } from "../../../preload/model/article-text.ts";
import type { Language } from "../../../preload/model/messages.ts";
import type { MountedParts } from "./mounted-parts.ts";

export type FootnoteBlock = Block & { readonly type: "footnote" };
export type HeadingBlock = Block & { readonly type: "heading" };

export interface ArticleSetting {
  readonly language: Language;
  readonly text: ArticleText;
  /** What is shown for `[start, end)` of the canonical text: as long as the original, so offsets hold. */
  readonly shown: (start: number, end: number) => string;
  /** Whether pairs of marks are set close here: the bundled typeface needs it, the system's do it themselves. */
  readonly setsPairs: boolean;
  /** The article's footnotes in the order of their numbers, from 1. Those that `text` does not hold are not shown. */
  readonly footnotes: readonly FootnoteBlock[];
  /** The level of the article's highest headings: documents begin with 1 or 2, and look the same. */
  readonly topHeading: number;
  /** Shown beside the source where given: characters of the text. */
  readonly characters?: number | undefined;
  /** False for pictures that are left out without a word, as on paper; absent where all are shown. */
  readonly drawsPicture?: ((image: string) => boolean) | undefined;
  /** Says how deep a heading stands where that does not follow from its level alone; written on its element. */
  readonly headingDepth?: ((heading: HeadingBlock) => number) | undefined;
  /** Which parts of the body have their elements; absent where all have, as on paper. */
  readonly mounted?: MountedParts | undefined;
  /** Distinguishes the ids of two articles in one document, as print has them. */
  readonly idPrefix: string;
  /** What clicking does; absent where nothing can be clicked, as on paper. */
  readonly onPicture?: ((figure: PictureClick) => void) | undefined;
  readonly onLink?: ((address: string) => void) | undefined;
  readonly onFootnote?: ((number: number, to: "note" | "mark") => void) | undefined;
}

export interface PictureClick {
  readonly image: string;
  /** Where the picture stands among those of the article is found by its block or, for inline ones, its hash. */
  readonly block: Block | null;
}

const ArticleSettingContext = createContext<ArticleSetting | null>(null);

export const ArticleSettingProvider = ArticleSettingContext.Provider;

export function useArticleSetting(): ArticleSetting {
  const setting = useContext(ArticleSettingContext);
  if (setting === null) throw new Error("A piece of an article stands outside ArticleSettingProvider");
  return setting;
}

/** The footnotes in the order the canonical text has them. */
export function footnotesOf(text: ArticleText): readonly FootnoteBlock[] {
  const footnotes: FootnoteBlock[] = [];
  for (const block of text.blocks.keys()) if (block.type === "footnote") footnotes.push(block);
  return footnotes;
}

/** The level of the highest headings; 1 where there are none. */
export function topHeadingOf(text: ArticleText): number {
  let top = Number.POSITIVE_INFINITY;
  for (const block of text.blocks.keys()) if (block.type === "heading") top = Math.min(top, block.level);
  return Number.isFinite(top) ? top : 1;
}
