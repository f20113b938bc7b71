/**
 * Bytes → text. Order of trust: the caller's choice, a byte order mark, the shape of UTF-16 and UTF-8, what the file
 * says of itself, how likely the text is. One bad byte costs one character, never the file.
 */
import { analyse } from "chardet";
import { decodeRare, utf32Order } from "./decode-rare.ts";
import { CERTAIN_FROM_BITS, chineseShare, likeliest, textCost } from "./encoding-likelihood.ts";

export interface DecodedText {
  readonly text: string;
  /** A label of the Encoding Standard, lower case. */
  readonly encoding: string;
  /** How many replacement characters stand for bytes that could not be decoded. */
  readonly damaged: number;
  /** The encoding is a guess that little speaks for: a person should look. */
  readonly unsure: boolean;
}

export interface DecodingHints {
  /** Chosen by a person: used as it is. An unknown label is ignored. */
  readonly encoding?: string | undefined;
  /** What the file claims, such as an HTML `meta charset`: believed only when the bytes agree. */
  readonly declared?: string | undefined;
}

/** Statistics need no more than this; longer samples only cost time. */
const SAMPLE_BYTES = 32 * 1024;

/** UTF-8 with at most this share of its non-ASCII bytes broken is damaged UTF-8, not another encoding. */
const TOLERATED_DAMAGE = 0.1;

/** Encodings that a Chinese office meets. */
const LIKELY_ENCODINGS = ["gb18030", "big5", "windows-1252", "shift_jis", "euc-jp", "euc-kr"] as const;

/** UTF-16 of Han alone has no byte that shows it: so much of it must be what Chinese text mostly consists of. */
const CHINESE_SHARE = 0.35;

/** Sequences of UTF-8 from here on cannot be an accident of another encoding. */
const ACCIDENTAL_BYTES = 24;

export function decodeText(bytes: Uint8Array, hints: DecodingHints = {}): DecodedText {
  const chosen = knownLabel(hints.encoding);
  const rare = chosen === null ? decodeRare(bytes) : null;
  if (rare !== null) return { ...rare, damaged: count(rare.text, "\uFFFD"), unsure: false };
  const marked = chosen ?? markedEncoding(bytes) ?? utf16Without(bytes);
  if (marked !== null) return decoded(bytes, marked);
  const claimed = knownLabel(hints.declared);
  if (mostlyUtf8(bytes)) {
    // What says that it is UTF-8, and is, is so by no accident: its no-break space is not 聽.
    const accidental = claimed !== "utf-8" && isAccidentalUtf8(bytes);
    return accidental ? guessed(bytes, ["utf-8"]) : decoded(bytes, "utf-8");
  }
  const declared = agreeing(bytes, claimed);
  if (declared !== null) return decoded(bytes, declared);
  return mixed(bytes) ?? guessed(bytes, []);
}

function decoded(bytes: Uint8Array, encoding: string, unsure = false): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, damaged: count(text, "\uFFFD"), unsure };
}

/** Whether the bytes are UTF-16 or UTF-32, with or without a mark: they alone have zeros in a text. */
export function isWideText(bytes: Uint8Array): boolean {
  if (utf32Order(bytes) !== null) return true;
  const encoding = markedEncoding(bytes) ?? utf16Without(bytes);
  return encoding === "utf-16le" || encoding === "utf-16be";
}

/** The encoding that a label means, GB18030 for its subsets; null for one that nothing bears. */
export function knownLabel(label: string | undefined): string | null {
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label.trim());
    // GBK and GB2312 are subsets of GB18030, and files that claim the smaller often hold the larger.
    return encoding === "gbk" ? "gb18030" : encoding;
  } catch {
    return null;
  }
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/**
 * UTF-16 without a mark shows itself by zeros (the high bytes of spaces, digits and line ends; the low one of 一), which
 * no other encoding has anywhere; and Han text without any of those by consisting of common characters.
 */
function utf16Without(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  if (length < 4 || bytes.length % 2 !== 0) return null;
  const sample = bytes.subarray(0, length);
  if (!sample.includes(0)) return utf16OfHan(sample);
  const [little, big] = [
    new TextDecoder("utf-16le").decode(sample),
    new TextDecoder("utf-16be").decode(sample),
  ];
  const isLittle = textCost(little) <= textCost(big);
  if (!looksLikeWriting(isLittle ? little : big)) return null;
  return isLittle ? "utf-16le" : "utf-16be";
}

function utf16OfHan(sample: Uint8Array): "utf-16le" | "utf-16be" | null {
  // Either order makes Han of every byte pair of UTF-8 or ASCII only by chance; nothing is worth a look but bytes of neither.
  if (mostlyUtf8(sample)) return null;
  const { encoding } = likeliest(sample, ["utf-16le", "utf-16be", ...LIKELY_ENCODINGS]);
  if (encoding !== "utf-16le" && encoding !== "utf-16be") return null;
  return chineseShare(new TextDecoder(encoding).decode(sample)) >= CHINESE_SHARE ? encoding : null;
}

