/** 附件说明: the attachments that the text of an official document names below itself. */
import { compact, halfWidthDigits } from "./words.ts";

const LONGEST_NAME = 200;
/** A shorter name is whole on its line. */
const WRAPPED_AT_LEAST = 15;

const BEGIN = /^\s*附\s*(?:件\s*)?[:：]\s*/u;
/** 1.甲; a figure is a number of its own, 1.5, but a year begins a name: 1.2021年计划. */
const NUMBER = /^\d{1,2}\s*[.．、]\s*(?!\d(?!\d{3}))/u;
/** 附件1：甲 over 附件2：乙, as on web pages. */
const LABELLED = /^\s*附\s*件\s*[\d一二三四五六七八九十]{1,2}\s*[:：.．、]\s*(?=\S)/u;

/** Whether the line is the first that names attachments, or the word above them. */
export function namesAttachments(line: string): boolean {
  return BEGIN.test(line);
}

/** Whether a numbered line goes on with naming them. */
export function isNumberedName(line: string): boolean {
  return NUMBER.test(halfWidthDigits(line.trim()));
}

/** 附件：1.甲 over 2.乙, as the text names them above its signature at `end`; the attachments themselves, further down, name none. */
export function attachmentsOf(lines: readonly string[], end: number): readonly string[] {
  const first = lines.findIndex((line, index) => begins(line, lines[index + 1]));
  if (first === -1) return labelled(lines);
  const names: string[] = [];
  const begun = (lines[first] ?? "").replace(BEGIN, "");
  for (const [index, line] of [begun, ...lines.slice(first + 1)].entries()) {
    if (index > 0 && !isNumberedName(line)) {
      const last = names.at(-1) ?? "";
      if (first + index >= end || end === lines.length || !goesOn(last, line)) break;
      names[names.length - 1] = last + line.trim();
      continue;
    }
    // Numbers within one line part its names: 附件：1.甲 2.乙.
    const parts = halfWidthDigits(line.trim()).split(/\s+(?=\d{1,2}\s*[.．、](?!\d(?!\d{3})))/u);
    for (const part of parts) {
      const name = nameIn(part.replace(NUMBER, ""));
      if (name !== "") names.push(name);
    }
  }
  return names;
}

/** With the first name behind the word, or in the line below it. */
function begins(line: string, next = ""): boolean {
  return BEGIN.test(line) && (line.replace(BEGIN, "") !== "" || isNumberedName(next));
}

/** Links show the names of files, and some only what these end in. */
const FILE_END = /(?:^|\.)(?:docx?|wps|pdf|xlsx?|zip|rar)$/iu;

function nameIn(text: string): string {
  const name = text.trim().replace(FILE_END, "");
  return name.length <= LONGEST_NAME ? name : "";
}

/** A name that filled its line goes on in the next, up to the signature. */
function goesOn(name: string, line: string): boolean {
  const text = compact(line);
  return name.length >= WRAPPED_AT_LEAST && text.length <= 2 * name.length && !/[。；]/u.test(text);
}

function labelled(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => LABELLED.test(line));
  const names: string[] = [];
  for (const line of first < 0 ? [] : lines.slice(first)) {
    if (!LABELLED.test(line)) break;
    const name = nameIn(line.replace(LABELLED, ""));
    if (name !== "") names.push(name);
  }
  return names;
}
