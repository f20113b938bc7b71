/**
 * Newspaper page dumps: the text that comes out of a newspaper page's PDF. Several articles stand one after another,
 * columns are cut mid-sentence, title blocks stand where the layout had them, captions stand between.
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
