/** What a page shows around its article, line by line: where titles, dates and sources stand, and attachments. */
import type { Document, Element, Node } from "./dom.ts";
import {
  elementsBelow,
  isElement,
  isParting,
  isSilent,
  isText,
  isWithin,
  textBelow,
  waitInOrder,
} from "./dom.ts";

export interface PageLine {
  /** With white space collapsed. */
  readonly text: string;
  /** The innermost element that begins and ends a line around the text. */
  readonly element: Element;
}

export interface SurroundingLines {
  /** From the page's beginning to the article's. */
  readonly before: readonly PageLine[];
  readonly after: readonly PageLine[];
}

/** Table cells and list items are lines of their own. */
export function linesAround(document: Document, article: readonly Element[]): SurroundingLines {
  const walk = new LineWalk();
  const waiting: (Node | "end")[] = [...document.childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === "end") walk.end();
    else if (isText(node)) walk.text(node.value);
    else if (!isElement(node)) continue;
    else if (article.includes(node)) walk.pass();
    else if (!isSilent(node)) {
      if (walk.begin(node)) waiting.push("end");
      waitInOrder(waiting, node.childNodes);
    }
  }
  return walk;
}

/** A line of so many characters, or one that ends a sentence, is text. */
const TEXT_LENGTH = 60;

/** The lines from the page's beginning to the article's text, where its title and what belongs to it stand within `article`. */
export function linesToText(document: Document, article: readonly Element[]): readonly PageLine[] {
  const lines = linesAround(document, []).before;
  const start = lines.findIndex(({ element }) => article.some((root) => isWithin(element, root)));
  const text = lines.findIndex(
    (line, index) => index >= start && (line.text.length >= TEXT_LENGTH || /[。！？；]$/.test(line.text)),
  );
  return lines.slice(0, text === -1 ? undefined : text);
}

/** Whether a line is a link and no more, such as a section's name, or a title of another text. */
export function isLink({ text, element }: PageLine): boolean {
  const links = [...elementsBelow(element)].filter(({ tagName }) => tagName === "a");
  return links.some((link) => textBelow(link).replace(/\s+/g, " ").trim() === text);
}

class LineWalk implements SurroundingLines {
  readonly before: PageLine[] = [];
  readonly after: PageLine[] = [];
  #lines = this.before;
  #text = "";
  readonly #blocks: Element[] = [];

  text(text: string): void {
    this.#text += text;
  }

  /** Whether the element begins a line, and so must `end`. */
  begin(element: Element): boolean {
    // A heading in two lines is one heading.
    if (element.tagName === "br" && /^h[1-6]$/.test(this.#blocks.at(-1)?.tagName ?? "")) {
      this.#text += " ";
      return false;
    }
    if (!isParting(element) && !/^(?:h[1-6]|ul|ol|table|br)$/.test(element.tagName)) return false;
    this.#endLine();
    this.#blocks.push(element);
    return true;
  }

  end(): void {
    this.#endLine();
    this.#blocks.pop();
  }

  /** The article: what follows stands after it. */
  pass(): void {
    this.#endLine();
    this.#lines = this.after;
  }

  #endLine(): void {
    const text = this.#text.replace(/\s+/g, " ").trim();
    this.#text = "";
    const element = this.#blocks.at(-1);
    if (text !== "" && element !== undefined) this.#lines.push({ text, element });
  }
}
