/** Zip archives for the tests: the same bytes every time. */
import type { Zippable } from "fflate";
import { strToU8, zipSync } from "fflate";

export function makeZip(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const packed: Zippable = {};
  for (const [name, content] of Object.entries(files)) {
    packed[name] = [typeof content === "string" ? strToU8(content) : content, { mtime: "2021-02-05" }];
  }
  return Buffer.from(zipSync(packed));
}

/** The same archive with names in GBK, as Chinese Windows writes them: bytes for each name, and no flag that says UTF-8. */
export function withGbkNames(zip: Buffer, names: Readonly<Record<string, readonly number[]>>): Buffer {
  let bytes = Buffer.from(zip);
  for (const [ascii, gbk] of Object.entries(names)) {
    if (ascii.length !== gbk.length) throw new Error(`${ascii} is not as long as its name in GBK`);
    for (let at = bytes.indexOf(ascii, 0, "latin1"); at !== -1; at = bytes.indexOf(ascii, at + 1, "latin1")) {
      bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(gbk), bytes.subarray(at + gbk.length)]);
    }
  }
  return bytes;
}
