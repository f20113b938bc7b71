/** OFD (GB/T 33190), the format of electronic official documents: an article for each document of the package. */
import { createHash } from "node:crypto";
import type { ImportedArticle } from "../../../preload/model/article.ts";
import { emptyArticle } from "../../../preload/model/article.ts";
import { FailureError } from "../../../preload/model/result.ts";
import type {
  ArticlePart,
  FormatReader,
  Picture,
  Probe,
  Reading,
  ReadingWarning,
  SourceFile,
} from "../format.ts";
import { titleFromName } from "../format.ts";
import { bearsDate } from "../pdf/dates.ts";
import { asPicture } from "../pdf/page-as-picture.ts";
import type { ReadPage } from "../pdf/page-types.ts";
import { pageOf } from "../pdf/read-pages.ts";
import { recognisePicture } from "../pictures.ts";
import { SCAN_TAG, scannedWarning } from "../scans/scanned-article.ts";
import { isTiff, tiffPages } from "../scans/tiff-pages.ts";
import { tiffPicture } from "../scans/tiff-picture.ts";
import { isZip, ZipArchive } from "../zip.ts";
import type { Composed } from "./compose.ts";
import { composed } from "./compose.ts";
import { OfdFiles } from "./files.ts";
import { isJbig2, jbig2Picture } from "./jbig2.ts";
import type { OfdDocument } from "./package.ts";
import { readDocuments } from "./package.ts";
import { drawPage, readPage } from "./page.ts";
import { propertiesOf } from "./properties.ts";

export const ofdReader: FormatReader = { name: "ofd", recognises, read };

/** Names of entries stand in the clear, at the latest in the directory at the archive's end. */
const TELLING_NAME = "OFD.xml";

function recognises({ bytes, extension }: Probe): boolean {
  if (bytes.length === 0) return extension === "ofd";
  if (!isZip(bytes)) return false;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return extension === "ofd" || (file.includes(TELLING_NAME, 0, "latin1") && hasRoot(bytes));
}

function hasRoot(bytes: Uint8Array): boolean {
  try {
    return new ZipArchive(bytes).has(TELLING_NAME);
  } catch {
    return false;
  }
}

async function read(file: SourceFile): Promise<Reading> {
  const files = new OfdFiles(new ZipArchive(file.bytes));
  const read: ReadDocument[] = [];
  for (const document of readDocuments(files)) {
    const pages = await readPages(document, files);
    const composition = composed(pages, document);
    if (composition.body.length > 0) read.push({ document, pages, composition });
  }
  if (read.length === 0) throw new FailureError(files.damaged ? "unreadable" : "no-text");
  const pictures = new Map(
    read.flatMap(({ composition }) => composition.figures.pictures.map((one) => [one.sha256, one])),
  );
  const isScan = read.every(({ pages, composition }) => composition.scanned === pages.length);
  return {
    articles: read.map(({ document, composition: { title, body, headLines } }, index): ArticlePart => {
      const article = toArticle(title || titleFromName(file.name), document, body);
      return {
        part: index === 0 ? "" : document.path,
        article: { ...article, placeOnPage: index },
        headLines,
      };
    }),
    pictures: [...pictures.values()],
    warnings: [
      ...scanWarnings(isScan, read),
      ...read.flatMap(({ composition }) => composition.figures.warnings),
      ...(files.damaged ? [{ code: "warning.damaged-document", parameters: {} }] : []),
    ],
    collection: null,
    tags: isScan ? [SCAN_TAG] : [],
  };
}

interface ReadDocument {
  readonly document: OfdDocument;
  readonly pages: readonly ReadPage[];
  readonly composition: Composed;
}

function scanWarnings(isScan: boolean, read: readonly ReadDocument[]): readonly ReadingWarning[] {
  if (isScan) return [scannedWarning];
  const count = read.reduce((sum, { composition }) => sum + composition.scanned, 0);
  return count === 0 ? [] : [{ code: "warning.scanned-pages", parameters: { count } }];
}

/** One after the other: of each only what stands on it is kept, not its XML. */
async function readPages(document: OfdDocument, files: OfdFiles): Promise<readonly ReadPage[]> {
  const pages: ReadPage[] = [];
  const known = new Map<string, Picture | null>();
  for (const [index, page] of document.pages.entries()) {
    const contents = readPage(page, document, files);
    if (contents === null) {
      files.damaged = true;
      continue;
    }
    const read = await pageOf(contents, index + 1, async ({ source }) => {
      const path = String(source);
      const picture = known.get(path) ?? (await pictureAt(path, files));
      known.set(path, picture);
      return picture;
    });
    const { width, height } = contents;
    const draw = (atMost: number) =>
      Promise.resolve(drawPage(page, document, files, { width, height, atMost }));
    pages.push(await asPicture(read, contents, draw));
  }
  return pages;
}

/** Null where it is missing or damaged. */
async function pictureAt(path: string, files: OfdFiles): Promise<Picture | null> {
  const found = files.bytes(path);
  if (found !== null && isJbig2(found)) return jbig2Picture(found);
  const bytes = found !== null && isTiff(found) ? firstOfTiff(found) : found;
  const kind = bytes === null ? null : recognisePicture(bytes);
  if (bytes === null || kind === null) return null;
  return { sha256: createHash("sha256").update(bytes).digest("hex"), bytes, ...kind };
}

function firstOfTiff(bytes: Uint8Array): Uint8Array | null {
  const [page] = tiffPages(bytes);
  return page === undefined ? null : (tiffPicture(bytes, page)?.png ?? null);
}

function toArticle(title: string, { info }: OfdDocument, body: ImportedArticle["body"]): ImportedArticle {
  const { author, statedOn, createdOn } = propertiesOf(info);
  // The day on which the file was made is a last resort: a document that bears a date of its own is of that day.
  const issuedOn = statedOn ?? (bearsDate(body) ? null : createdOn);
  return { ...emptyArticle(), title, byline: author, issuedOn, body };
}
