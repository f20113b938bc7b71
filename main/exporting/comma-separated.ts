/** Bookmarks as a table for Excel and WPS: CSV (RFC 4180) in UTF-8 with a byte order mark, so that Chinese is shown. */
import type { ExportedBookmark } from "../../preload/model/bookmark.ts";
import { standingText } from "../../preload/model/bookmark.ts";
import { say } from "../../preload/model/messages.ts";
import type { ExportStyle } from "./excerpt.ts";
import { excerptOf } from "./excerpt.ts";

const columns = [
  "quote",
  "standing",
  "state",
  "note",
  "tags",
  "color",
  "title",
  "publication",
  "date",
  "page",
  "citation",
  "created",
] as const;

export function commaSeparated(bookmarks: readonly ExportedBookmark[], style: ExportStyle): string {
  const head = columns.map((column) => say(style.language, `bookmarks.column.${column}`));
  const rows = bookmarks.map((bookmark) => cellsOf(bookmark, style));
  return `\uFEFF${[head, ...rows].map((cells) => cells.map(written).join(",")).join("\r\n")}\r\n`;
}

function cellsOf(bookmark: ExportedBookmark, style: ExportStyle): readonly string[] {
  const { language } = style;
  const { quote, note, citation, tags } = excerptOf(bookmark, style);
  const { state, color, title, publication, issuedOn, page, createdAt } = bookmark;
  return [
    ...[quote, standingText(bookmark), say(language, `bookmarks.state.${state}`), note, tags],
    ...[say(language, `bookmarks.color.${color}`), title, publication, issuedOn ?? "", page, citation],
    localTime(createdAt),
  ];
}

/** What begins like a formula, in either width, would be run by Excel: an apostrophe makes it text. */
function written(cell: string): string {
  const safe = /^[=+\-@＝＋－＠\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** `2021-02-05 09:30` by the clock of this computer. */
export function localTime(instant: string): string {
  const time = new Date(instant);
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
