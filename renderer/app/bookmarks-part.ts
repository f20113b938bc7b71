/** What the window as a whole knows of bookmarks: undoing, going to one, giving one its new place. */
import { useCallback, useState } from "react";
import type { Bookmark } from "../../preload/model/bookmark.ts";
import { useBookmarkActs } from "../ui/bookmarks/bookmark-acts.tsx";
import { useCommands } from "../ui/commands.ts";

export interface BookmarksPart {
  /** The bookmark that is being given a new place; null while none is. */
  readonly placing: Bookmark | null;
  readonly place: (bookmark: Bookmark) => void;
  readonly endPlacing: () => void;
}

export function useBookmarksPart(): BookmarksPart {
  const { undo, redo } = useBookmarkActs();
  const [placing, setPlacing] = useState<Bookmark | null>(null);
  useCommands({ "undo-bookmark": undo, "redo-bookmark": redo });
  const endPlacing = useCallback(() => setPlacing(null), []);
  return { placing, place: setPlacing, endPlacing };
}
