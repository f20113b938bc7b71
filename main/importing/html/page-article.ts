/** A parsed page → its article: the blocks to read, and the fields that the page states or shows. */
import type { Block, OfficialDocument } from "../../../preload/model/article.ts";
import type { PictureCollector } from "../pictures.ts";
import { markedByline } from "./byline.ts";
import { htmlBlocks } from "./convert.ts";
import { documentProperties } from "./document-properties.ts";
import type { Document, Element, Node } from "./dom.ts";
import { isElement, isWithin, textBelow } from "./dom.ts";
import type { MainContent } from "./main-content.ts";
import { mainContent } from "./main-content.ts";
import {
  isNewspaperHead,
  isNewspaperText,
  newspaperDetails,
  publishedDetails,
  titleBlock,
  titleLine,
} from "./newspaper-site.ts";
import { squeezed } from "./one-line.ts";
import type { PageDetails } from "./page-details.ts";
import {
  creditsIn,
  firstSaid,
  nothingSaid,
  shownDetails,
  siteDetails,
  statedDetails,
} from "./page-details.ts";
import type { PageLine, SurroundingLines } from "./page-lines.ts";
import { isLink, linesAround, linesToText } from "./page-lines.ts";
import { withPhotoCaptions } from "./photo-captions.ts";
import { CLOSING, withoutSaid } from "./said-twice.ts";
import { isInformationLine, lineOf, withoutSiteLines } from "./site-lines.ts";
import { saidAlone } from "./site-title.ts";
import type { PageSurvey } from "./survey.ts";
import type { StatedTitle } from "./title.ts";
import { pageTitle, shownTitle, statedTitle } from "./title.ts";
import { picturesBetween } from "./title-pictures.ts";
import { wechatDetails } from "./wechat-page.ts";

export interface PageArticle {
  readonly details: PageDetails;
  readonly official: OfficialDocument | null;
  readonly body: readonly Block[];
  /** See `ArticlePart`. */
  readonly headLines: readonly string[];
}

/** How far from its beginning an article may say where it came from. */
const OPENING = 8;

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
  const found = statedTitle(survey, stated.title || pageTitle(document, survey));
  const blocks = withPhotoCaptions(htmlBlocks(document.childNodes, { pictures, title: found.heading }));
  const title = stated.title === "" ? titleOver(found, blocks) : found.title;
  const lines = opening(blocks);
  const shown = lines.length === 0 ? nothingSaid : shownDetails(lines, []);
  const said = firstSaid(stated, shown, siteDetails(survey));
  const details = { ...said, title, credits: closingCredits(blocks) };
  return { details, official: null, body: withoutSaid(blocks, details), headLines: [] };
}

/** Where no heading says the title, the first lines of the text may say it without the names of site and section. */
function titleOver({ title, heading }: StatedTitle, blocks: readonly Block[]): string {
  const said = heading === null ? saidAlone(title, blocks.slice(0, OPENING).map(lineOf)) : null;
  return said ?? title;
}

function extractedPage(
  document: Document,
  survey: PageSurvey,
  { leads, roots, furniture }: MainContent,
  pictures: PictureCollector,
): PageArticle {
  const lines = linesAround(document, roots);
  const properties = documentProperties(lines.before.map(({ text }) => text));
  // A publishing system marks the text alone; an article found otherwise brings its title along.
  const isMarked = roots.some((root) => survey.marked.includes(root));
  const head = isMarked ? lines.before : linesToText(document, roots);
  const found = shownTitle(survey, head, pageTitle(document, survey));
  const known = publishedDetails(survey).title || statedDetails(survey).title;
  const isPaper = isNewspaper(survey) || (!isMarked && isNewspaperHead(survey.title, head));
  const headline = isPaper ? titleLine(head, known || found.title) : undefined;
  const nodes: readonly Node[] = [
    ...(properties === null ? [] : around(lines.before.slice(properties.from, properties.to + 1), roots)),
    ...(headline === undefined ? [] : picturesBetween(headline.element, roots)),
    ...leads,
    ...roots.flatMap(({ childNodes }) => childNodes),
    ...attachments(lines, roots),
  ];
  const blocks = withPhotoCaptions(htmlBlocks(nodes, { pictures, title: found.heading, furniture }));
  const said = saidAround(survey, {
    before: [...(isPaper ? head : lines.before).map(({ text }) => text), ...opening(blocks)],
    after: lines.after.map(({ text }) => text),
    properties: properties?.details ?? nothingSaid,
    marked: markedByline(head),
    platform: isPaper ? paperDetails(survey, head, headline) : wechatDetails(document, roots),
  });
  const details = {
    ...said,
    title: known || headline?.text || titleOver(found, blocks),
    credits: said.credits || closingCredits(blocks),
  };
  return {
    details,
    official: properties?.official ?? null,
    body: withoutBareLabel(withoutSaid(withoutSiteLines(blocks, details), details)),
    // Asked of the few that can matter.
    headLines: lines.before
      .filter((line) => !line.text.includes("密") || !isLink(line))
      .map(({ text }) => text),
  };
}

