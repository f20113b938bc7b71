/** Bookmarks go with a text that a correction has taken to another place or another article: the very same lines. */
import type { Database } from "better-sqlite3";
import { describe } from "../../preload/model/anchor.ts";
import type { Span } from "../../preload/model/article-text.ts";
import type { Bookmark } from "../../preload/model/bookmark.ts";
import { stateAt } from "../../preload/model/bookmark.ts";
import { statement } from "../statement.ts";
import { bookmarksIn, updatePlace } from "./bookmark-rows.ts";
import { readText } from "./contents.ts";

/** An article before text goes between it and others. */
export interface BeforeMoving {
  readonly id: number;
  readonly text: string;
  readonly bookmarks: readonly Bookmark[];
  /** Whether it was part of another article then. */
  readonly wasJoined: boolean;
  /** Whether it is one after. */
  readonly isJoined: boolean;
}

export function beforeMoving(
  db: Database,
  id: number,
  joined: { readonly before: number | null; readonly after: number | null },
): BeforeMoving {
  const bookmarks = bookmarksIn(db, id).filter(({ state }) => state !== "lost");
  return {
    ...{ id, bookmarks, text: readText(db, id) },
    ...{ wasJoined: joined.before !== null, isJoined: joined.after !== null },
  };
}

/**
 * What lost its text to another of the articles is put where that text now stands; nothing is guessed, since the text that
 * has gone is the very same. Of an article that stands for itself no longer all go, those not found as lost.
 */
export function moveBookmarks(db: Database, articles: readonly BeforeMoving[]): void {
  const standing = articles.filter(({ isJoined }) => !isJoined);
  const places = standing.map((article) => placeAfter(db, article));
  for (const from of articles) {
    const lost = new Set(bookmarksIn(db, from.id).flatMap(({ id, state }) => (state === "lost" ? id : [])));
    const own = places.find(({ id }) => id === from.id);
    const others = places.filter(({ id }) => id !== from.id);
    for (const bookmark of from.bookmarks) {
      if (!from.isJoined && !lost.has(bookmark.id)) continue;
      const isFound =
        others.some((place) => moveTo(db, bookmark, from.text, place)) ||
        (own !== undefined && moveWithin(db, bookmark, from.text, own));
      const [first] = others;
      if (!isFound && from.isJoined && first !== undefined) loseIn(db, bookmark, first.id);
    }
  }
}

/**
 * To an article that stands for itself again go those set in its lines while it was part of another one, which keeps its
 * text. `own`: what that one said before: of lines that stand there more than once, the first are its own.
 */
export function returnBookmarks(
  db: Database,
  to: number,
  from: { readonly id: number; readonly own: string },
): void {
  const text = readText(db, from.id);
  const place = { id: to, text: readText(db, to), revision: revisionOf(db, to) };
  for (const bookmark of bookmarksIn(db, from.id).filter(({ state }) => state !== "lost")) {
    const { from: start, lines } = linesAround(bookmark, text);
    if (countOf(text.slice(0, start), lines) < countOf(from.own, lines)) continue;
    if (countOf(place.text, lines) === 1) put(db, bookmark, place, place.text.indexOf(lines) - start);
  }
}

function countOf(text: string, lines: string): number {
  // Each line with feeds of its own, so that the same line twice is counted twice.
  const apart = (each: string) => `\n${each.replaceAll("\n", "\n\n")}\n`;
  return apart(text).split(apart(lines)).length - 1;
}

interface PlaceAfter {
  readonly id: number;
  readonly text: string;
  readonly revision: number;
  /** What of the text was not there before. */
  readonly added: Span;
}

function placeAfter(db: Database, { id, text: before, wasJoined }: BeforeMoving): PlaceAfter {
  const text = readText(db, id);
  const revision = revisionOf(db, id);
  return { id, text, revision, added: wasJoined ? { start: 0, end: text.length } : addedTo(before, text) };
}

function revisionOf(db: Database, id: number): number {
  return statement<[number], number>(db, "SELECT revision FROM articles WHERE id = ?").pluck().get(id) ?? 0;
}

/** From the first line that is another to the last. */
function addedTo(before: string, after: string): Span {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const first = after.lastIndexOf("\n", start - 1) + 1;
  const last = after.indexOf("\n", after.length - end);
  return { start: first, end: last === -1 ? after.length : last };
}

/** The whole lines around the passage tell it from another of the same words. */
function moveTo(db: Database, bookmark: Bookmark, before: string, place: PlaceAfter): boolean {
  const { from, lines } = linesAround(bookmark, before);
  const at = place.text.slice(place.added.start, place.added.end).indexOf(lines);
  if (at === -1) return false;
  put(db, bookmark, place, place.added.start + at - from);
  return true;
}

/** Where those lines stood once and stand once, however far from there; else where the passage itself does. */
function moveWithin(db: Database, bookmark: Bookmark, before: string, place: PlaceAfter): boolean {
  const { from, lines } = linesAround(bookmark, before);
  const { start, end } = bookmark.anchor;
  return [
    { from, passage: lines },
    { from: start, passage: before.slice(start, end) },
  ].some(({ from: stood, passage }) => {
    const at = place.text.indexOf(passage);
    const isOnce = (text: string) => text.indexOf(passage) === text.lastIndexOf(passage);
    if (at === -1 || !isOnce(place.text) || !isOnce(before)) return false;
    put(db, bookmark, place, at - stood);
    return true;
  });
}

function linesAround({ anchor }: Bookmark, text: string): { readonly from: number; readonly lines: string } {
  const from = text.lastIndexOf("\n", anchor.start - 1) + 1;
  const behind = text.indexOf("\n", anchor.end);
  return { from, lines: text.slice(from, behind === -1 ? text.length : behind) };
}

/** `by`: how far its text has gone. */
function put(db: Database, bookmark: Bookmark, place: Omit<PlaceAfter, "added">, by: number): void {
  const { start, end } = bookmark.anchor;
  const anchor = describe(place.text, { start: start + by, end: end + by }, place.revision);
  setArticle(db, bookmark.id, place.id);
  updatePlace(db, { ...bookmark, anchor, state: stateAt(bookmark, anchor) });
}

function loseIn(db: Database, bookmark: Bookmark, to: number): void {
  setArticle(db, bookmark.id, to);
  updatePlace(db, { ...bookmark, state: "lost" });
}

function setArticle(db: Database, id: number, article: number): void {
  statement<[number, number]>(db, "UPDATE bookmarks SET article_id = ? WHERE id = ?").run(article, id);
}
