/** Entries for the tests of quick find, and what is found among them. */
import type { Entry, FoundRow, Source } from "../../renderer/quick-find/entry.ts";
import { createFindIndex, type FindIndex } from "../../renderer/quick-find/find-index.ts";

export const LIMIT = 20;

export function entry(key: string, title: string, more: Partial<Entry> = {}): Entry {
  return { key, title, beside: "", publication: "", issuedOn: "", ...more };
}

/** Entries named by their titles. */
export function titled(...titles: readonly string[]): readonly Entry[] {
  return titles.map((title) => entry(title, title));
}

/** An index of these, prepared to the last. */
export function indexOf(entries: Partial<Record<Source, readonly Entry[]>>): FindIndex {
  const index = createFindIndex();
  for (const [source, each] of Object.entries(entries)) index.replace(source, source as Source, each);
  index.prepare(() => false);
  return index;
}

export function found(index: FindIndex, text: string, limit = LIMIT): readonly FoundRow[] {
  const rows = index.find(text, limit);
  for (;;) {
    const step = rows.next();
    if (step.done) return step.value;
  }
}

export function titlesFound(index: FindIndex, text: string): readonly string[] {
  return found(index, text).map(({ title }) => title);
}
