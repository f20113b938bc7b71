/** Minutes (纪要, GB/T 9704): 示例县人民政府专题会议纪要 over their number is the mark of who issues them, the title stands below. */
import { canBeTitle, type FrontLine } from "./front-lines.ts";
import { isNumbered } from "./numbering.ts";
import { bodiesIn, compact, DATE, dateOf, issueNumberOf, namesABody } from "./words.ts";

const MARK = /纪要$/u;
const LONGEST_MARK = 40;

/** Which lines are the head of minutes, from the first on, and who issued them on which day. */
export interface MinutesHead {
  readonly length: number;
  readonly mark: string | null;
  readonly number: string;
  readonly signature: string;
  readonly signedOn: string | null;
}

/** Null where no number stands below the mark, or nothing below that is set like a title and none is known. */
export function minutesHead(lines: readonly FrontLine[], isTitleKnown: boolean): MinutesHead | null {
  const at = namesABody(compact(lines[0]?.text ?? "")) ? 1 : 0;
  const mark = compact(lines[at]?.text ?? "");
  const number = issueNumberOf(compact(lines[at + 1]?.text ?? ""));
  if (!MARK.test(mark) || mark.includes("关于") || mark.length > LONGEST_MARK || number === null) return null;
  const issued = issuedIn(lines, at + 2);
  const title = lines[issued.end];
  if (!isTitleKnown && (title === undefined || !mayBeCalledSo(title))) return null;
  const { signature, signedOn, end } = issued;
  return { length: end, mark: issuerOf(compact(lines[0]?.text ?? "")), number, signature, signedOn };
}

/** 示例县人民政府第3次常务会议纪要 are those of a body. */
function issuerOf(mark: string): string | null {
  const body = mark.replace(
    /(?:第\p{Script=Han}{1,4}[次届]|第\d+[次届])?(?:专题|常务|办公|工作|协调|全体|党组)*(?:会议?)?纪要$/u,
    "",
  );
  return namesABody(body) ? body : null;
}

interface Issued extends Pick<MinutesHead, "signature" | "signedOn"> {
  readonly end: number;
}

const issuedLine = new RegExp(`^(.{3,60}?)\\s*[（(]?(${DATE})[）)]?$`, "u");

/** 示例县人民政府办公室　　2023年4月12日, on one line or two. */
function issuedIn(lines: readonly FrontLine[], at: number): Issued {
  const [first = "", second = ""] = lines.slice(at, at + 2).map(({ text }) => text.trim());
  const [, before = "", date = ""] =
    issuedLine.exec(first.replace(/\s(?=[\d年月日])|(?<=[\d年月])\s/gu, "")) ?? [];
  const bodies = bodiesIn(before, namesABody);
  if (bodies !== null) return { signature: bodies.join(" "), signedOn: dateOf(compact(date)), end: at + 1 };
  const alone = bodiesIn(first, namesABody);
  const signedOn = dateOf(compact(second));
  if (alone === null || signedOn === null) return { signature: "", signedOn: null, end: at };
  return { signature: alone.join(" "), signedOn, end: at + 2 };
}

/** Neither text, nor its numbered headings, nor 时间：, 出席： and the like. */
function mayBeCalledSo(line: FrontLine): boolean {
  const text = line.text.trim();
  return canBeTitle(line) && !isNumbered(text) && !/[：:]/u.test(text) && dateOf(compact(text)) === null;
}
