/**
 * Articles cut to a span of their canonical text, for what is printed of them (打印): the same model, so that the same
 * components draw it, with every piece's original place, so that what is shown of it and marked in it stays right.
 *
 * What stands in the span is kept and nothing else, save that a footnote comes whole where its mark is kept. What has
 * no text of its own, such as a picture without a caption, has a place all the same: it belongs to the section it
 * stands in, and to any passage that goes on at both sides of it.
 */
import type { Block, ImportedArticle, Inline } from "./article.ts";
import type { ArticleText, Span, TextField } from "./article-text.ts";
import { cutInlines } from "./cut-inlines.ts";
import { cutCells, cutRows } from "./cut-table.ts";
import { ownSpans } from "./own-spans.ts";

export interface CutArticle<Whole extends ImportedArticle> {
  /** Its fields too are cut: empty where they stand outside. The footnotes kept stand at the end of the body. */
  readonly article: Whole;
  /** The text of the whole article, and where in it each kept field and block stands. */
  readonly text: ArticleText;
}

type FootnoteBlock = Block & { readonly type: "footnote" };

/** `text` is the canonical text of the article. Null: the article as it is. */
export function cutArticle<Whole extends ImportedArticle>(
  article: Whole,
  text: ArticleText,
  span: Span | null,
): CutArticle<Whole> {
  return articleCutter(article, text)(span);
}

/** The same for many spans of one article: what does not depend on the span is done once. */
export function articleCutter<Whole extends ImportedArticle>(
  article: Whole,
  text: ArticleText,
): (span: Span | null) => CutArticle<Whole> {
  const own = ownSpans(article, text);
  const footnotes = footnotesIn(text);
  return (span) => {
    if (span === null) return { article, text };
    const cutter = new Cutter(text, span);
    const lead = cutter.list(article.lead, own.lead);
    const body = cutter.list(article.body, own.body);
    const notes = cutter.footnotes(footnotes);
    const fields = cutFields(text, span);
    const written = (field: TextField) => {
      const kept = fields.get(field);
      return kept === undefined ? "" : text.text.slice(kept.start, kept.end);
    };
    const kept: Whole = {
      ...article,
      kicker: written("kicker"),
      title: written("title"),
      subtitle: written("subtitle"),
      byline: written("byline"),
      credits: written("credits"),
      lead,
      body: [...body, ...notes],
    };
    return { article: kept, text: { text: text.text, fields, blocks: cutter.blocks } };
  };
}

/** What two spans share; null where they share nothing. */
export function sharedSpan(one: Span, other: Span): Span | null {
  const start = Math.max(one.start, other.start);
  const end = Math.min(one.end, other.end);
  return start < end ? { start, end } : null;
}

function cutFields({ fields }: ArticleText, span: Span): ReadonlyMap<TextField, Span> {
  return new Map(
    [...fields].flatMap(([field, stands]) => {
      const kept = sharedSpan(stands, span);
      return kept === null ? [] : [[field, kept] as const];
    }),
  );
}

function footnotesIn({ blocks }: ArticleText): readonly FootnoteBlock[] {
  const footnotes: FootnoteBlock[] = [];
  for (const block of blocks.keys()) if (block.type === "footnote") footnotes.push(block);
  return footnotes;
}

/** Cuts the blocks of one article to one span, and notes where each of them stands. */
class Cutter {
  readonly blocks = new Map<Block, Span>();
  readonly #whole: ArticleText["blocks"];
  readonly #span: Span;
  /** The ids of the footnotes whose marks were kept. */
  readonly #marked = new Set<string>();

  constructor(text: ArticleText, span: Span) {
    this.#whole = text.blocks;
    this.#span = span;
  }

  /** The lead or the body; `own` tells for each of its blocks the section's own text that it stands in. */
  list(blocks: readonly Block[], own: readonly (Span | null)[]): readonly Block[] {
    return blocks.flatMap((block, index) => {
      const section = own[index] ?? null;
      return this.#block(block, this.#span, section !== null && covers(this.#span, section));
    });
  }

