/** The print list (打印清单): kept across restarts until it is cleared, and saved under names. */
import type { Database } from "better-sqlite3";
import { z } from "zod";
import type { Anchor } from "../../preload/model/anchor.ts";
import { citation } from "../../preload/model/citation.ts";
import type { ChosenPiece, PrintList, PrintListPiece } from "../../preload/model/print.ts";
import { LONGEST_PRINT_LIST } from "../../preload/model/print.ts";
import { FailureError } from "../../preload/model/result.ts";
import { statement } from "../statement.ts";

/** Of the list at hand, which has no name. */
const AT_HAND = 1;

/** A piece about to be put on the list. */
export interface NewPiece extends Omit<ChosenPiece, "span"> {
  /** Null: the whole article. */
  readonly anchor: Anchor | null;
  readonly title: string;
  readonly source: string;
  readonly path: readonly string[];
  readonly excerpt: string;
  readonly characters: number;
}

interface StoredPiece extends Omit<PrintListPiece, "span" | "path" | "state"> {
  readonly start: number | null;
  readonly end: number | null;
  readonly state: Exclude<PrintListPiece["state"], "gone">;
  /** JSON. */
  readonly path: string;
  readonly currentRevision: number | null;
  readonly trashed: number;
  readonly articleTitle: string | null;
  readonly publication: string;
  readonly issuedOn: string;
  readonly page: string;
  readonly articleExcerpt: string;
  readonly articleCharacters: number;
}

const pathSchema = z.array(z.string());

export function readPrintList(db: Database): PrintList {
  const pieces = statement<[number], StoredPiece>(
    db,
    `SELECT print_pieces.id, article_id AS article, kind, print_pieces.revision, start, "end", state, path,
         print_pieces.title, source, print_pieces.excerpt, print_pieces.characters,
         articles.revision AS currentRevision, trashed_at IS NOT NULL AS trashed, articles.title AS articleTitle,
         publication, issued_on AS issuedOn, page,
         articles.excerpt AS articleExcerpt, articles.characters AS articleCharacters
       FROM print_pieces LEFT JOIN articles ON articles.id = article_id
       WHERE list_id = ? AND removed = 0 ORDER BY place`,
  ).all(AT_HAND);
  const saved = statement<[], PrintList["saved"][number]>(
    db,
    `SELECT id, name, (SELECT count(*) FROM print_pieces WHERE list_id = print_lists.id) AS pieces
       FROM print_lists WHERE name IS NOT NULL ORDER BY name`,
  ).all();
  return { pieces: pieces.map(pieceOf), saved };
}

function pieceOf(row: StoredPiece): PrintListPiece {
  const { id, article, kind, start, end, revision } = row;
  const span = start === null || end === null ? null : { start, end };
  const piece = { id, article, revision, span, kind, path: pathSchema.parse(JSON.parse(row.path)) };
  const { title, source, excerpt, characters } = row;
  if (row.articleTitle === null) return { ...piece, title, source, excerpt, characters, state: "gone" };
  const isWhole = span === null;
  const known = { publication: row.publication, issuedOn: row.issuedOn || null, page: row.page };
  return {
    ...piece,
    title: row.articleTitle,
    source: citation({ ...known, title: row.articleTitle, byline: "", official: null }, "office"),
    excerpt: isWhole ? row.articleExcerpt : excerpt,
    characters: isWhole ? row.articleCharacters : characters,
    state: row.trashed === 1 ? "gone" : isWhole && row.currentRevision !== revision ? "changed" : row.state,
  };
}

/** At the end of the list; what stands on it already stays where it is. Throws `print-list-full`, and adds nothing then. */
export function addPieces(db: Database, pieces: readonly NewPiece[]): number {
  const known = new Set(
    statement<[number], { article: number; start: number | null; end: number | null }>(
      db,
      `SELECT article_id AS article, start, "end" FROM print_pieces WHERE list_id = ? AND removed = 0`,
    )
      .all(AT_HAND)
      .map(({ article, start, end }) => `${article} ${start} ${end}`),
  );
  const insert = statement<unknown[]>(
    db,
    `INSERT INTO print_pieces (list_id, place, article_id, kind, revision, start, "end", chosen_start, state,
         characters, title, source, path, excerpt, prefix, suffix, quote)
       VALUES (@list, @place, @article, @kind, @revision, @start, @end, @start, 'kept',
         @characters, @title, @source, @path, @excerpt, @prefix, @suffix, @quote)`,
  );
  let place = endOfList(db);
  let added = 0;
  for (const { anchor, path, ...piece } of pieces) {
    const { start, end, quote, prefix, suffix } = anchor ?? nowhere;
    const key = `${piece.article} ${start} ${end}`;
    if (known.has(key)) continue;
    known.add(key);
    if (known.size > LONGEST_PRINT_LIST)
      throw new FailureError("print-list-full", { limit: LONGEST_PRINT_LIST });
    insert.run({
      ...{ ...piece, list: AT_HAND, place, path: JSON.stringify(path) },
      ...{ start, end, quote, prefix, suffix },
    });
    place++;
    added++;
  }
  return added;
}

