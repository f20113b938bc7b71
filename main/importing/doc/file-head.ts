/** The head of a Word 97–2003 file (FIB, MS-DOC 2.5): how long each of its texts is, and where its tables lie. */
import { FailureError } from "../../../preload/model/result.ts";
import { CompoundFile } from "./compound-file.ts";

const WORD_97 = 0xa5ec;
/** Of Word 1.0 to 95, in the West and in the East. */
const OLDER: ReadonlySet<number> = new Set([0xa59b, 0xa5db, 0xa5dc, 0xa697, 0xa698, 0xa699]);

const FLAGS = 0x0a;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;

/** Where the lengths of the texts stand, in the order of the texts themselves. */
const LENGTHS = {
  main: 0x4c,
  footnotes: 0x50,
  headers: 0x54,
  macros: 0x58,
  comments: 0x5c,
  endnotes: 0x60,
  boxes: 0x64,
  headerBoxes: 0x68,
} as const;

/** Where a table's place and length stand: FibRgFcLcb97, eight bytes each. */
const TABLES = 0x9a;
const TABLE_NUMBERS = {
  styles: 1,
  footnoteMarks: 2,
  footnoteTexts: 3,
  headerTexts: 11,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  shapes: 40,
  endnoteMarks: 46,
  endnoteTexts: 47,
  boxTexts: 56,
  lists: 73,
  listOverrides: 74,
} as const;

export type StoryName = keyof typeof LENGTHS;

/** Where one of a file's texts lies among all its characters. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

export interface WordFile {
  /** The stream that holds the text and the pages of properties. */
  readonly document: Buffer;
  /** Large values that other places point to. */
  readonly data: Buffer;
  readonly stories: Readonly<Record<StoryName, Extent>>;
  /** A table by its name; empty where the file has none. `more`: with all that follows it. */
  readonly table: (name: keyof typeof TABLE_NUMBERS, more?: "and what follows") => Buffer;
}

/** Throws `FailureError`: encrypted, unsupported-format for Word 95 and older, unreadable. */
export function openWordFile(bytes: Uint8Array): WordFile {
  const file = new CompoundFile(bytes);
  const document = file.stream("WordDocument");
  if (document === null || document.length < 0x200) throw new FailureError("unreadable");
  const magic = document.readUInt16LE(0);
  if (OLDER.has(magic)) throw new FailureError("unsupported-format");
  if (magic !== WORD_97) throw new FailureError("unreadable");
  const flags = document.readUInt16LE(FLAGS);
  if ((flags & ENCRYPTED) !== 0) throw new FailureError("encrypted");
  const [first, second] = (flags & SECOND_TABLE) === 0 ? ["0Table", "1Table"] : ["1Table", "0Table"];
  const tables = file.stream(first ?? "") ?? file.stream(second ?? "");
  if (tables === null) throw new FailureError("unreadable");
  return {
    document,
    data: file.stream("Data") ?? Buffer.alloc(0),
    stories: storiesOf(document),
    table: (name, more) => {
      const at = TABLES + TABLE_NUMBERS[name] * 8;
      const start = document.readUInt32LE(at);
      const length = document.readUInt32LE(at + 4);
      if (length === 0) return Buffer.alloc(0);
      return more === undefined ? tables.subarray(start, start + length) : tables.subarray(start);
    },
  };
}

function storiesOf(document: Buffer): Readonly<Record<StoryName, Extent>> {
  let start = 0;
  const extent = (name: StoryName): Extent => {
    const before = start;
    start += document.readUInt32LE(LENGTHS[name]);
    return { start: before, end: start };
  };
  return {
    main: extent("main"),
    footnotes: extent("footnotes"),
    headers: extent("headers"),
    macros: extent("macros"),
    comments: extent("comments"),
    endnotes: extent("endnotes"),
    boxes: extent("boxes"),
    headerBoxes: extent("headerBoxes"),
  };
}
