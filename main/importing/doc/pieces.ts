/** The text of a Word 97–2003 file: pieces of the stream, in the order in which they are read (MS-DOC 2.4.1). */
import { FailureError } from "../../../preload/model/result.ts";
import type { PropertyRun } from "./properties.ts";
import { firstAfter, runAt } from "./properties.ts";
import { utf16Text } from "./utf16.ts";

interface Piece {
  /** Where it stands among the characters. */
  readonly start: number;
  readonly end: number;
  /** Where it lies in the stream. */
  readonly place: number;
  /** Bytes a character. */
  readonly width: 1 | 2;
  /** What was changed of the whole piece in quick saving. */
  readonly changes: Buffer;
}

/** Properties that hold over a stretch of the text. */
export interface TextRun {
  readonly start: number;
  readonly end: number;
  readonly lists: readonly Buffer[];
}

const CHANGES = 1;
const PIECES = 2;
const ONE_BYTE_EACH = 0x40000000;

export class WordText {
  readonly text: string;
  readonly #pieces: readonly Piece[];

  /** Throws `FailureError`: unreadable where no list of pieces is found. */
  constructor(document: Buffer, pieceTable: Buffer) {
    this.#pieces = piecesOf(pieceTable, document.length);
    if (this.#pieces.length === 0) throw new FailureError("unreadable");
    this.text = this.#pieces.map((piece) => textOf(document, piece)).join("");
  }

  /** What `runs`, by places in the stream, say of the characters from `start` to `end`: every character once, in order. */
  runs(start: number, end: number, runs: readonly PropertyRun[]): readonly TextRun[] {
    const found: TextRun[] = [];
    for (let at = this.#pieceIndex(start); at < this.#pieces.length; at++) {
      const piece = this.#pieces[at];
      if (piece === undefined || piece.start >= end) break;
      addRuns(found, piece, Math.max(start, piece.start), Math.min(end, piece.end), runs);
    }
    return found;
  }

  /** What `runs` say of the paragraph that ends with the character at `position`. */
  paragraph(
    position: number,
    runs: readonly PropertyRun[],
  ): { readonly style: number; readonly lists: readonly Buffer[] } {
    const piece = this.#pieces[this.#pieceIndex(position)];
    if (piece === undefined) return { style: 0, lists: [] };
    const run = runAt(runs, piece.place + (position - piece.start) * piece.width);
    return { style: run?.style ?? 0, lists: [...(run === undefined ? [] : [run.list]), piece.changes] };
  }

  /** Whether a paragraph's properties end right after the character at `position`. */
  isParagraphEnd(position: number, runs: readonly PropertyRun[]): boolean {
    const piece = this.#pieces[this.#pieceIndex(position)];
    if (piece === undefined) return false;
    const place = piece.place + (position - piece.start) * piece.width;
    return runAt(runs, place)?.end === place + piece.width;
  }

  /** The piece that holds the character, or the first one after it. */
  #pieceIndex(position: number): number {
    let [low, high] = [0, this.#pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.end ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function addRuns(
  found: TextRun[],
  piece: Piece,
  start: number,
  end: number,
  runs: readonly PropertyRun[],
): void {
  const placeOf = (position: number) => piece.place + (position - piece.start) * piece.width;
  const positionOf = (place: number) => piece.start + Math.ceil((place - piece.place) / piece.width);
  const add = (to: number, list: Buffer | null) => {
    const from = found.at(-1)?.end ?? start;
    if (to <= Math.max(from, start)) return;
    const lists = [...(list === null ? [] : [list]), piece.changes].filter(({ length }) => length > 0);
    found.push({ start: Math.max(from, start), end: to, lists });
  };
  const last = placeOf(end);
  for (let at = Math.max(0, firstAfter(runs, placeOf(start)) - 1); at < runs.length; at++) {
    const run = runs[at];
    if (run === undefined || run.start >= last) break;
    if (run.end <= placeOf(start)) continue;
    add(Math.min(end, positionOf(run.start)), null);
    add(Math.min(end, positionOf(run.end)), run.list);
  }
  add(end, null);
}

/** The pieces as far as they lie in the stream, none of whose bytes is counted twice over. */
function piecesOf(table: Buffer, available: number): readonly Piece[] {
  const changes: Buffer[] = [];
  let at = 0;
  for (; at + 3 <= table.length && table[at] === CHANGES; at += 3 + table.readUInt16LE(at + 1)) {
    changes.push(table.subarray(at + 3, at + 3 + table.readUInt16LE(at + 1)));
  }
  if (at + 5 > table.length || table[at] !== PIECES) return [];
  const list = table.subarray(at + 5, at + 5 + table.readUInt32LE(at + 1));
  const count = Math.floor((list.length - 4) / 12);
  const pieces: Piece[] = [];
  let left = available;
  for (let index = 0; index < count; index++) {
    const start = list.readUInt32LE(index * 4);
    const descriptor = (count + 1) * 4 + index * 8;
    const stated = list.readUInt32LE(descriptor + 2);
    const width = (stated & ONE_BYTE_EACH) === 0 ? 2 : 1;
    const place = width === 2 ? stated & 0x3fffffff : (stated & 0x3fffffff) >> 1;
    const fits = Math.floor(Math.max(0, Math.min(available - place, left)) / width);
    const stands = list.readUInt32LE((index + 1) * 4) - start;
    const length = Math.min(stands, fits);
    if (start !== (pieces.at(-1)?.end ?? 0) || length <= 0) break;
    const change = changeOf(list.readUInt16LE(descriptor + 6), changes);
    pieces.push({ start, end: start + length, place, width, changes: change });
    left -= length * width;
    if (length < stands) break;
  }
  return pieces;
}

/** One property in two bytes, or the number of a list of them (Prm, MS-DOC 2.9.205). */
function changeOf(stated: number, changes: readonly Buffer[]): Buffer {
  if (stated === 0) return Buffer.alloc(0);
  if ((stated & 1) === 1) return changes[stated >> 1] ?? Buffer.alloc(0);
  const code = SHORT_CODES.get((stated >> 1) & 0x7f);
  if (code === undefined) return Buffer.alloc(0);
  return Buffer.from([code & 0xff, code >> 8, stated >> 8]);
}

/** Of the codes that have a short form those that are looked at here: deleted, hidden, aligned, outline level. */
const SHORT_CODES: ReadonlyMap<number, number> = new Map([
  [0x05, 0x2403],
  [0x41, 0x0800],
  [0x55, 0x0835],
  [0x56, 0x0836],
  [0x57, 0x0837],
  [0x5c, 0x083c],
  [0x5e, 0x2a3e],
  [0x68, 0x2a48],
]);

function textOf(document: Buffer, { start, end, place, width }: Piece): string {
  const bytes = document.subarray(place, place + (end - start) * width);
  return width === 2 ? utf16Text(bytes) : new TextDecoder("windows-1252").decode(bytes);
}
