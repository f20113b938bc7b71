/**
 * Citations (出处) of articles, as one line of text. What is not known is left out, never invented; `unknownParts`
 * tells what could be added (补充来源).
 */
import type { ImportedArticle } from "./article.ts";

/** Office style (公文、材料中常用), document number style, and GB/T 7714—2015. */
export const citationFormats = ["office", "document-number", "gb-t-7714"] as const;

export type CitationFormat = (typeof citationFormats)[number];

export type CitedArticle = Pick<
  ImportedArticle,
  "title" | "byline" | "publication" | "issuedOn" | "page" | "official"
>;

/** Empty where nothing at all is known of the article. */
export function citation(article: CitedArticle, format: CitationFormat): string {
  switch (format) {
    case "office":
      return officeStyle(article);
    case "document-number":
      return documentNumberStyle(article);
    case "gb-t-7714":
      return standardStyle(article);
  }
}

/** A copied passage with its citation behind it (复制并注明出处). */
export function withCitation(passage: string, cited: string): string {
  return cited === "" ? passage : `${passage}（${cited}）`;
}

export type CitationPart = "title" | "publication" | "issuedOn" | "page";

/** What a citation of the article lacks. A document with a number is found by that, whatever else is not known. */
export function unknownParts(article: CitedArticle): readonly CitationPart[] {
  const needed: readonly CitationPart[] =
    documentNumberOf(article) === "" ? ["title", "publication", "issuedOn", "page"] : ["title"];
  return needed.filter((part) => (article[part] ?? "").trim() === "");
}

/** `《示例日报》2021年2月5日第3版《标题》` */
function officeStyle({ title, publication, issuedOn, page }: CitedArticle): string {
  const date = issuedOn === null ? "" : chineseDate(issuedOn);
  const place = page.trim() === "" ? "" : `第${page.trim()}版`;
  return `${inTitleMarks(publication)}${date}${place}${inTitleMarks(title)}`;
}

/** `《关于……的通知》（国发〔2020〕5号）`; an article without a number is cited by where it appeared. */
function documentNumberStyle(article: CitedArticle): string {
  const number = documentNumberOf(article);
  return number === "" ? officeStyle(article) : `${inTitleMarks(article.title)}（${number}）`;
}

/**
 * A contribution to a newspaper: `张三, 李四. 标题[N]. 示例日报, 2021-02-05(3).` An official document that appeared in none:
 * `国务院. 关于……的通知: 国发〔2020〕5号[Z]. 2020-03-01.`
 */
function standardStyle(article: CitedArticle): string {
  const { publication, issuedOn, page, official } = article;
  const number = documentNumberOf(article);
  const inNewspaper = publication.trim() !== "";
  const authors = inNewspaper ? authorsOf(article.byline) : (official?.issuingBody ?? "").trim();
  const title = [article.title.trim(), inNewspaper ? "" : number].filter(Boolean).join(": ");
  const date = issuedOn ?? "";
  const printed = page.trim() === "" || !inNewspaper ? "" : `(${page.trim()})`;
  const appeared = [bare(publication), `${date}${printed}`].filter(Boolean).join(", ");
  const parts = [authors, title === "" ? "" : `${title}[${inNewspaper ? "N" : "Z"}]`, appeared];
  const known = parts.filter(Boolean);
  return known.length === 0 ? "" : `${known.join(". ")}.`;
}

function documentNumberOf({ official }: CitedArticle): string {
  return (official?.documentNumber ?? "").trim();
}

/** Title marks within title marks are single ones (GB/T 15834—2011). */
function inTitleMarks(title: string): string {
  const text = bare(title);
  return text === "" ? "" : `《${text.replaceAll("《", "〈").replaceAll("》", "〉")}》`;
}

/** Without the title marks that it may already bear as a whole. */
function bare(title: string): string {
  const text = title.trim();
  return /^《[^《》]*》$/.test(text) ? text.slice(1, -1) : text;
}

/** `2021-02-05` → `2021年2月5日` */
function chineseDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** What stands beside names in a byline and is none. */
const roles =
  /本报|本刊|全媒体|融媒体|特约|特派|见习|实习|通讯员|评论员|记者|摄影|摄|撰文|撰稿|文图|图文|文|图|报道|编辑|[/／：:（）()]/g;

/** GB/T 7714 names three authors and abbreviates the others. */
const NAMED_AUTHORS = 3;

/** The names of a byline, or the byline as it stands where it does not read as names alone. */
function authorsOf(byline: string): string {
  const names = byline
    .replaceAll(roles, " ")
    .split(/[\s、，,；;]+/)
    .filter((name) => name !== "");
  if (names.length === 0) return "";
  if (!names.every((name) => /^[\p{Script=Han}·]{2,12}$/u.test(name))) return byline.trim();
  return names.length <= NAMED_AUTHORS ? names.join(", ") : `${names.slice(0, NAMED_AUTHORS).join(", ")}, 等`;
}
