/**
 * Which part of a page is its article. Asked in the order of cost: whether there is any clutter at all, then for marks
 * that publishing systems leave, then Readability. What is not surely the site's stays: text lost is worse than a line
 * too many.
 */
import { leadsBetween, titleHeading } from "./article-head.ts";
import type { Document, Element } from "./dom.ts";
import { bodyOf, elementsBelow, isWithin } from "./dom.ts";
import { bearsFurnitureName } from "./furniture-name.ts";
import { isLinkList, linkedCharacters } from "./link-list.ts";
import { isNewspaperText } from "./newspaper-site.ts";
import { otherArticles } from "./other-articles.ts";
import { readableContent } from "./readable-content.ts";
import type { PageSurvey } from "./survey.ts";
import { isWechatText } from "./wechat-page.ts";

export interface MainContent {
  /** The lines that hold the lead, in their order, where it stands above the rest. */
  readonly leads: readonly Element[];
  /** The elements that hold the article, in their order. */
  readonly roots: readonly Element[];
  /** Elements within these that belong to the site. */
  readonly furniture: ReadonlySet<Element>;
}

/** From here on links are navigation and not references: so many, and such a share of what is shown. */
const CLUTTER_LINKS = 10;
const CLUTTER_SHARE = 0.1;

/** So many that among them are menus, however long the text is. */
const MANY_LINKS = 40;

/** So many that hold a word or less each: menus, as long as they lead away from the page. */
const MENU_LINKS = 20;
const LONGEST_MENU_WORD = 4;

/** So many parts that bear the names of menus, footers and the like, over so many links: a page of a site. */
const FURNITURE = [
  { parts: 3, links: 3 },
  { parts: 2, links: CLUTTER_LINKS },
] as const;

/** So many phrases that only sites say: 网站地图, 版权所有, 打印本页. */
const CLUTTER_PHRASES = 2;

/** What is marked is most of the text that is no link, where nothing else tells that the rest is the site's. */
const LEAST_SHARE = 0.5;

/** Where a publishing system says so, an article may be a short notice on a large page, in a part or two. */
const LEAST_MARKED_SHARE = 0.1;
const MOST_MARKED = 3;

/** Null where the whole page is the article, or none stands out. */
export function mainContent(document: Document, survey: PageSurvey): MainContent | null {
  const cluttered = isCluttered(survey);
  if (!cluttered && !isAround(survey)) return null;
  const marked = survey.marked.filter((element) => !isLinkList(element));
  const unlinked = survey.characters - survey.linkedCharacters;
  const share = marked.reduce((sum, one) => sum + linkedCharacters(one).unlinked, 0) / Math.max(1, unlinked);
  const least = cluttered ? LEAST_MARKED_SHARE : LEAST_SHARE;
  if (marked.length > 0 && marked.length <= MOST_MARKED && share >= least) {
    return markedContent(document, survey, marked);
  }
  return cluttered ? readableContent(document, survey) : null;
}

function markedContent(document: Document, survey: PageSurvey, marked: readonly Element[]): MainContent {
  const within = marked.some(isColumn) ? readableContent(document, survey) : null;
  const isNarrower = within?.roots.every((root) => marked.some((element) => isWithin(root, element)));
  if (within !== null && isNarrower === true) return within;
  return { leads: leadsOver(document, survey, marked), roots: marked, furniture: otherArticles(marked) };
}

/** Systems mark the text without its lead; over a newspaper's stand its headlines, which are told by themselves. */
function leadsOver(
  document: Document,
  survey: PageSurvey,
  [text, ...others]: readonly Element[],
): readonly Element[] {
  const body = bodyOf(document);
  if (body === undefined || text === undefined || [text, ...others].some(isTextAlone)) return [];
  const heading = titleHeading(body, text, survey);
  return heading === null ? [] : leadsBetween(document, heading, text);
}

/** Whether what a system marks as the text is the whole column, with the comments and other articles below the text. */
function isColumn(element: Element): boolean {
  if (isTextAlone(element)) return false;
  let [links, parts] = [0, 0];
  for (const below of elementsBelow(element)) {
    if (below.tagName === "a") links++;
    if (bearsFurnitureName(below)) parts++;
  }
  return links >= CLUTTER_LINKS && parts >= FURNITURE[0].parts;
}

function isCluttered(survey: PageSurvey): boolean {
  const { marked, phrases, furniture, links, linksAway, characters, linkedCharacters } = survey;
  return (
    marked.some(isTextAlone) ||
    phrases >= CLUTTER_PHRASES ||
    links >= MANY_LINKS ||
    FURNITURE.some((least) => furniture >= least.parts && links >= least.links) ||
    (links >= CLUTTER_LINKS && linkedCharacters >= CLUTTER_SHARE * characters) ||
    (linksAway >= MENU_LINKS && linkedCharacters <= LONGEST_MENU_WORD * links)
  );
}

/** Where a system says which part is the text, and that is most of the page, less tells that the rest is the site's. */
function isAround({ marked, phrases, furniture, links }: PageSurvey): boolean {
  const isOfSite = (phrases > 0 && links >= CLUTTER_LINKS) || furniture >= FURNITURE[0].parts;
  return marked.length > 0 && isOfSite;
}

/** Newspapers' own sites and WeChat: what stands around the text are fields and buttons, however few. */
function isTextAlone(element: Element): boolean {
  return isNewspaperText(element) || isWechatText(element);
}
