/** When the letters of a page amount to a text. */

/** Letters on a page whose text is more than what was stamped on a scan. */
export const LETTERS_OF_A_TEXT = 60;
export const ENOUGH_TO_JUDGE = 10;
/** Of a page's letters: more without a meaning, and the rest has none either. */
const UNKNOWN_AT_MOST = 0.3;

/** Whether so many letters are unknown that what is left makes no sense. */
export function isUnreadable(letters: number, unknown: number): boolean {
  return letters >= ENOUGH_TO_JUDGE && unknown > letters * UNKNOWN_AT_MOST;
}
