/** What the names of files and folders tell about a batch: newspaper, date, page and page name. */
import { dateSchema } from "../../preload/model/article.ts";
import type { BatchDetails } from "../../preload/model/import-report.ts";
import { extensionOf } from "./format.ts";

/** Nothing known. */
export const noDetails: BatchDetails = { publication: "", issuedOn: null, page: "", pageName: "" };

/** A year that newspapers in hand can have; other eight-digit numbers are no dates. */
const YEAR = "(?:19|20)\\d{2}";

const DATES: readonly RegExp[] = [
  new RegExp(`(?<!\\d)(${YEAR})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日`),
  new RegExp(`(?<!\\d)(${YEAR})([-._/\\\\])(\\d{1,2})\\2(\\d{1,2})(?!\\d)`),
  new RegExp(`(?<!\\d)(${YEAR})(\\d{2})(\\d{2})(?!\\d)`),
];

/** 第3版, 第03版, A03版, 3版, 第三版. */
const PAGE = /第?\s*([A-Za-z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版/;

/** Names that end in a page's number: `20210205-03`, `page-3`, `A03`. */
const BARE_PAGE = /(?:^|[-_\s.]|page)([A-Za-z]?\d{1,2})$/i;

/** A newspaper by its kind, wherever it stands in a name. */
const NEWSPAPER = /[\p{Script=Han}·]*(?:[日晚晨早周时商]报|[都城]市报|导报|电视报)(?![\p{Script=Han}])/u;

/** Any other word in 报 must stand alone, and be none of the papers that offices write. */
const OTHER_NEWSPAPER = /(?<![\p{Script=Han}])[\p{Script=Han}·]{1,8}报(?![\p{Script=Han}])/u;
const OFFICE_PAPER = /[公通简情申汇上海电警年月季战捷预填呈转续快举]报$/;

/** Details that hold for all of `paths`; where they differ or tell nothing, the field stays empty. */
export function guessDetails(paths: readonly string[]): BatchDetails {
  const [first, ...others] = paths.map(guessOne);
  if (first === undefined) return noDetails;
  const agreed = <Key extends keyof BatchDetails>(key: Key): BatchDetails[Key] =>
    others.every((other) => other[key] === first[key]) ? first[key] : noDetails[key];
  return {
    publication: agreed("publication"),
    issuedOn: agreed("issuedOn"),
    page: agreed("page"),
    pageName: agreed("pageName"),
  };
}

/**
 * Details for one file of a batch: what was said of the batch, and for fields left open what the file's own name tells.
 * A field that was guessed for the whole batch and then emptied was struck out, and stays empty.
 */
export function detailsOfFile(batch: BatchDetails, guess: BatchDetails, path: string): BatchDetails {
  const own = guessOne(path);
  // Nobody looks at these one by one, so a number counts as a page only where a date shows that it is an issue's.
  const isIssue = own.issuedOn !== null;
  return {
    publication: batch.publication || (guess.publication === "" ? own.publication : ""),
    issuedOn: batch.issuedOn ?? (guess.issuedOn === null ? own.issuedOn : null),
    page: batch.page || (isIssue && guess.page === "" ? own.page : ""),
    pageName: batch.pageName || (isIssue && guess.pageName === "" ? own.pageName : ""),
  };
}

function guessOne(path: string): BatchDetails {
  const parts = path.split(/[\\/]/).filter((part) => part !== "");
  const full = parts.at(-1) ?? "";
  const extension = extensionOf(full);
  const name = extension === "" ? full : full.slice(0, -extension.length - 1);
  // The file's own name says more than its folder's, a near folder more than a far one.
  const nearestFirst = [name, ...parts.slice(0, -1).reverse()];
  const { page, pageName } = pageOf(name, nearestFirst);
  return { publication: firstOf(nearestFirst, newspaperOf), issuedOn: dateOf(nearestFirst), page, pageName };
}

function firstOf(names: readonly string[], find: (name: string) => string): string {
  for (const name of names) {
    const found = find(name);
    if (found !== "") return found;
  }
  return "";
}

/** The newspaper named in a file name or title; empty where there is none. */
export function newspaperOf(name: string): string {
  const found = NEWSPAPER.exec(name)?.[0] ?? OTHER_NEWSPAPER.exec(name)?.[0] ?? "";
  return OFFICE_PAPER.test(found) ? "" : found;
}

function dateOf(nearestFirst: readonly string[]): string | null {
  for (const name of nearestFirst) {
    const found = dateIn(name);
    if (found !== null) return found;
  }
  // Folders may hold a part each: 2021/02/05, 2021年/2月/5日, 2021-02/05.
  return dateIn(
    [...nearestFirst]
      .reverse()
      .slice(0, -1)
      .join("/")
      .replace(/[年月]\//g, "/")
      .replace(/日(?:\/|$)/g, "/"),
  );
}

/** `YYYY-MM-DD` of a date written as names and lists of files write it; null where there is none. */
export function dateIn(text: string): string | null {
  for (const pattern of DATES) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const numbers = match.slice(1).filter((group) => /^\d+$/.test(group));
    const [year = "", month = "", day = ""] = numbers;
    const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    if (dateSchema.safeParse(date).success) return date;
  }
  return null;
}

function pageOf(
  name: string,
  nearestFirst: readonly string[],
): { readonly page: string; readonly pageName: string } {
  for (const candidate of nearestFirst) {
    const match = PAGE.exec(candidate);
    if (match === null) continue;
    const after = candidate.slice(match.index + match[0].length);
    return { page: withoutZeros(match[1] ?? ""), pageName: pageNameIn(after) };
  }
  const undated = DATES.reduce((text, pattern) => text.replace(pattern, ""), name);
  const bare =
    undated === name ? /(?:^|[-_\s])page[-_\s]?([A-Za-z]?\d{1,2})$/i.exec(name) : BARE_PAGE.exec(undated);
  return { page: withoutZeros(bare?.[1] ?? ""), pageName: "" };
}

/** What follows the page's number: 要闻, （综合新闻）, ：民生. Dates and numbers are no name. */
function pageNameIn(text: string): string {
  const name = text
    .replace(/^[\s\-_—：:·、.]+/, "")
    .replace(/[（()）【】[\]]/g, "")
    .trim();
  return /^[\p{Script=Han}·]{2,10}$/u.test(name) ? name : "";
}

/** `03` is page 3, `A03` is printed so. */
function withoutZeros(page: string): string {
  const numeral = "一二三四五六七八九".indexOf(page);
  if (page.length === 1 && numeral >= 0) return String(numeral + 1);
  if (/^[一二三四五六七八九十]+$/.test(page)) return String(chineseNumber(page));
  return /^\d+$/.test(page) ? String(Number(page)) : page.toUpperCase();
}

/** 十 to 九十九. */
function chineseNumber(text: string): number {
  const [tens = "", units = ""] = text.split("十");
  const digit = (character: string) => "一二三四五六七八九".indexOf(character) + 1;
  return (tens === "" ? 1 : digit(tens)) * 10 + (units === "" ? 0 : digit(units));
}
