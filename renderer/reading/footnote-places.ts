/** Where the marks of footnotes stand in the canonical text. */
import type { Inline } from "../../preload/model/article.ts";
import type { ArticleText } from "../../preload/model/article-text.ts";
import { inlineText } from "../../preload/model/article-text.ts";

/** The offset of the first mark of a footnote; null where nothing refers to it. */
export function footnoteMarkAt(text: ArticleText, id: string): number | null {
  for (const [block, span] of text.blocks) {
    if (block.type !== "paragraph" && block.type !== "heading" && block.type !== "figure") continue;
    const before = lengthBeforeMark(block.type === "figure" ? block.caption : block.content, id);
    if (before !== null) return span.start + before;
  }
  return null;
}

function lengthBeforeMark(content: readonly Inline[], id: string): number | null {
  let length = 0;
  for (const inline of content) {
    if (inline.type === "footnote-mark" && inline.id === id) return length;
    if (inline.type === "link") {
      const inside = lengthBeforeMark(inline.content, id);
      if (inside !== null) return length + inside;
    }
    length += inlineText([inline]).length;
  }
  return null;
}
