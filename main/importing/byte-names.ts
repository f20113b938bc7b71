/**
 * File names that are not UTF-8, as old tools leave them on Linux: GBK, from a USB stick or an unpacked zip. A path is a
 * string wherever it is kept, sent and compared; a byte that is none of UTF-8 stands in it as a character that no name
 * has, and becomes that byte again where the file is opened.
 */
import { Buffer, isUtf8 } from "node:buffer";
import { readdir } from "node:fs/promises";
import { join, parse, sep } from "node:path";
import { decodeText } from "./decode-text.ts";

/** The last plane of private use: this and the byte. */
const FIRST = 0x10fe00;

/** What the characters for bytes begin with in UTF-16, and hardly anything else does. */
const LEAD = "\uDBFF";

/** UTF-16 units of each. */
const LEAD_AND_REST = 2;

const BYTES = /[\u{10FE80}-\u{10FEFF}]+/gu;

/** A name as the file system has it → as it stands in paths. */
export function nameOfBytes(name: Uint8Array): string {
  if (isUtf8(name)) return Buffer.from(name).toString();
  // All of it is in the other encoding: what looks like UTF-8 within it does so by chance.
  return Array.from(name, (byte) => String.fromCodePoint(byte < 0x80 ? byte : FIRST + byte)).join("");
}

/** What to open a file by: nearly always the path itself. The inverse of `nameOfBytes`. */
export function openable(path: string): string | Buffer {
  if (!path.includes(LEAD)) return path;
  const pieces: Buffer[] = [];
  let at = 0;
  for (const { 0: run, index } of path.matchAll(BYTES)) {
    pieces.push(Buffer.from(path.slice(at, index)), bytesOf(run));
    at = index + run.length;
  }
  return Buffer.concat([...pieces, Buffer.from(path.slice(at))]);
}

function bytesOf(run: string): Buffer {
  return Buffer.from(Array.from(run, (character) => (character.codePointAt(0) ?? FIRST) - FIRST));
}

/** What GBK looks like where it happens to be UTF-8 as well (通知 is): nothing but characters of two bytes. */
const CHANCE = /^[\0-\u07FF]*[\u0080-\u07FF][\0-\u07FF]*$/u;

/** A path as a person reads it: such names taken for GB18030, and what is not that for unknown characters. */
export function readable(path: string): string {
  return /[\u0080-\u07FF\uDBFF]/.test(path) ? path.split(sep).map(readableName).join(sep) : path;
}

function readableName(name: string): string {
  if (CHANCE.test(name)) {
    const { text, encoding, damaged } = decodeText(Buffer.from(name));
    return encoding === "gb18030" && damaged === 0 ? text : name;
  }
  const bytes = openable(name);
  if (typeof bytes === "string") return name;
  const text = new TextDecoder("gb18030").decode(bytes);
  if (!/[\p{Cc}\p{Co}\p{Cn}]/u.test(text)) return text;
  return name.replace(BYTES, (run) => "\uFFFD".repeat(run.length / LEAD_AND_REST));
}

/**
 * A path that a program gave to us without being able to: characters stand in it that are in no name, for bytes that it
 * could not read. Where one file alone can be meant it is that; else null.
 */
export async function meantBy(path: string): Promise<string | null> {
  const { root } = parse(path);
  let found = root;
  for (const name of path.slice(root.length).split(sep)) {
    if (!name.includes("\uFFFD")) {
      found = join(found, name);
      continue;
    }
    const names = await readdir(openable(found), { encoding: "buffer" });
    const [only, ...others] = names.filter((bytes) => bytes.toString() === name);
    if (only === undefined || others.length > 0) return null;
    found = join(found, nameOfBytes(only));
  }
  return found;
}
