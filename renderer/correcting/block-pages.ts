/** On which page of the original each block begins, told by the page marks that the import left. */
import type { Block, Inline } from "../../preload/model/article.ts";

/**
 * From 1, a block each; null where no mark tells. The marks are counted, not read: they name the number printed on the
 * page, which need not be its place in the file.
 */
export function beginningPages(blocks: readonly Block[]): readonly (number | null)[] {
  let marks = 0;
  return blocks.map((block) => {
    const inlines = inlinesOf(block);
    const text = inlines.findIndex(({ type }) => type !== "page-mark");
    const page = marks + (text < 0 ? inlines.length : text);
    marks += inlines.filter(({ type }) => type === "page-mark").length;
    return page === 0 ? null : page;
  });
}

function inlinesOf(block: Block): readonly Inline[] {
  switch (block.type) {
    case "heading":
    case "paragraph":
    case "preformatted":
      return block.content;
    case "figure":
      return block.caption;
    case "list":
      return block.items.flat().flatMap(inlinesOf);
    case "table":
      return block.rows.flat().flatMap(({ blocks }) => blocks.flatMap(inlinesOf));
    case "quote":
    case "footnote":
      return block.blocks.flatMap(inlinesOf);
    case "divider":
      return [];
  }
}
