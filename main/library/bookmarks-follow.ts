/** Bookmarks follow their article into another text: all of them, in the transaction that writes it. */
import type { Database } from "better-sqlite3";
import type { Anchor, Resolution, ResolverOf } from "../../preload/model/anchor.ts";
import { describe, resolver } from "../../preload/model/anchor.ts";
import type { Span } from "../../preload/model/article-text.ts";
import type { Bookmark, BookmarkOutcome, BookmarkState } from "../../preload/model/bookmark.ts";
import { stateAt } from "../../preload/model/bookmark.ts";
import { statement } from "../statement.ts";
import { updatePlace } from "./bookmark-rows.ts";

type Followed = Pick<Bookmark, "id" | "anchor" | "quote" | "markedStart" | "state">;

/** Called where an article's canonical text is about to be written, after its revision has been counted. */
export function followText(db: Database, article: number, after: string, resolverOf: ResolverOf): void {
  const bookmarks = followedOf(db, article);
  if (bookmarks.length === 0) return;
  const before = statement<[number], string>(db, "SELECT text FROM article_contents WHERE article_id = ?")
    .pluck()
    .get(article);
  if (before === undefined || before === after) return;
  const revision =
    statement<[number], number>(db, "SELECT revision FROM articles WHERE id = ?").pluck().get(article) ?? 0;
  const resolve = resolverOf(after, before);
  const resolveLost = resolver(after, null);
  const inPlace: number[] = [];
  for (const bookmark of bookmarks) {
    const { id, anchor, state } = bookmark;
    const resolution =
      state === "lost" ? lookAgain(bookmark, resolveLost) : resolve({ ...anchor, revision: revision - 1 });
    if (resolution.state === "kept" && state !== "lost" && standsUnchanged(after, anchor)) inPlace.push(id);
    else updatePlace(db, placed(bookmark, resolution, after, revision));
  }
  statement<[number, string]>(
    db,
    "UPDATE bookmarks SET revision = ? WHERE id IN (SELECT value FROM json_each(?))",
  ).run(revision, JSON.stringify(inPlace));
}

/** How many bookmarks of an article are in which state; undefined where it has none. */
export function outcomeOf(db: Database, article: number): BookmarkOutcome | undefined {
  const rows = statement<[number], { state: BookmarkState; count: number }>(
    db,
    "SELECT state, count(*) AS count FROM bookmarks WHERE article_id = ? GROUP BY state",
  ).all(article);
  if (rows.length === 0) return undefined;
  const none: BookmarkOutcome = { kept: 0, moved: 0, changed: 0, lost: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

/** With all that stood around it. */
function standsUnchanged(text: string, { start, prefix, quote, suffix }: Anchor): boolean {
  return text.startsWith(prefix + quote + suffix, start - prefix.length);
}

/** What has been lost may be back, as it last stood or as it was marked. */
function lookAgain({ anchor, quote }: Followed, resolve: (anchor: Anchor) => Resolution): Resolution {
  const resolution = resolve(anchor);
  return resolution.state === "lost" && anchor.quote !== quote ? resolve({ ...anchor, quote }) : resolution;
}

function placed(bookmark: Followed, resolution: Resolution, text: string, revision: number): Followed {
  if (resolution.state === "lost") return { ...bookmark, state: "lost" };
  const anchor = describe(text, asMarked(bookmark, resolution.span, text), revision);
  return { ...bookmark, anchor, state: stateAt(bookmark, anchor) };
}

/** What was marked, where all of it stands again around what was left of it. */
function asMarked({ quote }: Followed, { start, end }: Span, text: string): Span {
  if (text.startsWith(quote, start)) return { start, end: start + quote.length };
  return text.endsWith(quote, end) ? { start: end - quote.length, end } : { start, end };
}

/** Without note and tags, which have no part in it. */
function followedOf(db: Database, article: number): readonly Followed[] {
  return statement<[number], Followed & Omit<Anchor, "quote"> & { standing: string | null }>(
    db,
    `SELECT id, revision, start, "end", marked_start AS markedStart, state, quote, standing, prefix, suffix
       FROM bookmarks WHERE article_id = ?`,
  )
    .all(article)
    .map(({ id, markedStart, state, quote, standing, ...place }) => ({
      ...{ id, markedStart, state, quote },
      anchor: { ...place, quote: standing ?? quote },
    }));
}
