/** What was found: how many, what narrows it, when it was, and the articles or sentences themselves. */
import { type ReactNode, useCallback, useState } from "react";
import type { BookmarkRow } from "../../preload/model/bookmark.ts";
import type { Opening } from "../../preload/model/opening.ts";
import type { NearKind, SearchFilters } from "../../preload/model/search.ts";
import { FailureNote } from "../ui/failure.tsx";
import { useSay } from "../ui/language.ts";
import { Facets } from "./facets.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { FoundBar } from "./found-bar.tsx";
import { type FoundNotes, useFoundNotes } from "./found-notes.ts";
import { NoteList } from "./note-list.tsx";
import { NothingFound } from "./nothing-found.tsx";
import { Remarks } from "./remarks.tsx";
import { ResultList } from "./result-list.tsx";
import styles from "./search-column.module.css";
import { isNarrowed, type Searching } from "./search-session.ts";
import { SentenceList } from "./sentence-list.tsx";
import { LEAST_ARTICLES_CHARTED } from "./time-buckets.ts";
import { TimeChart } from "./time-chart.tsx";
import { type Search, useSearch } from "./use-search.ts";

interface FoundProps {
  readonly searching: Searching;
  readonly openId: number | null;
  readonly opening: Opening | null;
  readonly onOpen: (id: number, opening: Opening) => void;
}

export function Found({ searching, openId, opening, onOpen }: FoundProps): ReactNode {
  const { session, changeSubject } = searching;
  const say = useSay();
  const [sight, setSight] = useState({ first: 0, last: 0 });
  const found = useSearch(session.subject, session.sort, sight.first, sight.last);
  const notes = useFoundNotes(session.subject);
  const { filters } = session.subject;
  const onSight = useCallback((first: number, last: number) => {
    setSight((before) => (before.first === first && before.last === last ? before : { first, last }));
  }, []);
  const onFilters = (change: Partial<SearchFilters>) => changeSubject({ filters: { ...filters, ...change } });
  const { answered } = found;
  const words = answered?.subject ?? session.subject;
  const { memory } = searching;
  const open = useCallback(
    (id: number, at: number | null, near: NearKind | null = null) => {
      memory.current.opened = { id, at };
      onOpen(id, { at, words: { query: words.query, shortNames: words.shortNames, near } });
    },
    [onOpen, memory, words.query, words.shortNames],
  );
  const openNote = useCallback(
    ({ id, article, state, anchor }: BookmarkRow) => {
      const at = state === "lost" ? null : anchor.start;
      memory.current.opened = { id: article, at };
      const sought = { query: words.query, shortNames: words.shortNames, near: null };
      onOpen(article, { at, words: sought, bookmark: id });
    },
    [onOpen, memory, words.query, words.shortNames],
  );
  // In a narrow window the results are seen again only when the article is gone from the page.
  const shown = openId === null ? memory.current.opened : { id: openId, at: opening?.at ?? null };

  if (found.error !== null) return <FailureNote error={found.error} onRetry={found.retry} />;
  if (answered === null)
    return (
      <p className={styles["running"]} role="status">
        {say("search.running")}
      </p>
    );
  const { total, facets } = answered.answer;
  const charted = facets.months.reduce((sum, { articles }) => sum + articles, 0) >= LEAST_ARTICLES_CHARTED;
  return (
    <div className={styles["found"]} data-behind={found.isBehind} aria-busy={found.isBehind}>
      <FoundBar total={total} notes={notes.total} searching={searching} />
      <Remarks answer={answered.answer} subject={session.subject} onSubject={changeSubject} />
      {total > 0 || isNarrowed(filters) ? (
        <>
          <Facets facets={facets} filters={filters} onFilters={onFilters} />
          <FilterChips filters={filters} onFilters={onFilters} />
        </>
      ) : null}
      {charted ? <TimeChart months={facets.months} range={filters} onRange={onFilters} /> : null}
      <FoundBody
        {...{ searching, found, notes }}
        openId={shown?.id ?? null}
        openAt={shown?.at ?? null}
        onOpen={open}
        onOpenNote={openNote}
        onSight={onSight}
        onFilters={onFilters}
      />
    </div>
  );
}

interface FoundBodyProps extends Pick<FoundProps, "searching" | "openId"> {
  readonly openAt: number | null;
  readonly found: Search;
  readonly notes: FoundNotes;
  readonly onOpen: (id: number, at: number | null, near?: NearKind) => void;
  readonly onOpenNote: (bookmark: BookmarkRow) => void;
  readonly onSight: (first: number, last: number) => void;
  readonly onFilters: (change: Partial<SearchFilters>) => void;
}

function FoundBody(props: FoundBodyProps): ReactNode {
  const { searching, found, notes, openId, openAt, onOpen, onOpenNote, onSight, onFilters } = props;
  const { session, memory, toggleExpanded } = searching;
  if (found.answered === null) return null;
  const { answer, subject } = found.answered;
  if (session.view === "notes" && notes.total > 0)
    return <NoteList notes={notes} onOpen={onOpenNote} memory={memory} />;
  if (answer.total === 0)
    return (
      <NothingFound
        answer={answer}
        subject={subject}
        openId={openId}
        openAt={openAt}
        onOpen={onOpen}
        onFilters={onFilters}
      />
    );
  if (session.view === "sentences")
    return (
      <SentenceList
        subject={session.subject}
        order={session.sentenceOrder}
        openId={openId}
        openAt={openAt}
        onOpen={onOpen}
        memory={memory}
      />
    );
  return (
    <ResultList
      total={answer.total}
      hitAt={found.hitAt}
      subject={subject}
      expanded={session.expanded}
      openId={openId}
      openAt={openAt}
      onOpen={onOpen}
      onToggle={toggleExpanded}
      onSight={onSight}
      memory={memory}
    />
  );
}
