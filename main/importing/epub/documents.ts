/** A book's documents as trees that the HTML conversion can read: pictures, drawings, pages and choices put in its terms. */
import { html, serializeOuter } from "parse5";
import type { Element, Node } from "../html/dom.ts";
import { attribute, isElement, isText } from "../html/dom.ts";
import type { Run } from "../inlines.ts";
import { recognisePicture } from "../pictures.ts";
import type { Contents } from "./contents.ts";
import { epubTypes } from "./contents.ts";
import { inHtmlTerms, isDtbook, withPictureCaptions } from "./dtbook.ts";
import type { BookFiles } from "./files.ts";
import { isNested } from "./well-formed.ts";
import { allElements, elementsNamed, firstNamed, lineOf, localName, parseXml } from "./xml.ts";

export type Leaf = Run["leaf"];

export interface BookDocument {
  readonly path: string;
  readonly body: Element;
  /** What the document calls itself; often no more than the book's title or a file's name. */
  readonly title: string;
  readonly ids: ReadonlyMap<string, Element>;
}

export interface BookDocuments {
  readonly list: readonly BookDocument[];
  readonly byPath: ReadonlyMap<string, BookDocument>;
  /** Elements that are not text but a mark in it. */
  readonly leaves: Map<Element, Leaf>;
  /** Documents that the book names and does not have. */
  readonly missing: readonly string[];
}

export function readDocuments(paths: readonly string[], contents: Contents, files: BookFiles): BookDocuments {
  const leaves = new Map<Element, Leaf>();
  const byPath = new Map<string, BookDocument>();
  const missing: string[] = [];
  const pages = new Map(contents.pages.map(({ place, page }) => [`${place.path}#${place.fragment}`, page]));
  for (const path of paths) {
    const text = pictureDocument(path, files) ?? files.text(path);
    const document = text === null ? null : readDocument(text, path, { files, leaves, pages });
    if (document === null) missing.push(path);
    else byPath.set(path, document);
    if (text !== null && document !== null && !isNested(text)) files.damaged.add(path);
  }
  return { list: [...byPath.values()], byPath, leaves, missing };
}

/** A page that is a picture, as a document that holds it; null for all others. */
function pictureDocument(path: string, files: BookFiles): string | null {
  const bytes = PICTURE_NAME.test(path) ? files.bytes(path) : null;
  if (bytes === null || recognisePicture(bytes) === null) return null;
  const name = path.split("/").at(-1) ?? path;
  return `<html><body><img src="${encodeURIComponent(name)}"/></body></html>`;
}

const PICTURE_NAME = /\.(?:jpe?g|png|gif|webp)$/i;

interface Preparation {
  readonly files: BookFiles;
  readonly leaves: Map<Element, Leaf>;
  readonly pages: ReadonlyMap<string, string>;
}

function readDocument(text: string, path: string, preparation: Preparation): BookDocument | null {
  const isBook = isDtbook(text);
  const tree = parseXml(isBook ? withPictureCaptions(text) : text);
  const body = firstNamed(tree, "body");
  if (body === null) return null;
  const title = [...elementsNamed(tree, "title")].find((element) => parentName(element) === "head");
  const ids = new Map<string, Element>();
  // The list is taken first: preparing takes elements out of the tree.
  for (const element of [...allElements(body)]) {
    for (const name of ["id", "name", "xml:id"]) {
      const id = attribute(element, name);
      if (id !== undefined && !ids.has(id)) ids.set(id, element);
    }
    if (isBook) inHtmlTerms(element);
    prepare(element, path, preparation);
  }
  return { path, body, title: title === undefined ? "" : lineOf(title), ids };
}

function prepare(element: Element, path: string, { files, leaves, pages }: Preparation): void {
  const id = attribute(element, "id") ?? attribute(element, "name");
  const page = (id !== undefined && pages.get(`${path}#${id}`)) || pageBreak(element);
  if (page) {
    markPage(element, page, leaves);
    return;
  }
  switch (localName(element)) {
    case "img":
      setAttribute(element, "src", inBook(attribute(element, "src") ?? "", path, files));
      return;
    case "svg":
      drawing(element, path, files);
      return;
    case "object":
    case "embed":
      embedded(element, path, files);
      return;
    case "nav":
      // Contents that stand among the chapters are there to be read; lists of pages and landmarks are not.
      if (epubTypes(element).some((type) => /^(?:page-list|landmarks)$/.test(type))) detach(element);
      else element.tagName = "section";
      return;
    case "noscript":
      element.tagName = "div";
      return;
    case "switch":
      chooseOne(element);
      return;
  }
}

function pageBreak(element: Element): string {
  if (!epubTypes(element).includes("pagebreak") && attribute(element, "role") !== "doc-pagebreak") return "";
  const stated = attribute(element, "title") ?? attribute(element, "aria-label") ?? lineOf(element);
  return stated.replace(/^(?:page|第)?\s*|\s*页?\.?$/gi, "").slice(0, 40);
}

/** An empty element, or one with nothing but the page's number, becomes the mark; before any other it is put in. */
function markPage(element: Element, page: string, leaves: Map<Element, Leaf>): void {
  const text = lineOf(element);
  const leaf: Leaf = { type: "page-mark", page: page.slice(0, 40) };
  if (text === "" || text.replace(/[^\p{L}\p{N}]/gu, "") === page.replace(/[^\p{L}\p{N}]/gu, "")) {
    if (!firstNamed(element, "img") && element.tagName !== "img") {
      leaves.set(element, leaf);
      return;
    }
  }
  const mark = newElement(element, "span");
  element.childNodes.unshift(mark);
  leaves.set(mark, leaf);
}

