/** What a list row tells of an article's content, worked out once when it is stored. */
import type { Block, ImageHash, ImportedArticle, Inline } from "../../preload/model/article.ts";
import { emptyArticle } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";

export interface Digest {
  readonly excerpt: string;
  /** Of the canonical text. */
  readonly characters: number;
  /** Figures that have their picture. */
  readonly images: number;
  /** The first of those pictures. */
  readonly thumbnail: ImageHash | null;
}

/** Characters: two lines of a list row on the widest window. */
const EXCERPT_LENGTH = 160;

export function digestOf(article: ImportedArticle, text: string): Digest {
  const figures = picturesOf(article).filter(({ figure }) => figure);
  return {
    excerpt: excerptOf(article),
    characters: charactersOf(text),
    images: figures.length,
    thumbnail: figures[0]?.hash ?? null,
  };
}

/** Code points, white space not counted. */
export function charactersOf(text: string): number {
  const pairs = text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0;
  return text.replace(/\s+/g, "").length - pairs;
}

export interface PictureUse {
  readonly hash: ImageHash;
  /** Stands as a figure, not within a line. */
  readonly figure: boolean;
}

/** Every picture of an article in reading order, as often as it is used. */
export function picturesOf(article: Pick<ImportedArticle, "lead" | "body">): readonly PictureUse[] {
  return [...article.lead, ...article.body].flatMap(picturesOfBlock);
}

function picturesOfBlock(block: Block): readonly PictureUse[] {
  switch (block.type) {
    case "heading":
    case "paragraph":
    case "preformatted":
      return block.content.flatMap(picturesOfInline);
    case "figure": {
      const own = block.image === null ? [] : [{ hash: block.image, figure: true }];
      return [...own, ...block.caption.flatMap(picturesOfInline)];
    }
    case "list":
      return block.items.flat().flatMap(picturesOfBlock);
    case "table":
      return block.rows.flat().flatMap((cell) => cell.blocks.flatMap(picturesOfBlock));
    case "quote":
    case "footnote":
      return block.blocks.flatMap(picturesOfBlock);
    case "divider":
      return [];
  }
}

function picturesOfInline(inline: Inline): readonly PictureUse[] {
  if (inline.type === "link") return inline.content.flatMap(picturesOfInline);
  if (inline.type === "image" && inline.image !== null) return [{ hash: inline.image, figure: false }];
  return [];
}

/** Blocks that mostly hold more than an excerpt: the rest of a long article need not be put together for it. */
const FIRST_BLOCKS = 8;

/** The beginning of the lead or, where that has no text, of the body, on one line. */
function excerptOf({ lead, body }: ImportedArticle): string {
  const beginning = beginningOf(lead) || beginningOf(body);
  return [...beginning].slice(0, EXCERPT_LENGTH).join("");
}

function beginningOf(blocks: readonly Block[]): string {
  const long = 2 * EXCERPT_LENGTH;
  const beginning = textOf(blocks.slice(0, FIRST_BLOCKS));
  return (beginning.length < long ? textOf(blocks) : beginning).slice(0, long);
}

function textOf(body: readonly Block[]): string {
  return articleText({ ...emptyArticle(), body })
    .text.replace(/\s+/g, " ")
    .trim();
}
