/** Lines of an official document in Word that have a place of their own (GB/T 9704—2012, 7.3.2, 7.3.4 and 7.3.5). */
import { AlignmentType, type IParagraphOptions } from "docx";
import type { Block } from "../../preload/model/article.ts";
import { inlineText } from "../../preload/model/article-text.ts";
import { type OfficialPlace, officialPlaces } from "../../preload/model/gongwen-places.ts";

/** Where a line stands. */
export interface WordPlace {
  readonly place: OfficialPlace;
  /** Of signature and date: characters between them and the margin. */
  readonly fromMargin: number;
}

/** For the blocks of a piece. */
export function placesOf(blocks: readonly Block[]): (block: Block) => WordPlace | null {
  const texts = blocks.map((block) => (block.type === "paragraph" ? inlineText(block.content).trim() : ""));
  const places = officialPlaces(texts);
  const found = new Map<Block, WordPlace>();
  for (const [index, block] of blocks.entries()) {
    const place = places[index] ?? null;
    if (place !== null) found.set(block, { place, fromMargin: fromMargin(texts, places, index) });
  }
  return (block) => found.get(block) ?? null;
}

/**
 * The signature ends two characters before the margin and the date begins two after it; a date that would come too far ends
 * there itself, and the signature moves.
 */
function fromMargin(
  texts: readonly string[],
  places: readonly (OfficialPlace | null)[],
  index: number,
): number {
  const isDate = places[index] === "date";
  const other = isDate ? index - 1 : index + 1;
  if (places[other] !== (isDate ? "signature" : "date")) return 2;
  const [signed, dated] = [widthOf(texts[isDate ? other : index]), widthOf(texts[isDate ? index : other])];
  const isDateLonger = dated + 2 > signed;
  if (isDate) return isDateLonger ? 2 : signed - dated;
  return isDateLonger ? dated + 4 - signed : 2;
}

/** In full-width characters. */
function widthOf(text = ""): number {
  return [...text].reduce((width, character) => width + (/[\x20-\x7e]/.test(character) ? 0.5 : 1), 0);
}

/** `em` and `line`: a character and a line of the text, in twentieths of a point. */
export function paragraphAt({ place, fromMargin }: WordPlace, em: number, line: number): IParagraphOptions {
  switch (place) {
    case "addressee":
      return { alignment: AlignmentType.LEFT };
    case "attachment":
      return {
        ...{ alignment: AlignmentType.LEFT, keepNext: true },
        ...{ indent: { left: 5 * em, hanging: 3 * em }, spacing: { before: line } },
      };
    case "next-attachment":
      return { alignment: AlignmentType.LEFT, keepNext: true, indent: { left: 5 * em } };
    case "signature":
      return {
        ...{ alignment: AlignmentType.RIGHT, keepNext: true },
        ...{ indent: { right: Math.round(fromMargin * em) }, spacing: { before: line } },
      };
    case "date":
      return { alignment: AlignmentType.RIGHT, indent: { right: Math.round(fromMargin * em) } };
  }
}
