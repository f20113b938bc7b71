/** The files of an import, a row each with its state; virtual, for there may be tens of thousands. */
import { useQueryClient } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import type { Job } from "../../preload/model/job.ts";
import { FailureNote } from "../ui/failure.tsx";
import { ChooseOne } from "../ui/fields.tsx";
import { useSay } from "../ui/language.ts";
import { useReachByKey } from "../ui/reach-by-key.ts";
import styles from "./file-list.module.css";
import { FileRow } from "./file-row.tsx";
import type { BatchActs } from "./importing-state.ts";
import { type ImportFiles, importFilePage, useImportFiles } from "./use-import-files.ts";

/** CSS pixels of a row without more to say. */
const ROW_HEIGHT = 44;
const OVERSCAN_ROWS = 6;
/** More than are ever in sight. */
const ROWS_IN_SIGHT = 20;

const FOLLOWED_EVERY_MS = 1200;

interface FileListProps {
  readonly job: Job;
  readonly acts: BatchActs;
  readonly onOpenArticle: (id: number) => void;
}

export function FileList({ job, acts, onOpenArticle }: FileListProps) {
  const say = useSay();
  const [shown, setShown] = useState<"all" | "failed">("all");
  const [sight, setSight] = useState({ first: 0, last: 20 });
  const scroller = useRef<HTMLDivElement>(null);
  useReachByKey(scroller);
  const isRunning = job.state === "running";
  const files = useImportFiles(job.id, shown === "all" ? null : "failed", sight, isRunning);
  const virtualizer = useVirtualizer({
    count: files.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN_ROWS,
    onChange: ({ range }) => {
      if (range !== null && (range.startIndex !== sight.first || range.endIndex !== sight.last)) {
        setSight({ first: range.startIndex, last: range.endIndex });
      }
    },
  });
  function show(next: "all" | "failed"): void {
    setShown(next);
    virtualizer.scrollToOffset(0);
  }
  const client = useQueryClient();
  const follow = useFollowing(isRunning && shown === "all" ? job.reading?.from : undefined, async (place) => {
    await Promise.all(
      [place, place + ROWS_IN_SIGHT].map((at) => client.fetchQuery(importFilePage(job.id, null, at))),
    );
    virtualizer.scrollToIndex(place, { align: "start" });
  });

  // What it came to is looked through from its beginning.
  const wasRunning = useRef(isRunning);
  useEffect(() => {
    if (wasRunning.current && !isRunning && follow.isFollowing()) virtualizer.scrollToOffset(0);
    wasRunning.current = isRunning;
  });

  return (
    <div className={styles["files"]}>
      <Shown states={files.states} shown={shown} onChange={show} />
      {files.error === null ? null : <FailureNote error={files.error} onRetry={files.retry} />}
      <section
        ref={scroller}
        aria-label={say("import.files")}
        className={styles["scroller"]}
        {...follow.noticing}
      >
        <ul className={styles["all"]} style={{ blockSize: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = files.rowAt(item.index);
            return (
              <li
                key={item.index}
                ref={virtualizer.measureElement}
                data-index={item.index}
                aria-setsize={files.total}
                aria-posinset={item.index + 1}
                className={styles["place"]}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {row === undefined ? (
                  <div className={styles["coming"]} />
                ) : (
                  <FileRow row={row} job={job} acts={acts} onOpenArticle={onOpenArticle} />
                )}
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
}

interface ShownProps {
  readonly states: ImportFiles["states"];
  readonly shown: "all" | "failed";
  readonly onChange: (shown: "all" | "failed") => void;
}

/** A choice only where some of the files failed. */
function Shown({ states, shown, onChange }: ShownProps) {
  const say = useSay();
  if (states === undefined || states.failed === 0) return null;
  const all = Object.values(states).reduce((sum, count) => sum + count, 0);
  const named = (code: "import.all-files" | "import.failed", count: number) =>
    `${say(code)} ${count.toLocaleString("en")}`;
  return (
    <ChooseOne
      label={say("import.show-files")}
      value={shown}
      choices={[
        { value: "all", name: named("import.all-files", all) },
        { value: "failed", name: named("import.failed", states.failed) },
      ]}
      onChange={onChange}
    />
  );
}

/**
 * Keeps the file that is being read in sight until the person looks elsewhere: once its rows are here, and not so often that
 * nobody could read them. Answers what notices that.
 */
function useFollowing(place: number | undefined, show: (place: number) => Promise<void>) {
  const isFollowing = useRef(true);
  const isBusy = useRef(false);
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    if (place === undefined || !isFollowing.current || isBusy.current) return;
    isBusy.current = true;
    const rest = () => setTimeout(() => (isBusy.current = false), FOLLOWED_EVERY_MS);
    void latest.current(place).then(rest, rest);
  }, [place]);
  const stop = () => {
    isFollowing.current = false;
  };
  return {
    isFollowing: () => isFollowing.current,
    noticing: { onWheel: stop, onPointerDown: stop, onKeyDown: stop },
  };
}
