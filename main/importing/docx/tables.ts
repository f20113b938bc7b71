/** Word's tables → the model's: cells merged across and down kept as they are. */
import type { Block, TableCell } from "../../../preload/model/article.ts";
import type { XmlElement } from "./xml.ts";
import { childAt, elementsOf, switchAt, valueAt } from "./xml.ts";

/** The model's own limit. */
const MOST_SPANNED = 1000;

interface GrowingCell extends TableCell {
  columns: number;
  rows: number;
}

/** `convert` gives the blocks of a cell. Where `nests` is false the cells' blocks flow one after another. */
export function tableBlocks(
  table: XmlElement,
  nests: boolean,
  convert: (cell: XmlElement) => readonly Block[],
): readonly Block[] {
  const rows: GrowingCell[][] = [];
  /** The cells that may go on downwards, by their first column. */
  let above = new Map<number, GrowingCell>();
  for (const row of rowsOf(table)) {
    const { cells, merging, isNew } = readRow(row, above, convert);
    above = merging;
    // A row of which every cell goes on from above has no height of its own.
    if (!isNew) continue;
    for (const cell of new Set(merging.values())) if (!cells.includes(cell)) cell.rows++;
    rows.push(cells);
  }
  if (!nests) return rows.flat().flatMap((cell) => [...cell.blocks]);
  return rows.length === 0 ? [] : [{ type: "table", rows }];
}

function readRow(
  row: XmlElement,
  above: ReadonlyMap<number, GrowingCell>,
  convert: (cell: XmlElement) => readonly Block[],
): { readonly cells: GrowingCell[]; readonly merging: Map<number, GrowingCell>; readonly isNew: boolean } {
  const cells: GrowingCell[] = [];
  const merging = new Map<number, GrowingCell>();
  const properties = childAt(row, "w:trPr");
  const header = switchAt(properties, "w:tblHeader") === true;
  let column = span(valueAt(properties, "w:gridBefore"), 0);
  if (column > 0) cells.push({ header: false, columns: column, rows: 1, blocks: [] });
  let isNew = false;
  for (const element of partsOf(row, "w:tc")) {
    const cell = childAt(element, "w:tcPr");
    const columns = span(valueAt(cell, "w:gridSpan"), 1);
    const down = childAt(cell, "w:vMerge");
    const goesOn = down !== undefined && down.attributes.get("w:val") !== "restart";
    const upper = goesOn ? above.get(column) : undefined;
    const before = cells.at(-1);
    if (upper !== undefined && upper.rows < MOST_SPANNED) {
      merging.set(column, upper);
    } else if (valueAt(cell, "w:hMerge") === "continue" && before !== undefined) {
      before.columns = Math.min(MOST_SPANNED, before.columns + columns);
    } else {
      const made = { header, columns, rows: 1, blocks: convert(element) };
      isNew = true;
      cells.push(made);
      if (down !== undefined) merging.set(column, made);
    }
    column += columns;
  }
  return { cells, merging, isNew };
}

function span(value: string | undefined, fallback: number): number {
  const number = Number.parseInt(value ?? "", 10);
  return Number.isNaN(number) ? fallback : Math.max(fallback, Math.min(number, MOST_SPANNED));
}

/** Without the rows that a tracked change deletes. */
function rowsOf(table: XmlElement): readonly XmlElement[] {
  return partsOf(table, "w:tr").filter((row) => childAt(row, "w:trPr", "w:del") === undefined);
}

/** Rows or cells, also those within content controls and custom mark-up. */
function partsOf(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(child.name) ? partsOf(child, name) : [];
  });
}
