/** The filters that are set, each removable, and all of them at once. */
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { noFilters, type SearchFacets, type SearchFilters } from "../../preload/model/search.ts";
import type { Say } from "../ui/language.ts";
import { useSay } from "../ui/language.ts";
import { useAsk } from "../ui/queries.ts";
import styles from "./search-column.module.css";

interface FilterChipsProps {
  readonly filters: SearchFilters;
  readonly onFilters: (change: Partial<SearchFilters>) => void;
}

interface Chip {
  readonly name: string;
  readonly without: Partial<SearchFilters>;
}

export function FilterChips({ filters, onFilters }: FilterChipsProps): ReactNode {
  const say = useSay();
  const { data: overview } = useAsk("overview", null);
  const chips = chipsOf(filters, overview?.collections ?? [], say);
  if (chips.length === 0) return null;
  return (
    <ul className={styles["chips"]}>
      {chips.map(({ name, without }) => (
        <li key={name}>
          <Button
            className={styles["chip"] ?? ""}
            aria-label={say("search.remove-filter", { name })}
            onPress={() => onFilters(without)}
          >
            {name}
            <X size={12} aria-hidden />
          </Button>
        </li>
      ))}
      <li>
        <Button className={styles["clear"] ?? ""} onPress={() => onFilters(noFilters)}>
          {say("search.clear-filters")}
        </Button>
      </li>
    </ul>
  );
}

function chipsOf(
  filters: SearchFilters,
  collections: readonly Pick<SearchFacets["collections"][number], "id" | "title">[],
  say: Say,
): readonly Chip[] {
  const { publication, from, to, collection, tag, withPictures, withBookmarks } = filters;
  const dates = datesOf(from, to, say);
  const title = collections.find(({ id }) => id === collection)?.title ?? say("search.collection");
  return [
    publication === null
      ? null
      : { name: publication || say("list.source-not-known"), without: { publication: null } },
    dates === null ? null : { name: dates, without: { from: null, to: null } },
    collection === null ? null : { name: title, without: { collection: null } },
    tag === null ? null : { name: tag, without: { tag: null } },
    withPictures ? { name: say("search.with-pictures"), without: { withPictures: false } } : null,
    withBookmarks ? { name: say("search.with-bookmarks"), without: { withBookmarks: false } } : null,
  ].filter((chip) => chip !== null);
}

function datesOf(from: string | null, to: string | null, say: Say): string | null {
  if (from === null) return to === null ? null : say("search.date-to", { to });
  return to === null ? say("search.date-from", { from }) : say("search.date-range", { from, to });
}
