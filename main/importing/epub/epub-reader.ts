/** EPUB 2 and 3: a book as a collection of its chapters, in reading order. */
import { FailureError } from "../../../preload/model/result.ts";
import type { ArticlePart, FormatReader, Probe, Reading, ReadingWarning, SourceFile } from "../format.ts";
import { titleFromName } from "../format.ts";
import { PictureCollector } from "../pictures.ts";
import { isZip, ZipArchive } from "../zip.ts";
import { chapterArticle } from "./chapter-article.ts";
import { chaptersOf } from "./chapters.ts";
import { readContents } from "./contents.ts";
import { readDocuments } from "./documents.ts";
import { BookFiles } from "./files.ts";
import { takeNotes } from "./notes.ts";
import { readPackage } from "./package.ts";

export const epubReader: FormatReader = { name: "epub", recognises, read };

/** Where the media type stands in a book packed by the rules: its first entry, not compressed. */
const MIMETYPE_BYTES = 100;

function recognises({ bytes, extension }: Probe): boolean {
  // Asked of no bytes, by name alone: whether a file so named should have been a book.
  if (bytes.length === 0) return extension === "epub";
  if (!isZip(bytes)) return false;
  if (extension === "epub") return true;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, MIMETYPE_BYTES));
  return head.includes("mimetypeapplication/epub+zip");
}

function read(file: SourceFile): Reading {
  const archive = new ZipArchive(file.bytes);
  const files = new BookFiles(archive);
  const book = readPackage(files);
  const contents = readContents(book, files);
  const documents = readDocuments(book.spine, contents, files);
  const notes = takeNotes(documents, files);
  const pictures = new PictureCollector(files.beside);
  const bookTitle = book.title || titleFromName(file.name);
  const context = { book, bookTitle, notes, leaves: documents.leaves, pictures };
  const articles: ArticlePart[] = [];
  for (const chapter of chaptersOf(documents, contents)) {
    const article = chapterArticle(chapter, context);
    if (article === null) continue;
    articles.push({ part: chapter.part, article: { ...article, placeOnPage: articles.length } });
  }
  if (articles.length === 0) throw new FailureError(documents.missing.length > 0 ? "unreadable" : "empty");
  return {
    articles,
    pictures: pictures.pictures,
    warnings: [
      ...lossWarnings(archive.damaged || book.guessed, documents.missing, files.damaged),
      ...pictures.warnings,
    ],
    collection: bookTitle,
    tags: [],
  };
}

/** What of the book is lost, or may be. */
function lossWarnings(
  incomplete: boolean,
  missing: readonly string[],
  damaged: ReadonlySet<string>,
): readonly ReadingWarning[] {
  const lost = new Set([...missing, ...damaged]);
  const [name = ""] = lost;
  return [
    ...(incomplete ? [{ code: "warning.book-incomplete", parameters: {} }] : []),
    ...(lost.size > 0 ? [{ code: "warning.book-parts-lost", parameters: { name, count: lost.size } }] : []),
  ];
}
