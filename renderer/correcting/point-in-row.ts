/** Which place in the text of a row was clicked. */

export interface PointInRow {
  readonly key: string;
  /** Which piece of the row; -1 beside them. */
  readonly piece: number;
  /** In UTF-16 units of the piece; 0 beside its characters. */
  readonly at: number;
}

/** Null beside the rows. */
export function pointIn({ target, clientX, clientY }: MouseEvent): PointInRow | null {
  if (!(target instanceof Element)) return null;
  const key = target.closest<HTMLElement>("[data-row]")?.dataset["row"];
  if (key === undefined) return null;
  const piece = target.closest<HTMLElement>("[data-piece]");
  const caret = document.caretPositionFromPoint(clientX, clientY);
  if (piece === null) return { key, piece: -1, at: 0 };
  const isOnText = caret?.offsetNode instanceof Text && piece.contains(caret.offsetNode);
  const at = isOnText ? lengthBefore(piece, caret.offsetNode as Text) + caret.offset : 0;
  return { key, piece: Number(piece.dataset["piece"]), at };
}

/** Its text is one node, or one for each run that is marked in another way. */
function lengthBefore(piece: Element, node: Text): number {
  const before = document.createRange();
  before.setStart(piece, 0);
  before.setEndBefore(node);
  return before.toString().length;
}
