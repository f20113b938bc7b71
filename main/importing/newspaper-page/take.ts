/** The points each role costs or earns a piece, and the state it leaves. All weights stand here, each with its reason. */
import type { Joining } from "./joining.ts";
import { opensBody } from "./marks.ts";
import { CAPTION_USUALLY_AT_MOST, type Page, type PagePiece } from "./page.ts";
import type { Reading, Role } from "./reading.ts";
import {
  beginsItem,
  beginsLikeASentence,
  beginsMidSentence,
  beginsWithFigure,
  beginsWithPreposition,
  leansBack,
  outlineLevel,
  wantsMore,
} from "./shape.ts";
import { namesABody } from "./title-block.ts";

/** In characters. Longer lines are no headings, titles, captions. */
const HEADING_AT_MOST = 34;
const LONG_HEADING = 20;
const VERY_LONG_HEADING = 26;
const SHORT_LINE = 20;
const VERY_SHORT_LINE = 12;
const FEW_CHARACTERS = 8;
const TITLE_AT_MOST = 44;
const TITLE_LINES_AT_MOST = 4;
const CAPTION_AT_MOST = 150;
const LONG_CAPTION = 60;
const VERY_LONG_CAPTION = 90;
const QUESTION_AT_MOST = 20;

/** The level of a heading without a number, below all that have one. */
const UNNUMBERED = 4;

/** Points. One point is a habit, three a strong sign, six and more nearly a rule. */
const weight = {
  /** A paragraph that stops mid-sentence for good; cheaper where its last mark announces what follows. */
  unfinished: -6,
  unfinishedAtSemicolon: -3,
  unfinishedAtColon: -0.5,
  /** A paragraph goes on after a whole sentence: nothing but an indent or a quote can show it. */
  continuesAfterSentence: -6,
  continuesMidSentence: 0.5,
  continuesAfterColon: -2,
  itemContinues: -3,
  numberedContinues: -4,
  indentAgrees: 1.5,
  indentContradicts: -5,
  missingIndentShowsContinuation: 5.5,
  quoteShowsContinuation: 5,
  /** Short lines without a final mark are headings, not paragraphs. */
  lineWithoutEnd: -2,
  shortLineWithoutEnd: -3.5,
  veryShortLineWithoutEnd: -5,
  fewCharactersWithoutEnd: -7,
  /** A share of the evidence that a paragraph goes on from the line taken for its heading. */
  goesOnFromHeading: -0.5,
  shortQuestionAsParagraph: -1,
  fragmentAtComma: -0.5,
  shortFragment: -2.5,
  /** What stands below a picture's room is its caption, when it is short; else the picture has none. */
  captionBelowPicture: 1,
  shortTextBelowPicture: -3,
  longTextBelowPicture: -1,
  titleBelowPicture: -1,
  headingBelowPicture: -1.5,
  captionElsewhere: -6,
  captionBelowCaption: -3,
  captionSigned: 5,
  captionLong: -1,
  captionVeryLong: -2.5,
  captionTooLong: -4,
  captionOfManySentences: -2,
  /** Figures are what paragraphs give; a picture shows none. */
  captionWithFigures: -1.5,
  headingWithFigures: -1.5,
  headingLong: -0.7,
  headingVeryLong: -2,
  /** A body or place stands alone as a kicker, not as a heading. */
  headingNamesBody: -1.5,
  titleNamesBody: 1.5,
  captionWithoutEnd: -0.3,
  captionWithoutEndOnPageOfEnded: -2.5,
  /** A closing quote without its opening, a comma at the start: what begins so has begun before. */
  closesWhatItDidNotOpen: -4,
  beginsMidSentence: -8,
  leansBack: -2,
  numbered: 1.5,
  question: 1,
  beginsWithFigure: -2.5,
  /** 同时，…… and 据统计，…… begin sentences; 的 and 和 want something after them. */
  beginsOrStopsLikeASentence: -6,
  beginsWithPreposition: -2,
  headingAfterHeading: -2.5,
  headingAtEnd: -4,
  headingFirst: -2,
  headingBelowTitle: -0.5,
  headingWithSpace: -0.3,
  titleWithSpace: 0.5,
  titleWithComma: -1,
  titleInThreeParts: 1,
  titleNumbered: -4,
  titleFirst: 1,
  titleBelowLead: 0.5,
  titleAmongParagraphs: -1,
  titleSecondLine: -0.3,
  /** Below a kicker and a title only the title's other half, of the same length, or a subtitle. */
  titleLineTooMany: -2.5,
  titleFurtherLine: -3,
  titleAloneWithoutByline: -2,
  titlesWithoutByline: -0.5,
  newArticle: -1.5,
  newArticleOnOneLine: -3,
  newArticleAtDateline: 8,
  newArticleInsideParagraph: -5,
  bylineBelowTitle: 4,
  namesBelowTitle: 1.5,
  bylineBelowByline: 1,
  bylineApart: -1,
  bylineWithoutTitle: -5,
  bylineAsText: -5,
  articleWithoutTitle: -4,
  articleWithoutBody: -6,
} as const;

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
  if (piece.fixed !== null) {
    if (role !== piece.fixed) return null;
    if (role === "lead") return takeLead(page, reading);
    return {
      ...passTitle(reading),
      score: reading.score + endTitle(reading),
      before: reading,
      role,
      starts: null,
    };
  }
  switch (role) {
    case "paragraph":
      return takeParagraph(page, joining, index, piece, reading);
    case "continuation":
      return takeContinuation(page, joining, index, piece, reading);
    case "heading":
      return takeHeading(page, index, piece, reading);
    case "caption":
      return takeCaption(page, piece, reading);
    case "title":
      return takeTitle(page, index, piece, reading);
    case "byline":
      return takeByline(piece, reading);
    case "lead":
    case "credits":
    case "furniture":
      return null;
  }
}

