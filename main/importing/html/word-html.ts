/**
 * HTML as Word and WPS put it on the clipboard, or save it: lists are paragraphs there, with their numbers as text, and the
 * title is a style. Made into what other pages say, before anything else looks at it.
 */
import type { Document, Element, Node } from "./dom.ts";
import { attribute, elementsBelow, isElement, LINE_SEPARATOR, textBelow } from "./dom.ts";

/** Whether it is worth a look: only these programs write such properties. */
export function isWordHtml(text: string): boolean {
  return /mso-[a-z]|class=["']?Mso/.test(text);
}

/** Changes the tree it is given. */
export function readWordMarkup(document: Document): void {
  // Taken first: the tree changes below.
  const elements = [...elementsBelow(document)];
  for (const element of elements) {
    if (/^MsoTitle\b/i.test(attribute(element, "class") ?? "") && element.tagName === "p")
      rename(element, "h1");
  }
  const parents = new Set(elements.filter(isListParagraph).map(({ parentNode }) => parentNode));
  for (const parent of parents) if (parent !== null && isElement(parent)) gatherLists(parent);
}

interface ListItem {
  readonly paragraph: Element;
  /** 1: outermost. */
  readonly level: number;
  /** The list's own name in the document: paragraphs of another begin anew. */
  readonly list: string;
  /** Null: a sign in front of it, not a number. */
  readonly number: number | null;
}

interface OpenList {
  readonly element: Element;
  readonly level: number;
  readonly list: string;
}

/** Puts runs of list paragraphs into lists, those of deeper levels into the item before them. */
function gatherLists(parent: Element): void {
  const nodes: Node[] = [];
  let open: OpenList[] = [];
  for (const node of parent.childNodes) {
    const item = isElement(node) && isListParagraph(node) ? listItem(node) : null;
    if (item === null) {
      // White space and comments between two paragraphs part no list.
      if (isElement(node)) open = [];
      nodes.push(node);
      continue;
    }
    open = open.filter(
      ({ level, list }) => level < item.level || (level === item.level && list === item.list),
    );
    let innermost = open.at(-1);
    if (innermost === undefined || innermost.level < item.level) {
      const list = newList(item);
      const around = innermost?.element.childNodes.at(-1);
      if (around !== undefined && isElement(around)) append(around, list);
      else {
        list.parentNode = parent;
        nodes.push(list);
      }
      innermost = { element: list, level: item.level, list: item.list };
      open.push(innermost);
    }
    rename(item.paragraph, "li");
    append(innermost.element, item.paragraph);
  }
  parent.childNodes = nodes;
}

const LIST_STYLE = /mso-list\s*:\s*(l\d+)\s+level(\d)/i;
const IGNORED = /mso-list\s*:\s*ignore/i;

function isListParagraph(element: Element): boolean {
  return element.tagName === "p" && LIST_STYLE.test(attribute(element, "style") ?? "");
}

/**
 * Null where the number is one that only words can say (一、 or 第一条): it stays in the paragraph's text. What is said by
 * the list itself is taken out of the text.
 */
function listItem(paragraph: Element): ListItem | null {
  const [, list = "", level = "1"] = LIST_STYLE.exec(attribute(paragraph, "style") ?? "") ?? [];
  const marker = [...elementsBelow(paragraph)].find((element) =>
    IGNORED.test(attribute(element, "style") ?? ""),
  );
  if (marker === undefined) return null;
  const sign = textBelow(marker).replaceAll(LINE_SEPARATOR, " ").replace(/\s+/g, " ").trim();
  const number = /^\d{1,6}(?=[.．、)）]?$)/.exec(sign)?.[0];
  if (number === undefined && !isBullet(sign)) {
    trimMarker(marker, sign);
    return null;
  }
  const around = marker.parentNode;
  if (around !== null && isElement(around)) {
    around.childNodes = around.childNodes.filter((node) => node !== marker);
  }
  return { paragraph, level: Number(level), list, number: number === undefined ? null : Number(number) };
}

/** Letters of the sign typefaces too: “l”, “n” or “Ø” in Wingdings, “o” in Courier are drawn as dots and arrows. */
function isBullet(sign: string): boolean {
  return /^[^\p{Script=Han}\p{Number}]$/u.test(sign);
}

/** The number keeps its place in the text, without the run of spaces that keeps it apart on paper: 一、部署 but 第一条　总则. */
function trimMarker(marker: Element, sign: string): void {
  const value = /[、．.)）]$/.test(sign) ? sign : `${sign}\u3000`;
  marker.childNodes = [{ nodeName: "#text", value, parentNode: marker }];
}

function newList({ number }: ListItem): Element {
  const start = number === null || number === 1 ? [] : [{ name: "start", value: String(number) }];
  return {
    nodeName: number === null ? "ul" : "ol",
    tagName: number === null ? "ul" : "ol",
    attrs: start,
    namespaceURI: "http://www.w3.org/1999/xhtml" as Element["namespaceURI"],
    childNodes: [],
    parentNode: null,
  };
}

function append(parent: Element, child: Element): void {
  child.parentNode = parent;
  parent.childNodes.push(child);
}

function rename(element: Element, tagName: string): void {
  element.tagName = tagName;
  element.nodeName = tagName;
}
