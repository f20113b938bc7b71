/** Quick find (快速打开): opened by its key over anything, it goes to an article, a bookmark, a newspaper, a collection, a tag, or does a command. */
import { useCallback, useState } from "react";
import type { Command } from "../../preload/model/menu-target.ts";
import { runCommand, useCommands } from "../ui/commands.ts";
import { useSettings } from "../ui/settings-context.tsx";
import { type BookmarkPlace, bookmarkOfKey } from "./bookmark-key.ts";
import type { FoundRow } from "./entry.ts";
import { placeOfHeading } from "./headings.ts";
import { offeredCommands } from "./offered-commands.ts";
import { Palette } from "./palette.tsx";
import { useFinder } from "./use-finder.ts";

export type ListedPlace =
  | { readonly publication: string }
  | { readonly collection: number }
  | { readonly tag: string };

interface QuickFindProps {
  /** `at`: an offset in the canonical text; null where reading stood. */
  readonly onOpenArticle: (id: number, at: number | null) => void;
  readonly onOpenBookmark: (bookmark: BookmarkPlace) => void;
  /** Lists the articles of one newspaper or collection, or with one tag. */
  readonly onList: (place: ListedPlace) => void;
}

export function QuickFind({ onOpenArticle, onOpenBookmark, onList }: QuickFindProps) {
  const { language } = useSettings();
  const finder = useFinder();
  const [isOpen, setOpen] = useState(false);

  useCommands({
    "quick-find": () => {
      // What can be done depends on what is on screen now.
      finder.offerCommands(offeredCommands(language));
      finder.hurry();
      setOpen(true);
    },
  });

  const close = useCallback(() => setOpen(false), []);
  const choose = useCallback(
    ({ source, key }: FoundRow) => {
      setOpen(false);
      switch (source) {
        case "articles":
          return onOpenArticle(Number(key), null);
        case "bookmarks":
          return onOpenBookmark(bookmarkOfKey(key));
        case "headings":
          return onOpenArticle(...placeOfHeading(key));
        case "publications":
          return onList({ publication: key });
        case "collections":
          return onList({ collection: Number(key) });
        case "tags":
          return onList({ tag: key });
        case "commands":
          // Once the palette is gone and has given the focus back, for a command may take it.
          return afterDrawing(() => runCommand(key as Command));
      }
    },
    [onOpenArticle, onOpenBookmark, onList],
  );
  return isOpen ? <Palette finder={finder} onChoose={choose} onClose={close} /> : null;
}

function afterDrawing(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}
