/** What it is worth to read a piece in a role after all that came before it, and the state that leaves. */
import {
  beginsWithKicker,
  canBeCaption,
  canBeHeading,
  canBeTitle,
  captionEvidence,
  continuationEvidence,
  headingEvidence,
  paragraphEvidence,
  stopsAtPause,
  titleEvidence,
  total,
} from "./evidence.ts";
import type { Joining } from "./joining.ts";
import { opensBody } from "./marks.ts";
import type { Page, PagePiece } from "./page.ts";
import { PICTURE_GAP } from "./pieces.ts";
import type { Reading, Role } from "./reading.ts";
import { beginsItem, beginsWithPreposition, opensSentence, outlineLevel } from "./shape.ts";
import { weight } from "./weights.ts";

/** Kicker, title on two lines, subtitle. */
const TITLE_LINES_AT_MOST = 4;
/** The level of a heading without a number, below all that have one. */
const UNNUMBERED = 4;

/** A piece about to be read, in its page, after `reading`. */
interface Step {
  readonly page: Page;
  readonly joining: Joining;
  readonly index: number;
  readonly piece: PagePiece;
  readonly reading: Reading;
}

/** The reading that goes on from `reading` with the piece in that role; null where it cannot play it. */
export function take(
  page: Page,
  joining: Joining,
  index: number,
  reading: Reading,
  role: Role,
): Reading | null {
  const piece = page.pieces[index];
  if (!piece) return null;
  const step: Step = { page, joining, index, piece, reading };
  if (piece.fixed !== null) return role === piece.fixed ? takeFixed(step, piece.fixed) : null;
  switch (role) {
    case "paragraph":
      return takeParagraph(step);
    case "continuation":
      return takeContinuation(step);
    case "heading":
      return canBeHeading(piece) ? takeHeading(step) : null;
    case "caption":
      return canBeCaption(piece) ? takeCaption(step) : null;
    case "title":
      return canBeTitle(piece) ? takeTitle(step) : null;
    case "byline":
      return takeByline(step);
    case "lead":
    case "credits":
    case "furniture":
      return null;
  }
}

/** What it costs to leave the article as it stands. */
export function closeArticle(page: Page, reading: Reading, pageEnds: boolean): number {
  const titled = reading.title !== "none";
  const open = openPiece(page, reading) !== null;
  return (
    endTitle(page, reading) +
    leaveParagraph(page, reading, null) +
    total(
      // The rest may stand on another page.
      [pageEnds && open, -weight.unfinished / 2],
      [!titled && (reading.body || reading.lead !== "none"), weight.articleWithoutTitle],
      [!reading.body && (titled || reading.lead !== "none"), weight.articleWithoutBody],
      [reading.heading > 0, weight.headingAtEnd],
    )
  );
}

function takeFixed({ page, reading }: Step, role: "lead" | "credits" | "furniture"): Reading {
  const passed: Reading = {
    ...passTitle(reading),
    score: reading.score + endTitle(page, reading),
    before: reading,
    role,
    starts: null,
  };
  if (role !== "lead") return passed;
  const lead = { lead: "open", paragraph: -1, openQuotes: 0, heading: 0 } as const;
  if (reading.lead === "none" && !reading.body) return { ...passed, ...lead };
  const score = reading.score + closeArticle(page, reading, false);
  return { ...passed, ...noArticle, ...lead, score, starts: "here" };
}

/** The state of an article of which nothing has been read. */
const noArticle = { title: "none", titleLines: 0, byline: false, lead: "none", body: false } as const;

function takeParagraph({ page, joining, index, piece, reading }: Step): Reading {
  let points =
    paragraphEvidence(page, piece) + endTitle(page, reading) + leaveParagraph(page, reading, piece);
  if (reading.role === "heading") {
    points += weight.goesOnFromHeading * Math.max(0, joining(textBefore(page, index), piece, 0));
  }
  const leadEnds =
    reading.lead === "open" && reading.role !== "lead" && reading.title !== "none" && opensBody(piece.text);
  const lead = leadEnds ? "closed" : reading.lead;
  return {
    ...passTitle(reading),
    score: reading.score + points,
    before: reading,
    role: "paragraph",
    starts: null,
    paragraph: index,
    openQuotes: piece.unclosed,
    lead,
    body: reading.body || lead !== "open",
    heading: 0,
  };
}

