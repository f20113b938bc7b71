/** Rows of a table in a Word 97–2003 file → the model's table. Cells lie between edges: those of all rows make the columns. */
import type { Block, TableCell } from "../../../preload/model/article.ts";
import type { Property } from "./properties.ts";
import { DEFINE_TABLE, numberIn } from "./properties.ts";

export interface DocRow {
  readonly cells: readonly (readonly Block[])[];
  /** Of the paragraph that stands for the row's end. */
  readonly properties: readonly Property[];
}

const HEADER_ROW = 0x3404;
const CELL_BYTES = 20;

/** Twentieths of a point: edges closer than this are one, moved by hand. */
const ONE_EDGE = 40;

/** The model's own limit. */
const MOST_SPANNED = 1000;

interface Place {
  readonly left: number;
  readonly right: number;
  readonly goesOnFromAbove: boolean;
  readonly goesOnFromLeft: boolean;
}

interface GrowingCell extends TableCell {
  columns: number;
  rows: number;
}

export function tableOf(rows: readonly DocRow[]): Block | null {
  const places = rows.map(({ cells, properties }) => placesOf(properties, cells.length));
  const columns = columnsOf(places.flat());
  const made: GrowingCell[][] = [];
  let above = new Map<number, GrowingCell>();
  for (const [index, { cells, properties }] of rows.entries()) {
    const header = properties.some((one) => one.code === HEADER_ROW && numberIn(one) === 1);
    const row = rowOf(cells, places[index] ?? [], header, columns, above);
    above = row.merging;
    // A row of which every cell goes on from above has no height of its own.
    if (!row.isNew) continue;
    for (const cell of new Set(above.values())) if (!row.cells.includes(cell)) cell.rows++;
    made.push(row.cells);
  }
  return made.length === 0 ? null : { type: "table", rows: made };
}

function rowOf(
  contents: DocRow["cells"],
  places: readonly Place[],
  header: boolean,
  columns: (edge: number) => number,
  above: ReadonlyMap<number, GrowingCell>,
): { readonly cells: GrowingCell[]; readonly merging: Map<number, GrowingCell>; readonly isNew: boolean } {
  const cells: GrowingCell[] = [];
  const merging = new Map<number, GrowingCell>();
  const indent = columns(places[0]?.left ?? 0);
  if (indent > 0) cells.push({ header: false, columns: Math.min(indent, MOST_SPANNED), rows: 1, blocks: [] });
  let isNew = false;
  for (const [index, blocks] of contents.entries()) {
    const place = places[index];
    const left = place === undefined ? index : columns(place.left);
    const wide = place === undefined ? 1 : Math.max(1, Math.min(columns(place.right) - left, MOST_SPANNED));
    const before = cells.at(-1);
    const upper = above.get(left);
    if (place?.goesOnFromLeft === true && before !== undefined && blocks.length === 0) {
      before.columns = Math.min(MOST_SPANNED, before.columns + wide);
    } else if (place?.goesOnFromAbove === true && upper !== undefined && blocks.length === 0) {
      if (upper.rows < MOST_SPANNED) merging.set(left, upper);
    } else {
      const cell = { header, columns: wide, rows: 1, blocks };
      cells.push(cell);
      merging.set(left, cell);
      isNew = true;
    }
  }
  return { cells, merging, isNew };
}

/** From the row's definition: how many cells, their edges, then how each is merged. Empty where it does not fit the cells. */
function placesOf(properties: readonly Property[], cells: number): readonly Place[] {
  const definition = properties.findLast(({ code }) => code === DEFINE_TABLE)?.value;
  const count = definition?.[0] ?? 0;
  if (definition === undefined || count !== cells || definition.length < 1 + (count + 1) * 2) return [];
  return Array.from({ length: count }, (_, index) => {
    const at = 1 + (count + 1) * 2 + index * CELL_BYTES;
    const flags = at + 2 <= definition.length ? definition.readUInt16LE(at) : 0;
    return {
      left: definition.readInt16LE(1 + index * 2),
      right: definition.readInt16LE(3 + index * 2),
      goesOnFromLeft: (flags & 3) === 1,
      goesOnFromAbove: ((flags >> 5) & 3) === 1,
    };
  });
}

/** The number of the column that begins at an edge. */
function columnsOf(places: readonly Place[]): (edge: number) => number {
  const edges = [...new Set(places.flatMap(({ left, right }) => [left, right]))].sort((a, b) => a - b);
  const columns = new Map<number, number>();
  let column = -1;
  let last = Number.NEGATIVE_INFINITY;
  for (const edge of edges) {
    if (edge - last > ONE_EDGE) {
      column++;
      last = edge;
    }
    columns.set(edge, column);
  }
  return (edge) => columns.get(edge) ?? 0;
}
