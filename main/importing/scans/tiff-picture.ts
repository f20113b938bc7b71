/** One page of a TIFF file as a PNG. */
import UTIF from "utif2";
import { FailureError } from "../../../preload/model/result.ts";
import type { Pixels } from "../pdf/png.ts";
import { encodePng } from "../pdf/png.ts";
import type { TiffPage } from "./tiff-pages.ts";
import { turned } from "./turned.ts";

const MEGABYTE = 1024 * 1024;

/** Bytes of a page's pixels, unpacked: A3 in colour at 400 dpi has half of it. A reader process may take 1 GB. */
const LARGEST_PAGE = 200 * MEGABYTE;

/** Kept as they are, for fax, LZW, old and new JPEG, Deflate (two numbers), packed bits. */
const COMPRESSIONS: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7, 8, 32946, 32773]);

const WHITE_IS_ZERO = 0;
const BLACK_IS_ZERO = 1;
const COLOUR = 2;
const INKS = 5;
const IN_PLANES = 2;

export interface TiffPicture {
  readonly png: Uint8Array;
  /** As it is to be shown: fax pages have dots that are higher than wide. */
  readonly width: number;
  readonly height: number;
}

/** Null where the page cannot be decoded. Throws `FailureError` too-large, before anything is unpacked. */
export function tiffPicture(file: Uint8Array, page: TiffPage): TiffPicture | null {
  const width = numberIn(page, 256, 0);
  const height = numberIn(page, 257, 0);
  const samples = numberIn(page, 277, 1);
  if (!(width > 0 && height > 0)) return null;
  const unpacked = (width * height * samples * numberIn(page, 258, 1)) / 8;
  // Whatever is not kept as it is goes through four bytes a pixel.
  if (unpacked > LARGEST_PAGE || (!isPlain(page) && width * height * 4 > LARGEST_PAGE)) {
    throw new FailureError("too-large", { limit: Math.round(LARGEST_PAGE / MEGABYTE) });
  }
  if (!COMPRESSIONS.has(numberIn(page, 259, 1))) return null;
  if (numberIn(page, 284, 1) === IN_PLANES && samples > 1) return null;
  const pixels = decoded(file, page, { width, height });
  if (pixels === null) return null;
  const upright = turned(pixels, numberIn(page, 274, 1));
  const stretch = stretchOf(page);
  const sideways = upright.width !== pixels.width;
  return {
    png: encodePng(upright),
    width: Math.round(upright.width * (sideways ? stretch : 1)),
    height: Math.round(upright.height * (sideways ? 1 : stretch)),
  };
}

function decoded(file: Uint8Array, page: TiffPage, size: Pick<Pixels, "width" | "height">): Pixels | null {
  try {
    // The decoder writes into what it is given, and reads from the start of a buffer.
    const directory = { ...page, data: new Uint8Array(), ...size } as unknown as Decoded;
    delete directory.data;
    UTIF.decodeImage(bufferOf(file), directory as UTIF.IFD);
    if (directory.data === undefined) return null;
    if (isPlain(page)) return plainPixels(directory.data, page, size);
    return isInks(page) ? inkPixels(directory.data, page, size) : colourPixels(directory, size);
  } catch {
    return null;
  }
}

type Decoded = { data?: Uint8Array } & Record<string, unknown>;

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = bytes;
  return buffer instanceof ArrayBuffer && byteOffset === 0 && byteLength === buffer.byteLength
    ? buffer
    : Uint8Array.from(bytes).buffer;
}

/** Grey or colour as PNG has it too. */
function isPlain(page: TiffPage): boolean {
  const bits = numberIn(page, 258, 1);
  const samples = numberIn(page, 277, 1);
  const meaning = numberIn(page, 262, WHITE_IS_ZERO);
  if (meaning === COLOUR) return bits === 8 && samples === 3;
  const isGrey = meaning === WHITE_IS_ZERO || meaning === BLACK_IS_ZERO;
  return isGrey && samples === 1 && (bits === 1 || bits === 8);
}

function plainPixels(data: Uint8Array, page: TiffPage, size: Pick<Pixels, "width" | "height">): Pixels {
  const bits = numberIn(page, 258, 1) === 1 ? 1 : 8;
  const channels = numberIn(page, 277, 1) === 3 ? 3 : 1;
  const bytes = new Uint8Array(Math.ceil((size.width * bits * channels) / 8) * size.height);
  bytes.set(data.subarray(0, bytes.length));
  if (numberIn(page, 262, WHITE_IS_ZERO) === WHITE_IS_ZERO) {
    for (let at = 0; at < bytes.length; at++) bytes[at] = 255 - (bytes[at] ?? 0);
  }
  return { ...size, bits, channels, data: bytes };
}

/** Cyan, magenta, yellow and black, a byte each, which the decoder turns into colours in browsers only. */
function isInks(page: TiffPage): boolean {
  return numberIn(page, 262, WHITE_IS_ZERO) === INKS && numberIn(page, 258, 1) === 8;
}

function inkPixels(inks: Uint8Array, page: TiffPage, size: Pick<Pixels, "width" | "height">): Pixels {
  const samples = numberIn(page, 277, 4);
  const data = new Uint8Array(size.width * size.height * 3);
  for (let pixel = 0; pixel < size.width * size.height; pixel++) {
    const paper = 255 - (inks[pixel * samples + 3] ?? 0);
    for (let colour = 0; colour < 3; colour++) {
      const ink = inks[pixel * samples + colour] ?? 0;
      data[pixel * 3 + colour] = Math.round(((255 - ink) * paper) / 255);
    }
  }
  return { ...size, bits: 8, channels: 3, data };
}

function colourPixels(directory: Decoded, size: Pick<Pixels, "width" | "height">): Pixels {
  return { ...size, bits: 8, channels: 4, data: UTIF.toRGBA8(directory as unknown as UTIF.IFD) };
}

/** How much higher than wide a dot is to be shown. */
function stretchOf(page: TiffPage): number {
  const across = numberIn(page, 282, 0);
  const down = numberIn(page, 283, 0);
  const stretch = across > 0 && down > 0 ? across / down : 1;
  return stretch > 0.25 && stretch < 4 ? stretch : 1;
}

function numberIn(page: TiffPage, tag: number, otherwise: number): number {
  return page[`t${tag}`]?.[0] ?? otherwise;
}
