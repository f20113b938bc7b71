/** HTML pages: the text and pictures that a reader sees, as one article. */
import { parse } from "parse5";
import type { Block } from "../../../preload/model/article.ts";
import { emptyArticle } from "../../../preload/model/article.ts";
import { inlineText } from "../../../preload/model/article-text.ts";
import { FailureError } from "../../../preload/model/result.ts";
import { decodeText } from "../decode-text.ts";
import type { FilesBeside, FormatReader, Probe, Reading, SourceFile } from "../format.ts";
import { titleFromName } from "../format.ts";
import { withChapterHeadings } from "../official/chapters.ts";
import { PictureCollector } from "../pictures.ts";
import { textWarnings } from "../text-warnings.ts";
import { reveal } from "./dom.ts";
import { pageArticle } from "./page-article.ts";
import { pageLanguage } from "./page-language.ts";
import { surveyPage } from "./survey.ts";
import { LONGEST_TITLE } from "./title.ts";
import { showUnscripted } from "./unscripted.ts";
import { isWordHtml, readWordMarkup } from "./word-html.ts";

export const htmlReader: FormatReader = { name: "html", recognises, read };

/** Where the declared encoding is looked for, and where else if it is not there: behind long scripts. In bytes. */
const DECLARATION_BYTES = 4096;
const FURTHER_BYTES = 64 * 1024;

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
  readonly resolve?: (reference: string, base: string, beside: FilesBeside) => string;
}

/** A page that came within another file, as one article. Throws `FailureError`: empty. */
export function readPage(file: SourceFile, { declared, resolve = beneathBase }: PageOrigin): Reading {
  const decoded = decodeText(file.bytes, {
    encoding: file.encoding,
    declared: declaredEncoding(file.bytes) ?? declared,
  });
  const document = parse(withoutSelfClosed(decoded.text));
  if (isWordHtml(decoded.text)) readWordMarkup(document);
  const survey = surveyPage(document);
  for (const element of survey.marked) reveal(element);
  showUnscripted(survey.unscripted);
  const pictures = new PictureCollector(file.beside, (reference) =>
    resolve(reference, survey.base, file.beside),
  );
  const { details, official, body, headLines } = pageArticle(document, survey, pictures);
  if (body.length === 0 && details.title === "") throw new FailureError("empty");
  const titled = withTitle(body, details.title);
  const article = {
    ...emptyArticle(),
    ...details,
    title: titled.title || titleFromName(file.name),
    language: pageLanguage(survey.language, titled.title, titled.body),
    official,
    body: withChapterHeadings(titled.body),
  };
  return {
    articles: [{ part: "", article, headLines }],
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
  return encodingIn(bytes.subarray(0, DECLARATION_BYTES)) ?? encodingIn(bytes.subarray(0, FURTHER_BYTES));
}

function encodingIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes);
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]+encoding=["']([\w.:-]+)/i.exec(head)?.[1]
  );
}

/** Where the page states no title, its first heading is the title. */
function withTitle(
  body: readonly Block[],
  title: string,
): { readonly body: readonly Block[]; readonly title: string } {
  const [first] = body;
  if (title !== "" || first?.type !== "heading") return { body, title };
  const text = inlineText(first.content).replace(/\s+/g, " ").trim();
  return text.length <= LONGEST_TITLE ? { body: body.slice(1), title: text } : { body, title };
}

/** What a reference means beneath the page's `<base href>`, where no file of that name lies beside the page anyway. */
function beneathBase(reference: string, base: string, beside: FilesBeside): string {
  if (base === "" || /^(?:data:|[a-z][a-z\d+.-]*:\/\/|\/)/i.test(reference) || "bytes" in beside(reference))
    return reference;
  return base.replace(/[?#].*$/s, "").replace(/[^/\\]*$/, "") + reference;
}
