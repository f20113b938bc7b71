/**
 * Zip archives, read entry by entry out of bytes in memory; nothing is written anywhere. What an archive says of its
 * sizes is not believed: inflating stops at a limit, one for an entry and one for all that is read of the archive.
 * Where the directory at the end is lost, the entries are looked for from the front.
 */
import { constants, crc32, inflateRawSync } from "node:zlib";
import { FailureError } from "../../preload/model/result.ts";
import { decodeText } from "./decode-text.ts";

const MEGABYTE = 1024 * 1024;

export interface ZipLimits {
  /** Bytes, unpacked, of one entry. */
  readonly entry: number;
  /** Bytes, unpacked, of all entries that are read, each time they are. */
  readonly total: number;
  readonly entries: number;
}

/** A reader process may take 1 GB for a file: what is unpacked must leave room for what is made of it. */
export const usualZipLimits: ZipLimits = { entry: 200 * MEGABYTE, total: 400 * MEGABYTE, entries: 65_536 };

export interface ZipEntry {
  /** With `/` between folders, never absolute and never leading out of the archive. */
  readonly name: string;
  readonly encrypted: boolean;
}

interface Placed extends ZipEntry {
  readonly method: number;
  readonly crc: number;
  /** Where the packed bytes begin and end. */
  readonly start: number;
  readonly end: number;
}

export interface Unpacked {
  readonly bytes: Uint8Array;
  /** Whether all is there, and as the checksum says. */
  readonly whole: boolean;
}

const SIGNATURE = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, end64: 0x06064b50 };
const LOCAL_HEADER_BYTES = 30;
const CENTRAL_HEADER_BYTES = 46;
const END_RECORD_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const WIDE = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;
/** Stored, deflated, deflate64, bzip2, LZMA, Zstandard, xz, PPMd, and what AES locks. */
const LOCKED_METHODS: ReadonlySet<number> = new Set([STORED, DEFLATED, 9, 12, 14, 93, 95, 98, 99]);

