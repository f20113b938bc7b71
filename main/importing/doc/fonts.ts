/** The names of the fonts of a Word 97–2003 file (SttbfFfn, MS-DOC 2.9.286), by their numbers. */

import { utf16Text } from "./utf16.ts";

/** Where the name begins in a font's entry. */
const NAME = 39;

export function fontNames(table: Buffer): readonly string[] {
  const names: string[] = [];
  const count = table.length < 4 ? 0 : table.readUInt16LE(0);
  for (let at = 4; names.length < count && at < table.length; at += 1 + table.readUInt8(at)) {
    const entry = table.subarray(at + 1, at + 1 + table.readUInt8(at));
    names.push(utf16Text(entry.subarray(NAME)).replace(/\0.*$/su, ""));
  }
  return names;
}
