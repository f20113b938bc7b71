/**
 * The documents of a book, cut and joined into chapters as its contents have them: a chapter may run over several
 * files, and a file may hold several chapters.
 */
import type { Element, Node } from "../html/dom.ts";
import { isElement, isText } from "../html/dom.ts";
import type { Contents, ContentsEntry } from "./contents.ts";
import type { BookDocument, BookDocuments } from "./documents.ts";
import { newElement, showsAnything } from "./documents.ts";
import { allElements } from "./xml.ts";

export interface Chapter {
  /** Where it begins: a document's path, with the fragment where it begins within. */
  readonly part: string;
  /** As the contents name it; empty where they do not. */
  readonly title: string;
  readonly documents: readonly BookDocument[];
  /** One tree for each document it runs over. */
  readonly trees: readonly Element[];
}

interface Start {
  readonly title: string;
  readonly fragment: string;
  /** Null for the document's beginning. */
  readonly element: Element | null;
}

interface Piece {
  readonly document: BookDocument;
  readonly tree: Element;
  /** Null where the contents name no beginning here. */
  readonly start: Start | null;
}

export function chaptersOf(documents: BookDocuments, contents: Contents): readonly Chapter[] {
  const starts = startsOf(contents.entries, documents);
  const pieces = documents.list.flatMap((document) => piecesOf(document, starts.get(document.path) ?? []));
  const chapters: (Chapter & { readonly documents: BookDocument[]; readonly trees: Element[] })[] = [];
  let ahead: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (!showsAnything(piece.tree)) continue;
    const following = pieces[index + 1];
    const last = chapters.at(-1);
    // A heading or picture right before a chapter's beginning in the same file opens that chapter.
    if (piece.start === null && following?.document === piece.document && isOpening(piece.tree)) {
      ahead.push(piece);
      continue;
    }
    const all = [...ahead, piece];
    ahead = [];
    if (piece.start === null && last !== undefined && continues(piece, last)) {
      for (const { tree } of all) last.trees.push(tree);
      last.documents.push(piece.document);
      continue;
    }
    const { fragment = "", title = "" } = piece.start ?? {};
    const { path } = piece.document;
    chapters.push({
      part: fragment === "" ? path : `${path}#${fragment}`,
      title,
      documents: [piece.document],
      trees: all.map(({ tree }) => tree),
    });
  }
  return chapters;
}

/** The beginnings in each document, by its path, in the document's order and no two at the same place. */
function startsOf(
  entries: readonly ContentsEntry[],
  documents: BookDocuments,
): ReadonlyMap<string, readonly Start[]> {
  const starts = new Map<string, Start[]>();
  for (const { title, place } of chapterEntries(entries, documents)) {
    const document = place === null ? undefined : documents.byPath.get(place.path);
    if (place === null || document === undefined) continue;
    const target = document.ids.get(place.fragment);
    const element = target === undefined ? null : beginning(target);
    const known = starts.get(document.path) ?? [];
    starts.set(document.path, known);
    if (known.some((start) => start.element === element)) continue;
    known.push({ title, element, fragment: element === null ? "" : place.fragment });
  }
  for (const [path, known] of starts) sortByPlace(known, documents.byPath.get(path)?.body);
  return starts;
}

function sortByPlace(starts: Start[], body: Element | undefined): void {
  const order = new Map<Element | null, number>();
  if (body !== undefined) for (const element of allElements(body)) order.set(element, order.size);
  const position = ({ element }: Start) => order.get(element) ?? -1;
  starts.sort((one, other) => position(one) - position(other));
}

/**
 * The entries that are chapters: the topmost, but where those are parts of the book, with a file for each of their
 * chapters, both the part's own first page and the chapters.
 */
