/** Which of a page's lines is its article's title. */
import { newspaperOf } from "../guess-details.ts";
import type { Document, Element } from "./dom.ts";
import { attribute, elementsBelow, textBelow } from "./dom.ts";
import { oneLine, squeezed } from "./one-line.ts";
import type { PageLine } from "./page-lines.ts";
import { isSiteLine } from "./site-lines.ts";
import { mayHoldNames, SiteEvidence, withoutSite } from "./site-title.ts";
import type { PageSurvey } from "./survey.ts";

/** A longer first heading is a paragraph in large letters. */
export const LONGEST_TITLE = 200;

/** A shorter piece of a page's title may be the name of a section. */
const SHORTEST_SHOWN = 4;

/** Larger letters are no title's where they go on for so many characters. */
const LONGEST_SHOWN = 80;

/** What unnamed pages are called by the programs that made them. */
const NO_TITLE = /^(?:无标题文档|无标题页|新建网页.*|untitled.*|new page.*|document|index|首页)$/i;

/** What stands between an article's title and its site's name in `title`. */
const SEPARATOR = /^[\s\-_|｜—–·:：,，/\\>»«(（]/;

export interface StatedTitle {
  readonly title: string;
  /** The heading that says the same, and so must not stand in the body again. */
  readonly heading: Element | null;
}

/** `meta` in which pages name their article for others, without the site's name or with less of it than in `title`. */
const TITLE_METAS = [
  "dc:title",
  "dc.title",
  "dcterms.title",
  "og:title",
  "weibo:article:title",
  "parsely-title",
];

/** What the page calls its article, without its site's name where that is known. */
export function pageTitle(document: Document, survey: PageSurvey): string {
  let evidence: SiteEvidence | null = null;
  const bare = (whole: string) => {
    const title = withoutSiteName(whole, survey);
    if (!mayHoldNames(title)) return title;
    evidence ??= new SiteEvidence(document, siteNames(survey));
    return withoutSite(title, evidence);
  };
  const metas = TITLE_METAS.flatMap((name) => survey.metas.get(name) ?? []).map(bare);
  const meta = metas.find((title) => title !== "" && !namesASite(title) && !isSiteName(title, survey));
  return meta ?? bare(survey.title);
}

function withoutSiteName(title: string, survey: PageSurvey): string {
  const name = siteNames(survey).find((one) => title.endsWith(one) && one.length < title.length);
  if (name === undefined) return title;
  const rest = title.slice(0, -name.length).trimEnd();
  const bare = rest.replace(/\s*[-_|｜—–·:：»]+$/u, "");
  return bare === rest || bare === "" ? title : bare;
}

/**
 * Of a page that is read whole. The only `h1` is the title where `title` says the same with a site's name around it;
 * where the two have nothing in common the `h1` may be the site's own name, so `title` is, and the `h1` stays a heading.
 */
export function statedTitle(survey: PageSurvey, named: string): StatedTitle {
  const heading = onlyTopHeading(survey);
  if (heading === null) return { title: named, heading: null };
  const shown = oneLine(textBelow(heading));
  return NO_TITLE.test(squeezed(named)) || isTitleWithin(shown, named) || alike(shown).includes(alike(named))
    ? { title: shown, heading }
    : { title: named, heading: null };
}

/** Sites and papers, in the `title` of pages that do not name their articles there. */
const SITE_NAME = /(?:[网站]|门户|人民政府|数字报刊?|电子报|电子版)$/;

function namesASite(title: string): boolean {
  return (
    SITE_NAME.test(title.trim()) || NO_TITLE.test(squeezed(title)) || newspaperOf(title) === title.trim()
  );
}

/**
 * Of a page whose article was taken out of it: what its `title` repeats of the lines before the text; where it names only
 * the site, what stands there in large letters.
 */
export function shownTitle(survey: PageSurvey, before: readonly PageLine[], named: string): StatedTitle {
  const headings = survey.headings.map((element) => ({ text: oneLine(textBelow(element)), element }));
  let best: StatedTitle = { title: "", heading: null };
  // The nearer to the text the surer: a table of properties may name the title, too.
  for (const line of [...headings, ...before.toReversed()]) {
    const { length } = squeezed(line.text);
    if (length < SHORTEST_SHOWN || length <= squeezed(best.title).length || length > LONGEST_TITLE) continue;
    if (names(line, named) && !isSiteName(line.text, survey)) best = titleAt(line);
  }
  if (best.title !== "") return best;
  if (!namesASite(named)) return statedTitle(survey, named);
  const isTitle = ({ text }: PageLine) => isTitleLike(text) && !isSiteName(text, survey);
  const top = headings.filter(isTitle);
  const large =
    top.length === 1 ? top[0] : before.findLast((line) => isSetAsTitle(line.element) && isTitle(line));
  return large === undefined ? statedTitle(survey, named) : titleAt(large);
}

/** Whether a line says what the page calls its article: most of that, or where it is set as a title, its beginning. */
function names({ text, element }: PageLine, named: string): boolean {
  if (!alike(named).includes(alike(text))) return false;
  const isMost = squeezed(text).length >= MOST_OF_TITLE * squeezed(named).length;
  return isMost || (alike(named).startsWith(alike(text)) && isTitleWithin(text, named) && isLarge(element));
}

const MOST_OF_TITLE = 0.4;

/** Without white space, and with quotation marks of one kind. */
function alike(text: string): string {
  return squeezed(text)
    .replace(/[“”„‟＂]/g, '"')
    .replace(/[‘’＇]/g, "'");
}

/** A line among others in its element must not take them along. */
function titleAt({ text, element }: PageLine): StatedTitle {
  const isAlone = squeezed(textBelow(element)) === squeezed(text);
  return { title: text, heading: isAlone ? element : null };
}

function isTitleLike(text: string): boolean {
  const { length } = squeezed(text);
  return length >= SHORTEST_SHOWN && length <= LONGEST_SHOWN && !namesASite(text) && !isSiteLine(text);
}

/** Elements in a title; what holds more is no title. */
const MOST_ELEMENTS = 30;

/** A heading, or all of it in letters larger than any text is set in. */
function isLarge(element: Element): boolean {
  const all = [element];
  for (const below of elementsBelow(element)) if (all.push(below) > MOST_ELEMENTS) return false;
  const text = squeezed(textBelow(element));
  return all.some((one) => isSetLarge(one) && squeezed(textBelow(one)) === text);
}

/** Where the page's own title names nothing but its site, headings of any level may be the article's. */
function isSetAsTitle(element: Element): boolean {
  return /^h[3-6]$/.test(element.tagName) || isLarge(element);
}

function isSetLarge(element: Element): boolean {
  const value = (name: string) => attribute(element, name) ?? "";
  return (
    /^h[12]$/.test(element.tagName) ||
    TITLE_CLASS.test(`${value("class")} ${value("id")}`) ||
    (element.tagName === "font" && /^(?:[5-7]|\+[2-4])$/.test(value("size"))) ||
    LARGE_STYLE.test(value("style"))
  );
}

/** The classes of titles in newspapers' and offices' templates. */
const TITLE_CLASS = /(?:^|[\s_-])(?:font01|biaoti|title|bt)(?:\d?$|[\s_-])/i;

/** From 20 px or 15 pt on. */
const LARGE_STYLE = /font-size\s*:\s*(?:(?:[2-4]\d)(?:\.\d+)?px|(?:1[5-9]|[23]\d)(?:\.\d+)?pt)/i;

function isSiteName(text: string, survey: PageSurvey): boolean {
  return siteNames(survey).some((name) => squeezed(name) === squeezed(text));
}

function siteNames({ metas }: PageSurvey): readonly string[] {
  return ["sitename", "og:site_name", "application-name"].flatMap((name) => metas.get(name) ?? []);
}

/** Whether `named` is `shown` with nothing but a separator and other names around it. */
function isTitleWithin(shown: string, named: string): boolean {
  if (!alike(named).includes(alike(shown))) return false;
  const isAlike = squeezed(named).length === squeezed(shown).length;
  const start = named.indexOf(shown);
  if (isAlike || start < 0) return true;
  const after = named.slice(start + shown.length);
  const before = [...named.slice(0, start)].reverse().join("");
  // In Chinese a space is enough; “Aperture Framework” is not the page “Aperture” of a site “Framework”.
  const parts = (rest: string) =>
    rest === "" || (SEPARATOR.test(rest) && (/[^\x20-\x7e]/.test(rest) || !/^\s+\w/.test(rest)));
  return parts(after) && parts(before);
}

/** The `h1` that names the page: the only one, and no longer than a title. */
function onlyTopHeading({ headings }: PageSurvey): Element | null {
  const [only, ...others] = headings;
  if (only === undefined || others.length > 0) return null;
  const { length } = oneLine(textBelow(only));
  return length > 0 && length <= LONGEST_TITLE ? only : null;
}