/** What it costs to leave the article as it stands. */
export function closeArticle(page: Page, reading: Reading, pageEnds: boolean): number {
  let points = endTitle(reading) + leaveParagraph(page, reading, null);
  if (pageEnds && openPiece(page, reading)) points -= weight.unfinished / 2;
  if (reading.title === "none" && (reading.body || reading.lead !== "none"))
    points += weight.articleWithoutTitle;
  if (!reading.body && (reading.title !== "none" || reading.lead !== "none"))
    points += weight.articleWithoutBody;
  if (reading.heading > 0) points += weight.headingAtEnd;
  return points;
}

function takeParagraph(
  page: Page,
  joining: Joining,
  index: number,
  piece: PagePiece,
  reading: Reading,
): Reading {
  let points = endTitle(reading) + leaveParagraph(page, reading, piece) + startPoints(piece);
  if (page.indents) points += piece.indented ? weight.indentAgrees : -weight.indentAgrees;
  if (piece.byline === "sure") points += weight.bylineAsText;
  if (piece.afterPicture) {
    const short = piece.text.length <= LONG_CAPTION && piece.endsSentence;
    points += short ? weight.shortTextBelowPicture : weight.longTextBelowPicture;
  }
  if (!piece.endsSentence && piece.text.length <= HEADING_AT_MOST) {
    points += /[，、；：,;:]$/u.test(piece.text) ? weight.fragmentAtComma : withoutEnd(piece.text.length);
  }
  if (reading.role === "heading") {
    points += weight.goesOnFromHeading * Math.max(0, joining(page.pieces[index - 1]?.text ?? "", piece, 0));
  }
  if (isQuestion(piece)) points += weight.shortQuestionAsParagraph;
  const inLead = reading.lead === "open" && !(reading.role !== "lead" && opensBody(piece.text));
  return {
    ...passTitle(reading),
    score: reading.score + points,
    before: reading,
    role: "paragraph",
    starts: null,
    paragraph: index,
    openQuotes: piece.unclosed,
    lead: reading.lead === "open" && !inLead ? "closed" : reading.lead,
    body: reading.body || !inLead,
    heading: 0,
  };
}

