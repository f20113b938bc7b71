/** A document page by page: its segments, tables and pictures, each page's operators forgotten before the next. */
import type { PdfDocument, PdfPage } from "pdfjs-dist/legacy/build/pdf.min.mjs";
import type { Block, TableCell } from "../../../preload/model/article.ts";
import type { Picture } from "../format.ts";
import { beginsItem, endsSentence } from "../newspaper-page/shape.ts";
import type { Operators } from "./fonts.ts";
import type { Box } from "./geometry.ts";
import { overlap, widthOf } from "./geometry.ts";
import type { Line, Thing } from "./layout.ts";
import { layOut } from "./layout.ts";
import { isRubbish, LETTERS_OF_A_TEXT } from "./legibility.ts";
import type { Library } from "./library.ts";
import { inlinesOf, piecesOf } from "./lines.ts";
import { asPicture } from "./page-as-picture.ts";
import type { PageContents, PlacedPicture, Rule } from "./page-contents.ts";
import type { ReadPage, Value } from "./page-types.ts";
import { pictureOf } from "./pictures.ts";
import { drawPage, readPage } from "./read-page.ts";
import type { Segment } from "./segments.ts";
import { segmentsOf } from "./segments.ts";
import type { Grid, GridCell } from "./tables.ts";
import { gridsOf, lettersInCells } from "./tables.ts";
import type { Letter } from "./upright.ts";
import { uprightPage } from "./upright.ts";

export interface ReadPages {
  readonly pages: readonly ReadPage[];
  /** Pages that could not be read. */
  readonly lost: number;
}

/** A file that claims more pages than it has is not asked for all of them. */
const LOST_IN_A_ROW = 20;
/** Points: smaller pictures are ornaments. */
const PICTURE_AT_LEAST = 28;
/** Of a page's area: a picture so large, with text on it, is its background. */
const BACKGROUND = 0.6;
const MOST_PICTURES_ON_PAGE = 200;
/** Each takes a tenth of a second. */
const MOST_DRAWN = 200;
/** In letters: a longer cell is a column of text in a frame. */
const CELL_AT_MOST = 800;
/** In ems: the margins of a cell, and the word that found no room on a line. */
const CELL_MARGINS = 2.6;
/** Of a grid's cells, how many hold something before it counts as a table. */
const FILLED_CELLS = 0.15;

/** `file`: the document's own bytes. */
export async function readPages(
  library: Library,
  document: PdfDocument,
  file: Uint8Array,
): Promise<ReadPages> {
  const layers = await document.getOptionalContentConfig().catch(() => null);
  const isVisible = (group: unknown) => layers?.isVisible(group) !== false;
  const pages: ReadPage[] = [];
  const source = { file: Buffer.from(file.buffer, file.byteOffset, file.byteLength), shared: new Map() };
  let [lost, lostInARow, drawn] = [0, 0, 0];
  for (let number = 1; number <= document.numPages && lostInARow < LOST_IN_A_ROW; number++) {
    const opened = await openPage(document, number);
    if (opened === null) {
      lost++;
      lostInARow++;
      continue;
    }
    const { page, operators } = opened;
    const contents = await readPage(library, page, operators, isVisible);
    const read = await pageOf(contents, number, (picture) => pictureOf(page, picture, source));
    const draw = (atMost: number) => drawPage(library, page, operators, isVisible, atMost);
    const asSeen = drawn < MOST_DRAWN ? await asPicture(read, contents, draw) : read;
    if (asSeen !== read) drawn++;
    pages.push(asSeen);
    page.cleanup();
    lostInARow = 0;
  }
  return { pages, lost };
}

/** Null for a page that pdf.js finds no sense in; what else goes wrong is ours. */
async function openPage(
  document: PdfDocument,
  number: number,
): Promise<{ readonly page: PdfPage; readonly operators: Operators } | null> {
  try {
    const page = await document.getPage(number);
    return { page, operators: await page.getOperatorList() };
  } catch {
    return null;
  }
}

