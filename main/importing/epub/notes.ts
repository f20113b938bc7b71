/**
 * Footnotes and endnotes, wherever in the book they stand: told by `epub:type` and `role`, and in older books by a
 * short link (“[1]”, “①”, “*”) to a place that begins with a link back.
 */
import type { Element } from "../html/dom.ts";
import { attribute, isElement, isText } from "../html/dom.ts";
import { epubTypes } from "./contents.ts";
import type { BookDocument, BookDocuments } from "./documents.ts";
import { detach, showsAnything } from "./documents.ts";
import type { BookFiles } from "./files.ts";
import { allElements, elementsNamed, lineOf } from "./xml.ts";

/** From the element that stands for a note's mark to what the note says. */
export type Notes = ReadonlyMap<Element, Element>;

const NOTE_TYPES = /^(?:footnote|endnote|rearnote|note|doc-footnote|doc-endnote)$/;
const REFERENCE_TYPES = /^(?:noteref|doc-noteref)$/;
const BACK_TYPES = /^(?:backlink|doc-backlink|referrer)$/;

/** What a note's mark looks like in print. */
const LABEL =
  /^[\s[\](){}（）〔〕【】［］]*(?:注\s*)?(?:\d{1,4}|[a-z]|[ivxlc]{1,6}|[*＊†‡§¶※]{1,4}|[①-⓿㈠-㊿❶-➓]|[一二三四五六七八九十百]{1,4})[\s.[\](){}（）〔〕【】［］]*$/iu;

const BLOCK = /^(?:p|li|aside|div|dd|td|section|blockquote|figure|footer)$/;

/** Takes the notes out of the documents, so that they stand only where they are referred to. */
export function takeNotes(documents: BookDocuments, files: BookFiles): Notes {
  const notes = new Map<Element, Element>();
  const taken = new Map<Element, BookDocument>();
  for (const document of documents.list) {
    for (const link of [...elementsNamed(document.body, "a")]) {
      const target = targetOf(link, document, documents, files);
      if (target === null || isWithinAny(link, taken)) continue;
      const note = noteAt(link, target, document, documents, files);
      if (note === null || contains(note, link)) continue;
      const mark = aloneInSup(link);
      notes.set(mark, note);
      documents.leaves.set(mark, { type: "footnote-mark", id: "" });
      taken.set(note, target.document);
    }
  }
  for (const [note, document] of taken) {
    withoutLinksBack(note, document, documents, files);
    detachWithEmptied(note);
  }
  return notes;
}

interface Target {
  readonly element: Element;
  readonly document: BookDocument;
}

function targetOf(
  link: Element,
  from: BookDocument,
  documents: BookDocuments,
  files: BookFiles,
): Target | null {
  const href = attribute(link, "href");
  const place = href === undefined ? null : files.resolve(href, from.path);
  const document = place === null ? undefined : documents.byPath.get(place.path);
  const element = place === null ? undefined : document?.ids.get(place.fragment);
  return document === undefined || element === undefined ? null : { element, document };
}

/** What holds the whole note that the link refers to; null where it refers to no note. */
function noteAt(
  link: Element,
  target: Target,
  from: BookDocument,
  documents: BookDocuments,
  files: BookFiles,
): Element | null {
  if (types(link).some((type) => BACK_TYPES.test(type))) return null;
  const stated = upTo(target.element, (element) => types(element).some((type) => NOTE_TYPES.test(type)));
  if (stated !== null) return LABEL.test(lineOf(link)) || isReference(link) ? stated : null;
  const block = upTo(target.element, (element) => BLOCK.test(element.tagName));
  if (block === null || !showsAnything(block)) return null;
  if (isReference(link)) return block;
  if (!LABEL.test(lineOf(link))) return null;
  const back = [...elementsNamed(block, "a")];
  const leadsBack = back.filter((other) => {
    const found = targetOf(other, target.document, documents, files);
    return found?.document === from && isBeside(found.element, link);
  });
  // A block with the links of many notes is the list of them, not one of them.
  const one = leadsBack.length === 1 && back.filter((other) => LABEL.test(lineOf(other))).length === 1;
  return one && lineOf(block).length > lineOf(link).length ? block : null;
}

function types(element: Element): readonly string[] {
  return [...epubTypes(element), ...(attribute(element, "role") ?? "").toLowerCase().split(/\s+/)];
}

function isReference(link: Element): boolean {
  return types(link).some((type) => REFERENCE_TYPES.test(type));
}

/** The place a link back leads to is the mark's link, in it, or close around it. */
function isBeside(element: Element, link: Element): boolean {
  if (contains(element, link) || contains(link, element)) return true;
  const parent = link.parentNode;
  return parent !== null && isElement(parent) && parent.tagName !== "body" && contains(parent, element);
}

function contains(outer: Element, inner: Element): boolean {
  return upTo(inner, (element) => element === outer) !== null;
}

function isWithinAny(element: Element, taken: ReadonlyMap<Element, unknown>): boolean {
  return upTo(element, (candidate) => taken.has(candidate)) !== null;
}

/** The nearest element, from this one up to the body, that is such a one. */
function upTo(element: Element, isSuch: (element: Element) => boolean): Element | null {
  for (let up: Element | null = element; up !== null && up.tagName !== "body"; ) {
    if (isSuch(up)) return up;
    const parent: Element["parentNode"] = up.parentNode;
    up = parent !== null && isElement(parent) ? parent : null;
  }
  return null;
}

/** A raised mark is raised anyway. */
function aloneInSup(link: Element): Element {
  const parent = link.parentNode;
  if (parent === null || !isElement(parent) || parent.tagName !== "sup") return link;
  const alone = parent.childNodes.every(
    (child) => child === link || (isText(child) && /^[\s[\]()（）〔〕【】]*$/.test(child.value)),
  );
  return alone ? parent : link;
}

/** The note's own number and its arrow back say nothing where the note is shown with its mark. */
function withoutLinksBack(
  note: Element,
  document: BookDocument,
  documents: BookDocuments,
  files: BookFiles,
): void {
  for (const link of [...elementsNamed(note, "a")]) {
    const text = lineOf(link);
    const isBack = types(link).some((type) => BACK_TYPES.test(type)) || /^(?:[↩↑←⏎^\s]|\uFE0E)+$/u.test(text);
    const target = targetOf(link, document, documents, files);
    if (isBack || (target !== null && LABEL.test(text) && !documents.leaves.has(link)))
      detach(aloneInSup(link));
  }
}

/** Together with the list or the section that held nothing but notes and their heading. */
function detachWithEmptied(note: Element): void {
  let parent = note.parentNode;
  detach(note);
  while (parent !== null && isElement(parent) && parent.tagName !== "body") {
    const next: Element["parentNode"] = parent.parentNode;
    if (!isEmptied(parent)) return;
    detach(parent);
    parent = next;
  }
}

function isEmptied(element: Element): boolean {
  const isForNotes = types(element).some((type) => /^(?:doc-)?(?:footnotes|endnotes|rearnotes)$/.test(type));
  if (!isForNotes) return !showsAnything(element);
  for (const below of allElements(element)) {
    if (/^(?:p|li|img|table|blockquote|pre)$/.test(below.tagName)) return false;
  }
  return true;
}
