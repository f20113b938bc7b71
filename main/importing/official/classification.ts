/**
 * The mark of a classified document (密级, GB/T 9704—2012 and GB/T 7156): a line of its own at the head. A title or a text
 * about secrets is none.
 */
import { compact } from "./words.ts";

const TERM = "(?:\\d{1,3}(?:年|个?月|天|日)|长期|启用前|永久|解密前|至?\\d{4}年.{0,8})?";

/** 机密★1年, 绝 密, 密级：秘密, 000001机密★1年特急. */
const SECRET = new RegExp(
  `^(?:(?:份号[:：]?|№|No\\.?)?\\d{1,8}|急件)?(?:密级(?:和保密期限)?[:：]?)?[【\\[（(]?(绝密|機密|机密|絕密|秘密)([★☆✩⭐*＊·]?)(${TERM})[】\\]）)]?(?:特急|加急|平急|特提|急件)?(?:(?:编号|份号|№|No\\.?)[:：]?\\d{0,8})?$`,
  "iu",
);

const INTERNAL =
  /^[【[（(★]?(内部(?:资料|文件|材料|刊物|参考|使用))[】\])）★]?[,，、；;:：!！·—-]*(?:(?:请)?(?:注意|妥善)(?:保存|保管)|(?:请勿|不得|严禁|切勿|禁止|不准)?(?:外传|公开|转载|翻印|复制|扩散)|仅供.{1,8}|免费交流|编号[:：]?\w*|[,，、])*[。!！]?[】\])）★]?$/u;

/** `certain`: marked as the standards want it, with a star or a term. A bare word may also be the title of a story. */
export interface ClassificationMark {
  readonly mark: string;
  readonly kind: "secret" | "internal";
  readonly certain: boolean;
}

/** What a line says of who may read the document, where it says nothing else; null for any other line. */
export function classificationOf(line: string): ClassificationMark | null {
  if (line.length > 80) return null;
  const text = compact(line);
  const secret = SECRET.exec(text);
  if (secret !== null) {
    const [, word = "", star = "", term = ""] = secret;
    const labelled = /密级/u.test(text);
    return {
      mark: `${word}${star === "" ? "" : "★"}${term}`,
      kind: "secret",
      certain: star !== "" || term !== "" || labelled,
    };
  }
  const internal = INTERNAL.exec(text);
  return internal === null ? null : { mark: internal[1] ?? "", kind: "internal", certain: true };
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
    const found = classificationOf(line);
    if (found !== null && found.kind === kind) {
      const certain = found.certain || isOfficial;
      // 秘密 alone is the title of many a story, 机密 and 绝密 alone of few.
      if (certain || (index < FIRST_LINES && found.mark !== "秘密")) return { ...found, certain };
    }
    if (line.length > LONG_LINE || SENTENCE.test(line.trim())) return null;
  }
  return null;
}

/** The first mark of the kind among lines of which each stands for itself: page headers, text boxes, watermarks. */
export function markBeside(
  lines: readonly string[],
  kind: ClassificationMark["kind"],
  isOfficial: boolean,
): ClassificationMark | null {
  for (const line of lines) {
    const found = markAtHead([line], kind, isOfficial);
    if (found !== null) return found;
  }
  return null;
}
