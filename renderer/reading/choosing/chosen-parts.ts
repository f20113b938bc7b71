/**
 * What of an article is chosen for printing (选印). Pure. The smallest part that can be chosen is a block of the lead or the
 * body that has text; a section is a run of them, and so every tick, in the contents or on the page, is one of a run.
 */
import type { Article, Block } from "../../../preload/model/article.ts";
import type { ArticleText, Span } from "../../../preload/model/article-text.ts";
import type { ChosenPiece } from "../../../preload/model/print.ts";
import type { Section } from "../../../preload/model/sections.ts";

export interface Choosable {
  /** In order of reading, each a span of the canonical text. */
  readonly parts: readonly Span[];
  /** In contents order. */
  readonly sections: readonly SectionParts[];
  /** The sections that begin with a part, outermost first. */
  readonly startingAt: ReadonlyMap<number, readonly SectionParts[]>;
}

export interface PartRange {
  /** The first part. */
  readonly from: number;
  /** Behind the last part. */
  readonly to: number;
}

export interface SectionParts extends PartRange {
  readonly section: Section;
}

/** The parts that are chosen, by their place among all. */
export type Chosen = ReadonlySet<number>;

export const nothingChosen: Chosen = new Set();

export function choosableOf(
  { lead, body }: Pick<Article, "lead" | "body">,
  text: ArticleText,
  sections: readonly Section[],
): Choosable {
  const parts = [...lead, ...body].flatMap((block) => partOf(block, text));
  const placed = sections.map((section) => ({
    section,
    from: firstPartFrom(parts, section.start),
    to: firstPartFrom(parts, section.end),
  }));
  return { parts, sections: placed, startingAt: Map.groupBy(placed, ({ from }) => from) };
}

function partOf(block: Block, text: ArticleText): readonly Span[] {
  const span = block.type === "footnote" ? undefined : text.blocks.get(block);
  return span === undefined || span.end === span.start ? [] : [span];
}

function firstPartFrom(parts: readonly Span[], offset: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The part an offset lies in; null where it lies in none, as in the title. */
export function partAt({ parts }: Choosable, offset: number): number | null {
  const at = firstPartFrom(parts, offset + 1) - 1;
  const part = parts[at];
  return part !== undefined && offset <= part.end ? at : null;
}

/** What a tick beside a part ticks: a heading stands for its whole section, anything else for itself. */
export function rangeOfPart({ startingAt }: Choosable, part: number): PartRange {
  const headed = startingAt.get(part)?.find(({ section }) => section.kind === "heading");
  return headed ?? { from: part, to: part + 1 };
}

export function howChosen(chosen: Chosen, { from, to }: PartRange): "all" | "some" | "none" {
  let count = 0;
  for (let part = from; part < to; part++) if (chosen.has(part)) count++;
  return count === 0 ? "none" : count === to - from ? "all" : "some";
}

/** Ticks a run or, where all of it is ticked, takes its ticks away. */
export function toggled(choosable: Choosable, chosen: Chosen, range: PartRange): Chosen {
  const next = new Set(chosen);
  const on = howChosen(chosen, range) !== "all";
  for (let part = range.from; part < range.to; part++) {
    if (on) next.add(part);
    else next.delete(part);
  }
  settleHeadings(choosable, next);
  return next;
}

/** A heading is chosen once all under it is, and no longer when nothing under it is. Inner sections are settled first. */
function settleHeadings({ sections }: Choosable, chosen: Set<number>): void {
  for (const { section, from, to } of sections.toReversed()) {
    if (section.kind !== "heading" || to - from < 2) continue;
    const under = howChosen(chosen, { from: from + 1, to });
    if (under === "all") chosen.add(from);
    else if (under === "none") chosen.delete(from);
  }
}

interface Run extends PartRange {
  readonly kind: "section" | "passage";
}

/**
 * The chosen as few runs: whole sections, the outermost; of the others what stands together, with its heading where that is
 * chosen. Opening sentences (段首句) part no run: beside one another they are one passage.
 */
function runsOf(choosable: Choosable, chosen: Chosen): readonly Run[] {
  const runs: Run[] = [];
  for (let part = 0; part < choosable.parts.length; ) {
    if (!chosen.has(part)) {
      part++;
      continue;
    }
    const to = endOfRun(choosable, chosen, part);
    const isSection = choosable.startingAt
      .get(part)
      ?.some(({ section, to: end }) => section.kind === "heading" || end === to);
    runs.push({ from: part, to, kind: isSection === true ? "section" : "passage" });
    part = to;
  }
  return runs;
}

function endOfRun(choosable: Choosable, chosen: Chosen, from: number): number {
  const begun = choosable.startingAt.get(from)?.filter(({ section }) => section.kind !== "sentence") ?? [];
  const whole = begun.find((range) => howChosen(chosen, range) === "all");
  if (whole !== undefined) return whole.to;
  const isHeading = begun.some(({ section }) => section.kind === "heading");
  const limit = begun[0]?.to ?? choosable.parts.length;
  const beginsSection = (part: number) =>
    choosable.startingAt.get(part)?.some(({ section }) => section.kind !== "sentence") === true;
  let to = from + 1;
  while (to < limit && chosen.has(to) && (isHeading || !beginsSection(to))) to++;
  return to;
}

/** For the print list and the preview; where everything is chosen, the article as a whole. */
export function piecesOf(
  choosable: Choosable,
  chosen: Chosen,
  { id, revision }: Pick<Article, "id" | "revision">,
): readonly ChosenPiece[] {
  const { parts } = choosable;
  if (parts.length > 0 && chosen.size === parts.length)
    return [{ article: id, revision, span: null, kind: "article" }];
  return runsOf(choosable, chosen).flatMap(({ from, to, kind }) => {
    const first = parts[from];
    const last = parts[to - 1];
    if (first === undefined || last === undefined) return [];
    return [{ article: id, revision, span: { start: first.start, end: last.end }, kind }];
  });
}

/** What the foot says is chosen. */
export function countChosen(
  choosable: Choosable,
  chosen: Chosen,
): { readonly sections: number; readonly paragraphs: number; readonly characters: number } {
  let sections = 0;
  let paragraphs = 0;
  for (const { from, to, kind } of runsOf(choosable, chosen)) {
    if (kind === "section") sections++;
    else
      for (let part = from; part < to; part++) {
        // An opening sentence makes its paragraph a section.
        if (choosable.startingAt.has(part)) sections++;
        else paragraphs++;
      }
  }
  let characters = 0;
  for (const part of chosen) {
    const span = choosable.parts[part];
    if (span !== undefined) characters += span.end - span.start;
  }
  return { sections, paragraphs, characters };
}
