/** The bookmarks found: each passage with its note, and where it stands. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import type { BookmarkRow } from "../../preload/model/bookmark.ts";
import type { FoundBookmark } from "../../preload/model/search.ts";
import { useSay } from "../ui/language.ts";
import type { FoundNotes } from "./found-notes.ts";
import { languageOf, MarkedWords } from "./marked-words.tsx";
import listStyles from "./result-list.module.css";
import { moveAmongStops } from "./roving.ts";
import type { ListMemory } from "./search-session.ts";
import styles from "./sentence-list.module.css";

const ROW_ESTIMATE = 92;
const OVERSCAN_ROWS = 6;
/** The next page is asked for when so many rows are left below. */
const ROWS_AHEAD = 30;

interface NoteListProps {
  readonly notes: FoundNotes;
  readonly onOpen: (bookmark: BookmarkRow) => void;
  readonly memory: RefObject<ListMemory>;
}

export function NoteList({ notes, onOpen, memory }: NoteListProps): ReactNode {
  const say = useSay();
  const { total, rows, more } = notes;
  const scroller = useRef<HTMLElement>(null);
  const [tabRow, setTabRow] = useState(0);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_ESTIMATE,
    overscan: OVERSCAN_ROWS,
    initialOffset: memory.current.offset,
    initialMeasurementsCache: memory.current.measurements,
    onChange: ({ scrollOffset, measurementsCache }) => {
      memory.current.offset = scrollOffset ?? 0;
      memory.current.measurements = measurementsCache;
    },
  });
  const items = virtualizer.getVirtualItems();
  const isNearEnd = rows.length < total && (items.at(-1)?.index ?? 0) + ROWS_AHEAD >= rows.length;
  useEffect(() => {
    if (isNearEnd) more();
  });
  const reachableRow = items.some(({ index }) => index === tabRow) ? tabRow : (items[0]?.index ?? 0);
  return (
    <section
      ref={scroller}
      className={listStyles["list"]}
      aria-label={say("search.notes")}
      onKeyDown={(event) => {
        if (moveAmongStops(event, rows.length, virtualizer)) event.preventDefault();
      }}
      onFocus={({ target }) => {
        const row = Number(target.closest<HTMLElement>("[data-index]")?.dataset["index"]);
        if (Number.isInteger(row)) setTabRow(row);
      }}
    >
      <ul className={listStyles["all"]} style={{ blockSize: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const found = rows[index];
          return found === undefined ? null : (
            <li
              key={found.bookmark.id}
              ref={virtualizer.measureElement}
              aria-setsize={total}
              aria-posinset={index + 1}
              data-index={index}
              className={listStyles["place"]}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Note found={found} isTabStop={index === reachableRow} onOpen={onOpen} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface NoteProps extends Pick<NoteListProps, "onOpen"> {
  readonly found: FoundBookmark;
  readonly isTabStop: boolean;
}

function Note({ found: { bookmark, passage, note }, isTabStop, onOpen }: NoteProps): ReactNode {
  const say = useSay();
  return (
    <button
      type="button"
      className={styles["sentence"]}
      data-stop={0}
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => onOpen(bookmark)}
    >
      <span className={styles["source"]}>
        <span className={styles["date"]}>{bookmark.issuedOn ?? say("list.date-not-known")}</span>
        <span className={styles["title"]}>{bookmark.title || say("search.untitled")}</span>
      </span>
      <span className={styles["text"]} lang={languageOf(passage.text)}>
        <MarkedWords words={passage} />
      </span>
      {note.text === "" ? null : (
        <span className={styles["note"]} lang={languageOf(note.text)}>
          <MarkedWords words={note} />
        </span>
      )}
    </button>
  );
}
