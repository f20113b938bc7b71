/** Characters put right within one piece of an article's text: a field, a paragraph, a caption, a cell. */
import type { Block, ImportedArticle } from "./article.ts";
import type { ArticleText, Span } from "./article-text.ts";
import { articleText } from "./article-text.ts";
import { replaceInlines } from "./correct-inlines.ts";
import { FailureError } from "./result.ts";

interface Replacement extends Span {
  readonly text: string;
}

/** Throws `cannot-correct` where the span is not within one piece. A title is never emptied. */
export function replaceText(article: ImportedArticle, replacement: Replacement): ImportedArticle {
  const { start, end } = replacement;
  const text = articleText(article);
  if (start > end || end > text.text.length) throw new FailureError("cannot-correct");
  for (const [field, span] of text.fields) {
    if (!holds(span, replacement)) continue;
    const value = article[field];
    const put = replacement.text.replaceAll("\n", " ");
    const changed = value.slice(0, start - span.start) + put + value.slice(end - span.start);
    if (field === "title" && changed.trim() === "") throw new FailureError("cannot-correct");
    return { ...article, [field]: changed };
  }
  const inBlocks = (blocks: readonly Block[]) => blocks.map((block) => inBlock(block, text, replacement));
  const corrected = { ...article, lead: inBlocks(article.lead), body: inBlocks(article.body) };
  const isFound = [...corrected.lead, ...corrected.body].some((block) => !text.blocks.has(block));
  if (!isFound) throw new FailureError("cannot-correct");
  return corrected;
}

function holds(span: Span, { start, end }: Span): boolean {
  return span.start < span.end && span.start <= start && end <= span.end;
}

/** The very same block where the replacement is not in it. */
function inBlock(block: Block, text: ArticleText, replacement: Replacement): Block {
  const span = text.blocks.get(block);
  if (span === undefined || !holds(span, replacement)) return block;
  const inAll = (blocks: readonly Block[]) => changedIn(blocks, text, replacement);
  const replaced = (content: Parameters<typeof replaceInlines>[0]) =>
    replaceInlines(
      content,
      replacement.start - span.start,
      replacement.end - span.start,
      block.type === "preformatted" ? replacement.text : replacement.text.replaceAll("\n", " "),
    );
  switch (block.type) {
    case "heading":
    case "paragraph":
    case "preformatted":
      return { ...block, content: replaced(block.content) };
    case "figure":
      return { ...block, caption: replaced(block.caption) };
    case "quote":
    case "footnote": {
      const blocks = inAll(block.blocks);
      return blocks === block.blocks ? block : { ...block, blocks };
    }
    case "list": {
      const items = sameOrChanged(block.items, inAll);
      return items === block.items ? block : { ...block, items };
    }
    case "table": {
      const rows = sameOrChanged(block.rows, (row) =>
        sameOrChanged(row, (cell) => {
          const blocks = inAll(cell.blocks);
          return blocks === cell.blocks ? cell : { ...cell, blocks };
        }),
      );
      return rows === block.rows ? block : { ...block, rows };
    }
    case "divider":
      return block;
  }
}

function changedIn(blocks: readonly Block[], text: ArticleText, replacement: Replacement): readonly Block[] {
  return sameOrChanged(blocks, (block) => inBlock(block, text, replacement));
}

/** The very same values where none has become another. */
function sameOrChanged<Value>(values: readonly Value[], change: (value: Value) => Value): readonly Value[] {
  const changed = values.map(change);
  return changed.every((value, index) => value === values[index]) ? values : changed;
}
