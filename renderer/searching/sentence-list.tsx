/** Sentence by sentence in the order of their dates, to follow a figure over the years; copied or saved as a table. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { Copy, ListPlus, Table2 } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import type { ChosenPiece } from "../../preload/model/print.ts";
import type { FoundSentence, SearchSubject } from "../../preload/model/search.ts";
import { ask } from "../client.ts";
import { IconButton } from "../ui/button.tsx";
import { FailureNote } from "../ui/failure.tsx";
import { useSay } from "../ui/language.ts";
import { useAttempt, useNotices } from "../ui/notices.tsx";
import { usePrintList } from "../ui/print-list.ts";
import { languageOf, MarkedWords } from "./marked-words.tsx";
import listStyles from "./result-list.module.css";
import { moveAmongStops } from "./roving.ts";
import type { ListMemory } from "./search-session.ts";
import styles from "./sentence-list.module.css";
import { sentencesAsHtml, sentencesAsText } from "./sentence-table.ts";
import { allSentences, type SentenceOrder, useSentences } from "./use-sentences.ts";

const ROW_ESTIMATE = 92;
const OVERSCAN_ROWS = 6;
/** The next page is asked for when so many rows are left below. */
const ROWS_AHEAD = 30;

interface SentenceListProps {
  readonly subject: SearchSubject;
  readonly order: SentenceOrder;
  readonly openId: number | null;
  readonly openAt: number | null;
  readonly onOpen: (id: number, at: number | null) => void;
  readonly memory: RefObject<ListMemory>;
}

export function SentenceList({
  subject,
  order,
  openId,
  openAt,
  onOpen,
  memory,
}: SentenceListProps): ReactNode {
  const say = useSay();
  const found = useSentences(subject, order);
  const { sentences, isWhole, more } = found;
  const scroller = useRef<HTMLElement>(null);
  const [tabRow, setTabRow] = useState(0);
  const virtualizer = useVirtualizer({
    count: sentences.length,
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
  const last = items.at(-1)?.index ?? 0;
  const isNearEnd = !isWhole && last + ROWS_AHEAD >= sentences.length;
  useEffect(() => {
    if (isNearEnd) more();
  });
  if (found.error !== null) return <FailureNote error={found.error} onRetry={found.retry} />;
  const reachableRow = items.some(({ index }) => index === tabRow) ? tabRow : (items[0]?.index ?? 0);
  return (
    <>
      <div className={styles["bar"]}>
        <p role="status">
          {found.isPending
            ? say("search.running")
            : say(isWhole ? "search.sentences-total" : "search.sentences-so-far", {
                count: sentences.length,
              })}
        </p>
        <TableActions subject={subject} order={order} isDisabled={sentences.length === 0} />
      </div>
      <section
        ref={scroller}
        aria-label={say("search.sentences")}
        className={listStyles["list"]}
        onKeyDown={(event) => {
          if (moveAmongStops(event, sentences.length, virtualizer)) event.preventDefault();
        }}
        onFocus={({ target }) => {
          const row = Number(target.closest<HTMLElement>("[data-index]")?.dataset["index"]);
          if (Number.isInteger(row)) setTabRow(row);
        }}
      >
        <ul className={listStyles["all"]} style={{ blockSize: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const sentence = sentences[index];
            return sentence === undefined ? null : (
              <li
                key={index}
                ref={virtualizer.measureElement}
                aria-setsize={isWhole ? sentences.length : -1}
                aria-posinset={index + 1}
                data-index={index}
                className={listStyles["place"]}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Sentence
                  sentence={sentence}
                  isOpen={sentence.id === openId && sentence.start === openAt}
                  isTabStop={index === reachableRow}
                  onOpen={() => onOpen(sentence.id, sentence.start)}
                />
              </li>
            );
          })}
        </ul>
      </section>
    </>
  );
}

interface SentenceProps {
  readonly sentence: FoundSentence;
  readonly isOpen: boolean;
  readonly isTabStop: boolean;
  readonly onOpen: () => void;
}

function Sentence({ sentence, isOpen, isTabStop, onOpen }: SentenceProps): ReactNode {
  const say = useSay();
  const { publication, issuedOn, title, text, numbers } = sentence;
  return (
    <button
      type="button"
      className={styles["sentence"]}
      data-stop={0}
      tabIndex={isTabStop ? 0 : -1}
      aria-current={isOpen ? "location" : undefined}
      onClick={onOpen}
    >
      <span className={styles["source"]}>
        <span className={styles["date"]}>{issuedOn ?? say("list.date-not-known")}</span>
        <span className={styles["publication"]}>{publication || say("list.source-not-known")}</span>
        <span className={styles["title"]}>{title}</span>
      </span>
      <span className={styles["text"]} lang={languageOf(text)}>
        <MarkedWords words={sentence} numbers={numbers} />
      </span>
    </button>
  );
}

interface TableActionsProps {
  readonly subject: SearchSubject;
  readonly order: SentenceOrder;
  readonly isDisabled: boolean;
}

/** The first hit tells how far into its sentence it stands. */
function pieceOf({ id, revision, start, ranges, text }: FoundSentence): ChosenPiece {
  const from = start - (ranges[0]?.[0] ?? 0);
  return { article: id, revision, span: { start: from, end: from + text.length }, kind: "passage" };
}

/** A table holds every sentence, whatever of them is on screen. */
function TableActions({ subject, order, isDisabled }: TableActionsProps): ReactNode {
  const say = useSay();
  const attempt = useAttempt();
  const printList = usePrintList();
  const { tell } = useNotices();
  const copy = () =>
    attempt(async () => {
      const columns = {
        date: say("search.column-date"),
        source: say("search.column-source"),
        title: say("search.column-title"),
        sentence: say("search.column-sentence"),
      };
      const all = await allSentences(subject, order);
      await ask("copyText", { text: sentencesAsText(all, columns), html: sentencesAsHtml(all, columns) });
      tell(say("search.copied-table", { count: all.length }));
    });
  const save = () =>
    attempt(async () => {
      const path = await ask("saveSentences", { subject, order });
      if (path !== null) tell(say("search.saved-table", { path }));
    });
  const print = () => attempt(async () => printList.add((await allSentences(subject, order)).map(pieceOf)));
  return (
    <div className={styles["actions"]}>
      <IconButton
        icon={Copy}
        name={say("search.copy-table")}
        labelled
        isDisabled={isDisabled}
        onPress={() => void copy()}
      />
      <IconButton
        icon={Table2}
        name={say("search.save-table")}
        labelled
        isDisabled={isDisabled}
        onPress={() => void save()}
      />
      <IconButton
        icon={ListPlus}
        name={say("print.add")}
        labelled
        isDisabled={isDisabled}
        onPress={() => void print()}
      />
    </div>
  );
}
