/** The files of an import, loaded page by page as they come in sight, and looked at again while it runs. */
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import type { ImportFilePage, ImportFileRow, ImportFileState } from "../../preload/model/import-batch.ts";
import { asking } from "../ui/queries.ts";

const PAGE_ROWS = 100;

/** Often enough to be lively, seldom enough to be nothing beside the import itself. */
const LOOK_AGAIN_MS = 400;

/** The query of the page that a place stands on. */
export function importFilePage(job: string, state: ImportFileState | null, place: number) {
  const offset = Math.floor(place / PAGE_ROWS) * PAGE_ROWS;
  return asking("listImportFiles", { job, state, offset, limit: PAGE_ROWS });
}

export interface ImportFiles {
  readonly total: number;
  readonly states: ImportFilePage["states"] | undefined;
  readonly error: unknown;
  readonly retry: () => void;
  /** Undefined while the row's page is on its way. */
  readonly rowAt: (index: number) => ImportFileRow | undefined;
}

/** `first` and `last`: the places in sight, inclusive. `state`: null for the files of any. */
export function useImportFiles(
  job: string,
  state: ImportFileState | null,
  { first, last }: { readonly first: number; readonly last: number },
  isRunning: boolean,
): ImportFiles {
  const page = (offset: number) => ({
    ...importFilePage(job, state, offset),
    refetchInterval: isRunning ? LOOK_AGAIN_MS : (false as const),
  });
  const head = useQuery({ ...page(0), placeholderData: keepPreviousData });
  const firstPage = Math.floor(first / PAGE_ROWS);
  const count = Math.floor(last / PAGE_ROWS) - firstPage + 1;
  const offsets = Array.from({ length: count }, (_, place) => (firstPage + place) * PAGE_ROWS);
  const loaded = useQueries({ queries: offsets.map(page) });
  return {
    total: head.data?.total ?? 0,
    states: head.data?.states,
    error: head.error ?? loaded.find(({ error }) => error !== null)?.error ?? null,
    retry: () => void head.refetch(),
    rowAt: (index) => {
      const offset = Math.floor(index / PAGE_ROWS) * PAGE_ROWS;
      const rows =
        loaded[offsets.indexOf(offset)]?.data?.rows ?? (offset === 0 ? head.data?.rows : undefined);
      return rows?.[index - offset];
    },
  };
}
