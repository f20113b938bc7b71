/** The pictures of an article in order of reading, for the picture viewer. */
import type { Article, Block, Inline } from "../../preload/model/article.ts";
import { inlineText } from "../../preload/model/article-text.ts";

export interface ArticlePicture {
  readonly image: string;
  readonly caption: string;
  readonly alt: string;
  /** The figure it stands in; null for one within a line. */
  readonly block: Block | null;
}

/** Pictures that did not come with the article (缺图) are left out. */
export function picturesOf(article: Pick<Article, "lead" | "body">): readonly ArticlePicture[] {
  return [...article.lead, ...article.body].flatMap(picturesInBlock);
}

function picturesInBlock(block: Block): readonly ArticlePicture[] {
  switch (block.type) {
    case "figure":
      return [
        ...(block.image === null
          ? []
          : [{ image: block.image, caption: inlineText(block.caption), alt: block.alt, block }]),
        ...picturesInLine(block.caption),
      ];
    case "heading":
    case "paragraph":
    case "preformatted":
      return picturesInLine(block.content);
    case "list":
      return block.items.flat().flatMap(picturesInBlock);
    case "quote":
    case "footnote":
      return block.blocks.flatMap(picturesInBlock);
    case "table":
      return block.rows.flat().flatMap((cell) => cell.blocks.flatMap(picturesInBlock));
    case "divider":
      return [];
  }
}

function picturesInLine(content: readonly Inline[]): readonly ArticlePicture[] {
  return content.flatMap((inline) => {
    if (inline.type === "link") return picturesInLine(inline.content);
    if (inline.type !== "image" || inline.image === null) return [];
    return [{ image: inline.image, caption: inline.alt, alt: inline.alt, block: null }];
  });
}