function chapterEntries(
  entries: readonly ContentsEntry[],
  documents: BookDocuments,
): readonly ContentsEntry[] {
  return entries.flatMap((entry) => {
    const { children } = entry;
    const opens = children.filter((child) => opensFile(child, documents));
    const files = new Set(opens.map(({ place }) => place?.path));
    const isPart =
      (entry.place === null && children.length > 0) ||
      (children.length > 0 && opens.length === children.length && files.size === children.length) ||
      (entries.length === 1 && children.length > 1);
    return isPart ? [entry, ...chapterEntries(children, documents)] : [entry];
  });
}

function opensFile({ place }: ContentsEntry, documents: BookDocuments): boolean {
  const document = place === null ? undefined : documents.byPath.get(place.path);
  if (place === null || document === undefined) return false;
  const target = document.ids.get(place.fragment);
  return target === undefined || beginning(target) === null;
}

/** The outermost element that begins where this one does; null where that is the whole document. */
function beginning(target: Element): Element | null {
  let element = target;
  for (;;) {
    const parent = element.parentNode;
    if (parent === null || !isElement(parent)) return null;
    const at = parent.childNodes.indexOf(element);
    // A place within a line or a heading means the paragraph, the list, the table it stands in.
    const within = /^(?:p|h[1-6]|li|ul|ol|dl|table|tbody|tr|td|blockquote|a|span|b|strong|em|i|sup)$/;
    const first = !parent.childNodes.slice(0, Math.max(0, at)).some(isShown);
    if (!first && !within.test(parent.tagName)) return element;
    if (parent.tagName === "body") return null;
    element = parent;
  }
}

function isShown(node: Node): boolean {
  if (isText(node)) return node.value.trim() !== "";
  return isElement(node) && (/^(?:img|hr)$/.test(node.tagName) || showsAnything(node));
}

/** Cuts the document's tree before each beginning, the last first, so that each cut moves only what lies between two. */
function piecesOf(document: BookDocument, starts: readonly Start[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const start of starts.toReversed()) {
    const { element } = start;
    if (element === null) continue;
    pieces.unshift({ document, tree: cutBefore(element, document.body), start });
  }
  const first = starts.find(({ element }) => element === null) ?? null;
  return [{ document, tree: document.body, start: first }, ...pieces];
}

/** Takes the element and all after it out of the tree, into one with the same elements around it. */
function cutBefore(element: Element, body: Element): Element {
  let cut: Element = element;
  let right: Element | null = null;
  for (;;) {
    const parent = cut.parentNode;
    if (parent === null || !isElement(parent)) return right ?? newElement(body, "div");
    const at = parent.childNodes.indexOf(cut);
    const moved = parent.childNodes.splice(right === null ? at : at + 1);
    const copy: Element = { ...parent, childNodes: right === null ? moved : [right, ...moved] };
    for (const child of copy.childNodes) child.parentNode = copy;
    right = copy;
    if (parent === body) return right;
    cut = parent;
  }
}

/** Nothing but headings and pictures. */
function isOpening(tree: Element): boolean {
  const waiting: Node[] = [...tree.childNodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isText(node) && node.value.trim() !== "") return false;
    if (!isElement(node) || /^h[1-6]$/.test(node.tagName)) continue;
    for (const child of node.childNodes) waiting.push(child);
  }
  return true;
}

/** A file that the contents do not name goes on with the chapter before it, unless a heading as high as that one's begins it. */
function continues({ tree }: Piece, before: Chapter): boolean {
  const own = firstHeading(tree);
  const other = before.trees.map((each) => firstHeading(each)).find((level) => level !== null) ?? null;
  if (own === null) return before.title !== "" || other !== null;
  return other !== null && own > other;
}

/** The level of the heading that the tree begins with; null where it begins with text. */
function firstHeading(tree: Element): number | null {
  const waiting: Node[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isText(node) && node.value.trim() !== "") return null;
    if (!isElement(node)) continue;
    if (/^h[1-6]$/.test(node.tagName) && showsAnything(node)) return Number(node.tagName.charAt(1));
    for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  return null;
}
