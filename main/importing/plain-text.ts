/** Plain text: one article; lines wrapped at a column put together, headings seen where nothing else can be meant. */
import { type Block, emptyArticle, plain } from "../../preload/model/article.ts";
import type { NewspaperPage } from "./newspaper-page/newspaper-page.ts";
import { type Piece, piecesOf } from "./newspaper-page/pieces.ts";
import { outlineLevel } from "./newspaper-page/shape.ts";
import { headItems } from "./official/head.ts";
import { compact, dateOf } from "./official/words.ts";

/** In characters. Longer first lines are text, longer lines no headings. */
const TITLE_AT_MOST = 60;
const HEADING_AT_MOST = 30;
const HEADING_LEVEL = 2;
/** In full-width characters: mail programs and editors wrap no narrower. */
const WRAPPED_AT_LEAST = 18;

/** One article. The title is the first line where that looks like one, else the file's name without its extension. */
export function readPlainText(text: string, name: string): NewspaperPage {
  const pieces = piecesOf(text, { columnAtLeast: WRAPPED_AT_LEAST, isWhole: isPartOfAForm });
  const [first, ...rest] = pieces;
  const titled = first !== undefined && isTitle(first, rest[0]);
  const body = titled ? rest : pieces;
  const article = {
    ...emptyArticle(),
    title: titled ? first.text : nameWithoutExtension(name),
    body: body.map((piece, index) => toBlock(piece, body[index + 1])),
  };
  return { articles: [article], warnings: [] };
}

/** The number of an official document, the name of who issues it, a date: lines whose ends are no accident. */
function isPartOfAForm(line: string): boolean {
  return headItems(line, true) !== null || dateOf(compact(line)) !== null;
}

function isTitle(first: Piece, next: Piece | undefined): boolean {
  return (
    next !== undefined &&
    first.text.length <= TITLE_AT_MOST &&
    !first.endsSentence &&
    !/[，、；：,;:]$/u.test(first.text) &&
    outlineLevel(first.text) === null
  );
}

function nameWithoutExtension(name: string): string {
  const base = name.split(/[\\/]/u).at(-1) ?? name;
  return base.replace(/(?<=.)\.[^.]+$/u, "");
}

function toBlock(piece: Piece, next: Piece | undefined): Block {
  const level = headingLevel(piece, next);
  return level === null
    ? { type: "paragraph", content: plain(piece.text) }
    : { type: "heading", level, content: plain(piece.text) };
}

/** A heading is short, ends no sentence, has text below it, and is numbered like a chapter or stands between empty lines. */
function headingLevel(piece: Piece, next: Piece | undefined): number | null {
  if (!next || piece.text.length > HEADING_AT_MOST) return null;
  if (piece.endsSentence || /[，、；：,;:]$/u.test(piece.text)) return null;
  const level = outlineLevel(piece.text);
  // `1.` and `①` number items of a list at least as often as headings.
  if (level === 1 || level === 2) return HEADING_LEVEL + level - 1;
  const alone = piece.gap > 0 && next.gap > 0 && !piece.indented && next.text.length > HEADING_AT_MOST;
  return level === null && alone ? HEADING_LEVEL : null;
}
