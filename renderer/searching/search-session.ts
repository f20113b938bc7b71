/** What is searched for and how its results are shown; kept by the window, so that coming back finds all as it was. */
import type { VirtualItem } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useMemo, useRef, useState } from "react";
import {
  noFilters,
  type SearchFilters,
  type SearchRequest,
  type SearchSubject,
} from "../../preload/model/search.ts";

export interface SearchSession {
  readonly subject: SearchSubject;
  readonly sort: SearchRequest["sort"];
  readonly view: "articles" | "sentences" | "notes";
  readonly sentenceOrder: "oldest" | "newest";
  /** The articles whose every hit is listed. */
  readonly expanded: ReadonlySet<number>;
}

/** Where the list stands: read when it appears, written while it is there. */
export interface ListMemory {
  offset: number;
  measurements: VirtualItem[];
  /** Where the keyboard stands: a row, and a stop in it. */
  tabStop: { readonly row: number; readonly stop: number };
  /** What was opened last, marked also while it is not on the page. */
  opened: { readonly id: number; readonly at: number | null } | null;
}

const atTheTop: ListMemory = { offset: 0, measurements: [], tabStop: { row: 0, stop: 0 }, opened: null };

export interface Searching {
  readonly session: SearchSession;
  readonly memory: RefObject<ListMemory>;
  /** Another subject, order or view begins at its top, with nothing expanded. */
  readonly change: (change: Partial<Omit<SearchSession, "subject" | "expanded">>) => void;
  readonly changeSubject: (change: Partial<SearchSubject>) => void;
  readonly toggleExpanded: (id: number) => void;
}

const nothingSearched: SearchSession = {
  subject: { query: "", shortNames: false, filters: noFilters },
  sort: "relevance",
  view: "articles",
  sentenceOrder: "oldest",
  expanded: new Set(),
};

export function useSearching(): Searching {
  const [session, setSession] = useState<SearchSession>(nothingSearched);
  const memory = useRef<ListMemory>({ ...atTheTop });

  const begin = useCallback((next: (session: SearchSession) => SearchSession) => {
    memory.current = { ...atTheTop };
    setSession((before) => ({ ...next(before), expanded: new Set() }));
  }, []);
  const change = useCallback<Searching["change"]>(
    (change) => begin((before) => ({ ...before, ...change })),
    [begin],
  );
  const changeSubject = useCallback<Searching["changeSubject"]>(
    (change) => begin((before) => ({ ...before, subject: { ...before.subject, ...change } })),
    [begin],
  );
  const toggleExpanded = useCallback((id: number) => {
    setSession((before) => {
      const expanded = new Set(before.expanded);
      if (!expanded.delete(id)) expanded.add(id);
      return { ...before, expanded };
    });
  }, []);
  return useMemo(
    () => ({ session, memory, change, changeSubject, toggleExpanded }),
    [session, change, changeSubject, toggleExpanded],
  );
}

/** Whether anything beside the words narrows the search. */
export function isNarrowed(filters: SearchFilters): boolean {
  return (
    filters.publication !== null ||
    filters.from !== null ||
    filters.to !== null ||
    filters.collection !== null ||
    filters.tag !== null ||
    filters.withPictures ||
    filters.withBookmarks
  );
}
