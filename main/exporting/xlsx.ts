/**
 * Spreadsheets (Office Open XML, ECMA-376 part 1, chapter 18), written row by row into the file, so that neither their
 * length nor the time they take matters to anyone else: the libraries at hand build the whole in memory first.
 */
import { writeSync } from "node:fs";
import { strToU8, Zip, ZipDeflate } from "fflate";

/** What a cell holds. Text is never a formula, whatever it begins with. */
export type Cell =
  | { readonly kind: "empty" }
  /** `bold`: places in UTF-16 units, in order, apart from one another. */
  | {
      readonly kind: "text";
      readonly text: string;
      readonly bold: readonly (readonly [start: number, end: number])[];
    }
  /** `YYYY-MM-DD`, from 1900-03-01 on: before that day spreadsheets count differently. */
  | { readonly kind: "date"; readonly date: string };

export interface Column {
  readonly heading: string;
  /** In characters of half width. */
  readonly width: number;
}

/** A spreadsheet holds no more; the rest goes on in another sheet. */
export const MOST_ROWS = 1_048_576;

/** Nor does a cell. */
const MOST_CHARACTERS = 32_767;

/** Bytes of a sheet that are packed at once. */
const CHUNK = 64 * 1024;

/** Places in `cellXfs` below. */
const styles = { text: 0, heading: 1, date: 2, quoted: 3 } as const;

export class SpreadsheetFile {
  readonly #columns: readonly Column[];
  readonly #mostRows: number;
  readonly #zip: Zip;
  readonly #sheets: ZipDeflate[] = [];
  #rows = 0;
  #waiting = "";

  /** `file`: a descriptor, which the caller opens and closes. */
  constructor(file: number, columns: readonly Column[], mostRows = MOST_ROWS) {
    this.#columns = columns;
    this.#mostRows = mostRows;
    this.#zip = new Zip((error, bytes) => {
      if (error) throw error;
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    });
    this.#startSheet();
  }

  row(cells: readonly Cell[]): void {
    if (this.#rows === this.#mostRows) {
      this.#endSheet();
      this.#startSheet();
    }
    this.#rows++;
    this.#write(`<row>${cells.map(cellXml).join("")}</row>`);
  }

  /** Nothing can be written after it. */
  end(): void {
    this.#endSheet();
    for (const [name, xml] of packageParts(this.#sheets.length)) {
      const part = this.#part(name);
      part.push(strToU8(xml), true);
    }
    this.#zip.end();
  }

  #startSheet(): void {
    this.#sheets.push(this.#part(`xl/worksheets/sheet${this.#sheets.length + 1}.xml`));
    const widths = this.#columns.map(
      ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
    );
    // The headings stay in sight.
    this.#write(
      `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData>`,
    );
    this.#rows = 1;
    const headings = this.#columns.map(({ heading }) => textXml(heading, [], styles.heading));
    this.#write(`<row>${headings.join("")}</row>`);
  }

  #endSheet(): void {
    this.#sheets.at(-1)?.push(strToU8(`${this.#waiting}</sheetData></worksheet>`), true);
    this.#waiting = "";
  }

  #write(xml: string): void {
    this.#waiting += xml;
    if (this.#waiting.length < CHUNK) return;
    this.#sheets.at(-1)?.push(strToU8(this.#waiting));
    this.#waiting = "";
  }

  #part(name: string): ZipDeflate {
    const part = new ZipDeflate(name, { level: 6 });
    this.#zip.add(part);
    return part;
  }
}

const MILLISECONDS_A_DAY = 86_400_000;

/** Days are counted from here: 1900 is taken for a leap year, so that its March begins with day 61. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

function cellXml(cell: Cell): string {
  switch (cell.kind) {
    case "empty":
      return "<c/>";
    case "date":
      return `<c s="${styles.date}"><v>${(Date.parse(cell.date) - DAY_ZERO) / MILLISECONDS_A_DAY}</v></c>`;
    case "text":
      // Quoted, it also stays text when someone edits the cell.
      return textXml(cell.text, cell.bold, /^[=+\-@]/.test(cell.text) ? styles.quoted : styles.text);
  }
}

function textXml(whole: string, bold: readonly (readonly [number, number])[], style: number): string {
  const text = whole.slice(0, MOST_CHARACTERS);
  const runs: string[] = [];
  let at = 0;
  for (const [start, end] of bold) {
    if (start > at) runs.push(runXml(text.slice(at, start), false));
    runs.push(runXml(text.slice(start, end), true));
    at = end;
  }
  if (at === 0) runs.push(`<t xml:space="preserve">${escaped(text)}</t>`);
  else if (at < text.length) runs.push(runXml(text.slice(at), false));
  return `<c t="inlineStr" s="${style}"><is>${runs.join("")}</is></c>`;
}

function runXml(text: string, bold: boolean): string {
  return `<r>${bold ? "<rPr><b/></rPr>" : ""}<t xml:space="preserve">${escaped(text)}</t></r>`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML has no way to write most control characters, nor halves of surrogate pairs. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, "")
    .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? "");
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** What tells a program which parts there are. */
function packageParts(sheets: number): readonly (readonly [name: string, xml: string])[] {
  const each = (write: (number: number) => string) =>
    Array.from({ length: sheets }, (_, index) => write(index + 1)).join("");
  return [
    [
      "[Content_Types].xml",
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/>${each((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${contentType}.worksheet+xml"/>`)}</Types>`,
    ],
    [
      "_rels/.rels",
      `${declaration}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each((number) => `<sheet name="${number}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${declaration}<Relationships xmlns="${packageRelations}">${each((number) => `<Relationship Id="rId${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${sheets + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ["xl/styles.xml", styleSheet],
  ];
}

const aligned = '<alignment vertical="top" wrapText="1"/>';

const styleSheet = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf applyAlignment="1">${aligned}</xf><xf fontId="1" applyFont="1" applyAlignment="1">${aligned}</xf><xf numFmtId="164" applyNumberFormat="1" applyAlignment="1">${aligned}</xf><xf quotePrefix="1" applyAlignment="1">${aligned}</xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
