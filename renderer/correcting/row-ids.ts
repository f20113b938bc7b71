/** Which row of an article is which row of the same article a step before, so that only what changed is drawn anew. */
import type { Piece, Row } from "./pieces.ts";

export interface Identified {
  readonly row: Row;
  /** The same for a row that looks the same, wherever it stands now. */
  readonly id: number;
}

/** Whether two rows are drawn alike; where they stand in the text is not seen. */
export function looksLike(one: Row, other: Row): boolean {
  if (one === other) return true;
  return (
    kindOf(one) === kindOf(other) &&
    one.pieces.length === other.pieces.length &&
    one.pieces.every((piece, index) => isSamePiece(piece, other.pieces[index]))
  );
}

function isSamePiece({ text, runs, item }: Piece, other: Piece | undefined): boolean {
  if (text !== other?.text || item?.sign !== other.item?.sign || item?.depth !== other.item?.depth)
    return false;
  if ((runs === undefined) !== (other.runs === undefined)) return false;
  return runs === undefined || JSON.stringify(runs) === JSON.stringify(other.runs);
}

/**
 * The same beginning and the same end keep their ids; between them those that look alike. What is left takes what is
 * left, so that a row that changed is drawn in its place and keeps the focus.
 */
export function identified(before: readonly Identified[], rows: readonly Row[]): readonly Identified[] {
  const isSame = (old: Identified | undefined, row: Row | undefined) =>
    old !== undefined && row !== undefined && looksLike(old.row, row);
  const most = Math.min(before.length, rows.length);
  let start = 0;
  while (start < most && isSame(before[start], rows[start])) start++;
  let end = 0;
  while (end < most - start && isSame(before.at(-1 - end), rows.at(-1 - end))) end++;
  const between = idsBetween(
    before.slice(start, before.length - end),
    rows.slice(start, rows.length - end),
    before.reduce((largest, { id }) => Math.max(largest, id), -1) + 1,
  );
  const kept = (old: Identified | undefined) => old?.id ?? 0;
  return rows.map((row, index) => {
    const fromEnd = rows.length - index;
    if (index < start) return { row, id: kept(before[index]) };
    if (fromEnd <= end) return { row, id: kept(before[before.length - fromEnd]) };
    return { row, id: between[index - start] ?? 0 };
  });
}

/** The key that a row bears now which bore `key` before; `key` where that row is gone. */
export function keyNow(before: readonly Identified[], now: readonly Identified[], key: string): string {
  if (before === now) return key;
  const id = before.find(({ row }) => row.key === key)?.id;
  return now.find((item) => item.id === id)?.row.key ?? key;
}

/**
 * Where the row stands now that bore `key` then, if it still looks the same; else null, for what took its place is not what
 * was meant.
 */
export function rowNow(then: readonly Row[], now: readonly Row[], key: string): Row | null {
  const before = identified([], then);
  const was = before.find(({ row }) => row.key === key);
  const row = identified(before, now).find(({ id }) => id === was?.id)?.row;
  return was !== undefined && row !== undefined && looksLike(was.row, row) ? row : null;
}

/** @param unused the first id that no row bore */
function idsBetween(before: readonly Identified[], rows: readonly Row[], unused: number): readonly number[] {
  const free = Map.groupBy(before, ({ row }) => lookOf(row));
  const alike = rows.map((row) => free.get(lookOf(row))?.shift()?.id);
  const left = [...free.values()].flat().map(({ id }) => id);
  let next = unused;
  return alike.map((id) => id ?? left.shift() ?? next++);
}

function lookOf(row: Row): string {
  return [kindOf(row), ...row.pieces.map(({ text }) => text)].join("\n");
}

function kindOf({ at, block }: Row): string {
  const own = block.type === "heading" ? block.level : block.type === "figure" ? block.image : "";
  return `${at.part} ${block.type} ${own}`;
}
