/** Bookmarks as people make, change, delete and put them back: each act whole and on disk before it is answered. */
import { randomUUID } from "node:crypto";
import type { Database } from "better-sqlite3";
import type { Anchor } from "../../preload/model/anchor.ts";
import { describe, resolve } from "../../preload/model/anchor.ts";
import type { Span } from "../../preload/model/article-text.ts";
import type { Bookmark, BookmarkColor } from "../../preload/model/bookmark.ts";
import { stateAt } from "../../preload/model/bookmark.ts";
import { FailureError } from "../../preload/model/result.ts";
import { statement } from "../statement.ts";
import { requireArticles } from "./articles.ts";
import type { StoredBookmark } from "./bookmark-rows.ts";
import {
  bookmarkColumns,
  bookmarkOf,
  bookmarksIn,
  bookmarkWithUuid,
  deleteBookmarkRows,
  insertBookmark,
  updateBookmark,
} from "./bookmark-rows.ts";
import { readText } from "./contents.ts";

/** A passage as it was selected in the text of a revision. */
export interface SelectedPassage extends Span {
  readonly revision: number;
  /** What was selected, so that a selection in a text that has changed since is noticed. */
  readonly quote: string;
}

export interface NewBookmark extends SelectedPassage {
  /** Says which one it is when it is sent again after a failure. */
  readonly uuid?: string | undefined;
  readonly article: number;
  readonly color: BookmarkColor;
  readonly note: string;
  readonly tags: readonly string[];
}

export interface BookmarkChange {
  readonly ids: readonly number[];
  readonly color?: BookmarkColor | undefined;
  readonly note?: string | undefined;
  readonly addTags: readonly string[];
  readonly removeTags: readonly string[];
}

/** What an act did: the same bookmarks before and after it, in the same order. */
export interface Changed {
  readonly before: readonly Bookmark[];
  readonly after: readonly Bookmark[];
}

/** In the order of the text. Throws `no-such-article`. */
export function bookmarksOf(db: Database, article: number): readonly Bookmark[] {
  requireArticles(db, [article]);
  return bookmarksIn(db, article);
}

/** In the order of the ids. Throws `no-such-bookmark` for the first that names none. */
export function readBookmarks(db: Database, ids: readonly number[]): readonly Bookmark[] {
  const rows = statement<[string], StoredBookmark>(
    db,
    `SELECT ${bookmarkColumns} FROM json_each(?) AS wanted CROSS JOIN bookmarks ON bookmarks.id = wanted.value
       ORDER BY wanted.key`,
  ).all(JSON.stringify(ids));
  if (rows.length < ids.length) {
    const found = new Set(rows.map(({ id }) => id));
    throw new FailureError("no-such-bookmark", { id: ids.find((id) => !found.has(id)) ?? 0 });
  }
  return rows.map(bookmarkOf);
}

/** `now`: ISO 8601, UTC. Throws `no-such-article`, or `stale-selection` where the text is no longer what was selected. */
export function addBookmark(db: Database, added: NewBookmark, now: string): Bookmark {
  return db
    .transaction(() => {
      const { uuid = randomUUID(), article, color, note, tags } = added;
      const known = bookmarkWithUuid(db, uuid);
      if (known) return known;
      const anchor = anchorOf(db, article, added);
      const id = insertBookmark(db, {
        ...{ uuid, article, anchor, color, note, tags },
        quote: anchor.quote,
        markedStart: anchor.start,
        state: "kept",
        createdAt: now,
        changedAt: now,
      });
      return readOne(db, id);
    })
    .immediate();
}

/** Throws `no-such-bookmark`. */
export function changeBookmarks(db: Database, change: BookmarkChange, now: string): Changed {
  return changing(db, change.ids, (bookmark) => {
    const removed = new Set(change.removeTags);
    const tags = new Set([...bookmark.tags.filter((tag) => !removed.has(tag)), ...change.addTags]);
    return {
      ...bookmark,
      color: change.color ?? bookmark.color,
      note: change.note ?? bookmark.note,
      tags: [...tags],
      changedAt: now,
    };
  });
}

