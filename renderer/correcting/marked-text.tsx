/** A piece's text with what is raised, lowered or set off in it: without that, 10² would read as 102. */
import type { ReactNode } from "react";
import { markElements } from "../ui/article/inlines.tsx";
import { keyed } from "../ui/article/keyed.ts";
import type { Piece, Run } from "./pieces.ts";

export function MarkedText({ piece }: { readonly piece: Piece }): ReactNode {
  return piece.runs === undefined
    ? piece.text
    : keyed(piece.runs).map(({ key, item }) => <MarkedRun key={key} {...item} />);
}

function MarkedRun({ text, marks }: Run): ReactNode {
  let node: ReactNode = text;
  for (const mark of marks.toReversed()) {
    const Element = markElements[mark];
    node = <Element>{node}</Element>;
  }
  return node;
}
