/** The articles found: virtual, of any length, its rows as high as what stands in them. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { SearchHit, SearchSubject } from "../../preload/model/search.ts";
import { useSay } from "../ui/language.ts";
import styles from "./result-list.module.css";
import { ResultRow } from "./result-row.tsx";
import { moveAmongStops } from "./roving.ts";
import type { ListMemory } from "./search-session.ts";

/** About what a row with two snippets takes, in CSS pixels, until it has been measured. */
const ROW_ESTIMATE = 168;
const OVERSCAN_ROWS = 4;
const FRAMES_TO_DRAW = 10;

interface ResultListProps {
  readonly total: number;
  readonly hitAt: (index: number) => SearchHit | undefined;
  readonly subject: SearchSubject;
  readonly expanded: ReadonlySet<number>;
  readonly openId: number | null;
  readonly openAt: number | null;
  readonly onOpen: (id: number, at: number | null) => void;
  readonly onToggle: (id: number) => void;
  readonly onSight: (first: number, last: number) => void;
  readonly memory: RefObject<ListMemory>;
}

export function ResultList(props: ResultListProps) {
  const { total, hitAt, subject, expanded, openId, openAt, onOpen, onToggle, onSight, memory } = props;
  const say = useSay();
  const scroller = useRef<HTMLElement>(null);
  const [tabStop, setTabStop] = useState(memory.current.tabStop);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_ESTIMATE,
    overscan: OVERSCAN_ROWS,
    initialOffset: memory.current.offset,
    initialMeasurementsCache: memory.current.measurements,
    onChange: ({ range, scrollOffset, measurementsCache }) => {
      memory.current.offset = scrollOffset ?? 0;
      memory.current.measurements = measurementsCache;
      if (range !== null) onSight(range.startIndex, range.endIndex);
    },
  });
  useBackToTop(memory, scroller);
  useFocusReturned(memory, scroller);

  const items = virtualizer.getVirtualItems();
  // Tab leads to where the keyboard was or, when that has been scrolled away, to the first row drawn.
  const tabRow = items.some(({ index }) => index === tabStop.row) ? tabStop.row : (items[0]?.index ?? 0);
  return (
    <section
      ref={scroller}
      aria-label={say("search.results")}
      className={styles["list"]}
      onKeyDown={(event) => {
        if (moveAmongStops(event, total, virtualizer)) event.preventDefault();
      }}
      onFocus={({ target }) => {
        const stop = Number(target.dataset["stop"]);
        const row = Number(target.closest<HTMLElement>("[data-index]")?.dataset["index"]);
        if (!Number.isInteger(stop) || !Number.isInteger(row)) return;
        memory.current.tabStop = { row, stop };
        setTabStop({ row, stop });
      }}
    >
      <ul className={styles["all"]} style={{ blockSize: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const hit = hitAt(index);
          return (
            <li
              key={index}
              ref={virtualizer.measureElement}
              aria-setsize={total}
              aria-posinset={index + 1}
              data-index={index}
              className={styles["place"]}
              style={{ transform: `translateY(${start}px)` }}
            >
              {hit === undefined ? (
                <div className={styles["coming"]} style={{ blockSize: ROW_ESTIMATE }} />
              ) : (
                <ResultRow
                  hit={hit}
                  subject={subject}
                  isExpanded={expanded.has(hit.id)}
                  isOpen={hit.id === openId}
                  openAt={hit.id === openId ? openAt : null}
                  tabStop={index === tabRow ? (index === tabStop.row ? tabStop.stop : 0) : null}
                  onOpen={onOpen}
                  onToggle={onToggle}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Coming back from a page that lay over the results, the keyboard goes on where it was. */
function useFocusReturned(memory: RefObject<ListMemory>, scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (memory.current.opened === null) return;
    const { row, stop } = memory.current.tabStop;
    let request = 0;
    let frames = FRAMES_TO_DRAW;
    // The rows are drawn once the list knows its own height.
    const look = () => {
      if (document.activeElement !== document.body) return;
      const place = scroller.current?.querySelector<HTMLElement>(
        `[data-index="${row}"] [data-stop="${stop}"]`,
      );
      if (place) place.focus({ preventScroll: true });
      else if (--frames > 0) request = requestAnimationFrame(look);
    };
    request = requestAnimationFrame(look);
    return () => cancelAnimationFrame(request);
  }, [memory, scroller]);
}

/** Another search has another memory, and begins at its top. */
function useBackToTop(memory: RefObject<ListMemory>, scroller: RefObject<HTMLElement | null>): void {
  const of = useRef(memory.current);
  useLayoutEffect(() => {
    if (of.current === memory.current) return;
    of.current = memory.current;
    if (scroller.current !== null) scroller.current.scrollTop = 0;
  });
}
