/** Where day headings stand in a list of which only some pages are loaded. */
import type { ArticleRow } from "../../preload/model/listing.ts";

/** A row's height in CSS pixels at the default text size of the interface. */
export const ROW_HEIGHT = 76;
export const HEADING_HEIGHT = 36;

/** One row that turned out to begin a day, or not to. */
export interface HeadingChange {
  readonly index: number;
  readonly begins: boolean;
}

/** Remembers, for one filter, which rows begin a day; rows never loaded count as not beginning one. */
export class DayHeadings {
  readonly #begins = new Set<number>();

  /** Takes a loaded run of rows that starts at `offset`; answers with what that changes. */
  learn(
    offset: number,
    rows: readonly ArticleRow[],
    rowBefore: ArticleRow | undefined,
  ): readonly HeadingChange[] {
    const changes: HeadingChange[] = [];
    let before = rowBefore;
    for (const [place, row] of rows.entries()) {
      const index = offset + place;
      const begins = index === 0 || before?.issuedOn !== row.issuedOn;
      // Without the row before it, the first row of a page cannot tell: what was known stays.
      const isKnown = index === 0 || before !== undefined;
      if (isKnown && begins !== this.#begins.has(index)) changes.push({ index, begins });
      before = row;
    }
    for (const { index, begins } of changes) {
      if (begins) this.#begins.add(index);
      else this.#begins.delete(index);
    }
    return changes;
  }

  beginsDay(index: number): boolean {
    return this.#begins.has(index);
  }
}

/** By how many pixels changes above a row move it down; negative: up. */
export function movedBy(changes: readonly HeadingChange[], row: number): number {
  return changes
    .filter(({ index }) => index < row)
    .reduce((moved, { begins }) => moved + (begins ? HEADING_HEIGHT : -HEADING_HEIGHT), 0);
}
