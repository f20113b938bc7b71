/** HTML tables → the model's: merged cells kept as they are written, tables used for layout dissolved. */
import type { Block, TableCell } from "../../../preload/model/article.ts";
import type { Element, Node } from "./dom.ts";
import { attribute, elementsBelow, isElement, isSilent, numberAttribute, textBelow } from "./dom.ts";

/** The HTML standard's own limit on `colspan`, which the model shares. */
const MOST_SPANNED = 1000;

/**
 * The blocks a `table` element comes to. `convert` gives the blocks of a cell. Where `nests` is false, or where the
 * table only places other content, the cells' blocks flow one after another.
 */
export function tableBlocks(
  table: Element,
  nests: boolean,
  convert: (nodes: readonly Node[]) => readonly Block[],
): readonly Block[] {
  const caption = childrenNamed(table, ["caption"]).flatMap((element) => convert(element.childNodes));
  const sections = rowSections(table);
  if (!nests || isLayout(table, sections)) {
    const cells = sections.flat().flatMap((row) => childrenNamed(row, ["td", "th"]));
    return [...caption, ...cells.flatMap((cell) => convert(cell.childNodes))];
  }
  const rows = sections.flatMap((section) =>
    section.map((row, index) =>
      childrenNamed(row, ["td", "th"]).map((cell) => tableCell(cell, section.length - index, convert)),
    ),
  );
  const filled = rows.filter((row) => row.length > 0);
  const pictured = captioned(filled);
  if (pictured !== null) return [...caption, ...pictured];
  if (!filled.some((row) => row.some((cell) => cell.blocks.length > 0))) return caption;
  return [...caption, { type: "table", rows: filled }];
}

/** Pictures, each over its caption, which pages put into tables to keep them together. Null for any other table. */
function captioned(rows: readonly (readonly TableCell[])[]): readonly Block[] | null {
  const blocks = rows.flat().flatMap((cell) => cell.blocks);
  if (rows.some((row) => row.length > 1) || rows.length < 2 || blocks[0]?.type !== "figure") return null;
  const figures: (Block & { type: "figure" })[] = [];
  for (const block of blocks) {
    const last = figures.at(-1);
    if (block.type === "figure") figures.push(block);
    else if (block.type === "paragraph" && last !== undefined && last.caption.length === 0) {
      figures[figures.length - 1] = { ...last, caption: block.content };
    } else return null;
  }
  return figures;
}

/** The rows of each section (head, bodies, foot): a merged cell never reaches beyond its own. */
function rowSections(table: Element): readonly (readonly Element[])[] {
  const groups = childrenNamed(table, ["thead", "tbody", "tfoot"]).map((group) =>
    childrenNamed(group, ["tr"]),
  );
  return groups.filter((rows) => rows.length > 0);
}

function tableCell(
  cell: Element,
  rowsLeft: number,
  convert: (nodes: readonly Node[]) => readonly Block[],
): TableCell {
  const span = { least: 1, most: MOST_SPANNED, fallback: 1 };
  // `rowspan="0"` means: to the end of the section.
  const toTheEnd = attribute(cell, "rowspan")?.trim() === "0";
  const rows = toTheEnd ? rowsLeft : numberAttribute(cell, "rowspan", span);
  return {
    header: cell.tagName === "th",
    columns: numberAttribute(cell, "colspan", span),
    rows: Math.max(1, Math.min(rows, rowsLeft, MOST_SPANNED)),
    blocks: convert(cell.childNodes),
  };
}

/** A longer text in a cell of a table of one column is a page's text, not an entry. */
const LONGEST_ENTRY = 200;

/** A single cell, tables within tables and no header cell, or a page in one column: scaffolding, not a table to read. */
function isLayout(table: Element, sections: readonly (readonly Element[])[]): boolean {
  if (attribute(table, "role") === "presentation") return true;
  const cells = sections.flat().flatMap((row) => childrenNamed(row, ["td", "th"]));
  if (cells.length <= 1) return true;
  if (cells.some((cell) => cell.tagName === "th")) return false;
  for (const element of elementsBelow(table)) if (element.tagName === "table") return true;
  const isOneColumn = sections.flat().every((row) => childrenNamed(row, ["td"]).length <= 1);
  const isFramed = (attribute(table, "border") ?? "0") !== "0";
  return isOneColumn && !isFramed && cells.some((cell) => textBelow(cell).trim().length > LONGEST_ENTRY);
}

function childrenNamed(element: Element, names: readonly string[]): readonly Element[] {
  return element.childNodes.filter(
    (child): child is Element => isElement(child) && names.includes(child.tagName) && !isSilent(child),
  );
}
