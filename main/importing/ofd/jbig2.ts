/** Black-and-white scans as OFD keeps them (JBIG2, ITU-T T.88): read by pdf.js, which has a decoder, out of a PDF of one picture. */
import type { Picture } from "../format.ts";
import { loadLibrary, openDocument } from "../pdf/library.ts";
import { pictureOf } from "../pdf/pictures.ts";
import { readPage } from "../pdf/read-page.ts";

const SIGNATURE = Buffer.from([0x97, 0x4a, 0x42, 0x32, 0x0d, 0x0a, 0x1a, 0x0a]);
const PAGE_INFORMATION = 48;
const END_OF_PAGE = 49;
const END_OF_FILE = 51;
/** No scan is larger, and a made one would fill all memory. */
const MOST_PIXELS = 100_000_000;

interface Segment {
  readonly type: number;
  readonly header: Buffer;
  readonly data: Buffer;
}

export function isJbig2(bytes: Uint8Array): boolean {
  return SIGNATURE.equals(bytes.subarray(0, SIGNATURE.length));
}

/** Null where it cannot be decoded. */
export async function jbig2Picture(bytes: Uint8Array): Promise<Picture | null> {
  const segments = segmentsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const page = segments.find(({ type, data }) => type === PAGE_INFORMATION && data.length >= 8)?.data;
  const [width, height] = [page?.readUInt32BE(0) ?? 0, page?.readUInt32BE(4) ?? 0];
  if (width * height === 0 || width * height > MOST_PIXELS) return null;
  const stream = Buffer.concat(
    segments
      .filter(({ type }) => type !== END_OF_PAGE && type !== END_OF_FILE)
      .flatMap(({ header, data }) => [header, data]),
  );
  return pictureIn(pdfAround(stream, width, height)).catch(() => null);
}

async function pictureIn(file: Buffer): Promise<Picture | null> {
  const library = await loadLibrary();
  const { document, close } = await openDocument(library, file, undefined);
  try {
    const page = await document.getPage(1);
    const { pictures } = await readPage(library, page, await page.getOperatorList(), () => true);
    const [placed] = pictures;
    return placed === undefined ? null : await pictureOf(page, placed, { file, shared: new Map() });
  } finally {
    await close();
  }
}

/** In either organisation of a file: each segment's header before its data, or all headers before all data. */
function segmentsOf(file: Buffer): readonly Segment[] {
  const flags = file[SIGNATURE.length] ?? 0;
  const isSequential = (flags & 1) === 1;
  let at = SIGNATURE.length + ((flags & 2) === 0 ? 5 : 1);
  const read: Segment[] = [];
  const pending: { readonly type: number; readonly header: Buffer; readonly length: number }[] = [];
  for (let head = headerAt(file, at); head !== null; head = headerAt(file, at)) {
    at += head.header.length;
    if (isSequential) {
      read.push({ ...head, data: file.subarray(at, at + head.length) });
      at += head.length;
    } else pending.push(head);
    if (head.type === END_OF_FILE) break;
  }
  for (const head of pending) {
    read.push({ ...head, data: file.subarray(at, at + head.length) });
    at += head.length;
  }
  return read;
}

/** Null at the end, and where a length is left open, as none is in a file that was written whole. */
function headerAt(file: Buffer, at: number): { type: number; header: Buffer; length: number } | null {
  if (at + 11 > file.length) return null;
  const flags = file[at + 4] ?? 0;
  const count = (file[at + 5] ?? 0) >> 5;
  const isLong = count === 7;
  const referred = isLong ? file.readUInt32BE(at + 5) & 0x1fffffff : count;
  const number = file.readUInt32BE(at);
  const size = number <= 256 ? 1 : number <= 65_536 ? 2 : 4;
  const lengthAt =
    at +
    5 +
    (isLong ? 4 + Math.ceil((referred + 1) / 8) : 1) +
    referred * size +
    ((flags & 0x40) === 0 ? 1 : 4);
  if (lengthAt + 4 > file.length) return null;
  const length = file.readUInt32BE(lengthAt);
  if (length === 0xffffffff) return null;
  return { type: flags & 0x3f, header: file.subarray(at, lengthAt + 4), length };
}

function pdfAround(stream: Buffer, width: number, height: number): Buffer {
  const draw = Buffer.from(`${width} 0 0 ${height} 0 0 cm /P Do`);
  const objects = [
    Buffer.from("<</Type/Catalog/Pages 2 0 R>>"),
    Buffer.from("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
    Buffer.from(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</XObject<</P 4 0 R>>>>/Contents 5 0 R>>`,
    ),
    streamObject(
      stream,
      `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/JBIG2Decode`,
    ),
    streamObject(draw, ""),
  ].flatMap((object, index) => [Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]);
  // Without a table of its objects, which pdf.js then looks for.
  return Buffer.concat([
    Buffer.from("%PDF-1.7\n"),
    ...objects,
    Buffer.from("trailer\n<</Root 1 0 R>>\n%%EOF\n"),
  ]);
}

function streamObject(content: Buffer, entries: string): Buffer {
  return Buffer.concat([
    Buffer.from(`<<${entries}/Length ${content.length}>>\nstream\n`),
    content,
    Buffer.from("\nendstream"),
  ]);
}
