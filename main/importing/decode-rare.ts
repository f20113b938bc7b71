/**
 * Encodings of Chinese text that TextDecoder knows nothing of: UTF-32, and HZ (RFC 1843) and ISO-2022-CN (RFC 1922) as old
 * mail and news have them.
 */
import { chineseShare } from "./encoding-likelihood.ts";

/** The text, and the encoding of the Encoding Standard that its characters are of; null where it is in neither. */
export interface RareText {
  readonly text: string;
  readonly encoding: "utf-8" | "gb18030";
}

export function decodeRare(bytes: Uint8Array): RareText | null {
  const order = utf32Order(bytes);
  if (order !== null) return { text: utf32Text(bytes, order), encoding: "utf-8" };
  if (bytes.some((byte) => byte >= 0x80)) return null;
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = hzText(source) ?? switchedText(source);
  return text === null ? null : { text, encoding: "gb18030" };
}

/** Code points looked at: what is no UTF-32 shows it in the first. */
const SAMPLE = 1024;

/** The last code point is 10FFFF, so that of four bytes one is always zero and its neighbour small. */
export function utf32Order(bytes: Uint8Array): "little" | "big" | null {
  if (bytes.length < 8 || bytes.length % 4 !== 0) return null;
  const end = Math.min(bytes.length, SAMPLE * 4);
  const isAll = (high: number, next: number) => {
    for (let at = 0; at < end; at += 4) {
      const isNothing = bytes[at] === 0 && bytes[at + 1] === 0 && bytes[at + 2] === 0 && bytes[at + 3] === 0;
      if (bytes[at + high] !== 0 || (bytes[at + next] ?? 0) > 0x10 || isNothing) return false;
    }
    return true;
  };
  if (isAll(0, 1)) return "big";
  return isAll(3, 2) ? "little" : null;
}

function utf32Text(bytes: Uint8Array, order: "little" | "big"): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    const point = view.getUint32(at, order === "little");
    const isCharacter = point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
    if (point !== 0xfeff || at > 0) pieces.push(isCharacter ? String.fromCodePoint(point) : "\uFFFD");
  }
  return pieces.join("");
}

/** From `~{` to `~}` or the line's end two bytes of seven bits are a character of GB2312; `~~` is a tilde. */
const HZ_RUN = /~\{((?:[\x21-\x77][\x21-\x7e])*)(?:~\}|(?=\r?\n|$))/g;

/** Other texts hold such signs as well: what stands between them must be Chinese. */
const CHINESE_SHARE = 0.3;

function hzText(source: Buffer): string | null {
  if (!source.includes("~{")) return null;
  let chinese = "";
  const text = source
    .toString("latin1")
    .replace(/~\r?\n/g, "")
    .replace(HZ_RUN, (_run, characters: string) => {
      const decoded = fromSevenBits(characters);
      chinese += decoded;
      return decoded;
    })
    .replaceAll("~~", "~");
  return chinese !== "" && chineseShare(chinese) >= CHINESE_SHARE ? text : null;
}

/**
 * ESC $ ) names the set of characters (A: GB2312; E, G, H: others, which are damage here) that stands from SO to SI or the
 * line's end; ESC $ A is followed by GB2312 at once, up to the next ESC.
 */
const SWITCHED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the encoding consists of them
  /\x1b\$[)*+]([A-Z])|\x0e([\x21-\x7e]*)\x0f?|\x1b\$A((?:[\x21-\x7e]{2})*)(?:\x1b\([BJ])?|\x1bN[\x21-\x7e]{2}|\x0f/g;

function switchedText(source: Buffer): string | null {
  if (!source.includes("\x1b$")) return null;
  if (source.includes("\x1b$B")) return japaneseText(source);
  let set = "";
  let switched = "";
  const text = source
    .toString("latin1")
    .replace(SWITCHED, (sign, named?: string, run?: string, atOnce?: string) => {
      if (named !== undefined) set = named;
      const decoded = atOnce ?? (set === "A" ? run : undefined);
      if (decoded !== undefined) {
        switched += fromSevenBits(decoded);
        return fromSevenBits(decoded);
      }
      if (run === undefined) return sign.startsWith("\x1bN") ? "\uFFFD" : "";
      const lost = set === "" ? "" : "\uFFFD".repeat(Math.ceil(run.length / 2));
      switched += lost;
      return lost;
    });
  const readable = switched.replaceAll("\uFFFD", "");
  return switched === "" || (readable !== "" && chineseShare(readable) < CHINESE_SHARE) ? null : text;
}

/** Null where its characters are not far more than what is damage in them: program texts and logs hold such signs too. */
function japaneseText(source: Buffer): string | null {
  const text = new TextDecoder("iso-2022-jp").decode(source);
  const count = (sign: RegExp) => text.match(sign)?.length ?? 0;
  const characters = count(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  return characters > 3 * count(/\uFFFD/g) ? text : null;
}

/** Two bytes of seven bits a character, as GB2312 has them with the eighth. */
function fromSevenBits(characters: string): string {
  return new TextDecoder("gb18030").decode(Buffer.from(characters, "latin1").map((byte) => byte | 0x80));
}
