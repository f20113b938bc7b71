/** The list: virtual, in pages, each group under its heading; the arrow keys go from quote to quote. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import type { BookmarkColor, BookmarkRow as Row } from "../../preload/model/bookmark.ts";
import { useColorName } from "../ui/bookmarks/color-choice.tsx";
import { FailureNote } from "../ui/failure.tsx";
import { useSay } from "../ui/language.ts";
import styles from "./bookmark-list.module.css";
import { BookmarkRow } from "./bookmark-row.tsx";
import { type BookmarksView, groupOf } from "./bookmarks-view.ts";
import { Nothing } from "./nothing.tsx";
import { useBookmarkList } from "./use-bookmark-list.ts";

/** CSS pixels: a quote of two lines with a short note. Rows are measured when they are drawn. */
const USUAL_HEIGHT = 132;
const OVERSCAN_ROWS = 6;

interface BookmarkListProps {
  readonly view: BookmarksView;
  /** Undefined while nothing is being chosen. */
  readonly chosen: ReadonlySet<number> | undefined;
  readonly onChoose: (index: number, id: number, isRange: boolean) => void;
  readonly onGo: (row: Row) => void;
  readonly onPlace: (row: Row) => void;
}

export function BookmarkList({ view, chosen, onChoose, onGo, onPlace }: BookmarkListProps): ReactNode {
  const say = useSay();
  const headingOf = useHeading(view);
  const scroller = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ first: 0, last: 10 });
  const [edited, setEdited] = useState<number | null>(null);
  const list = useBookmarkList(view.selection, sight.first, sight.last);
  const virtualizer = useVirtualizer({
    count: list.total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    overscan: OVERSCAN_ROWS,
    onChange: ({ range }) => {
      if (range !== null && (range.startIndex !== sight.first || range.endIndex !== sight.last))
        setSight({ first: range.startIndex, last: range.endIndex });
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = event.target instanceof HTMLElement ? event.target.dataset["go"] : undefined;
    if (by === undefined || at === undefined) return;
    const next = Number(at) + by;
    const quote = scroller.current?.querySelector<HTMLElement>(`[data-go="${next}"]`);
    if (quote === null || quote === undefined) return;
    event.preventDefault();
    quote.focus();
  };

  if (list.error !== null) return <FailureNote error={list.error} onRetry={list.retry} />;
  if (list.total === undefined) return <div className={styles["list"]} aria-busy="true" />;
  if (list.total === 0) return <Nothing view={view} />;
  return (
    <section
      ref={scroller}
      className={styles["list"]}
      aria-label={say("bookmarks.title")}
      onKeyDown={onKeyDown}
    >
      <div className={styles["all"]} style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = list.rowAt(item.index);
          const heading = row === undefined ? null : headingOf(row, list.rowAt(item.index - 1), item.index);
          return (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={styles["place"]}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {heading === null ? null : <h2 className={styles["heading"]}>{heading}</h2>}
              {row === undefined ? (
                <div className={styles["coming"]} />
              ) : (
                <BookmarkRow
                  row={row}
                  index={item.index}
                  isChosen={chosen?.has(row.id)}
                  isEdited={edited === row.id}
                  isDated={!["newest", "oldest"].includes(view.selection.sort)}
                  onChoose={onChoose}
                  onEdit={setEdited}
                  onGo={onGo}
                  onPlace={onPlace}
                />
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}

/** The heading above a row that begins a group; null above the others. */
function useHeading({ selection: { sort } }: BookmarksView) {
  const say = useSay();
  const colorName = useColorName();
  return (row: Row, before: Row | undefined, index: number): string | null => {
    const group = groupOf(row, sort);
    // A row whose neighbour has not come yet waits with its heading.
    if (index > 0 && (before === undefined || groupOf(before, sort) === group)) return null;
    switch (sort) {
      case "color":
        return colorName(group as BookmarkColor);
      case "tag":
        return group === "" ? say("bookmarks.without-tag") : group;
      case "article":
        return group === "" ? say("bookmarks.untitled") : group;
      case "newest":
      case "oldest":
        return group;
    }
  };
}
