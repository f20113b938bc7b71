/** A page as it is decoded: its pieces with what each says by itself, and the page's habits, learnt from all of them. */
import { readFurniture } from "./furniture.ts";
import { bylineKind, isCredits, isDateline, isSignedCaption, leadAfterMark } from "./marks.ts";
import { describePiece, PICTURE_GAP, type Piece, piecesOf } from "./pieces.ts";
import { namesABody } from "./title-block.ts";

export interface PagePiece extends Piece {
  /** What a line is by its form alone, whatever stands around it. */
  readonly fixed: "lead" | "credits" | "furniture" | null;
  readonly byline: "sure" | "names" | null;
  readonly signedCaption: boolean;
  readonly dateline: boolean;
  /** It stands below the room of a picture. */
  readonly afterPicture: boolean;
}

export interface Page {
  readonly pieces: readonly PagePiece[];
  /** Paragraphs begin with an indent, so one that does not goes on from before. */
  readonly indents: boolean;
  /** The page's captions end as sentences do, so a line without a final mark is none. */
  readonly captionsEndSentences: boolean;
  /** Its articles name their authors on lines of their own. */
  readonly signsArticles: boolean;
  /** The bodies and places that stand alone on a line, as kickers do. */
  readonly bodies: readonly string[];
}

/** Pieces of at least this many characters are surely paragraphs, and show whether the page indents them. */
const SURELY_PARAGRAPH = 50;
const INDENTED_AT_LEAST = 0.5;
/** A caption is seldom longer; a paragraph often. */
export const CAPTION_USUALLY_AT_MOST = 40;

export function pageOf(text: string): Page {
  const pieces = piecesOf(text).flatMap(splitLeadMark);
  const pictureGap = Math.max(PICTURE_GAP, usualGap(pieces) + 2);
  const paragraphs = pieces.filter((piece) => piece.text.length >= SURELY_PARAGRAPH);
  const indented = paragraphs.filter((piece) => piece.indented);
  const pagePieces = pieces.map((piece, index) => pagePiece(piece, index > 0 && piece.gap >= pictureGap));
  const captions = pagePieces.filter(
    (piece) => piece.afterPicture && piece.fixed === null && piece.text.length <= CAPTION_USUALLY_AT_MOST,
  );
  const ended = captions.filter((piece) => piece.endsSentence);
  return {
    pieces: pagePieces,
    indents: indented.length > 0 && indented.length >= paragraphs.length * INDENTED_AT_LEAST,
    signsArticles: pagePieces.some((piece) => piece.byline === "sure"),
    bodies: pieces.map((piece) => piece.text).filter(namesABody),
    captionsEndSentences: ended.length > 0 && ended.length * 2 >= captions.length,
  };
}

/** 核心提示 and the text behind it on the same line become two pieces. */
function splitLeadMark(piece: Piece): readonly Piece[] {
  const rest = leadAfterMark(piece.text);
  if (rest === null || rest === "") return [piece];
  const mark = piece.text.slice(0, piece.text.length - rest.length).trim();
  return [describePiece(mark, piece.gap, piece.indented), describePiece(rest, 0, piece.indented)];
}

function usualGap(pieces: readonly Piece[]): number {
  const gaps = pieces
    .slice(1)
    .map((piece) => piece.gap)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}

function pagePiece(piece: Piece, afterPicture: boolean): PagePiece {
  return {
    ...piece,
    fixed: fixedRole(piece.text),
    byline: bylineKind(piece.text),
    signedCaption: isSignedCaption(piece.text),
    dateline: isDateline(piece.text),
    afterPicture,
  };
}

function fixedRole(text: string): PagePiece["fixed"] {
  if (leadAfterMark(text) === "") return "lead";
  if (isCredits(text)) return "credits";
  return readFurniture(text) === null ? null : "furniture";
}
