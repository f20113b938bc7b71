/** Choosing several bookmarks (ticked rows): which, and where a range began. Pure. */

export interface Choosing {
  readonly ids: ReadonlySet<number>;
  /** The row last ticked; -1 at first. */
  readonly anchor: number;
}

export const nothingChosen: Choosing = { ids: new Set(), anchor: -1 };

/** Ticks a row, or takes its tick away. */
export function toggled({ ids }: Choosing, index: number, id: number): Choosing {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: index };
}

/** Ticks everything from the row last ticked to this one. `order`: every id of the list. */
export function through({ ids, anchor }: Choosing, index: number, order: readonly number[]): Choosing {
  const from = anchor < 0 ? index : anchor;
  const between = order.slice(Math.min(from, index), Math.max(from, index) + 1);
  return { ids: new Set([...ids, ...between]), anchor: index };
}
