/** The part of a page that holds what Readability kept, and what within that belongs to the site. */
import type { Element } from "./dom.ts";
import { elementsBelow, isElement, isParting, isSilent, isText, textBelow } from "./dom.ts";
import { bearsFurnitureName, bearsLikelyFurnitureName } from "./furniture-name.ts";
import { isLinkList, linkedCharacters } from "./link-list.ts";

/** An element with this share of what Readability keeps holds the article, and the rest is strewn around it. */
const MOST_KEPT = 0.95;

/** The innermost element that holds nearly all that was kept, and more of the same text beside it. */
export function keptPart(body: Element, kept: ReadonlySet<Element>): Element {
  const total = keptCharacters(body, kept);
  return widened(innermost(body, kept, total), total);
}

function innermost(body: Element, kept: ReadonlySet<Element>, total: number): Element {
  for (let root = body; ; ) {
    const holding = root.childNodes
      .filter(isElement)
      .find((child) => keptCharacters(child, kept) >= MOST_KEPT * total);
    // A paragraph alone is no place for an article: what stands beside it may belong to it.
    if (holding === undefined || /^(?:p|h[1-6]|pre|blockquote|table)$/.test(holding.tagName)) return root;
    // Columns may be items of a list; an article that is a list has more than one that holds anything.
    const column = /^(?:ul|ol)$/.test(holding.tagName) ? columnOf(holding, kept, total) : holding;
    if (column === null) return root;
    root = column;
  }
}

function columnOf(list: Element, kept: ReadonlySet<Element>, total: number): Element | null {
  const item = list.childNodes
    .filter(isElement)
    .find((child) => child.tagName === "li" && keptCharacters(child, kept) >= MOST_KEPT * total);
  return item?.childNodes.some((node) => isElement(node) && isParting(node)) === true ? item : null;
}

/** Of an article in many parts Readability may keep one: what is around it has its plain text, and no more of that. */
function widened(part: Element, total: number): Element {
  let root = part;
  for (;;) {
    const { parentNode: parent } = root;
    if (root.tagName === "body" || parent === null || !isElement(parent) || parent.tagName === "body")
      return root;
    const shown = parent.childNodes.filter(isElement).filter((child) => !isSilent(child));
    const length = (elements: readonly Element[]) =>
      elements.reduce((sum, child) => sum + textBelow(child).trim().length, 0);
    const at = shown.indexOf(root);
    const after = shown.slice(at + 1);
    // What stands before may be the title, and who wrote it.
    if (length(shown.slice(0, Math.max(0, at))) > 0 || length(after) > total || !after.every(isPlain))
      return root;
    root = parent;
  }
}

/** What no plain text holds: the title, other articles, lists, forms. */
const NOT_PLAIN = /^(?:a|h1|form|aside|header|article|section|ul|ol|dl|table)$/;
const NOT_PLAIN_WITHIN = /^(?:h1|form|label|header)$/;

/** Plain text holds a reference or two. */
const PLAIN_LINKS = 0.1;

function isPlain(element: Element): boolean {
  if (NOT_PLAIN.test(element.tagName) || bearsFurnitureName(element)) return false;
  for (const below of elementsBelow(element)) {
    if (NOT_PLAIN_WITHIN.test(below.tagName) || bearsFurnitureName(below)) return false;
  }
  const { linked, unlinked } = linkedCharacters(element);
  return linked <= PLAIN_LINKS * (linked + unlinked);
}

/** What was not kept, and is links for the most part or bears the name of furniture. */
export function furnitureOf(root: Element, kept: ReadonlySet<Element>): ReadonlySet<Element> {
  const furniture = new Set<Element>();
  const waiting: Element[] = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    // A link within a line of text belongs to it.
    const isLine = ownText(element).trim() !== "";
    for (const child of element.childNodes) {
      if (!isElement(child) || (isLine && !isBlock(child))) continue;
      const isLost = keptCharacters(child, kept) === 0;
      if (isLost && (isLinkList(child) || bearsLikelyFurnitureName(child))) furniture.add(child);
      else if (!isLost) waiting.push(child);
    }
  }
  return furniture;
}

function isBlock(element: Element): boolean {
  return isParting(element) || /^(?:h[1-6]|ul|ol|table|nav)$/.test(element.tagName);
}

function ownText(element: Element): string {
  return element.childNodes.map((node) => (isText(node) ? node.value : "")).join("");
}

/** The characters of the texts that stand straight in elements that were kept. */
export function keptCharacters(root: Element, kept: ReadonlySet<Element>): number {
  let sum = kept.has(root) ? ownCharacters(root) : 0;
  for (const element of elementsBelow(root)) if (kept.has(element)) sum += ownCharacters(element);
  return sum;
}

/** The same in bytes of UTF-8. */
export function keptBytes(root: Element, kept: ReadonlySet<Element>): number {
  let sum = 0;
  for (const element of [root, ...elementsBelow(root)]) {
    if (kept.has(element)) sum += Buffer.byteLength(ownText(element).trim());
  }
  return sum;
}

function ownCharacters(element: Element): number {
  return element.childNodes.reduce((sum, node) => sum + (isText(node) ? node.value.trim().length : 0), 0);
}
