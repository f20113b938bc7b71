/** Which reader takes a file: its content decides, its name only tells one kind of text from another. */
import type { ImportErrorCode } from "../../preload/model/import-report.ts";
import { decodeText } from "./decode-text.ts";
import type { FormatReader, Probe } from "./format.ts";
import { extensionOf } from "./format.ts";
import { hasBinarySignature, isEncrypted, isText } from "./signatures.ts";

/** Enough to see what a text begins with. */
const HEAD_BYTES = 4096;

/** The first of `table` that takes it, or the code of why none does. `name` is the file's name without its folder. */
export function recogniseAmong(
  table: readonly FormatReader[],
  bytes: Uint8Array,
  name: string,
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
