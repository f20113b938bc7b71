/** Which row of an article is which row of the same article a step before, so that only what changed is drawn anew. */
import type { Row } from "./pieces.ts";

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
    one.pieces.every(({ text }, index) => text === other.pieces[index]?.text)
  );
}

/** The same beginning and the same end keep their ids; between them those keep theirs that look alike. */
export function identified(before: readonly Identified[], rows: readonly Row[]): readonly Identified[] {
  const isSame = (old: Identified | undefined, row: Row | undefined) =>
    old !== undefined && row !== undefined && looksLike(old.row, row);
  const most = Math.min(before.length, rows.length);
  let start = 0;
  while (start < most && isSame(before[start], rows[start])) start++;
  let end = 0;
  while (end < most - start && isSame(before.at(-1 - end), rows.at(-1 - end))) end++;
  const free = new Map<string, number[]>();
  for (const { row, id } of before.slice(start, before.length - end)) {
    const look = lookOf(row);
    free.set(look, [...(free.get(look) ?? []), id]);
  }
  let next = before.reduce((largest, { id }) => Math.max(largest, id), -1) + 1;
  return rows.map((row, index) => {
    const fromEnd = rows.length - index;
    const kept = index < start ? before[index] : fromEnd <= end ? before[before.length - fromEnd] : undefined;
    return { row, id: kept?.id ?? free.get(lookOf(row))?.shift() ?? next++ };
  });
}

function lookOf(row: Row): string {
  return [kindOf(row), ...row.pieces.map(({ text }) => text)].join("\n");
}

function kindOf({ at, block }: Row): string {
  const own = block.type === "heading" ? block.level : block.type === "figure" ? block.image : "";
  return `${at.part} ${block.type} ${own}`;
}
