/** Tables without drawn lines: rows of short stretches that stand below each other in columns. */
import type { Segment } from "./segments.ts";

/** Rows that are no table; or those of one, with a stretch or none for each column. */
export type RowStretch =
  | { readonly rows: readonly Segment[][] }
  | { readonly columns: readonly (readonly (Segment | null)[])[] };

const ROWS_AT_LEAST = 3;
const COLUMNS_AT_LEAST = 3;
/** In ems: what parts two columns. */
const GAP = 0.8;
/** In ems: what is longer than this is running text. */
const CELL_AT_MOST = 16;

export function stretchesInColumns(rows: readonly Segment[][], em: number): readonly RowStretch[] {
  const result: RowStretch[] = [];
  let plain: Segment[][] = [];
  for (let at = 0; at < rows.length; ) {
    let end = at;
    while (end < rows.length && isRow(rows[end] ?? [], em)) end++;
    const columns = end - at >= ROWS_AT_LEAST ? columnsOf(rows.slice(at, end), em) : null;
    if (columns === null) {
      // A run that makes no table as a whole makes none in part.
      const next = Math.max(end, at + 1);
      for (const row of rows.slice(at, next)) plain.push(row);
      at = next;
      continue;
    }
    if (plain.length > 0) result.push({ rows: plain });
    plain = [];
    result.push({ columns });
    at = end;
  }
  if (plain.length > 0) result.push({ rows: plain });
  return result;
}

function isRow(row: readonly Segment[], em: number): boolean {
  return row.length >= COLUMNS_AT_LEAST && row.every(({ left, right }) => right - left <= CELL_AT_MOST * em);
}

/** Null where the stretches do not stand in columns. */
function columnsOf(rows: readonly Segment[][], em: number): readonly (readonly (Segment | null)[])[] | null {
  const spans: { left: number; right: number }[] = [];
  for (const { left, right } of rows.flat().sort((one, other) => one.left - other.left)) {
    const last = spans.at(-1);
    if (last !== undefined && left < last.right + GAP * em) last.right = Math.max(last.right, right);
    else spans.push({ left, right });
  }
  if (spans.length < COLUMNS_AT_LEAST) return null;
  const table = rows.map((row) =>
    spans.map(({ left, right }) => row.filter((segment) => segment.left >= left && segment.right <= right)),
  );
  if (table.some((row) => row.some((cell) => cell.length > 1))) return null;
  return table.map((row) => row.map(([segment = null]) => segment));
}
