/** PDF: documents with a text layer as an article each, newspaper pages as their articles, scans as their pictures. */
import type { Block, ImportedArticle } from "../../../preload/model/article.ts";
import { emptyArticle } from "../../../preload/model/article.ts";
import { inlineText } from "../../../preload/model/article-text.ts";
import { FailureError } from "../../../preload/model/result.ts";
import type { FormatReader, Probe, Reading, ReadingWarning, SourceFile } from "../format.ts";
import { titleFromName } from "../format.ts";
import { bearsDate } from "./dates.ts";
import { figuresOf } from "./figures.ts";
import type { Furniture } from "./furniture.ts";
import { furnitureOf, stampsOf } from "./furniture.ts";
import { toBlocks } from "./headings.ts";
import { layOut } from "./layout.ts";
import type { OpenDocument } from "./library.ts";
import { loadLibrary, openDocument } from "./library.ts";
import { isNewspaperPage, readNewspaper } from "./newspaper.ts";
import type { ReadPage, Value } from "./page-types.ts";
import type { LaidOutPage } from "./paragraphs.ts";
import { paragraphsOf } from "./paragraphs.ts";
import type { Properties } from "./properties.ts";
import { outlineOf, propertiesOf } from "./properties.ts";
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
    const { pages, lost } = await readPages(library, opened.document, file.bytes);
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
  const papers = pages.filter((page) => isNewspaperPage(page, bodySizeOf([page])));
  if (papers.length > 0 && papers.length * 2 > pages.length)
    return newspaperReading(pages, defects(lost, unreadable, 0), properties);
  const labels = (await document.getPageLabels().catch(() => null)) ?? [];
  const furniture = furnitureOf(pages, bodySize);
  const flow = paragraphsOf(laidOut(pages, furniture, labels, document.numPages));
  const figures = figuresOf(flow, pages.length, bodySize);
  const { title, flow: rest } = takeTitle(figures.flow, bodySize, properties.title);
  const body = toBlocks(rest, bodySize, await outlineOf(document));
  if (figures.flow.length === 0) throw new FailureError(nothingCode(read.length, lost, unreadable));
  const article = toArticle(title || titleFromName(file.name), properties, body);
  const scanned = pages.filter(isScanned).length;
  const isScan = scanned > 0 && scanned === pages.length;
  return {
    articles: [{ part: "", article, headLines: [...furniture.texts, ...new Set(pages.flatMap(stampsOf))] }],
    pictures: figures.pictures,
    warnings: [...defects(lost, unreadable, isScan ? "all" : scanned), ...figures.warnings],
    collection: null,
    tags: isScan ? [SCAN_TAG] : [],
  };
}

function newspaperReading(
  pages: readonly ReadPage[],
  warnings: readonly ReadingWarning[],
  { createdOn }: Properties,
): Reading {
  const read = pages.map((page) => readNewspaper(page, bodySizeOf([page])));
  return {
    articles: read.flatMap(({ articles }, index) =>
      articles.map((article, place) => ({
        // A page keeps its ordinals even where it has one article, so that finding a second later moves none.
        part: pages.length === 1 ? String(place + 1) : `${index + 1}-${place + 1}`,
        article: { ...article, issuedOn: article.issuedOn ?? createdOn },
      })),
    ),
    pictures: read.flatMap(({ pictures }) => pictures),
    warnings: [...warnings, ...read.flatMap((page) => page.warnings)],
    collection: null,
    tags: [],
  };
}

function laidOut(
  pages: readonly ReadPage[],
  furniture: Furniture,
  labels: readonly string[],
  numPages: number,
): readonly LaidOutPage<Value>[] {
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
    // The day on which the file was made is a last resort: a document that bears a date of its own is of that day.
    issuedOn: bearsDate(body) ? null : properties.createdOn,
    language: languageOf(properties.language, body) || empty.language,
    body,
  };
}

/** Programs state their own language as often as the text's: one that is not written so does not count. */
function languageOf(stated: string, body: readonly Block[]): string {
  const text = body.map((block) => ("content" in block ? inlineText(block.content) : "")).join("");
  const wide = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return wide * 5 > text.length && !/^(?:zh|ja|ko)\b/i.test(stated) ? "" : stated;
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
