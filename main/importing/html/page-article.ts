/** A parsed page → its article: the blocks to read, and the fields that the page states or shows. */
import type { Block, OfficialDocument } from "../../../preload/model/article.ts";
import type { PictureCollector } from "../pictures.ts";
import { htmlBlocks } from "./convert.ts";
import { documentProperties } from "./document-properties.ts";
import type { Document, Element, Node } from "./dom.ts";
import { isElement, isWithin, textBelow } from "./dom.ts";
import type { MainContent } from "./main-content.ts";
import { mainContent } from "./main-content.ts";
import {
  newspaperDetails,
  picturesBetween,
  publishedDetails,
  titleBlock,
  titleLine,
} from "./newspaper-site.ts";
import { squeezed } from "./one-line.ts";
import type { PageDetails } from "./page-details.ts";
import { creditsIn, firstSaid, nothingSaid, shownDetails, statedDetails } from "./page-details.ts";
import type { PageLine, SurroundingLines } from "./page-lines.ts";
import { linesAround } from "./page-lines.ts";
import { isInformationLine, lineOf, withoutSiteLines } from "./site-lines.ts";
import type { PageSurvey } from "./survey.ts";
import { shownTitle, statedTitle } from "./title.ts";

export interface PageArticle {
  readonly details: PageDetails;
  readonly official: OfficialDocument | null;
  readonly body: readonly Block[];
  /** See `ArticlePart`. */
  readonly headLines: readonly string[];
}

/** How far from its beginning an article may say where it came from, and from its end name its editors. */
const OPENING = 8;
const CLOSING = 3;

/** Longer “properties” or “attachments” are the page itself. */
const LONGEST_ASIDE = 1500;

export function pageArticle(document: Document, survey: PageSurvey, pictures: PictureCollector): PageArticle {
  const main = mainContent(document, survey);
  return main === null
    ? wholePage(document, survey, pictures)
    : extractedPage(document, survey, main, pictures);
}

/** A page that is an article and nothing else: all of it. */
function wholePage(document: Document, survey: PageSurvey, pictures: PictureCollector): PageArticle {
  const stated = firstSaid(publishedDetails(survey), statedDetails(survey));
  const { title, heading } = statedTitle(survey, stated.title);
  const blocks = htmlBlocks(document.childNodes, { pictures, title: heading });
  const details = { ...stated, title, credits: closingCredits(blocks) };
  return { details, official: null, body: withoutSaid(blocks, details), headLines: [] };
}

function extractedPage(
  document: Document,
  survey: PageSurvey,
  { roots, furniture }: MainContent,
  pictures: PictureCollector,
): PageArticle {
  const lines = linesAround(document, roots);
  const properties = documentProperties(lines.before.map(({ text }) => text));
  const found = shownTitle(survey, lines.before);
  const known = publishedDetails(survey).title || statedDetails(survey).title;
  const headline = isNewspaper(survey) ? titleLine(lines.before, known || found.title) : undefined;
  const nodes: readonly Node[] = [
    ...(properties === null ? [] : around(lines.before.slice(properties.from, properties.to + 1), roots)),
    ...(headline === undefined ? [] : picturesBetween(headline.element, roots)),
    ...roots.flatMap(({ childNodes }) => childNodes),
    ...attachments(lines, roots),
  ];
  const blocks = htmlBlocks(nodes, { pictures, title: found.heading, furniture });
  const opening = blocks.slice(0, OPENING).map(lineOf).filter(isInformationLine);
  const said = firstSaid(saidAround(survey, lines, headline, opening), properties?.details ?? nothingSaid);
  const details = {
    ...said,
    title: known || headline?.text || found.title,
    credits: said.credits || closingCredits(blocks),
  };
  return {
    details,
    official: properties?.official ?? null,
    body: withoutSaid(withoutSiteLines(blocks, details), details),
    headLines: lines.before.map(({ text }) => text),
  };
}

function isNewspaper({ comments, named }: PageSurvey): boolean {
  return comments.length > 0 || named.size > 0;
}

/** What the page states, and what its lines say: those around the article, and the `opening` ones within it. */
function saidAround(
  survey: PageSurvey,
  lines: SurroundingLines,
  headline: PageLine | undefined,
  opening: readonly string[],
): PageDetails {
  const before = lines.before.map(({ text }) => text);
  const after = lines.after.map(({ text }) => text);
  const published = publishedDetails(survey);
  const stated = statedDetails(survey);
  const block = headline === undefined ? nothingSaid : titleBlock(lines.before, headline);
  return firstSaid(
    // The line under the title names the author in full: 本报记者 林晓禾.
    { ...nothingSaid, byline: block.byline.includes(published.byline) ? block.byline : "" },
    published,
    isNewspaper(survey) ? newspaperDetails(survey.title, before) : nothingSaid,
    block,
    { ...stated, byline: "" },
    shownDetails([...before, ...opening], after),
    stated,
  );
}

/** 责任编辑：… in the last lines. */
function closingCredits(blocks: readonly Block[]): string {
  const lines = blocks.slice(-CLOSING).map(lineOf).filter(isInformationLine);
  return creditsIn(lines.join("\n"));
}

/** Each field once: without the first lines that repeat one, and the last that credits hold. */
function withoutSaid(blocks: readonly Block[], details: PageDetails): readonly Block[] {
  const fields = [details.kicker, details.title, details.subtitle, details.byline];
  const said = new Set(fields.filter((field) => field !== "").map(squeezed));
  let start = 0;
  while (said.delete(squeezed(lineOf(blocks[start])))) start++;
  return blocks.slice(start).filter((block, index, rest) => {
    const isLast = details.credits !== "" && index >= rest.length - CLOSING;
    const line = isLast ? lineOf(block) : "";
    return !isInformationLine(line) || !details.credits.includes(creditsIn(line) || "\n");
  });
}

/** Files that the article says are attached to it, where they stand after its text. */
function attachments({ after }: SurroundingLines, roots: readonly Element[]): readonly Node[] {
  const line = after.find(({ text }) => /^(?:相关)?附件(?:下载|列表)?(?:[：:\d一二三.、\s]|$)/.test(text));
  if (line === undefined) return [];
  const { parentNode: parent } = line.element;
  const isLabel = /^(?:相关)?附件(?:下载|列表)?[：:]?$/.test(line.text);
  return isLabel && parent !== null && isElement(parent) && isAside(parent, roots)
    ? [parent]
    : [line.element];
}

/** The element around all of the lines, where it holds little else; else the lines' own elements. */
function around(lines: readonly PageLine[], roots: readonly Element[]): readonly Node[] {
  const elements = new Set(lines.map(({ element }) => element));
  const [first] = elements;
  for (let node = first; node !== undefined; ) {
    if (!isAside(node, roots)) break;
    const held = node;
    const isPiece = /^(?:tbody|thead|tr|td|th|li|dt|dd)$/.test(held.tagName);
    if (!isPiece && [...elements].every((element) => isWithin(element, held))) return [held];
    const { parentNode }: Element = node;
    node = parentNode !== null && isElement(parentNode) ? parentNode : undefined;
  }
  return [...elements];
}

function isAside(element: Element, roots: readonly Element[]): boolean {
  return textBelow(element).length <= LONGEST_ASIDE && !roots.some((root) => isWithin(root, element));
}
