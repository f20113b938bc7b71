/** Word 97–2003 files for the tests, written from their paragraphs and properties (MS-DOC): the same bytes every time. */
import { makeCompound } from "./make-compound.ts";

/** A property: its code, then its value's bytes. */
export type Sprm = readonly [code: number, ...value: number[]];

export interface DocRun {
  readonly text: string;
  readonly sprms: readonly Sprm[];
}

export interface DocParagraph {
  readonly runs: readonly DocRun[];
  readonly style: number;
  readonly sprms: readonly Sprm[];
  /** The character that ends it: a paragraph's mark, a cell's, a section's; none for a text that goes on. */
  readonly mark: string;
  /** Properties of the mark itself. */
  readonly markSprms: readonly Sprm[];
}

export interface DocStyle {
  /** The number that Word's own styles bear in every file; 0xffe for those of users. */
  readonly builtIn: number;
  readonly name: string;
  readonly base?: number;
  readonly isCharacter?: boolean;
  readonly sprms?: readonly Sprm[];
  readonly characters?: readonly Sprm[];
}

export interface DocLevel {
  readonly format: number;
  /** `%1` is this level's number, or that of a level above. */
  readonly text: string;
  readonly start?: number;
  readonly digits?: boolean;
}

export interface DocParts {
  readonly body: readonly DocParagraph[];
  /** By their numbers, from 0. */
  readonly styles?: readonly DocStyle[];
  /** Each with its levels; paragraphs name them by numbers from 1 on. */
  readonly lists?: readonly (readonly DocLevel[])[];
  readonly fonts?: readonly string[];
  /** In the order of the marks (`\x02` with the property of special characters) in the body. */
  readonly footnotes?: readonly DocParagraph[];
  readonly endnotes?: readonly DocParagraph[];
  readonly header?: readonly DocParagraph[];
  readonly footer?: readonly DocParagraph[];
  readonly comments?: readonly DocParagraph[];
  /** Each with the place in the text that it is anchored at. */
  readonly boxes?: readonly { readonly anchor: number; readonly paragraphs: readonly DocParagraph[] }[];
  /** Where the text is divided: each piece lies in the file before the one that it follows in the text. */
  readonly pieces?: readonly number[];
  /** One byte a character, as Word writes Western text. */
  readonly narrow?: boolean;
  readonly magic?: number;
  readonly flags?: number;
  /** Further streams. */
  readonly streams?: Readonly<Record<string, Uint8Array>>;
  /** The name of the stream with the text. */
  readonly stream?: string;
}

export function para(
  runs: string | readonly DocRun[],
  sprms: readonly Sprm[] = [],
  more: Partial<DocParagraph> = {},
): DocParagraph {
  return {
    runs: typeof runs === "string" ? [run(runs)] : runs,
    ...{ style: 0, sprms, mark: "\r", markSprms: [] },
    ...more,
  };
}

export function run(text: string, ...sprms: readonly Sprm[]): DocRun {
  return { text, sprms };
}

const IN_TABLE: Sprm = [0x2416, 1];
export const SPECIAL: Sprm = [0x0855, 1];
export const DELETED: Sprm = [0x0800, 1];

export interface DocCell {
  readonly paragraphs: readonly DocParagraph[];
  readonly right: number;
  /** As MS-DOC's TCGRF has them: 0x20 goes on from above, 0x60 begins a cell that goes on. */
  readonly flags?: number;
}

/** A row of a table: its cells' paragraphs, the last of each ending in a cell's mark, then the row's own end. */
export function row(cells: readonly DocCell[], left = 0): readonly DocParagraph[] {
  const edges = [left, ...cells.map(({ right }) => right)];
  const definition = [
    cells.length,
    ...edges.flatMap((edge) => [edge & 0xff, (edge >> 8) & 0xff]),
    ...cells.flatMap(({ flags = 0 }) => [flags & 0xff, flags >> 8, ...Array<number>(18).fill(0)]),
  ];
  const length = definition.length + 1;
  return [
    ...cells.flatMap(({ paragraphs }) =>
      paragraphs.map((one, index) => ({
        ...one,
        sprms: [...one.sprms, IN_TABLE],
        mark: index === paragraphs.length - 1 ? "\x07" : one.mark,
      })),
    ),
    para("", [IN_TABLE, [0x2417, 1], [0xd608, length & 0xff, length >> 8, ...definition]], { mark: "\x07" }),
  ];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly list: Buffer;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  /** Where it lies in the file. */
  readonly place: number;
}

export function makeDoc(parts: DocParts): Buffer {
  const writing = new DocWriting(parts);
  const name = parts.stream ?? "WordDocument";
  return makeCompound({ [name]: writing.document, "1Table": writing.tables, ...parts.streams });
}

