/**
 * The blocks of a newspaper page → its articles. Large type makes the headlines; text belongs to the headline it stands
 * under, and columns without one of their own to the article beside them; drawn lines part articles.
 */
import { bylineKind } from "../newspaper-page/marks.ts";
import type { Box } from "./geometry.ts";
import { boxAround, overlap, widthOf } from "./geometry.ts";
import type { TextBlock } from "./newspaper-blocks.ts";
import { HEADLINE, isCrossed } from "./newspaper-blocks.ts";
import { ownersOf } from "./newspaper-owners.ts";
import type { Rule } from "./page-contents.ts";

export interface PlacedArticle extends Box {
  /** Kicker, title, subtitle, as they stand. */
  readonly headline: readonly TextBlock[];
  readonly bylines: readonly TextBlock[];
  readonly blocks: readonly TextBlock[];
}

/** Of the body's size. */
const BESIDE_HEADLINE = 1.15;
/** In ems of the larger letters. */
const NEAR_HEADLINE = 1.6;
const NEAR_BYLINE = 5;

interface Headline extends Box {
  readonly blocks: readonly TextBlock[];
  readonly size: number;
}

/** `pictures` hold the columns of an article together, above and below them and beside. */
export function placeArticles(
  blocks: readonly TextBlock[],
  bodySize: number,
  rules: readonly Rule[],
  pictures: readonly Box[] = [],
): readonly PlacedArticle[] {
  const across = rules.filter(({ direction }) => direction === "across");
  const down = rules.filter(({ direction }) => direction === "down");
  const headlines = headlinesOf(blocks, bodySize, across);
  const used = new Set(headlines.flatMap((headline) => headline.blocks));
  const rest = blocks.filter((block) => !used.has(block));
  const owners = ownersOf([...rest, ...pictures.map(pictureBlock)], headlines, { across, down, bodySize });
  const articles = headlines.map((headline): PlacedArticle => {
    const own = rest.filter((block) => owners.get(block) === headline);
    const first = Math.min(...own.flatMap(({ text, top }) => (bylineKind(text) === null ? [top] : [])));
    const bylines = own.filter((block) => isByline(block, headline, first, bodySize));
    const text = own.filter((block) => !bylines.includes(block));
    const box = boxAround([headline, ...own]) ?? headline;
    return { ...box, headline: headline.blocks, bylines, blocks: text };
  });
  return withOrphans(
    articles,
    rest.filter((block) => !owners.has(block)),
    across,
  );
}

/** What stands under and beside nothing goes to a headline that has no text yet, or makes an article without one. */
function withOrphans(
  articles: readonly PlacedArticle[],
  orphans: readonly TextBlock[],
  across: readonly Rule[],
): readonly PlacedArticle[] {
  const around = boxAround(orphans);
  if (around === null) return articles;
  const bare = articles.find((article) => {
    const [upper, lower] = article.top < around.top ? [article, around] : [around, article];
    return article.blocks.length === 0 && !isCrossed(upper, lower, across);
  });
  if (bare === undefined) return [...articles, { ...around, headline: [], bylines: [], blocks: orphans }];
  const box = boxAround([bare, around]) ?? bare;
  return articles.map((article) => (article === bare ? { ...bare, ...box, blocks: orphans } : article));
}

/** Large blocks above each other are one headline, with the smaller lines over and under it. */
function headlinesOf(
  blocks: readonly TextBlock[],
  bodySize: number,
  across: readonly Rule[],
): readonly Headline[] {
  const large = blocks.filter(({ size, text }) => size >= bodySize * HEADLINE && /\p{L}/u.test(text));
  const groups: TextBlock[][] = [];
  for (const block of [...large].sort((one, other) => one.top - other.top)) {
    const near = groups.find((group) => group.some((member) => belongTogether(member, block, across)));
    if (near === undefined) groups.push([block]);
    else near.push(block);
  }
  return groups.map((group) => {
    const size = Math.max(...group.map((block) => block.size));
    const small = blocks.filter(
      (block) =>
        !large.includes(block) &&
        block.size >= bodySize * BESIDE_HEADLINE &&
        block.segments.length <= 2 &&
        group.some(
          (member) =>
            member.size === size && belongTogether(member, block, across) && isCentredOn(member, block),
        ),
    );
    const members = [...group, ...small].sort((one, other) => one.top - other.top || one.left - other.left);
    const box = boxAround(members) ?? { left: 0, top: 0, right: 0, bottom: 0 };
    return { ...box, blocks: members, size };
  });
}

function belongTogether(one: TextBlock, other: TextBlock, across: readonly Rule[]): boolean {
  const [upper, lower] = one.top <= other.top ? [one, other] : [other, one];
  const gap = lower.top - upper.bottom;
  const em = Math.max(one.size, other.size);
  const common = overlap(one.left, one.right, other.left, other.right);
  if (gap > NEAR_HEADLINE * em || isCrossed(upper, lower, across)) return false;
  return common > 0.5 * Math.min(widthOf(one), widthOf(other));
}

/** Set over the middle of the headline, or flush with it, as kickers and subtitles are; headings stand in their column. */
function isCentredOn(headline: Box, block: Box): boolean {
  const middle = Math.abs(headline.left + headline.right - block.left - block.right) / 2;
  return middle < 0.06 * widthOf(headline) || Math.abs(headline.left - block.left) < 0.02 * widthOf(headline);
}

/** `first`: where the article's text begins. A line that tells its authors by their role may stand above it anywhere. */
function isByline(
  { text, top, bottom, segments }: TextBlock,
  headline: Headline,
  first: number,
  bodySize: number,
): boolean {
  const kind = segments.length <= 2 ? bylineKind(text) : null;
  const near =
    top < headline.bottom + NEAR_BYLINE * bodySize && bottom > headline.top - NEAR_BYLINE * bodySize;
  return kind !== null && (near || (kind === "sure" && bottom <= first + bodySize));
}

function pictureBlock({ left, top, right, bottom }: Box): TextBlock {
  return { left, top, right, bottom, segments: [], size: 0, text: "" };
}
