/** Running text as documents write it → tidy inlines: white space collapsed, wrapped Han lines joined, indents stripped. */
import type { Inline, Mark } from "../../preload/model/article.ts";

/** A leaf of running text and the link it stands in. Flat, so that white space can be judged across all borders. */
export interface Run {
  readonly leaf: Exclude<Inline, { type: "link" }>;
  readonly href: string | null;
}

export function textRun(text: string, marks: readonly Mark[] = [], href: string | null = null): Run {
  return { leaf: marks.length === 0 ? { type: "text", text } : { type: "text", text, marks }, href };
}

export const lineBreak: Run = { leaf: { type: "line-break" }, href: null };

/** Invisible characters that only break search: zero-width spaces, byte order marks, soft hyphens, controls. */
const INVISIBLE = /[\u200B\u2060\uFEFF\u00AD]|(?![\t\n\f\r])\p{Cc}/gu;

/** White space that source code may hold anywhere without meaning it. The ideographic and the no-break space are meant. */
const COLLAPSIBLE = /[ \t\n\f\r]+/g;

/** Spaces of any kind at the border of a paragraph: indents made by hand (　　). */
const LEADING = /^[\s\u3000\u00A0]+/;
const TRAILING = /(?<![\s\u3000\u00A0])[\s\u3000\u00A0]+$/;

/** Han characters and their punctuation: a line end between two of these is layout, not a space. */
export const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF“”‘’…—·]/u;

/** One paragraph for each run of text between empty lines; none is empty. */
export function paragraphsOf(runs: readonly Run[]): readonly (readonly Run[])[] {
  const paragraphs: Run[][] = [];
  let current: Run[] = [];
  for (const run of collapsed(runs)) {
    const previous = current.at(-1);
    if (previous?.leaf.type === "line-break" && startsParagraph(run)) {
      paragraphs.push(current);
      current = [];
    }
    current.push(run);
  }
  paragraphs.push(current);
  return paragraphs.map(trimmed).filter((paragraph) => paragraph.length > 0);
}

/** After a line break: a second break is an empty line, and an indent made by hand begins a paragraph. */
function startsParagraph(run: Run): boolean {
  return (
    run.leaf.type === "line-break" || (run.leaf.type === "text" && /^[\u3000\u00A0]{2}/.test(run.leaf.text))
  );
}

function collapsed(runs: readonly Run[]): readonly Run[] {
  const result: Run[] = [];
  let last = "\n";
  for (const run of runs) {
    if (run.leaf.type !== "text") {
      result.push(run);
      if (isMark(run)) continue;
      last = run.leaf.type === "line-break" ? "\n" : run.leaf.type === "ruby" ? run.leaf.base.slice(-1) : "x";
      continue;
    }
    const text = collapseText(run.leaf.text.replace(INVISIBLE, ""), last);
    if (text === "") continue;
    result.push({ ...run, leaf: { ...run.leaf, text } });
    last = text.slice(-1);
  }
  return withoutWrappedSpaces(result);
}

/** A wrapped line leaves a line feed for `withoutWrappedSpaces` to judge, once it is known what follows. */
function collapseText(text: string, before: string): string {
  const collapsedText = text.replace(COLLAPSIBLE, (space) => (/[\n\r]/.test(space) ? "\n" : " "));
  return /[ \n]/.test(before) ? collapsedText.replace(/^[ \n]/, "") : collapsedText;
}

function withoutWrappedSpaces(runs: readonly Run[]): readonly Run[] {
  return runs.map((run, index) => {
    if (run.leaf.type !== "text" || !run.leaf.text.includes("\n")) return run;
    const before = edge(neighbour(runs, index, -1), "last");
    const after = edge(neighbour(runs, index, 1), "first");
    const { text } = run.leaf;
    const joined = text.replace(/\n/g, (_newline, at: number) => {
      const previous = at === 0 ? before : text.charAt(at - 1);
      const next = at === text.length - 1 ? after : text.charAt(at + 1);
      return HAN.test(previous) && HAN.test(next) ? "" : " ";
    });
    return { ...run, leaf: { ...run.leaf, text: joined } };
  });
}

/** Marks of notes and pages have no width: what stands on either side of one stands side by side. */
function isMark({ leaf }: Run): boolean {
  return leaf.type === "footnote-mark" || leaf.type === "page-mark";
}

