/** The format table: a new format is its own file and one line here. */
import type { ImportErrorCode } from "../../preload/model/import-report.ts";
import { decodeText } from "./decode-text.ts";
import { docReader } from "./doc/doc-reader.ts";
import { docxReader } from "./docx/docx-reader.ts";
import { epubReader } from "./epub/epub-reader.ts";
import type { FormatReader, Probe } from "./format.ts";
import { extensionOf } from "./format.ts";
import { htmlReader } from "./html/html-reader.ts";
import { markdownReader } from "./markdown/markdown-reader.ts";
import { mhtmlReader } from "./mhtml.ts";
import { hasBinarySignature, isEncrypted, isText } from "./signatures.ts";
import { textReader } from "./text-reader.ts";

/** Asked in this order: what is known by its content before what is known by its name. */
export const formats: readonly FormatReader[] = [
  docxReader,
  docReader,
  epubReader,
  mhtmlReader,
  htmlReader,
  markdownReader,
  textReader,
];

/** Enough to see what a text begins with. */
const HEAD_BYTES = 4096;

/** The format of a file, or the code of why none takes it. `name` is the file's name without its folder. */
export function recogniseFormat(
  bytes: Uint8Array,
  name: string,
  table: readonly FormatReader[] = formats,
): FormatReader | ImportErrorCode {
  const probe: Probe = {
    bytes,
    extension: extensionOf(name),
    head: isText(bytes) ? decodeText(bytes.subarray(0, HEAD_BYTES)).text : null,
  };
  const format = table.find((candidate) => candidate.recognises(probe));
  return format ?? refusal(probe, table);
}

function refusal({ bytes, extension, head }: Probe, table: readonly FormatReader[]): ImportErrorCode {
  if (isEncrypted(bytes)) return "encrypted";
  if (head !== null || hasBinarySignature(bytes)) return "unsupported-format";
  // A name that promises one of our formats over bytes that are nothing known: the file is damaged.
  const sound = { bytes: new Uint8Array(), extension, head: "" };
  return table.some((candidate) => candidate.recognises(sound)) ? "unreadable" : "unsupported-format";
}
