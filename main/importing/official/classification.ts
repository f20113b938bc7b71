/** Whether a document is marked as classified: where a line that can be a mark stands as one, and where it is a title or an example. */
import { isChapterLine } from "./chapters.ts";
import { headItems } from "./head.ts";
import { announcesMark, type ClassificationMark, classificationOf } from "./mark-line.ts";
import { compact, isOfficialTitle } from "./words.ts";

/** Lines of a head that are looked at: far more than any head has. */
const HEAD_LINES = 12;
/** A bare word this far up is a mark; further down it may be a heading. */
const FIRST_LINES = 3;
/** Below running text there is no head: a long line, or a sentence. */
const LONG_LINE = 60;
const SENTENCE = /^.{15,}[。！？；]$/su;

export interface MarkPlace {
  /** Whatever stands at the head of an official document is meant as a mark. */
  readonly isOfficial: boolean;
  /** What the reader took for the title by its looks or its place; "" where the text has none. */
  readonly title: string;
  /** Whether the text ends as documents do. Asked only where nothing else tells. */
  readonly isSigned: () => boolean;
}

/** The first mark of the kind among the lines at a document's head; null where there is none. */
export function markAtHead(
  lines: readonly string[],
  kind: ClassificationMark["kind"],
  place: MarkPlace,
): ClassificationMark | null {
  for (const [index, line] of lines.slice(0, HEAD_LINES).entries()) {
    const found = markAt(lines, index, kind, place.isOfficial);
    if (found !== null && (place.isOfficial || !isExplained(found, lines, index))) {
      if (found.certain) return found;
      if (index < FIRST_LINES && isNoTitle(found, lines, index, place)) return found;
    }
    if (isRunning(line)) return null;
  }
  return null;
}

function isRunning(line: string): boolean {
  return line.length > LONG_LINE || SENTENCE.test(line.trim());
}

/** The line's mark, or that of a part of it that stands apart, or one that goes on in the lines below. */
function markAt(
  lines: readonly string[],
  index: number,
  kind: ClassificationMark["kind"],
  isMeant: boolean,
): ClassificationMark | null {
  const line = lines[index] ?? "";
  const split = splitMark(lines.slice(index));
  if (split?.kind === kind) return split;
  const whole = classificationOf(line);
  if (whole?.kind === kind) {
    return { ...whole, certain: whole.certain || isMeant || announcesMark(lines[index - 1] ?? "") };
  }
  return line.length > LONG_LINE ? null : markApart(line.trim(), kind);
}

const PIECE =
  /^(?:[绝絕机機秘]?密?[级級件]?[★☆*＊]{0,3}(?:\d{1,3}|[一二两三四五六七八九十百]{1,3})?(?:年|个?月|长期)?|密级[:：]|保密期限[:：].{1,5})$/u;
const MOST_PIECES = 8;

/** 机密, ★, 1年 in cells of their own, or one character below the other, as on a stamp. */
function splitMark(lines: readonly string[]): ClassificationMark | null {
  let text = "";
  for (const [index, line] of lines.slice(0, MOST_PIECES).entries()) {
    const piece = compact(line);
    if (piece === "" || !PIECE.test(piece)) return null;
    text += piece;
    const found = index === 0 ? null : classificationOf(text);
    // Words one above the other are a list; a star or a label makes them one mark.
    if (found !== null && (found.starred || /[:：]/u.test(text)) && !goesOn(lines[index + 1])) return found;
  }
  return null;
}

function goesOn(next: string | undefined): boolean {
  return (
    next !== undefined &&
    /^(?:[★☆*＊\d一二三四五六七八九十]{1,3}(?:年|个?月)?|年|个?月|长期)$/u.test(compact(next))
  );
}

/** Beside a mark on its line stands the body's name, a number or the like, and no sentence. */
const BESIDE_MARK = /^[^，。；：:“”《》]{1,40}$/u;
/** What a mark on the left may stand beside: 签发人：张三, 姓名：. */
const BEHIND_MARK = /^[^，。；“”《》]{1,40}$/u;
const FORM_ITEM = /^(?:签发人|份号|编号|文号|发文字号|紧急程度|考试时间|姓名|班级)[:：][^，。；]{0,20}$/u;

/** The mark at the beginning or the end of a line, by a gap from the rest: only what is marked beyond doubt. */
function markApart(line: string, kind: ClassificationMark["kind"]): ClassificationMark | null {
  for (const gap of line.matchAll(/\s+/gu)) {
    const [before, after] = [line.slice(0, gap.index), line.slice(gap.index + gap[0].length)];
    for (const [part, isApart] of [
      [before, BEHIND_MARK.test(after)],
      [after, BESIDE_MARK.test(before) || FORM_ITEM.test(before)],
    ] as const) {
      const found = isApart && /[★☆]/u.test(part) ? classificationOf(part) : null;
      if (found?.kind === kind && found.certain) return found;
    }
  }
  return null;
}

/** 示例：, 标注如下： and the like lead to an example. */
const LEADS_TO_EXAMPLE =
  /(?:^|[\s（(])(?:示?例如?|样例|样式|范例|图\d*)[\d一二三四五六七八九十]{0,2}[）)]?$|[:：]$/u;
const ABOUT_MARKS = /密级|标[志识注明]|定密|格式|样式|写法/u;
const EXPLAINS = /标[志识注]|黑体|顶格|版心|[左右]上角|字体|表示|是指|含义|即/u;

