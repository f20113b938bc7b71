/**
 * XML read with the HTML parser: it forgives what is not well-formed, and knows no entities but the characters HTML
 * names, so nothing can be expanded or fetched. What XML writes otherwise than HTML is written out first.
 */
import { parse } from "parse5";
import type { Document, Element, Node } from "../html/dom.ts";
import { isElement } from "../html/dom.ts";

/** Elements that HTML never closes. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

const TAG = /^<([a-z_][\w.:-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>/i;

/** No tag is longer but for a picture in a data: URI. */
const LONGEST_TAG = 64 * 1024 * 1024;

export function parseXml(text: string): Document {
  return parse(asHtml(text));
}

/** Writes `<a/>` as `<a></a>`, CDATA as text, and leaves out document types and processing instructions. */
export function asHtml(text: string): string {
  const prefix = /xmlns:([\w.-]+)\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml["']/.exec(text)?.[1];
  const pieces: string[] = [];
  let at = 0;
  const skipPast = (closing: string, from: number): number => {
    const end = text.indexOf(closing, from);
    return end === -1 ? text.length : end + closing.length;
  };
  while (at < text.length) {
    const next = text.indexOf("<", at);
    if (next === -1) break;
    pieces.push(text.slice(at, next));
    if (text.startsWith("<!--", next)) at = skipPast("-->", next + 4);
    else if (text.startsWith("<![CDATA[", next)) {
      at = skipPast("]]>", next);
      pieces.push(escaped(text.slice(next + 9, at).replace(/\]\]>$/, "")));
    } else if (text.startsWith("<?", next)) at = skipPast("?>", next);
    else if (/^<!doctype/i.test(text.slice(next, next + 9))) at = doctypeEnd(text, next);
    else {
      const written = tagAt(text, next, prefix);
      pieces.push(written.html);
      at = written.end;
    }
  }
  pieces.push(text.slice(at));
  return `<!DOCTYPE html>${pieces.join("")}`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** A document type may hold declarations in brackets, which hold `>` of their own. */
function doctypeEnd(text: string, start: number): number {
  const close = text.indexOf(">", start);
  const bracket = text.indexOf("[", start);
  if (close === -1) return text.length;
  if (bracket === -1 || bracket > close) return close + 1;
  const end = /\]\s*>/g;
  end.lastIndex = bracket;
  return end.exec(text) === null ? close + 1 : end.lastIndex;
}

function tagAt(
  text: string,
  start: number,
  prefix: string | undefined,
): { readonly html: string; readonly end: number } {
  // Attribute values hold no `<` in XML: a tag ends before the next one begins.
  const next = text.indexOf("<", start + 1);
  const limit = Math.min(next === -1 ? text.length : next, start + LONGEST_TAG);
  const source = text.slice(start, limit);
  const own = prefix === undefined ? null : `${prefix}:`;
  if (own !== null && source.startsWith(`</${own}`)) {
    return { html: `</${source.slice(2 + own.length)}`, end: limit };
  }
  const found = TAG.exec(source);
  if (found === null) return { html: source, end: limit };
  const [whole, fullName = "", attributes = "", slash] = found;
  const name = own !== null && fullName.startsWith(own) ? fullName.slice(own.length) : fullName;
  const closed = slash === "/" && !VOID.test(name);
  const html = `<${name}${attributes}>${closed ? `</${name}>` : ""}`;
  return { html, end: start + whole.length };
}

/** The name without its namespace's prefix, lower case. */
export function localName(element: Element): string {
  return element.tagName.slice(element.tagName.indexOf(":") + 1).toLowerCase();
}

type Parent = { readonly childNodes: readonly Node[] };

/** Every element below in document order, whether it would be shown or not. Does not recurse: trees can be very deep. */
export function* allElements(root: Parent): Generator<Element> {
  const waiting: Node[] = [...root.childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let index = node.childNodes.length - 1; index >= 0; index--) {
      const child = node.childNodes[index];
      if (child !== undefined) waiting.push(child);
    }
  }
}

export function* elementsNamed(root: Parent, name: string): Generator<Element> {
  for (const element of allElements(root)) if (localName(element) === name) yield element;
}

export function firstNamed(root: Parent, name: string): Element | null {
  for (const element of elementsNamed(root, name)) return element;
  return null;
}

export function childrenNamed(element: Element, name: string): readonly Element[] {
  return element.childNodes.filter(
    (child): child is Element => isElement(child) && localName(child) === name,
  );
}

/** All text below in one line, shown or not. */
export function lineOf(root: Parent): string {
  const waiting: Node[] = [...root.childNodes].reverse();
  let text = "";
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeName === "#text" && "value" in node) text += node.value;
    if (!isElement(node)) continue;
    for (let index = node.childNodes.length - 1; index >= 0; index--) {
      const child = node.childNodes[index];
      if (child !== undefined) waiting.push(child);
    }
  }
  return text.replace(/\s+/g, " ").trim();
}
