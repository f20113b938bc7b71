/** The pieces that official documents (公文, GB/T 9704—2012) are recognised by: dates, bodies, numbers of documents. */

/** Without any white space, and with digits of half width: `国 发〔２０２０〕５ 号` and `国发〔2020〕5号` are one. */
export function compact(text: string): string {
  return halfWidthDigits(text.replace(/[\s\u200b\ufeff]+/gu, ""));
}

/** As long as the text: ２０２０ and 2020 are one. */
export function halfWidthDigits(text: string): string {
  return text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 0x30));
}

const CHINESE_DIGITS = "〇一二三四五六七八九";
const YEAR = "(?:19|20)\\d{2}|[一二][〇○Oo零０0一二三四五六七八九]{3}";
const SMALL = "\\d{1,2}|[一二三四五六七八九十廿卅]{1,3}";

/** A date of an official document, in compact text: 2020年3月1日, 二○二○年三月一日. */
export const DATE = `(?:${YEAR})年(?:${SMALL})月(?:${SMALL})日`;

const dateParts = new RegExp(`^(${YEAR})年(${SMALL})月(${SMALL})日$`, "u");

/** `YYYY-MM-DD` of compact text that is a date and nothing else; null where it is none, or no such day exists. */
export function dateOf(text: string): string | null {
  const match = dateParts.exec(text);
  if (match === null) return null;
  const [, year = "", month = "", day = ""] = match;
  const parts = [yearOf(year), numberOf(month), numberOf(day)] as const;
  const date = new Date(Date.UTC(parts[0], parts[1] - 1, parts[2]));
  if (date.getUTCMonth() !== parts[1] - 1 || date.getUTCDate() !== parts[2]) return null;
  return date.toISOString().slice(0, 10);
}

function yearOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  return Number(
    [...text.replace(/[○Oo零０0]/gu, "〇")].map((digit) => CHINESE_DIGITS.indexOf(digit)).join(""),
  );
}

/** 1 to 31. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const spelt = text.replace("廿", "二十").replace("卅", "三十");
  const [tens = "", units = ""] = spelt.includes("十") ? spelt.split("十") : ["〇", spelt];
  return (
    (tens === "" ? 1 : CHINESE_DIGITS.indexOf(tens)) * 10 + (units === "" ? 0 : CHINESE_DIGITS.indexOf(units))
  );
}

const OPEN = "〔［[（(【﹝〖〈";
const CLOSE = "〕］\\]）)】﹞〗〉";

const documentNumber = new RegExp(
  `^(?:(?:发文)?(?:字号|文号)[:：])?(\\p{Script=Han}(?:[\\p{Script=Han}A-Za-z·]|（[\\p{Script=Han}]{1,6}）){0,23})[${OPEN}](${YEAR})(?:年)?[${CLOSE}](?:第)?(\\d{1,5})号$`,
  "u",
);

/** 国发〔2020〕5号 as the standard writes it, of compact text that is a document's number and nothing else; else null. */
export function documentNumberOf(text: string): string | null {
  const match = documentNumber.exec(text);
  if (match === null) return null;
  const [, code = "", year = "", number = ""] = match;
  // 第 belongs to orders and announcements, and not to the code of the body.
  return `${code.replace(/第$/u, "")}〔${yearOf(year)}〕${number}号`;
}

const issueNumber = new RegExp(
  `^[（(]?(?:第\\d{1,4}[期号次]|[${OPEN}](${YEAR})(?:年)?[${CLOSE}](?:第)?\\d{1,4}[号期])[）)]?$`,
  "u",
);

/** 〔2021〕6号, 第6期: minutes are numbered without a code, in compact text; else null. */
export function issueNumberOf(text: string): string | null {
  if (!issueNumber.test(text)) return null;
  return text.replace(/^[（(](第.*)[）)]$/u, "$1");
}

