/** Pieces of print lists follow their article into another text, in the transaction that writes it. */
import type { Database } from "better-sqlite3";
import type { Anchor, Resolution, ResolverOf } from "../../preload/model/anchor.ts";
import { describe, resolver } from "../../preload/model/anchor.ts";
import type { ImportedArticle } from "../../preload/model/article.ts";
import type { ArticleText, Span } from "../../preload/model/article-text.ts";
import type { BookmarkState } from "../../preload/model/bookmark.ts";
import { stateAt } from "../../preload/model/bookmark.ts";
import type { ChosenPiece } from "../../preload/model/print.ts";
import { sections } from "../../preload/model/sections.ts";
import { statement } from "../statement.ts";
import type { PlacedSection } from "./piece-place.ts";
import { pathOf, shownOf, withPaths } from "./piece-place.ts";

interface FollowedPiece {
  readonly id: number;
  readonly kind: Exclude<ChosenPiece["kind"], "article">;
  readonly state: BookmarkState;
  readonly path: string;
  readonly chosenStart: number;
  readonly chosen: string;
  readonly anchor: Anchor;
}

/** Called where an article's contents are about to be written, after its revision has been counted. Whole articles need no place. */
export function followPrintPieces(
  db: Database,
  article: number,
  imported: ImportedArticle,
  after: ArticleText,
  resolverOf: ResolverOf,
): void {
  const pieces = followedOf(db, article);
  if (pieces.length === 0) return;
  const before = statement<[number], string>(db, "SELECT text FROM article_contents WHERE article_id = ?")
    .pluck()
    .get(article);
  if (before === undefined || before === after.text) return;
  const revision =
    statement<[number], number>(db, "SELECT revision FROM articles WHERE id = ?").pluck().get(article) ?? 0;
  const placed = withPaths(sections(imported, after));
  const follow = resolverOf(after.text, before);
  const lookAgain = resolver(after.text, null);
  for (const piece of pieces) {
    const resolve = () =>
      piece.state === "lost" ? lookAgain(piece.anchor) : follow({ ...piece.anchor, revision: revision - 1 });
    const span = piece.kind === "section" ? sectionSpan(piece, placed, resolve) : spanOf(resolve());
    if (span === null) lose(db, piece.id);
    else place(db, piece, describe(after.text, span, revision), pathOf(placed, span, piece.kind));
  }
}

/**
 * The section of the same headings, whatever now stands in it: a section is printed whole. Where several or none bear
 * them, the one that begins where the old text is found again.
 */
function sectionSpan(
  piece: FollowedPiece,
  placed: readonly PlacedSection[],
  resolve: () => Resolution,
): Span | null {
  const same = placed.filter(({ path }) => JSON.stringify(path) === piece.path);
  const [only] = same;
  if (only && same.length === 1) return { start: only.start, end: only.end };
  const found = spanOf(resolve());
  if (found === null) return null;
  const among = same.length > 0 ? same : placed;
  const here = among.find(({ start }) => start === found.start);
  if (here) return { start: here.start, end: here.end };
  return same.length > 0 ? null : found;
}

function spanOf(resolution: Resolution): Span | null {
  return resolution.state === "lost" ? null : resolution.span;
}

function followedOf(db: Database, article: number): readonly FollowedPiece[] {
  return statement<
    [number],
    Omit<FollowedPiece, "anchor"> & Omit<Anchor, "quote"> & { readonly standing: string | null }
  >(
    db,
    `SELECT id, kind, state, path, chosen_start AS chosenStart, quote AS chosen, standing, revision, start, "end",
         prefix, suffix
       FROM print_pieces WHERE article_id = ? AND start IS NOT NULL`,
  )
    .all(article)
    .map(({ id, kind, state, path, chosenStart, chosen, standing, ...at }) => ({
      ...{ id, kind, state, path, chosenStart, chosen },
      anchor: { ...at, quote: standing ?? chosen },
    }));
}

/** Its place and what stood there are kept: the text may come back. */
function lose(db: Database, id: number): void {
  statement<[number]>(db, "UPDATE print_pieces SET state = 'lost' WHERE id = ?").run(id);
}

function place(db: Database, piece: FollowedPiece, anchor: Anchor, path: readonly string[]): void {
  const { quote, ...at } = anchor;
  const { id, chosen, chosenStart } = piece;
  statement<unknown[]>(
    db,
    `UPDATE print_pieces SET revision = @revision, start = @start, "end" = @end, prefix = @prefix, suffix = @suffix,
         standing = @standing, state = @state, path = @path, excerpt = @excerpt, characters = @characters
       WHERE id = @id`,
  ).run({
    ...{ ...at, ...shownOf(quote), id, path: JSON.stringify(path) },
    standing: quote === chosen ? null : quote,
    state: stateAt({ quote: chosen, markedStart: chosenStart }, anchor),
  });
}
