/** The small bar beside a selection: five colours, note, tag, copying and searching. */
import { Copy, ListPlus, MessageSquareText, Quote, Search, Tag } from "lucide-react";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { Separator, Toolbar } from "react-aria-components";
import type { BookmarkColor } from "../../../preload/model/bookmark.ts";
import { shortcutOf } from "../../../preload/model/shortcuts.ts";
import { ColorChoice } from "../../ui/bookmarks/color-choice.tsx";
import { IconButton } from "../../ui/button.tsx";
import { useSay } from "../../ui/language.ts";
import { useSettings } from "../../ui/settings-context.tsx";
import type { Page } from "../page-scroll.ts";
import styles from "./marking.module.css";
import type { PassageBoxes } from "./page-geometry.ts";

/** What can be done with a selected passage. */
export interface PassageActions {
  readonly highlight: (color: BookmarkColor) => void;
  readonly note: () => void;
  readonly tag: () => void;
  readonly copy: () => void;
  readonly cite: () => void;
  readonly search: () => void;
  /** Puts it on the print list. */
  readonly print: () => void;
}

/** CSS pixels between the bar and the lines beside it. */
const GAP = 8;

interface SelectionBarProps {
  readonly page: Page;
  readonly boxes: PassageBoxes;
  readonly actions: PassageActions;
  /** Counts the times the bar was asked for by its key: each brings the focus into it. */
  readonly asked: number;
}

export function SelectionBar({ page, boxes, actions, asked }: SelectionBarProps): ReactNode {
  const say = useSay();
  const { lastBookmarkColor } = useSettings();
  const bar = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ readonly top: number; readonly left: number } | null>(null);
  useLayoutEffect(() => {
    if (bar.current !== null) setPlace(placeOf(page, boxes, bar.current));
  }, [page, boxes]);
  const answered = useRef(asked);
  useLayoutEffect(() => {
    if (asked === answered.current) return;
    answered.current = asked;
    bar.current?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
  }, [asked]);
  return (
    <Toolbar
      ref={bar}
      aria-label={say("bookmarks.bar")}
      className={styles["bar"] ?? ""}
      style={place === null ? { visibility: "hidden" } : place}
    >
      <ColorChoice
        value={null}
        onChoose={actions.highlight}
        keysOf={(color) => (color === lastBookmarkColor ? shortcutOf("highlight") : undefined)}
      />
      <Separator orientation="vertical" className={styles["barLine"] ?? ""} />
      <IconButton
        icon={MessageSquareText}
        name={say("bookmarks.note")}
        keys={shortcutOf("note-selection")}
        onPress={actions.note}
      />
      <IconButton icon={Tag} name={say("bookmarks.new-tag")} onPress={actions.tag} />
      <Separator orientation="vertical" className={styles["barLine"] ?? ""} />
      <IconButton icon={Copy} name={say("bookmarks.copy")} keys="Ctrl+C" onPress={actions.copy} />
      <IconButton
        icon={Quote}
        name={say("bookmarks.copy-with-citation")}
        keys={shortcutOf("copy-with-citation")}
        onPress={actions.cite}
      />
      <IconButton icon={Search} name={say("bookmarks.search-this")} onPress={actions.search} />
      <IconButton
        icon={ListPlus}
        name={say("print.add")}
        keys={shortcutOf("add-to-print")}
        onPress={actions.print}
      />
    </Toolbar>
  );
}

/** Above the first line; below the last where there is no room; at the top of a screen that the passage fills. */
function placeOf({ scroller }: Page, { first, last }: PassageBoxes, bar: HTMLElement) {
  const { offsetHeight: height, offsetWidth: width } = bar;
  const seenFrom = scroller.scrollTop;
  const seenTo = seenFrom + scroller.clientHeight;
  const above = first.top - height - GAP;
  const below = last.bottom + GAP;
  const isAbove = above >= seenFrom && above + height <= seenTo;
  const isBelow = below >= seenFrom && below + height <= seenTo;
  const fillsScreen = first.top < seenFrom + height && last.bottom > seenTo - height;
  const middle = isAbove || !isBelow ? (first.left + first.right) / 2 : (last.left + last.right) / 2;
  return {
    top: isAbove || !(isBelow || fillsScreen) ? above : isBelow ? below : seenFrom + GAP,
    left: Math.max(GAP, Math.min(middle - width / 2, scroller.clientWidth - width - GAP)),
  };
}
