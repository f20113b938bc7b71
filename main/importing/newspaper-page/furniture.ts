/** The page's own furniture: the line with the newspaper's name, day and page number, and the lines naming its editors. */

export interface PageDetails {
  readonly publication: string;
  /** `YYYY-MM-DD`, or null. */
  readonly issuedOn: string | null;
  readonly page: string;
  readonly pageName: string;
}

export const noDetails: PageDetails = { publication: "", issuedOn: null, page: "", pageName: "" };

const date = /(?<year>[12]\d{3})\s*[年./-]\s*(?<month>\d{1,2})\s*[月./-]\s*(?<day>\d{1,2})\s*日?/u;
const weekday = /(?:星期|周)[一二三四五六日天]/u;
const pageNumber =
  /第\s*(?<numbered>[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版|(?<![A-Za-z\d])(?<lettered>[A-D]\d{1,2}|\d{1,2})\s*版|(?<![A-Za-z\d])(?<bare>[A-D]\d{1,2}|0\d)(?![A-Za-z\d%.])/u;
const publicationName =
  /《?(?<name>\p{Script=Han}{1,10}(?:日报|晚报|时报|早报|商报|都市报|晨报|周报|导报|学报|报))》?/u;
const editors =
  /(?:(?:责任|本版|执行|值班|美术|版面|见习)\s*)?(?:编\s*辑|责\s*编|美\s*编|校\s*对|审\s*读|组\s*版|版\s*式|审\s*校|值班主任|值班总编|总值班|统\s*筹|监\s*制|设\s*计|视\s*觉|排\s*版)\s*[:：/／\s]\s*\p{Script=Han}[\s\u3000]?\p{Script=Han}{1,2}(?:\p{Script=Han})?/gu;
const contact =
  /(?:(?:新闻|投稿|服务|广告|发行)?(?:热线|邮箱|电话|信箱)|E-?mail|邮发代号|国内统一(?:连续出版物号|刊号)(?:\s*CN\s*\d{2}-\d{4})?|总第\s*\d+\s*[期号]|第\s*\d+\s*[期号]|今[日天]\s*共?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*版|https?:\/\/\S+|www\.\S+)[:：]?\s*[\w@.\-（）()—]*/giu;
const lunar =
  /(?:农历|夏历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年\p{Script=Han}{2,8}|农历\p{Script=Han}{2,8}/gu;

/** A line of furniture is short. */
const LINE_AT_MOST = 90;
/** What is left of it when all that is recognised is taken away: at most the page's name. */
const REST_AT_MOST = 8;

/** What a line of furniture says of the page; null when the line is none. */
export function readFurniture(text: string): PageDetails | null {
  if (text.length > LINE_AT_MOST || /[。！？；]/u.test(text)) return null;
  const found = { date: date.exec(text), page: pageNumber.exec(text) };
  let rest = text.replace(editors, " ").replace(contact, " ").replace(lunar, " ");
  const named = rest.length < text.length;
  if (found.date) rest = rest.replace(found.date[0], " ");
  rest = rest.replace(weekday, " ");
  const pageInRest = pageNumber.exec(rest);
  if (pageInRest) rest = rest.replace(pageInRest[0], " ");
  const publication = publicationName.exec(rest);
  if (publication) rest = rest.replace(publication[0], " ");
  const left = rest.split(/[\s|｜·•:：/／—\-,，、]+/u).filter((part) => part !== "");
  const leftLength = left.join("").length;
  const signs = Number(named) + Number(found.date !== null) + Number(pageInRest !== null);
  const alone =
    leftLength === 0 && signs > 0 && (named || found.date !== null || weekday.test(text) || /版/u.test(text));
  const withName =
    signs + Number(publication !== null) >= 2 && leftLength <= REST_AT_MOST && left.length <= 2;
  const bareNameAndPage =
    pageInRest !== null &&
    /^(?:[A-D]?\d{1,2}|第.{1,3})\s*版?[\s：:|｜]*\p{Script=Han}{2,4}(?:[·•]\p{Script=Han}{2,4})?$/u.test(
      text,
    );
  if (!alone && !withName && !bareNameAndPage) return null;
  return {
    publication: publication?.groups?.["name"] ?? "",
    issuedOn: isoDate(found.date),
    page: pageOf(pageInRest),
    pageName: pageInRest ? left.join("·") : "",
  };
}

/** What several lines say together: the first to say it is believed. */
export function mergeDetails(first: PageDetails, second: PageDetails): PageDetails {
  return {
    publication: first.publication || second.publication,
    issuedOn: first.issuedOn ?? second.issuedOn,
    page: first.page || second.page,
    pageName: first.pageName || second.pageName,
  };
}

function isoDate(match: RegExpExecArray | null): string | null {
  const { year, month, day } = match?.groups ?? {};
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  // `2021-02-30` parses as a day of March: only a day that exists comes back unchanged.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso;
}

const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

function pageOf(match: RegExpExecArray | null): string {
  const { numbered, lettered, bare } = match?.groups ?? {};
  const page = numbered ?? lettered ?? bare ?? "";
  const chinese = digits.indexOf(page);
  if (chinese > 0) return String(chinese);
  const teen = page.startsWith("十") ? digits.indexOf(page.slice(1)) : -1;
  return teen > 0 ? String(10 + teen) : page.replace(/^0+(?=\d)/u, "");
}