function takeContinuation({ page, joining, index, piece, reading }: Step): Reading | null {
  const last = page.pieces[reading.paragraph];
  if (!last) return null;
  const points =
    continuationEvidence(page, piece) +
    seamEvidence(page, last, piece, reading.openQuotes) +
    joining(last.text, piece, reading.openQuotes) +
    endTitle(page, reading);
  return {
    ...passTitle(reading),
    score: reading.score + points,
    before: reading,
    role: "continuation",
    starts: null,
    paragraph: index,
    openQuotes: Math.max(0, reading.openQuotes - piece.unopened) + piece.unclosed,
    heading: 0,
  };
}

/** How likely a paragraph that stopped so goes on at all. */
function seamEvidence(page: Page, last: PagePiece, piece: PagePiece, openQuotes: number): number {
  if (last.endsSentence) {
    return total(
      [true, weight.continuesAfterSentence],
      [page.indents && !piece.indented && !piece.afterPicture, weight.missingIndentShowsContinuation],
      [openQuotes > 0 && piece.unopened > 0, weight.quoteShowsContinuation],
    );
  }
  return total(
    [true, weight.continuesMidSentence],
    [!stopsAtPause(last) && opensSentence(piece.text), weight.continuesLikeASentence],
    [!stopsAtPause(last) && beginsWithPreposition(piece.text), weight.continuesWithPreposition],
    [/[：:]$/u.test(last.text), weight.continuesAfterColon],
    [/[；;：:]$/u.test(last.text) && beginsItem(piece.text), weight.itemContinues],
  );
}

function takeHeading({ page, index, piece, reading }: Step): Reading {
  const level = outlineLevel(piece.text) ?? UNNUMBERED;
  const nested = level !== UNNUMBERED && reading.heading < level;
  const articleBegun = reading.body || reading.title !== "none" || reading.lead !== "none";
  const points =
    headingEvidence(piece) +
    leaveParagraph(page, reading, piece) +
    endTitle(page, reading) +
    total(
      [reading.heading > 0 && !nested, weight.headingAfterHeading],
      [reading.role === "title", weight.headingBelowTitle],
      [!articleBegun, weight.headingFirst],
      [page.pieces[index + 1]?.byline === "sure", weight.headingAtEnd],
    );
  return {
    ...passTitle(reading),
    score: reading.score + points,
    before: reading,
    role: "heading",
    starts: null,
    paragraph: -1,
    openQuotes: 0,
    lead: closeLead(reading),
    body: true,
    heading: level,
  };
}

function takeCaption(step: Step): Reading {
  const { page, piece, reading } = step;
  const points = captionEvidence(page, piece) + captionPlace(step) + endTitle(page, reading);
  // A lead cut by a picture goes on below it; a whole one ends there.
  const lead =
    openPiece(page, reading) === null && reading.role !== "lead" ? closeLead(reading) : reading.lead;
  return {
    ...passTitle(reading),
    score: reading.score + points,
    before: reading,
    role: "caption",
    starts: null,
    lead,
  };
}

/** Below a picture; surer still where another follows, as in a stack of them. The room of a picture at the very top shows less. */
function captionPlace({ page, index, piece, reading }: Step): number {
  const next = page.pieces[index + 1];
  const nextBelowPicture = next?.afterPicture === true;
  const stacked = nextBelowPicture ? weight.captionAbovePicture : 0;
  if (piece.afterPicture) return weight.captionBelowPicture + stacked;
  // A page may begin with empty lines; a whole sentence below them, above a title or a lead, is no text of an article.
  const aboveAll =
    nextBelowPicture || next?.fixed === "lead" || (piece.gap >= PICTURE_GAP && piece.endsSentence);
  if (index === 0 && aboveAll) return weight.captionAtTop;
  return reading.role === "caption" ? weight.captionBelowCaption : weight.captionElsewhere;
}

function takeTitle(step: Step): Reading {
  const { page, index, piece, reading } = step;
  const score = reading.score + titleEvidence(piece);
  if (reading.title === "running" && reading.role === "title") {
    return {
      ...reading,
      score: score + furtherLine(step),
      before: reading,
      starts: null,
      titleLines: reading.titleLines + 1,
    };
  }
  const title = {
    before: reading,
    role: "title",
    title: "running",
    titleLines: 1,
    kickerInLine: beginsWithKicker(piece),
    heading: 0,
  } as const;
  if (reading.title === "none") {
    const waiting = headingWaits(reading);
    const lead = reading.role === "lead" ? reading.lead : closeLead(reading);
    return { ...reading, ...title, score: score + titlePlace(page, reading) + waiting, starts: null, lead };
  }
  const points = weight.newArticle + (opensNews(page, index) ? weight.newArticleAtDateline : 0);
  if (openPiece(page, reading)) {
    const inside = score + points + weight.newArticleInsideParagraph + endTitle(page, reading);
    return { ...reading, ...title, score: inside, starts: "paragraph", byline: false, lead: "none" };
  }
  const fresh = score + points + closeArticle(page, reading, false);
  return { ...reading, ...noArticle, ...title, score: fresh, starts: "here", paragraph: -1, openQuotes: 0 };
}

