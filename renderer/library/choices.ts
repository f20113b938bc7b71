/** What the shelves and filters offer, from the library's overview. */
import type { LibraryOverview } from "../../preload/model/listing.ts";
import type { Choice } from "../ui/fields.tsx";
import type { Say } from "../ui/language.ts";
import { shelfKey } from "./list-filter.ts";

/** The key of a filter that is not set. */
export const ANY = "any";

/** A filter's value as a key of a choice, which must not be empty. */
export function keyOf(value: string | null): string {
  return value === null ? ANY : `=${value}`;
}

/** Undoes `keyOf`. */
export function filterOf(key: string): string | null {
  return key === ANY ? null : key.slice(1);
}

export function shelfChoices(overview: LibraryOverview, say: Say): readonly Choice<string>[] {
  return [
    { value: "all", name: say("shelf.all"), note: shown(overview.articles) },
    { value: "recent", name: say("shelf.recent"), note: shown(overview.recent) },
    { value: "unread", name: say("shelf.unread"), note: shown(overview.unread) },
    { value: "starred", name: say("shelf.starred"), note: shown(overview.starred) },
    ...overview.collections.map((collection) => ({
      value: shelfKey({ kind: "collection", id: collection.id }),
      name: collection.title,
      note: shown(collection.articles),
    })),
    { value: "trash", name: say("shelf.trash"), note: shown(overview.trashed) },
  ];
}

export function publicationChoices(overview: LibraryOverview, say: Say): readonly Choice<string>[] {
  return overview.publications.map(({ name, articles }) => ({
    value: keyOf(name),
    name: name === "" ? say("list.not-known") : name,
    note: shown(articles),
  }));
}

/** Newest first; a year stands above its months where it has several. */
export function dateChoices(overview: LibraryOverview, say: Say): readonly Choice<string>[] {
  const ofYear = Map.groupBy(overview.months, ({ month }) => month.slice(0, 4));
  return [...ofYear].flatMap(([year, months]) => {
    const choices = months.map(({ month, articles }) => ({
      value: keyOf(month),
      name: dateName(month, say),
      note: shown(articles),
    }));
    if (year === "" || months.length < 2) return choices;
    const articles = months.reduce((sum, month) => sum + month.articles, 0);
    return [{ value: keyOf(year), name: dateName(year, say), note: shown(articles) }, ...choices];
  });
}

/** `2021`, `2021-02` or nothing at all, as a person says it. */
export function dateName(issued: string, say: Say): string {
  if (issued === "") return say("list.not-known");
  const [year, month] = issued.split("-").map(Number);
  if (year === undefined) return issued;
  return month === undefined ? say("list.year", { year }) : say("list.month", { year, month });
}

function shown(count: number): string {
  return count.toLocaleString("en");
}