/** The passage stands where it was now selected, and counts as marked there (重新定位). */
export function placeBookmark(
  db: Database,
  { id, ...selected }: SelectedPassage & { readonly id: number },
  now: string,
): Changed {
  return changing(db, [id], (bookmark) => {
    const anchor = anchorOf(db, bookmark.article, selected);
    return {
      ...bookmark,
      anchor,
      quote: anchor.quote,
      markedStart: anchor.start,
      state: "kept",
      changedAt: now,
    };
  });
}

/** Answers them as they were, for `restoreBookmarks`. Throws `no-such-bookmark`. */
export function deleteBookmarks(db: Database, ids: readonly number[]): readonly Bookmark[] {
  return db
    .transaction(() => {
      const deleted = readBookmarks(db, ids);
      deleteBookmarkRows(db, ids);
      return deleted;
    })
    .immediate();
}

/**
 * Puts bookmarks back as they were, whether they have been deleted or changed since; in a text that has changed since
 * they are looked for. Answers them as they then are. Throws `no-such-article`.
 */
export function restoreBookmarks(db: Database, bookmarks: readonly Bookmark[]): readonly Bookmark[] {
  return db
    .transaction(() => {
      // Thousands may be of one article, whose text may be long.
      const texts = new Map<number, ReturnType<typeof readArticleText>>();
      return bookmarks.map((bookmark) => {
        const text = texts.get(bookmark.article) ?? readArticleText(db, bookmark.article);
        texts.set(bookmark.article, text);
        const placed = { ...bookmark, ...placeAgain(text, bookmark) };
        const known = bookmarkWithUuid(db, bookmark.uuid);
        if (known) updateBookmark(db, { ...placed, id: known.id });
        const id = known?.id ?? insertBookmark(db, withFreeId(db, placed));
        return readOne(db, id);
      });
    })
    .immediate();
}

function changing(db: Database, ids: readonly number[], change: (bookmark: Bookmark) => Bookmark): Changed {
  return db
    .transaction(() => {
      const before = readBookmarks(db, ids);
      for (const bookmark of before) updateBookmark(db, change(bookmark));
      return { before, after: readBookmarks(db, ids) };
    })
    .immediate();
}

/** The selected passage described in the text as it now is. */
function anchorOf(db: Database, article: number, selected: SelectedPassage): Anchor {
  const { text, revision } = readArticleText(db, article);
  const { start, end, quote } = selected;
  if (selected.revision === revision) {
    if (text.slice(start, end) !== quote) throw new FailureError("stale-selection");
    return describe(text, { start, end }, revision);
  }
  const found = text.indexOf(quote);
  if (found === -1 || text.indexOf(quote, found + 1) !== -1) throw new FailureError("stale-selection");
  return describe(text, { start: found, end: found + quote.length }, revision);
}

function placeAgain(
  { text, revision }: ReturnType<typeof readArticleText>,
  bookmark: Bookmark,
): Pick<Bookmark, "anchor" | "state"> {
  const { anchor, state } = bookmark;
  if (anchor.revision === revision && text.slice(anchor.start, anchor.end) === anchor.quote)
    return { anchor, state };
  const resolution = resolve(text, anchor);
  if (resolution.state === "lost") return { anchor, state: "lost" };
  const found = describe(text, resolution.span, revision);
  return { anchor: found, state: stateAt(bookmark, found) };
}

/** The canonical text as it now is, and its revision. Throws `no-such-article`. */
export function readArticleText(
  db: Database,
  article: number,
): { readonly text: string; readonly revision: number } {
  requireArticles(db, [article]);
  const revision = statement<[number], number>(db, "SELECT revision FROM articles WHERE id = ?")
    .pluck()
    .get(article);
  return { text: readText(db, article), revision: revision ?? 0 };
}

/** A deleted one comes back under its own id, which SQLite gives to no other; a library restored from elsewhere may have. */
function withFreeId(db: Database, bookmark: Bookmark): Omit<Bookmark, "id"> & { readonly id?: number } {
  const { id, ...rest } = bookmark;
  const taken = statement<[number]>(db, "SELECT 1 FROM bookmarks WHERE id = ?").get(id) !== undefined;
  return taken ? rest : bookmark;
}

function readOne(db: Database, id: number): Bookmark {
  const [bookmark] = readBookmarks(db, [id]);
  if (!bookmark) throw new Error(`bookmark ${id} was not written`);
  return bookmark;
}
