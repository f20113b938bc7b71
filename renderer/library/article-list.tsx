/** The list itself: virtual, in pages, with day headings; chosen by mouse and keyboard like a file manager's. */
import { useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { memo, type RefObject, useLayoutEffect, useState } from "react";
import type { ArticleRow as Row } from "../../preload/model/listing.ts";
import { FailureNote } from "../ui/failure.tsx";
import { useSay } from "../ui/language.ts";
import styles from "./article-list.module.css";
import type { ArticleListProps } from "./article-list-props.ts";
import { ArticleRow } from "./article-row.tsx";
import { DayHeadings, HEADING_HEIGHT, movedBy, ROW_HEIGHT } from "./day-headings.ts";
import { EmptyList } from "./empty-list.tsx";
import { hasDayHeadings, type ListFilter } from "./list-filter.ts";
import { type ArticleList as ArticleListState, useArticleList } from "./use-article-list.ts";
import { useListInput } from "./use-list-input.ts";

/** Rows drawn beyond the edges of what is in sight, so that scrolling meets no gaps. */
const OVERSCAN_ROWS = 4;

export function ArticleList(props: ArticleListProps) {
  const { filter, onFilter, selection, openId, onImport, scrollOffset, scroller } = props;
  const say = useSay();
  const [sight, setSight] = useState({ first: 0, last: 20 });
  const list = useArticleList(filter, sight.first, sight.last);
  const headings = useDayHeadings(filter);
  const withHeadings = hasDayHeadings(filter);
  const total = list.total ?? 0;

  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ROW_HEIGHT + (withHeadings && headings.beginsDay(index) ? HEADING_HEIGHT : 0),
    overscan: OVERSCAN_ROWS,
    initialOffset: scrollOffset.current,
    onChange: ({ range, scrollOffset: offset }) => {
      scrollOffset.current = offset ?? 0;
      if (range !== null && (range.startIndex !== sight.first || range.endIndex !== sight.last)) {
        setSight({ first: range.startIndex, last: range.endIndex });
      }
    },
  });

  useHeadingsLearned({
    list,
    headings,
    sight,
    withHeadings,
    virtualizer,
    scroller,
    cursor: selection.cursor,
  });

  const input = useListInput({ ...props, list, total, virtualizer });

  if (list.error !== null) return <FailureNote error={list.error} onRetry={list.retry} />;
  if (list.total === undefined) return <div className={styles["list"]} aria-busy="true" />;
  if (total === 0) return <EmptyList filter={filter} onFilter={onFilter} onImport={onImport} />;

  const items = virtualizer.getVirtualItems();
  const cursorId = list.rowAt(selection.cursor)?.id;
  const cursorInSight = items.some((item) => item.index === selection.cursor);
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={say("list.name")}
      aria-multiselectable="true"
      tabIndex={0}
      aria-activedescendant={cursorInSight && cursorId !== undefined ? rowElementId(cursorId) : undefined}
      className={styles["list"]}
      data-cursor={cursorInSight}
      {...input}
    >
      <div className={styles["all"]} role="presentation" style={{ blockSize: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = list.rowAt(item.index);
          const day = row?.issuedOn ?? (row === undefined ? "" : say("list.date-not-known"));
          return (
            <div
              key={item.index}
              role="presentation"
              className={styles["place"]}
              style={{ blockSize: item.size, transform: `translateY(${item.start}px)` }}
            >
              {withHeadings && headings.beginsDay(item.index) ? (
                <div className={styles["day"]} aria-hidden="true">
                  {day}
                </div>
              ) : null}
              {row === undefined ? (
                <div className={styles["coming"]} role="presentation" />
              ) : (
                <Option
                  row={row}
                  index={item.index}
                  total={total}
                  isSelected={selection.ids.has(row.id)}
                  isOpen={row.id === openId}
                  isCursor={item.index === selection.cursor}
                  underDay={withHeadings}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface OptionProps {
  readonly row: Row;
  /** The row's place in the whole list, which is `total` rows long. */
  readonly index: number;
  readonly total: number;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  readonly isCursor: boolean;
  readonly underDay: boolean;
}

/** Drawn again only when something of its own changes: scrolling draws the whole list at every step. */
const Option = memo(function Option(props: OptionProps) {
  const { row, index, total, isSelected, isOpen, isCursor, underDay } = props;
  return (
    <div
      id={rowElementId(row.id)}
      role="option"
      tabIndex={-1}
      data-index={index}
      aria-selected={isSelected}
      aria-setsize={total}
      aria-posinset={index + 1}
      aria-current={isOpen ? "true" : undefined}
      className={styles["option"]}
      data-cursor={isCursor}
    >
      <ArticleRow row={row} underDay={underDay} />
    </div>
  );
});

function rowElementId(id: number): string {
  return `article-row-${id}`;
}

interface HeadingsLearned {
  readonly list: ArticleListState;
  readonly headings: DayHeadings;
  readonly sight: { readonly first: number; readonly last: number };
  readonly withHeadings: boolean;
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly cursor: number;
}

/** What a page just loaded says about days makes the list longer; what is in sight must not jump by it. */
function useHeadingsLearned(learned: HeadingsLearned): void {
  const { list, headings, sight, withHeadings, virtualizer, scroller, cursor } = learned;
  const [moved, setMoved] = useState<{ readonly by: number; readonly toCursor: boolean } | null>(null);

  useLayoutEffect(() => {
    if (!withHeadings) return;
    const changes = [...list.pages].flatMap(([offset, rows]) =>
      headings.learn(offset, rows, list.rowAt(offset - 1)),
    );
    if (changes.length === 0) return;
    virtualizer.measure();
    setMoved({
      by: movedBy(changes, sight.first),
      toCursor: cursor >= sight.first && cursor <= sight.last,
    });
  });

  // Only once the list has been drawn at its new length can it be scrolled that far.
  useLayoutEffect(() => {
    if (moved === null) return;
    // Setting it, even to what it is, has the whole list laid out at once.
    if (scroller.current !== null && moved.by !== 0) scroller.current.scrollTop += moved.by;
    if (moved.toCursor) virtualizer.scrollToIndex(cursor);
    setMoved(null);
  }, [moved, scroller, virtualizer, cursor]);
}

/** New headings for each new filter. */
function useDayHeadings(filter: ListFilter): DayHeadings {
  const [memory, setMemory] = useState(() => ({ filter, headings: new DayHeadings() }));
  if (memory.filter === filter) return memory.headings;
  const headings = new DayHeadings();
  setMemory({ filter, headings });
  return headings;
}
