/** Found sentences as a spreadsheet: date, source, title, the sentence, and its numbers in a column of their own. */
import { closeSync, openSync, renameSync, rmSync } from "node:fs";
import type { Language } from "../../preload/model/messages.ts";
import { say } from "../../preload/model/messages.ts";
import { FailureError } from "../../preload/model/result.ts";
import type { FoundSentence } from "../../preload/model/search.ts";
import type { Sliced } from "../sliced.ts";
import type { Cell, Column } from "./xlsx.ts";
import { SpreadsheetFile } from "./xlsx.ts";

/**
 * Writes what `each` hands over to a file beside `path`, which takes its place once it is whole. Throws `not-writable`
 * or `disk-full`.
 */
export function* writeSentences(
  path: string,
  language: Language,
  each: (take: (sentence: FoundSentence) => void) => Sliced<void>,
): Sliced<void> {
  const unfinished = `${path}.part`;
  try {
    const file = openSync(unfinished, "w");
    try {
      const spreadsheet = new SpreadsheetFile(file, columnsIn(language));
      yield* each((sentence) => spreadsheet.row(cellsOf(sentence)));
      spreadsheet.end();
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch (error) {
    throw writingFailure(error, path);
  } finally {
    // Also where nobody waits for it any longer.
    rmSync(unfinished, { force: true });
  }
}

/** A name for the file: the query, without what file names cannot hold. */
export function sentencesFileName(query: string, language: Language): string {
  const name = query.replaceAll(/[\s\p{Cc}\\/:*?"<>|]+/gu, " ").toWellFormed();
  // Cut by whole characters; a name may neither begin with a dot nor end with one.
  return `${
    [...name]
      .slice(0, 40)
      .join("")
      .replaceAll(/^[\s.]+|[\s.]+$/g, "") || say(language, "search.sentences")
  }.xlsx`;
}

function columnsIn(language: Language): readonly Column[] {
  return [
    { heading: say(language, "search.column-date"), width: 12 },
    { heading: say(language, "search.column-source"), width: 16 },
    { heading: say(language, "search.column-title"), width: 36 },
    { heading: say(language, "search.column-sentence"), width: 80 },
    { heading: say(language, "search.column-numbers"), width: 20 },
  ];
}

function cellsOf({ issuedOn, publication, title, text, numbers }: FoundSentence): readonly Cell[] {
  const figures = numbers.map(([start, end]) => text.slice(start, end));
  return [
    dateCell(issuedOn),
    textCell(publication),
    textCell(title),
    { kind: "text", text, bold: numbers },
    textCell(figures.join("  ")),
  ];
}

function textCell(text: string): Cell {
  return text === "" ? { kind: "empty" } : { kind: "text", text, bold: [] };
}

/** Spreadsheets know no days before 1900-03-01 that all of them agree on. */
function dateCell(date: string | null): Cell {
  if (date === null) return { kind: "empty" };
  return date < "1900-03-01" ? textCell(date) : { kind: "date", date };
}

function writingFailure(error: unknown, path: string): unknown {
  if (!(error instanceof Error && "syscall" in error && "code" in error)) return error;
  return new FailureError(error.code === "ENOSPC" ? "disk-full" : "not-writable", { path });
}
