/** HTML pages: the text and pictures that a reader sees, as one article. */
import { parse } from "parse5";
import type { Block } from "../../../preload/model/article.ts";
import { emptyArticle } from "../../../preload/model/article.ts";
import { inlineText } from "../../../preload/model/article-text.ts";
import { decodeText } from "../decode-text.ts";
import type { FormatReader, Probe, Reading, SourceFile } from "../format.ts";
import { titleFromName } from "../format.ts";
import { PictureCollector } from "../pictures.ts";
import { textWarnings } from "../text-warnings.ts";
import { htmlBlocks } from "./convert.ts";
import type { Document, Element } from "./dom.ts";
import { attribute, elementsBelow, textBelow } from "./dom.ts";

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
  const decoded = decodeText(file.bytes, { encoding: file.encoding, declared: declaredEncoding(file.bytes) });
  const document: Document = parse(decoded.text);
  const heading = onlyTopHeading(document);
  const title = heading === null ? elementText(document, "title") : oneLine(textBelow(heading));
  const pictures = new PictureCollector(file.beside);
  const blocks = htmlBlocks(document.childNodes, { pictures, title: heading });
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

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARATION_BYTES));
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]+encoding=["']([\w.:-]+)/i.exec(head)?.[1]
  );
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
  if (text === title && title !== "") return { body: blocks.slice(1), found: "" };
  const isTitle = title === "" && first.type === "heading" && text.length <= LONGEST_TITLE;
  return isTitle ? { body: blocks.slice(1), found: text } : { body: blocks, found: "" };
}

function language(document: Document): string {
  for (const element of elementsBelow(document)) {
    if (element.tagName !== "html") continue;
    const declared = attribute(element, "lang")?.trim() ?? "";
    return /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,3}$/i.test(declared) ? declared : emptyArticle().language;
  }
  return emptyArticle().language;
}

function oneLine(text: string): string {
  return text
    .replace(/[\u200B\uFEFF\u00AD]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
