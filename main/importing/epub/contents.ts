/** A book's contents and its printed pages, as EPUB 3's navigation document or EPUB 2's NCX lists them. */
import type { Document, Element } from "../html/dom.ts";
import { attribute, isElement } from "../html/dom.ts";
import type { BookFiles, Place } from "./files.ts";
import type { Book } from "./package.ts";
import { allElements, childrenNamed, elementsNamed, firstNamed, lineOf, localName, parseXml } from "./xml.ts";

export interface ContentsEntry {
  readonly title: string;
  /** Null for a line that leads nowhere, such as the name of a part. */
  readonly place: Place | null;
  readonly children: readonly ContentsEntry[];
}

export interface Contents {
  readonly entries: readonly ContentsEntry[];
  readonly pages: readonly { readonly place: Place; readonly page: string }[];
}

/** Deeper is nobody's contents. */
const DEEPEST = 20;

export function readContents(book: Book, files: BookFiles): Contents {
  const parsed = (path: string | null) => {
    const text = path === null ? null : files.text(path);
    return path === null || text === null ? null : { path, document: parseXml(text) };
  };
  const navigation = parsed(book.navigation);
  const fromNavigation = navigation && ofNavigation(navigation.document, navigation.path, files);
  if (fromNavigation !== null && fromNavigation.entries.length > 0) return fromNavigation;
  const ncx = parsed(book.ncx);
  return (ncx && ofNcx(ncx.document, ncx.path, files)) ?? fromNavigation ?? { entries: [], pages: [] };
}

/** The space-separated words of `epub:type`. */
export function epubTypes(element: Element): readonly string[] {
  return (attribute(element, "epub:type") ?? attribute(element, "type") ?? "").toLowerCase().split(/\s+/);
}

function ofNavigation(document: Document, path: string, files: BookFiles): Contents {
  const navs = [...elementsNamed(document, "nav")];
  const typed = (type: string) => navs.find((nav) => epubTypes(nav).includes(type));
  const toc = typed("toc") ?? navs.find((nav) => epubTypes(nav).join("") === "");
  const pageList = typed("page-list");
  const pages = pageList === undefined ? [] : [...elementsNamed(pageList, "a")];
  return {
    entries: toc === undefined ? [] : listEntries(toc, path, files, 0),
    pages: pages.flatMap((link) => pageOf(lineOf(link), attribute(link, "href"), path, files)),
  };
}

function listEntries(
  parent: Element,
  path: string,
  files: BookFiles,
  depth: number,
): readonly ContentsEntry[] {
  const list = firstNamed(parent, "ol") ?? firstNamed(parent, "ul");
  if (list === null || depth > DEEPEST) return [];
  return childrenNamed(list, "li").flatMap((item): readonly ContentsEntry[] => {
    const children = listEntries(item, path, files, depth + 1);
    const label = item.childNodes.find(
      (child): child is Element => isElement(child) && !/^(?:ol|ul)$/.test(child.tagName),
    );
    const href = label && (attribute(label, "href") ?? hrefBelow(label));
    const place = href === undefined ? null : files.resolve(href, path);
    const title = label === undefined ? "" : lineOf(label);
    return title === "" && place === null ? children : [{ title, place, children }];
  });
}

function hrefBelow(element: Element): string | undefined {
  const link = firstNamed(element, "a");
  return link === null ? undefined : attribute(link, "href");
}

function ofNcx(document: Document, path: string, files: BookFiles): Contents {
  const map = firstNamed(document, "navmap");
  return {
    entries: map === null ? [] : pointEntries(map, path, files, 0),
    pages: [...elementsNamed(document, "pagetarget")].flatMap((target) => {
      const source = [...allElements(target)].find((element) => localName(element) === "content");
      const text = firstNamed(target, "text");
      return pageOf(text === null ? "" : lineOf(text), source && attribute(source, "src"), path, files);
    }),
  };
}

function pointEntries(
  parent: Element,
  path: string,
  files: BookFiles,
  depth: number,
): readonly ContentsEntry[] {
  if (depth > DEEPEST) return [];
  return childrenNamed(parent, "navpoint").map((point) => {
    const [label] = childrenNamed(point, "navlabel");
    const [content] = childrenNamed(point, "content");
    const source = content && attribute(content, "src");
    return {
      title: label === undefined ? "" : lineOf(label),
      place: source === undefined ? null : files.resolve(source, path),
      children: pointEntries(point, path, files, depth + 1),
    };
  });
}

function pageOf(page: string, href: string | undefined, from: string, files: BookFiles): Contents["pages"] {
  const place = href === undefined ? null : files.resolve(href, from);
  return place === null || place.fragment === "" || page === "" ? [] : [{ place, page }];
}
