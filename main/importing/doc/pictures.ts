/** Pictures in the line of a Word 97–2003 file (PICF, MS-DOC 2.9.190; blips, MS-ODRAW 2.2.23): those that lie there as JPEG or PNG. */

/** How what follows the fixed fields is stored: as a shape, with the name of its file before it or not. */
const SHAPE = 0x64;
const SHAPE_OF_FILE = 0x66;

const FIXED_BYTES = 0x44;

const RECORD_HEAD = 8;
const STORE_ENTRY = 0xf007;
const STORE_ENTRY_BYTES = 36;
/** Where a store entry says how long its name is. */
const NAME_LENGTH = 33;
/** JPEG, PNG, and JPEG in the colours of printers. */
const PICTURES: ReadonlySet<number> = new Set([0xf01d, 0xf01e, 0xf02a]);
const FINGERPRINT_BYTES = 16;

/** The bytes of the picture that begins at a place in the data stream; null for one of another kind. */
export function pictureBytes(data: Buffer, place: number): Buffer | null {
  if (place + FIXED_BYTES > data.length) return null;
  const end = Math.min(data.length, place + data.readUInt32LE(place));
  const kind = data.readUInt16LE(place + 6);
  const records = place + data.readUInt16LE(place + 4);
  if (records >= end || (kind !== SHAPE && kind !== SHAPE_OF_FILE)) return null;
  const named = kind === SHAPE_OF_FILE ? 1 + data.readUInt8(records) : 0;
  return pictureIn(data.subarray(records + named, end), true);
}

function pictureIn(records: Buffer, mayHoldEntries: boolean): Buffer | null {
  for (let at = 0; at + RECORD_HEAD <= records.length; ) {
    const instance = records.readUInt16LE(at) >> 4;
    const type = records.readUInt16LE(at + 2);
    const end = at + RECORD_HEAD + records.readUInt32LE(at + 4);
    const content = records.subarray(at + RECORD_HEAD, end);
    // An odd instance has a second fingerprint; then a byte follows that means nothing in a file.
    if (PICTURES.has(type)) return content.subarray(FINGERPRINT_BYTES * (1 + (instance & 1)) + 1);
    if (type === STORE_ENTRY && mayHoldEntries && content.length > STORE_ENTRY_BYTES) {
      const found = pictureIn(content.subarray(STORE_ENTRY_BYTES + content.readUInt8(NAME_LENGTH)), false);
      if (found !== null) return found;
    }
    at = end;
  }
  return null;
}
