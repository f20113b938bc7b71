/** Looking at a parsed HTML tree. */
import type { DefaultTreeAdapterTypes } from "parse5";

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type Document = DefaultTreeAdapterTypes.Document;
type Parent = DefaultTreeAdapterTypes.ParentNode;

export function isElement(node: Node | Parent): node is Element {
  return "tagName" in node;
}

export function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === "#text";
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

export function bodyOf(document: Document): Element | undefined {
  const named = (parent: Parent | undefined, name: string) =>
    parent?.childNodes.find((node): node is Element => isElement(node) && node.tagName === name);
  return named(named(document, "html"), "body");
}

/** A whole number in an attribute, kept within bounds; the fallback where there is none. */
export function numberAttribute(
  element: Element,
  name: string,
  bounds: { readonly least: number; readonly most: number; readonly fallback: number },
): number {
  const value = Number.parseInt(attribute(element, name) ?? "", 10);
  return Number.isNaN(value) ? bounds.fallback : Math.min(bounds.most, Math.max(bounds.least, value));
}

/** Elements that never show text, or act instead of showing it. What is left out here cannot reach the model. */
const SILENT: ReadonlySet<string> = new Set([
  ...[
    "script",
    "style",
    "noscript",
    "template",
    "iframe",
    "frame",
    "frameset",
    "noframes",
    "object",
    "embed",
  ],
  ...["applet", "audio", "video", "canvas", "svg", "link", "meta", "base", "head", "title"],
  ...[
    "input",
    "select",
    "option",
    "textarea",
    "button",
    "datalist",
    "progress",
    "meter",
    "dialog",
    "nav",
    "map",
  ],
  ...["rp"],
]);

export function isSilent(element: Element): boolean {
  return SILENT.has(element.tagName) || isHidden(element);
}

/** A page that is hidden as a whole waits for its scripts: what it holds is meant to be read. */
function isHidden(element: Element): boolean {
  if (element.tagName === "body" || element.tagName === "html") return false;
  return (
    attribute(element, "hidden") !== undefined ||
    attribute(element, "aria-hidden") === "true" ||
    HIDING_STYLE.test(attribute(element, "style") ?? "")
  );
}

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Shows an article's text that its site hides until a script has run. */
export function reveal(element: Element): void {
  if (!isHidden(element)) return;
  element.attrs = element.attrs.filter(({ name }) => !/^(?:style|hidden|aria-hidden)$/.test(name));
}

/** Elements that begin and end a paragraph without being more than that to the model. */
const PARTING: ReadonlySet<string> = new Set([
  ...[
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "address",
    "center",
    "form",
    "fieldset",
  ],
  ...[
    "legend",
    "details",
    "summary",
    "hgroup",
    "search",
    "body",
    "html",
    "dl",
    "dt",
    "dd",
    "li",
    "tr",
    "td",
    "th",
  ],
  ...["thead", "tbody", "tfoot", "caption", "figcaption", "optgroup"],
]);

export function isParting(element: Element): boolean {
  return PARTING.has(element.tagName);
}

/** Puts nodes on a stack so that the first comes off first. One by one: there may be more than one call takes arguments. */
export function waitInOrder<Waiting>(waiting: Waiting[], nodes: readonly Waiting[]): void {
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index];
    if (node !== undefined) waiting.push(node);
  }
}

/** Every element below, in document order, without those that are silent. Does not recurse: trees can be very deep. */
export function* elementsBelow(root: Parent): Generator<Element> {
  const waiting: Node[] = [...root.childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) continue;
    // The head is silent for reading, but holds the title that callers look for.
    if (isSilent(node) && node.tagName !== "head" && node.tagName !== "title" && node.tagName !== "meta")
      continue;
    yield node;
    waitInOrder(waiting, node.childNodes);
  }
}

/** Stands for `br` in text taken as it stands, where a line feed is only a wrapped line of the source. */
export const LINE_SEPARATOR = "\u2028";

/** All visible text below, as it stands. Does not recurse. */
export function textBelow(root: Parent): string {
  const waiting: Node[] = [...root.childNodes].reverse();
  let text = "";
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isText(node)) text += node.value;
    if (!isElement(node) || isSilent(node)) continue;
    if (node.tagName === "br") text += LINE_SEPARATOR;
    waitInOrder(waiting, node.childNodes);
  }
  return text;
}

/** Whether an element is `outer` or lies in it. */
export function isWithin(element: Element, outer: Element): boolean {
  let node: Parent | null = element;
  while (node !== null && isElement(node)) {
    if (node === outer) return true;
    node = node.parentNode;
  }
  return false;
}
