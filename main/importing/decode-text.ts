/**
 * Bytes → text. Order of trust: the caller's choice, a byte order mark, the shape of UTF-16 and UTF-8, what the file
 * says of itself, statistics. One bad byte costs one character, never the file.
 */
import { analyse } from "chardet";

export interface DecodedText {
  readonly text: string;
  /** A label of the Encoding Standard, lower case. */
  readonly encoding: string;
  /** How many replacement characters stand for bytes that could not be decoded. */
  readonly damaged: number;
}

export interface DecodingHints {
  /** Chosen by a person: used as it is. An unknown label is ignored. */
  readonly encoding?: string | undefined;
  /** What the file claims, such as an HTML `meta charset`: believed only when the bytes agree. */
  readonly declared?: string | undefined;
}

/** Statistics need no more than this; longer samples only cost time. */
const SAMPLE_BYTES = 64 * 1024;

/** UTF-8 with at most this share of its non-ASCII bytes broken is damaged UTF-8, not another encoding. */
const TOLERATED_DAMAGE = 0.1;

/** Encodings that a Chinese office meets, the likelier first: the order decides between equals. */
const LIKELY_ENCODINGS = ["gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "windows-1252"] as const;

export function decodeText(bytes: Uint8Array, hints: DecodingHints = {}): DecodedText {
  const encoding =
    knownLabel(hints.encoding) ??
    markedEncoding(bytes) ??
    utf16Without(bytes) ??
    (mostlyUtf8(bytes) ? "utf-8" : (agreeing(bytes, knownLabel(hints.declared)) ?? guessed(bytes)));
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, damaged: count(text, "\uFFFD") };
}

/** Whether the bytes are UTF-16, with or without a mark: the only text in which NUL bytes stand. */
export function isUtf16(bytes: Uint8Array): boolean {
  const encoding = markedEncoding(bytes) ?? utf16Without(bytes);
  return encoding === "utf-16le" || encoding === "utf-16be";
}

function knownLabel(label: string | undefined): string | null {
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
 * UTF-16 without a mark shows itself by its high bytes: spaces, digits and line ends have a zero there, and Chinese
 * text keeps to few values of it, while both halves of any other encoding vary alike.
 */
function utf16Without(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  if (length < 4 || bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  for (let index = 0; index < length; index++) {
    if (bytes[index] === 0) zeros[index & 1] = (zeros[index & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return null;
  const candidate = odd > even ? "utf-16le" : "utf-16be";
  const text = new TextDecoder(candidate).decode(bytes.subarray(0, length));
  return looksLikeWriting(text) ? candidate : null;
}

/** Writing is letters, Han characters, punctuation and white space; binary data read as UTF-16 strews over the plane. */
function looksLikeWriting(text: string): boolean {
  let sound = 0;
  for (const character of text) {
    if (/[\p{Script=Han}\p{Script=Latin}\p{Nd}\p{P}\p{Sc}\s]/u.test(character)) sound++;
    else if (/[\p{Cc}\p{Cn}\p{Co}\p{Cs}]/u.test(character)) sound -= 4;
    else sound += 0.7;
  }
  return sound > 0.6 * text.length;
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
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE_BYTES));
  const odd = text.match(/[\uFFFD\p{Cn}\p{Co}]|(?![\t\n\r\f])\p{Cc}/gu)?.length ?? 0;
  return odd / Math.max(1, text.length);
}

function guessed(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const confidence = new Map<string, number>();
  for (const match of analyse(sample)) {
    const label = knownLabel(match.name);
    if (label !== null) confidence.set(label, Math.max(confidence.get(label) ?? 0, match.confidence));
  }
  let best: string = LIKELY_ENCODINGS[0];
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const encoding of new Set<string>([...LIKELY_ENCODINGS, ...confidence.keys()])) {
    if (encoding.startsWith("utf-")) continue;
    const score = (confidence.get(encoding) ?? 0) / 100 - 5 * oddities(bytes, encoding);
    if (score > bestScore) {
      best = encoding;
      bestScore = score;
    }
  }
  return best;
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found++;
  return found;
}
