/** The content of a paragraph parted, joined and put right, its marks, links and readings kept. */
import type { Inline } from "./article.ts";
import { inlineText } from "./article-text.ts";
import { cutInlines } from "./cut-inlines.ts";

/** Before and behind a place, in UTF-16 units of the content's text. */
export function partInlines(
  content: readonly Inline[],
  at: number,
): readonly [readonly Inline[], readonly Inline[]] {
  const all = { start: 0, end: inlineText(content).length };
  return [
    cutInlines(content, all, { start: 0, end: at }),
    cutInlines(content, all, { start: at, end: all.end }),
  ];
}

/** Words written with spaces keep one between them; Han text runs on. */
export function joinInlines(above: readonly Inline[], below: readonly Inline[]): readonly Inline[] {
  const seam =
    /[\p{Script=Latin}\p{N},.;:!?%)]$/u.test(inlineText(above)) && startsWithWord(below) ? " " : "";
  return merged([...above, ...(seam === "" ? [] : [{ type: "text", text: seam } as const]), ...below]);
}

function startsWithWord(content: readonly Inline[]): boolean {
  return /^[\p{Script=Latin}\p{N}(]/u.test(inlineText(content));
}

/** What is put in bears the marks of the first character it stands for, or else of the one before it. */
export function replaceInlines(
  content: readonly Inline[],
  start: number,
  end: number,
  text: string,
): readonly Inline[] {
  const [before] = partInlines(content, start);
  const [, behind] = partInlines(content, end);
  const [, from] = partInlines(content, start);
  const [first] = end > start ? partInlines(from, Math.min(end - start, 1)) : [[]];
  const marks = marksOf(first.find((inline) => inlineText([inline]) !== "") ?? before.at(-1));
  const put: readonly Inline[] =
    text === "" ? [] : [{ type: "text", text, ...(marks === undefined ? {} : { marks }) }];
  return merged([...before, ...put, ...behind]);
}

function marksOf(inline: Inline | undefined) {
  return inline?.type === "text" ? inline.marks : undefined;
}

/** Neighbouring texts of the same marks are one. */
function merged(content: readonly Inline[]): readonly Inline[] {
  const whole: Inline[] = [];
  for (const inline of content) {
    const last = whole.at(-1);
    if (inline.type === "text" && last?.type === "text" && sameMarks(inline.marks, last.marks))
      whole[whole.length - 1] = { ...last, text: last.text + inline.text };
    else whole.push(inline);
  }
  return whole;
}

function sameMarks(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return one.length === other.length && one.every((mark) => other.includes(mark));
}