/** Whether the bytes begin as a zip archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes.length >= END_RECORD_BYTES &&
    bytes[0] === 0x50 &&
    bytes[1] === 0x4b &&
    bytes[2] === 3 &&
    bytes[3] === 4
  );
}

export class ZipArchive {
  readonly #bytes: Uint8Array;
  readonly #limits: ZipLimits;
  readonly #entries = new Map<string, Placed>();
  #left: number;
  /** Whether the directory was lost, so that entries may be missing. */
  readonly damaged: boolean;

  /** Names that lead out of the archive: no part of it, and never read. */
  readonly outside: readonly string[];

  /** Throws `FailureError`: unreadable where not one entry is found, empty where all are folders, too-many-files. */
  constructor(bytes: Uint8Array, limits: ZipLimits = usualZipLimits) {
    this.#bytes = bytes;
    this.#limits = limits;
    this.#left = limits.total;
    const listed = directory(bytes, limits.entries);
    this.damaged = listed === null;
    const outside: string[] = [];
    for (const entry of listed ?? scanned(bytes, limits.entries)) {
      if (entry.name === "" || entry.name.endsWith("/")) continue;
      // Of two entries with one name the first is what every program shows.
      if (!isInside(entry.name)) outside.push(entry.name);
      else if (!this.#entries.has(entry.name)) this.#entries.set(entry.name, entry);
    }
    this.outside = outside;
    if (this.#entries.size > 0) return;
    const isOnlyFolders = listed !== null && listed.length > 0 && outside.length === 0;
    throw new FailureError(isOnlyFolders ? "empty" : "unreadable");
  }

  /** In the archive's order, without folders and without names that lead out of the archive. */
  get entries(): readonly ZipEntry[] {
    return [...this.#entries.values()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** Null where there is no such entry or nothing of it can be unpacked. Throws `FailureError`: encrypted, too-large. */
  read(name: string): Unpacked | null {
    const entry = this.#entries.get(name);
    if (entry === undefined) return null;
    // A lock is believed of an entry that is packed in some way that there is, and is there.
    const isPacked = LOCKED_METHODS.has(entry.method) && entry.end <= this.#bytes.length;
    if (entry.encrypted && isPacked) throw new FailureError("encrypted");
    if (entry.encrypted) return null;
    const packed = this.#bytes.subarray(entry.start, Math.min(entry.end, this.#bytes.length));
    const { entry: largest, total } = this.#limits;
    const stated = this.#left < largest ? total : largest;
    const bytes = unpack(packed, entry.method, { most: Math.min(largest, this.#left), stated });
    if (bytes === null || (bytes.length === 0 && entry.crc !== 0)) return null;
    this.#left -= bytes.length;
    return { bytes, whole: crc32(bytes) === entry.crc };
  }
}

/** `stated`: the limit as a failure names it, not what others have left of it. */
interface Room {
  readonly most: number;
  readonly stated: number;
}

function unpack(packed: Uint8Array, method: number, { most, stated }: Room): Uint8Array | null {
  if (method === STORED) {
    if (packed.length > most) throw tooLarge(stated);
    return packed;
  }
  if (method !== DEFLATED) return null;
  try {
    // Flushing where the data ends yields what a cut-off entry still holds.
    return inflateRawSync(packed, {
      maxOutputLength: Math.max(1, most),
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(stated);
    return null;
  }
}

function tooLarge(limit: number): FailureError {
  return new FailureError("too-large", { limit: Math.round(limit / MEGABYTE) });
}

/** Zip slip: a name that would lie elsewhere than in the archive is no part of it. */
function isInside(name: string): boolean {
  if (name.startsWith("/") || /^[a-z]:/i.test(name)) return false;
  return !name.includes("\0") && !name.split("/").includes("..");
}

/** The entries that the archive's own directory lists; null where there is none, or none that holds together. */
function directory(bytes: Uint8Array, most: number): readonly Placed[] | null {
  const view = viewOf(bytes);
  const end = endRecord(view);
  if (end === null) return null;
  const entries: Placed[] = [];
  for (let at = end.start, index = 0; index < end.count; index++) {
    if (at + CENTRAL_HEADER_BYTES > bytes.length || view.getUint32(at, true) !== SIGNATURE.central)
      return null;
    if (index >= most) throw new FailureError("too-many-files", { limit: most });
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    );
    const nameAt = at + CENTRAL_HEADER_BYTES;
    const extraAt = nameAt + (nameLength ?? 0);
    const next = extraAt + (extraLength ?? 0) + (commentLength ?? 0);
    if (next > bytes.length) return null;
    const sizes = wideSizes(view, extraAt, extraLength ?? 0, {
      unpacked: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      local: view.getUint32(at + 42, true),
    });
    const start = dataStart(view, sizes.local);
    if (start !== null) {
      entries.push({
        ...header(view, bytes.subarray(nameAt, extraAt), at + 8),
        crc: view.getUint32(at + 16, true),
        start,
        end: start + sizes.packed,
      });
    }
    at = next;
  }
  return entries;
}

/** What both kinds of header say of an entry, from their flags on. */
function header(view: DataView, name: Uint8Array, flagsAt: number): Omit<Placed, "crc" | "start" | "end"> {
  const flags = view.getUint16(flagsAt, true);
  return {
    name: entryName(name, (flags & 0x800) !== 0),
    encrypted: (flags & 1) === 1,
    method: view.getUint16(flagsAt + 2, true),
  };
}

/** Names are UTF-8 where the flag says so; Chinese Windows writes GBK without a flag, and some write UTF-8 without one. */
function entryName(bytes: Uint8Array, utf8: boolean): string {
  const name = utf8 ? new TextDecoder().decode(bytes) : decodeText(bytes, { declared: "gb18030" }).text;
  return name.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
}

function endRecord(view: DataView): { readonly start: number; readonly count: number } | null {
  const earliest = Math.max(0, view.byteLength - END_RECORD_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_RECORD_BYTES; at >= earliest; at--) {
    if (view.getUint32(at, true) !== SIGNATURE.end) continue;
    const found = { start: view.getUint32(at + 16, true), count: view.getUint16(at + 10, true) };
    return found.start === WIDE || found.count === 0xffff ? wideEndRecord(view, at) : found;
  }
  return null;
}

/** Zip64: a locator of 20 bytes before the end record says where the wide one stands. */
function wideEndRecord(
  view: DataView,
  end: number,
): { readonly start: number; readonly count: number } | null {
  const locator = end - 20;
  if (locator < 0) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (!(at + 56 <= view.byteLength) || view.getUint32(at, true) !== SIGNATURE.end64) return null;
  return { start: Number(view.getBigUint64(at + 48, true)), count: Number(view.getBigUint64(at + 32, true)) };
}

interface Sizes {
  readonly unpacked: number;
  readonly packed: number;
  readonly local: number;
}

/** Zip64: the values too wide for the header stand in an extra field, in this order, and only they. */
function wideSizes(view: DataView, extraAt: number, extraLength: number, sizes: Sizes): Sizes {
  const end = Math.min(extraAt + extraLength, view.byteLength);
  for (let at = extraAt; at + 4 <= end; ) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let valueAt = at + 4;
      const wide = (value: number): number => {
        if (value !== WIDE || valueAt + 8 > end) return value;
        valueAt += 8;
        return Number(view.getBigUint64(valueAt - 8, true));
      };
      return { unpacked: wide(sizes.unpacked), packed: wide(sizes.packed), local: wide(sizes.local) };
    }
    at += 4 + length;
  }
  return sizes;
}

function dataStart(view: DataView, local: number): number | null {
  if (!(local + LOCAL_HEADER_BYTES <= view.byteLength) || view.getUint32(local, true) !== SIGNATURE.local)
    return null;
  return local + LOCAL_HEADER_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
}

/** Entries found by their own headers, where the directory is cut off. */
function scanned(bytes: Uint8Array, most: number): readonly Placed[] {
  const view = viewOf(bytes);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Placed[] = [];
  for (let at = buffer.indexOf("PK\x03\x04", 0, "latin1"); at !== -1 && entries.length < most; ) {
    const start = dataStart(view, at);
    if (start === null) break;
    const packed = view.getUint32(at + 18, true);
    const name = bytes.subarray(
      at + LOCAL_HEADER_BYTES,
      at + LOCAL_HEADER_BYTES + view.getUint16(at + 26, true),
    );
    // A size written only after the data leaves zero here: the entry then reaches to the next header.
    const next = buffer.indexOf(
      "PK\x03\x04",
      packed > 0 ? Math.min(start + packed, bytes.length) : start,
      "latin1",
    );
    const end = packed > 0 ? start + packed : next === -1 ? bytes.length : next;
    entries.push({ ...header(view, name, at + 6), crc: view.getUint32(at + 14, true), start, end });
    at = next;
  }
  return entries;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
