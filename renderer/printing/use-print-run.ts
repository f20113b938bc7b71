/** The preview's PDF: made anew after each change, the old pages shown until the new ones are there. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { Job } from "../../preload/model/job.ts";
import type { ChosenPiece, PrintOptions, PrintPreview, PrintTemplate } from "../../preload/model/print.ts";
import { ask, CallError, listen } from "../client.ts";
import { openPdf, type PdfPages, preparePdf } from "./pdf-pages.ts";

export interface ShownPrint {
  readonly job: string;
  readonly preview: PrintPreview;
  readonly pdf: PdfPages;
}

export interface PrintRun {
  /** The newest pages there are; null before the first. */
  readonly shown: ShownPrint | null;
  /** The pages shown are those of the newest wishes. */
  readonly isCurrent: boolean;
  /** The job that runs; null where none does or nothing is known of it yet. */
  readonly news: Job | null;
  readonly state: "idle" | "running" | "failed" | "cancelled";
  /** Why there is no preview; undefined while all is well. */
  readonly error: unknown;
  readonly again: () => void;
  readonly cancel: () => void;
}

export interface Asked {
  /** Null: the print list. */
  readonly pieces: readonly ChosenPiece[] | null;
  readonly template: PrintTemplate;
  readonly options: PrintOptions;
}

/** Milliseconds between a change and its pages: several at once, such as arrow keys in a list, are one. */
const REST = 40;

/** `key`: becomes another where what `asked` names has changed. Null where there is nothing to print. */
export function usePrintRun(asked: Asked | null, key: string): PrintRun {
  const [shown, setShown] = useState<ShownPrint | null>(null);
  const [running, setRunning] = useState<{ readonly job: string | null } | null>(null);
  const [ending, setEnding] = useState<{ readonly error: unknown } | "cancelled" | null>(null);
  const [news, setNews] = useState<Job | null>(null);
  const [tries, setTries] = useState(0);
  const newest = useRef(asked);
  newest.current = asked;

  // Before the first job is asked for: its news may come before its answer.
  useEffect(
    () =>
      listen("job", (job) => {
        if (job.kind === "print") setNews(job);
      }),
    [],
  );
  // While the pages are laid out: the first ones are then drawn at once.
  useEffect(() => void preparePdf().catch(() => undefined), []);
  useEffect(() => () => void ask("endPrint", null).catch(() => undefined), []);

  const run = asked === null ? null : `${key} ${tries}`;
  useEffect(() => {
    setEnding(null);
    if (run === null) {
      setRunning(null);
      setShown(null);
      return;
    }
    setRunning({ job: null });
    let isStale = false;
    const timer = setTimeout(() => {
      const wanted = newest.current;
      if (wanted === null) return;
      const { pieces, template, options } = wanted;
      ask("startPrint", { pieces: pieces === null ? null : [...pieces], template, options })
        .then(({ job }) => {
          if (!isStale) setRunning({ job });
        })
        .catch((error: unknown) => {
          if (isStale) return;
          setRunning(null);
          setEnding({ error });
        });
    }, REST);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [run]);

  const job = running?.job ?? null;
  const own = job !== null && news?.id === job ? news : null;
  const ended = own !== null && own.state !== "running" ? own : null;
  useEffect(() => {
    if (ended === null) return;
    if (ended.state !== "finished") {
      setRunning(null);
      setEnding(ended.state === "cancelled" ? "cancelled" : { error: failed(ended) });
      return;
    }
    let isStale = false;
    finished(ended.id)
      .then((print) => {
        if (isStale) return print.pdf.close();
        setShown(print);
        setRunning(null);
      })
      .catch((error: unknown) => {
        if (isStale) return;
        setRunning(null);
        setEnding({ error });
      });
    return () => {
      isStale = true;
    };
  }, [ended]);
  useEffect(() => () => shown?.pdf.close(), [shown]);

  return {
    shown,
    isCurrent: shown !== null && running === null && ending === null,
    news: own,
    state:
      running !== null
        ? "running"
        : ending === null
          ? "idle"
          : ending === "cancelled"
            ? "cancelled"
            : "failed",
    error: ending === null || ending === "cancelled" ? undefined : ending.error,
    again: useCallback(() => setTries((count) => count + 1), []),
    cancel: () => {
      if (job !== null) void ask("cancelJob", { job }).catch(() => undefined);
    },
  };
}

function failed({ failure }: Job): unknown {
  return failure === null ? new Error("print") : new CallError(failure);
}

async function finished(job: string): Promise<ShownPrint> {
  const [preview, pdf] = await Promise.all([ask("readPrint", { job }), openPdf(`/print/${job}.pdf`)]);
  return { job, preview, pdf };
}
