/**
 * Passages of articles that are then edited at random, with what is true of each known: which of its characters are
 * still there, and where.
 */
import { foldPassage } from "../../preload/model/anchor-folding.ts";
import type { Span } from "../../preload/model/article-text.ts";
import { articleText } from "../../preload/model/article-text.ts";
import type { EditedText, Editing, Material } from "./edited-text.ts";
import { edit, editings } from "./edited-text.ts";
import type { TextSource } from "./generate-text.ts";
import type { Random } from "./random.ts";
import { createRandom } from "./random.ts";

export interface AnchorCase {
  readonly before: string;
  readonly after: string;
  /** In `before`. */
  readonly span: Span;
  /** Where each of the quote's characters now stands, ascending; empty where none is left. */
  readonly survivors: Int32Array;
  /** Characters changed, taken out or put in between, for each of the quote. */
  readonly changed: number;
  /** Eight characters or more, unique with the context before and with the context behind, in either text. */
  readonly tellable: boolean;
}

const CONTEXT = 32;
export const SHORTEST_TELLABLE = 8;

const CASES_OF_ONE_TEXT = 25;

/** `perText`: how many passages of one edited text. */
export function* anchorCases(source: TextSource, seed: number, count: number): Generator<AnchorCase> {
  for (let made = 0, number = 0; made < count; number++) {
    const random = createRandom(seed + number);
    const before = originalText(source, random, number);
    const edited = edit(
      before,
      chooseEditings(random),
      random,
      material(source, random, before),
      random.next() * 0.1,
    );
    for (let each = 0; each < CASES_OF_ONE_TEXT && made < count; each++, made++) {
      yield caseOf(before, edited, chooseSpan(before, random));
    }
  }
}

/** Real-looking text with what is hard in real text: standing phrases, tables, sentences that differ by a figure. */
function originalText(source: TextSource, random: Random, number: number): string {
  if (random.next() < 0.1) return listText(random);
  const { text } = articleText(source.article(number));
  const lines = text.split("\n");
  const somewhere = () => random.between(0, lines.length);
  // Several dispatches on one page, each with its credits.
  const dispatches = random.next() < 0.25 ? random.between(2, 3) : 0;
  for (let number = dispatches; number > 0; number--) {
    const end = Math.round((number * lines.length) / dispatches);
    lines.splice(end, 0, "（本报记者　张三　通讯员　李四　报道）");
  }
  if (random.next() < 0.2) {
    for (let row = random.between(3, 8); row > 0; row--) {
      lines.splice(somewhere(), 0, `第${row}组\t合格\t${random.between(1, 9)}\t合格`);
    }
  }
  if (random.next() < 0.3) {
    for (let town = random.between(2, 5); town > 0; town--) lines.splice(somewhere(), 0, figures(random));
  }
  if (random.next() < 0.04) lines.splice(somewhere(), 0, lines[random.between(0, lines.length - 1)] ?? "");
  return lines.join("\n");
}

/** A list of tasks, of articles of a regulation or of figures: lines that differ by a word or a number. */
function listText(random: Random): string {
  const body = () => random.pick(["市财政局", "市农业农村局", "市教育局", "县卫生健康局"]);
  const due = () => random.pick(["年底前", "6月底前", "9月底前", "长期坚持"]);
  const line = random.pick([
    (number: number) => `${number}.责任单位：${body()}，完成时限：${due()}。`,
    (number: number) =>
      `（${number}）推进${random.pick(["道路", "水利", "学校", "医院"])}建设，由${body()}牵头，${due()}完成。`,
    (number: number) => `第${number}条　各单位应当按照规定${random.pick(["报送", "公开", "保存"])}有关材料。`,
    () => `${body()}\t${random.between(0, 99)}\t${random.between(0, 99)}.${random.between(0, 9)}%`,
  ]);
  const lines = Array.from({ length: random.between(6, 36) }, (_, at) => line(at + 1));
  return ["重点任务分工", ...lines].join("\n");
}

function figures(random: Random): string {
  const town = random.pick(["城关镇", "河东镇", "石桥镇", "新集乡"]);
  const figure = () => `${random.between(1, 90)}.${random.between(0, 9)}`;
  return `${town}全年完成固定资产投资${figure()}亿元，比上年增长${figure()}%；新建高标准农田${random.between(1, 90)}万亩，完成年度任务的${figure()}%。`;
}

function chooseEditings(random: Random): readonly Editing[] {
  return Array.from({ length: random.between(1, 5) }, () => random.pick(editings));
}

