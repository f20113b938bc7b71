/**
 * Chromium parts a paragraph of three lines with one line alone, which neither widows nor orphans of two allow: such short ones
 * are kept whole.
 */

/** With two lines on either side, four can be parted. */
const FEWEST_PARTED = 4;

export function keepShortParagraphs(root: HTMLElement): void {
  const paragraphs = [...root.querySelectorAll<HTMLElement>(".piece p, .piece pre, .piece figcaption")];
  // All are measured before any is changed.
  const short = paragraphs.filter((paragraph) => linesOf(paragraph) < FEWEST_PARTED);
  for (const paragraph of short) paragraph.dataset["whole"] = "";
}

function linesOf(paragraph: HTMLElement): number {
  const line = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
  return Math.round(paragraph.getBoundingClientRect().height / line);
}
