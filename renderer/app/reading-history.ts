/** Where the reader has been, in order, and where they stand: the way of Alt+← and Alt+→. */
import type { Opening } from "../../preload/model/opening.ts";

export interface Place {
  readonly screen: "library" | "search";
  /** The article on the page; null for the results, or the library, alone. */
  readonly id: number | null;
  readonly opening: Opening | null;
}

export interface ReadingHistory {
  /** At least one. */
  readonly places: readonly Place[];
  /** Where in `places` the reader stands. */
  readonly at: number;
}

const libraryAlone: Place = { screen: "library", id: null, opening: null };
export const resultsAlone: Place = { screen: "search", id: null, opening: null };

export const nothingRead: ReadingHistory = { places: [libraryAlone], at: 0 };

/** More than anyone steps back through by hand. */
const LONGEST = 200;

export function currentPlace(history: ReadingHistory): Place {
  return history.places[history.at] ?? libraryAlone;
}

export function openArticle(history: ReadingHistory): number | null {
  return currentPlace(history).id;
}

/**
 * Going somewhere leaves behind what was ahead. Going where one is changes only how the article was opened; the library
 * without an article is no place to come back to.
 */
export function wentTo(history: ReadingHistory, place: Place): ReadingHistory {
  const current = currentPlace(history);
  const isHere = current.screen === place.screen && current.id === place.id;
  if (isHere && place.opening === null) return history;
  const replaces =
    isHere || (current.screen === "library" && current.id === null && place.screen === "library");
  const kept = history.places.slice(0, replaces ? history.at : history.at + 1);
  const places = [...kept, place].slice(-LONGEST);
  return { places, at: places.length - 1 };
}

/** An article opened on a screen, where reading of it stood. */
export function opened(
  history: ReadingHistory,
  id: number,
  screen: Place["screen"] = "library",
): ReadingHistory {
  return wentTo(history, { screen, id, opening: null });
}

/** The results that led to the open article; without any on the way back, as they stand. */
export function backToResults(history: ReadingHistory): ReadingHistory {
  const before = history.places.slice(0, history.at + 1);
  const at = before.findLastIndex(({ screen, id }) => screen === "search" && id === null);
  const isSameSearch = at !== -1 && before.slice(at).every(({ screen }) => screen === "search");
  return isSameSearch ? { ...history, at } : wentTo(history, resultsAlone);
}

/** The library's screen, with the article that is open or, from the results alone, the last one read there. */
export function backToLibrary(history: ReadingHistory): ReadingHistory {
  const { screen, id } = currentPlace(history);
  if (screen === "library") return history;
  const last = history.places.slice(0, history.at).findLast((place) => place.screen === "library");
  return wentTo(history, { screen: "library", id: id ?? last?.id ?? null, opening: null });
}

/** One step back (-1) or forward (1), as far as there is one. */
export function stepped(history: ReadingHistory, step: -1 | 1): ReadingHistory {
  const at = history.at + step;
  return at < 0 || at >= history.places.length ? history : { ...history, at };
}

/** Without articles that are gone; where the open one is gone, its screen is left without any. */
export function without(history: ReadingHistory, gone: readonly number[]): ReadingHistory {
  const missing = new Set(gone);
  const current = currentPlace(history);
  const isGone = ({ id }: Place) => id !== null && missing.has(id);
  const standing: Place = isGone(current) ? { screen: current.screen, id: null, opening: null } : current;
  const places: Place[] = [];
  let at = 0;
  for (const [index, place] of history.places.entries()) {
    const isCurrent = index === history.at;
    const left = isCurrent ? standing : place;
    if (!isCurrent && isGone(place)) continue;
    const before = places.at(-1);
    // What stood between two readings of one article may be gone.
    if (before !== undefined && before.screen === left.screen && before.id === left.id) places.pop();
    places.push(left);
    if (index <= history.at) at = places.length - 1;
  }
  return { places, at };
}
