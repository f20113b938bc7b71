/** HTML tables → the model's: merged cells kept as they are written, tables used for layout dissolved. */
import type { Block, TableCell } from "../../../preload/model/article.ts";
import type { Element, Node } from "./dom.ts";
import { attribute, elementsBelow, isElement, isSilent, numberAttribute } from "./dom.ts";

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
  if (pictured !== null) return [...caption, pictured];
  if (!filled.some((row) => row.some((cell) => cell.blocks.length > 0))) return caption;
  return [...caption, { type: "table", rows: filled }];
}

/** A picture over its caption, which pages put into tables to keep them together. Null for any other table. */
function captioned(rows: readonly (readonly TableCell[])[]): Block | null {
  const [picture, text, ...others] = rows.flat().flatMap(({ blocks }) => blocks);
  const isSuch = rows.length === 2 && rows.every((row) => row.length === 1) && others.length === 0;
  if (!isSuch || picture?.type !== "figure" || text?.type !== "paragraph") return null;
  return picture.caption.length === 0 ? { ...picture, caption: text.content } : null;
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

/** A single cell, or tables within tables and no header cell: the page's scaffolding, not a table to read. */
function isLayout(table: Element, sections: readonly (readonly Element[])[]): boolean {
  if (attribute(table, "role") === "presentation") return true;
  const cells = sections.flat().flatMap((row) => childrenNamed(row, ["td", "th"]));
  if (cells.length <= 1) return true;
  if (cells.some((cell) => cell.tagName === "th")) return false;
  for (const element of elementsBelow(table)) if (element.tagName === "table") return true;
  return false;
}

function childrenNamed(element: Element, names: readonly string[]): readonly Element[] {
  return element.childNodes.filter(
    (child): child is Element => isElement(child) && names.includes(child.tagName) && !isSilent(child),
  );
}
