/** From the first line of an official document to its addressees: head, title, what stands below it. */
import type { FrontLine } from "./front-lines.ts";
import { FrontReading } from "./front-reading.ts";
import type { Front, ReadFront } from "./front-result.ts";
import { isPageLine, isRunningText } from "./page-lines.ts";

/** Lines that a page may set above the document: a path, buttons, a category. */
const LINES_ABOVE = 8;

/**
 * The front at the beginning; but where a page set short lines above it, the one below them: there the title that the page
 * has is said again. Else what can be read in place.
 */
export function frontOf(lines: readonly FrontLine[]): Front {
  const reading = frontFrom(lines, 0);
  const front = reading.result();
  const below = front.repeatsTitle ? [] : frontsBelow(lines, (text) => !isRunningText(text));
  const repeating = below.find((other) => other.repeatsTitle && other.isTitled);
  if (repeating !== undefined) return repeating;
  if (front.hasFileMark || statesItself(front)) return front;
  const titled = frontsBelow(lines, isPageLine).find(
    (other) => other.hasTitleInText && other.isTitled && statesItself(other),
  );
  if (titled !== undefined) return titled;
  reading.further();
  return reading.result();
}

function frontsBelow(
  lines: readonly FrontLine[],
  mayStandAbove: (text: string) => boolean,
): readonly ReadFront[] {
  const inText = lines.filter(({ field }) => field === undefined).slice(0, LINES_ABOVE);
  const end = inText.findIndex(({ text }) => !mayStandAbove(text));
  return inText
    .slice(0, end < 0 ? inText.length : end)
    .map((_, index) => frontFrom(lines, index + 1).result());
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
