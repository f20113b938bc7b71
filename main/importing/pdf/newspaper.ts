/** A newspaper page's PDF: told by its columns and headlines, and read by where everything stands on it. */
import type { Block, ImportedArticle } from "../../../preload/model/article.ts";
import { emptyArticle } from "../../../preload/model/article.ts";
import { inlineText } from "../../../preload/model/article-text.ts";
import type { Picture, ReadingWarning } from "../format.ts";
import { bylineKind, isCredits, leadAfterMark, opensBody } from "../newspaper-page/marks.ts";
import { endsSentence } from "../newspaper-page/shape.ts";
import { figuresOf } from "./figures.ts";
import { contains, overlap, widthOf } from "./geometry.ts";
import { toBlocks } from "./headings.ts";
import type { Thing } from "./layout.ts";
import { toLine } from "./layout.ts";
import { piecesOf } from "./lines.ts";
import type { PlacedArticle } from "./newspaper-articles.ts";
import { placeArticles } from "./newspaper-articles.ts";
import type { TextBlock } from "./newspaper-blocks.ts";
import { blocksOf, HEADLINE } from "./newspaper-blocks.ts";
import type { Plate } from "./newspaper-columns.ts";
import { columnsOf } from "./newspaper-columns.ts";
import { withoutFurniture } from "./newspaper-head.ts";
import { wholeRows } from "./newspaper-rows.ts";
import { titlesOf } from "./newspaper-titles.ts";
import type { ReadPage, Value } from "./page-types.ts";
import { paragraphsOf } from "./paragraphs.ts";
import type { Segment } from "./segments.ts";

/** Columns side by side; on a sheet larger than A3's half fewer will do. */
const COLUMNS_AT_LEAST = 4;
const COLUMNS_OF_A_SHEET = 3;
/** Points: the shorter and the longer side of a small newspaper's page. */
const SHEET = { short: 640, long: 900 } as const;
/** In ems of the body: how wide a newspaper's column is. */
const COLUMN = { least: 6, most: 27 } as const;
const LINES_OF_A_COLUMN = 6;
/** In ems of the body: how far below a headline its author's name stands. */
const NAMES_BELOW = 4;
const CREDIT_AT_MOST = 60;
const LEAD_AT_MOST = 3;
const QUOTED = 12;

export interface NewspaperReading {
  readonly articles: readonly ImportedArticle[];
  readonly pictures: readonly Picture[];
  readonly warnings: readonly ReadingWarning[];
}

/** Whether a page is set in columns under headlines, as no other kind of document is. */
export function isNewspaperPage({ segments, rules, width, height }: ReadPage, bodySize: number): boolean {
  const blocks = blocksOf(segments, rules);
  const columns = blocks.filter(
    (block) =>
      block.segments.length >= LINES_OF_A_COLUMN &&
      Math.abs(block.size - bodySize) < 0.12 * bodySize &&
      widthOf(block) >= COLUMN.least * bodySize &&
      widthOf(block) <= COLUMN.most * bodySize,
  );
  const headlines = blocks.filter(({ size }) => size >= HEADLINE * bodySize);
  const isSheet = Math.min(width, height) >= SHEET.short && Math.max(width, height) >= SHEET.long;
  const least = isSheet ? COLUMNS_OF_A_SHEET : COLUMNS_AT_LEAST;
  return headlines.length > 0 && mostSideBySide(columns) >= least;
}

function mostSideBySide(blocks: readonly TextBlock[]): number {
  return Math.max(
    0,
    ...blocks.map((block) => {
      const row = blocks.filter(
        (other) => other.top <= block.bottom - block.size && other.bottom > block.bottom - block.size,
      );
      return new Set(row.map(({ left }) => Math.round(left / (3 * block.size)))).size;
    }),
  );
}

