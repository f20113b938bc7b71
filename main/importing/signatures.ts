/** What bytes are that no reader takes: told from their beginning, never from the file's name. */
import { isWideText } from "./decode-text.ts";

/** Beginnings of files that are not text, and would otherwise pass for it where they hold no NUL byte early on. */
const BINARY_BEGINNINGS: readonly string[] = [
  "%PDF-",
  "PK\x03\x04",
  "PK\x05\x06",
  "PK\x07\x08",
  "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
  "{\\rtf",
  // Word for Windows 1 and 2, Word for DOS, WordPerfect.
  "\x9b\xa5\x21\x00",
  "\xdb\xa5\x2d\x00",
  "\x31\xbe\x00\x00",
  "\xffWPC",
  "\x89PNG",
  "\xff\xd8\xff",
  "GIF8",
  "BM",
  "RIFF",
  "II*\x00",
  "MM\x00*",
  "Rar!",
  "7z\xbc\xaf",
  "\x1f\x8b",
  "MZ",
  "\x7fELF",
];

/** Short signatures can begin an honest text (“BMW…”, “MZ…”), so those count only where the bytes are not text anyway. */
const LEAST_TELLING_LENGTH = 4;

const HEAD_BYTES = 64 * 1024;

/** Whether the bytes begin as a known format that is not plain text. */
export function hasBinarySignature(bytes: Uint8Array): boolean {
  const text = !hasControlBytes(bytes);
  return BINARY_BEGINNINGS.some(
    (beginning) => (beginning.length >= LEAST_TELLING_LENGTH || !text) && beginsWith(bytes, beginning),
  );
}

/** Whether the bytes can be text at all: no known binary signature, and no bytes that no text holds. */
export function isText(bytes: Uint8Array): boolean {
  if (isWideText(bytes)) return true;
  return !hasBinarySignature(bytes) && !hasControlBytes(bytes);
}

/** Whether the file is locked by a password, for the containers that say so openly. */
export function isEncrypted(bytes: Uint8Array): boolean {
  if (beginsWith(bytes, "PK\x03\x04")) return isLockedEntry(bytes);
  if (beginsWith(bytes, "%PDF-")) return includes(bytes, "/Encrypt");
  // An encrypted Office document is an OLE file with a stream of this name, in UTF-16.
  if (beginsWith(bytes, "\xd0\xcf\x11\xe0")) return includes(bytes, [..."EncryptedPackage"].join("\0"));
  return false;
}

/** The ways of packing that the standard (APPNOTE) knows, locked ones (99) among them. */
const PACKING_METHODS: ReadonlySet<number> = new Set([0, 1, 6, 8, 9, 12, 14, 93, 95, 96, 97, 98, 99]);

/** What the standard's latest version needs, times ten. */
const LATEST_ZIP = 63;

/** The first entry of a zip: its flag counts where the rest of its header is one, not the noise of a damaged file. */
function isLockedEntry(bytes: Uint8Array): boolean {
  const word = (at: number) => (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256;
  const nameEnd = 30 + word(26);
  const isHeader =
    (word(4) & 0xff) <= LATEST_ZIP && PACKING_METHODS.has(word(8)) && word(26) > 0 && nameEnd <= bytes.length;
  return isHeader && (word(6) & 1) === 1 && !bytes.subarray(30, nameEnd).includes(0);
}

/** NUL and the other control bytes that no encoding of text uses; a few may be damage in an otherwise sound text. */
function hasControlBytes(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, HEAD_BYTES);
  let found = 0;
  let shifts = 0;
  for (let index = 0; index < length; index++) {
    const byte = bytes[index] ?? 0;
    if (byte >= 32 || (byte >= 9 && byte <= 13)) continue;
    if (byte === 0x0e || byte === 0x0f) shifts++;
    // Escape (1B) belongs to ISO-2022 encodings, substitute (1A) ends old DOS texts.
    else if (byte !== 0x1b && byte !== 0x1a) found++;
  }
  const isText = found + shifts <= length / 500;
  // Shifts out and in (0E, 0F) belong to ISO-2022 as well, behind an escape that says to what.
  return !isText && (found > length / 500 || !includes(bytes.subarray(0, length), "\x1b$"));
}

function beginsWith(bytes: Uint8Array, beginning: string): boolean {
  for (let index = 0; index < beginning.length; index++) {
    if (bytes[index] !== beginning.charCodeAt(index)) return false;
  }
  return true;
}

function includes(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, 0, "latin1");
}
