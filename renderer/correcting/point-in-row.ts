/** Which place in the text of a row was clicked. */

export interface PointInRow {
  readonly key: string;
  /** Which piece of the row, and how many UTF-16 units into it; -1 beside its pieces. */
  readonly piece: number;
  readonly at: number;
}

/** Null beside the rows. */
export function pointIn({ target, clientX, clientY }: MouseEvent): PointInRow | null {
  if (!(target instanceof Element)) return null;
  const key = target.closest<HTMLElement>("[data-row]")?.dataset["row"];
  if (key === undefined) return null;
  const piece = target.closest<HTMLElement>("[data-piece]");
  const caret = document.caretPositionFromPoint(clientX, clientY);
  // Its text is one node: an offset into that is one into the piece.
  if (piece === null || caret === null || caret.offsetNode.parentNode !== piece)
    return { key, piece: -1, at: 0 };
  return { key, piece: Number(piece.dataset["piece"]), at: caret.offset };
}
