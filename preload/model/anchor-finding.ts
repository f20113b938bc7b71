/**
 * Finds a passage in a text that has changed. The likely places are measured; the best is taken if nothing else comes
 * near it. Where the earlier text is at hand the match must hold both ways: what stands at the new place must be more
 * like the old passage than like anything else that stood in the earlier text. So what is deleted is lost, even where
 * its like stands elsewhere.
 */
import type { Match, Passage } from "./anchor-matching.ts";
import { contextAt, matchesNear } from "./anchor-matching.ts";
import type { Places } from "./anchor-places.ts";
import { likelyPlaces, MOST_CANDIDATES, NEAR } from "./anchor-places.ts";
import type { Span } from "./article-text.ts";

/**
 * The least share of the quote that must stand at the new place, among what stood around it. Lower ones find hardly more
 * of what was changed by a tenth, and take the like of what is gone for it: see `npm run bench -- --only anchors`.
 */
export const LEAST_SCORE = 0.85;

/** The same where little stands there of what stood around the quote. */
const LEAST_SCORE_ALONE = 0.88;

/** Of the context, on the side where less of it stands. */
const HALF = 0.5;
const SOME = 0.2;
const LITTLE = 0.1;

/** Characters of quote and context that must stand there: what fewer tell may be chance. */
const LEAST_MATCHED = { mutual: 8, alone: 20 };

/** A place with so few characters less is nearly as good as the best. */
const MARGIN = 8;

/** Fewer Chinese characters tell too little where only half of their line stands around them. */
const LEAST_HAN = 3;

/** Signs and letters that stand once in either text tell enough by themselves from here on. */
const LEAST_ALONE = 16;

/** Units of context by which a place is looked for; two places are told apart by more, where there is more. */
const NEAR_CONTEXT = 32;
const WIDE_CONTEXT = 96;

export interface Search {
  readonly here: Places;
  /** The earlier text; null where it is not at hand. */
  readonly there: Places | null;
  /** Usually `LEAST_SCORE`. */
  readonly leastScore: number;
}

/** A quote in the earlier text, or in what is known of it; folded. */
export interface Quote extends Span {
  readonly text: string;
  /** What it stands in from line feed to line feed. */
  readonly line: Span;
}

export function findPassage(passage: Quote, search: Search): Span | null {
  const { here, there } = search;
  const ranked = rank({ ...passage, context: there === null ? NEAR_CONTEXT : WIDE_CONTEXT }, here);
  const [best] = ranked;
  if (best === undefined || !tellsEnough(best, search)) return null;
  const rivals = ranked.filter(
    (match) =>
      tellsEnough(match, search) &&
      (match.matched > best.matched - MARGIN || (match.score === 1 && best.score < 1)),
  );
  // With nothing to hold it against, what stands on both sides must bear it out.
  if (there === null) return rivals.length > 1 || best.context < HALF ? null : best.span;
  const origins = rivals.map((match) => ({ match, origin: originOf(match, here, there, passage) }));
  const possible = origins.filter(({ origin }) => origin !== "elsewhere");
  const [only, another] = possible;
  if (only === undefined || another !== undefined || only.origin !== "here") return null;
  const others = ranked.filter((match) => match !== only.match && tellsEnough(match, search));
  const { span } = only.match;
  const isLongAlone = passage.end - passage.start >= LEAST_ALONE && isAlone(passage, span, here, there);
  if (isMostlySigns(passage) && !isLongAlone && lineAround(passage, there, span, here) < HALF) return null;
  const needed = others.some(({ score }) => score === 1) ? SOME : others.length > 0 ? LITTLE : 0;
  if (only.match.context < needed && !isAlone(passage, only.match.span, here, there)) return null;
  return isTooCommon(passage, there, only.match) ? null : only.match.span;
}

/** Whether the quote stands once in either text, letter for letter: then what stood around it need not be there. */
function isAlone({ start, end, text }: Quote, span: Span, here: Places, there: Places): boolean {
  const quote = text.slice(start, end);
  return (
    here.text.slice(span.start, span.end) === quote &&
    onlyPlaceOf(quote, here.text) !== null &&
    onlyPlaceOf(quote, there.text) !== null
  );
}

/** How much of its line stands around it there, on the side where less does, 0 to 1. */
function lineAround({ start, end, line }: Quote, there: Places, span: Span, here: Places): number {
  const text = there.text.slice(line.start, line.end);
  const passage = { text, start: start - line.start, end: end - line.start, context: NEAR_CONTEXT };
  return contextAt(here.text, passage, span);
}

/** Whether it tells little by itself, as a piece of an address does: signs, digits and single letters. */
function isMostlySigns({ text, start, end }: Quote): boolean {
  return (text.slice(start, end).match(/\p{Script=Han}/gu)?.length ?? 0) < LEAST_HAN;
}

function tellsEnough({ score, matched, context }: Match, { there, leastScore }: Search): boolean {
  if (matched < (there === null ? LEAST_MATCHED.alone : LEAST_MATCHED.mutual)) return false;
  return score >= (context >= HALF ? leastScore : Math.max(leastScore, LEAST_SCORE_ALONE));
}

