/** A paragraph that something is asked about, wherever it stands once that is answered. */
import { useCallback, useRef } from "react";
import { CallError } from "../client.ts";
import type { Row } from "./pieces.ts";
import { rowNow } from "./row-ids.ts";

/** Of a row as it stands: a function that answers with it as it then stands, or throws `desk-changed` where it is another. */
export function useFollowedRow(rows: readonly Row[]): (row: Row) => () => Row {
  const newest = useRef(rows);
  newest.current = rows;
  return useCallback(({ key }) => {
    const then = newest.current;
    return () => {
      const row = rowNow(then, newest.current, key);
      if (row === null) throw new CallError({ code: "desk-changed", parameters: {} });
      return row;
    };
  }, []);
}
