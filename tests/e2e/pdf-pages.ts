/** What a PDF shows, read back with pdfjs-dist: every run of glyphs with its place, pictures, outline and properties. */
import { getDocument, OPS, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

const POINTS_PER_MILLIMETRE = 72 / 25.4;

/** Lengths in millimetres, from the sheet's upper left corner. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where the letters stand on. */
  readonly baseline: number;
  /** In points. */
  readonly size: number;
}

/** Runs that stand on one baseline, from left to right. */
export interface Line extends Omit<Run, "size"> {
  readonly size: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  readonly pictures: number;
  /** All of the page in the order it was drawn in, without white space. */
  readonly text: string;
}

export interface Pdf {
  readonly pages: readonly PdfPage[];
  readonly outline: readonly string[];
  readonly title: string;
  readonly language: string;
}

export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await task.promise;
  try {
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      pages.push(await readPage(await document.getPage(number)));
    }
    const { info } = await document.getMetadata();
    const stated = info as { readonly Title?: string; readonly Language?: string };
    const outline = (await document.getOutline()) ?? [];
    return {
      pages,
      outline: titlesOf(outline),
      title: stated.Title ?? "",
      language: stated.Language ?? "",
    };
  } finally {
    await task.destroy();
  }
}

interface OutlineItem {
  readonly title: string;
  readonly items: readonly OutlineItem[];
}

/** Each indented by two spaces under what it stands under. */
function titlesOf(items: readonly OutlineItem[]): readonly string[] {
  return items.flatMap((item) => [item.title, ...titlesOf(item.items).map((title) => `  ${title}`)]);
}

async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const { items } = await page.getTextContent();
  const runs = items.flatMap((item): Run[] => {
    if (!("str" in item) || item.str.trim() === "") return [];
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as readonly number[];
    return [
      {
        text: item.str,
        left: (x - left) / POINTS_PER_MILLIMETRE,
        right: (x - left + item.width) / POINTS_PER_MILLIMETRE,
        baseline: (top - y) / POINTS_PER_MILLIMETRE,
        size: Math.hypot(a, b),
      },
    ];
  });
  const { fnArray } = await page.getOperatorList();
  return {
    width: (right - left) / POINTS_PER_MILLIMETRE,
    height: (top - bottom) / POINTS_PER_MILLIMETRE,
    lines: linesOf(runs),
    pictures: fnArray.filter((operator) => operator === OPS.paintImageXObject).length,
    text: runs.map(({ text }) => text.replaceAll(/\s/g, "")).join(""),
  };
}

/** Millimetres that runs of one line may differ by. */
const SAME_LINE = 0.4;

function linesOf(runs: readonly Run[]): readonly Line[] {
  const lines: Run[][] = [];
  for (const run of runs) {
    const line = lines.find(
      ([first]) => first !== undefined && Math.abs(first.baseline - run.baseline) < SAME_LINE,
    );
    if (line === undefined) lines.push([run]);
    else line.push(run);
  }
  return lines
    .map((line) => line.toSorted((one, other) => one.left - other.left))
    .map((line) => ({
      text: line.map(({ text }) => text).join(""),
      left: Math.min(...line.map(({ left }) => left)),
      right: Math.max(...line.map(({ right }) => right)),
      baseline: line[0]?.baseline ?? 0,
      size: Math.max(...line.map(({ size }) => size)),
    }))
    .toSorted((one, other) => one.baseline - other.baseline);
}
