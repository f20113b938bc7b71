/** An import from the choice of files to its report: one at a time, whatever screen is shown. */
import { useCallback, useEffect, useMemo, useState } from "react";
import type { BatchDetails } from "../../preload/model/import-report.ts";
import type { Job } from "../../preload/model/job.ts";
import { ask, listen } from "../client.ts";
import { useAttempt } from "../ui/notices.tsx";

/** Files about to be imported, and what their names tell. */
export interface Prepared {
  readonly paths: readonly string[];
  readonly guess: BatchDetails;
  /** What was said of the batch before, to be offered again. */
  readonly last: BatchDetails;
}

export interface Importing {
  readonly prepared: Prepared | null;
  /** The newest import of this window; null before the first and after its report was closed. */
  readonly job: Job | null;
  /** Whether the import's window is open; closed, the import goes on with a quiet bar. */
  readonly isOpen: boolean;
  readonly choose: (what: "files" | "folder") => void;
  readonly prepare: (paths: readonly string[]) => void;
  readonly forgetPrepared: () => void;
  readonly start: (details: BatchDetails) => void;
  readonly cancel: () => void;
  readonly open: () => void;
  /** Closes the window; an import that has ended is put away. */
  readonly close: () => void;
}

export function useImporting(): Importing {
  const attempt = useAttempt();
  const [prepared, setPrepared] = useState<Prepared | null>(null);
  const [job, setJob] = useState<Job | null>(null);
  const [isOpen, setOpen] = useState(false);

  useEffect(
    () =>
      listen("job", (news) => {
        if (news.kind === "import") setJob(news);
      }),
    [],
  );

  const prepare = useCallback(
    (paths: readonly string[]) => {
      if (paths.length === 0) return;
      void attempt(async () => {
        setPrepared({ paths, ...(await ask("guessDetails", { paths: [...paths] })) });
      });
    },
    [attempt],
  );

  return useMemo<Importing>(
    () => ({
      prepared,
      job,
      isOpen,
      prepare,
      choose: (what) => {
        void attempt(async () => prepare(await ask("chooseFiles", { what })));
      },
      forgetPrepared: () => setPrepared(null),
      start: (details) => {
        if (prepared === null) return;
        void attempt(async () => {
          const { job: id } = await ask("startImport", { paths: [...prepared.paths], details });
          setPrepared(null);
          // The job's own news may already have come.
          setJob((news) => (news?.id === id ? news : waitingJob(id)));
          setOpen(true);
        });
      },
      cancel: () => {
        if (job !== null) void attempt(() => ask("cancelJob", { job: job.id }));
      },
      open: () => setOpen(true),
      close: () => {
        setOpen(false);
        if (job !== null && job.state !== "running") setJob(null);
      },
    }),
    [prepared, job, isOpen, prepare, attempt],
  );
}

function waitingJob(id: string): Job {
  return {
    id,
    kind: "import",
    stage: "waiting",
    done: 0,
    total: 0,
    state: "running",
    at: "",
    elapsed: 0,
    failure: null,
  };
}

/** Milliseconds an import still takes at its present pace; null while it is too early to tell. */
export function timeLeft(job: Job): number | null {
  if (job.done === 0 || job.total === 0 || job.elapsed < EARLIEST_GUESS_MS) return null;
  return (job.elapsed / job.done) * (job.total - job.done);
}

const EARLIEST_GUESS_MS = 2000;