/** Whether what stands at `match` came from `own` in the earlier text or from elsewhere in it. */
function originOf({ span }: Match, here: Places, there: Places, own: Span): "here" | "elsewhere" | "unsure" {
  const ranked = rank({ ...span, text: here.text, context: WIDE_CONTEXT }, there);
  const fromOwn = ranked.find((match) => isSamePlace(match.span, own));
  const others = ranked.filter((match) => !isSamePlace(match.span, own));
  const fromOther = others.find(({ score }) => score === 1) ?? others[0];
  if (fromOwn === undefined) return "elsewhere";
  if (fromOther === undefined) return "here";
  if ((fromOwn.score === 1) !== (fromOther.score === 1)) {
    return fromOwn.score === 1 ? "here" : "elsewhere";
  }
  if (fromOwn.matched >= fromOther.matched + MARGIN) return "here";
  return fromOther.matched >= fromOwn.matched + MARGIN ? "elsewhere" : "unsure";
}

/**
 * Whether the earlier text held the quote elsewhere too, so that it tells too little: where one side of it stood there as
 * well, or where what stands at the new place is only like it, or lacks what stood on either side.
 */
function isTooCommon(own: Quote, there: Places, { score, context }: Match): boolean {
  const quote = there.text.slice(own.start, own.end);
  if (score < 1 && onlyPlaceOf(quote, there.text) === null) return true;
  return rank({ ...own, context: NEAR_CONTEXT }, there).some(
    (other) =>
      other.score === 1 &&
      !isSamePlace(other.span, own) &&
      (context < LITTLE || other.longestSide === NEAR_CONTEXT || isBeside(other.span, own)),
  );
}

function isBeside(one: Span, other: Span): boolean {
  return one.start <= other.end + 2 && other.start <= one.end + 2;
}

/** Every place where the passage may stand, best first, none the same as a better one. Empty where there are too many. */
function rank(passage: Passage, places: Places): readonly Match[] {
  const length = passage.end - passage.start;
  const strayOf = ({ span }: Match) => Math.abs(span.end - span.start - length);
  const matches = placesOf(passage, places)
    .flatMap((place) => matchesNear(places.text, passage, place))
    .sort((one, other) => other.matched - one.matched || strayOf(one) - strayOf(other));
  const apart: Match[] = [];
  for (const match of matches) {
    if (!apart.some(({ span }) => isSamePlace(span, match.span))) apart.push(match);
  }
  return apart;
}

/** Where the quote may begin: by the quote with what stands around it, and by the quote alone, which may have moved. */
function placesOf({ text, start, end }: Passage, places: Places): readonly number[] {
  const from = Math.max(0, start - NEAR_CONTEXT);
  const together = likelyPlaces(places, text.slice(from, end + NEAR_CONTEXT));
  const alone = likelyPlaces(places, text.slice(start, end));
  if (together === null) return [];
  const likely = together.map((place) => place + start - from);
  for (const place of alone ?? []) {
    if (!likely.some((other) => Math.abs(other - place) <= NEAR / 2)) likely.push(place);
  }
  return likely.length > MOST_CANDIDATES ? [] : likely;
}

/** Places of lines that follow one another closely may share an end. */
function isSamePlace(one: Span, other: Span): boolean {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return shared * 2 > Math.min(one.end - one.start, other.end - other.start);
}

/** Characters: a shorter quote tells too little by itself. */
export const SHORT = 8;

/** Units on either side that are looked for together with a short quote. */
const AROUND = 12;

/** What little is looked for of a short quote must stand there nearly as it stood. */
const LEAST_SCORE_SHORT = 0.9;

/** A short quote, by what stands right beside it; within that it must stand once. */
export function findShort({ text, start, end, line }: Quote, search: Search): Span | null {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  const leastScore = Math.max(search.leastScore, LEAST_SCORE_SHORT);
  const around = findPassage(
    { text, start: from, end: to, line: withEnds(line, from, to) },
    { ...search, leastScore },
  );
  if (around === null) return null;
  const quote = text.slice(start, end);
  const standing = search.here.text.slice(around.start, around.end);
  const first = standing === text.slice(from, to) ? start - from : onlyPlaceOf(quote, standing);
  return first === null ? null : { start: around.start + first, end: around.start + first + quote.length };
}

function withEnds({ start, end }: Span, from: number, to: number): Span {
  return { start: Math.min(start, from), end: Math.max(end, to) };
}

function onlyPlaceOf(quote: string, text: string): number | null {
  const first = text.indexOf(quote);
  return first === -1 || text.indexOf(quote, first + 1) !== -1 ? null : first;
}

/** Characters of a piece by which a long passage is found, and the most pieces that are looked for. */
const PIECE = 160;
const MOST_PIECES = 12;

/** Of the pieces looked for, how many must be found, in their order. */
const LEAST_PIECES = 0.6;

/** By pieces of it, the first and the last among them: what was put in between or taken out does not matter. */
export function findLong(passage: Quote, search: Search): Span | null {
  const length = passage.end - passage.start;
  const count = Math.min(MOST_PIECES, Math.ceil(length / PIECE));
  const spans: Span[] = [];
  for (let number = 0; number < count; number++) {
    const start = passage.start + Math.round(((length - PIECE) * number) / (count - 1));
    const span = findPassage({ ...passage, start, end: start + PIECE }, search);
    if (span !== null) spans.push(span);
  }
  const first = spans[0];
  const last = spans.at(-1);
  if (first === undefined || last === undefined || spans.length < count * LEAST_PIECES) return null;
  const inOrder = spans.every((span, index) => index === 0 || span.start >= (spans[index - 1]?.start ?? 0));
  return inOrder && last.end - first.start <= 2 * length ? { start: first.start, end: last.end } : null;
}
