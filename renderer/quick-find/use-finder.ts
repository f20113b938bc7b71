/** The worker as the window uses it: started once, fed by the library, asked by the palette. */
import { useEffect, useMemo, useRef, useState } from "react";
import { useAsk } from "../ui/queries.ts";
import type { Entry, FoundRow, FromWorker, ToWorker } from "./entry.ts";
import { type Following, followLibrary } from "./follow-library.ts";

export interface Readiness {
  /** Whether all the library holds is prepared to the last. */
  readonly whole: boolean;
  /** Entries prepared. */
  readonly ready: number;
}

export interface Finder {
  readonly readiness: Readiness;
  /** Replaces the commands that can be found. */
  readonly offerCommands: (entries: readonly Entry[]) => void;
  /** Answers until it is asked something newer: now, and again whenever more has been prepared. */
  readonly find: (text: string, limit: number, onFound: (rows: readonly FoundRow[]) => void) => void;
  /** Nobody is to be answered any more. */
  readonly forget: () => void;
  readonly hurry: () => void;
}

interface Running {
  readonly worker: Worker;
  readonly following: Following;
}

interface Asked {
  readonly message: Extract<ToWorker, { kind: "find" }>;
  readonly onFound: (rows: readonly FoundRow[]) => void;
}

export function useFinder(): Finder {
  const running = useRef<Running | null>(null);
  const asked = useRef<Asked | null>(null);
  const lastQuestion = useRef(0);
  const [isBrought, setBrought] = useState(false);
  const [prepared, setPrepared] = useState({ ready: 0, known: 0 });

  useEffect(() => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === "prepared") {
        setPrepared({ ready: data.ready, known: data.known });
        if (asked.current !== null) worker.postMessage(asked.current.message);
      } else if (data.question === asked.current?.message.question) {
        asked.current.onFound(data.rows);
      }
    };
    const following = followLibrary((message) => worker.postMessage(message), setBrought);
    running.current = { worker, following };
    return () => {
      following.stop();
      worker.terminate();
      running.current = null;
    };
  }, []);

  const actions = useMemo(() => {
    const tell = (message: ToWorker) => running.current?.worker.postMessage(message);
    return {
      offerCommands: (entries: readonly Entry[]) => tell({ kind: "entries", source: "commands", entries }),
      find(text: string, limit: number, onFound: (rows: readonly FoundRow[]) => void) {
        const message = { kind: "find", question: ++lastQuestion.current, text, limit } as const;
        asked.current = { message, onFound };
        tell(message);
      },
      forget() {
        asked.current = null;
      },
      hurry: () => running.current?.following.hurry(),
    };
  }, []);
  usePlaces((message) => running.current?.worker.postMessage(message));

  const { ready, known } = prepared;
  const whole = isBrought && ready === known;
  return useMemo(() => ({ ...actions, readiness: { whole, ready } }), [actions, whole, ready]);
}

/** Newspapers, collections and tags, which the window knows already. */
function usePlaces(tell: (message: ToWorker) => void): void {
  const { data } = useAsk("overview", null);
  const newestTell = useRef(tell);
  useEffect(() => {
    newestTell.current = tell;
  });
  const { publications, collections, tags } = data ?? {};
  useEffect(() => {
    const entries = (publications ?? [])
      .filter(({ name }) => name !== "")
      .map(({ name }) => place(name, name));
    newestTell.current({ kind: "entries", source: "publications", entries });
  }, [publications]);
  useEffect(() => {
    const entries = (collections ?? []).map(({ id, title }) => place(String(id), title));
    newestTell.current({ kind: "entries", source: "collections", entries });
  }, [collections]);
  useEffect(() => {
    const entries = (tags ?? []).map(({ name }) => place(name, name));
    newestTell.current({ kind: "entries", source: "tags", entries });
  }, [tags]);
}

function place(key: string, title: string): Entry {
  return { key, title, beside: "", publication: "", issuedOn: "" };
}
