/** Newspapers' own sites (数字报): what Fangzheng's publishing system, which most of them use, tells of an article. */
import { parseFragment } from "parse5";
import { newspaperOf } from "../guess-details.ts";
import type { Element } from "./dom.ts";
import { attribute, elementsBelow, isElement, isWithin, textBelow } from "./dom.ts";
import { oneLine, squeezed } from "./one-line.ts";
import type { PageDetails } from "./page-details.ts";
import { dateIn, nothingSaid } from "./page-details.ts";
import type { PageLine } from "./page-lines.ts";
import { isSiteLine } from "./site-lines.ts";
import type { PageSurvey } from "./survey.ts";

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
    return found === null ? [] : [{ line, number: found[1]?.toUpperCase() ?? "", name: found[2] ?? "" }];
  });
  const [first] = named;
  const sure =
    named.find(({ line }) => line.includes("报》")) ??
    (named.every(({ number }) => number === first?.number)
      ? first
      : named.find(({ line }) => dateIn(line) !== null));
  const number = sure?.number ?? "";
  return { page: /^\d+$/.test(number) ? String(Number(number)) : number, pageName: sure?.name ?? "" };
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

/** What stands right over and under the title, in the same table or division: 引题, 副题 and authors. */
export function titleBlock(lines: readonly PageLine[], line: PageLine): PageDetails {
  const at = lines.indexOf(line);
  const belonging = (others: readonly PageLine[]) =>
    others
      .filter(({ element }) => division(element) === division(line.element))
      .map(({ text }) => text.replace(PAPER_AND_PAGE, "").trim())
      .filter(
        (text) =>
          text.length <= LONGEST_KICKER && dateIn(text) === null && !isSiteLine(text) && !PAGE.test(text),
      );
  const under = belonging(lines.slice(at + 1));
  const byline = under.find((text) => BYLINE.test(text)) ?? "";
  return {
    ...nothingSaid,
    kicker: belonging(lines.slice(Math.max(0, at - 1), at))[0] ?? "",
    subtitle: under.find((text) => text !== byline) ?? "",
    byline: byline.replace(/^[□■●◎]\s*/, ""),
  };
}

/** The pictures that a page shows between its title and its text. */
export function picturesBetween(title: Element, [text]: readonly Element[]): readonly Element[] {
  let around = title;
  while (text === undefined || !isWithin(text, around)) {
    const { parentNode }: Element = around;
    if (parentNode === null || !isElement(parentNode)) return [];
    around = parentNode;
  }
  const pictures: Element[] = [];
  let passed = false;
  for (const element of elementsBelow(around)) {
    if (element === text) break;
    passed ||= element === title;
    if (passed && element.tagName === "img") pictures.push(element);
  }
  return pictures;
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
