/**
 * Which part of a page is its article. Asked in the order of cost: whether there is any clutter at all, then for marks
 * that publishing systems leave, then Readability. What is not surely the site's stays: text lost is worse than a line
 * too many.
 */
import type { Document, Element } from "./dom.ts";
import { bodyOf, elementsBelow, isElement, isParting, isText, textBelow } from "./dom.ts";
import { bearsFurnitureName } from "./furniture-name.ts";
import { isNewspaperText } from "./newspaper-site.ts";
import { squeezed } from "./one-line.ts";
import { LEAST_CHARACTERS, readableElements } from "./readable.ts";
import { runningShare } from "./running-share.ts";
import type { PageSurvey } from "./survey.ts";
import { isWechatText } from "./wechat-page.ts";

export interface MainContent {
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

/** So many phrases that only sites say: 网站地图, 版权所有, 打印本页. */
const CLUTTER_PHRASES = 2;

/** An article is at least this share of the text of its page that is no link; else the page has none, or several. */
const LEAST_SHARE = 0.5;

/** Where a publishing system says so, an article may be a short notice on a large page, in a part or two. */
const LEAST_MARKED_SHARE = 0.1;
const MOST_MARKED = 3;

/** Shorter text, in bytes of UTF-8, is a page of links with a few words on it. */
const SHORTEST_ARTICLE = 600;

/** An element with this share of what Readability keeps holds the article, and the rest is strewn around it. */
const MOST_KEPT = 0.95;

/** An element that is links by this share is a list of places to go. */
const LINK_LIST_SHARE = 0.5;

/** Larger or deeper pages are not worth the time, or the stack, that Readability takes for them. */
const MOST_ELEMENTS = 20_000;
const DEEPEST = 150;

/** Headings over lists of links to other articles. */
const OTHER_ARTICLES =
  /^(?:相关(?:链接|阅读|文章|新闻|报道|推荐|稿件|文档)|延伸阅读|推荐阅读|热门(?:新闻|推荐|文章)|猜你喜欢)[：:]?$/;

/** Null where the whole page is the article, or none stands out. */
export function mainContent(document: Document, survey: PageSurvey): MainContent | null {
  const cluttered = isCluttered(survey);
  if (!cluttered && !isAround(survey)) return null;
  const unlinked = survey.characters - survey.linkedCharacters;
  const marked = survey.marked.filter((element) => !isLinkList(element));
  const share = marked.reduce((sum, element) => sum + measure(element).unlinked, 0) / Math.max(1, unlinked);
  const least = cluttered ? LEAST_MARKED_SHARE : LEAST_SHARE;
  if (marked.length > 0 && marked.length <= MOST_MARKED && share >= least) {
    return { roots: marked, furniture: otherArticles(marked) };
  }
  if (!cluttered) return null;
  if (survey.elements > MOST_ELEMENTS || survey.depth > DEEPEST) return null;
  const { usually, elseAtLeast } = LEAST_CHARACTERS;
  return readableContent(document, unlinked, usually) ?? readableContent(document, unlinked, elseAtLeast);
}

function isCluttered(survey: PageSurvey): boolean {
  const { marked, phrases, links, linksAway, characters, linkedCharacters } = survey;
  return (
    marked.some(isTextAlone) ||
    phrases >= CLUTTER_PHRASES ||
    links >= MANY_LINKS ||
    (links >= CLUTTER_LINKS && linkedCharacters >= CLUTTER_SHARE * characters) ||
    (linksAway >= MENU_LINKS && linkedCharacters <= LONGEST_MENU_WORD * links)
  );
}

/** Where a system says which part is the text, and that is most of the page, less tells that the rest is the site's. */
function isAround({ marked, phrases, links }: PageSurvey): boolean {
  return marked.length > 0 && phrases > 0 && links >= CLUTTER_LINKS;
}

/** Newspapers' own sites and WeChat: what stands around the text are fields and buttons, however few. */
function isTextAlone(element: Element): boolean {
  return isNewspaperText(element) || isWechatText(element);
}

function readableContent(document: Document, unlinked: number, least: number): MainContent | null {
  const kept = readableElements(document, least);
  const body = bodyOf(document);
  if (body === undefined) return null;
  const total = keptCharacters(body, kept);
  const isMost = total >= LEAST_SHARE * unlinked || runningShare(body, kept) >= LEAST_SHARE;
  if (total === 0 || !isMost) return null;
  const root = innermost(body, kept, total);
  if (keptBytes(root, kept) < SHORTEST_ARTICLE) return null;
  return { roots: [root], furniture: new Set([...furnitureOf(root, kept), ...otherArticles([root])]) };
}

/** The innermost element that holds nearly all that was kept. */
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

/** What was not kept, and is links for the most part or bears the name of furniture. */
function furnitureOf(root: Element, kept: ReadonlySet<Element>): ReadonlySet<Element> {
  const furniture = new Set<Element>();
  const waiting: Element[] = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    // A link within a line of text belongs to it.
    const isLine = ownText(element).trim() !== "";
    for (const child of element.childNodes) {
      if (!isElement(child) || (isLine && !isBlock(child))) continue;
      const isLost = keptCharacters(child, kept) === 0;
      if (isLost && (isLinkList(child) || bearsFurnitureName(child))) furniture.add(child);
      else if (!isLost) waiting.push(child);
    }
  }
  return furniture;
}

/** Lists of links under words such as 相关阅读, with these words. */
function otherArticles(roots: readonly Element[]): ReadonlySet<Element> {
  const furniture = new Set<Element>();
  for (const root of roots) {
    for (const element of elementsBelow(root)) {
      if (!OTHER_ARTICLES.test(squeezed(ownText(element)))) continue;
      const { parentNode: parent } = element;
      if (parent === null || !isElement(parent)) continue;
      const beside = parent.childNodes.slice(parent.childNodes.indexOf(element) + 1).find(isElement);
      if (parent !== root && isLinkList(parent)) furniture.add(parent);
      else if (beside !== undefined && isLinkList(beside)) furniture.add(element).add(beside);
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
function keptCharacters(root: Element, kept: ReadonlySet<Element>): number {
  let sum = kept.has(root) ? ownCharacters(root) : 0;
  for (const element of elementsBelow(root)) if (kept.has(element)) sum += ownCharacters(element);
  return sum;
}

function keptBytes(root: Element, kept: ReadonlySet<Element>): number {
  let sum = 0;
  for (const element of [root, ...elementsBelow(root)]) {
    if (kept.has(element)) sum += Buffer.byteLength(ownText(element).trim());
  }
  return sum;
}

function ownCharacters(element: Element): number {
  return element.childNodes.reduce((sum, node) => sum + (isText(node) ? node.value.trim().length : 0), 0);
}

function isLinkList(element: Element): boolean {
  const { unlinked, linked } = measure(element);
  return linked > 0 && linked >= LINK_LIST_SHARE * (linked + unlinked);
}

function measure(root: Element): { readonly unlinked: number; readonly linked: number } {
  let linked = root.tagName === "a" ? textBelow(root).trim().length : 0;
  const all = textBelow(root).replace(/\s+/g, " ").trim().length;
  for (const element of elementsBelow(root)) {
    if (element.tagName === "a") linked += textBelow(element).trim().length;
  }
  return { unlinked: Math.max(0, all - linked), linked };
}
