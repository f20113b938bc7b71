/** Properties in a Word 97–2003 file (sprm, MS-DOC 2.2.5): codes with values, and the pages that say where each list of them holds. */

export interface Property {
  readonly code: number;
  readonly value: Buffer;
}

export const DEFINE_TABLE = 0xd608;
const CHANGE_TABS = 0xc615;

/** Bytes of a value by the kind that the code's highest bits name; the seventh kind states its own length. */
const VALUE_BYTES = [1, 1, 2, 4, 2, 2, 0, 3] as const;
const OWN_LENGTH = 6;

/** Up to where the list breaks off. */
export function propertiesOf(list: Buffer): readonly Property[] {
  const found: Property[] = [];
  for (let at = 0; at + 3 <= list.length; ) {
    const code = list.readUInt16LE(at);
    const kind = code >> 13;
    const start = kind === OWN_LENGTH ? at + (code === DEFINE_TABLE ? 4 : 3) : at + 2;
    const end = kind === OWN_LENGTH ? start + ownLength(list, at, code) : start + (VALUE_BYTES[kind] ?? 0);
    if (end > list.length) break;
    found.push({ code, value: list.subarray(start, end) });
    at = end;
  }
  return found;
}

function ownLength(list: Buffer, at: number, code: number): number {
  // A table's definition counts in two bytes, and one byte too many.
  if (code === DEFINE_TABLE) {
    return at + 4 <= list.length ? Math.max(0, list.readUInt16LE(at + 2) - 1) : list.length;
  }
  const length = list.readUInt8(at + 2);
  if (code !== CHANGE_TABS || length !== 255) return length;
  const deleted = at + 3 < list.length ? list.readUInt8(at + 3) : 0;
  const addedAt = at + 4 + deleted * 4;
  const added = addedAt < list.length ? list.readUInt8(addedAt) : 0;
  return 2 + deleted * 4 + added * 3;
}

/** A value of one, two or four bytes as a number without sign. */
export function numberIn({ value }: Property): number {
  return value.length === 0 ? 0 : value.readUIntLE(0, Math.min(value.length, 4));
}

/** Properties that hold from one place in the document's stream to another, in bytes. */
export interface PropertyRun {
  readonly start: number;
  readonly end: number;
  /** The number of the paragraph's style; 0 for characters. */
  readonly style: number;
  readonly list: Buffer;
}

const PAGE_BYTES = 512;
const NO_PROPERTIES = Buffer.alloc(0);

/** What all pages say that a table of pages names, in the order of places. */
export function propertyRuns(
  document: Buffer,
  pages: Buffer,
  kind: "characters" | "paragraphs",
): readonly PropertyRun[] {
  const count = Math.min(Math.floor((pages.length - 4) / 8), Math.ceil(document.length / PAGE_BYTES));
  const runs: PropertyRun[] = [];
  for (let index = 0; index < count; index++) {
    const number = pages.readUInt32LE((Math.floor((pages.length - 4) / 8) + 1) * 4 + index * 4) & 0x3fffff;
    const page = document.subarray(number * PAGE_BYTES, (number + 1) * PAGE_BYTES);
    if (page.length === PAGE_BYTES) for (const run of runsOfPage(page, kind)) runs.push(run);
  }
  return runs.sort((one, other) => one.start - other.start);
}

function runsOfPage(page: Buffer, kind: "characters" | "paragraphs"): readonly PropertyRun[] {
  const entryBytes = kind === "characters" ? 1 : 13;
  const most = Math.floor((PAGE_BYTES - 5) / (4 + entryBytes));
  const count = Math.min(page.readUInt8(PAGE_BYTES - 1), most);
  return Array.from({ length: count }, (_, index) => {
    const place = page.readUInt8((count + 1) * 4 + index * entryBytes) * 2;
    const [start, end] = [page.readUInt32LE(index * 4), page.readUInt32LE((index + 1) * 4)];
    const list = place === 0 ? NO_PROPERTIES : listAt(page, place, kind);
    if (kind === "characters") return { start, end, style: 0, list };
    const style = list.length < 2 ? 0 : list.readUInt16LE(0);
    return { start, end, style, list: list.subarray(2) };
  });
}

/** Lengths count bytes for characters; for paragraphs words, less one byte, or words after a zero. */
function listAt(page: Buffer, place: number, kind: "characters" | "paragraphs"): Buffer {
  const length = page.readUInt8(place);
  if (kind === "characters") return page.subarray(place + 1, place + 1 + length);
  if (length > 0) return page.subarray(place + 1, place + length * 2);
  if (place + 1 >= PAGE_BYTES) return NO_PROPERTIES;
  return page.subarray(place + 2, place + 2 + page.readUInt8(place + 1) * 2);
}

/** The last of the runs that begins at `place` or before it, if it reaches there. */
export function runAt(runs: readonly PropertyRun[], place: number): PropertyRun | undefined {
  const run = runs[firstAfter(runs, place) - 1];
  return run !== undefined && place < run.end ? run : undefined;
}

/** The index of the first run that begins after `place`. */
export function firstAfter(runs: readonly PropertyRun[], place: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
