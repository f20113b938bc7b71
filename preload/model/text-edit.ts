/**
 * What one edit did to a text. A step by which a person corrects it touches one place, or takes whole lines to another
 * place; all else is the very same, however often the like of it stands in the text.
 */
import type { Span } from "./article-text.ts";

/** The shortest stretch of the text before that holds all that is different, and by how many units the text grew there. */
export interface TextEdit extends Span {
  readonly growth: number;
}

export function editBetween(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  const left = most - head;
  let tail = 0;
  while (
    tail < left &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return { start: head, end: before.length - tail, growth: after.length - before.length };
}

/**
 * Where a passage of the text before stands after one step of a person's. Null where the step took away one of its ends,
 * or all of it, and within an edit of another kind.
 */
export function carrier(before: string, after: string): (span: Span) => Span | null {
  const edit = fromLineStart(before, after, editBetween(before, after));
  const moved = movedLines(before, after, edit);
  return moved ? (span) => withMovedLines(moved, span) : (span) => aroundEdit(edit, span);
}

/** What was only taken out or only put in may be told from what is like it before it: whole lines it mostly is. */
function fromLineStart(before: string, after: string, edit: TextEdit): TextEdit {
  const longer = edit.growth > 0 ? after : before;
  const length = Math.abs(edit.growth);
  if (length === 0 || Math.min(edit.end - edit.start, edit.end - edit.start + edit.growth) > 0) return edit;
  for (let start = edit.start; start >= 0; start--) {
    if (start === 0 || longer[start - 1] === "\n")
      return { ...edit, start, end: edit.end - edit.start + start };
    if (longer[start - 1] !== longer[start - 1 + length]) return edit;
  }
  return edit;
}

/** Before the edit, behind it, or with all of it inside. */
function aroundEdit(edit: TextEdit, { start, end }: Span): Span | null {
  if (end <= edit.start) return { start, end };
  if (start >= edit.end) return { start: start + edit.growth, end: end + edit.growth };
  const isInside = start <= edit.start && end >= edit.end && end - start > edit.end - edit.start;
  return isInside ? { start, end: end + edit.growth } : null;
}

/** Lines from `start` to `middle` and those from there to `end`, line feeds included, have changed places. */
interface MovedLines extends Span {
  readonly middle: number;
}

function movedLines(before: string, after: string, edit: TextEdit): MovedLines | null {
  if (edit.growth !== 0 || edit.start === edit.end) return null;
  const start = before.lastIndexOf("\n", edit.start - 1) + 1;
  const feed = before.indexOf("\n", edit.end);
  const end = feed === -1 ? before.length : feed;
  // With a line feed behind the last line too, lines are turned about as their characters are.
  const [one, other] = [`${before.slice(start, end)}\n`, `${after.slice(start, end)}\n`];
  const first = other.slice(0, other.indexOf("\n") + 1);
  for (let at = one.indexOf(first, 1); at !== -1; at = one.indexOf(first, at + 1)) {
    const isTurned = other.startsWith(one.slice(at)) && other.endsWith(one.slice(0, at));
    if (one[at - 1] === "\n" && isTurned) return { start, middle: start + at, end: end + 1 };
  }
  return null;
}

/** Null for a passage over lines that no longer follow one another. */
function withMovedLines({ start, middle, end }: MovedLines, span: Span): Span | null {
  const by = (distance: number) => ({ start: span.start + distance, end: span.end + distance });
  if (span.end < start || span.start >= end) return span;
  if (span.start >= start && span.end < middle) return by(end - middle);
  if (span.start >= middle && span.end < end) return by(start - middle);
  return null;
}
