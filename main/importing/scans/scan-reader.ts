/** Scans: a page or more as pictures, one article each, with the file's name for a title. */
import { createHash } from "node:crypto";
import { FailureError } from "../../../preload/model/result.ts";
import type { FormatReader, Picture, Probe, Reading, ReadingWarning, SourceFile } from "../format.ts";
import { titleFromName } from "../format.ts";
import { recognisePicture } from "../pictures.ts";
import { SCAN_TAG, scannedArticle, scannedWarning } from "./scanned-article.ts";
import { isTiff, tiffPages } from "./tiff-pages.ts";
import { tiffPicture } from "./tiff-picture.ts";

export const scanReader: FormatReader = { name: "scan", recognises, read };

const EXTENSIONS = /^(?:jpg|jpeg|jpe|jfif|png|tif|tiff|)$/;

/** Dots. A window that has to unpack more would stand still, or fall. */
const MOST_DOTS = 200_000_000;

const MEGABYTE = 1024 * 1024;

/** A picture under the name of a document is not that document. */
function recognises({ bytes, extension }: Probe): boolean {
  if (!EXTENSIONS.test(extension)) return false;
  return bytes.length === 0 ? extension !== "" : isJpeg(bytes) || isPng(bytes) || isTiff(bytes);
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

function isPng(bytes: Uint8Array): boolean {
  return bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47;
}

function read({ name, bytes }: SourceFile): Reading {
  const pages = isTiff(bytes) ? pagesOfTiff(bytes) : [onlyPage(bytes)];
  const pictures = new Map(pages.flatMap((page) => (page === null ? [] : [[page.sha256, page]])));
  if (pictures.size === 0) throw new FailureError("unreadable");
  const lost = pages.filter((page) => page === null).length;
  const warnings: ReadingWarning[] = [scannedWarning];
  if (lost > 0) warnings.push({ code: "warning.broken-picture", parameters: { name, count: lost } });
  const article = scannedArticle(
    titleFromName(name),
    pages.map((page) => page?.sha256 ?? null),
  );
  return {
    articles: [{ part: "", article }],
    pictures: [...pictures.values()],
    warnings,
    collection: null,
    tags: [SCAN_TAG],
  };
}

/** As it is in the file: browsers show it. */
function onlyPage(bytes: Uint8Array): Picture | null {
  const kind = recognisePicture(bytes);
  if (kind === null) return null;
  if (kind.width * kind.height > MOST_DOTS) {
    throw new FailureError("too-large", { limit: Math.round((MOST_DOTS * 4) / MEGABYTE) });
  }
  return pictureOf(bytes, kind);
}

function pagesOfTiff(bytes: Uint8Array): readonly (Picture | null)[] {
  return tiffPages(bytes).map((page) => {
    const picture = tiffPicture(bytes, page);
    return picture === null ? null : pictureOf(picture.png, { mediaType: "image/png", ...picture });
  });
}

function pictureOf(
  bytes: Uint8Array,
  { mediaType, width, height }: Omit<Picture, "sha256" | "bytes">,
): Picture {
  return { sha256: createHash("sha256").update(bytes).digest("hex"), mediaType, bytes, width, height };
}
