/** The step that a text typed into a paragraph is. */
import type { CorrectionStep } from "../../preload/model/correction.ts";
import { changeBetween, type Piece, pieceEdited, type Row } from "./pieces.ts";

export interface TypedInto {
  /** Of the row, and which of its pieces, as it stood when it was last drawn. */
  readonly key: string;
  readonly piece: number;
  /** The text as it was when the editing began. */
  readonly was: string;
}

export interface TypedStep {
  readonly step: CorrectionStep | null;
  readonly piece: Piece;
}

/** With a null `step` where it says what it said; null where nothing says that any more, and the text has no place. */
export function typedStep(
  rows: readonly Row[],
  { key, piece: index, was }: TypedInto,
  typed: string,
): TypedStep | null {
  const piece = pieceEdited(rows, key, index, was);
  if (piece === undefined) return null;
  const changed = changeBetween(piece.text, typed);
  if (changed === null) return { piece, step: null };
  const { start } = piece.span;
  return {
    piece,
    step: { kind: "replace", text: changed.text, start: start + changed.start, end: start + changed.end },
  };
}
