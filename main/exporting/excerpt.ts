/** What every export says of a bookmark, in words. */
import type { BookmarkGrouping, ExportedBookmark } from "../../preload/model/bookmark.ts";
import { standingText } from "../../preload/model/bookmark.ts";
import type { CitationFormat } from "../../preload/model/citation.ts";
import { citation } from "../../preload/model/citation.ts";
import type { Language } from "../../preload/model/messages.ts";
import { say } from "../../preload/model/messages.ts";

export interface ExportStyle {
  readonly language: Language;
  readonly citationFormat: CitationFormat;
  readonly grouping: BookmarkGrouping;
}

export interface Excerpt {
  /** What was marked. */
  readonly quote: string;
  /** What stands there now, where that is another text; empty otherwise. */
  readonly changedTo: string;
  readonly note: string;
  readonly citation: string;
  /** A sentence where the passage is no longer as it was marked; empty otherwise. */
  readonly remark: string;
  readonly tags: string;
}

export function excerptOf(bookmark: ExportedBookmark, { language, citationFormat }: ExportStyle): Excerpt {
  const { quote, note, state, tags } = bookmark;
  const standing = standingText(bookmark);
  const isChanged = state === "changed";
  return {
    ...{ quote, note },
    changedTo: isChanged ? standing : "",
    citation: citation(bookmark, citationFormat),
    remark: isChanged || state === "lost" ? say(language, `bookmarks.state.${state}`) : "",
    tags: tags.join(language === "en" ? ", " : "、"),
  };
}

export function groupTitle(title: string, { language, grouping }: ExportStyle): string {
  if (title !== "") return title;
  return say(language, grouping === "article" ? "bookmarks.untitled" : "bookmarks.without-tag");
}
