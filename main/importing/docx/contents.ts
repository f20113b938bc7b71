/** Tables of contents in Word documents. */
import type { Block } from "../../../preload/model/article.ts";
import { inlineText } from "../../../preload/model/article-text.ts";
import type { Looks } from "./document.ts";

/** Without the lines of a table of contents that repeat a heading and its page: the reader lists headings itself. */
export function withoutContents(
  blocks: readonly Block[],
  looks: ReadonlyMap<Block, Looks>,
): readonly Block[] {
  const squeezed = (text: string) => text.replace(/\s/g, "");
  const headings = new Set(
    blocks.flatMap((block) => (block.type === "heading" ? [squeezed(inlineText(block.content))] : [])),
  );
  const kept = blocks.filter((block) => {
    if (block.type !== "paragraph" || looks.get(block)?.role !== "contents") return true;
    const line = squeezed(inlineText(block.content)).replace(/[.…·]*\d+$/, "");
    return !headings.has(line) && !headings.has(line.replace(/^[\d.]+/, ""));
  });
  const isLeft = kept.some((block) => looks.get(block)?.role === "contents");
  return isLeft || kept.length === blocks.length
    ? kept
    : kept.filter((block) => looks.get(block)?.role !== "contents-heading");
}