function takeContinuation(
  page: Page,
  joining: Joining,
  index: number,
  piece: PagePiece,
  reading: Reading,
): Reading | null {
  const last = page.pieces[reading.paragraph];
  if (!last) return null;
  let points = endTitle(reading) + joining(last.text, piece, reading.openQuotes);
  if (last.endsSentence) {
    points += weight.continuesAfterSentence;
    if (page.indents && !piece.indented && !piece.afterPicture)
      points += weight.missingIndentShowsContinuation;
    if (reading.openQuotes > 0 && piece.unopened > 0) points += weight.quoteShowsContinuation;
  } else {
    points += weight.continuesMidSentence;
    if (/[：:]$/u.test(last.text)) points += weight.continuesAfterColon;
    if (/[；;：:]$/u.test(last.text) && beginsItem(piece.text)) points += weight.itemContinues;
  }
  if (page.indents && piece.indented) points += weight.indentContradicts;
  if (outlineLevel(piece.text) !== null && canHead(piece, HEADING_AT_MOST))
    points += weight.numberedContinues;
  if (piece.afterPicture) {
    const short = piece.text.length <= LONG_CAPTION && piece.endsSentence;
    points += short ? weight.shortTextBelowPicture : weight.longTextBelowPicture;
  }
  if (!piece.endsSentence && piece.text.length <= HEADING_AT_MOST) points += weight.shortFragment;
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

function takeHeading(page: Page, index: number, piece: PagePiece, reading: Reading): Reading | null {
  if (!canHead(piece, HEADING_AT_MOST)) return null;
  const outline = outlineLevel(piece.text);
  const numbered = outline !== null;
  const level = outline ?? UNNUMBERED;
  let points = leaveParagraph(page, reading, piece) + startPoints(piece) + lineOfSentence(piece);
  if (piece.endsSentence) points += weight.question;
  if (numbered) points += weight.numbered;
  if (piece.afterPicture) points += weight.headingBelowPicture;
  if (reading.heading > 0 && !(numbered && reading.heading < level)) points += weight.headingAfterHeading;
  if (!numbered && givesFigures(piece.text)) points += weight.headingWithFigures;
  if (piece.text.length > VERY_LONG_HEADING) points += weight.headingVeryLong;
  else if (piece.text.length > LONG_HEADING) points += weight.headingLong;
  if (namesABody(firstPart(piece.text))) points += weight.headingNamesBody;
  if (reading.role === "title") points += weight.headingBelowTitle;
  if (!(reading.body || reading.title !== "none" || reading.lead !== "none")) points += weight.headingFirst;
  if (/[ \u3000]/u.test(piece.text)) points += weight.headingWithSpace;
  if (page.pieces[index + 1]?.byline === "sure") points += weight.headingAtEnd;
  return {
    ...passTitle(reading),
    score: reading.score + points + endTitle(reading),
    before: reading,
    role: "heading",
    starts: null,
    paragraph: -1,
    openQuotes: 0,
    lead: reading.lead === "open" ? "closed" : reading.lead,
    body: true,
    heading: level,
  };
}

function takeCaption(page: Page, piece: PagePiece, reading: Reading): Reading | null {
  const { length } = piece.text;
  if (length > CAPTION_AT_MOST) return null;
  let points = startPoints(piece) + endTitle(reading);
  if (piece.afterPicture) points += weight.captionBelowPicture;
  else if (reading.role === "caption") points += weight.captionBelowCaption;
  else points += weight.captionElsewhere;
  if (piece.signedCaption) points += weight.captionSigned;
  if (piece.byline === "sure") points += weight.bylineAsText;
  if (length > VERY_LONG_CAPTION) points += weight.captionTooLong;
  else if (length > LONG_CAPTION) points += weight.captionVeryLong;
  else if (length > CAPTION_USUALLY_AT_MOST) points += weight.captionLong;
  if (givesFigures(piece.text)) points += weight.captionWithFigures;
  if (piece.sentences >= 3) points += weight.captionOfManySentences;
  if (!piece.endsSentence && !piece.signedCaption) {
    points += page.captionsEndSentences ? weight.captionWithoutEndOnPageOfEnded : weight.captionWithoutEnd;
    if (/[，、；：,;:]$/u.test(piece.text)) points += weight.closesWhatItDidNotOpen;
  }
  const leadEnds = reading.lead === "open" && openPiece(page, reading) === null && reading.role !== "lead";
  return {
    ...passTitle(reading),
    score: reading.score + points,
    before: reading,
    role: "caption",
    starts: null,
    lead: leadEnds ? "closed" : reading.lead,
  };
}

function takeTitle(page: Page, index: number, piece: PagePiece, reading: Reading): Reading | null {
  if (!canHead(piece, TITLE_AT_MOST)) return null;
  let points = startPoints(piece) + lineOfSentence(piece);
  if (namesABody(firstPart(piece.text))) points += weight.titleNamesBody;
  if (/\S[ \u3000]+\S+[ \u3000]+\S/u.test(piece.text)) points += weight.titleInThreeParts;
  if (/[ \u3000]/u.test(piece.text)) points += weight.titleWithSpace;
  if (/[，,]/u.test(piece.text)) points += weight.titleWithComma;
  if (outlineLevel(piece.text) !== null) points += weight.titleNumbered;
  if (piece.afterPicture) points += weight.titleBelowPicture;
  if (reading.title === "running" && reading.role === "title") {
    const lines = reading.titleLines + 1;
    points += titleLine(page, index, piece, reading);
    return {
      ...reading,
      score: reading.score + points,
      before: reading,
      role: "title",
      starts: null,
      titleLines: lines,
    };
  }
  const kickerInLine = piece.text.includes(" ") && namesABody(firstPart(piece.text));
  const title = {
    before: reading,
    role: "title",
    title: "running",
    titleLines: 1,
    kickerInLine,
    heading: 0,
  } as const;
  if (reading.title === "none") {
    if (reading.heading > 0) points += weight.headingAtEnd;
    points += titlePlace(page, reading);
    const lead = reading.lead === "open" && reading.role !== "lead" ? "closed" : reading.lead;
    return { ...reading, ...title, score: reading.score + points, starts: null, lead };
  }
  points += weight.newArticle;
  if (opensNews(page, index)) points += weight.newArticleAtDateline;
  if (openPiece(page, reading)) {
    points += weight.newArticleInsideParagraph;
    const score = reading.score + points + endTitle(reading);
    return { ...reading, ...title, score, starts: "paragraph", byline: false, lead: "none" };
  }
  points += closeArticle(page, reading, false);
  const score = reading.score + points;
  return {
    ...reading,
    ...title,
    score,
    starts: "here",
    paragraph: -1,
    openQuotes: 0,
    byline: false,
    lead: "none",
    body: false,
  };
}

/** A further line of a title block: as usual as a title below its kicker, or one line too many. */
function titleLine(page: Page, index: number, piece: PagePiece, reading: Reading): number {
  if (reading.titleLines >= TITLE_LINES_AT_MOST) return weight.titleFurtherLine;
  const above = page.pieces[index - 1]?.text ?? "";
  const full = reading.titleLines > 1 || reading.kickerInLine;
  const belongs = above.length === piece.text.length || /^(?:——|--|―|—)/u.test(piece.text);
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
  const next = page.pieces.slice(index + 1, index + 4).find((piece) => piece.endsSentence);
  return next?.dateline === true;
}

function takeByline(piece: PagePiece, reading: Reading): Reading | null {
  if (piece.byline === null) return null;
  const taken = {
    ...reading,
    before: reading,
    role: "byline",
    starts: null,
    title: "seen",
    byline: true,
  } as const;
  if (reading.role === "title") {
    const points = piece.byline === "sure" ? weight.bylineBelowTitle : weight.namesBelowTitle;
    return { ...taken, score: reading.score + points };
  }
  if (piece.byline !== "sure") return null;
  if (reading.role === "byline") return { ...taken, score: reading.score + weight.bylineBelowByline };
  if (reading.byline) return null;
  const points = reading.title === "none" ? weight.bylineWithoutTitle : weight.bylineApart;
  return { ...taken, title: reading.title === "none" ? "none" : "seen", score: reading.score + points };
}

function takeLead(page: Page, reading: Reading): Reading {
  const opensArticle = reading.lead !== "none" || reading.body;
  const lead = {
    before: reading,
    role: "lead",
    lead: "open",
    paragraph: -1,
    openQuotes: 0,
    heading: 0,
  } as const;
  if (!opensArticle) {
    return { ...passTitle(reading), ...lead, score: reading.score + endTitle(reading), starts: null };
  }
  const score = reading.score + closeArticle(page, reading, false);
  return {
    ...reading,
    ...lead,
    score,
    starts: "here",
    title: "none",
    titleLines: 0,
    byline: false,
    body: false,
  };
}

/** The shorter a line without a final mark, the less it is the beginning of a paragraph. */
function withoutEnd(length: number): number {
  if (length <= FEW_CHARACTERS) return weight.fewCharactersWithoutEnd;
  if (length <= VERY_SHORT_LINE) return weight.veryShortLineWithoutEnd;
  return length <= SHORT_LINE ? weight.shortLineWithoutEnd : weight.lineWithoutEnd;
}

function canHead(piece: PagePiece, atMost: number): boolean {
  if (piece.text.length > atMost || piece.byline === "sure" || /[，、；：,;:]$/u.test(piece.text))
    return false;
  if (piece.sentences > 0 && /。/u.test(piece.text)) return false;
  return !piece.endsSentence || isQuestion(piece);
}

function isQuestion(piece: PagePiece): boolean {
  return /[？！?!]$/u.test(piece.text) && piece.sentences === 1 && piece.text.length <= QUESTION_AT_MOST;
}

/** What speaks against a line without a final mark as a heading or title: it is the beginning of a sentence. */
function lineOfSentence(piece: PagePiece): number {
  if (beginsLikeASentence(piece.text) || wantsMore(piece.text)) return weight.beginsOrStopsLikeASentence;
  return beginsWithPreposition(piece.text) ? weight.beginsWithPreposition : 0;
}

function firstPart(text: string): string {
  return text.split(/[ \u3000]/u, 1)[0] ?? "";
}

/** What speaks against a piece as the beginning of anything. */
function startPoints(piece: PagePiece): number {
  let points = 0;
  if (piece.unopened > 0) points += weight.closesWhatItDidNotOpen;
  if (beginsMidSentence(piece.text)) points += weight.beginsMidSentence;
  if (leansBack(piece.text)) points += weight.leansBack;
  if (beginsWithFigure(piece.text)) points += weight.beginsWithFigure;
  return points;
}

/** The piece at which the paragraph stopped mid-sentence; null where it is whole. */
function openPiece(page: Page, reading: Reading): PagePiece | null {
  const last = page.pieces[reading.paragraph];
  return last && !last.endsSentence ? last : null;
}

/** Shares, amounts and counts, which running text gives; years and days stand anywhere. */
function givesFigures(text: string): boolean {
  return /\d(?:[%％万亿]|\d\d(?![年\d]))|\d[多余]?[个名户人家次件项处条公亩顷元吨斤克米]/u.test(text);
}

function leaveParagraph(page: Page, reading: Reading, next: PagePiece | null): number {
  const last = openPiece(page, reading);
  if (!last) return 0;
  if (/[：:]$/u.test(last.text)) return weight.unfinishedAtColon;
  if (/[；;]$/u.test(last.text)) {
    return next && beginsItem(next.text) ? 0 : weight.unfinishedAtSemicolon;
  }
  return weight.unfinished;
}

/** A title block that ends without authors is less sure to be one, the more so when it is a single line. */
function endTitle(reading: Reading): number {
  if (reading.title !== "running" || reading.role !== "title") return 0;
  if (reading.titleLines > 1) return weight.titlesWithoutByline;
  const sure = reading.before?.title === "none" || reading.kickerInLine;
  return weight.titleAloneWithoutByline + (sure ? 0 : weight.newArticleOnOneLine);
}

function passTitle(reading: Reading): Reading {
  return reading.title === "running" ? { ...reading, title: "seen" } : reading;
}
