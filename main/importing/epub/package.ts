/** The package document (OPF) of EPUB 2 and 3: what the book is called, and its documents in reading order. */
import { dateSchema } from "../../../preload/model/article.ts";
import { FailureError } from "../../../preload/model/result.ts";
import type { Document } from "../html/dom.ts";
import { attribute } from "../html/dom.ts";
import type { BookFiles } from "./files.ts";
import { elementsNamed, firstNamed, lineOf, parseXml } from "./xml.ts";

export interface Book {
  readonly title: string;
  readonly creators: readonly string[];
  /** BCP 47; empty where not stated. */
  readonly language: string;
  readonly issuedOn: string | null;
  /** Paths of the documents to read, in order; none twice. */
  readonly spine: readonly string[];
  /** Paths of the contents: EPUB 3's navigation document and EPUB 2's NCX, as far as there are any. */
  readonly navigation: string | null;
  readonly ncx: string | null;
  /** Whether the package was lost or incomplete, so that the order is that of the archive. */
  readonly guessed: boolean;
}

const READABLE =
  /^(?:application\/xhtml\+xml|text\/html|image\/svg\+xml|text\/x-oeb1-document|application\/x-dtbook\+xml)$/i;
/** A page of the book may be a picture and nothing else; SVG is read as a document. */
const PICTURE = /^image\/(?:jpeg|png|gif|webp)$/i;
const READABLE_NAME = /\.(?:x?html?|xht)$/i;

/** Fonts are often scrambled, by one of these two ways; that says nothing of the text. */
const FONT_SCRAMBLING = /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/;

interface ManifestItem {
  readonly path: string;
  readonly mediaType: string;
  readonly properties: string;
  readonly fallback: string;
}

/** Throws `FailureError`: unreadable where nothing in the archive can be read as a book, encrypted. */
export function readPackage(files: BookFiles): Book {
  const locked = lockedFiles(files);
  const path = packagePath(files);
  if (path !== null && locked.has(path)) throw new FailureError("encrypted");
  const text = path === null ? null : files.text(path);
  const book = path === null || text === null ? guessedBook(files) : stated(parseXml(text), path, files);
  if (book.spine.length === 0) throw new FailureError("unreadable");
  if (book.spine.some((document) => locked.has(document))) throw new FailureError("encrypted");
  return book;
}

/** What META-INF/encryption.xml names, but for fonts. */
function lockedFiles(files: BookFiles): ReadonlySet<string> {
  const locked = new Set<string>();
  const text = files.text("META-INF/encryption.xml");
  if (text === null) return locked;
  for (const data of elementsNamed(parseXml(text), "encrypteddata")) {
    const method = firstNamed(data, "encryptionmethod");
    if (method !== null && FONT_SCRAMBLING.test(attribute(method, "algorithm") ?? "")) continue;
    for (const reference of elementsNamed(data, "cipherreference")) {
      const place = files.resolve(attribute(reference, "uri") ?? "", "");
      if (place !== null) locked.add(place.path);
    }
  }
  return locked;
}

/** The first package that the container names; where it names none, the one that lies in the archive. */
function packagePath(files: BookFiles): string | null {
  const container = files.text("META-INF/container.xml");
  if (container !== null) {
    for (const root of elementsNamed(parseXml(container), "rootfile")) {
      const place = files.resolve(attribute(root, "full-path") ?? "", "");
      if (place !== null && files.names.includes(place.path)) return place.path;
    }
  }
  return files.names.find((name) => /\.opf$/i.test(name)) ?? null;
}

function stated(document: Document, path: string, files: BookFiles): Book {
  const items = manifest(document, path, files);
  const spine = spineOf(document, items);
  const all = [...items.values()];
  const order = firstNamed(document, "spine");
  const ncx =
    items.get((order && attribute(order, "toc")) ?? "") ??
    all.find(({ mediaType }) => /dtbncx/i.test(mediaType));
  // An archive whose names came to harm has none of the files that its package names.
  const guessed = ![...spine].some((document) => files.names.includes(document));
  return {
    title: firstText(document, "title"),
    creators: creators(document),
    language: language(firstText(document, "language")),
    issuedOn: issuedOn(document),
    spine: guessed ? readableNames(files) : [...spine],
    navigation: all.find(isNavigation)?.path ?? null,
    ncx: ncx?.path ?? null,
    guessed,
  };
}