const nowhere = { start: null, end: null, quote: "", prefix: "", suffix: "" };

/** In the order of the ids, before a piece or at the end. Ids that are no longer on the list are left aside. */
export function movePieces(db: Database, ids: readonly number[], before: number | null): void {
  db.transaction(() => {
    const all = statement<[number], number>(
      db,
      "SELECT id FROM print_pieces WHERE list_id = ? AND removed = 0 ORDER BY place",
    )
      .pluck()
      .all(AT_HAND);
    const there = new Set(all);
    const moved = new Set(ids.filter((id) => there.has(id)));
    // Where the piece named moves along, what stands behind it and stays is meant.
    const named = before === null ? -1 : all.indexOf(before);
    const next = named === -1 ? -1 : all.findIndex((id, index) => index >= named && !moved.has(id));
    const split = next === -1 ? all.length : next;
    const staying = (part: readonly number[]) => part.filter((id) => !moved.has(id));
    const order = [...staying(all.slice(0, split)), ...moved, ...staying(all.slice(split))];
    statement<[string]>(
      db,
      "UPDATE print_pieces SET place = wanted.key FROM json_each(?) AS wanted WHERE print_pieces.id = wanted.value",
    ).run(JSON.stringify(order));
  }).immediate();
}

/** `restorePieces` puts them back, until others are removed. */
export function removePieces(db: Database, ids: readonly number[]): void {
  db.transaction(() => {
    forgetRemoved(db);
    statement<[number, string]>(
      db,
      "UPDATE print_pieces SET removed = 1 WHERE list_id = ? AND id IN (SELECT value FROM json_each(?))",
    ).run(AT_HAND, JSON.stringify(ids));
  }).immediate();
}

/** Puts back what was last removed, where it stood. Answers how many pieces that were. */
export function restorePieces(db: Database): number {
  return statement<[number]>(db, "UPDATE print_pieces SET removed = 0 WHERE list_id = ? AND removed = 1").run(
    AT_HAND,
  ).changes;
}

function forgetRemoved(db: Database): void {
  statement<[number]>(db, "DELETE FROM print_pieces WHERE list_id = ? AND removed = 1").run(AT_HAND);
}

/** Under a new name, or anew under one that is there. */
export function saveList(db: Database, name: string): void {
  db.transaction(() => {
    statement<[string]>(db, "INSERT OR IGNORE INTO print_lists (name) VALUES (?)").run(name);
    const id = statement<[string], number>(db, "SELECT id FROM print_lists WHERE name = ?").pluck().get(name);
    replacePieces(db, { from: AT_HAND, to: id ?? 0 });
  }).immediate();
}

/** Puts a saved list in the place of the one at hand. Throws `no-such-print-list`. */
export function openList(db: Database, id: number): void {
  db.transaction(() => {
    requireSaved(db, id);
    replacePieces(db, { from: id, to: AT_HAND });
  }).immediate();
}

/** Throws `no-such-print-list`. */
export function deleteList(db: Database, id: number): void {
  db.transaction(() => {
    requireSaved(db, id);
    statement<[number]>(db, "DELETE FROM print_lists WHERE id = ?").run(id);
  }).immediate();
}

const copied = `article_id, kind, revision, start, "end", chosen_start, state, characters, title, source, path,
  excerpt, prefix, suffix, quote, standing`;

function replacePieces(db: Database, { from, to }: { readonly from: number; readonly to: number }): void {
  statement<[number]>(db, "DELETE FROM print_pieces WHERE list_id = ?").run(to);
  statement<[number, number]>(
    db,
    `INSERT INTO print_pieces (list_id, place, ${copied})
       SELECT ?, place, ${copied} FROM print_pieces WHERE list_id = ? AND removed = 0 ORDER BY place`,
  ).run(to, from);
}

function requireSaved(db: Database, id: number): void {
  const found = statement<[number]>(db, "SELECT 1 FROM print_lists WHERE id = ? AND name IS NOT NULL").get(
    id,
  );
  if (found === undefined) throw new FailureError("no-such-print-list");
}

/** Behind the last piece, those that may come back included. */
function endOfList(db: Database): number {
  const last = statement<[number], number | null>(db, "SELECT max(place) FROM print_pieces WHERE list_id = ?")
    .pluck()
    .get(AT_HAND);
  return (last ?? -1) + 1;
}
