/** Which rows are selected, by article; the cursor and the anchor of a range are places in the list. */

export interface Selection {
  readonly ids: ReadonlySet<number>;
  /** The row the keyboard is at; -1 while it has not been in the list. */
  readonly cursor: number;
  /** Where a range began. */
  readonly anchor: number;
}

export const noSelection: Selection = { ids: new Set(), cursor: -1, anchor: -1 };

/** One row alone. */
export function selectOne(index: number, id: number): Selection {
  return { ids: new Set([id]), cursor: index, anchor: index };
}

/** After an article was opened from elsewhere: unless several rows are selected, what is selected is what is open. */
export function followOpen(selection: Selection, openId: number): Selection {
  const follows = selection.ids.size < 2 && !selection.ids.has(openId);
  return follows ? { ids: new Set([openId]), cursor: -1, anchor: -1 } : selection;
}

/** Adds the row, or takes it out where it was in. */
export function toggleOne(selection: Selection, index: number, id: number): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, cursor: index, anchor: index };
}

/** Everything from the anchor to the row, and nothing else. `order`: every id of the list, as it is sorted. */
export function selectThrough(selection: Selection, index: number, order: readonly number[]): Selection {
  const anchor = selection.anchor < 0 ? index : selection.anchor;
  const ids = new Set(order.slice(Math.min(anchor, index), Math.max(anchor, index) + 1));
  return { ids, cursor: index, anchor };
}

export function selectAll(selection: Selection, order: readonly number[]): Selection {
  return { ...selection, ids: new Set(order) };
}

/** Where a key moves the cursor to, or null where it is no moving key. `page`: rows in sight. */
export function movedCursor(key: string, cursor: number, total: number, page: number): number | null {
  const moved = targetOf(key, cursor, total, page);
  return moved === null ? null : Math.max(0, Math.min(total - 1, moved));
}

function targetOf(key: string, cursor: number, total: number, page: number): number | null {
  switch (key) {
    case "ArrowDown":
      return cursor + 1;
    case "ArrowUp":
      return cursor - 1;
    case "PageDown":
      return cursor + page;
    case "PageUp":
      return cursor - page;
    case "Home":
      return 0;
    case "End":
      return total - 1;
    default:
      return null;
  }
}
