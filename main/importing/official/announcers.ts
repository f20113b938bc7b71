/** Who announces, above a number of the announcement's own: 示例局公告 over 2021年第3号, or 公告 on a line between the two. */
import { type FrontLine, ORDER_NUMBER } from "./front-lines.ts";
import type { HeadItems } from "./head.ts";
import { bodiesIn, compact, namesABody } from "./words.ts";

/** 公告 below them, and bodies that announce together, one above the other. */
const MOST_LINES = 6;

const ANNOUNCES = /^(.{0,60}?)([公通]告)$/su;

/** What line `at` states where a number follows it; over anything else 公告 is a title, and a body's name may be any. */
export function announcerAt(lines: readonly FrontLine[], at: number): HeadItems | null {
  const below = lines.slice(at, at + MOST_LINES);
  const end = below.findIndex(({ text }, index) => isAnnounced(text, below[index + 1]));
  if (end === -1) return null;
  const above = below.slice(0, end).map(({ text }) => bodiesIn(text, namesABody));
  if (above.includes(null)) return null;
  const [bodies] = above;
  return bodies == null ? announcing(below[0]?.text ?? "") : { mark: bodies.join(" ") };
}

function isAnnounced(text: string, next: FrontLine | undefined): boolean {
  const isNumbered = next !== undefined && ORDER_NUMBER.test(compact(next.text));
  return isNumbered && announcing(text) !== null;
}

/** 示例局公告 names the body, 公告 alone stands below it. */
function announcing(line: string): HeadItems | null {
  const text = line.trim().replace(/([公通])\s+(?=告$)/u, "$1");
  const [, before = "", kind] = ANNOUNCES.exec(text) ?? [];
  if (kind === undefined) return null;
  if (before.trim() === "") return {};
  const mark = bodiesIn(before, namesABody)?.join(" ") ?? compact(before);
  return /^[\p{Script=Han} ]{2,40}$/u.test(mark) ? { mark } : null;
}

/** 示例部 示例局公告2021年第8号, as such an announcement is called where it is referred to. */
export function announcementNumber(marks: readonly string[], line: string, number: string): string {
  const kind = /[公通]告$/u.exec(compact(line))?.[0];
  return (kind === undefined || marks.length === 0 ? compact(line) : marks.join(" ") + kind) + number;
}
