/** PDF files for the tests, written object by object: the same bytes every time, with everything where they say. */
import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";

/** A line of text: `x` and `y`, its baseline's beginning, in points from the upper left corner. */
export interface PdfText {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
  /**
   * Not embedded, with text in the encoding that their standard tables tell. `hidden`: a font that tells nothing;
   * `disguised`: one whose letters, each as wide as a Chinese one, are called as bytes are; `dingbats`: signs, likewise;
   * `drawn`: one of A to H, drawn as boxes and called nothing.
   */
  readonly font?: (typeof FONTS)[number] | undefined;
  /** Degrees, clockwise. */
  readonly turned?: number | undefined;
}

export interface PdfPicture {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** A JPEG as it is, or grey pixels. */
  readonly jpeg?: Uint8Array | undefined;
  readonly grey?: { readonly width: number; readonly height: number; readonly shade: number } | undefined;
}

export interface PdfPage {
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: number;
  readonly texts?: readonly PdfText[];
  readonly pictures?: readonly PdfPicture[];
  /** From point to point. */
  readonly lines?: readonly (readonly [x0: number, y0: number, x1: number, y1: number])[];
  /** Operators of one's own, after all else. */
  readonly operators?: string;
}

export interface PdfOutline {
  readonly title: string;
  readonly items?: readonly PdfOutline[];
}

export interface PdfContents {
  readonly pages: readonly PdfPage[];
  readonly info?: Readonly<Record<string, string>>;
  readonly outline?: readonly PdfOutline[];
  /** Locks the file (RC4, 40 bits), so that it opens with this alone. Only for files without texts outside pages. */
  readonly password?: string;
}

const A4 = { width: 595, height: 842 };

/** Adobe's GB1 characters 1–95 are ASCII, half as wide as the others. */
const cidFont = (name: string) =>
  `<</Type/Font/Subtype/CIDFontType0/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500]/FontDescriptor<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>>>`;
const composite = (name: string, encoding: string) =>
  `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/${encoding}/DescendantFonts[${cidFont(name)}]>>`;

const RADICAL_MAP = `/CIDInit/ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end`;

/** The fonts, by what the texts call them; `hidden` maps its letters to the private use area. */
const FONTS = [
  "song",
  "hei",
  "column",
  "latin",
  "radical",
  "hidden",
  "disguised",
  "dingbats",
  "drawn",
] as const;

class Objects {
  readonly #objects: Buffer[] = [];
  readonly #key: Buffer | null;

  constructor(key: Buffer | null) {
    this.#key = key;
  }

  add(content: string | Buffer): number {
    this.#objects.push(Buffer.isBuffer(content) ? content : Buffer.from(content, "latin1"));
    return this.#objects.length;
  }

  /** A number for an object that is told later. */
  reserve(): number {
    return this.add("null");
  }

  set(number: number, content: string): void {
    this.#objects[number - 1] = Buffer.from(content, "latin1");
  }

  stream(plain: Uint8Array, entries = ""): number {
    const content = this.#key === null ? plain : locked(this.#key, this.#objects.length + 1, plain);
    const head = `<<${entries}/Length ${content.length}>>\nstream\n`;
    return this.add(Buffer.concat([Buffer.from(head), content, Buffer.from("\nendstream")]));
  }

