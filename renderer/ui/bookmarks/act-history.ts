/** What was done to bookmarks, so that it can be undone and done again. Pure: whoever holds it makes the calls. */
import type { Bookmark } from "../../../preload/model/bookmark.ts";

/** The bookmarks that an act touched, as they were and as they became; absent where they were not. */
export interface Act {
  readonly before: readonly Bookmark[];
  readonly after: readonly Bookmark[];
}

export interface ActHistory {
  /** The newest last. */
  readonly done: readonly Act[];
  /** What was undone, the next to do again last. */
  readonly undone: readonly Act[];
}

export const nothingDone: ActHistory = { done: [], undone: [] };

/** More than anyone takes back by hand. */
const LONGEST = 200;

/** A new act leaves nothing to be done again. */
export function did({ done }: ActHistory, act: Act): ActHistory {
  return { done: [...done, act].slice(-LONGEST), undone: [] };
}

/** What leads from one side of an act to the other: bookmarks to delete, then bookmarks to put back. */
export interface Step {
  readonly remove: readonly number[];
  readonly restore: readonly Bookmark[];
}

export function stepBack({ before, after }: Act): Step {
  return stepBetween(after, before);
}

export function stepAgain({ before, after }: Act): Step {
  return stepBetween(before, after);
}

function stepBetween(from: readonly Bookmark[], to: readonly Bookmark[]): Step {
  const kept = new Set(to.map(({ uuid }) => uuid));
  return { remove: from.filter(({ uuid }) => !kept.has(uuid)).map(({ id }) => id), restore: to };
}

/** The history once its newest act was undone. */
export function afterUndo({ done, undone }: ActHistory): ActHistory {
  const act = done.at(-1);
  return act === undefined ? { done, undone } : { done: done.slice(0, -1), undone: [...undone, act] };
}

/** The history once the last act undone was done again. */
export function afterRedo({ done, undone }: ActHistory): ActHistory {
  const act = undone.at(-1);
  return act === undefined ? { done, undone } : { done: [...done, act], undone: undone.slice(0, -1) };
}

/** Without an act that can be taken no further, as when its article is gone. */
export function withoutAct({ done, undone }: ActHistory, act: Act): ActHistory {
  return { done: done.filter((each) => each !== act), undone: undone.filter((each) => each !== act) };
}
