/**
 * Newspaper page dumps: the text that comes out of a newspaper page's PDF. Several articles stand one after another,
 * columns are cut mid-sentence, title blocks stand where the layout had them, captions stand between.
 *
 * Everything is decided by form, never by what a page is about. The cues, and where each is seen:
 * - `pieces.ts`: lines as wide as the column run on; an indent begins a paragraph; three or more empty lines, where
 *   others are fewer apart, are the room of a picture.
 * - `marks.ts`: 核心提示 and its like open a lead, and an article unless a title has just opened it; a line of roles and
 *   names is a byline; a line about pictures in brackets credits them; 摄 signs a caption; 本报讯 begins a report.
 * - `furniture.ts`: a short line of date, page number and editors is the page's own.
 * - `shape.ts`: a final mark ends a sentence; a line without one is a heading or title when short, and the first part
 *   of a cut paragraph when long, or when it begins or stops as only sentences do.
 * - `joining.ts`: a true continuation mends a word, a figure or a pair of quotes that the cut left open, and what it
 *   mends is often written elsewhere on the page.
 * - `evidence.ts`: below a picture a caption is short, stands for itself and often begins with its article's body or
 *   place; the rest of a cut paragraph is long, gives figures, tells on, and what follows it begins a sentence of its own.
 * - `title-block.ts`: kicker, title and byline follow each other; the halves of a title are of one length; a kicker names
 *   a body or place, or stands in the article's own text.
 * None of these is sure alone. `take.ts` weighs each role of each piece after all that came before (`weights.ts` says
 * how much each cue is worth), `decode.ts` keeps the best reading of the whole page, `assemble.ts` builds the articles.
 * What stays doubtful is kept as text, with a warning.
 */
import { assemble, type NewspaperPage } from "./assemble.ts";
import { decode } from "./decode.ts";
import { joiningFor } from "./joining.ts";
import { pageOf } from "./page.ts";

export type { NewspaperPage, Warning } from "./assemble.ts";
export { looksLikeNewspaperPage } from "./looks-like.ts";

/** The articles of a page, in the order of the dump. Nothing but page furniture is left out. */
export function readNewspaperPage(text: string): NewspaperPage {
  const page = pageOf(text);
  const joining = joiningFor(page.pieces.map((piece) => piece.text).join("\n"));
  return assemble(decode(page, joining));
}
