/** From the first line of an official document to its addressees: head, title, what stands below it. */
import type { FrontLine } from "./front-lines.ts";
import { type Front, FrontReading, type ReadFront } from "./front-reading.ts";

/** Lines that a page may set above the document: a path, buttons, a category. */
const LINES_ABOVE = 8;
/** In characters: a longer one is running text. */
const LONGEST_LINE_ABOVE = 80;

/**
 * The front at the beginning; but where a page set short lines above it, the one below them: there the title that the page
 * has is said again. Else what can be read in place.
 */
export function frontOf(lines: readonly FrontLine[]): Front {
  const reading = frontFrom(lines, 0);
  const front = reading.result();
  const below = front.repeatsTitle ? [] : frontsBelow(lines);
  const repeating = below.find((other) => other.repeatsTitle && other.isTitled);
  if (repeating !== undefined) return repeating;
  if (front.hasFileMark || statesItself(front)) return front;
  const titled = below.find((other) => other.hasTitleInText && other.isTitled && statesItself(other));
  if (titled !== undefined) return titled;
  reading.further();
  return reading.result();
}

function frontsBelow(lines: readonly FrontLine[]): readonly ReadFront[] {
  const fronts: ReadFront[] = [];
  for (let above = 1; above <= LINES_ABOVE && isShort(above, lines); above++) {
    fronts.push(frontFrom(lines, above).result());
  }
  return fronts;
}

function frontFrom(lines: readonly FrontLine[], above: number): FrontReading {
  const reading = new FrontReading(lines, above);
  reading.head();
  reading.title();
  reading.below();
  return reading;
}

function statesItself({ documentNumber, isTitled, addressees }: Front): boolean {
  return documentNumber !== "" || (isTitled && addressees !== "");
}

/** Whether the last of so many lines of the text can stand above a document: below running text there is no head. */
function isShort(above: number, lines: readonly FrontLine[]): boolean {
  const line = lines.filter(({ field }) => field === undefined)[above - 1];
  if (line === undefined || line.text.length > LONGEST_LINE_ABOVE) return false;
  // 日前，县政府印发通知，全文如下： leads to a document that a text quotes.
  return !/[。；！？]|，.*[：:]\s*$/u.test(line.text);
}
