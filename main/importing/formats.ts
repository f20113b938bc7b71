/** The format table: a new format is its own file and one line here. */
import type { ImportErrorCode } from "../../preload/model/import-report.ts";
import { archiveReader } from "./archive/archive-reader.ts";
import { docReader } from "./doc/doc-reader.ts";
import { docxReader } from "./docx/docx-reader.ts";
import { epubReader } from "./epub/epub-reader.ts";
import type { FormatReader } from "./format.ts";
import { htmlReader } from "./html/html-reader.ts";
import { markdownReader } from "./markdown/markdown-reader.ts";
import { mhtmlReader } from "./mhtml.ts";
import { ofdReader } from "./ofd/ofd-reader.ts";
import { pdfReader } from "./pdf/pdf-reader.ts";
import { recogniseAmong } from "./recognise-format.ts";
import { scanReader } from "./scans/scan-reader.ts";
import { textReader } from "./text-reader.ts";

/** Asked in this order: what is known by its content before what is known by its name. */
const documents: readonly FormatReader[] = [
  docxReader,
  docReader,
  epubReader,
  ofdReader,
  pdfReader,
  mhtmlReader,
  htmlReader,
  markdownReader,
  textReader,
  scanReader,
];

export const formats: readonly FormatReader[] = [...documents, archiveReader(documents)];

/** The format of a file, or the code of why none takes it. `name` is the file's name without its folder. */
export function recogniseFormat(
  bytes: Uint8Array,
  name: string,
  table: readonly FormatReader[] = formats,
): FormatReader | ImportErrorCode {
  return recogniseAmong(table, bytes, name);
}