export function readNewspaper(page: ReadPage, bodySize: number): NewspaperReading {
  const { details, segments } = withoutFurniture(page, bodySize);
  const rows = wholeRows(segments, page.rules, bodySize);
  const blocks = blocksOf(rows, page.rules, (row) => isAlone(row, rows, bodySize));
  const credits = blocks.filter(({ text }) => text.length <= CREDIT_AT_MOST && isCredits(text));
  const captions = captionsOf(page.things, blocks, bodySize);
  const free = blocks.filter((block) => !credits.includes(block) && !captions.has(block));
  const things = page.things.filter(({ value }) => value.type === "picture");
  const articles = placeArticles(free, bodySize, page.rules, things).filter(
    ({ blocks: text, headline }) => text.length + headline.length > 0,
  );
  const pictures: Picture[] = [];
  const warnings: ReadingWarning[] = [];
  const owners = new Map(page.things.map((thing) => [thing, articleAround(thing, articles)]));
  const read = inReadingOrder(articles).map((article, placeOnPage): ImportedArticle => {
    const things = page.things.filter((thing) => owners.get(thing) === article);
    const plates = things.map((thing): Plate<Value> => {
      const caption = [...captions].flatMap(([block, of]) => (of === thing ? block.segments : []));
      return { thing: withCaption(thing, caption), caption };
    });
    const made = toArticle(article, plates, page.number, bodySize);
    for (const picture of made.pictures) pictures.push(picture);
    for (const warning of made.warnings) warnings.push(warning);
    return { ...made.article, ...details, credits: credits.map(({ text }) => text).join("\n"), placeOnPage };
  });
  return { articles: read, pictures, warnings };
}

/** Who wrote an article, who took the pictures: lines that go on with none. Bare names only do so under a headline. */
function isAlone(row: Segment, rows: readonly Segment[], bodySize: number): boolean {
  const { text, left, right, top } = row;
  const kind = bylineKind(text);
  if (kind === "sure" || isCredits(text)) return true;
  if (kind !== "names") return false;
  return rows.some(
    (other) =>
      other.size >= HEADLINE * bodySize &&
      other.bottom <= top + bodySize / 2 &&
      other.bottom > top - NAMES_BELOW * bodySize &&
      overlap(other.left, other.right, left, right) > 0,
  );
}

/** The short block right under each picture, in letters that the text is not set in or on a line or two of its own. */
function captionsOf(
  things: readonly Thing<Value>[],
  blocks: readonly TextBlock[],
  bodySize: number,
): ReadonlyMap<TextBlock, Thing<Value>> {
  const captions = new Map<TextBlock, Thing<Value>>();
  for (const thing of things) {
    if (thing.value.type !== "picture") continue;
    const below = blocks
      .filter(
        (block) =>
          block.top > thing.bottom - block.size &&
          block.top < thing.bottom + 2 * block.size &&
          overlap(block.left, block.right, thing.left, thing.right) > 0.6 * widthOf(block) &&
          block.size < HEADLINE * bodySize &&
          (block.segments.length <= 2 || (block.size < 0.96 * bodySize && block.segments.length <= 6)),
      )
      .sort((one, other) => one.top - other.top)[0];
    if (below !== undefined && bylineKind(below.text) !== "sure") captions.set(below, thing);
  }
  return captions;
}

function articleAround(thing: Thing<Value>, articles: readonly PlacedArticle[]): PlacedArticle | undefined {
  const [x, y] = [(thing.left + thing.right) / 2, (thing.top + thing.bottom) / 2];
  const inside = articles.filter((article) => contains(article, x, y));
  const distance = (article: PlacedArticle) =>
    Math.min(
      ...[...article.blocks, ...article.headline].map((block) =>
        Math.hypot(
          Math.max(0, block.left - thing.right, thing.left - block.right),
          Math.max(0, block.top - thing.bottom, thing.top - block.bottom),
        ),
      ),
    );
  return [...(inside.length > 0 ? inside : articles)].sort(
    (one, other) => distance(one) - distance(other),
  )[0];
}

