/** Newspapers' own sites (数字报): what Fangzheng's publishing system, which most of them use, tells of an article. */
import { parseFragment } from "parse5";
import { newspaperOf } from "../guess-details.ts";
import type { Element } from "./dom.ts";
import { isElement, textBelow } from "./dom.ts";
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
    return (
      oneLine(textBelow(parseFragment(inComment))) ||
      (element === undefined ? "" : oneLine(textBelow(element)))
    );
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
    publication: paper ?? [title, ...lines].map(newspaperOf).find((name) => name !== "") ?? "",
    issuedOn: dateIn(dated ?? ""),
  };
}

const LONGEST_DATE_LINE = 60;

function pageIn(lines: readonly string[]): Pick<PageDetails, "page" | "pageName"> {
  const number = /第?\s*([A-Z]?\d{1,3})\s*版\s*[：:]?\s*([\p{Script=Han}·]{2,10})?/iu;
  const found = lines.map((line) => number.exec(line)).find((match) => match !== null);
  const page = found?.[1]?.toUpperCase() ?? "";
  return { page: /^\d+$/.test(page) ? String(Number(page)) : page, pageName: found?.[2] ?? "" };
}

/** Authors as newspapers write them under a title. */
const BYLINE =
  /^[□■●◎]?\s*(?:本报|本刊)?(?:见习|特约|首席|通讯)?(?:记者|通讯员|评论员|作者|员|文[/／]|图[/／])|^[□■●◎]/;

const LONGEST_KICKER = 100;

/** What stands right over and under the title, in the same table or division: 引题, 副题 and authors. */
export function titleBlock(lines: readonly PageLine[], title: string): PageDetails {
  const at = lines.findLastIndex(({ text }) => squeezed(text) === squeezed(title));
  const line = lines[at];
  if (line === undefined) return nothingSaid;
  const belongs = (other: PageLine | undefined): other is PageLine =>
    other !== undefined &&
    other.text.length <= LONGEST_KICKER &&
    division(other.element) === division(line.element) &&
    dateIn(other.text) === null &&
    !isSiteLine(other.text) &&
    !/第\s*[A-Z]?\d+\s*版/i.test(other.text);
  const over = lines[at - 1];
  const under = lines.slice(at + 1).filter(belongs);
  const byline = under.find(({ text }) => BYLINE.test(text));
  const subtitle = under.find((other) => other !== byline);
  return {
    ...nothingSaid,
    kicker: belongs(over) ? over.text : "",
    subtitle: subtitle?.text ?? "",
    byline: byline?.text ?? "",
  };
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