/** Writing is letters, Han characters, punctuation and white space; binary data read as UTF-16 strews over the plane. */
function looksLikeWriting(text: string): boolean {
  let sound = 0;
  for (const character of text) {
    if (/[\p{Script=Han}\p{Script=Latin}\p{Nd}\p{P}\p{Sc}\s]/u.test(character)) sound++;
    else if (/[\p{Cc}\p{Cn}\p{Co}\p{Cs}]/u.test(character)) sound -= 4;
    else sound += 0.7;
  }
  // Writing of whatever language has spaces, digits or Latin letters in it, or else is Chinese.
  return sound > 0.6 * text.length && (/[\t\n\r -~]/u.test(text) || chineseShare(text) >= CHINESE_SHARE);
}

function mostlyUtf8(bytes: Uint8Array): boolean {
  if (decodesCleanly(bytes, "utf-8")) return true;
  let whole = 0;
  let broken = 0;
  for (let index = 0; index < bytes.length; ) {
    const length = utf8SequenceLength(bytes, index);
    if (length > 1) whole += length;
    if (length === 0) broken++;
    index += Math.max(1, length);
  }
  return broken <= TOLERATED_DAMAGE * whole;
}

/** 1 for ASCII, 2–4 for a whole sequence, 0 for a byte that is part of none. */
function utf8SequenceLength(bytes: Uint8Array, start: number): number {
  const first = bytes[start] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (first >= 0xf5 || length === 0) return 0;
  for (let offset = 1; offset < length; offset++) {
    if (((bytes[start + offset] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

function decodesCleanly(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function agreeing(bytes: Uint8Array, declared: string | null): string | null {
  if (declared === null || declared.startsWith("utf-")) return null;
  return oddities(bytes, declared) <= 0.01 ? declared : null;
}

/** The share of characters that real text hardly holds: undecodable, unassigned, private, control. */
function oddities(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(sampleOf(bytes));
  const odd = text.match(/[\uFFFD\p{Cn}\p{Co}]|(?![\t\n\r\f])\p{Cc}/gu)?.length ?? 0;
  return odd / Math.max(1, text.length);
}

/** Few bytes, all in sequences of two: GBK text of one or two words can look like that. */
function isAccidentalUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  for (let index = 0; index < bytes.length; ) {
    const length = utf8SequenceLength(bytes, index);
    if (length > 2 || whole > ACCIDENTAL_BYTES) return false;
    if (length === 2) whole += length;
    index += Math.max(1, length);
  }
  return whole > 0;
}

/**
 * Two texts of different encodings joined into one file: lines that are UTF-8 beyond doubt are read so, the others as
 * what they are likeliest to be. Null where no line is UTF-8.
 */
function mixed(bytes: Uint8Array): DecodedText | null {
  const lines = linesOf(bytes);
  const isUtf8 = lines.map(
    (line) => line.some((byte) => byte >= 0x80) && mostlyUtf8(line) && !isAccidentalUtf8(line),
  );
  if (!isUtf8.includes(true)) return null;
  const others = Buffer.concat(lines.filter((_, index) => !isUtf8[index]));
  const { encoding } = guessed(others, []);
  const text = lines.map((line, index) => decoded(line, isUtf8[index] ? "utf-8" : encoding).text).join("");
  // Odd bytes among UTF-8 are damage to it wherever they would not become writing.
  if (textCost(text) > textCost(new TextDecoder().decode(bytes))) return decoded(bytes, "utf-8", true);
  return { text, encoding, damaged: count(text, "\uFFFD"), unsure: true };
}

/** Each with its line feed. */
function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start) + 1 || bytes.length;
    lines.push(bytes.subarray(start, end));
    start = end;
  }
  return lines;
}

/** Of what stands beyond ASCII: less of it is common in no Chinese text, and hardly in a list of names. */
const COMMON_AT_LEAST = 0.3;
const COMMON_IN_NAMES = 0.1;

/** `also`: encodings to think of besides the usual ones. */
function guessed(bytes: Uint8Array, also: readonly string[]): DecodedText {
  const sample = sampleOf(bytes);
  const own = likeliest(sample, [...also, ...LIKELY_ENCODINGS]);
  const common = commonShare(sample, own.encoding);
  // Writing of other peoples is known by its statistics alone, and only asked for where this is none of ours.
  const isForeign = common < COMMON_IN_NAMES || oddities(bytes, own.encoding) > 0.05;
  const other = isForeign ? statistically(sample) : null;
  const unsure = own.certainty < CERTAIN_FROM_BITS || common < COMMON_AT_LEAST || isForeign;
  return decoded(bytes, other ?? own.encoding, unsure);
}

/** The share of common characters in Han text; 1 where there is too little or none of that to tell. */
function commonShare(sample: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(sample).replace(/\p{ASCII}/gu, "");
  const isHan = text.length >= 20 && /\p{Script=Han}/u.test(text) && !/\p{Script=Hiragana}/u.test(text);
  return isHan ? chineseShare(text) : 1;
}

function statistically(sample: Uint8Array): string | null {
  const [best] = analyse(sample).filter(({ name, confidence }) => confidence >= 40 && !/^UTF/i.test(name));
  return best === undefined ? null : knownLabel(best.name);
}

/** From the first byte beyond ASCII on, so that a long English preface does not hide what follows it. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 0x80),
  );
  const start = first < SAMPLE_BYTES / 2 ? 0 : bytes.lastIndexOf(0x0a, first) + 1;
  return bytes.subarray(start, start + SAMPLE_BYTES);
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found++;
  return found;
}
