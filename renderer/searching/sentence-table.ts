/** Sentences as a table for the clipboard: tab-separated for a text editor, HTML for a word processor. Pure. */
import type { FoundSentence } from "../../preload/model/search.ts";

export interface SentenceColumns {
  readonly date: string;
  readonly source: string;
  readonly title: string;
  readonly sentence: string;
}

/** A cell can hold no tab and no line feed. */
export function sentencesAsText(sentences: readonly FoundSentence[], columns: SentenceColumns): string {
  return [headOf(columns), ...sentences.map(cellsOf)]
    .map((cells) => cells.map((cell) => cell.replace(/\s+/g, " ").trim()).join("\t"))
    .join("\r\n");
}

/** Numbers are bold, as on screen. */
export function sentencesAsHtml(sentences: readonly FoundSentence[], columns: SentenceColumns): string {
  const head = headOf(columns).map((name) => `<th>${escaped(name)}</th>`);
  const rows = sentences.map((sentence) => {
    const [date = "", source = "", title = ""] = cellsOf(sentence);
    const cells = [escaped(date), escaped(source), escaped(title), withBoldNumbers(sentence)];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  });
  return `<table><thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function headOf({ date, source, title, sentence }: SentenceColumns): readonly string[] {
  return [date, source, title, sentence];
}

function cellsOf({ issuedOn, publication, title, text }: FoundSentence): readonly string[] {
  return [issuedOn ?? "", publication, title, text];
}

function withBoldNumbers({ text, numbers }: FoundSentence): string {
  let html = "";
  let at = 0;
  for (const [start, end] of numbers) {
    html += `${escaped(text.slice(at, start))}<b>${escaped(text.slice(start, end))}</b>`;
    at = end;
  }
  return html + escaped(text.slice(at));
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
