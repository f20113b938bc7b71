/**
 * The mark of a classified document (密级, GB/T 9704—2012 and GB/T 7156): a line of its own at the head. A title or a text
 * about secrets is none.
 */
import { compact } from "./words.ts";

const STAR = "[★☆✩-✰⭐⋆*＊※·◆◇▲△▪]";
const COUNT = "(?:\\d{1,3}|[一二两三四五六七八九十百]{1,4})";
const TERM = [
  `${COUNT}(?:年|个?月|周|天|日)(?:以?内)?`,
  "半年|长期|永久|无限期|一般|启用",
  "[^，。；]{0,12}(?:启用|考试|结束|解密|公布|公开|发布|使用|开封|启封|开启)[之以]?前",
  "至?\\d{4}年.{0,8}",
].join("|");
const COPY = "(?:份号|编号|№|No\\.?)[:：]?";
const URGENCY = "特急|加急|平急|特提|急件|紧急";
const LABEL =
  "(?:文件|资料|文档)?(?:密级|涉密等级|秘密等级|保密等级|保密期限)(?:(?:和|及|与|、|/)?保密期限)?";

/** 机密★1年, 绝 密, 密级：秘密, 000001机密★1年特急, 绝密★启用前 试卷类型：A. */
const SECRET = new RegExp(
  `^(?:${URGENCY})?(${COPY}\\d{0,8}|\\d{1,8})?(?:${URGENCY})?(${LABEL}[:：]?)?([【\\[（(〔「『]?)${STAR}?` +
    `(绝密|機密|机密|絕密|秘密)([级級件]?)([】\\]）)〕」』]?)(${STAR}{0,3})` +
    `[（(【]?(?:(?:保密)?期限[:：]?)?(${TERM})?[】\\]）)〕」』]?` +
    `(?:${URGENCY}|${COPY}\\d{0,8}|试卷类型[:：]?[A-ZＡ-Ｚ甲乙丙丁]|[（(【][^（()）【】]{1,8}[】）)])*$`,
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
  /** Nothing but 秘密, as many a story is called; 机密 and 绝密 are hardly any's title. */
  readonly bare: boolean;
}

/** What a line says of who may read the document, where it says nothing else; null for any other line. */
export function classificationOf(line: string): ClassificationMark | null {
  if (line.length > 80) return null;
  const text = compact(line);
  const secret = SECRET.exec(compact(line.replace(NUMBER_BEHIND, "")));
  if (secret !== null) {
    const [, copy, label, bracket, word = "", level, , star = "", term = ""] = secret;
    // 绝密一天 may be a title, 绝密1年 is none.
    const isTerm = term !== "" && !/^[一二两三四五六七八九十百]/u.test(term);
    const isMarked = star !== "" || isTerm || bracket !== "";
    return {
      mark: `${word}${star === "" ? "" : "★"}${term}`,
      kind: "secret",
      certain: isMarked || label !== undefined || copy !== undefined,
      bare: word === "秘密" && level === "" && term === "",
    };
  }
  const internal = INTERNAL.exec(text);
  return internal === null ? null : { mark: internal[1] ?? "", kind: "internal", certain: true, bare: false };
}

/** Lines of a head that are looked at: far more than any head has. */
const HEAD_LINES = 12;
/** A bare word this far up is a mark; further down it may be a heading. */
const FIRST_LINES = 3;
/** Below running text there is no head: a long line, or a sentence. */
const LONG_LINE = 60;
const SENTENCE = /^.{15,}[。！？；]$/su;

/**
 * The first mark of the kind among the lines at a document's head; null where there is none. `isOfficial`: whatever
 * stands at the head of an official document is meant as a mark.
 */
export function markAtHead(
  lines: readonly string[],
  kind: ClassificationMark["kind"],
  isOfficial: boolean,
): ClassificationMark | null {
  for (const [index, line] of lines.slice(0, HEAD_LINES).entries()) {
    const found = markIn(line, lines[index - 1] ?? "", kind, isOfficial);
    if (found?.certain === true) return found;
    if (found !== null && index < FIRST_LINES && !found.bare) return found;
    if (line.length > LONG_LINE || SENTENCE.test(line.trim())) return null;
  }
  return null;
}

/** A cell or a line above that makes what stands below it a mark: 密级, or the copy's number. */
const ANNOUNCED = new RegExp(`^(?:${LABEL}[:：]?|(?:${COPY})?\\d{6}|${COPY}\\d{1,8})$`, "u");

/** The line's mark, or that of a part of it that stands apart, as on the other side of the page. */
function markIn(
  line: string,
  above: string,
  kind: ClassificationMark["kind"],
  isMeant: boolean,
): ClassificationMark | null {
  const whole = classificationOf(line);
  if (whole?.kind === kind) {
    return { ...whole, certain: whole.certain || isMeant || ANNOUNCED.test(compact(above)) };
  }
  return line.length > LONG_LINE ? null : markApart(line.trim(), kind);
}

/** Beside a mark on its line stands the body's name, a number or the like, and no sentence. */
const BESIDE_MARK = /^[^，。；：:“”《》]{1,30}$/u;

/** The mark at the beginning or the end of a line, by a gap from the rest: only what is marked beyond doubt. */
function markApart(line: string, kind: ClassificationMark["kind"]): ClassificationMark | null {
  for (const gap of line.matchAll(/\s+/gu)) {
    const [before, after] = [line.slice(0, gap.index), line.slice(gap.index + gap[0].length)];
    for (const [part, other] of [
      [before, after],
      [after, before],
    ] as const) {
      const found = /[★☆]/u.test(part) && BESIDE_MARK.test(other) ? classificationOf(part) : null;
      if (found?.kind === kind && found.certain) return found;
    }
  }
  return null;
}

/** The first mark of the kind among lines of which each stands for itself: page headers, text boxes, watermarks. */
export function markBeside(
  lines: readonly string[],
  kind: ClassificationMark["kind"],
  isOfficial: boolean,
): ClassificationMark | null {
  for (const [index, line] of lines.entries()) {
    const found = markIn(line, lines[index - 1] ?? "", kind, isOfficial);
    if (found !== null && (found.certain || !found.bare)) return found;
  }
  return null;
}
