/** The pictures of one document: found beside it or inside it, recognised by their content, never fetched. */
import { createHash } from "node:crypto";
import { imageSize } from "image-size";
import type { ImageHash } from "../../preload/model/article.ts";
import type { FilesBeside, Picture, ReadingWarning } from "./format.ts";
import { inertSvg } from "./pictures-svg.ts";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  bmp: "image/bmp",
  svg: "image/svg+xml",
};

/** What browsers assume of an SVG that states no size (CSS, replaced elements). */
const UNSIZED_SVG = { width: 300, height: 150 };

/** EXIF orientations from here on turn the picture by a quarter, so that its sides change places. */
const FIRST_SIDEWAYS_ORIENTATION = 5;

/** A pixel or two is a spacer or a counter, not something to read. */
const LARGEST_SPACER = 3;

/** A picture as it may be kept: bytes as they came, or of a drawing what in it draws; null where they are no picture. */
function inertPicture(bytes: Uint8Array): Omit<Picture, "sha256"> | null {
  const kind = recognisePicture(bytes);
  const inert = kind?.mediaType === "image/svg+xml" ? inertSvg(bytes) : bytes;
  return kind === null || inert === null ? null : { ...kind, bytes: inert };
}

/** The media type and size of a picture's bytes; null where they are no picture that can be shown. */
export function recognisePicture(bytes: Uint8Array): Omit<Picture, "sha256" | "bytes"> | null {
  try {
    const { type = "", width, height, orientation = 1 } = imageSize(bytes);
    const mediaType = MEDIA_TYPES[type];
    if (mediaType === undefined || !(width > 0 && height > 0)) return null;
    const sideways = orientation >= FIRST_SIDEWAYS_ORIENTATION;
    return {
      mediaType,
      width: Math.ceil(sideways ? height : width),
      height: Math.ceil(sideways ? width : height),
    };
  } catch {
    return beginsAsSvg(bytes) ? { mediaType: "image/svg+xml", ...UNSIZED_SVG } : null;
  }
}

function beginsAsSvg(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(
    head,
  );
}

/** A picture taken into the document, or the reason why there is none. */
export type TakenPicture =
  | { readonly image: ImageHash; readonly width: number; readonly height: number }
  /** It should be there: shown as missing (缺图). */
  | { readonly image: null }
  /** Not worth showing, such as a one-pixel counter. */
  | "spacer";

const MISSING: TakenPicture = { image: null };

/** Why a picture could not be had: each is a warning of that name. */
type Lack = "missing-picture" | "broken-picture" | "picture-outside" | "remote-pictures";

interface Lacking {
  readonly image: null;
  readonly lack: Lack;
  readonly name: string;
}

function isLacking(found: TakenPicture | Lacking): found is Lacking {
  return found !== "spacer" && "lack" in found;
}

/** Gathers a document's pictures, each once, and warns once for each reason why some could not be had. */
export class PictureCollector {
  readonly #beside: FilesBeside;
  readonly #resolve: (reference: string) => string;
  readonly #pictures = new Map<ImageHash, Picture>();
  readonly #looked = new Map<string, TakenPicture | Lacking>();
  readonly #warned = new Set<Lacking>();
  readonly #lacking = new Map<Lack, { readonly name: string; count: number }>();

  /** `resolve` turns what the document writes into what `beside` knows, where the document brings its files along. */
  constructor(beside: FilesBeside, resolve: (reference: string) => string = (reference) => reference) {
    this.#beside = beside;
    this.#resolve = resolve;
  }