/** What the names of bodies end in. */
const BODY_END =
  "(?:政府|委员会|党委|党组|支部|总支|中央|[省市县区州盟旗工纪政法党教卫发改革康资监农建编]委|[妇残侨文社]联|工商联|[科作]协|办公[室厅]|[局厅部署院会司处科室办委]|中心|公司|集团|学校|大学|学院|[中小]学|银行|指挥部|领导小组|工作组|专班|[站所队社馆团]|街道|[省市县区州乡镇村]|社区)";

const body = new RegExp(
  `^(?=.{3,40}$)[\\p{Script=Han}（）()、·“”]+${BODY_END}(?:[（(](?:盖章|印章|章|公章|代章)[）)])?$`,
  "u",
);

/** Whether compact text is the name of a body: 示例县人民政府, 示例市教育局（盖章）. */
export function namesABody(text: string): boolean {
  return body.test(text) && !/[的了在是与]\p{Script=Han}{0,2}$/u.test(text);
}

/** What a body's name goes on with behind a space: 示例县 人民政府 is one body, 示例县财政局 示例县教育局 are two. */
const BODY_REST = /^(?:人民政府|人民(?:法院|检察院)|(?:常务)?委员会|办公[室厅]|党委|党组)/u;

/** Whether one line and the next name a body each, and not one between them; 文件 may stand behind the second. */
export function nameTwoBodies(line: string, next: string): boolean {
  const [one, other] = [compact(line), compact(next).replace(/文件$/u, "")];
  return namesABody(one) && namesABody(other) && !PLACE.test(one) && !BODY_REST.test(other);
}

/** 示例县 教育局 is one body, too. */
const PLACE = /^\p{Script=Han}{2,5}[省市县区州盟旗乡镇]$/u;

/** The bodies that a line names: apart by gaps, or by a space between whole names. Null where it names anything else. */
export function bodiesIn(line: string, isBody: (text: string) => boolean): readonly string[] | null {
  for (const gap of [/\s{2,}|[\t　]+/u, /\s+/u]) {
    const parts = line.trim().split(gap).map(compact);
    const areWhole = parts.every((part) => isBody(part) && !BODY_REST.test(part));
    if (parts.length > 1 && areWhole && !PLACE.test(parts[0] ?? "")) return parts;
  }
  return isBody(compact(line)) ? [compact(line)] : null;
}

/** The kinds of official documents, and of what they bring into force. */
const KINDS =
  "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|答复|纪要|办法|规定|规则|细则|方案|条例|规划|要点|计划|预案|措施|制度|章程|标准|规程|清单";

const titleEnd = new RegExp(`(?:${KINDS})(?:[（(〔][^（）()]{1,30}[）)〕])?$`, "u");

/** Whether compact text is the title of an official document, from 关于 to its kind; `strict`: of nothing else. */
export function endsLikeATitle(text: string): boolean {
  return titleEnd.test(text);
}

/** 县政府印发关于…的通知: so a newspaper tells of a document, whose own title has no such verb before 关于. */
const HEADLINE = /^(?:(?!关于).)*(?:印发|发布|出台|下发|公布|制定)了?关于/u;

/** 示例县教育局2023年公开招聘教师公告, 示例县2022年统计公报: what needs no 关于 where who announces it has signed it. */
export function isAnnouncementTitle(text: string): boolean {
  return text.length >= 6 && text.length <= 60 && /[公通]告$|公报$/u.test(text) && !TELLS_OF_ONE.test(text);
}

/** 示例公司发布停产公告 is a headline. */
const TELLS_OF_ONE = /[，。：；？！|_]|发布|发出|公布|出台|刊登|张贴|收到|回应|解读/u;

export function isOfficialTitle(text: string): boolean {
  return (
    text.length <= 150 &&
    titleEnd.test(text) &&
    !HEADLINE.test(text) &&
    /关于|印发|转发|批转|公布|表彰|任免|召开|举[办行]|开展|做好/u.test(text)
  );
}
