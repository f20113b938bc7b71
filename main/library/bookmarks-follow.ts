/** Bookmarks follow their article into another text: all of them, in the transaction that writes it. */
import type { Database } from "better-sqlite3";
import { describe, resolve } from "../../preload/model/anchor.ts";
import type { Bookmark } from "../../preload/model/bookmark.ts";
import { stateAt } from "../../preload/model/bookmark.ts";
import { statement } from "../statement.ts";
import { bookmarksIn, hasBookmarks, updatePlace } from "./bookmark-rows.ts";

/** Called where an article's canonical text is about to be written, after its revision has been counted. */
export function followText(db: Database, article: number, after: string): void {
  if (!hasBookmarks(db, article)) return;
  const before = statement<[number], string>(db, "SELECT text FROM article_contents WHERE article_id = ?")
    .pluck()
    .get(article);
  if (before === after) return;
  const revision =
    statement<[number], number>(db, "SELECT revision FROM articles WHERE id = ?").pluck().get(article) ?? 0;
  for (const bookmark of bookmarksIn(db, article)) follow(db, bookmark, after, revision);
}

function follow(db: Database, bookmark: Bookmark, text: string, revision: number): void {
  const resolution = resolve(text, bookmark.anchor);
  if (resolution.state === "lost") {
    updatePlace(db, { ...bookmark, state: "lost" });
    return;
  }
  const anchor = describe(text, resolution.span, revision);
  updatePlace(db, { ...bookmark, anchor, state: stateAt(bookmark, anchor) });
}
