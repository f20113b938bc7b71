/** Quick find joined to the reading view, the list and the search. */
import { useCallback } from "react";
import type { Opening } from "../../preload/model/opening.ts";
import { everything, type ListFilter } from "../library/list-filter.ts";
import type { BookmarkPlace } from "../quick-find/bookmark-key.ts";
import { type ListedPlace, QuickFind } from "../quick-find/quick-find.tsx";
import { queryOfTag } from "../searching/query-form.ts";
import { runCommand } from "../ui/commands.ts";

interface QuickFindPartProps {
  readonly onOpen: (id: number, opening: Opening | null) => void;
  readonly onFilter: (filter: ListFilter) => void;
  readonly onSearch: (query: string) => void;
}

export function QuickFindPart({ onOpen, onFilter, onSearch }: QuickFindPartProps) {
  const list = useCallback(
    (place: ListedPlace) => {
      if ("tag" in place) return onSearch(queryOfTag(place.tag));
      onFilter(
        "publication" in place
          ? { ...everything, publication: place.publication }
          : { ...everything, shelf: { kind: "collection", id: place.collection } },
      );
      runCommand("show-library");
    },
    [onFilter, onSearch],
  );
  const open = useCallback(
    (id: number, at: number | null) => onOpen(id, at === null ? null : { at, words: null }),
    [onOpen],
  );
  const openBookmark = useCallback(
    ({ id, article, at }: BookmarkPlace) => onOpen(article, { at, words: null, bookmark: id }),
    [onOpen],
  );
  return <QuickFind onOpenArticle={open} onOpenBookmark={openBookmark} onList={list} />;
}
