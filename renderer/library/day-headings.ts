/** Where day headings stand in a list of which only some pages are loaded. */
import type { ArticleRow } from "../../preload/model/listing.ts";

/** A row's height in CSS pixels at the default text size of the interface. */
export const ROW_HEIGHT = 76;
export const HEADING_HEIGHT = 36;

/** Remembers, for one filter, which rows begin a day; rows never loaded count as not beginning one. */
export class DayHeadings {
  readonly #begins = new Map<number, boolean>();

  /** Takes a loaded run of rows that starts at `offset`; answers whether anything changed. */
  learn(offset: number, rows: readonly ArticleRow[], rowBefore: ArticleRow | undefined): boolean {
    let changed = false;
    let before = rowBefore;
    for (const [place, row] of rows.entries()) {
      const index = offset + place;
      // Without the row before it, the first row of a page cannot tell: what was known stays.
      if (index === 0 || before !== undefined) {
        const begins = index === 0 || before?.issuedOn !== row.issuedOn;
        if (this.beginsDay(index) !== begins) changed = true;
        this.#begins.set(index, begins);
      }
      before = row;
    }
    return changed;
  }

  beginsDay(index: number): boolean {
    return this.#begins.get(index) ?? false;
  }

  /** How many headings stand above a row. */
  countBefore(index: number): number {
    let count = 0;
    for (const [place, begins] of this.#begins) if (begins && place < index) count += 1;
    return count;
  }
}
