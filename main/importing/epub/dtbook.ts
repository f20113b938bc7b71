/**
 * DTBook (ANSI/NISO Z39.86), the talking books' kind of document that EPUB 2 allows beside XHTML: its elements put in the
 * terms of HTML.
 */
import type { Element } from "../html/dom.ts";
import { attribute, isElement } from "../html/dom.ts";
import { localName } from "./xml.ts";

/** How far into a document its root element lies behind its declarations. */
const HEAD = 4096;

export function isDtbook(text: string): boolean {
  return /<(?:\w+:)?dtbook[\s>]/.test(text.slice(0, HEAD));
}

/** Captions of pictures are called as those of tables are, and HTML knows none outside a table. */
export function withPictureCaptions(text: string): string {
  return text.replace(/<imggroup\b[\s\S]*?<\/imggroup>/g, (group) =>
    group.replace(/<(\/?)caption\b/g, "<$1figcaption"),
  );
}

const NAMES: Readonly<Record<string, string>> = {
  ...{ doctitle: "h1", docauthor: "p", covertitle: "p", bridgehead: "h6", byline: "p", dateline: "p" },
  ...{ author: "p", line: "p", linegroup: "div", poem: "div", stanza: "div", epigraph: "blockquote" },
  ...{ imggroup: "figure", sidebar: "div", prodnote: "div", annotation: "div", lic: "span" },
  ...{ sent: "span", w: "span", linenum: "span", noteref: "a", annoref: "a", note: "aside" },
  ...{ book: "div", frontmatter: "div", bodymatter: "div", rearmatter: "div", pagenum: "span" },
};

/** What a level leaves on the element it becomes. */
const LEVEL = "data-level";

/** Lists say their kind in an attribute, headings only by how deep they lie, notes and page numbers by their name. */
export function inHtmlTerms(element: Element): void {
  const name = localName(element);
  if (name === "list") element.tagName = attribute(element, "type") === "ol" ? "ol" : "ul";
  else if (name === "hd" || name === "levelhd")
    element.tagName = `h${Math.min(6, Math.max(1, levelOf(element)))}`;
  else if (/^level[1-6]?$/.test(name)) {
    element.tagName = "div";
    element.attrs.push({ name: LEVEL, value: "" });
  } else element.tagName = NAMES[name] ?? element.tagName;
  if (name === "pagenum") setType(element, "pagebreak");
  if (name === "note") setType(element, "footnote");
  if (name !== "noteref") return;
  setType(element, "noteref");
  const target = attribute(element, "idref") ?? "";
  element.attrs.push({ name: "href", value: target.startsWith("#") ? target : `#${target}` });
}

function setType(element: Element, type: string): void {
  element.attrs.push({ name: "epub:type", value: type });
}

/** How many levels stand around it, which came before it. */
function levelOf(element: Element): number {
  let levels = 0;
  for (let up = element.parentNode; up !== null && isElement(up); up = up.parentNode) {
    if (attribute(up, LEVEL) !== undefined) levels++;
  }
  return levels;
}