function neighbour(runs: readonly Run[], index: number, step: 1 | -1): Run | undefined {
  let at = index + step;
  for (let run = runs[at]; run !== undefined && isMark(run); run = runs[at]) at += step;
  return runs[at];
}

function edge(run: Run | undefined, side: "first" | "last"): string {
  const text = run?.leaf.type === "text" ? run.leaf.text : run?.leaf.type === "ruby" ? run.leaf.base : "";
  return side === "first" ? text.charAt(0) : text.slice(-1);
}

/** Without white space and line breaks at either end, nor around the line breaks within. */
function trimmed(runs: readonly Run[]): readonly Run[] {
  const forward = trimAfterBreaks(runs, (text) => text.replace(LEADING, ""));
  return trimAfterBreaks([...forward].reverse(), (text) => text.replace(TRAILING, "")).reverse();
}

function trimAfterBreaks(runs: readonly Run[], trim: (text: string) => string): Run[] {
  const result: Run[] = [];
  let atStart = true;
  let breaks: Run[] = [];
  for (const run of runs) {
    if (run.leaf.type === "line-break") {
      if (result.length > 0) breaks.push(run);
      atStart = true;
      continue;
    }
    const kept = atStart ? trimmedRun(run, trim) : run;
    if (kept === null) continue;
    // One by one: a paragraph may hold more breaks, and more runs below, than one call takes arguments.
    for (const lineEnd of breaks) result.push(lineEnd);
    result.push(kept);
    breaks = [];
    atStart &&= run.leaf.type === "page-mark";
  }
  return result;
}

function trimmedRun(run: Run, trim: (text: string) => string): Run | null {
  if (run.leaf.type !== "text") return run;
  const text = trim(run.leaf.text);
  return text === "" ? null : { ...run, leaf: { ...run.leaf, text } };
}

/** Neighbours alike in marks and link become one; links are built again around what stands in them. */
export function toInlines(runs: readonly Run[]): readonly Inline[] {
  const result: Inline[] = [];
  for (let index = 0; index < runs.length; ) {
    const { href = null } = runs[index] ?? {};
    let end = index + 1;
    while (end < runs.length && runs[end]?.href === href) end++;
    const content = merged(runs.slice(index, end).map((run) => run.leaf));
    if (href !== null) result.push({ type: "link", href, content });
    else for (const inline of content) result.push(inline);
    index = end;
  }
  return result;
}

function merged(leaves: readonly Run["leaf"][]): readonly Inline[] {
  const result: Run["leaf"][] = [];
  for (const leaf of leaves) {
    const previous = result.at(-1);
    if (leaf.type === "text" && previous?.type === "text" && sameMarks(leaf.marks, previous.marks)) {
      result[result.length - 1] = { ...previous, text: previous.text + leaf.text };
    } else {
      result.push(leaf);
    }
  }
  return result;
}

function sameMarks(one: readonly Mark[] = [], other: readonly Mark[] = []): boolean {
  return one.length === other.length && one.every((mark) => other.includes(mark));
}

/** Text whose white space is meant (`pre`): only invisible characters and the outer empty lines go. */
export function preformatted(runs: readonly Run[]): readonly Inline[] {
  const kept = runs.flatMap((run): Run[] => {
    if (run.leaf.type !== "text") return [run];
    const text = run.leaf.text.replace(/\r\n?/g, "\n").replace(INVISIBLE, "");
    return text === "" ? [] : [{ ...run, leaf: { ...run.leaf, text } }];
  });
  const inlines = [...toInlines(kept)];
  const [first] = inlines;
  if (first?.type === "text") inlines[0] = { ...first, text: first.text.replace(/^\n+/, "") };
  const last = inlines.at(-1);
  if (last?.type === "text") inlines[inlines.length - 1] = { ...last, text: last.text.trimEnd() };
  return inlines.filter((inline) => inline.type !== "text" || inline.text !== "");
}

/** The address of a link that is worth keeping as text; null for scripts, data and everything else that could act. */
export function keptAddress(address: string): string | null {
  const cleaned = address.replace(/[\p{Cc}\s]/gu, "");
  return /^(?:https?:\/\/|mailto:)[^\s]+$/i.test(cleaned) ? cleaned.slice(0, 2000) : null;
}
