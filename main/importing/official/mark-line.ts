/**
 * The mark of a classified document (密级, GB/T 9704—2012 and GB/T 7156) on a line of its own, with what else stands in such
 * a place: the copy's number, the urgency. A title or a sentence about secrets is none.
 */
import { compact } from "./words.ts";

const STAR = "[★☆✩-❋⭐⭑⭒⋆∗﹡*＊※·◆◇●▲△▪]";
const COUNT = "(?:\\d{1,3}|[一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾]{1,4})";
const TERM = [
  `${COUNT}(?:年|个?月|周|天|日)(?:以?内)?`,
  "半年|长期|永久|无限期|一般|启用",
  "[^，。；]{0,12}(?:启用|考试|结束|解密|公布|公开|发布|使用|开封|启封|开启)[之以]?前",
  "至?\\d{4}年.{0,8}",
].join("|");
/** Behind a star whatever names a time, and the blanks of a form. */
const STARRED_TERM = `${TERM}|[^，。；：:]{1,14}前|[?？×xX_＿□○]{1,4}(?:年|个?月)`;
/** Where the star could not be typed; only before a figure. */
const FOR_A_STAR = "[.．，,、/_—–-]{1,2}(?=\\d{1,3}(?:年|个?月))";

const COPY_LABEL = "(?:份号|编号|№|No\\.?)[:：]?";
/** Digits all at once, lest a long row of them be cut in every way there is. */
const COPY = `(?:${COPY_LABEL}\\d{0,8}(?!\\d)|[（(]?\\d{1,8}(?!\\d)[)）]?|第\\d{1,8}[号份])`;
const URGENCY = "(?:紧急程度[:：]?)?(?:特急|加急|平急|特提|急件|紧急)";
const LABEL =
  "(?:(?:文件|资料|文档)?(?:密级|涉密等级|秘密等级|保密等级|保密期限)(?:[（(]?(?:和|及|与|、|/)?保密期限[)）]?)?|定密)";
const PERIOD = `保密期限[:：]?(?:${TERM})`;
/** Not a letter of a word: a Roman numeral, a dash, a dot that slipped in. */
const STRAY = "[^\\p{Script=Han}“”《》：:，。；]{0,4}";
const HANDLING =
  "[,，、]?(?:(?:请)?(?:注意|妥善)(?:保存|保管)|(?:请勿|不得|严禁|切勿|禁止|不准)(?:外传|公开|转载|翻印|复制|复印|扩散)|阅后(?:收回|退回|销毁|即焚))";
const NOTE = "[（(【][^（()）【】]{1,24}[】）)]";

const BEFORE = `(?<before>(?:${URGENCY}|${COPY}|${PERIOD}|${LABEL}[:：]?)*)`;
const BEHIND = `(?<behind>(?:${URGENCY}|${COPY_LABEL}\\d{0,8}(?!\\d)|${PERIOD}|${HANDLING}|试卷类型[:：]?[A-ZＡ-Ｚ甲乙丙丁]|${NOTE})*)`;
/** What says for sure that the word beside it is a mark: anything but an urgency, or what is in brackets. */
const SAYS_SO_BEFORE = new RegExp(`^(?:${URGENCY})*(?!${URGENCY}|$)`, "u");
const SAYS_SO_BEHIND = new RegExp(`${PERIOD}|${HANDLING}`, "u");

/** 机密★1年, 绝 密, 密级：秘密, 000001机密★1年特急, 绝密★启用前 试卷类型：A, Ⅰ机密★1年. */
const SECRET = new RegExp(
  `^(?<stray>${STRAY}?)${BEFORE}(?<bracket>[【\\[（(〔「『]?)(?<first>${STAR}?)` +
    `(?<word>绝密|機密|机密|絕密|秘密)(?<level>[级級件]|文件|资料|材料)?[】\\]）)〕」』]?` +
    `(?:(?<star>${STAR}{1,3})[（(【]?(?:(?:保密)?期限[:：]?)?(?<starred>${STARRED_TERM})?` +
    `|(?:${FOR_A_STAR})?[（(【]?(?:(?:保密)?期限[:：]?)?(?<term>${TERM})?)[】\\]）)〕」』]?` +
    `${BEHIND}(?<end>${STRAY})$`,
  "iu",
);

