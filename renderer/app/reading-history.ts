/** What was read, in order, and where in it the reader stands: the way of Alt+← and Alt+→. */

export interface ReadingHistory {
  readonly ids: readonly number[];
  /** The place of the open article in `ids`; -1 while none is open. */
  readonly at: number;
}

export const nothingRead: ReadingHistory = { ids: [], at: -1 };

/** More than anyone steps back through by hand. */
const LONGEST = 200;

export function openArticle(history: ReadingHistory): number | null {
  return history.ids[history.at] ?? null;
}

/** Opening leaves behind what was ahead; opening what is open changes nothing. */
export function opened(history: ReadingHistory, id: number): ReadingHistory {
  if (openArticle(history) === id) return history;
  const ids = [...history.ids.slice(0, history.at + 1), id].slice(-LONGEST);
  return { ids, at: ids.length - 1 };
}

/** One step back (-1) or forward (1), as far as there is one. */
export function stepped(history: ReadingHistory, step: -1 | 1): ReadingHistory {
  const at = history.at + step;
  return at < 0 || at >= history.ids.length ? history : { ...history, at };
}

/** Without articles that are gone; where the open one is gone, none is open. */
export function without(history: ReadingHistory, gone: readonly number[]): ReadingHistory {
  const missing = new Set(gone);
  const open = openArticle(history);
  const ids = history.ids
    .filter((id) => !missing.has(id))
    // What stood between two readings of one article may be gone.
    .filter((id, place, left) => id !== left[place - 1]);
  const at = open === null || missing.has(open) ? -1 : ids.lastIndexOf(open);
  return { ids, at };
}