/** The words that stand in for pages that are pictures come behind all of them: often one document for the whole book. */
function spineOf(document: Document, items: ReadonlyMap<string, ManifestItem>): ReadonlySet<string> {
  const spine = new Set<string>();
  const insteadOfPictures = new Set<string>();
  for (const reference of elementsNamed(document, "itemref")) {
    const id = attribute(reference, "idref") ?? "";
    const stated = items.get(id);
    const item = readable(items, id);
    if (stated === undefined || !PICTURE.test(stated.mediaType)) {
      if (item !== null) spine.add(item.path);
      continue;
    }
    spine.add(stated.path);
    if (item !== null && !isNavigation(item)) insteadOfPictures.add(item.path);
  }
  return new Set([...spine, ...insteadOfPictures]);
}

function isNavigation({ properties }: ManifestItem): boolean {
  return /(?:^|\s)nav(?:\s|$)/.test(properties);
}

function manifest(document: Document, path: string, files: BookFiles): ReadonlyMap<string, ManifestItem> {
  const items = new Map<string, ManifestItem>();
  for (const element of elementsNamed(document, "item")) {
    const of = (name: string) => attribute(element, name)?.trim() ?? "";
    const place = of("href") === "" ? null : files.resolve(of("href"), path);
    if (place === null || items.has(of("id"))) continue;
    items.set(of("id"), {
      path: place.path,
      mediaType: of("media-type"),
      properties: of("properties"),
      fallback: of("fallback"),
    });
  }
  return items;
}

/** The item, or what stands in for it where it is of a kind that no reading system need know. */
function readable(items: ReadonlyMap<string, ManifestItem>, id: string): ManifestItem | null {
  const tried = new Set<string>();
  for (let next = id; !tried.has(next); ) {
    tried.add(next);
    const item = items.get(next);
    if (item === undefined) return null;
    if (READABLE.test(item.mediaType) || READABLE_NAME.test(item.path)) return item;
    next = item.fallback;
  }
  return null;
}

function guessedBook(files: BookFiles): Book {
  const named = (pattern: RegExp) => files.names.find((name) => pattern.test(name)) ?? null;
  return {
    ...{ title: "", creators: [], language: "", issuedOn: null, guessed: true },
    spine: readableNames(files),
    navigation: named(/(?:^|\/)nav\.x?html?$/i),
    ncx: named(/\.ncx$/i),
  };
}

function readableNames(files: BookFiles): readonly string[] {
  return files.names.filter((name) => READABLE_NAME.test(name) && !/(?:^|\/)nav\.x?html?$/i.test(name));
}

/** The first is the main one; others are subtitles, editions, series. */
function firstText(document: Document, name: string): string {
  for (const element of elementsNamed(document, name)) {
    const text = lineOf(element);
    if (text !== "") return text;
  }
  return "";
}

/** Who wrote it; those with another part in it (translator, editor, …) are told by their role, and left out. */
function creators(document: Document): readonly string[] {
  const names = new Set<string>();
  for (const element of elementsNamed(document, "creator")) {
    const role = attribute(element, "opf:role") ?? "aut";
    const name = lineOf(element);
    if (name !== "" && role === "aut") names.add(name);
  }
  return [...names];
}

function language(stated: string): string {
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,3}$/i.test(stated) ? stated : "";
}

/** The day of publication, where a whole day is stated; when the file was made or changed is no such day. */
function issuedOn(document: Document): string | null {
  for (const element of elementsNamed(document, "date")) {
    const event = attribute(element, "opf:event") ?? "publication";
    const day = lineOf(element).slice(0, 10);
    if (/publication/i.test(event) && dateSchema.safeParse(day).success) return day;
  }
  return null;
}
