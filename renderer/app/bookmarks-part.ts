/** What the window as a whole does about bookmarks: undoing, going to one, giving one its new place. */
import { useCallback, useMemo, useState } from "react";
import { type Bookmark, type BookmarkFilter, everyBookmark } from "../../preload/model/bookmark.ts";
import type { Opening } from "../../preload/model/opening.ts";
import { noFilters } from "../../preload/model/search.ts";
import { type BookmarksView, useBookmarksView } from "../bookmarks/bookmarks-view.ts";
import type { Searching } from "../searching/search-session.ts";
import { useBookmarkActs } from "../ui/bookmarks/bookmark-acts.tsx";
import { runCommand, useCommands } from "../ui/commands.ts";
import type { Frame } from "../ui/frame-context.ts";

export interface BookmarksPart {
  readonly view: BookmarksView;
  readonly go: (bookmark: Bookmark) => void;
  /** Opens the article, where the new place is then selected. */
  readonly place: (bookmark: Bookmark) => void;
  /** The articles whose details are being completed; null while none are. */
  readonly edited: readonly number[] | null;
  readonly endEditing: () => void;
  /** What the reading view is told. */
  readonly frame: Required<
    Pick<Frame, "placing" | "onPlaced" | "searchFor" | "showBookmarks" | "editDetails">
  >;
}

export function useBookmarksPart(
  open: (id: number, opening: Opening) => void,
  { changeSubject }: Searching,
): BookmarksPart {
  const { undo, redo } = useBookmarkActs();
  const view = useBookmarksView();
  const [placing, setPlacing] = useState<Bookmark | null>(null);
  const [edited, setEdited] = useState<readonly number[] | null>(null);
  useCommands({
    "undo-bookmark": undo,
    "redo-bookmark": redo,
    // Where no list is that would do it.
    "edit-rows": (target) => {
      if (target?.kind === "row") setEdited(target.ids);
    },
  });
  const go = useCallback(
    ({ id, article, anchor }: Bookmark) => open(article, { at: anchor.start, words: null, bookmark: id }),
    [open],
  );
  const place = useCallback(
    (bookmark: Bookmark) => {
      setPlacing(bookmark);
      go(bookmark);
    },
    [go],
  );
  const { narrow } = view;
  const endEditing = useCallback(() => setEdited(null), []);
  const frame = useMemo(
    () => ({
      placing,
      onPlaced: () => setPlacing(null),
      editDetails: (id: number) => setEdited([id]),
      searchFor: (query: string) => {
        changeSubject({ query, filters: noFilters });
        runCommand("search-library");
      },
      showBookmarks: (filter: Partial<BookmarkFilter>) => {
        narrow({ ...everyBookmark, ...filter });
        runCommand("show-bookmarks");
      },
    }),
    [placing, changeSubject, narrow],
  );
  return { view, go, place, edited, endEditing, frame };
}
