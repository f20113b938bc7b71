/** A parsed page → its article: the blocks to read, and the fields that the page states or shows. */
import type { Block, OfficialDocument } from "../../../preload/model/article.ts";
import type { PictureCollector } from "../pictures.ts";
import { htmlBlocks } from "./convert.ts";
import { documentProperties } from "./document-properties.ts";
import type { Document, Element, Node } from "./dom.ts";
import { isElement, textBelow } from "./dom.ts";
import type { MainContent } from "./main-content.ts";
import { mainContent } from "./main-content.ts";
import { newspaperDetails, publishedDetails, titleBlock } from "./newspaper-site.ts";
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
  return { details, official: null, body: withoutSaid(blocks, details) };
}

function extractedPage(
  document: Document,
  survey: PageSurvey,
  { roots, furniture }: MainContent,
  pictures: PictureCollector,
): PageArticle {
  const lines = linesAround(document, roots);
  const before = lines.before.map(({ text }) => text);
  const properties = documentProperties(before);
  const found = shownTitle(survey, lines.before);
  const nodes: readonly Node[] = [
    ...(properties === null ? [] : around(lines.before.slice(properties.from, properties.to + 1), roots)),
    ...roots.flatMap(({ childNodes }) => childNodes),
    ...attachments(lines, roots),
  ];
  const blocks = htmlBlocks(nodes, { pictures, title: found.heading, furniture });

  const opening = blocks.slice(0, OPENING).map(lineOf).filter(isInformationLine);
  const after = lines.after.map(({ text }) => text);
  const isNewspaper = survey.comments.length > 0 || survey.named.size > 0;
  const published = publishedDetails(survey);
  const title = published.title || statedDetails(survey).title || found.title;
  const said = firstSaid(
    published,
    isNewspaper ? newspaperDetails(survey.title, before) : nothingSaid,
    isNewspaper ? titleBlock(lines.before, title) : nothingSaid,
    { ...statedDetails(survey), byline: "" },
    shownDetails([...before, ...opening], after),
    statedDetails(survey),
    properties?.details ?? nothingSaid,
  );
  const details = { ...said, title, credits: said.credits || closingCredits(blocks) };
  return {
    details,
    official: properties?.official ?? null,
    body: withoutSaid(withoutSiteLines(blocks, details), details),
  };
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
    if ([...elements].every((element) => isWithin(element, held))) return [held];
    const { parentNode }: Element = node;
    node = parentNode !== null && isElement(parentNode) ? parentNode : undefined;
  }
  return [...elements];
}

function isAside(element: Element, roots: readonly Element[]): boolean {
  return textBelow(element).length <= LONGEST_ASIDE && !roots.some((root) => isWithin(root, element));
}

function isWithin(element: Element, outer: Element): boolean {
  let node: Element["parentNode"] | Element = element;
  while (node !== null && isElement(node)) {
    if (node === outer) return true;
    node = node.parentNode;
  }
  return false;
}
