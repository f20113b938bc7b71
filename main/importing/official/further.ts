/** The number of an official document below what a page sets between it and the title, and whom it is addressed to. */
import { addresseesAt } from "./addressees.ts";
import { canBeTitle, type FrontLine, isFileMark } from "./front-lines.ts";
import { headItems } from "./head.ts";
import { isNumbered } from "./numbering.ts";
import { isPageLine, isRunningText } from "./page-lines.ts";
import { compact, documentNumberOf, isOfficialTitle } from "./words.ts";

const LINES_FURTHER = 24;
/** More lines that are neither a page's nor a document's are a text. */
const MOST_OTHERS = 3;

export interface Further {
  readonly documentNumber: string;
  readonly addressees: string;
}

/** `known`: the title that the article has; of another text's, the document in it is no part of its head. */
export function statedFurther(below: readonly FrontLine[], known: string): Further | null {
  const lines = below.slice(0, LINES_FURTHER);
  const at = lines.findIndex(({ text }) => documentNumberOf(compact(text)) !== null);
  if (at === -1 || !isOwnHead(lines.slice(0, at), compact(known))) return null;
  const documentNumber = documentNumberOf(compact(lines[at]?.text ?? "")) ?? "";
  const behind = below.slice(at + 1, at + 1 + LINES_FURTHER);
  // Below running text nobody is addressed any more.
  const running = behind.findIndex(({ text }) => text.includes("。"));
  const head = behind
    .slice(0, running < 0 ? behind.length : running)
    .filter(({ liftable }) => liftable === true);
  const found = head.map((_, index) => addresseesAt(head, index)).find((names) => names !== null);
  return { documentNumber, addressees: found ?? "" };
}

/** Whether the lines above a number are those of its document, and the page's: no text, no other title, no second head. */
function isOwnHead(lines: readonly FrontLine[], known: string): boolean {
  const others: string[] = [];
  for (const line of lines) {
    const { text } = line;
    if (isRunningText(text) || isFileMark(text)) return false;
    // A table above the text holds a page's properties.
    const isCell = line.liftable === false;
    if (isCell || isPageLine(text) || headItems(text, false) !== null) continue;
    if (!canBeTitle({ ...line, liftable: true }) || isNumbered(text.trim())) return false;
    others.push(compact(text));
  }
  const titled = others.findIndex(isOfficialTitle);
  const title = bare(others[titled] ?? "");
  const isKnown =
    known === "" || isPageLine(known) || bare(known).includes(title) || title.includes(bare(known));
  return others.length <= MOST_OTHERS && titled <= 0 && isKnown;
}

/** Marks within marks are set in more than one way. */
function bare(title: string): string {
  return title.replace(/[《》<>〈〉“”"]/gu, "");
}
