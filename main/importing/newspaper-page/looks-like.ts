/** Whether a plain text is the dump of a newspaper page: what the trade writes on it, and what a layout leaves behind. */

import { readFurniture } from "./furniture.ts";
import { CAPTION_USUALLY_AT_MOST, type Page, type PagePiece, pageOf } from "./page.ts";
import { outlineLevel } from "./shape.ts";
import { namesABody } from "./title-block.ts";

/** In characters. A page of the largest format holds fewer than half of this. */
const PAGE_AT_MOST = 60_000;
/** A piece as long as this that stops mid-sentence is a paragraph cut by the layout. */
const CUT_PARAGRAPH_AT_LEAST = 40;
const ENOUGH = 3;
const LAYOUT_ENOUGH = 3.5;
const CUT_SHARE_AT_MOST = 0.5;

/** Points of each sign. A sign that ordinary documents show too (摘要, 作者) is worth little. */
const sign = {
  reportersBelowTitle: 3,
  reporters: 2,
  otherByline: 1,
  leadMark: 1,
  otherLeadMark: 1,
  credits: 2,
  dateAndPage: 2,
  dateline: 2,
  signedCaption: 2,
  caption: 1,
  bareCaption: 0.5,
  kicker: 1,
  cutParagraph: 1,
} as const;

/** However often it is met, a sign counts so many times. */
const CAPTIONS_COUNTED = 3;
const CUTS_COUNTED = 2;
const DATELINES_COUNTED = 2;
const KICKERS_COUNTED = 2;

/** Cheap, and wrong neither way: an ordinary text read as a page loses its order, a page read as text is a jumble. */
export function looksLikeNewspaperPage(text: string): boolean {
  if (text.length > PAGE_AT_MOST) return false;
  const page = pageOf(text);
  const trade = tradePoints(page);
  const layout = layoutPoints(page);
  return (trade > 0 && trade + layout >= ENOUGH) || layout >= LAYOUT_ENOUGH;
}

function tradePoints(page: Page): number {
  const bylines = page.pieces.map((piece, index) => bylinePoints(piece, page.pieces[index - 1]));
  const datelines = page.pieces.filter(
    (piece, index) => piece.dateline && standsBelowTitle(page.pieces[index - 1]),
  );
  const signed = page.pieces.some(isSignedBelowPicture) ? sign.signedCaption : 0;
  const fixed = page.pieces.reduce((sum, piece) => sum + fixedPoints(piece), 0);
  // 摘要 and 引言 divide one paper; they do not add up to a page.
  const lead = page.pieces.some((piece) => piece.fixed === "lead") ? sign.otherLeadMark : 0;
  const reports = Math.min(datelines.length, DATELINES_COUNTED) * sign.dateline;
  return Math.max(0, ...bylines) + reports + signed + fixed + lead;
}

function fixedPoints(piece: PagePiece): number {
  switch (piece.fixed) {
    case "lead":
      return /提示/u.test(piece.text) ? sign.leadMark : 0;
    case "credits":
      return sign.credits;
    case "furniture": {
      const details = readFurniture(piece.text);
      return details && details.issuedOn !== null && details.page !== "" ? sign.dateAndPage : 0;
    }
    case null:
      return 0;
  }
}

function isSignedBelowPicture(piece: PagePiece): boolean {
  return piece.afterPicture && /摄[）)]?$/u.test(piece.text);
}

function bylinePoints(piece: PagePiece, before: PagePiece | undefined): number {
  if (piece.byline !== "sure") return 0;
  if (!/记者|通讯员/u.test(piece.text)) return sign.otherByline;
  return standsBelowTitle(before) ? sign.reportersBelowTitle : sign.reporters;
}

function standsBelowTitle(before: PagePiece | undefined): boolean {
  if (before === undefined || before.fixed !== null) return false;
  return !before.endsSentence && before.text.length <= CAPTION_USUALLY_AT_MOST;
}

function layoutPoints(page: Page): number {
  const free = page.pieces.filter((piece) => piece.fixed === null);
  const captions = free.filter(isCaptionLike);
  const ended = captions.filter((piece) => piece.endsSentence || piece.signedCaption);
  const bare = Math.min(captions.length - ended.length, CAPTIONS_COUNTED) * sign.bareCaption;
  return (
    Math.min(ended.length, CAPTIONS_COUNTED) * sign.caption + bare + cutPoints(free) + kickerPoints(free)
  );
}

function isCaptionLike(piece: PagePiece): boolean {
  return (
    piece.afterPicture && piece.text.length <= CAPTION_USUALLY_AT_MOST && outlineLevel(piece.text) === null
  );
}

function cutPoints(pieces: readonly PagePiece[]): number {
  const long = pieces.filter((piece) => piece.text.length >= CUT_PARAGRAPH_AT_LEAST);
  const cut = long.filter((piece) => !piece.endsSentence && /[\p{Script=Han}\d]$/u.test(piece.text));
  // Where most lines stop mid-sentence they were only wrapped, by a text editor or a mail program.
  return cut.length > long.length * CUT_SHARE_AT_MOST
    ? 0
    : Math.min(cut.length, CUTS_COUNTED) * sign.cutParagraph;
}

/** A body's or place's name alone on a line, and a title on the next; what begins with a figure is a letter's date. */
function kickerPoints(pieces: readonly PagePiece[]): number {
  const kickers = pieces.filter((piece, index) => {
    const next = pieces[index + 1];
    return next !== undefined && namesABody(piece.text) && standsBelowTitle(piece) && isTitleLike(next);
  });
  return Math.min(kickers.length, KICKERS_COUNTED) * sign.kicker;
}

function isTitleLike(piece: PagePiece): boolean {
  return (
    !piece.endsSentence && piece.text.length <= CAPTION_USUALLY_AT_MOST && !/^[\d〇一二]/u.test(piece.text)
  );
}
