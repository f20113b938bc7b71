/** HTML pages: the text and pictures that a reader sees, as one article. */
import { parse } from "parse5";
import type { Block } from "../../../preload/model/article.ts";
import { emptyArticle } from "../../../preload/model/article.ts";
import { inlineText } from "../../../preload/model/article-text.ts";
import { FailureError } from "../../../preload/model/result.ts";
import { decodeText } from "../decode-text.ts";
import type { FormatReader, Probe, Reading, SourceFile } from "../format.ts";
import { titleFromName } from "../format.ts";
import { paragraphsOf, textRun, toInlines } from "../inlines.ts";
import { PictureCollector } from "../pictures.ts";
import { textWarnings } from "../text-warnings.ts";
import { htmlBlocks } from "./convert.ts";
import type { Document, Element } from "./dom.ts";
import { attribute, elementsBelow, isElement, textBelow } from "./dom.ts";

export const htmlReader: FormatReader = { name: "html", recognises, read };

/** A longer first heading is a paragraph in large letters. */
const LONGEST_TITLE = 200;

/** The HTML standard looks for the declared encoding in this many bytes. */
const DECLARATION_BYTES = 4096;

function recognises({ head, extension }: Probe): boolean {
  if (head === null) return false;
  if (/^(?:html?|xhtml|shtml)$/.test(extension)) return true;
  const beginning = head.replace(/^\s*(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)*/, "");
  return /^<(?:!doctype\s+html|html|head|body)[\s>]/i.test(beginning);
}

function read(file: SourceFile): Reading {
  return readPage(file, {});
}

export interface PageOrigin {
  /** The encoding that whatever brought the page declares for it. */
  readonly declared?: string | undefined;
  /** See `PictureCollector`; `base` is the page's own `<base href>`, empty where it has none. */
  readonly resolve?: (reference: string, base: string) => string;
}

/** A page that came within another file, as one article. Throws `FailureError`: empty. */
export function readPage(
  file: SourceFile,
  { declared, resolve = (reference) => reference }: PageOrigin,
): Reading {
  const decoded = decodeText(file.bytes, {
    encoding: file.encoding,
    declared: declaredEncoding(file.bytes) ?? declared,
  });
  const document: Document = parse(withoutSelfClosed(decoded.text));
  const { title, heading } = statedTitle(document);
  const base = baseAddress(document);
  const pictures = new PictureCollector(file.beside, (reference) => resolve(reference, base));
  const blocks = htmlBlocks(document.childNodes, { pictures, title: heading });
  if (blocks.length === 0 && title === "") throw new FailureError("empty");
  const { body, found } = withoutRepeatedTitle(blocks, title);
  const article = {
    ...emptyArticle(),
    title: title || found || titleFromName(file.name),
    language: language(document),
    body,
  };
  return {
    articles: [{ part: "", article }],
    pictures: pictures.pictures,
    warnings: [...textWarnings(decoded), ...pictures.warnings],
    collection: null,
    tags: [],
  };
}

/** Elements whose text is no markup, so that one left open swallows the rest of the page. */
const SELF_CLOSED = /<(iframe|title|textarea|script|style|noframes)\b[^<>]*\/>/gi;

/** XHTML may close these at once (`<title/>`); HTML knows no such form and would lose all that follows. */
function withoutSelfClosed(text: string): string {
  const isXhtml = /^\s*(?:<\?xml|<!DOCTYPE[^>]*XHTML)/i.test(text);
  return text.replace(SELF_CLOSED, (tag, name: string) =>
    isXhtml || name.toLowerCase() === "iframe" ? "" : tag,
  );
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARATION_BYTES));
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]+encoding=["']([\w.:-]+)/i.exec(head)?.[1]
  );
}

/** What unnamed pages are called by the programs that made them. */
const NO_TITLE = /^(?:无标题文档|无标题页|新建网页.*|untitled.*|new page.*|document|index|首页)$/i;

/**
 * The title that the page states, and the heading that is the same and so must not stand in the body again. The only
 * `h1` is the title where `title` says the same with more around it (the site's name, mostly); where the two have
 * nothing in common the `h1` may be the site's own name, so `title` is, and the `h1` stays a heading.
 */
function statedTitle(document: Document): { readonly title: string; readonly heading: Element | null } {
  const named = elementText(document, "title");
  const heading = onlyTopHeading(document);
  if (heading === null) return { title: named, heading: null };
  const shown = oneLine(textBelow(heading));
  const [one, other] = [squeezed(named), squeezed(shown)];
  const agree = NO_TITLE.test(one) || one.includes(other) || other.includes(one);
  return agree ? { title: shown, heading } : { title: named, heading: null };
}

/** The `h1` that names the page: the only one, and no longer than a title. */
function onlyTopHeading(document: Document): Element | null {
  let only: Element | null = null;
  for (const element of elementsBelow(document)) {
    if (element.tagName !== "h1") continue;
    if (only !== null) return null;
    only = element;
  }
  const length = only === null ? 0 : oneLine(textBelow(only)).length;
  return length > 0 && length <= LONGEST_TITLE ? only : null;
}

function elementText(document: Document, name: string): string {
  for (const element of elementsBelow(document)) {
    if (element.tagName === name) return oneLine(textBelow(element));
  }
  return "";
}

/** The title once: a first block that repeats it goes. Where the page states none, its first heading is the title. */
function withoutRepeatedTitle(
  blocks: readonly Block[],
  title: string,
): { readonly body: readonly Block[]; readonly found: string } {
  const [first] = blocks;
  if (first?.type !== "heading" && first?.type !== "paragraph") return { body: blocks, found: "" };
  const text = oneLine(inlineText(first.content));
  if (squeezed(text) === squeezed(title) && title !== "") return { body: blocks.slice(1), found: "" };
  const isTitle = title === "" && first.type === "heading" && text.length <= LONGEST_TITLE;
  return isTitle ? { body: blocks.slice(1), found: text } : { body: blocks, found: "" };
}

function baseAddress(document: Document): string {
  const waiting: (Document | Element)[] = [document];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const child of node.childNodes) {
      if (!isElement(child)) continue;
      if (child.tagName === "base") return attribute(child, "href")?.trim() ?? "";
      if (/^(?:html|head)$/.test(child.tagName)) waiting.push(child);
    }
  }
  return "";
}

function language(document: Document): string {
  for (const element of elementsBelow(document)) {
    if (element.tagName !== "html") continue;
    const declared = attribute(element, "lang")?.trim() ?? "";
    return /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,3}$/i.test(declared) ? declared : emptyArticle().language;
  }
  return emptyArticle().language;
}

/** Running text in one line: a wrapped line between Han characters joins, a line break becomes a space. */
function oneLine(text: string): string {
  const inlines = paragraphsOf([textRun(text)]).flatMap((runs) => [...toInlines(runs)]);
  return inlineText(inlines).replace(/\s+/g, " ").trim();
}

/** Equal but for white space, which pages put into titles for looks. */
function squeezed(text: string): string {
  return text.replace(/\s/g, "");
}
