/** What a piece shows by itself for or against each role, whatever came before it. */
import { CAPTION_USUALLY_AT_MOST, type Page, type PagePiece } from "./page.ts";
import {
  beginsLikeASentence,
  beginsMidSentence,
  beginsWithFigure,
  beginsWithPreposition,
  leansBack,
  outlineLevel,
  wantsMore,
} from "./shape.ts";
import { namesABody } from "./title-block.ts";
import { weight } from "./weights.ts";

/** In characters. Longer lines are no headings, titles, captions. */
const HEADING_AT_MOST = 34;
const LONG_HEADING = 16;
const VERY_LONG_HEADING = 22;
const SHORT_LINE = 20;
const VERY_SHORT_LINE = 12;
const FEW_CHARACTERS = 8;
const TITLE_AT_MOST = 44;
const CAPTION_AT_MOST = 150;
const RATHER_LONG_CAPTION = 24;
const LONG_CAPTION = 60;
const VERY_LONG_CAPTION = 90;
const QUESTION_AT_MOST = 20;
/** A caption describes in one sentence or two. */
const CAPTION_SENTENCES_AT_MOST = 2;
const CAPTION_CLAUSES_AT_MOST = 2;
const CAPTION_AT_LEAST = 4;

/** Adds up the points of the cues that are met. */
export function total(...cues: readonly (readonly [met: boolean, points: number])[]): number {
  return cues.reduce((sum, [met, points]) => (met ? sum + points : sum), 0);
}

export function paragraphEvidence(page: Page, piece: PagePiece): number {
  return (
    beginningEvidence(piece) +
    belowPicture(piece) +
    total(
      [page.indents && piece.indented, weight.indentAgrees],
      [page.indents && !piece.indented, -weight.indentAgrees],
      [piece.byline === "sure", weight.bylineAsText],
      [isShortLine(piece), stopsAtPause(piece) ? weight.fragmentAtComma : withoutEnd(piece.text.length)],
      [isQuestion(piece), weight.shortQuestionAsParagraph],
    )
  );
}

export function continuationEvidence(page: Page, piece: PagePiece): number {
  return (
    belowPicture(piece) +
    total(
      [page.indents && piece.indented, weight.indentContradicts],
      [outlineLevel(piece.text) !== null && canBeHeading(piece), weight.numberedContinues],
      [isShortLine(piece), fragment(piece.text.length)],
    )
  );
}

/** A line that neither begins nor ends anything is rare, the rarer the shorter. */
function fragment(length: number): number {
  return length <= SHORT_LINE ? weight.veryShortFragment : weight.shortFragment;
}

export function headingEvidence(piece: PagePiece): number {
  const numbered = outlineLevel(piece.text) !== null;
  const { length } = piece.text;
  return (
    beginningEvidence(piece) +
    wholeLineEvidence(piece) +
    total(
      [piece.endsSentence, weight.question],
      [numbered, weight.numbered],
      [piece.afterPicture, weight.headingBelowPicture],
      [!numbered && givesFigures(piece.text), weight.headingWithFigures],
      [length > LONG_HEADING, length > VERY_LONG_HEADING ? weight.headingVeryLong : weight.headingLong],
      [namesABody(firstPart(piece)), weight.headingNamesBody],
      [hasSpace(piece), weight.headingWithSpace],
    )
  );
}

export function captionEvidence(page: Page, piece: PagePiece): number {
  const bare = !piece.endsSentence && !piece.signedCaption;
  return (
    beginningEvidence(piece) +
    captionLength(piece.text.length) +
    total(
      [piece.signedCaption, weight.captionSigned],
      [page.bodies.some((name) => piece.text.startsWith(name)), weight.captionBeginsWithBody],
      [piece.byline === "sure", weight.bylineAsText],
      [givesFigures(piece.text), weight.captionWithFigures],
      [piece.sentences > 1, weight.captionOfTwoSentences],
      [piece.sentences > CAPTION_SENTENCES_AT_MOST, weight.captionOfManySentences],
      [piece.sentences <= 1 && clauses(piece.text) > CAPTION_CLAUSES_AT_MOST, weight.captionOfManyClauses],
      [!piece.signedCaption && tied.test(piece.text), weight.captionTied],
      [beginsTied.test(piece.text), weight.captionBeginsTied],
      [beginsLikeASentence(piece.text), weight.captionBeginsLikeASentence],
      [piece.endsSentence && piece.text.length <= CAPTION_AT_LEAST, weight.captionTooShort],
      [bare, page.captionsEndSentences ? weight.captionWithoutEndOnPageOfEnded : weight.captionWithoutEnd],
      [bare && stopsAtPause(piece), weight.closesWhatItDidNotOpen],
      [namesABody(piece.text), weight.captionNamesBody],
      [outlineLevel(piece.text) !== null, weight.captionNumbered],
    )
  );
}