/** Whether the line is no mark of its own text, but one that the text speaks of. */
function isExplained(found: ClassificationMark, lines: readonly string[], index: number): boolean {
  const above = lines[index - 1] ?? "";
  if (LEADS_TO_EXAMPLE.test(above.trim()) && !announcesMark(above)) return true;
  if (found.kind === "internal") return false;
  const topics = lines
    .slice(0, index)
    .filter((line) => !announcesMark(line) && headItems(line, true) === null);
  const isAboutMarks = topics.some((line) => ABOUT_MARKS.test(line));
  if (isAboutMarks && (!found.starred || EXPLAINS.test(lines[index + 1] ?? ""))) return true;
  if (found.starred && index < 2) return false;
  // One document has one class; a text about them names several.
  const others = lines.slice(0, HEAD_LINES).flatMap((line) => gradeOf(line) ?? []);
  return others.some((grade) => grade !== found.grade);
}

function gradeOf(line: string): ClassificationMark["grade"] {
  const grade = /^[^。]{0,4}?(绝密|机密|秘密)(?=[级★：:（(、]|$)/u.exec(
    compact(line).replace(/^密级[:：]/u, ""),
  )?.[1];
  return (grade ?? null) as ClassificationMark["grade"];
}

/** A bare 机密 or 绝密 is a mark unless the text is called so; a bare 秘密 only above what looks like a document. */
function isNoTitle(
  found: ClassificationMark,
  lines: readonly string[],
  index: number,
  { title, isSigned }: MarkPlace,
): boolean {
  const below = lines.slice(index + 1);
  const running = below.findIndex(isRunningBelow);
  const head = below.slice(0, running < 0 ? NEXT_LINES : Math.min(running, NEXT_LINES));
  if (head.some((line, at) => isOfDocument(line, head[at + 1] ?? ""))) return true;
  if (isOfDocument(lines[index - 1] ?? "", "") || isSigned()) return true;
  const [next = ""] = below;
  // Straight above the text stands its title, where there is no other.
  const isAboveText = next === "" || isRunningBelow(next);
  return !found.bare && (isAboveText ? title === "" : !head.some(isOfStory));
}

const NEXT_LINES = 3;
/** A shorter line may be a title. */
const LONGEST_TITLE = 40;

function isRunningBelow(line: string): boolean {
  return line.length > LONGEST_TITLE || /[。！？!?…”；，]$/u.test(line.trim()) || /[。；]/u.test(line);
}

/** A title of a document, maybe in two lines, or a line of its head; a body's name alone may stand under any title. */
function isOfDocument(line: string, next: string): boolean {
  const text = compact(line);
  if (DOCUMENT_TITLE.test(text) || isOfficialTitle(text) || isOfficialTitle(text + compact(next)))
    return true;
  const { mark, classification, ...items } = headItems(line, true) ?? {};
  if (classification !== undefined) return classificationOf(line)?.certain === true;
  return mark === undefined ? Object.keys(items).length > 0 : /(?:文件|令)$/u.test(text);
}

/** 情况通报, 会议纪要, 第5期: papers that are called by their kind. */
const DOCUMENT_TITLE =
  /^(?:\p{Script=Han}{2,30}(?:通报|纪要|汇报|简报|报告|请示|通知|方案|要情|专报|参考|批复|会议记录|会议材料|情况反映|工作总结)|[（(]?第\d{1,4}期[）)]?)$/u;

/** Who wrote it, a subtitle, a chapter: what stands below the title of a story, a film or an essay. */
const OF_STORY =
  /^[—–-]{1,3}|^(?:文|图|作者|著者|撰文|原著|译者?|编剧|导演|主演|类型|片名|来源|出版社?|主编|简介|剧情)\s*[／/:：丨|]|^[［[〔（(][\p{Script=Han}]{1,4}[］\]〕）)]\p{Script=Han}|(?:著|编著|译|作品)$|^(?:\p{Script=Han}{2,3}|\p{Script=Han}\s\p{Script=Han})$|^(?:楔子|引子|序[章幕言]?|前言|目录|卷[一二三四五\d]|[上中下]篇?|[一二三四五1-5])$/u;

function isOfStory(line: string): boolean {
  return (
    OF_STORY.test(line.trim()) ||
    isChapterLine(line) ||
    /^第[一二三四五六七八九十百\d]+[回集幕场话]/u.test(line.trim())
  );
}

/**
 * The first mark of the kind among lines of which each stands for itself: page headers and footers, text boxes, watermarks.
 * A bare word there is a mark unless the text is called so, as one of its `titles` says.
 */
export function markBeside(
  lines: readonly string[],
  kind: ClassificationMark["kind"],
  { isOfficial, titles }: { readonly isOfficial: boolean; readonly titles: readonly string[] },
): ClassificationMark | null {
  const all = lines.flatMap(withParts);
  for (const index of all.keys()) {
    const found = markAt(all, index, kind, isOfficial);
    if (found !== null && (found.certain || !titles.some((title) => isCalled(title, found)))) return found;
  }
  return null;
}

/** A page header has its words on the left, in the middle and on the right. */
function withParts(line: string): readonly string[] {
  const parts = line.trim().split(/\t\s*|\s{2,}/u);
  return parts.length > 1 ? [line, ...parts] : [line];
}

/** 绝密, 《绝密》影评, 绝密　第三章: a running head says that once more. */
function isCalled(title: string, { mark }: ClassificationMark): boolean {
  return title
    .split(/[\s《》“”_|｜·—:：（）()-]+/u)
    .map(compact)
    .includes(compact(mark));
}