  file(trailer: string): Buffer {
    const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
    let at = parts[0]?.length ?? 0;
    const places = this.#objects.map((object, index) => {
      const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]);
      const place = at;
      parts.push(part);
      at += part.length;
      return place;
    });
    const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
    parts.push(Buffer.from(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n${table}`));
    parts.push(
      Buffer.from(`trailer\n<</Size ${places.length + 1}${trailer}>>\nstartxref\n${at}\n%%EOF\n`, "latin1"),
    );
    return Buffer.concat(parts);
  }
}

export function makePdf({ pages, info = {}, outline = [], password }: PdfContents): Buffer {
  const lock = password === undefined ? null : lockOf(password);
  const objects = new Objects(lock === null ? null : lock.key);
  const root = objects.reserve();
  const tree = objects.reserve();
  const fonts = fontObjects(objects);
  const kids = pages.map((page) => pageObject(objects, page, tree, fonts));
  objects.set(
    tree,
    `<</Type/Pages/Kids[${kids.map((kid) => `${kid} 0 R`).join(" ")}]/Count ${kids.length}>>`,
  );
  const outlines = outline.length === 0 ? "" : `/Outlines ${outlineObject(objects, outline)} 0 R`;
  objects.set(root, `<</Type/Catalog/Pages ${tree} 0 R${outlines}>>`);
  const entries = Object.entries(info).map(([key, value]) => `/${key}${hexString(value)}`);
  const properties = objects.add(`<<${entries.join("")}>>`);
  return objects.file(`/Root ${root} 0 R/Info ${properties} 0 R${lock?.trailer ?? ""}`);
}

/** What a password is filled up with (ISO 32000, 7.6.4.3). */
const PADDING = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");
const DOCUMENT_ID = Buffer.alloc(16, 7);
const PERMISSIONS = Buffer.from([0xfc, 0xff, 0xff, 0xff]);

function lockOf(password: string): { readonly key: Buffer; readonly trailer: string } {
  const padded = Buffer.concat([Buffer.from(password, "latin1"), PADDING]).subarray(0, 32);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const key = md5(Buffer.concat([padded, owner, PERMISSIONS, DOCUMENT_ID])).subarray(0, 5);
  const user = rc4(key, PADDING);
  const id = DOCUMENT_ID.toString("hex");
  return {
    key,
    trailer: `/ID[<${id}><${id}>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${owner.toString("hex")}>/U<${user.toString("hex")}>>>`,
  };
}

function locked(key: Buffer, number: number, plain: Uint8Array): Buffer {
  const own = Buffer.from([number & 0xff, (number >> 8) & 0xff, (number >> 16) & 0xff, 0, 0]);
  return rc4(md5(Buffer.concat([key, own])).subarray(0, 10), plain);
}

function md5(bytes: Uint8Array): Buffer {
  return createHash("md5").update(bytes).digest();
}

function rc4(key: Uint8Array, plain: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (one: number, other: number) => {
    [state[one], state[other]] = [state[other] ?? 0, state[one] ?? 0];
  };
  for (let index = 0, at = 0; index < 256; index++) {
    at = (at + (state[index] ?? 0) + (key[index % key.length] ?? 0)) & 255;
    swap(index, at);
  }
  let [index, at] = [0, 0];
  return Buffer.from(plain).map((byte) => {
    index = (index + 1) & 255;
    at = (at + (state[index] ?? 0)) & 255;
    swap(index, at);
    return byte ^ (state[((state[index] ?? 0) + (state[at] ?? 0)) & 255] ?? 0);
  }) as Buffer;
}

function fontObjects(objects: Objects): string {
  const map = objects.stream(Buffer.from(RADICAL_MAP));
  const hidden = objects.stream(
    Buffer.from(RADICAL_MAP.replace("<0000> <FFFF> <0000>", "<0000> <0FFF> <E000>")),
  );
  const numbers = [
    composite("STSong", "UniGB-UCS2-H"),
    composite("SimHei", "UniGB-UCS2-H"),
    composite("STSong", "UniGB-UCS2-V"),
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    composite("ABCDEF+Kaiti", "Identity-H").replace(">>]>>", `>>]/ToUnicode ${map} 0 R>>`),
    composite("ABCDEF+Hidden", "Identity-H").replace(">>]>>", `>>]/ToUnicode ${hidden} 0 R>>`),
    `<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Book/Encoding/WinAnsiEncoding/FirstChar 1/LastChar 255/Widths[${"1000 ".repeat(255)}]/FontDescriptor<</Type/FontDescriptor/FontName/ABCDEF+Book/Flags 32/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>>>`,
    "<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>",
    drawnFont(objects),
  ].map((font) => objects.add(font));
  return FONTS.map((name, index) => `/${name} ${numbers[index]} 0 R`).join("");
}

function drawnFont(objects: Objects): string {
  const box = objects.stream(Buffer.from("1000 0 0 0 1000 1000 d1 100 0 800 700 re f"));
  const names = Array.from("ABCDEFGH", (_, index) => `uniE00${index}`);
  return `<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[0.001 0 0 0.001 0 0]/Resources<<>>/FirstChar 65/LastChar 72/Widths[${"1000 ".repeat(8)}]/Encoding<</Type/Encoding/Differences[65/${names.join("/")}]>>/CharProcs<<${names.map((name) => `/${name} ${box} 0 R`).join("")}>>>>`;
}

function pageObject(objects: Objects, page: PdfPage, tree: number, fonts: string): number {
  const { width = A4.width, height = A4.height, texts = [], pictures = [], lines = [] } = page;
  const images = pictures.map((picture) => imageObject(objects, picture));
  const operators = [
    ...pictures.map(
      ({ x, y, width: wide, height: high }, index) =>
        `q ${wide} 0 0 ${high} ${x} ${height - y - high} cm /I${index} Do Q`,
    ),
    ...lines.map(([x0, y0, x1, y1]) => `${x0} ${height - y0} m ${x1} ${height - y1} l S`),
    ...texts.map((text) => showText(text, height)),
    page.operators ?? "",
  ];
  const contents = objects.stream(
    deflateSync(Buffer.from(operators.join("\n"), "latin1")),
    "/Filter/FlateDecode",
  );
  const named = images.map((number, index) => `/I${index} ${number} 0 R`).join("");
  const rotate = page.rotate === undefined ? "" : `/Rotate ${page.rotate}`;
  return objects.add(
    `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 ${width} ${height}]${rotate}/Resources<</Font<<${fonts}>>/XObject<<${named}>>>>/Contents ${contents} 0 R>>`,
  );
}

function showText({ x, y, size, text, font = "song", turned = 0 }: PdfText, height: number): string {
  const radians = (-turned * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)].map((value) => value.toFixed(5));
  const matrix = turned === 0 ? "1 0 0 1" : `${cos} ${sin} ${-Number(sin)} ${cos}`;
  const shown =
    font === "latin" || font === "disguised" || font === "dingbats" || font === "drawn"
      ? `(${text.replace(/[\\()]/g, "\\$&")})`
      : `<${Buffer.from(text, "utf16le").swap16().toString("hex")}>`;
  return `BT /${font} ${size} Tf ${matrix} ${x} ${height - y} Tm ${shown} Tj ET`;
}

function imageObject(objects: Objects, { jpeg, grey }: PdfPicture): number {
  if (jpeg !== undefined) {
    const [width, height] = jpegSize(jpeg);
    return objects.stream(
      jpeg,
      `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/DCTDecode`,
    );
  }
  const { width = 1, height = 1, shade = 0 } = grey ?? {};
  return objects.stream(
    deflateSync(Buffer.alloc(width * height, shade)),
    `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode`,
  );
}

/** As the first frame header states it. */
function jpegSize(jpeg: Uint8Array): readonly [width: number, height: number] {
  const bytes = Buffer.from(jpeg);
  const at = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
}

function outlineObject(objects: Objects, items: readonly PdfOutline[]): number {
  const root = objects.reserve();
  objects.set(root, `<<${outlineItems(objects, items, root)}>>`);
  return root;
}

function outlineItems(objects: Objects, items: readonly PdfOutline[], parent: number): string {
  const numbers = items.map(() => objects.reserve());
  for (const [index, { title, items: inner = [] }] of items.entries()) {
    const own = numbers[index] ?? 0;
    const next = numbers[index + 1];
    const below = inner.length === 0 ? "" : outlineItems(objects, inner, own);
    objects.set(
      own,
      `<</Title${hexString(title)}/Parent ${parent} 0 R${next === undefined ? "" : `/Next ${next} 0 R`}${below}>>`,
    );
  }
  return items.length === 0
    ? ""
    : `/First ${numbers[0]} 0 R/Last ${numbers.at(-1)} 0 R/Count ${items.length}`;
}

function hexString(text: string): string {
  return `<feff${Buffer.from(text, "utf16le").swap16().toString("hex")}>`;
}

export interface Column {
  readonly x: number;
  /** The first baseline. */
  readonly y: number;
  /** In characters. */
  readonly characters: number;
  readonly size: number;
  /** Points between two baselines. */
  readonly leading: number;
}

const MAY_NOT_BEGIN = /^[，。、；：！？”’）》」』】]/u;

/** Paragraphs of Chinese text as the lines of a column, each beginning with two empty squares. */
export function setColumn(paragraphs: readonly string[], column: Column): readonly PdfText[] {
  return paragraphs
    .flatMap((paragraph) => brokenInto(`　　${paragraph}`, column.characters))
    .map((text, index) => ({ text, x: column.x, y: column.y + index * column.leading, size: column.size }));
}

function brokenInto(text: string, characters: number): readonly string[] {
  const lines: string[] = [];
  for (let rest = text; rest !== ""; ) {
    let end = Math.min(characters, rest.length);
    // A mark that may not begin a line takes the character before it along.
    while (end > 1 && MAY_NOT_BEGIN.test(rest.slice(end))) end--;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return lines;
}

/** The smallest JPEG that says it is grey and of this size; what it shows does not matter. */
export function jpegOf(width: number, height: number): Uint8Array {
  const head = [0xff, 0xd8, 0xff, 0xdb, 0, 0x43, 0, ...Array<number>(64).fill(1)];
  const frame = [0xff, 0xc0, 0, 11, 8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0];
  const table = (kind: number) => [0xff, 0xc4, 0, 20, kind, 1, ...Array<number>(15).fill(0), 0];
  const scan = [
    0xff,
    0xda,
    0,
    8,
    1,
    1,
    0,
    0,
    63,
    0,
    ...Array<number>(Math.ceil((width * height) / 256) + 4).fill(0),
    0xff,
    0xd9,
  ];
  return Uint8Array.from([...head, ...frame, ...table(0), ...table(0x10), ...scan]);
}
