/** Bookmarks as Markdown: excerpts as quotes under the headings of their groups, notes and citations below. */
import type { ExportedBookmark } from "../../preload/model/bookmark.ts";
import { say } from "../../preload/model/messages.ts";
import type { ExportStyle } from "./excerpt.ts";
import { excerptOf, groupTitle } from "./excerpt.ts";
import { grouped } from "./grouping.ts";

export function markdown(bookmarks: readonly ExportedBookmark[], style: ExportStyle): string {
  const groups = grouped(bookmarks, style.grouping).map(({ title, bookmarks: inGroup }) => [
    `## ${escaped(groupTitle(title, style)).replaceAll("\n", " ")}`,
    ...inGroup.map((bookmark) => excerptLines(bookmark, style)),
  ]);
  return `${[`# ${say(style.language, "bookmarks.title")}`, ...groups.flat()].join("\n\n")}\n`;
}

function excerptLines(bookmark: ExportedBookmark, style: ExportStyle): string {
  const { quote, changedTo, remark, note, citation, tags } = excerptOf(bookmark, style);
  const said = (label: string, text: string) => (text === "" ? [] : [`${label}${escaped(text)}`]);
  const label = (code: "bookmarks.note" | "bookmarks.is-now" | "bookmarks.tags") =>
    style.language === "en" ? `${say("en", code)}: ` : `${say("zh-CN", code)}：`;
  return [
    escaped(quote)
      .split("\n")
      .map((line) => `> ${line}`)
      .join("\n>\n"),
    ...said("", remark === "" ? "" : style.language === "en" ? `(${remark})` : `（${remark}）`),
    ...said(label("bookmarks.is-now"), changedTo),
    ...said(label("bookmarks.note"), note),
    ...said(label("bookmarks.tags"), tags),
    ...said("— ", citation),
  ].join("\n\n");
}

/** Text as text: nothing in it becomes markup, HTML or a link. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>#|~&!]/g, (mark) => `\\${mark}`)
    .replaceAll(
      /^(\s*)([-+]|\d+[.)])(?=\s|$)/gm,
      (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    );
}
