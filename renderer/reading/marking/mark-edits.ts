/** Changing one bookmark, saved or not yet saved. */
import type { BookmarkColor } from "../../../preload/model/bookmark.ts";
import { type BookmarkChange, useBookmarkActs } from "../../ui/bookmarks/bookmark-acts.tsx";
import type { UnsavedBookmark } from "../../ui/bookmarks/unsaved.ts";
import { useAttempt } from "../../ui/notices.tsx";
import { useChangeSettings, useSettings } from "../../ui/settings-context.tsx";
import type { Mark } from "./marks.ts";

export interface MarkEdits {
  readonly setColor: (color: BookmarkColor) => void;
  readonly setNote: (note: string) => void;
  readonly addTag: (tag: string) => void;
  readonly removeTag: (tag: string) => void;
  readonly remove: () => void;
}

const nothing: BookmarkChange = { addTags: [], removeTags: [] };

export function useMarkEdits(mark: Mark): MarkEdits {
  const { change, remove, unsaved } = useBookmarkActs();
  const rememberColor = useRememberColor();
  const { bookmark } = mark;
  if (bookmark !== null) {
    const edit = (wanted: Partial<BookmarkChange>) => void change([bookmark.id], { ...nothing, ...wanted });
    return {
      setColor: (color) => {
        rememberColor(color);
        edit({ color });
      },
      setNote: (note) => {
        unsaved.forgetNote(bookmark.id);
        edit({ note });
      },
      addTag: (tag) => edit({ addTags: [tag] }),
      removeTag: (tag) => edit({ removeTags: [tag] }),
      remove: () => void remove([bookmark.id]),
    };
  }
  // What is tried again is the whole bookmark as it then is.
  const edit = (wanted: Partial<UnsavedBookmark>) => {
    const kept = unsaved.bookmarks.find(({ uuid }) => uuid === mark.key);
    if (kept !== undefined) unsaved.keep({ ...kept, ...wanted });
  };
  return {
    setColor: (color) => edit({ color }),
    setNote: (note) => edit({ note }),
    addTag: (tag) => edit({ tags: [...mark.tags, tag] }),
    removeTag: (tag) => edit({ tags: mark.tags.filter((each) => each !== tag) }),
    remove: () => unsaved.forget(mark.key),
  };
}

/** The last used colour is the one its key uses. */
export function useRememberColor(): (color: BookmarkColor) => void {
  const { lastBookmarkColor } = useSettings();
  const changeSettings = useChangeSettings();
  const attempt = useAttempt();
  return (color) => {
    if (color !== lastBookmarkColor) void attempt(() => changeSettings({ lastBookmarkColor: color }));
  };
}