  get pictures(): readonly Picture[] {
    return [...this.#pictures.values()];
  }

  get warnings(): readonly ReadingWarning[] {
    return [...this.#lacking].map(([lack, parameters]) => ({ code: `warning.${lack}`, parameters }));
  }

  /** `reference` as the document has it: a relative path or a data: URI. Anything else is not followed. */
  take(reference: string): TakenPicture {
    return this.takeFirst([reference]);
  }

  /** The first of several references to one picture that is there; else a warning of the last that is not. */
  takeFirst(references: readonly string[]): TakenPicture {
    const found = references.map((reference) => this.#look(reference));
    const there = found.find((one) => one !== "spacer" && one.image !== null);
    if (there !== undefined) return there;
    const lacking = found.findLast(isLacking);
    if (lacking !== undefined) this.#warn(lacking);
    return lacking ?? found.at(-1) ?? MISSING;
  }

  /** Takes over what another has gathered, for a document that stands within this one. */
  adopt(other: PictureCollector): void {
    for (const picture of other.#pictures.values()) this.#pictures.set(picture.sha256, picture);
    for (const [lack, { name, count }] of other.#lacking) {
      const before = this.#lacking.get(lack);
      if (before === undefined) this.#lacking.set(lack, { name, count });
      else before.count += count;
    }
  }

  #look(reference: string): TakenPicture | Lacking {
    const trimmed = this.#resolve(reference.trim());
    const known = this.#looked.get(trimmed);
    if (known !== undefined) return known;
    const found = this.#find(trimmed);
    this.#looked.set(trimmed, found);
    return found;
  }

  #find(reference: string): TakenPicture | Lacking {
    if (reference === "") return MISSING;
    if (/^data:/i.test(reference)) return this.#add(dataUriBytes(reference), "data:");
    // A path from the root means the root of the web site that the page came from.
    if (/^(?:https?:|\/)/i.test(reference)) return { image: null, lack: "remote-pictures", name: reference };
    const found = this.#beside(reference);
    if ("bytes" in found) return this.#add(found.bytes, reference);
    const lack = found.refused === "outside" ? "picture-outside" : "missing-picture";
    return { image: null, lack, name: reference };
  }

  #add(bytes: Uint8Array | null, name: string): TakenPicture | Lacking {
    const picture = bytes === null ? null : inertPicture(bytes);
    if (picture === null) return { image: null, lack: "broken-picture", name };
    const { width, height } = picture;
    if (width <= LARGEST_SPACER && height <= LARGEST_SPACER) return "spacer";
    const sha256 = createHash("sha256").update(picture.bytes).digest("hex");
    this.#pictures.set(sha256, { sha256, ...picture });
    return { image: sha256, width, height };
  }

  /** Of each reference once. */
  #warn(lacking: Lacking): void {
    if (this.#warned.has(lacking)) return;
    this.#warned.add(lacking);
    const { lack, name } = lacking;
    const before = this.#lacking.get(lack);
    if (before === undefined) this.#lacking.set(lack, { name: name.slice(0, 200), count: 1 });
    else before.count++;
  }
}

/** The bytes of a data: URI (RFC 2397), base64 or percent-encoded; null where it is malformed. */
export function dataUriBytes(uri: string): Uint8Array | null {
  const comma = uri.indexOf(",");
  if (comma === -1) return null;
  const data = uri.slice(comma + 1);
  if (/;\s*base64\s*$/i.test(uri.slice(0, comma))) {
    const bytes = Buffer.from(percentDecoded(data).toString("latin1"), "base64");
    return bytes.length === 0 ? null : bytes;
  }
  return percentDecoded(data);
}

function percentDecoded(text: string): Buffer {
  const bytes = Buffer.from(text, "utf8");
  const decoded = Buffer.alloc(bytes.length);
  let length = 0;
  for (let index = 0; index < bytes.length; index++) {
    const digits = bytes[index] === 0x25 ? bytes.toString("latin1", index + 1, index + 3) : "";
    const escaped = /^[0-9a-f]{2}$/i.test(digits);
    decoded[length++] = escaped ? Number.parseInt(digits, 16) : (bytes[index] ?? 0);
    if (escaped) index += 2;
  }
  return decoded.subarray(0, length);
}
