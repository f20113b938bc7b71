/** Bookmarks on paper (划线, 批注): where they stand, or as notes at the end of their article. */
import { type Bookmark, bookmarkColors, standingText } from "../../preload/model/bookmark.ts";
import { sharedSpan } from "../../preload/model/cut-article.ts";
import { type Language, say } from "../../preload/model/messages.ts";
import type { PrintDocument } from "../../preload/model/print.ts";
import { leavesOf, rangeAmong } from "../ui/article/text-positions.ts";
import type { ArticleToPrint, Piece } from "./printed-articles.ts";

interface Placed {
  readonly bookmark: Bookmark;
  /** What of it stands in the piece. */
  readonly range: Range;
  readonly piece: HTMLElement;
}

/** What is on the page is drawn once and never again, so signs and notes may stand in it beside what React has drawn. */
export function paintMarks(
  root: HTMLElement,
  articles: readonly ArticleToPrint[],
  { options, language }: Pick<PrintDocument, "options" | "language">,
): void {
  CSS.highlights.clear();
  if (options.bookmarks === "no") return;
  const placed = articles.map((article) => placedIn(root, article));
  for (const marks of placed) {
    if (options.bookmarks === "end-notes") noteAtEnd(marks, language);
    else noteInPlace(marks, language);
  }
  if (options.bookmarks === "in-place") paint(placed.flat());
}

function placedIn(root: HTMLElement, { place, pieces, bookmarks }: ArticleToPrint): readonly Placed[] {
  const sections = [...root.querySelectorAll<HTMLElement>(`[data-article="${place}"] .piece`)];
  const inOrder = bookmarks
    .filter(({ state }) => state !== "lost")
    .toSorted((one, other) => one.anchor.start - other.anchor.start || one.anchor.end - other.anchor.end);
  return pieces.flatMap((piece, index) => {
    const section = sections[index];
    if (section === undefined) return [];
    const leaves = leavesOf(section);
    return inOrder.flatMap((bookmark) => {
      const range = rangeIn(leaves, piece, bookmark);
      return range === null ? [] : [{ bookmark, range, piece: section }];
    });
  });
}

function rangeIn(leaves: readonly HTMLElement[], piece: Piece, { anchor }: Bookmark): Range | null {
  const within = piece.span === null ? anchor : sharedSpan(anchor, piece.span);
  return within === null ? null : rangeAmong(leaves, within);
}

function paint(marks: readonly Placed[]): void {
  for (const color of bookmarkColors) {
    const ranges = marks.filter(({ bookmark }) => bookmark.color === color).map(({ range }) => range);
    if (ranges.length > 0) CSS.highlights.set(`antou-mark-${color}`, new Highlight(...ranges));
  }
}

/** Each note stands under the block its passage ends in, and both bear its number. */
function noteInPlace(marks: readonly Placed[], language: Language): void {
  const noted = marks.filter(({ bookmark }) => bookmark.note.trim() !== "");
  const signs = noted.map((mark, index) => putSign(mark, index + 1, language));
  for (const [index, { bookmark, piece }] of noted.entries()) {
    const sign = signs[index];
    if (sign === undefined) continue;
    const note = noteElement("aside", "note", index + 1, bookmark.note, language);
    blockOf(sign, piece).after(note);
    // Several notes of one block stand in their order.
    for (let next = note.nextElementSibling; isNoteBefore(next, index + 1); next = note.nextElementSibling) {
      next?.after(note);
    }
  }
}

function isNoteBefore(element: Element | null, number: number): boolean {
  return (
    element instanceof HTMLElement && element.matches(".note") && Number(element.dataset["note"]) < number
  );
}

/** All of an article's bookmarks, with their passages, after its last piece. */
function noteAtEnd(marks: readonly Placed[], language: Language): void {
  const last = marks.at(-1)?.piece.parentElement;
  if (last === null || last === undefined) return;
  for (const [index, mark] of marks.entries()) putSign(mark, index + 1, language);
  const notes = document.createElement("section");
  notes.className = "endNotes";
  notes.dataset["uncounted"] = "";
  const title = document.createElement("p");
  title.className = "endNotesTitle";
  title.textContent = say(language, "print.notes");
  notes.append(
    title,
    ...marks.map(({ bookmark }, index) => {
      const quoted = `“${shortened(standingText(bookmark))}”`;
      return noteElement(
        "p",
        "endNote",
        index + 1,
        [quoted, bookmark.note.trim()].filter(Boolean).join("　"),
        language,
      );
    }),
  );
  last.append(notes);
}

function noteElement(
  tag: "aside" | "p",
  look: string,
  number: number,
  text: string,
  language: Language,
): HTMLElement {
  const note = document.createElement(tag);
  note.className = look;
  note.dataset["uncounted"] = "";
  note.dataset["note"] = String(number);
  const label = document.createElement("span");
  label.className = "noteNumber";
  label.textContent = say(language, "print.note-sign", { number });
  note.append(label, text.trim());
  return note;
}

/** The number behind the passage. */
function putSign({ range }: Placed, number: number, language: Language): HTMLElement {
  const sign = document.createElement("sup");
  sign.className = "noteSign";
  sign.dataset["uncounted"] = "";
  sign.textContent = say(language, "print.note-sign", { number });
  const end = range.cloneRange();
  end.collapse(false);
  end.insertNode(sign);
  // What was put at its very end is none of the passage.
  range.setEndBefore(sign);
  return sign;
}

/** The block of the piece, or of its lead, that an element stands in. */
function blockOf(element: HTMLElement, piece: HTMLElement): HTMLElement {
  let block = element;
  while (block.parentElement !== null && block.parentElement !== piece) {
    if (block.parentElement.matches("[data-lead]")) break;
    block = block.parentElement;
  }
  return block;
}

/** How much of a passage an end note repeats, in characters. */
const LONGEST_QUOTE = 120;

function shortened(quote: string): string {
  const characters = [...quote.replaceAll(/\s+/g, " ")];
  return characters.length <= LONGEST_QUOTE
    ? characters.join("")
    : `${characters.slice(0, LONGEST_QUOTE - 1).join("")}…`;
}