function isNewspaper({ comments, named, marked }: PageSurvey): boolean {
  return comments.length > 0 || named.size > 0 || marked.some(isNewspaperText);
}

/** What a newspaper's site prints over the text: the paper, its date and page, and the title with what belongs to it. */
function paperDetails(
  survey: PageSurvey,
  head: readonly PageLine[],
  headline: PageLine | undefined,
): PageDetails {
  const published = publishedDetails(survey);
  const block = headline === undefined ? nothingSaid : titleBlock(head, headline);
  const texts = head.map(({ text }) => text);
  return firstSaid(
    // The line under the title names the author in full: 本报记者 林晓禾.
    { ...nothingSaid, byline: block.byline.includes(published.byline) ? block.byline : "" },
    published,
    newspaperDetails(survey.title, texts),
    block,
  );
}

interface Said {
  /** Lines before the text, and after it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** What the table of properties says. */
  readonly properties: PageDetails;
  /** What the system says that published it. */
  readonly platform: PageDetails;
  /** The name that is marked as an author's. */
  readonly marked: string;
}

/** What the page states, and what its lines say. */
function saidAround(survey: PageSurvey, { before, after, properties, platform, marked }: Said): PageDetails {
  const stated = statedDetails(survey);
  const shown = shownDetails(before, after);
  return firstSaid(
    platform,
    { ...stated, byline: "" },
    { ...nothingSaid, issuedOn: properties.issuedOn },
    shown,
    { ...stated, byline: isEditor(stated.byline, shown.credits) ? "" : stated.byline },
    { ...nothingSaid, byline: marked },
    siteDetails(survey),
    properties,
  );
}

/** Lines at the beginning that say where the article came from. */
function opening(blocks: readonly Block[]): readonly string[] {
  return blocks.slice(0, OPENING).map(lineOf).filter(isInformationLine);
}

/** Sites state who put the article there as its author. */
function isEditor(name: string, credits: string): boolean {
  return name !== "" && credits.includes(`：${squeezed(name)}`);
}

/** 责任编辑：… in the last lines. */
function closingCredits(blocks: readonly Block[]): string {
  const lines = blocks.slice(-CLOSING).map(lineOf).filter(isInformationLine);
  return creditsIn(lines.join("\n"));
}

/** What sites print over the files of an article, whether it has any or not. */
const ATTACHED = /^(?:相关)?附件(?:下载|列表)?[：:]?$/;

/** Files that the article says are attached to it, where they stand after its text. */
function attachments({ after }: SurroundingLines, roots: readonly Element[]): readonly Node[] {
  const line = after.find(({ text }) => /^(?:相关)?附件(?:下载|列表)?(?:[：:\d一二三.、\s]|$)/.test(text));
  if (line === undefined) return [];
  const { parentNode: parent } = line.element;
  return ATTACHED.test(line.text) && parent !== null && isElement(parent) && isAside(parent, roots)
    ? [parent]
    : [line.element];
}

function withoutBareLabel(blocks: readonly Block[]): readonly Block[] {
  return ATTACHED.test(squeezed(lineOf(blocks.at(-1)))) ? blocks.slice(0, -1) : blocks;
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
  return (
    squeezed(textBelow(element)).length <= LONGEST_ASIDE && !roots.some((root) => isWithin(root, element))
  );
}
