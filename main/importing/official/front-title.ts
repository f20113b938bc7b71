/** The title of an official document among the lines of its front, up to where it is called 通知, 意见, 批复 and so on. */
import { canBeTitle, type FrontLine, goesOn, textOf } from "./front-lines.ts";
import { isNumbered } from "./numbering.ts";
import { bodiesIn, compact, endsLikeATitle, namesABody } from "./words.ts";

export const TITLE_LINES = 5;

/** The lines of the title that `begun` begins and `lines` go on with; null where they are none, or more than one. */
export function titleOf(
  begun: readonly FrontLine[],
  lines: readonly FrontLine[],
): readonly FrontLine[] | null {
  const found = [...begun];
  for (const [index, line] of lines.slice(0, TITLE_LINES - begun.length).entries()) {
    if (!canBeTitle(line) || isNumbered(line.text.trim())) return null;
    found.push(line);
    const text = compact(textOf(found));
    if (!endsLikeATitle(text) || goesOn(text, lines[index + 1])) continue;
    return isOne(found.map((one) => one.text)) ? found : null;
  }
  return null;
}

/** Whether a line has who issues the document and what it is about: 示例县人民政府关于…. */
export function beginsWithIssuer(line: string): boolean {
  const [issuer, about] = compact(line).split("关于");
  return about !== undefined && namesABody(issuer ?? "");
}

/** Above 关于 stand those who issue the document, and not the heading of another text that holds it. */
function isOne(lines: readonly string[]): boolean {
  const about = lines.findIndex((line) => line.includes("关于"));
  const above = lines.slice(0, Math.max(0, about));
  const isLedTo = /(?:转发|批转|印发|[、和及与])\s*$/u.test(above.at(-1) ?? "");
  if (above.length > 0 && !isLedTo && beginsWithIssuer(lines[about] ?? "")) return false;
  // A name that was too long for its line is one with the next.
  const isIssuer = namesABody(compact(above.join("")));
  return (
    isIssuer ||
    isLedTo ||
    above.every((line) => bodiesIn(line, namesABody) !== null || LEADS_ON.test(line.trim()))
  );
}

/** 示例县人民代表大会第一次会议, 示例县财政局等五部门, 中共示例县委、. */
const LEADS_ON = /(?:会议|大会|全会|等.{1,6}(?:部门|单位|机关)|[、和及与])$/u;
