/** A line of an official document's front, and what it can be by its form. */
import { compact, documentNumberOf, endsLikeATitle, namesABody } from "./words.ts";

export interface FrontLine {
  readonly text: string;
  /** The article's field that holds the line, or else the block it stands in. */
  readonly field?: "kicker" | "title" | "subtitle";
  readonly block?: number;
  /** The block holds nothing that a field would lose. */
  readonly liftable?: boolean;
}

const LONGEST_TITLE_LINE = 80;

/** Below the name of an order or announcement: 第5号, 2021年第5号. */
export const ORDER_NUMBER = /^(?:\d{4}年)?第\d{1,4}号$/u;

export function textOf(lines: readonly FrontLine[]): string {
  return lines.map(({ text }) => text.trim()).join("");
}

export function isFileMark(text: string): boolean {
  return /文件$|令$|令第\d{1,4}号$/u.test(compact(text));
}

export function canBeTitle({ text, liftable = true }: FrontLine): boolean {
  const line = text.trim();
  return (
    liftable &&
    line.length <= LONGEST_TITLE_LINE &&
    !/[。；;：:！？，,]$/u.test(line) &&
    !/[。；;]/u.test(line)
  );
}

/** 关于印发《…方案》的 + 通知: what looks like an end may be the middle. */
export function goesOn(text: string, next: FrontLine | undefined): boolean {
  if (next === undefined || !canBeTitle(next)) return false;
  const line = compact(next.text);
  if (documentNumberOf(inBrackets(line)) !== null || namesABody(line)) return false;
  const isOpen = (text.match(/《/gu)?.length ?? 0) > (text.match(/》/gu)?.length ?? 0);
  return isOpen || (line.length <= 12 && endsLikeATitle(line) && /^[》的]/u.test(line));
}

/** （国发〔2020〕5号） below a title is the number in brackets. */
export function inBrackets(text: string): string {
  return /^[（(].*号[）)]$/u.test(text) ? text.slice(1, -1) : text;
}