const TEXT_AT = 0x800;
const PAGE = 512;

class DocWriting {
  document: Buffer;
  tables: Buffer = Buffer.alloc(0);
  readonly #head = Buffer.alloc(TEXT_AT);
  readonly #parts: DocParts;
  #text = "";
  readonly #characters: Stretch[] = [];
  readonly #paragraphs: Stretch[] = [];

  constructor(parts: DocParts) {
    this.#parts = parts;
    this.#writeStories();
    const pieces = this.#pieces();
    const text = Buffer.alloc(Math.ceil((this.#text.length * this.#width) / PAGE) * PAGE);
    for (const { start, end, place } of pieces) {
      text.write(this.#text.slice(start, end), place - TEXT_AT, this.#width === 1 ? "latin1" : "utf16le");
    }
    const pagesAt = TEXT_AT + text.length;
    const characters = pagesOf(this.#placed(this.#characters, pieces), "characters");
    const paragraphs = pagesOf(this.#placed(this.#paragraphs, pieces), "paragraphs");
    this.#table(12, pageTable(characters, pagesAt / PAGE));
    this.#table(13, pageTable(paragraphs, pagesAt / PAGE + characters.length));
    this.#writePieces(pieces);
    this.#table(1, styleSheet(parts.styles ?? [{ builtIn: 0, name: "Normal" }]));
    this.#table(15, fontTable(parts.fonts ?? []));
    this.#writeLists();
    this.#head.writeUInt16LE(parts.magic ?? 0xa5ec, 0);
    this.#head.writeUInt16LE(0xc1, 2);
    this.#head.writeUInt16LE(0x0200 | (parts.flags ?? 0), 0x0a);
    this.#head.writeUInt16LE(0xbf, 0x0c);
    this.#head.writeUInt32LE(TEXT_AT, 0x18);
    this.#head.writeUInt32LE(pagesAt, 0x1c);
    this.#head.writeUInt16LE(0x0e, 0x20);
    this.#head.writeUInt16LE(0x16, 0x3e);
    this.#head.writeUInt16LE(0x5d, 0x98);
    this.document = Buffer.concat([
      this.#head,
      text,
      ...characters.map(({ page }) => page),
      ...paragraphs.map(({ page }) => page),
    ]);
    this.#head.writeUInt32LE(this.document.length, 0x40);
    this.document.writeUInt32LE(this.document.length, 0x40);
  }

  get #width(): 1 | 2 {
    return this.#parts.narrow === true ? 1 : 2;
  }

  #writeStories(): void {
    const {
      body,
      footnotes = [],
      header = [],
      footer = [],
      comments = [],
      endnotes = [],
      boxes = [],
    } = this.#parts;
    const story = (at: number, groups: readonly (readonly DocParagraph[])[]): readonly number[] => {
      const from = this.#text.length;
      const places = groups.map((paragraphs) => {
        const place = this.#text.length - from;
        for (const paragraph of paragraphs) this.#writeParagraph(paragraph);
        return place;
      });
      if (from > 0 && groups.length > 0) this.#writeParagraph(para(""));
      this.#head.writeUInt32LE(this.#text.length - from, at);
      return [...places, Math.max(0, this.#text.length - from - 1), this.#text.length - from];
    };
    story(0x4c, [body]);
    const mainLength = this.#text.length;
    const marks = [...this.#text].flatMap((character, index) => (character === "\x02" ? [index] : []));
    const noteTexts = story(
      0x50,
      footnotes.map((one) => [one]),
    );
    const headers = story(0x54, header.length + footer.length > 0 ? [header, footer] : []);
    story(
      0x5c,
      comments.map((one) => [one]),
    );
    const endTexts = story(
      0x60,
      endnotes.map((one) => [one]),
    );
    const boxTexts = story(
      0x64,
      boxes.map(({ paragraphs }) => paragraphs),
    );
    if (footnotes.length > 0) {
      const own = marks.slice(0, footnotes.length);
      this.#table(
        2,
        places(
          [...own, mainLength],
          own.map(() => Buffer.from([1, 0])),
        ),
      );
      this.#table(3, places(noteTexts, []));
    }
    if (endnotes.length > 0) {
      const own = marks.slice(footnotes.length);
      this.#table(
        46,
        places(
          [...own, mainLength],
          own.map(() => Buffer.from([1, 0])),
        ),
      );
      this.#table(47, places(endTexts, []));
    }
    if (header.length + footer.length > 0) {
      const [, middle = 0, end = 0] = headers;
      // Six texts of notes, an even page's header, then the usual one, two footers likewise, and nothing else.
      this.#table(11, places([0, 0, 0, 0, 0, 0, 0, 0, middle, middle, end, end, end, end + 1], []));
    }
    if (boxes.length > 0) {
      const shapes = boxes.map((_, index) => withNumber(Buffer.alloc(26), 1025 + index, 0));
      this.#table(40, places([...boxes.map(({ anchor }) => anchor), mainLength], shapes));
      const ends = [...boxes, null].map((_, index) => withNumber(Buffer.alloc(22), 1025 + index, 14));
      this.#table(56, places(boxTexts, ends));
    }
  }

  #writeParagraph({ runs, style, sprms, mark, markSprms }: DocParagraph): void {
    const start = this.#text.length;
    for (const { text, sprms: own } of [...runs, { text: mark, sprms: markSprms }]) {
      if (text === "") continue;
      const from = this.#text.length;
      this.#text += text;
      this.#characters.push({ start: from, end: this.#text.length, list: listOf(own) });
    }
    const list = Buffer.concat([Buffer.from([style & 0xff, style >> 8]), listOf(sprms)]);
    this.#paragraphs.push({ start, end: this.#text.length, list });
  }

  #pieces(): readonly Piece[] {
    const cuts = [0, ...(this.#parts.pieces ?? []), this.#text.length];
    let place = TEXT_AT;
    return cuts
      .slice(0, -1)
      .map((start, index) => ({ start, end: cuts[index + 1] ?? start }))
      .reverse()
      .map(({ start, end }) => {
        const own = place;
        place += (end - start) * this.#width;
        return { start, end, place: own };
      })
      .reverse();
  }

  /** By places in the file, cut where a piece ends. */
  #placed(stretches: readonly Stretch[], pieces: readonly Piece[]): readonly Stretch[] {
    return pieces
      .flatMap((piece) =>
        stretches.flatMap(({ start, end, list }) => {
          const [from, to] = [Math.max(start, piece.start), Math.min(end, piece.end)];
          const at = (position: number) => piece.place + (position - piece.start) * this.#width;
          return from < to ? [{ start: at(from), end: at(to), list }] : [];
        }),
      )
      .sort((one, other) => one.start - other.start);
  }

  #writePieces(pieces: readonly Piece[]): void {
    const descriptors = pieces.map(({ place }) =>
      withNumber(Buffer.alloc(8), this.#width === 2 ? place : (place * 2) | 0x40000000, 2),
    );
    const list = places([...pieces.map(({ start }) => start), this.#text.length], descriptors);
    this.#table(33, Buffer.concat([Buffer.from([2]), withNumber(Buffer.alloc(4), list.length, 0), list]));
  }

  #writeLists(): void {
    const { lists = [] } = this.#parts;
    if (lists.length === 0) return;
    const entries = lists.map((levels, index) => {
      const entry = withNumber(Buffer.alloc(28), 100 + index, 0);
      entry.writeUInt8(levels.length === 1 ? 1 : 0, 26);
      return entry;
    });
    const levels = lists.flatMap((own) =>
      Array.from({ length: own.length === 1 ? 1 : 9 }, (_, index) => levelOf(own[index])),
    );
    const count = Buffer.from([lists.length, 0]);
    // The levels stand behind the table and are not counted in its length.
    this.#table(73, Buffer.concat([count, ...entries]), Buffer.concat(levels));
    const overrides = lists.map((_, index) => withNumber(Buffer.alloc(16), 100 + index, 0));
    const data = lists.map(() => Buffer.alloc(4, 0xff));
    this.#table(74, Buffer.concat([withNumber(Buffer.alloc(4), lists.length, 0), ...overrides, ...data]));
  }

  #table(number: number, bytes: Buffer, behind = Buffer.alloc(0)): void {
    this.#head.writeUInt32LE(this.tables.length, 0x9a + number * 8);
    this.#head.writeUInt32LE(bytes.length, 0x9a + number * 8 + 4);
    this.tables = Buffer.concat([this.tables, bytes, behind]);
  }
}

function listOf(sprms: readonly Sprm[]): Buffer {
  return Buffer.from(sprms.flatMap(([code, ...value]) => [code & 0xff, code >> 8, ...value]));
}

function withNumber(bytes: Buffer, value: number, at: number): Buffer {
  bytes.writeUInt32LE(value >>> 0, at);
  return bytes;
}

/** Places, then the values between them. */
function places(all: readonly number[], values: readonly Buffer[]): Buffer {
  return Buffer.concat([...all.map((place) => withNumber(Buffer.alloc(4), place, 0)), ...values]);
}

interface PropertyPage {
  readonly page: Buffer;
  readonly start: number;
  readonly end: number;
}

/** Pages of properties: places from the front, lists from the back. */
function pagesOf(stretches: readonly Stretch[], kind: "characters" | "paragraphs"): readonly PropertyPage[] {
  const entryBytes = kind === "characters" ? 1 : 13;
  const pages: PropertyPage[] = [];
  for (let first = 0; first < stretches.length; ) {
    let count = 0;
    let used = 5;
    for (const { list } of stretches.slice(first)) {
      const more = 4 + entryBytes + list.length + 4;
      if (used + more > PAGE) break;
      used += more;
      count++;
    }
    if (count === 0) throw new Error("properties too long for a page");
    pages.push(pageOf(stretches.slice(first, first + count), kind));
    first += count;
  }
  return pages;
}

function pageOf(stretches: readonly Stretch[], kind: "characters" | "paragraphs"): PropertyPage {
  const page = Buffer.alloc(PAGE);
  const entryBytes = kind === "characters" ? 1 : 13;
  let free = PAGE - 2;
  for (const [index, { start, end, list }] of stretches.entries()) {
    page.writeUInt32LE(start, index * 4);
    page.writeUInt32LE(end, (index + 1) * 4);
    if (list.length === 0) continue;
    const words = Math.ceil(list.length / 2);
    const isEven = list.length % 2 === 0;
    const head = kind === "characters" ? [list.length] : isEven ? [0, words] : [words];
    free = (free - head.length - list.length) & ~1;
    Buffer.concat([Buffer.from(head), list]).copy(page, free);
    page.writeUInt8(free / 2, (stretches.length + 1) * 4 + index * entryBytes);
  }
  page.writeUInt8(stretches.length, PAGE - 1);
  return { page, start: stretches[0]?.start ?? 0, end: stretches.at(-1)?.end ?? 0 };
}

function pageTable(pages: readonly PropertyPage[], firstPage: number): Buffer {
  const numbers = pages.map((_, index) => withNumber(Buffer.alloc(4), firstPage + index, 0));
  return places([...pages.map(({ start }) => start), pages.at(-1)?.end ?? 0], numbers);
}

function styleSheet(styles: readonly DocStyle[]): Buffer {
  const head = Buffer.alloc(20);
  head.writeUInt16LE(18, 0);
  head.writeUInt16LE(styles.length, 2);
  head.writeUInt16LE(10, 4);
  return Buffer.concat([head, ...styles.map(styleOf)]);
}

function styleOf(
  { builtIn, name, base, isCharacter = false, sprms = [], characters = [] }: DocStyle,
  index: number,
) {
  const fixed = Buffer.alloc(10);
  fixed.writeUInt16LE(builtIn, 0);
  fixed.writeUInt16LE((isCharacter ? 2 : 1) | ((base ?? 0xfff) << 4), 2);
  fixed.writeUInt16LE((isCharacter ? 1 : 2) | (index << 4), 4);
  const paragraph = Buffer.concat([Buffer.from([index & 0xff, index >> 8]), listOf(sprms)]);
  const lists = isCharacter ? [listOf(characters)] : [paragraph, listOf(characters)];
  const written = lists.flatMap((list) => [
    Buffer.from([list.length & 0xff, list.length >> 8]),
    list,
    Buffer.alloc(list.length % 2),
  ]);
  const nameBytes = Buffer.concat([Buffer.from([name.length, 0]), Buffer.from(`${name}\0`, "utf16le")]);
  const bytes = Buffer.concat([fixed, nameBytes, ...written]);
  return Buffer.concat([Buffer.from([bytes.length & 0xff, bytes.length >> 8]), bytes]);
}

function fontTable(names: readonly string[]): Buffer {
  const entries = names.map((name) => {
    const bytes = Buffer.concat([Buffer.alloc(39), Buffer.from(`${name}\0`, "utf16le")]);
    return Buffer.concat([Buffer.from([bytes.length]), bytes]);
  });
  return Buffer.concat([Buffer.from([names.length, 0, 0, 0]), ...entries]);
}

function levelOf({ format, text, start = 1, digits = false }: DocLevel = { format: 255, text: "" }): Buffer {
  const fixed = withNumber(Buffer.alloc(28), start, 0);
  fixed.writeUInt8(format, 4);
  fixed.writeUInt8(digits ? 4 : 0, 5);
  const shown = text.replace(/%([1-9])/g, (_match, digit: string) => String.fromCharCode(Number(digit) - 1));
  [...shown]
    .filter((character) => character < "\t")
    .forEach((character, index) => {
      fixed.writeUInt8(shown.indexOf(character) + 1, 6 + index);
    });
  return Buffer.concat([fixed, Buffer.from([shown.length, 0]), Buffer.from(shown, "utf16le")]);
}
