/** The commands about bookmarks. */
import { resolve } from "node:path";
import type { AnnotationReport, Bookmark, BookmarkRow } from "../../preload/model/bookmark.ts";
import { everyBookmark, standingText } from "../../preload/model/bookmark.ts";
import { say } from "../../preload/model/messages.ts";
import { FailureError } from "../../preload/model/result.ts";
import { readAnnotationFile } from "../annotation-file.ts";
import { writeBytes } from "../original.ts";
import type { BookmarkCommandLine } from "./bookmark-arguments.ts";
import type { CommandContext, CommandResult } from "./commands.ts";

type Asked<Name extends BookmarkCommandLine["command"]> = Extract<BookmarkCommandLine, { command: Name }>;

const everything = { ...everyBookmark, sort: "article" } as const;

/** Only where the quote stands once: which of several is meant would be a guess. */
export async function bookmarkCommand(
  { article: id, quote, note, tags, color }: Asked<"bookmark">,
  { database, language }: CommandContext,
): Promise<CommandResult> {
  const { text, revision } = await database.call("readArticleText", { id });
  const starts = placesOf(text, quote);
  const [start] = starts;
  if (start === undefined) throw new FailureError("quote-not-found", { id });
  if (starts.length > 1) throw new FailureError("quote-repeated", { id, count: starts.length });
  const bookmark = await database.call("addBookmark", {
    ...{ article: id, revision, start, end: start + quote.length, quote },
    ...{ note, tags: [...tags], color },
  });
  return {
    exitCode: 0,
    value: shown(bookmark),
    lines: [say(language, "cli.bookmarked", { id: bookmark.id, quote })],
    remarks: [],
  };
}

export async function bookmarksCommand({ database, language }: CommandContext): Promise<CommandResult> {
  const rows = await allRows({ database });
  return {
    exitCode: 0,
    value: rows.map(shown),
    lines: rows.map((row) =>
      [
        row.id,
        row.article,
        say(language, `bookmarks.state.${row.state}`),
        oneLine(row.quote),
        oneLine(row.note),
      ].join("\t"),
    ),
    remarks: rows.length === 0 ? [say(language, "cli.no-bookmarks")] : [],
  };
}

export async function exportBookmarksCommand(
  { path, format }: Asked<"export-bookmarks">,
  { database, language }: CommandContext,
): Promise<CommandResult> {
  const ids = await database.call("listBookmarkIds", everything);
  const { bytes } = await database.call("exportBookmarks", { ids, format, grouping: "article", language });
  const file = resolve(path);
  await writeBytes(file, bytes);
  return {
    exitCode: 0,
    value: { file, format, bookmarks: ids.length },
    lines: [say(language, "bookmarks.exported", { count: ids.length, path: file })],
    remarks: [],
  };
}

/** Exit code 1 where something could not be placed or read, or differs from what is here. */
export async function importBookmarksCommand(
  { path, dryRun }: Asked<"import-bookmarks">,
  { database, language }: CommandContext,
): Promise<CommandResult> {
  const bytes = await readAnnotationFile(path);
  const report = await database.call("importBookmarks", { bytes, path, dryRun }, [bytes.buffer]);
  const reasonOf = ({ reason }: AnnotationReport["unplaceableRows"][number]) =>
    say(language, `bookmarks.reason.${reason}`);
  const rows = [...report.differentRows, ...report.unplaceableRows];
  return {
    exitCode: report.unplaceable + report.unreadable > 0 ? 1 : 0,
    value: {
      dryRun,
      added: report.added,
      existing: report.existing,
      different: report.different,
      unplaceable: report.unplaceable,
      unreadable: report.unreadable,
      problems: rows.map((row) => ({ ...row, message: reasonOf(row) })),
    },
    lines: [say(language, dryRun ? "bookmarks.import-preview" : "bookmarks.imported", report)],
    remarks: [
      ...rows.map((row) => `${oneLine(row.article)}\t${oneLine(row.quote)}\t${reasonOf(row)}`),
      ...(report.unreadable > 0 ? [say(language, "bookmarks.unreadable", { count: report.unreadable })] : []),
    ],
  };
}

/** What `bookmarks --json` gives of each. `text`: what now stands at its place; empty where it is lost. */
function shown(bookmark: Bookmark) {
  const { id, article, quote, note, tags, color, state } = bookmark;
  return { id, article, quote, note, tags, color, state, text: standingText(bookmark) };
}

/** The most that one call lists. */
const PAGE_OF_ROWS = 500;

async function allRows({ database }: Pick<CommandContext, "database">): Promise<readonly BookmarkRow[]> {
  const rows: BookmarkRow[] = [];
  for (let total = 1; rows.length < total; ) {
    const page = await database.call("listBookmarks", {
      ...everything,
      ...{ offset: rows.length, limit: PAGE_OF_ROWS },
    });
    total = page.rows.length === 0 ? 0 : page.total;
    rows.push(...page.rows);
  }
  return rows;
}

/** Where the quote begins, overlapping places included: those are several too. */
function placesOf(text: string, quote: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) places.push(at);
  return places;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