/** A heading whose text stands below the title block; a numbered one is surely a heading all the same. */
function headingWaits({ heading }: Reading): number {
  if (heading === 0) return 0;
  return heading === UNNUMBERED ? weight.headingAtEnd : weight.headingAtEnd / 4;
}

/** A further line of a title block: as usual as a title below its kicker, or one line too many. */
function furtherLine({ page, index, piece, reading }: Step): number {
  if (reading.titleLines >= TITLE_LINES_AT_MOST) return weight.titleFurtherLine;
  const full = reading.titleLines > 1 || reading.kickerInLine;
  const sameLength = textBefore(page, index).length === piece.text.length;
  const belongs = sameLength || /^(?:——|--|―|—)/u.test(piece.text);
  return full && !belongs ? weight.titleLineTooMany : weight.titleSecondLine;
}

/** Where in an article its title stands: most often first, else below the lead or inside a paragraph cut to make room. */
function titlePlace(page: Page, reading: Reading): number {
  if (openPiece(page, reading)) return 0;
  if (reading.body) return weight.titleAmongParagraphs;
  return reading.lead === "none" ? weight.titleFirst : weight.titleBelowLead;
}

/** The first paragraph below this title begins as news reports do. */
function opensNews(page: Page, index: number): boolean {
  const next = page.pieces.slice(index + 1, index + 4).find((piece) => piece.endsSentence || piece.dateline);
  return next?.dateline === true;
}

function takeByline({ piece, reading }: Step): Reading | null {
  const points = bylinePlace(piece, reading);
  if (points === null) return null;
  return {
    ...reading,
    score: reading.score + points,
    before: reading,
    role: "byline",
    starts: null,
    title: reading.title === "none" ? "none" : "seen",
    byline: true,
    lead: reading.role === "lead" ? reading.lead : closeLead(reading),
  };
}

/** Below a title, or below another line of authors; elsewhere only where the article has none yet. */
function bylinePlace(piece: PagePiece, reading: Reading): number | null {
  if (piece.byline === null) return null;
  if (reading.role === "title") {
    return piece.byline === "sure" ? weight.bylineBelowTitle : weight.namesBelowTitle;
  }
  if (piece.byline !== "sure") return null;
  if (reading.role === "byline") return weight.bylineBelowByline;
  if (reading.byline) return null;
  return reading.title === "none" ? weight.bylineWithoutTitle : weight.bylineApart;
}

/** The piece at which the paragraph stopped mid-sentence; null where it is whole. */
function openPiece(page: Page, reading: Reading): PagePiece | null {
  const last = page.pieces[reading.paragraph];
  return last && !last.endsSentence ? last : null;
}

function leaveParagraph(page: Page, reading: Reading, next: PagePiece | null): number {
  const last = openPiece(page, reading);
  if (!last) return 0;
  if (/[：:]$/u.test(last.text)) return weight.unfinishedAtColon;
  if (!/[；;]$/u.test(last.text)) return weight.unfinished;
  return next && beginsItem(next.text) ? 0 : weight.unfinishedAtSemicolon;
}

/** A title block that ends without authors is less sure to be one, the more so when it is a single line. */
function endTitle(page: Page, reading: Reading): number {
  if (reading.title !== "running" || reading.role !== "title") return 0;
  if (reading.titleLines > 1) {
    return page.signsArticles ? weight.titlesWithoutBylineOnPageOfBylines : weight.titlesWithoutByline;
  }
  const sure = reading.before?.title === "none" || reading.kickerInLine;
  return weight.titleAloneWithoutByline + (sure ? 0 : weight.newArticleOnOneLine);
}

function passTitle(reading: Reading): Reading {
  return reading.title === "running" ? { ...reading, title: "seen" } : reading;
}

function closeLead(reading: Reading): Reading["lead"] {
  return reading.lead === "open" ? "closed" : reading.lead;
}

function textBefore(page: Page, index: number): string {
  return page.pieces[index - 1]?.text ?? "";
}
