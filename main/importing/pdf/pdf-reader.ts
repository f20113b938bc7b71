/** PDF: documents with a text layer as an article each, newspaper pages as their articles, scans as their pictures. */
import type { Block, ImportedArticle } from "../../../preload/model/article.ts";
import { emptyArticle } from "../../../preload/model/article.ts";
import { FailureError } from "../../../preload/model/result.ts";
import type { FormatReader, Probe, Reading, ReadingWarning, SourceFile } from "../format.ts";
import { titleFromName } from "../format.ts";
import { figuresOf } from "./figures.ts";
import { furnitureOf } from "./furniture.ts";
import { toBlocks } from "./headings.ts";
import { layOut } from "./layout.ts";
import type { OpenDocument } from "./library.ts";
import { loadLibrary, openDocument } from "./library.ts";
import type { LaidOutPage } from "./paragraphs.ts";
import { paragraphsOf } from "./paragraphs.ts";
import type { Properties } from "./properties.ts";
import { outlineOf, propertiesOf } from "./properties.ts";
import type { ReadPage, Value } from "./read-pages.ts";
import { bareTable, readPages } from "./read-pages.ts";
import { isScanned, withoutUnreadable } from "./scans.ts";
import { takeTitle } from "./title.ts";

export const pdfReader: FormatReader = { name: "pdf", recognises, read };

/** What a scan is called among the tags, so that scans can be found and set apart. */
const SCAN_TAG = "扫描件";

/** Some programs write a line or two before the header; readers look for it so far. */
const HEADER_WITHIN = 1024;

function recognises({ bytes, extension, head }: Probe): boolean {
  if (bytes.length === 0) return extension === "pdf";
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEADER_WITHIN));
  const at = start.indexOf("%PDF-", 0, "latin1");
  // A text may speak of the header; only under this name, or among bytes of no text, is it one.
  return at === 0 || (at > 0 && (extension === "pdf" || head === null));
}

async function read(file: SourceFile): Promise<Reading> {
  const library = await loadLibrary();
  const opened = await openDocument(library, file.bytes, file.password);
  try {
    const { pages, lost } = await readPages(library, opened.document);
    return await toReading(file, opened, pages, lost);
  } finally {
    await opened.close();
  }
}

async function toReading(
  file: SourceFile,
  { document }: OpenDocument,
  read: readonly ReadPage[],
  lost: number,
): Promise<Reading> {
  const properties = await propertiesOf(document);
  const { pages, unreadable } = withoutUnreadable(read);
  const bodySize = bodySizeOf(pages);
  const labels = (await document.getPageLabels().catch(() => null)) ?? [];
  const flow = paragraphsOf(laidOut(pages, bodySize, labels, document.numPages));
  const figures = figuresOf(flow, pages.length, bodySize);
  const { title, flow: rest } = takeTitle(figures.flow, bodySize, properties.title);
  const body = toBlocks(rest, bodySize, await outlineOf(document));
  if (figures.flow.length === 0) throw new FailureError(nothingCode(read.length, lost, unreadable));
  const scanned = pages.filter(isScanned).length;
  const isScan = scanned > 0 && scanned === pages.length;
  return {
    articles: [{ part: "", article: toArticle(title || titleFromName(file.name), properties, body) }],
    pictures: figures.pictures,
    warnings: [...defects(lost, unreadable, isScan ? "all" : scanned), ...figures.warnings],
    collection: null,
    tags: isScan ? [SCAN_TAG] : [],
  };
}

function laidOut(
  pages: readonly ReadPage[],
  bodySize: number,
  labels: readonly string[],
  numPages: number,
): readonly LaidOutPage<Value>[] {
  const furniture = furnitureOf(pages, bodySize);
  return pages.map(({ number, segments, asides, things, rules }) => {
    const text = segments.filter((segment) => !furniture.segments.has(segment));
    const label = furniture.printed.get(number) ?? labels[number - 1];
    return {
      number,
      mark: label ?? (numPages > 1 ? String(number) : null),
      regions: [
        ...layOut(text, things, rules, bareTable),
        ...asides.flatMap((aside) => layOut<Value>(aside, [], [])),
      ],
    };
  });
}

/** The size in which most letters are set. */
function bodySizeOf(pages: readonly ReadPage[]): number {
  const counts = new Map<number, number>();
  for (const { segments } of pages) {
    for (const { size, text } of segments) {
      const rounded = Math.round(size * 2) / 2;
      counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
    }
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0;
}

function toArticle(title: string, properties: Properties, body: readonly Block[]): ImportedArticle {
  const empty = emptyArticle();
  return {
    ...empty,
    title,
    byline: properties.author,
    issuedOn: properties.createdOn,
    language: properties.language || empty.language,
    body,
  };
}

/** Why nothing came of a file. */
function nothingCode(pages: number, lost: number, unreadable: number): "unreadable" | "no-text" | "empty" {
  if (unreadable > 0) return "no-text";
  return pages === 0 && lost > 0 ? "unreadable" : "empty";
}

function defects(lost: number, unreadable: number, scanned: number | "all"): readonly ReadingWarning[] {
  const warnings: ReadingWarning[] = [];
  if (scanned === "all") warnings.push({ code: "warning.scanned", parameters: {} });
  else if (scanned > 0) warnings.push({ code: "warning.scanned-pages", parameters: { count: scanned } });
  if (unreadable > 0)
    warnings.push({ code: "warning.pages-without-text", parameters: { count: unreadable } });
  if (lost > 0) warnings.push({ code: "warning.damaged-document", parameters: {} });
  return warnings;
}
