/** Newspapers' own sites (数字报): what Fangzheng's publishing system, which most of them use, tells of an article. */
import { parseFragment } from "parse5";
import { newspaperOf } from "../guess-details.ts";
import type { Element } from "./dom.ts";
import { attribute, isElement, textBelow } from "./dom.ts";
import { oneLine, squeezed } from "./one-line.ts";
import type { PageDetails } from "./page-details.ts";
import { dateIn, nothingSaid } from "./page-details.ts";
import type { PageLine } from "./page-lines.ts";
import { isSiteLine } from "./site-lines.ts";
import type { PageSurvey } from "./survey.ts";

/** How Fangzheng's system marks an article's text. */
export function isNewspaperText(element: Element): boolean {
  return element.tagName === "founder-content" || /^ozoom$/i.test(attribute(element, "id") ?? "");
}

/** Fields in a comment (`<!--enpproperty <title>…</title> … /enpproperty-->`) or in elements (`<founder-title>`). */
export function publishedDetails({ comments, named }: PageSurvey): PageDetails {
  if (comments.length === 0 && named.size === 0) return nothingSaid;
  const properties = comments.join("\n");
  const field = (name: string) => {
    const pattern = new RegExp(`<(?:founder-)?${name}>([\\s\\S]*?)</(?:founder-)?${name}>`, "i");
    const inComment = pattern.exec(properties)?.[1] ?? "";
    const element = named.get(`founder-${name}`);
    const text = textBelow(parseFragment(inComment.replace(/<\/p>/gi, "<br>")));
    return oneLine(text) || (element === undefined ? "" : oneLine(textBelow(element)));
  };
  const node = field("nodename");
  const isPaper = newspaperOf(node) === node;
  const page = pageIn([node]);
  return {
    ...nothingSaid,
    kicker: field("introtitle"),
    title: field("title"),
    subtitle: field("subtitle"),
    byline: field("author"),
    publication: isPaper ? node : "",
    issuedOn: dateIn(field("date")),
    page: page.page,
    pageName: page.pageName || (isPaper || page.page !== "" ? "" : node),
  };
}

/** 《人民日报》（2021年02月05日 第01版）, or 第03版：要闻 and the paper's name by themselves. */
export function newspaperDetails(title: string, lines: readonly string[]): PageDetails {
  const quoted = lines.map((line) => /《\s*([\p{Script=Han}·]{2,12}报)\s*》/u.exec(line)?.[1]);
  const paper = quoted.find((name) => name !== undefined);
  const dated = lines.find((line) => line.length <= LONGEST_DATE_LINE && dateIn(line) !== null);
  return {
    ...nothingSaid,
    ...pageIn(lines),
    publication: paper ?? [title, ...lines].map(paperIn).find((name) => name !== "") ?? "",
    issuedOn: dateIn(dated ?? ""),
  };
}

/** Whether the lines over a text name a paper, its date and its page: such pages are articles of newspapers, unmarked. */
export function isNewspaperHead(title: string, lines: readonly PageLine[]): boolean {
  const { publication, page, issuedOn } = newspaperDetails(
    title,
    lines.map(({ text }) => text),
  );
  return publication !== "" && page !== "" && issuedOn !== null;
}

/** Whether a line says nothing but paper, date and page: 来源：东山日报　2021年3月9日　第03版：乡村. */
export function isMasthead(line: string, { publication, page, pageName }: PageDetails): boolean {
  if (publication === "" || page === "" || !line.includes(publication) || line.length > LONGEST_DATE_LINE) {
    return false;
  }
  const rest = line
    .replace(publication, "")
    .replace(/(?:19|20)\d{2}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}\s*日?|星期[一二三四五六日]/g, "")
    .replace(PAGE, "")
    .replace(pageName, "");
  return rest.replace(/来源|作者|[\s《》（）()：:|｜,，]/g, "") === "";
}

const LONGEST_DATE_LINE = 60;

/** 青河日报数字报 is the site of 青河日报. */
const SITE_OF_PAPER = /(?:多媒体)?(?:数字报刊?(?:平台)?|电子报|电子版|数字版)/g;

function paperIn(text: string): string {
  return newspaperOf(text.replace(SITE_OF_PAPER, " "));
}

