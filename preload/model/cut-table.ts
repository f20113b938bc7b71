/** The rows of a table cut to what is kept of their cells. */
import type { Block, TableCell } from "./article.ts";

type Row = readonly TableCell[];
type CutBlocks = (blocks: readonly Block[]) => readonly Block[];

/** Every row with every cell. */
export function cutCells(rows: readonly Row[], cutBlocks: CutBlocks): readonly Row[] {
  return rows.map((row) => row.map((cell) => ({ ...cell, blocks: cutBlocks(cell.blocks) })));
}

/**
 * From the first row that keeps anything to the last one, each with all its cells, so that columns stay under one
 * another. A cell that reaches down from a row that is cut off leaves its place empty.
 */
export function cutRows(rows: readonly Row[], cutBlocks: CutBlocks): readonly Row[] {
  const cut = cutCells(rows, cutBlocks);
  const keepsAny = (row: Row) => row.some((cell) => cell.blocks.length > 0);
  const first = cut.findIndex(keepsAny);
  const last = cut.findLastIndex(keepsAny);
  const kept = cut.slice(Math.max(0, first), last + 1);
  const [top, ...rest] = kept;
  return top === undefined ? [] : [withCellsFromAbove(top, rows.slice(0, first)), ...rest];
}

interface Reaching {
  /** The first column it takes. */
  readonly column: number;
  readonly cell: TableCell;
  /** Rows it still takes. */
  readonly rows: number;
}

function withCellsFromAbove(row: Row, above: readonly Row[]): Row {
  let reaching: readonly Reaching[] = [];
  for (const each of above) {
    const here = placed(each, reaching);
    reaching = [...reaching, ...here]
      .map((one) => ({ ...one, rows: one.rows - 1 }))
      .filter(({ rows }) => rows > 0);
  }
  if (reaching.length === 0) return row;
  const empty = reaching.map((one) => ({ ...one, cell: { ...one.cell, rows: one.rows, blocks: [] } }));
  return [...empty, ...placed(row, reaching)]
    .toSorted((one, other) => one.column - other.column)
    .map(({ cell }) => cell);
}

/** The cells of a row with the columns that those reaching down into it leave them. */
function placed(row: Row, reaching: readonly Reaching[]): readonly Reaching[] {
  let column = 0;
  return row.map((cell) => {
    for (let taken = takenAt(column, reaching); taken !== undefined; taken = takenAt(column, reaching)) {
      column = taken.column + taken.cell.columns;
    }
    const here = { column, cell, rows: cell.rows };
    column += cell.columns;
    return here;
  });
}

function takenAt(column: number, reaching: readonly Reaching[]): Reaching | undefined {
  return reaching.find((one) => one.column <= column && column < one.column + one.cell.columns);
}
