/**
 * The article that Readability finds in a page, where there is reason to believe it: that it is most of the page, or that
 * the page shows its title over it. Readability always finds something: a contact box, a notice of cookies, a lead alone.
 */
import { elementAround, leadsBetween, titleHeading } from "./article-head.ts";
import type { Document, Element } from "./dom.ts";
import { bodyOf, isElement, isWithin } from "./dom.ts";
import { isWithinFurniture } from "./furniture-name.ts";
import { furnitureOf, keptBytes, keptCharacters, keptPart } from "./kept-part.ts";
import { otherArticles } from "./other-articles.ts";
import { LEAST_CHARACTERS, readableElements } from "./readable.ts";
import { runningShare, runningTextBetween } from "./running-share.ts";
import type { PageSurvey } from "./survey.ts";

export interface ReadableContent {
  readonly leads: readonly Element[];
  readonly roots: readonly Element[];
  readonly furniture: ReadonlySet<Element>;
  /** Whether it is most of what the page says. */
  readonly isMost: boolean;
}

/** An article is at least this share of the text of its page that is no link; else the page has none, or several. */
const LEAST_SHARE = 0.5;

/** In bytes of UTF-8. Shorter text may be a few words on a page of links; under the page's title it is a short notice. */
const SHORTEST_ARTICLE = 600;
const SHORTEST_NOTICE = 200;

/** Where the page shows its title over what was found, that may be less of the whole: long comments, many teasers. */
const LEAST_HEADED = { ofLong: 0.15, ofShort: 0.35 } as const;

/** In characters. What is shorter may be no more than the lead. */
const LONG_ARTICLE = 1000;

/** Between the title and the text stands less than this share of the text. */
const MOST_BETWEEN = 0.5;

/** Larger or deeper pages are not worth the time, or the stack, that Readability takes for them. */
const MOST_ELEMENTS = 20_000;
const DEEPEST = 150;

/** Null where nothing stands out. */
export function readableContent(document: Document, survey: PageSurvey): ReadableContent | null {
  if (survey.elements > MOST_ELEMENTS || survey.depth > DEEPEST) return null;
  const found = contentOf(document, survey, LEAST_CHARACTERS.usually);
  if (found?.isMost === true) return found;
  const other = contentOf(document, survey, LEAST_CHARACTERS.elseAtLeast);
  return other?.isMost === true ? other : (found ?? other);
}

function contentOf(document: Document, survey: PageSurvey, leastCharacters: number): ReadableContent | null {
  const kept = readableElements(document, leastCharacters);
  const body = bodyOf(document);
  const total = body === undefined ? 0 : keptCharacters(body, kept);
  if (body === undefined || total === 0) return null;
  const root = keptPart(body, kept);
  const furniture = new Set([...furnitureOf(root, kept), ...otherArticles([root])]);
  const heading = titleHeading(body, root, survey);
  const between = heading === null ? 0 : textBetween(body, heading, root);
  // What is far below the title is about something else: the author, the site.
  if (isWithinFurniture(root, heading) || between > total) return null;
  const share = runningShare(body, kept, heading);
  const unlinked = survey.characters - survey.linkedCharacters;
  const isMost = share >= LEAST_SHARE || total >= LEAST_SHARE * unlinked;
  const bytes = keptBytes(root, kept);
  const isSure = isMost && bytes >= SHORTEST_ARTICLE;
  if (heading === null) return isSure ? { leads: [], roots: [root], furniture, isMost } : null;
  const least = total >= LONG_ARTICLE ? LEAST_HEADED.ofLong : LEAST_HEADED.ofShort;
  const isLikely =
    bytes >= SHORTEST_NOTICE &&
    between <= MOST_BETWEEN * total &&
    (isMost || (share >= least && isMostOfPart(heading, root, furniture)));
  if (!isSure && !isLikely) return null;
  return { leads: leadsBetween(document, heading, root), roots: [root], furniture, isMost };
}

function textBetween(body: Element, heading: Element, root: Element): number {
  return isWithin(heading, root) ? 0 : runningTextBetween(body, heading, root);
}

/** Whether what stays is most of the part of the page around it and the article's title. */
function isMostOfPart(heading: Element, root: Element, furniture: ReadonlySet<Element>): boolean {
  const { parentNode: parent } = root;
  const isWithinRoot = isWithin(heading, root) && parent !== null && isElement(parent);
  const part = isWithinRoot ? parent : elementAround(heading, root);
  return runningShare(part, withoutFurniture(root, furniture), heading) >= LEAST_SHARE;
}

function withoutFurniture(root: Element, furniture: ReadonlySet<Element>): ReadonlySet<Element> {
  const staying = new Set<Element>();
  const waiting: Element[] = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    staying.add(element);
    for (const child of element.childNodes) {
      if (isElement(child) && !furniture.has(child)) waiting.push(child);
    }
  }
  return staying;
}
