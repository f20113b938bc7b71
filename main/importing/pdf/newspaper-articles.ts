/**
 * The blocks of a newspaper page → its articles. Large type makes the headlines; text belongs to the headline it stands
 * under, and columns without one of their own to the article beside them; drawn lines part articles.
 */
import { bylineKind } from "../newspaper-page/marks.ts";
import type { Box } from "./geometry.ts";
import { boxAround, heightOf, overlap, widthOf } from "./geometry.ts";
import type { TextBlock } from "./newspaper-blocks.ts";
import { isCrossed, isDivided } from "./newspaper-blocks.ts";
import type { Rule } from "./page-contents.ts";

export interface PlacedArticle extends Box {
  /** Kicker, title, subtitle, as they stand. */
  readonly headline: readonly TextBlock[];
  readonly bylines: readonly TextBlock[];
  readonly blocks: readonly TextBlock[];
}

/** Of the body's size. */
const HEADLINE = 1.45;
const BESIDE_HEADLINE = 1.15;
/** In ems of the larger letters. */
const NEAR_HEADLINE = 1.6;
const NEAR_BYLINE = 5;
/** Of a block's width: so much of it stands under its headline. */
const UNDER = 0.25;
/** Of the lower of two columns: so much of it stands beside the other. */
const BESIDE = 0.4;
/** In ems of the body: how far apart columns of one article stand. */
const COLUMNS_APART = 5;

interface Headline extends Box {
  readonly blocks: readonly TextBlock[];
  readonly size: number;
}

export function placeArticles(
  blocks: readonly TextBlock[],
  bodySize: number,
  rules: readonly Rule[],
): readonly PlacedArticle[] {
  const across = rules.filter(({ direction }) => direction === "across");
  const down = rules.filter(({ direction }) => direction === "down");
  const headlines = headlinesOf(blocks, bodySize, across);
  const used = new Set(headlines.flatMap((headline) => headline.blocks));
  const rest = blocks.filter((block) => !used.has(block));
  const owners = ownersOf(rest, headlines, { across, down, bodySize });
  const articles = headlines.map((headline): PlacedArticle => {
    const own = rest.filter((block) => owners.get(block) === headline);
    const bylines = own.filter((block) => isByline(block, headline, bodySize));
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

function isByline({ text, top, bottom, segments }: TextBlock, headline: Headline, bodySize: number): boolean {
  const near =
    top < headline.bottom + NEAR_BYLINE * bodySize && bottom > headline.top - NEAR_BYLINE * bodySize;
  return near && segments.length <= 2 && bylineKind(text) !== null;
}

interface Surroundings {
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
  readonly bodySize: number;
}

function ownersOf(
  blocks: readonly TextBlock[],
  headlines: readonly Headline[],
  around: Surroundings,
): ReadonlyMap<TextBlock, Headline> {
  const owners = new Map<TextBlock, Headline>();
  for (const block of blocks) {
    const over = headlines
      .filter(
        (headline) =>
          headline.bottom <= block.top + block.size &&
          overlap(headline.left, headline.right, block.left, block.right) >= UNDER * widthOf(block) &&
          !isCrossed(headline, block, around.across),
      )
      .sort((one, other) => other.bottom - one.bottom)[0];
    if (over !== undefined) owners.set(block, over);
  }
  // Columns that no headline stands over go with those beside them, and these with the next.
  for (let changed = true; changed; ) {
    changed = false;
    for (const block of blocks) {
      if (owners.has(block)) continue;
      const owned = [
        ...headlines.map((headline) => ({ box: headline as Box, owner: headline })),
        ...[...owners].map(([other, owner]) => ({ box: other as Box, owner })),
      ];
      const owner = ownerBeside(block, owned, around);
      if (owner === null) continue;
      owners.set(block, owner);
      changed = true;
    }
  }
  return owners;
}

interface Owned {
  readonly box: Box;
  readonly owner: Headline;
}

function ownerBeside(
  block: TextBlock,
  owned: readonly Owned[],
  { across, down, bodySize }: Surroundings,
): Headline | null {
  const far = COLUMNS_APART * bodySize;
  const candidates = owned.flatMap(({ box, owner }) => {
    const beside = overlap(block.top, block.bottom, box.top, box.bottom);
    const apart = -overlap(block.left, block.right, box.left, box.right);
    if (beside >= BESIDE * Math.min(heightOf(block), heightOf(box))) {
      if (apart > far || isDivided(block, box, down)) return [];
      // The text comes from the left.
      return [{ owner, cost: apart + (box.left < block.left ? 0 : far) }];
    }
    const [upper, lower] = block.top < box.top ? [block, box] : [box, block];
    const inColumn = -apart > 0.5 * Math.min(widthOf(block), widthOf(box));
    if (!inColumn || -beside > far || isCrossed(upper, lower, across)) return [];
    return [{ owner, cost: 2 * far - beside }];
  });
  return candidates.sort((one, other) => one.cost - other.cost)[0]?.owner ?? null;
}
