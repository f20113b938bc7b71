/** UTF-16 of a file → a string, lone halves of characters as they stand. */

/** Node writes past its own memory for an odd number of bytes from an odd place on, so half a unit at the end is left out first. */
export function utf16Text(bytes: Buffer): string {
  return bytes.subarray(0, bytes.length & ~1).toString("utf16le");
}
