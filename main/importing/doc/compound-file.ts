/** Compound files (MS-CFB), in which Word 97–2003 keeps its streams. Bounded: circles of sectors end, and nothing is read twice. */
import { FailureError } from "../../../preload/model/result.ts";
import { utf16Text } from "./utf16.ts";

const SIGNATURE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/** Numbers of sectors from here on mean something else: free, end of a chain. */
const LAST_SECTOR = 0xfffffff9;
const NOTHING = 0xffffffff;

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** Sectors of the allocation table that the header itself lists. */
const LISTED_IN_HEADER = 109;

const STREAM = 2;
const ROOT = 5;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

export class CompoundFile {
  readonly #bytes: Buffer;
  readonly #sectorBytes: number;
  readonly #miniBytes: number;
  /** Smaller streams lie in the mini stream. */
  readonly #smallest: number;
  readonly #table: readonly number[];
  readonly #miniTable: readonly number[];
  readonly #miniStream: Buffer;
  readonly #streams = new Map<string, Entry>();

  /** Throws `FailureError`: unreadable for what is no compound file, or has lost its directory. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEADER_BYTES || this.#bytes.toString("latin1", 0, 8) !== SIGNATURE) {
      throw new FailureError("unreadable");
    }
    this.#sectorBytes = this.#bytes.readUInt16LE(30) === 12 ? 4096 : 512;
    this.#miniBytes = 64;
    this.#smallest = this.#bytes.readUInt32LE(56);
    this.#table = numbersOf(this.#sectors(this.#tableSectors()));
    const entries = entriesOf(this.#chained(this.#bytes.readUInt32LE(48)));
    const root = entries.find(({ type }) => type === ROOT);
    if (root === undefined) throw new FailureError("unreadable");
    this.#miniTable = numbersOf(this.#chained(this.#bytes.readUInt32LE(60)));
    this.#miniStream = this.#chained(root.start).subarray(0, root.size);
    for (const entry of siblings(entries, root.child)) {
      if (entry.type === STREAM) this.#streams.set(entry.name.toLowerCase(), entry);
    }
  }

  has(name: string): boolean {
    return this.#streams.has(name.toLowerCase());
  }

  /** A stream of the root folder, whichever case its name is written in; as far as the file goes. Null where there is none. */
  stream(name: string): Buffer | null {
    const entry = this.#streams.get(name.toLowerCase());
    if (entry === undefined) return null;
    if (entry.size >= this.#smallest) return this.#chained(entry.start).subarray(0, entry.size);
    const parts = chain(entry.start, this.#miniTable).map((number) =>
      this.#miniStream.subarray(number * this.#miniBytes, (number + 1) * this.#miniBytes),
    );
    return Buffer.concat(parts).subarray(0, entry.size);
  }

  #sector(number: number): Buffer {
    return this.#bytes.subarray((number + 1) * this.#sectorBytes, (number + 2) * this.#sectorBytes);
  }

  #sectors(numbers: readonly number[]): Buffer {
    return Buffer.concat(numbers.map((number) => this.#sector(number)));
  }

  #chained(start: number): Buffer {
    return this.#sectors(chain(start, this.#table));
  }

  /** The sectors of the allocation table, as the header and the sectors that go on with its list name them. */
  #tableSectors(): readonly number[] {
    const most = Math.ceil(this.#bytes.length / this.#sectorBytes);
    const found = new Set<number>();
    const add = (list: Buffer) => {
      for (const number of numbersOf(list)) if (number < most) found.add(number);
    };
    add(this.#bytes.subarray(76, 76 + LISTED_IN_HEADER * 4));
    const seen = new Set<number>();
    for (let next = this.#bytes.readUInt32LE(68); next < most && !seen.has(next); ) {
      seen.add(next);
      const sector = this.#sector(next);
      if (sector.length < this.#sectorBytes) break;
      add(sector.subarray(0, -4));
      next = sector.readUInt32LE(sector.length - 4);
    }
    return [...found];
  }
}

/** The sectors of a chain, up to where it ends, leaves the table, or comes back to itself. */
function chain(start: number, table: readonly number[]): readonly number[] {
  const seen = new Set<number>();
  for (let number = start; number <= LAST_SECTOR && number < table.length && !seen.has(number); ) {
    seen.add(number);
    number = table[number] ?? NOTHING;
  }
  return [...seen];
}

function numbersOf(bytes: Buffer): readonly number[] {
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32LE(index * 4));
}

function entriesOf(directory: Buffer): readonly Entry[] {
  return Array.from({ length: Math.floor(directory.length / ENTRY_BYTES) }, (_, index) => {
    const entry = directory.subarray(index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES);
    const nameBytes = Math.max(0, Math.min(entry.readUInt16LE(64), 64) - 2);
    return {
      name: utf16Text(entry.subarray(0, nameBytes)),
      type: entry.readUInt8(66),
      left: entry.readUInt32LE(68),
      right: entry.readUInt32LE(72),
      child: entry.readUInt32LE(76),
      start: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    };
  });
}

/** The entries of a folder form a tree; a circle in it ends. */
function siblings(entries: readonly Entry[], top: number): readonly Entry[] {
  const seen = new Set<number>();
  const waiting = [top];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index];
    if (entry === undefined || seen.has(index)) continue;
    seen.add(index);
    waiting.push(entry.left, entry.right);
  }
  return [...seen].flatMap((index) => entries[index] ?? []);
}