/** The document's number, which letters have on the same line: 机密★1年　　示函〔2021〕3号. */
const NUMBER_BEHIND =
  /\s+\p{Script=Han}[\p{Script=Han} ]{0,16}[〔［[（(【﹝〖]\s*\d{4}\s*[〕］\]）)】﹞〗]\s*第?\s*\d{1,5}\s*号\s*$/u;

const INTERNAL =
  /^[【[（(★]?(内部(?:资料|文件|材料|刊物|参考|使用)|工作秘密[★☆*＊].{0,6})[】\])）★]?[,，、；;:：!！·—-]*(?:(?:请)?(?:注意|妥善)(?:保存|保管)|(?:请勿|不得|严禁|切勿|禁止|不准)?(?:外传|公开|转载|翻印|复制|扩散)|仅供.{1,8}|免费交流|编号[:：]?\w*|[,，、])*[。!！]?[】\])）★]?$/u;

export interface ClassificationMark {
  readonly mark: string;
  readonly kind: "secret" | "internal";
  /** Marked as the standards want it, with a star or a term, or beside what else stands in such a place. */
  readonly certain: boolean;
  /** 密级：秘密 is what those write, too, who explain marks; a star is hardly met there without a word to lead to it. */
  readonly starred: boolean;
  readonly grade: "绝密" | "机密" | "秘密" | null;
  /** Nothing but 秘密, as many a story is called; fewer are called 机密 or 绝密. */
  readonly bare: boolean;
}

const LONGEST_LINE = 80;

/** What a line says of who may read the document, where it says nothing else; null for any other line. */
export function classificationOf(line: string): ClassificationMark | null {
  if (line.length > LONGEST_LINE) return null;
  const text = compact(line);
  return secretIn(line) ?? internalIn(text);
}

function secretIn(line: string): ClassificationMark | null {
  if (!/密/u.test(line)) return null;
  const text = compact(line.replace(NUMBER_BEHIND, "")).replace(/[\ufe0e\ufe0f]/gu, "");
  const groups = SECRET.exec(text)?.groups;
  if (groups === undefined) return null;
  const { word = "", level = "", star = groups["first"] ?? "", stray = "", end = "" } = groups;
  const term = groups["starred"] ?? groups["term"] ?? "";
  // 绝密一天 may be a title, 绝密1年 is none.
  const isTerm = term !== "" && !/^[一二两三四五六七八九十百]/u.test(term);
  const isMarked = star !== "" || isTerm;
  if (!isMarked && stray + end !== "") return null;
  const { bracket = "", before = "", behind = "" } = groups;
  const isBeside = SAYS_SO_BEFORE.test(before) || SAYS_SO_BEHIND.test(behind);
  const grade = word.replace("機", "机").replace("絕", "绝") as "绝密" | "机密" | "秘密";
  return {
    mark: `${word}${star === "" ? "" : "★"}${term}`,
    kind: "secret",
    certain: isMarked || bracket !== "" || isBeside,
    starred: star !== "",
    grade,
    // 机密（小说）, 绝密文件 are as likely names.
    bare:
      (term === "" && grade === "秘密" && level === "") ||
      /^(?:文件|资料|材料)$/u.test(level) ||
      /[）)】]$/u.test(behind),
  };
}

function internalIn(text: string): ClassificationMark | null {
  const internal = INTERNAL.exec(text);
  if (internal === null) return null;
  return {
    mark: internal[1] ?? "",
    kind: "internal",
    ...{ certain: true, starred: false, grade: null, bare: false },
  };
}

/** A cell or a line above that makes what stands below it a mark: 密级, 保密期限：1年, or the copy's number. */
export function announcesMark(line: string): boolean {
  return ANNOUNCED.test(compact(line));
}

const ANNOUNCED = new RegExp(
  `^(?:${LABEL}[:：]?|${PERIOD}|(?:${COPY_LABEL})?\\d{6}|${COPY_LABEL}\\d{1,8})$`,
  "u",
);
