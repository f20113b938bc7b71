/** Which row is worked on, and which of its pieces is edited, while steps are answered that move rows about. */
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Row } from "./pieces.ts";
import { type Identified, identified, keyNow } from "./row-ids.ts";

export interface EditedPiece {
  readonly key: string;
  readonly piece: number;
  /** Where in the piece; null for its beginning. */
  readonly caret: number | null;
}

/** `wanted`: the key of the row worked on, as the rows stood when it was chosen. */
export function useWorkingRow(rows: readonly Row[], wanted: string, onCurrent: (key: string) => void) {
  const [asked, setEdited] = useState<EditedPiece | null>(null);
  const before = useRef<readonly Identified[]>([]);
  /** How many steps are on their way after which the key wanted is that of the row. */
  const ahead = useRef(0);
  const items = useMemo(() => identified(before.current, rows), [rows]);
  // A step is answered after its key was pressed: what is worked on by then stays what is worked on, wherever it stands now.
  const current = ahead.current > 0 ? wanted : keyNow(before.current, items, wanted);
  const edited = asked && { ...asked, key: keyNow(before.current, items, asked.key) };
  useLayoutEffect(() => {
    if (before.current === items) return;
    if (current !== wanted) onCurrent(current);
    if (edited?.key !== asked?.key) setEdited(edited);
    ahead.current = Math.max(0, ahead.current - 1);
    before.current = items;
  });

  /** Another row, as the rows stand now. */
  function choose(key: string): void {
    if (key !== wanted) ahead.current = 0;
    onCurrent(key);
  }

  /** To where the step will have brought what it is about, so that its key may be pressed again before it is answered. */
  function goAhead(key: string, taken: Promise<boolean>): void {
    ahead.current++;
    onCurrent(key);
    void taken.then((isTaken) => {
      if (!isTaken) ahead.current = Math.max(0, ahead.current - 1);
    });
  }

  return { items, current, edited, setEdited, choose, goAhead };
}
