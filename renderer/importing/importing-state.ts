/** An import from the choice of files to its report: one at a time, whatever screen is shown. */
import { useCallback, useEffect, useMemo, useState } from "react";
import type { BatchDetails } from "../../preload/model/import-report.ts";
import type { Job } from "../../preload/model/job.ts";
import { ask, listen } from "../client.ts";
import { useSay, useSayCode } from "../ui/language.ts";
import { useAttempt, useNotices } from "../ui/notices.tsx";

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
  readonly acts: BatchActs;
  /** A locked file whose password is asked for. */
  readonly locked: LockedFile | null;
  readonly givePassword: (password: string) => void;
  readonly forgetLocked: () => void;
}

export interface LockedFile {
  readonly job: string;
  readonly place: number;
  readonly file: string;
  /** A password was given, and did not open it. */
  readonly wasWrong: boolean;
}

/** What can be done with an import that has ended. */
export interface BatchActs {
  readonly isImporting: boolean;
  /** The taking back that is under way. */
  readonly undoing: Job | null;
  readonly askPassword: (file: Omit<LockedFile, "wasWrong">) => void;
  /** Files by their places, or with null those that the import was stopped before. */
  readonly retry: (job: string, places: readonly number[] | null) => void;
  readonly undo: (job: string) => void;
}

export function useImporting(): Importing {
  const attempt = useAttempt();
  const [prepared, setPrepared] = useState<Prepared | null>(null);
  const [job, setJob] = useState<Job | null>(null);
  const [isOpen, setOpen] = useState(false);
  const undo = useUndo();

  useEffect(
    () =>
      listen("job", (news) => {
        if (news.kind === "import") setJob(news);
      }),
    [],
  );

  const again = useCallback(
    (id: string, places: readonly number[] | null, password?: string) =>
      attempt(async () => {
        const given = password === undefined ? {} : { password };
        await ask("retryImport", { job: id, places: places === null ? null : [...places], ...given });
        setJob((news) => (news?.id === id && news.state === "running" ? news : waitingJob(id)));
        setOpen(true);
      }),
    [attempt],
  );
  const passwords = usePasswords(job, again);

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
      acts: {
        isImporting: job?.state === "running",
        undoing: undo.job,
        askPassword: passwords.ask,
        retry: (id, places) => void again(id, places),
        undo: undo.start,
      },
      locked: passwords.locked,
      givePassword: passwords.give,
      forgetLocked: passwords.forget,
    }),
    [prepared, job, isOpen, prepare, attempt, again, undo, passwords],
  );
}

/** Taking an import back: told at the foot while it goes on, and by a sentence once it is done. */
function useUndo() {
  const say = useSay();
  const attempt = useAttempt();
  const { tell } = useNotices();
  const sayCode = useSayCode();
  const [job, setJob] = useState<Job | null>(null);
  useEffect(
    () =>
      listen("job", (news) => {
        if (news.kind !== "undo") return;
        setJob(news.state === "running" ? news : null);
        if (news.state === "finished") tell(say("undo.done"));
        if (news.failure !== null) tell(sayCode(news.failure.code, news.failure.parameters));
      }),
    [tell, say, sayCode],
  );
  const start = useCallback(
    (imported: string) => void attempt(() => ask("undoImport", { job: imported })),
    [attempt],
  );
  return useMemo(() => ({ job, start }), [job, start]);
}

/** Passwords of locked files: asked for, tried, and asked for again where they were wrong. Never kept. */
function usePasswords(
  job: Job | null,
  again: (job: string, places: readonly number[], password: string) => Promise<boolean>,
) {
  const [locked, setLocked] = useState<LockedFile | null>(null);
  const [tried, setTried] = useState<LockedFile | null>(null);
  const hasEnded = tried !== null && job?.id === tried.job && job.state === "finished";
  useEffect(() => {
    if (!hasEnded || tried === null) return;
    setTried(null);
    void stillLocked(tried).then((is) => {
      if (is) setLocked({ ...tried, wasWrong: true });
    });
  }, [hasEnded, tried]);
  return useMemo(
    () => ({
      locked,
      ask: (file: Omit<LockedFile, "wasWrong">) => setLocked({ ...file, wasWrong: false }),
      give: (password: string) => {
        if (locked === null) return;
        setLocked(null);
        void again(locked.job, [locked.place], password).then((isStarted) => {
          if (isStarted) setTried(locked);
        });
      },
      forget: () => setLocked(null),
    }),
    [locked, again],
  );
}

async function stillLocked({ job, place }: LockedFile): Promise<boolean> {
  const { rows } = await ask("listImportFiles", { job, state: null, offset: place, limit: 1 });
  return rows.some((row) => row.place === place && row.failed.some(({ code }) => code === "encrypted"));
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