  /** Those that are marked, whole, and what else of them stands in the span. A footnote may mark another. */
  footnotes(all: readonly FootnoteBlock[]): readonly Block[] {
    const standing = new Map(all.map((footnote) => [footnote, this.#standing(footnote)]));
    // A mark means the first of the footnotes that bear its id.
    const byId = new Map(all.toReversed().map((footnote) => [footnote.id, footnote]));
    // A set is walked to its end even where it grows meanwhile.
    for (const id of this.#marked) for (const block of byId.get(id)?.blocks ?? []) this.#noteMarks(block);
    return all.flatMap((footnote) => {
      const stands = this.#whole.get(footnote);
      if (stands === undefined) return [];
      const isMarked = this.#marked.has(footnote.id) && byId.get(footnote.id) === footnote;
      const blocks = isMarked ? this.#nested(footnote.blocks, stands, true) : standing.get(footnote);
      if (blocks === undefined) return [];
      return [
        this.#place({ ...footnote, blocks }, isMarked ? stands : (sharedSpan(stands, this.#span) ?? stands)),
      ];
    });
  }

  /** The blocks of a footnote that stand in the span; undefined where none do. */
  #standing(footnote: FootnoteBlock): readonly Block[] | undefined {
    const stands = this.#whole.get(footnote);
    if (stands === undefined || sharedSpan(stands, this.#span) === null) return undefined;
    return this.#nested(footnote.blocks, this.#span, covers(this.#span, stands));
  }

  /** `whole`: the section that the block stands in is kept with all its own text. */
  #block(block: Block, span: Span, whole: boolean): readonly Block[] {
    const stands = this.#whole.get(block);
    // Footnotes stand at the end of the text, wherever they are written.
    if (block.type === "footnote" || stands === undefined) return [];
    const isEmpty = stands.start === stands.end;
    const kept = isEmpty ? stands : sharedSpan(stands, span);
    if (kept === null || (isEmpty && !whole && !goesOnAround(stands.start, span))) return [];
    if ((isEmpty || covers(span, stands)) && !holdsFootnote(block)) return [this.#keepWhole(block)];
    return [this.#place(this.#cut(block, stands, span, whole || isEmpty), kept)];
  }

  #cut(block: Exclude<Block, FootnoteBlock>, stands: Span, span: Span, whole: boolean): Block {
    switch (block.type) {
      case "heading":
      case "paragraph":
      case "preformatted":
        return { ...block, content: this.#inlines(block.content, stands, span) };
      case "figure":
        return { ...block, caption: this.#inlines(block.caption, stands, span) };
      case "divider":
        return block;
      case "quote":
        return { ...block, blocks: this.#nested(block.blocks, span, whole) };
      case "list": {
        const items = block.items.map((item) => this.#nested(item, span, whole));
        if (covers(span, stands)) return { ...block, items };
        const first = items.findIndex((item) => item.length > 0);
        const last = items.findLastIndex((item) => item.length > 0);
        // Items without anything stay between others, so that the numbers stay right.
        return { ...block, start: block.start + first, items: items.slice(first, last + 1) };
      }
      case "table": {
        const cutBlocks = (blocks: readonly Block[]) => this.#nested(blocks, span, whole);
        if (covers(span, stands)) return { ...block, rows: cutCells(block.rows, cutBlocks) };
        return { ...block, rows: cutRows(block.rows, cutBlocks) };
      }
    }
  }

  #nested(blocks: readonly Block[], span: Span, whole: boolean): readonly Block[] {
    return blocks.flatMap((block) => this.#block(block, span, whole));
  }

  #inlines(content: readonly Inline[], stands: Span, span: Span): readonly Inline[] {
    const kept = cutInlines(content, stands, span);
    this.#noteMarksAmong(kept);
    return kept;
  }

  #place(block: Block, span: Span): Block {
    this.blocks.set(block, span);
    return block;
  }

  /** The block itself with all it holds, where it stands in the article. */
  #keepWhole(block: Block): Block {
    for (const each of withNested(block)) {
      const stands = this.#whole.get(each);
      if (stands !== undefined) this.blocks.set(each, stands);
    }
    this.#noteMarks(block);
    return block;
  }

  #noteMarks(block: Block): void {
    for (const each of withNested(block)) {
      if ("content" in each) this.#noteMarksAmong(each.content);
      else if (each.type === "figure") this.#noteMarksAmong(each.caption);
    }
  }

  #noteMarksAmong(content: readonly Inline[]): void {
    for (const inline of content) {
      if (inline.type === "footnote-mark") this.#marked.add(inline.id);
      else if (inline.type === "link") this.#noteMarksAmong(inline.content);
    }
  }
}

function covers(span: Span, inner: Span): boolean {
  return span.start <= inner.start && inner.end <= span.end;
}

/** What has no text stands where the text before it ends; the next text begins beyond a separator. */
function goesOnAround(place: number, span: Span): boolean {
  return span.start < place && place + 1 < span.end;
}

function holdsFootnote(block: Block): boolean {
  for (const each of withNested(block)) if (each.type === "footnote") return true;
  return false;
}

/** A block and the blocks within it, those of a footnote within it left out. */
function* withNested(block: Block): Generator<Block> {
  yield block;
  for (const inner of nestedIn(block)) yield* withNested(inner);
}

function nestedIn(block: Block): readonly Block[] {
  switch (block.type) {
    case "quote":
      return block.blocks;
    case "list":
      return block.items.flat();
    case "table":
      return block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks));
    case "heading":
    case "paragraph":
    case "preformatted":
    case "figure":
    case "divider":
    case "footnote":
      return [];
  }
}