function material(source: TextSource, random: Random, before: string): Material {
  const others = articleText(source.article(1_000_000 + random.between(0, 999))).text;
  const otherLines = others.split("\n");
  return {
    // Now and then what is put in is much like what is there already.
    paragraph: () =>
      random.next() < 0.2
        ? figures(random)
        : (otherLines[random.between(0, otherLines.length - 1)] ?? "新段"),
    character: () => before.charAt(random.between(0, before.length - 1)).replace("\n", "的") || "的",
  };
}

/** Mostly the length of a phrase or a sentence, now and then a word or several paragraphs. */
function chooseSpan(text: string, random: Random): Span {
  const kind = random.next();
  const longest = kind < 0.15 ? 7 : kind < 0.6 ? 30 : kind < 0.9 ? 120 : 900;
  const least = kind < 0.15 ? 1 : 8;
  if (kind > 0.55 && kind < 0.6) return wholeLine(text, random);
  const length = Math.min(text.length, random.between(least, longest));
  const start = random.between(0, text.length - length);
  const quote = text.slice(start, start + length);
  // People do not mark the white space around a passage.
  const lead = quote.length - quote.trimStart().length;
  const trimmed = quote.trim();
  return trimmed === ""
    ? chooseSpan(text, random)
    : { start: start + lead, end: start + lead + trimmed.length };
}

function wholeLine(text: string, random: Random): Span {
  const lines = text.split("\n");
  const chosen = random.between(0, lines.length - 1);
  const start = lines.slice(0, chosen).reduce((sum, line) => sum + line.length + 1, 0);
  const length = lines[chosen]?.length ?? 0;
  return length === 0 ? chooseSpan(text, random) : { start, end: start + length };
}

function caseOf(before: string, { text: after, origins }: EditedText, span: Span): AnchorCase {
  const places: number[] = [];
  for (let at = 0; at < origins.length; at++) {
    const origin = origins[at] ?? -1;
    if (origin >= span.start && origin < span.end) places.push(at);
  }
  const survivors = Int32Array.from(places);
  const quote = before.slice(span.start, span.end);
  return {
    ...{ before, after, span, survivors },
    changed: changedShare(quote, after, origins, span, survivors),
    tellable: isTellable(before, after, span, survivors),
  };
}

/** Line feeds within a quote are no characters that were tracked; they count as survivors of their neighbours. */
function changedShare(
  quote: string,
  after: string,
  origins: Int32Array,
  span: Span,
  survivors: Int32Array,
): number {
  const first = survivors[0];
  const last = survivors.at(-1);
  if (first === undefined || last === undefined) return 1;
  if (after.slice(first, last + 1) === quote) return 0;
  if (!isAscending(survivors, origins)) return 1;
  const tracked = quote.replaceAll("\n", "").length;
  let foreign = 0;
  let rewritten = 0;
  for (let at = first; at <= last; at++) {
    const origin = origins[at] ?? -1;
    const character = after[at] ?? "";
    if (origin < span.start || origin >= span.end) foreign += character === "\n" ? 0 : 1;
    else if (foldPassage(character) !== foldPassage(quote[origin - span.start] ?? "")) rewritten++;
  }
  const gone = tracked - survivors.length;
  // A substitution is one taken out and one put in.
  return Math.max(gone, foreign) / Math.max(1, tracked) + (rewritten > 0 ? rewritten / tracked : 0);
}

/** Its parts stand in their old order. */
function isAscending(survivors: Int32Array, origins: Int32Array): boolean {
  return survivors.every(
    (at, index) => index === 0 || (origins[at] ?? -1) > (origins[survivors[index - 1] ?? 0] ?? -1),
  );
}

/** Once in the text before and at most once in the text after, both with what stands before it and with what stands behind. */
function isTellable(before: string, after: string, span: Span, survivors: Int32Array): boolean {
  if (span.end - span.start < SHORTEST_TELLABLE) return false;
  const old = foldPassage(before);
  const now = foldPassage(after);
  if (!standsAlone(old, now, span)) return false;
  const first = survivors[0];
  const last = survivors.at(-1);
  return first === undefined || last === undefined || standsAlone(now, old, { start: first, end: last + 1 });
}

/** Once in the text it is of, and not more than once in the other. */
function standsAlone(own: string, other: string, { start, end }: Span): boolean {
  const withBefore = own.slice(Math.max(0, start - CONTEXT), end);
  const withBehind = own.slice(start, end + CONTEXT);
  return [withBefore, withBehind].every(
    (passage) => timesIn(own, passage) === 1 && timesIn(other, passage) <= 1,
  );
}

function timesIn(text: string, passage: string): number {
  let times = 0;
  for (let at = text.indexOf(passage); at !== -1; at = text.indexOf(passage, at + 1)) times++;
  return times;
}
