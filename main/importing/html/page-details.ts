/** What a page says of its article: in `meta`, in the comments of newspapers' systems, and in the lines around the text. */
import type { ArticleFields } from "../../../preload/model/article.ts";
import { dateSchema } from "../../../preload/model/article.ts";
import { squeezed } from "./one-line.ts";
import type { PageSurvey } from "./survey.ts";

/** Empty and null where not said. */
export type PageDetails = ArticleFields;

export const nothingSaid: PageDetails = {
  kicker: "",
  title: "",
  subtitle: "",
  byline: "",
  publication: "",
  issuedOn: null,
  page: "",
  pageName: "",
  credits: "",
};

/** Each field from the first that says it. */
export function firstSaid(...all: readonly PageDetails[]): PageDetails {
  const first = (pick: (details: PageDetails) => string) => all.map(pick).find((value) => value !== "") ?? "";
  return {
    kicker: first(({ kicker }) => kicker),
    title: first(({ title }) => title),
    subtitle: first(({ subtitle }) => subtitle),
    byline: first(({ byline }) => byline),
    publication: first(({ publication }) => publication),
    issuedOn: all.find(({ issuedOn }) => issuedOn !== null)?.issuedOn ?? null,
    page: first(({ page }) => page),
    pageName: first(({ pageName }) => pageName),
    credits: first(({ credits }) => credits),
  };
}

const DATE_METAS = [
  "pubdate",
  "publishdate",
  "publish_date",
  "publishtime",
  "firstpublishedtime",
  "article:published_time",
  "datepublished",
  "og:release_date",
  "dcterms.date",
  "dc.date",
  "date",
];

/** What the page's `meta` say (government sites must have them). */
export function statedDetails(survey: PageSurvey): PageDetails {
  if (survey.metas.size === 0) return nothingSaid;
  const meta = (...names: readonly string[]) =>
    names.map((name) => survey.metas.get(name) ?? "").find((value) => value !== "") ?? "";
  const site = meta("sitename", "og:site_name");
  const author = meta(
    "dc:creator",
    "dc.creator",
    "author",
    "reporter",
    "article:author",
    "og:article:author",
  );
  const source = withoutOwn(meta("contentsource", "source").replace(/^(?:稿件)?来\s*源\s*[：:]\s*/, ""));
  return {
    ...nothingSaid,
    title: meta("articletitle"),
    // A site's own name is no author's, nor is an account's number.
    byline: author === site || author === source || !isName(author) ? "" : author,
    publication: source,
    issuedOn:
      DATE_METAS.map((name) => dateIn(survey.metas.get(name) ?? "")).find((date) => date !== null) ?? null,
  };
}

/** The site by its own name, where nothing else says where an article came from. */
export function siteDetails({ metas }: PageSurvey): PageDetails {
  return { ...nothingSaid, publication: metas.get("sitename") ?? metas.get("og:site_name") ?? "" };
}

/** 本网 and 本站原创 say that the article came from the site itself; 本网青石县水利局, which of its offices wrote it. */
function withoutOwn(source: string): string {
  const own = /^(?:本[网站]|网站|原创|自采)(?:讯|综合|原创|自采|编辑)*(?:稿件?)?$/.test(source.trim());
  return own ? "" : source.replace(/^本[网站]\s*(?=.*(?:[局委办会厅部处社网报]|中心|政府)$)/, "");
}

/** What systems fill in where no author is known. */
const NOBODY = /^(?:未知|佚名|不详|无|admin(?:istrator)?|root|管理员|编辑|网络(?:整理)?|本[网站])$/i;

function isName(author: string): boolean {
  return /\p{Letter}/u.test(author) && !/^(?:https?:|www\.)|@/i.test(author) && !NOBODY.test(author);
}

/** The first day named in the text that exists, as `YYYY-MM-DD`. */
export function dateIn(text: string): string | null {
  for (const [, year = "", month = "", day = ""] of text.matchAll(DATE)) {
    const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    if (dateSchema.safeParse(date).success) return date;
  }
  return null;
}

const DATE = /(?<!\d)((?:19|20)\d{2})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})(?!\d)\s*日?/g;

/** 张三 is often spaced out to the width of three characters. */
const NAME = "\\p{Script=Han}\\s\\p{Script=Han}(?!\\p{Script=Han})|[^\\s|｜】\\]）)【[（(]+";

/** Lines that say what they are, as `来源：…`. */
const SOURCE =
  /(?:信息|稿件|文章|内容|新闻)?来\s*源\s*于?\s*[：:]\s*((?:(?!(?:作者|编辑|责编|时间|日期)[：:]|发布(?:时间|日期)|字[号体])[^\s|｜【】[\]（）()])+)/;
const AUTHOR = new RegExp(`作\\s*者\\s*[：:]\\s*(${NAME})`, "u");
const EDITOR = "(?:责任|本文|值班)?编\\s*辑|责\\s*编|校\\s*对|审\\s*核|[初复终][审校]";
const EDITORS = new RegExp(`(${EDITOR})\\s*[：:]\\s*(${NAME})`, "gu");
const LABELLED_DATES = [
  /(?:发布|发表)(?:时间|日期)\s*[：:](.*)/,
  /(?:公开|生成|发文|印发|成文|更新)(?:时间|日期)\s*[：:](.*)/,
  /(?:时间|日期)\s*[：:](.*)/,
];

/** So far from the text the lines are about something else. */
const LINES_BEFORE = 40;
const LINES_AFTER = 20;

/** Only this near before the text a date alone is the article's. */
const DATES_BEFORE = 8;

/** What the lines around an article say of it. */
export function shownDetails(before: readonly string[], after: readonly string[]): PageDetails {
  const near = [...before.slice(-LINES_BEFORE), ...after.slice(0, LINES_AFTER)];
  const value = (pattern: RegExp) =>
    near.map((line) => pattern.exec(line)?.[1] ?? "").find((text) => text !== "");
  const labelled = LABELLED_DATES.flatMap((pattern) =>
    near.map((line) => dateIn(pattern.exec(line)?.[1] ?? "")),
  );
  // 来源：东山日报　2021年3月9日
  const sourced = near.map((line) =>
    line.length <= LONGEST_DATED && SOURCE.test(line) ? dateIn(line.replace(/^.*?源/, "")) : null,
  );
  const alone = before
    .slice(-DATES_BEFORE)
    .map((line) => (/^\D{0,4}(?:19|20)\d{2}/.test(line) && line.length <= 60 ? dateIn(line) : null));
  return {
    ...nothingSaid,
    byline: value(AUTHOR) ?? "",
    publication: withoutOwn(value(SOURCE) ?? ""),
    issuedOn: [...labelled, ...sourced, ...alone].find((date) => date !== null) ?? null,
    credits: creditsIn(near.join("\n")),
  };
}

const LONGEST_DATED = 60;

/** What `shownDetails` reads in a line, taken out of it. */
export function withoutShown(line: string): string {
  return [
    SOURCE,
    AUTHOR,
    EDITORS,
    /(?:(?:发布|发表|公开|生成|发文|(?:最后)?更新)?(?:时间|日期)|最后更新)\s*[：:]/,
    DATE,
    TIME,
  ].reduce((rest, pattern) => rest.replace(pattern, " "), line);
}

const TIME = /\d{1,2}:\d{2}(?::\d{2})?/;

/** 责任编辑：张三 校对：李四. */
export function creditsIn(text: string): string {
  const credits = [...text.matchAll(EDITORS)].map(
    ([, label = "", name = ""]) => `${squeezed(label)}：${squeezed(name)}`,
  );
  return [...new Set(credits)].join(" ");
}
