/** Lines of one paragraph put together: nothing between wide characters, a space between words, broken words mended. */
import type { Inline } from "../../../preload/model/article.ts";
import { isShared, isWide } from "./characters.ts";
import type { Line } from "./layout.ts";
import type { TextRun } from "./segments.ts";

/** A run of text, or the mark of the page that begins there. */
export type Piece = TextRun | { readonly page: string };

/** `marks`: for each line the pages that begin with it. */
export function piecesOf(
  lines: readonly Line[],
  marks: readonly (readonly string[])[] = [],
): readonly Piece[] {
  const pieces: Piece[] = [];
  let before = "";
  for (const [index, line] of lines.entries()) {
    const { kept, joint } = joinLines(before, line.text);
    if (kept < before.length) shorten(pieces);
    before = line.text;
    for (const page of marks[index] ?? []) pieces.push({ page });
    const [first, ...rest] = line.runs;
    if (first === undefined) continue;
    append(pieces, { ...first, text: joint + first.text });
    for (const run of rest) append(pieces, run);
  }
  return pieces;
}

/** How much of what stands before is kept, and what stands between. */
function joinLines(before: string, line: string): { readonly kept: number; readonly joint: string } {
  if (before === "") return { kept: 0, joint: "" };
  const [last, first] = [before.slice(-1), line.slice(0, 1)];
  if (/\p{Ll}[-\u2010]$/u.test(before) && /^\p{Ll}/u.test(line))
    return { kept: before.length - 1, joint: "" };
  // A figure that a narrow column broke.
  if (/[\d.,]/.test(last) && /\d/.test(first) && /\p{Script=Han}/u.test(before + line))
    return { kept: before.length, joint: "" };
  const isLatin = [last, first].every((letter) => !isWide(letter) || isShared(letter));
  if (/[-\u2010–—/]/.test(last) || !isLatin || (isShared(last) && isShared(first)))
    return { kept: before.length, joint: "" };
  return { kept: before.length, joint: " " };
}

/** Takes the hyphen at the end of a line away. */
function shorten(pieces: Piece[]): void {
  const last = pieces.at(-1);
  if (last !== undefined && "text" in last)
    pieces[pieces.length - 1] = { ...last, text: last.text.slice(0, -1) };
}

function append(pieces: Piece[], run: TextRun): void {
  const last = pieces.at(-1);
  if (last !== undefined && "text" in last && last.marks.join() === run.marks.join()) {
    pieces[pieces.length - 1] = { ...last, text: last.text + run.text };
  } else {
    pieces.push(run);
  }
}

/** `plainly` leaves out boldness, where all of it is bold, as in a heading. */
export function inlinesOf(pieces: readonly Piece[], plainly: boolean): readonly Inline[] {
  return pieces.flatMap((piece): readonly Inline[] => {
    if ("page" in piece) return [{ type: "page-mark", page: piece.page }];
    const marks = plainly ? piece.marks.filter((mark) => mark !== "strong") : piece.marks;
    if (piece.text === "") return [];
    return [
      marks.length === 0 ? { type: "text", text: piece.text } : { type: "text", text: piece.text, marks },
    ];
  });
}