export function titleEvidence(piece: PagePiece): number {
  return (
    beginningEvidence(piece) +
    wholeLineEvidence(piece) +
    total(
      [namesABody(firstPart(piece)), weight.titleNamesBody],
      [/\S[ \u3000]+\S+[ \u3000]+\S/u.test(piece.text), weight.titleInThreeParts],
      [hasSpace(piece), weight.titleWithSpace],
      [/[，,]/u.test(piece.text), weight.titleWithComma],
      [outlineLevel(piece.text) !== null, weight.titleNumbered],
      [piece.afterPicture, weight.titleBelowPicture],
    )
  );
}

export function canBeHeading(piece: PagePiece): boolean {
  return piece.text.length <= HEADING_AT_MOST && isLine(piece);
}

export function canBeTitle(piece: PagePiece): boolean {
  return piece.text.length <= TITLE_AT_MOST && isLine(piece);
}

export function canBeCaption(piece: PagePiece): boolean {
  return piece.text.length <= CAPTION_AT_MOST;
}

/** Kicker and title on one line: the line begins with the name of a body or place. */
export function beginsWithKicker(piece: PagePiece): boolean {
  return hasSpace(piece) && namesABody(firstPart(piece));
}

/** A line that is no sentence: without a final mark, or a question or exclamation of a few words. */
function isLine(piece: PagePiece): boolean {
  if (piece.byline === "sure" || stopsAtPause(piece) || piece.text.includes("。")) return false;
  return !piece.endsSentence || isQuestion(piece);
}

function isQuestion(piece: PagePiece): boolean {
  return /[？！?!]$/u.test(piece.text) && piece.sentences === 1 && piece.text.length <= QUESTION_AT_MOST;
}

function isShortLine(piece: PagePiece): boolean {
  return !piece.endsSentence && piece.text.length <= HEADING_AT_MOST;
}

export function stopsAtPause(piece: PagePiece): boolean {
  return /[，、；：,;:]$/u.test(piece.text);
}

/** What speaks against a piece as the beginning of anything. */
function beginningEvidence(piece: PagePiece): number {
  return total(
    [piece.unopened > 0, weight.closesWhatItDidNotOpen],
    [beginsMidSentence(piece.text), weight.beginsMidSentence],
    [leansBack(piece.text), weight.leansBack],
    [beginsWithFigure(piece.text), weight.beginsWithFigure],
    [/^\p{Script=Han}[，、；,;]/u.test(piece.text), weight.beginsWithHalfAWord],
  );
}

/** What speaks against a line without a final mark as something whole: it is the beginning of a sentence. */
function wholeLineEvidence(piece: PagePiece): number {
  if (beginsLikeASentence(piece.text) || wantsMore(piece.text)) return weight.beginsOrStopsLikeASentence;
  return beginsWithPreposition(piece.text) ? weight.beginsWithPreposition : 0;
}

/** What stands below a picture's room and is not its caption. */
function belowPicture(piece: PagePiece): number {
  if (!piece.afterPicture) return 0;
  const short = piece.text.length <= LONG_CAPTION && piece.endsSentence;
  return short ? weight.shortTextBelowPicture : weight.longTextBelowPicture;
}

/** The shorter a line without a final mark, the less it is the beginning of a paragraph. */
function withoutEnd(length: number): number {
  if (length <= FEW_CHARACTERS) return weight.fewCharactersWithoutEnd;
  if (length <= VERY_SHORT_LINE) return weight.veryShortLineWithoutEnd;
  return length <= SHORT_LINE ? weight.shortLineWithoutEnd : weight.lineWithoutEnd;
}

function captionLength(length: number): number {
  if (length > VERY_LONG_CAPTION) return weight.captionTooLong;
  if (length > LONG_CAPTION) return weight.captionVeryLong;
  if (length > CAPTION_USUALLY_AT_MOST) return weight.captionLong;
  return length > RATHER_LONG_CAPTION ? weight.captionRatherLong : 0;
}

function clauses(text: string): number {
  return text.split(/[，,；;。！？]/u).filter((part) => part !== "").length;
}

/** Adverbs that tie a clause to what was told before, and the words that only look like them. A picture's caption stands for itself. */
const tie = "(?:[也却]|(?<!成)就(?![业医诊餐近读地])|还(?![款田林湖草])|(?<!人|英)才(?![能艺华]))";
const tied = new RegExp(tie, "u");
const beginsTied = new RegExp(`^(?:${tie}|又|便(?![民利])|都(?!市)|[^，,]{1,3}[，,])`, "u");

const figures =
  /\d(?:[%％万亿]|\d\d(?![年\d]))|(?:\d|[一二两三四五六七八九十几][一二三四五六七八九十几]*[十百千万亿])[多余]?(?:[个名户人家次件项处条头只株台套辆座场份块公亩顷元吨斤克米]|分钟|小时)/u;

/** Shares, amounts and counts, which running text gives; years and days stand anywhere. */
function givesFigures(text: string): boolean {
  return figures.test(text);
}

function hasSpace(piece: PagePiece): boolean {
  return /[ \u3000]/u.test(piece.text);
}

function firstPart(piece: PagePiece): string {
  return piece.text.split(/[ \u3000]/u, 1)[0] ?? "";
}
