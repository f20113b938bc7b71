/**
 * The sections of an article: what the contents list and what is printed by choice. The lead is one, so is the text
 * before the first heading, so is each heading with all that stands under it; a paragraph that opens with a short
 * sentence of its own (段首句) is one under its heading. Every section is a span of the canonical text.
 */
import type { Block, ImportedArticle } from "./article.ts";
import type { ArticleText, Span } from "./article-text.ts";
import { articleText, inlineText } from "./article-text.ts";

export interface Section extends Span {
  /** In contents order, from `1`; `3.2` is the second child of the third. */
  readonly number: string;
  /** 1 for lead, opening and top headings, one more for each step down. */
  readonly level: number;
  readonly kind: "lead" | "opening" | "heading" | "sentence";
  readonly title: string;
}

/** The longest opening sentence that counts as a heading of its paragraph, its final mark included. */
const longestOpeningSentence = 16;

/** A sentence's end with the quotes that close behind it; the rest of the paragraph must follow. */
const openingSentence = /^[^。！？!?\n]+[。！？!?][”’」』]*/;

/** Sections in contents order. A parent's span includes its children; siblings do not overlap. */
export function sections(
  article: ImportedArticle,
  text: ArticleText = articleText(article),
): readonly Section[] {
  const outline = new Outline();
  const lead = spanOf(article.lead, text);
  if (lead !== null) outline.add("lead", "核心提示", 1, lead);
  const firstHeading = article.body.findIndex(isHeading);
  const opening = spanOf(firstHeading === -1 ? article.body : article.body.slice(0, firstHeading), text);
  if (opening !== null) outline.add("opening", "开头", 1, opening);

  // The headings that are open, outermost first, with the level each has in the document.
  let open: number[] = [];
  for (const [index, block] of article.body.entries()) {
    const span = text.blocks.get(block);
    if (span === undefined) continue;
    if (isHeading(block)) {
      open = [...open.filter((level) => level < block.level), block.level];
      outline.add("heading", inlineText(block.content), open.length, {
        start: span.start,
        end: endOfSection(article.body, index, block.level, text),
      });
    }
    const sentence = block.type === "paragraph" ? openingSentenceOf(inlineText(block.content)) : null;
    if (sentence !== null) outline.add("sentence", sentence, Math.max(1, open.length) + 1, span);
  }
  return outline.sections;
}

/** The innermost section that an offset lies in, or null where it lies in none. */
export function sectionAt(all: readonly Section[], offset: number): Section | null {
  let found: Section | null = null;
  for (const section of all) {
    if (section.start <= offset && offset < section.end && (found === null || section.level > found.level)) {
      found = section;
    }
  }
  return found;
}

/**
 * The spans of sections named by their numbers, in contents order, those within another chosen one left out: its span
 * holds them.
 */
export function spansOfSections(all: readonly Section[], numbers: Iterable<string>): readonly Span[] {
  const chosen = new Set(numbers);
  const spans: Span[] = [];
  for (const { number, start, end } of all) {
    const last = spans.at(-1);
    if (chosen.has(number) && (last === undefined || end > last.end)) spans.push({ start, end });
  }
  return spans;
}

/**
 * The numbers of the sections written as `2,4-5` or `3.1`: a range goes from its first section to its last in contents
 * order. Answers with the first piece that names no sections where one does not.
 */
export function sectionNumbers(
  all: readonly Section[],
  written: string,
): { readonly numbers: readonly string[] } | { readonly unknown: string } {
  const places = new Map(all.map(({ number }, place) => [number, place]));
  const numbers: string[] = [];
  for (const piece of written.split(/[,，、]/).map((each) => each.trim())) {
    const [first, last, ...more] = piece.split(/[-–—]/).map((each) => places.get(each.trim()));
    const isRange = /[-–—]/.test(piece);
    const end = isRange ? last : first;
    if (first === undefined || end === undefined || end < first || more.length > 0) return { unknown: piece };
    for (const { number } of all.slice(first, end + 1)) numbers.push(number);
  }
  return { numbers };
}

/** Numbers sections as they come. */
class Outline {
  readonly sections: Section[] = [];
  /** How many sections have been met at each level since its parent began. */
  #counts: number[] = [];

  add(kind: Section["kind"], title: string, level: number, { start, end }: Span): void {
    this.#counts = [...this.#counts.slice(0, level - 1), (this.#counts[level - 1] ?? 0) + 1];
    this.sections.push({ number: this.#counts.join("."), level, kind, title, start, end });
  }
}

/** A heading without text heads nothing. */
function isHeading(block: Block): block is Block & { type: "heading" } {
  return block.type === "heading" && inlineText(block.content) !== "";
}

/** From the first block's start to the last one's end; null where the blocks hold no text. Footnotes stand elsewhere. */
function spanOf(blocks: readonly Block[], text: ArticleText): Span | null {
  const spans = blocks
    .filter((block) => block.type !== "footnote")
    .map((block) => text.blocks.get(block))
    .filter((span) => span !== undefined && span.start < span.end);
  const first = spans[0];
  const last = spans.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** Up to the last text before the next heading of the same or a higher level. */
function endOfSection(body: readonly Block[], heading: number, level: number, text: ArticleText): number {
  let next = heading + 1;
  for (; next < body.length; next++) {
    const block = body[next];
    if (block !== undefined && isHeading(block) && block.level <= level) break;
  }
  return spanOf(body.slice(heading, next), text)?.end ?? 0;
}

/** A paragraph's own opening sentence where it is short and the paragraph goes on behind it; null where not. */
function openingSentenceOf(paragraph: string): string | null {
  const sentence = openingSentence.exec(paragraph)?.[0];
  if (sentence === undefined || sentence.length > longestOpeningSentence) return null;
  return sentence.length < paragraph.length ? sentence : null;
}
