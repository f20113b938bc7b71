/** Bookmarks as a file of one of the kinds they are exported in. */
import type { BookmarkFormat, ExportedBookmark } from "../../preload/model/bookmark.ts";
import { annotationPage } from "./annotations.ts";
import { commaSeparated } from "./comma-separated.ts";
import type { ExportStyle } from "./excerpt.ts";
import { markdown } from "./markdown.ts";
import { wordDocument } from "./word.ts";

export async function exportBookmarks(
  bookmarks: readonly ExportedBookmark[],
  format: BookmarkFormat,
  style: ExportStyle,
): Promise<Uint8Array> {
  switch (format) {
    case "docx":
      return wordDocument(bookmarks, style);
    case "csv":
      return encoded(commaSeparated(bookmarks, style));
    case "md":
      return encoded(markdown(bookmarks, style));
    case "jsonld":
      return encoded(annotationPage(bookmarks));
  }
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
