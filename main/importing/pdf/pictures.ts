/** The pictures of a document, as pdf.js delivers them: JPEG as it is, everything else as pixels that become PNG. */
import { createHash } from "node:crypto";
import type { PdfObjects, PdfPage } from "pdfjs-dist/legacy/build/pdf.min.mjs";
import type { Picture } from "../format.ts";
import { recognisePicture } from "../pictures.ts";
import { turned } from "../scans/turned.ts";
import type { Matrix } from "./geometry.ts";
import { jpegInFile } from "./jpeg-in-file.ts";
import type { PlacedPicture } from "./page-contents.ts";
import type { Pixels } from "./png.ts";
import { encodePng } from "./png.ts";

/** How pdf.js names its layouts of pixels. */
const ONE_BIT = 1;
const RGB = 2;
const RGBA = 3;

/** Clockwise quarter turns. */
type Turns = 0 | 1 | 2 | 3;
/** The orientation (EXIF 0x0112) of a picture to be turned clockwise by so many quarters. */
const ORIENTATIONS: Readonly<Record<Turns, number>> = { 0: 1, 1: 6, 2: 3, 3: 8 };

/** The file that pictures come from, and what several of its pages show, by name and the way it is turned. */
export interface PictureSource {
  readonly file: Buffer;
  readonly shared: Map<string, Promise<Picture | null>>;
}

/** Null where it cannot be decoded. */
export function pictureOf(
  page: PdfPage,
  { source, matrix }: PlacedPicture,
  { file, shared }: PictureSource,
): Promise<Picture | null> {
  const turns = turnsOf(matrix);
  if (typeof source !== "string") return deliver(page, source).then((image) => toPicture(image, turns, file));
  const key = isShared(source) ? `${source} ${turns}` : null;
  const known = key === null ? undefined : shared.get(key);
  if (known !== undefined) return known;
  const found = imageNamed(page, source).then((image) => toPicture(image, turns, file));
  if (key !== null) shared.set(key, found);
  return found;
}

/** Pictures of several pages bear the document's name before their own. */
function isShared(name: string): boolean {
  return name.startsWith("g_");
}

/** A mask names its data; an inline picture is there itself. */
async function deliver(page: PdfPage, source: object): Promise<unknown> {
  const { data, width, height } = source as Readonly<Record<string, unknown>>;
  if (typeof data !== "string") return source;
  const mask = (await imageNamed(page, data)) as Readonly<Record<string, unknown>> | null;
  // The bits of a mask are 0 where it paints: black on white as they stand.
  return mask === null ? null : { ...mask, width, height, kind: ONE_BIT };
}

function imageNamed(page: PdfPage, name: string): Promise<unknown> {
  const objects: PdfObjects = isShared(name) ? page.commonObjs : page.objs;
  return new Promise((settle) => objects.get(name, settle, () => settle(null)));
}

/** How far the picture is turned where the page shows it. */
function turnsOf([a, b, c, d]: Matrix): Turns {
  if (Math.abs(a) + Math.abs(d) >= Math.abs(b) + Math.abs(c)) return a < 0 && d > 0 ? 2 : 0;
  return b > 0 ? 1 : 3;
}

function toPicture(image: unknown, turns: Turns, file: Buffer): Picture | null {
  const { bitmap, data, kind, width, height, ref } = (image ?? {}) as Readonly<Record<string, unknown>>;
  if (bitmap instanceof ArrayBuffer) return picture(orientedJpeg(new Uint8Array(bitmap), turns));
  if (!isBytes(data) || typeof width !== "number" || typeof height !== "number") return null;
  const pixels = toPixels(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), kind, width, height);
  if (pixels === null) return null;
  // What is seen through has its outline elsewhere in the file.
  const jpeg = typeof ref === "string" && pixels.channels !== 4 ? jpegInFile(file, ref, width, height) : null;
  if (jpeg !== null) return picture(orientedJpeg(jpeg, turns));
  return picture(encodePng(turned(pixels, ORIENTATIONS[turns])));
}

function isBytes(data: unknown): data is Uint8Array | Uint8ClampedArray {
  return data instanceof Uint8Array || data instanceof Uint8ClampedArray;
}

function picture(bytes: Uint8Array): Picture | null {
  const kind = recognisePicture(bytes);
  return kind === null ? null : { sha256: createHash("sha256").update(bytes).digest("hex"), bytes, ...kind };
}

function toPixels(data: Uint8Array, kind: unknown, width: number, height: number): Pixels | null {
  const size = { width, height };
  switch (kind) {
    case ONE_BIT:
      return isEnough(data, Math.ceil(width / 8) * height) ? { ...size, bits: 1, channels: 1, data } : null;
    case RGB:
      return isEnough(data, width * height * 3)
        ? withoutColour({ ...size, bits: 8, channels: 3, data })
        : null;
    case RGBA:
      return isEnough(data, width * height * 4) ? opaque({ ...size, bits: 8, channels: 4, data }) : null;
    default:
      return null;
  }
}

function isEnough(data: Uint8Array, bytes: number): boolean {
  return bytes > 0 && data.length >= bytes;
}

/** Grey as grey: a third of the bytes. */
function withoutColour(pixels: Pixels): Pixels {
  const { data, width, height } = pixels;
  const count = width * height;
  for (let index = 0; index < count * 3; index += 3) {
    if (data[index] !== data[index + 1] || data[index] !== data[index + 2]) return pixels;
  }
  const grey = new Uint8Array(count);
  for (let index = 0; index < count; index++) grey[index] = data[index * 3] ?? 0;
  return { ...pixels, channels: 1, data: grey };
}

function opaque(pixels: Pixels): Pixels {
  const { data, width, height } = pixels;
  for (let index = 3; index < width * height * 4; index += 4) if (data[index] !== 255) return pixels;
  const colours = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < colours.length; from += 4, to += 3) {
    colours[to] = data[from] ?? 0;
    colours[to + 1] = data[from + 1] ?? 0;
    colours[to + 2] = data[from + 2] ?? 0;
  }
  return withoutColour({ ...pixels, channels: 3, data: colours });
}

/** The same JPEG with a note of how it is to be turned (an EXIF segment with that one entry). */
function orientedJpeg(bytes: Uint8Array, turns: Turns): Uint8Array {
  if (turns === 0) return bytes;
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, ORIENTATIONS[turns], 0, 0];
  const tiff = [..."MM"].map((letter) => letter.charCodeAt(0));
  const content = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff, 0, 42, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0];
  const length = content.length + 2;
  const segment = [0xff, 0xe1, length >> 8, length & 0xff, ...content];
  return Buffer.concat([bytes.subarray(0, 2), Uint8Array.from(segment), bytes.subarray(2)]);
}
