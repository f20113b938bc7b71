/** The bookmarks found: each passage with its note, and where it stands. */
import type { ReactNode } from "react";
import { useSay } from "../ui/language.ts";
import type { FoundNote } from "./found-notes.ts";
import { languageOf, MarkedWords } from "./marked-words.tsx";
import listStyles from "./result-list.module.css";
import { moveAmongStops } from "./roving.ts";
import styles from "./sentence-list.module.css";

interface NoteListProps {
  readonly notes: readonly FoundNote[];
  readonly onOpen: (id: number, at: number | null) => void;
}

export function NoteList({ notes, onOpen }: NoteListProps): ReactNode {
  const say = useSay();
  return (
    <section
      className={listStyles["list"]}
      aria-label={say("search.notes")}
      onKeyDown={(event) => {
        if (moveAmongStops(event, notes.length, { scrollToIndex: () => undefined })) event.preventDefault();
      }}
    >
      <ul>
        {notes.map(({ bookmark, quote, note }, index) => (
          <li key={bookmark.id} data-index={index}>
            <button
              type="button"
              className={styles["sentence"]}
              data-stop={0}
              tabIndex={index === 0 ? 0 : -1}
              onClick={() =>
                onOpen(bookmark.article, bookmark.state === "lost" ? null : bookmark.anchor.start)
              }
            >
              <span className={styles["source"]}>
                <span className={styles["date"]}>{bookmark.issuedOn ?? say("list.date-not-known")}</span>
                <span className={styles["title"]}>{bookmark.title || say("search.untitled")}</span>
              </span>
              <span className={styles["text"]} lang={languageOf(quote.text)}>
                <MarkedWords words={quote} />
              </span>
              {note.text === "" ? null : (
                <span className={styles["note"]} lang={languageOf(note.text)}>
                  <MarkedWords words={note} />
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
