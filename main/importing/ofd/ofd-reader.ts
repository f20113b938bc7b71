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
import { pageOf } from "../pdf/read-pages.ts";
import { recognisePicture } from "../pictures.ts";
import { SCAN_TAG, scannedWarning } from "../scans/scanned-article.ts";
import { isTiff, tiffPages } from "../scans/tiff-pages.ts";
import { tiffPicture } from "../scans/tiff-picture.ts";
import type { ZipLimits } from "../zip.ts";
import { isZip, usualZipLimits, ZipArchive } from "../zip.ts";
import type { Composed } from "./compose.ts";
import { composed } from "./compose.ts";
import { OfdFiles } from "./files.ts";
import { isJbig2, jbig2Picture } from "./jbig2.ts";
import { KeptPages } from "./kept-pages.ts";
import type { OfdDocument } from "./package.ts";
import { readDocuments } from "./package.ts";
import { drawPage, readPage } from "./page.ts";
import { propertiesOf } from "./properties.ts";

export const ofdReader: FormatReader = { name: "ofd", recognises, read };

/** Bytes, of all pictures: they are kept to the end, while each page's XML is let go before the next is read. */
const MOST_PICTURE_BYTES = usualZipLimits.total;
const LIMITS: ZipLimits = { ...usualZipLimits, total: 10 * usualZipLimits.total };

/** Each takes a tenth of a second. */
const MOST_DRAWN = 200;

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
  const files = new OfdFiles(new ZipArchive(file.bytes, LIMITS));
  const read: ReadDocument[] = [];
  const deliver = pictureKeeper(files);
  for (const document of readDocuments(files)) {
    const pages = await readPages(document, files, deliver);
    const composition = composed(pages, document);
    const { count, scanned } = pages;
    if (composition.body.length > 0) read.push({ document, count, scanned, composition });
  }
  if (read.length === 0) throw new FailureError(files.damaged ? "unreadable" : "no-text");
  const pictures = new Map(
    read.flatMap(({ composition }) => composition.figures.pictures.map((one) => [one.sha256, one])),
  );
  const isScan = read.every(({ count, scanned }) => scanned === count);
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
  /** How many pages it has, and how many of them are pictures of paper. */
  readonly count: number;
  readonly scanned: number;
  readonly composition: Composed;
}

function scanWarnings(isScan: boolean, read: readonly ReadDocument[]): readonly ReadingWarning[] {
  if (isScan) return [scannedWarning];
  const count = read.reduce((sum, { scanned }) => sum + scanned, 0);
  return count === 0 ? [] : [{ code: "warning.scanned-pages", parameters: { count } }];
}

/** One after the other: of each only what stands on it is kept, not its XML. */
async function readPages(
  document: OfdDocument,
  files: OfdFiles,
  deliver: (path: string) => Promise<Picture | null>,
): Promise<KeptPages> {
  const pages = new KeptPages();
  let drawn = 0;
  for (const [index, page] of document.pages.entries()) {
    const contents = readPage(page, document, files);
    if (contents === null) {
      files.damaged = true;
      continue;
    }
    const read = await pageOf(contents, index + 1, ({ source }) => deliver(String(source)));
    const { width, height } = contents;
    const draw = (atMost: number) =>
      Promise.resolve(drawPage(page, document, files, { width, height, atMost }));
    const asSeen = drawn < MOST_DRAWN ? await asPicture(read, contents, draw) : read;
    if (asSeen !== read) drawn++;
    pages.add(asSeen);
  }
  return pages;
}

/** Each once. Throws `FailureError`: too-large, encrypted. */
function pictureKeeper(files: OfdFiles): (path: string) => Promise<Picture | null> {
  const known = new Map<string, Picture | null>();
  let left = MOST_PICTURE_BYTES;
  return async (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const picture = await pictureAt(path, files);
    known.set(path, picture);
    left -= picture?.bytes.length ?? 0;
    if (left < 0) throw new FailureError("too-large", { limit: Math.round(MOST_PICTURE_BYTES / 1024 ** 2) });
    return picture;
  };
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