/** The page that a line with the paper's name or a date names; else the only one that is named at all, not one of a list. */
function pageIn(lines: readonly string[]): Pick<PageDetails, "page" | "pageName"> {
  const named = lines.flatMap((line) => {
    const found = PAGE.exec(line);
    const number = found?.[1]?.toUpperCase() ?? "";
    // 03 and 3 are one page; A03 is printed so.
    const page = /^\d+$/.test(number) ? String(Number(number)) : number;
    return found === null ? [] : [{ line, page, name: found[2] ?? "" }];
  });
  const [first] = named;
  const sure =
    named.find(({ line }) => line.includes("报》")) ??
    (named.every(({ page }) => page === first?.page)
      ? first
      : named.find(({ line }) => dateIn(line) !== null));
  const page = sure?.page ?? "";
  const alike = named.find((one) => one.name !== "" && one.page === page);
  return { page, pageName: sure?.name || alike?.name || "" };
}

const PAGE = /第?\s*([A-Z]?\d{1,3})\s*版\s*[：:]?\s*([\p{Script=Han}·]{2,10})?/iu;

/** 《人民日报》（2021年02月05日 第01版）, as it stands behind the author's name. */
const PAPER_AND_PAGE = /《[^》]*报\s*》\s*[（(][^）)]*版\s*[）)]/;

/** Authors as newspapers write them under a title. */
const BYLINE =
  /^[□■●◎]?\s*(?:本报|本刊)?(?:见习|特约|首席|通讯)?(?:记者|通讯员|评论员|作者|员|文[/／]|图[/／])|^[□■●◎]/;

const LONGEST_KICKER = 100;

/** The class of titles in the system's own templates. */
const TITLE_CLASS = /(?:^|\s)(?:font01|biaoti|title)(?:\s|$)/i;

/** The line that is the title, as far as that is known, or by its class. */
export function titleLine(lines: readonly PageLine[], title: string): PageLine | undefined {
  return (
    lines.findLast(({ text }) => squeezed(text) === squeezed(title)) ??
    lines.findLast(({ element }) => TITLE_CLASS.test(attribute(element, "class") ?? ""))
  );
}

/** A title of more lines than this is no title: what stands further away is about something else. */
const MOST_LINES = 3;

/** What stands right over and under the title, in the same table or division: 引题, 副题 and authors. */
export function titleBlock(lines: readonly PageLine[], line: PageLine): PageDetails {
  const at = lines.indexOf(line);
  const belongs = ({ element, text }: PageLine) =>
    division(element) === division(line.element) &&
    text.length <= LONGEST_KICKER &&
    dateIn(text) === null &&
    !isSiteLine(text) &&
    !PAGE.test(text);
  const over = takenWhile(lines.slice(Math.max(0, at - MOST_LINES), at).toReversed(), belongs).toReversed();
  const under = takenWhile(
    lines
      .slice(at + 1)
      // 《人民日报》（2021年02月05日 第01版） may follow the author in one line.
      .map(({ element, text }) => ({ element, text: text.replace(PAPER_AND_PAGE, "").trim() })),
    belongs,
  ).slice(0, 2 * MOST_LINES);
  const isByline = ({ text }: PageLine) => BYLINE.test(text);
  return {
    ...nothingSaid,
    kicker: inOneField(over),
    subtitle: inOneField(under.filter((one) => !isByline(one))),
    byline: inOneField(under.filter(isByline)),
  };
}

function takenWhile<Item>(items: readonly Item[], holds: (item: Item) => boolean): readonly Item[] {
  const end = items.findIndex((item) => !holds(item));
  return end === -1 ? items : items.slice(0, end);
}

function inOneField(lines: readonly PageLine[]): string {
  return lines
    .map(({ text }) => text.replace(/^[□■●◎]\s*/, ""))
    .filter((text) => text !== "")
    .join("　");
}

function division(element: Element): Element | null {
  let { parentNode } = element;
  while (
    parentNode !== null &&
    isElement(parentNode) &&
    !/^(?:table|div|article|section|body)$/.test(parentNode.tagName)
  ) {
    ({ parentNode } = parentNode);
  }
  return parentNode !== null && isElement(parentNode) ? parentNode : null;
}
