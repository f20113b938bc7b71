/** What an import came to (本批结果): doubtful articles first, then what failed, then the rest. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import { doubtKey } from "../../preload/model/doubts.ts";
import type { BatchArticle } from "../../preload/model/import-batch.ts";
import { unpackBatch } from "../../preload/model/import-batch.ts";
import type { ImportRecord } from "../../preload/model/listing.ts";
import { ask } from "../client.ts";
import { Button } from "../ui/button.tsx";
import { FailureNote } from "../ui/failure.tsx";
import { useSay } from "../ui/language.ts";
import { useAttempt } from "../ui/notices.tsx";
import { useAsk } from "../ui/queries.ts";
import { useReachByKey } from "../ui/reach-by-key.ts";
import styles from "./batch.module.css";
import { BatchHeading, BatchLine } from "./batch-row.tsx";
import { batchRows } from "./batch-rows.ts";
import type { BatchActs } from "./importing-state.ts";
import { UndoButton } from "./undo-button.tsx";

/** CSS pixels of the commonest row. */
const ROW_HEIGHT = 56;
const OVERSCAN_ROWS = 8;

/** Which import's results were scrolled, and by how many CSS pixels. */
export interface BatchScroll {
  current: { readonly job: string; readonly offset: number };
}

interface BatchProps {
  readonly record: ImportRecord;
  /** When it was, as it is shown. */
  readonly time: string;
  readonly scrolled: BatchScroll;
  readonly acts: BatchActs;
  readonly onOpenArticle: (id: number) => void;
}

export function Batch({ record, time, scrolled, acts, onOpenArticle }: BatchProps) {
  const say = useSay();
  const attempt = useAttempt();
  const { job } = record;
  const { data: packed, error, refetch } = useAsk("readBatch", { job });
  const batch = useMemo(() => (packed === undefined ? null : unpackBatch(packed)), [packed]);
  const rows = useMemo(() => (batch === null ? [] : batchRows(batch)), [batch]);
  const scroller = useRef<HTMLDivElement>(null);
  useReachByKey(scroller);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN_ROWS,
    initialOffset: scrolled.current.job === job ? scrolled.current.offset : 0,
    onChange: ({ scrollOffset }) => {
      scrolled.current = { job, offset: scrollOffset ?? 0 };
    },
  });
  const settle = (articles: readonly BatchArticle[]) =>
    void attempt(() =>
      ask("settleDoubts", {
        articles: articles.map(({ id, doubts }) => ({ id, keys: doubts.map(doubtKey) })),
      }),
    );
  const reopen = (ids: readonly number[]) => void attempt(() => ask("reopenDoubts", { ids: [...ids] }));
  const handlers = { job, acts, onOpenArticle, settle, reopen };

  return (
    <section className={styles["batch"]} aria-label={say("batch-result.title")}>
      <header className={styles["head"]}>
        <div className={styles["what"]}>
          <h2 className={styles["time"]}>{time}</h2>
          <p className={styles["summary"]}>{say("import.summary", record)}</p>
        </div>
        <div className={styles["actions"]}>
          {batch === null || batch.waiting === 0 || record.undo !== "no" ? null : (
            <Button isDisabled={acts.isImporting} onPress={() => acts.retry(job, null)}>
              {say("import.go-on", { count: batch.waiting })}
            </Button>
          )}
          <UndoButton job={job} acts={acts} />
        </div>
      </header>
      {error === null ? null : <FailureNote error={error} onRetry={() => void refetch()} />}
      {batch === null && error === null ? (
        <p className={styles["none"]}>{say("batch-result.gathering")}</p>
      ) : null}
      {batch !== null && rows.length === 0 ? (
        <p className={styles["none"]}>{say("batch-result.nothing")}</p>
      ) : null}
      <section ref={scroller} className={styles["scroller"]} aria-label={time}>
        <div className={styles["all"]} style={{ blockSize: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return (
              <div
                key={item.index}
                ref={virtualizer.measureElement}
                data-index={item.index}
                className={styles["place"]}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {row === undefined ? null : row.kind === "heading" ? (
                  <BatchHeading row={row} {...handlers} />
                ) : (
                  <BatchLine row={row} {...handlers} />
                )}
              </div>
            );
          })}
        </div>
      </section>
    </section>
  );
}