/** The picture's path in the book, which then needs no more resolving. */
function inBook(reference: string, path: string, files: BookFiles): string {
  if (/^\s*(?:data|https?):/i.test(reference) || reference.trim() === "") return reference;
  return files.resolve(reference, path)?.path ?? reference;
}

/** A drawing that only holds a picture is that picture; any other is kept as a picture of its own, with its words below. */
function drawing(svg: Element, path: string, files: BookFiles): void {
  if (attribute(svg, "width") === "0" || isInside(svg, "svg")) return;
  const images = [...allElements(svg)].filter((element) => localName(element) === "image");
  const drawn = [...allElements(svg)].some((element) =>
    /^(?:path|rect|circle|ellipse|line|polyline|polygon|text|use|foreignobject)$/.test(localName(element)),
  );
  const words = [...elementsNamed(svg, "text")].map((text) => lineOf(text)).filter((line) => line !== "");
  const name = firstNamed(svg, "title") ?? firstNamed(svg, "desc");
  const alt = (name && lineOf(name)) || (attribute(svg, "aria-label") ?? "");
  const sources = drawn
    ? [`data:image/svg+xml;base64,${Buffer.from(standalone(svg)).toString("base64")}`]
    : images.map((image) =>
        inBook(attribute(image, "xlink:href") ?? attribute(image, "href") ?? "", path, files),
      );
  const figure = newElement(svg, "figure");
  for (const src of sources) {
    const image = newElement(figure, "img");
    image.attrs.push({ name: "src", value: src }, { name: "alt", value: alt });
    figure.childNodes.push(image);
  }
  if (words.length > 0) {
    const caption = newElement(figure, "figcaption");
    caption.childNodes.push({ nodeName: "#text", value: words.join("\n"), parentNode: caption });
    figure.childNodes.push(caption);
  }
  replace(svg, sources.length + words.length > 0 ? figure : null);
}

/** A file of its own, with the names that it inherited from the document around it. Nothing that acts comes along. */
function standalone(svg: Element): string {
  for (const element of [...allElements(svg)]) {
    if (/^(?:script|foreignobject|iframe|handler)$/.test(localName(element))) detach(element);
    else element.attrs = element.attrs.filter(({ name }) => !/^on/i.test(name));
  }
  svg.attrs = svg.attrs.filter(({ name, prefix }) => prefix !== "xmlns" && !/^(?:on|xmlns)/i.test(name));
  setAttribute(svg, "xmlns", "http://www.w3.org/2000/svg");
  setAttribute(svg, "xmlns:xlink", "http://www.w3.org/1999/xlink");
  return serializeOuter(svg).replaceAll("&nbsp;", "&#160;");
}

/** A picture stands for itself; of anything else the words for those who cannot play it remain. */
function embedded(element: Element, path: string, files: BookFiles): void {
  const source = attribute(element, "data") ?? attribute(element, "src") ?? "";
  const isPicture =
    /^image\//i.test(attribute(element, "type") ?? "") || /\.(?:svg|png|jpe?g|gif)$/i.test(source);
  if (!isPicture) {
    element.tagName = "div";
    return;
  }
  const image = newElement(element, "img");
  const alt = lineOf(element) || (attribute(element, "title") ?? "");
  image.attrs.push({ name: "src", value: inBook(source, path, files) }, { name: "alt", value: alt });
  replace(element, image);
}

/** EPUB 3.0's `epub:switch` says one thing several ways. */
function chooseOne(element: Element): void {
  const children = element.childNodes.filter(isElement);
  const chosen = children.find((child) => localName(child) === "default") ?? children[0];
  element.childNodes = chosen === undefined ? [] : [chosen];
}

function isInside(element: Element, name: string): boolean {
  for (let up = element.parentNode; up !== null && isElement(up); up = up.parentNode) {
    if (localName(up) === name) return true;
  }
  return false;
}

function parentName(element: Element): string {
  const parent = element.parentNode;
  return parent !== null && isElement(parent) ? localName(parent) : "";
}

export function newElement(parent: Element, tagName: string): Element {
  return {
    ...{ nodeName: tagName, tagName, attrs: [], childNodes: [] },
    ...{ namespaceURI: html.NS.HTML, parentNode: parent },
  };
}

function setAttribute(element: Element, name: string, value: string): void {
  const known = element.attrs.find((candidate) => candidate.name === name);
  if (known === undefined) element.attrs.push({ name, value });
  else known.value = value;
}

export function detach(node: Element): void {
  replace(node, null);
}

export function replace(node: Element, other: Element | null): void {
  const parent = node.parentNode;
  const at = parent?.childNodes.indexOf(node) ?? -1;
  if (parent === null || at === -1) return;
  if (other === null) parent.childNodes.splice(at, 1);
  else {
    other.parentNode = parent;
    parent.childNodes.splice(at, 1, other);
  }
}

/** Whether anything is shown in it: text or a picture. */
export function showsAnything(root: { readonly childNodes: readonly Node[] }): boolean {
  const waiting: Node[] = [...root.childNodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isText(node) && node.value.trim() !== "") return true;
    if (!isElement(node)) continue;
    if (/^(?:img|hr|table)$/.test(node.tagName)) return true;
    for (const child of node.childNodes) waiting.push(child);
  }
  return false;
}
