/** What a page's text says once more that stands in the article's fields. */
import type { Block } from "../../../preload/model/article.ts";
import { documentNumberOf } from "../official/words.ts";
import { isMasthead } from "./newspaper-site.ts";
import { squeezed } from "./one-line.ts";
import type { PageDetails } from "./page-details.ts";
import { creditsIn } from "./page-details.ts";
import { isInformationLine, lineOf } from "./site-lines.ts";

/** How far from its end an article may name its editors. */
export const CLOSING = 3;

/** A title is set in no more lines. */
const TITLE_LINES = 4;

/** Tables of properties, the document's number, a picture: what stands over the title where it is said again. */
const MOST_ABOVE = 3;

/** A longer line is no document's number. */
const LONGEST_NUMBER = 60;

/** Each field once: without the first lines that repeat one, and the last that credits hold. */
export function withoutSaid(blocks: readonly Block[], details: PageDetails): readonly Block[] {
  const fields = [details.kicker, details.title, details.subtitle, details.byline];
  const said = new Set(fields.filter((field) => field !== "").map(squeezed));
  let start = 0;
  for (let lines = 1; lines > 0; ) {
    lines = linesSaying(blocks, start, said);
    start += lines;
  }
  if (isMasthead(lineOf(blocks[start]), details)) start++;
  return withoutTitleBelow(blocks.slice(start), squeezed(details.title)).filter((block, index, rest) => {
    const isLast = details.credits !== "" && index >= rest.length - CLOSING;
    const line = isLast ? lineOf(block) : "";
    return !isInformationLine(line) || !details.credits.includes(creditsIn(line) || "\n");
  });
}

/** How many lines from a place on say one of the fields, in one line or in several; that field is not said again. */
function linesSaying(blocks: readonly Block[], from: number, said: Set<string>): number {
  let text = "";
  for (let count = 1; count <= TITLE_LINES; count++) {
    const line = squeezed(lineOf(blocks[from + count - 1]).replace(/^[□■●◎]/, ""));
    if (line === "") return 0;
    text += line;
    if (said.delete(text)) return count;
    if (![...said].some((field) => field.startsWith(text))) return 0;
  }
  return 0;
}

/** Offices say the title again below the table of a document's properties and its number. */
function withoutTitleBelow(blocks: readonly Block[], title: string): readonly Block[] {
  const at = blocks.findIndex((block, index) => index >= MOST_ABOVE || !standsAbove(block));
  const isBelow = at > 0 && at <= MOST_ABOVE && title !== "";
  return isBelow ? blocks.toSpliced(at, linesSaying(blocks, at, new Set([title]))) : blocks;
}

function standsAbove(block: Block): boolean {
  if (/^(?:table|list|figure|divider)$/.test(block.type)) return true;
  const line = lineOf(block);
  return line.length <= LONGEST_NUMBER && documentNumberOf(squeezed(line)) !== null;
}
