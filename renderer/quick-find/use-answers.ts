/** The rows under what is typed: the worker's answer or, before anything is typed, what was read last. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import type { ListQuery } from "../../preload/model/listing.ts";
import { asking } from "../ui/queries.ts";
import type { FoundRow } from "./entry.ts";
import { useHeadings } from "./headings.ts";
import type { Finder } from "./use-finder.ts";

export const MOST_ROWS = 20;

const RECENT_ROWS = 8;

const recentlyRead: ListQuery = {
  shelf: { kind: "recent" },
  publication: null,
  issued: null,
  sort: "date",
  offset: 0,
  limit: RECENT_ROWS,
};

export interface Answers {
  /** What the rows answer. */
  readonly text: string;
  readonly rows: readonly FoundRow[];
}

const nothing: Answers = { text: "", rows: [] };

/** Until the answer to `text` has come, the one before it stands. */
export function useAnswers(finder: Finder, text: string): Answers {
  const [found, setFound] = useState<Answers>(nothing);
  const { find, forget } = finder;
  useEffect(() => {
    if (text === "") return;
    find(text, MOST_ROWS, (rows) => setFound({ text, rows }));
    return forget;
  }, [find, forget, text]);
  const recent = useRecent();
  const headings = useHeadings(text);
  // Headings stand last, in the place of what was found least well.
  const rows = useMemo(
    () =>
      headings.length === 0 || found.text !== text
        ? found.rows
        : [...found.rows.slice(0, MOST_ROWS - headings.length), ...headings],
    [found, headings, text],
  );
  return text === "" ? { text, rows: recent } : { text: found.text, rows };
}

function useRecent(): readonly FoundRow[] {
  // Reading itself changes this list, without main saying so.
  const { data } = useQuery({ ...asking("listArticles", recentlyRead), staleTime: 0 });
  return (data?.rows ?? []).map(({ id, title, kicker, publication, issuedOn }) => ({
    source: "articles",
    key: String(id),
    title,
    beside: kicker,
    publication,
    issuedOn: issuedOn ?? "",
    ranges: [],
  }));
}
