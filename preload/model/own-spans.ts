/** Which section's own text each block of an article stands in, its subsections not counted. */
import type { Block, ImportedArticle } from "./article.ts";
import type { ArticleText, Span } from "./article-text.ts";

/** One entry for each block of lead and body; null where no section around the block holds any text. */
export interface OwnSpans {
  readonly lead: readonly (Span | null)[];
  readonly body: readonly (Span | null)[];
}

export function ownSpans(
  { lead, body }: Pick<ImportedArticle, "lead" | "body">,
  text: ArticleText,
): OwnSpans {
  return { lead: lead.map(constantly(spanOfAll(lead, text))), body: spansOfGroups(body, text) };
}

/** Each heading begins a group; what stands before the first text belongs to the group that the first text is in. */
function spansOfGroups(body: readonly Block[], text: ArticleText): readonly (Span | null)[] {
  const groups: Block[][] = [];
  for (const block of body) {
    const group = groups.at(-1);
    const begins = block.type === "heading" && spanOfAll([block], text) !== null;
    if (group === undefined || (begins && spanOfAll(group, text) !== null)) groups.push([block]);
    else group.push(block);
  }
  return groups.flatMap((group) => group.map(constantly(spanOfAll(group, text))));
}

function constantly<Value>(value: Value): () => Value {
  return () => value;
}

/** From the first text of the blocks to the last; null where they hold none. Footnotes stand elsewhere. */
function spanOfAll(blocks: readonly Block[], text: ArticleText): Span | null {
  const first = blocks.find((block) => holdsText(block, text));
  const last = blocks.findLast((block) => holdsText(block, text));
  const start = first === undefined ? undefined : text.blocks.get(first)?.start;
  const end = last === undefined ? undefined : text.blocks.get(last)?.end;
  return start === undefined || end === undefined ? null : { start, end };
}

function holdsText(block: Block, text: ArticleText): boolean {
  const span = block.type === "footnote" ? undefined : text.blocks.get(block);
  return span !== undefined && span.start < span.end;
}
