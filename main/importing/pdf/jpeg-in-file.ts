/**
 * The bytes of a picture that lies in the file as a JPEG, found by the number of its object. pdf.js gives pixels where
 * it has to (grey scans, measured colours); the file's own bytes are many times smaller, and nothing is lost by them.
 */

/** Digits of an object's number, and of its generation where that is not 0, as pdf.js writes a reference. */
const REFERENCE = /^(\d{1,10})R(\d{0,5})$/;
/** Longer is no dictionary of a picture. */
const DICTIONARY_AT_MOST = 4096;

/** Null where it is none that any program can show as it is, such as one in inks for print, or locked by a password. */
export function jpegInFile(
  file: Buffer,
  reference: string,
  width: number,
  height: number,
): Uint8Array | null {
  const [, number, generation = ""] = REFERENCE.exec(reference) ?? [];
  if (number === undefined) return null;
  // What was appended to the file later counts.
  const at = lastObject(file, `${number} ${generation || "0"} obj`);
  if (at === -1) return null;
  const head = file.toString("latin1", at, at + DICTIONARY_AT_MOST);
  const [dictionary] = /^[\s\S]*?>>\s*stream\r?\n/.exec(head) ?? [];
  if (dictionary === undefined || !isPlainJpeg(dictionary)) return null;
  const start = at + dictionary.length;
  const end = file.indexOf("endstream", start, "latin1");
  if (end === -1) return null;
  const bytes = file.subarray(start, end);
  const size = frameSize(bytes);
  return size?.width === width && size.height === height ? Uint8Array.from(bytes) : null;
}

/** `2 0 obj` is also the end of `12 0 obj`. */
function lastObject(file: Buffer, name: string): number {
  let at = file.lastIndexOf(name, undefined, "latin1");
  while (at > 0 && /\d/.test(String.fromCharCode(file[at - 1] ?? 0)))
    at = file.lastIndexOf(name, at - 1, "latin1");
  return at;
}

/** Compressed once, and shown as it decodes. */
function isPlainJpeg(dictionary: string): boolean {
  return (
    /\/Filter\s*(?:\/DCTDecode|\[\s*\/DCTDecode\s*\])/.test(dictionary) &&
    !/\/(?:Decode|ColorTransform)\b/.test(dictionary)
  );
}

/** What the frame header states, where it is of one or three colours. */
function frameSize(bytes: Buffer): { readonly width: number; readonly height: number } | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    // SOF0, SOF1, SOF2: the kinds that browsers show.
    if (marker < 0xc0 || marker > 0xc2) continue;
    const colours = bytes[at + 9];
    if (colours !== 1 && colours !== 3) return null;
    return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
  }
  return null;
}