/** From top to bottom, and from left to right where articles stand side by side. */
function inReadingOrder(articles: readonly PlacedArticle[]): readonly PlacedArticle[] {
  return [...articles].sort((one, other) => {
    const beside = overlap(one.top, one.bottom, other.top, other.bottom);
    const shorter = Math.min(one.bottom - one.top, other.bottom - other.top);
    return beside > shorter / 2 ? one.left - other.left : one.top - other.top;
  });
}

interface MadeArticle {
  readonly article: ImportedArticle;
  readonly pictures: readonly Picture[];
  readonly warnings: readonly ReadingWarning[];
}

function toArticle(
  article: PlacedArticle,
  plates: readonly Plate<Value>[],
  number: number,
  bodySize: number,
): MadeArticle {
  const regions = columnsOf(article.blocks, plates);
  const { flow, pictures, warnings } = figuresOf(
    paragraphsOf([{ number, mark: null, regions }]),
    1,
    bodySize,
  );
  const blocks = toBlocks(flow, bodySize, new Map()).map(belowTitle);
  const { lead, body } = splitLead(blocks);
  const text = [...lead, ...body].map(textOf).join("\n");
  const titles = titlesOf(article.headline, text);
  return {
    article: {
      ...emptyArticle(),
      ...titles,
      byline: article.bylines.map(({ segments: lines }) => lineText(lines)).join(" "),
      lead,
      body,
    },
    pictures,
    warnings: [...warnings, ...doubts(titles.title, body, text)],
  };
}

/** A caption known beforehand does not stand among the lines of the text. */
function withCaption(thing: Thing<Value>, caption: readonly Segment[]): Thing<Value> {
  if (thing.value.type !== "picture" || caption.length === 0) return thing;
  const lines = blocksOf(caption, []).flatMap(({ segments }) => segments.map((line) => toLine([line])));
  return { ...thing, value: { ...thing.value, caption: piecesOf(lines) } };
}

function lineText(segments: readonly Segment[]): string {
  return toLine(segments).text.trim();
}

/** 核心提示 and the paragraphs under it. */
function splitLead(blocks: readonly Block[]): {
  readonly lead: readonly Block[];
  readonly body: readonly Block[];
} {
  const at = blocks.slice(0, 3).findIndex((block) => leadAfterMark(textOf(block)) !== null);
  const mark = blocks[at];
  if (mark === undefined) return { lead: [], body: blocks };
  const rest = leadAfterMark(textOf(mark)) ?? "";
  const first: readonly Block[] =
    rest === "" ? [] : [{ type: "paragraph", content: [{ type: "text", text: rest }] }];
  const after = blocks.slice(at + 1);
  const end = after
    .slice(0, LEAD_AT_MOST)
    .findIndex((block) => block.type !== "paragraph" || opensBody(textOf(block)));
  const taken = first.length > 0 ? 0 : Math.max(1, end);
  return {
    lead: [...first, ...after.slice(0, taken)],
    body: [...blocks.slice(0, at), ...after.slice(taken)],
  };
}

/** The headline itself is the first level. */
function belowTitle(block: Block): Block {
  return block.type === "heading" ? { ...block, level: Math.min(block.level + 1, 6) } : block;
}

function textOf(block: Block): string {
  return block.type === "paragraph" || block.type === "heading" ? inlineText(block.content) : "";
}

function doubts(title: string, body: readonly Block[], text: string): readonly ReadingWarning[] {
  const warnings: ReadingWarning[] = [];
  for (const block of body) {
    const paragraph = block.type === "paragraph" ? textOf(block) : "";
    if (paragraph === "" || endsSentence(paragraph) || /[：:；;]$/u.test(paragraph)) continue;
    warnings.push({ code: "warning.paragraph-without-end", parameters: { text: paragraph.slice(-QUOTED) } });
  }
  if (title === "" && text !== "") {
    warnings.push({ code: "warning.article-without-title", parameters: { text: text.slice(0, QUOTED) } });
  }
  return warnings;
}