/** What stands on a page, put together; `deliver` has a picture decoded that is worth showing. */
export async function pageOf(
  contents: PageContents,
  number: number,
  deliver: (placed: PlacedPicture) => Promise<Picture | null>,
): Promise<ReadPage> {
  const upright = uprightPage(contents);
  const { width, height, rules } = upright;
  const { tables, letters } = takeTables(upright.letters, rules);
  const count = contents.glyphs.length;
  // Under rubbish lies a picture of the page, if anything.
  const rubbish = isRubbish(contents.glyphs, contents.unknown);
  const sound = rubbish ? 0 : count;
  const placed = upright.pictures.filter((picture) => isWorthShowing(picture, upright, sound));
  const pictures: Thing<Value>[] = [];
  for (const picture of placed.slice(0, MOST_PICTURES_ON_PAGE)) {
    const decoded = await deliver(picture);
    const box = clipped(picture.box, width, height);
    pictures.push({ ...box, kind: "thing", value: { type: "picture", picture: decoded, box } });
  }
  return {
    ...{ number, width, height, rules, letters: count, rubbish },
    segments: segmentsOf(letters, rules),
    asides: upright.asides.map((aside) => segmentsOf(aside, [])),
    stamps: upright.stamps,
    things: [...tables, ...pictures],
  };
}

function isWorthShowing({ box }: PlacedPicture, { width, height }: PageSize, letters: number): boolean {
  const [wide, high] = [overlap(box.left, box.right, 0, width), overlap(box.top, box.bottom, 0, height)];
  if (wide < PICTURE_AT_LEAST || high < PICTURE_AT_LEAST) return false;
  return letters < LETTERS_OF_A_TEXT || wide * high < BACKGROUND * width * height;
}

type PageSize = Pick<ReadPage, "width" | "height">;

function clipped(box: Box, width: number, height: number): Box {
  return {
    left: Math.max(0, box.left),
    top: Math.max(0, box.top),
    right: Math.min(width, box.right),
    bottom: Math.min(height, box.bottom),
  };
}

function takeTables(
  letters: readonly Letter[],
  rules: readonly Rule[],
): { readonly tables: readonly Thing<Value>[]; readonly letters: readonly Letter[] } {
  const grids = gridsOf(rules);
  if (grids.length === 0) return { tables: [], letters };
  const all = lettersInCells(letters, grids).inside;
  const kept = grids.filter((grid) => isTable(grid, all));
  const { inside, outside } = lettersInCells(letters, kept);
  const tables = kept.map((grid): Thing<Value> => {
    const block = tableBlock(grid, inside, rules);
    return { ...grid, kind: "thing", value: { type: "table", block } };
  });
  return { tables, letters: outside };
}

function isTable({ cells }: Grid, inside: ReadonlyMap<GridCell, readonly Letter[]>): boolean {
  const counts = cells.map((cell) => inside.get(cell)?.length ?? 0);
  const filled = counts.filter((count) => count > 0).length;
  return filled >= 2 && filled >= FILLED_CELLS * cells.length && Math.max(...counts) <= CELL_AT_MOST;
}

function tableBlock(
  grid: Grid,
  inside: ReadonlyMap<GridCell, readonly Letter[]>,
  rules: readonly Rule[],
): Block & { type: "table" } {
  const rows: TableCell[][] = Array.from({ length: grid.rows }, () => []);
  for (const cell of grid.cells) {
    rows[cell.row]?.push({
      header: false,
      columns: cell.columns,
      rows: cell.rows,
      blocks: cellBlocks(inside.get(cell) ?? [], rules, cell),
    });
  }
  // Rows without any cell of their own are the lower parts of tall cells, and stay for their sake.
  return { type: "table", rows };
}

/** A cell's lines as paragraphs: a line that leaves room for the next one's first word ends one. */
function cellBlocks(letters: readonly Letter[], rules: readonly Rule[], cell: Box): readonly Block[] {
  const lines = layOut<never>(segmentsOf(letters, rules), [], []).flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === "line" ? [item] : [])),
  );
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    const before = paragraphs.at(-1)?.at(-1);
    const room = before === undefined ? 0 : widthOf(cell) - widthOf(before);
    const isFull = before !== undefined && room < CELL_MARGINS * line.size;
    if (isFull && !beginsItem(line.text) && !endsSentence(before.text)) paragraphs.at(-1)?.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.map((of) => ({ type: "paragraph", content: inlinesOf(piecesOf(of), false) }));
}

/** A table without lines, from its rows of stretches. */
export function bareTable(rows: readonly (readonly (Segment | null)[])[]): Value {
  const cellOf = (segment: Segment | null): TableCell => ({
    ...{ header: false, columns: 1, rows: 1 },
    blocks: segment === null ? [] : [{ type: "paragraph", content: inlinesOf(segment.runs, false) }],
  });
  return { type: "table", block: { type: "table", rows: rows.map((row) => row.map(cellOf)) } };
}
