/** The order of the print list's pieces: where a move puts them. Pure. */

/** The ids in their new order: those moved stand together, in their old order, before a piece or at the end. */
export function movedBefore(
  order: readonly number[],
  ids: ReadonlySet<number>,
  before: number | null,
): readonly number[] {
  const moved = order.filter((id) => ids.has(id));
  const staying = order.filter((id) => !ids.has(id));
  const at = before === null ? staying.length : staying.indexOf(before);
  if (at === -1) return order;
  return [...staying.slice(0, at), ...moved, ...staying.slice(at)];
}

/** Before which piece those moved by one step come to stand, `null` for the end; undefined where they can go no further. */
export function stepTarget(
  order: readonly number[],
  ids: ReadonlySet<number>,
  by: 1 | -1,
): number | null | undefined {
  const places = order.flatMap((id, place) => (ids.has(id) ? [place] : []));
  const first = places[0];
  const last = places.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (by === -1) return order.slice(0, first).findLast((id) => !ids.has(id));
  const behind = order.slice(last + 1).filter((id) => !ids.has(id));
  return behind.length === 0 ? undefined : (behind[1] ?? null);
}
