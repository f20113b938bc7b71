/** What a long job is at, and the way to stop it. */
import type { ReactNode } from "react";
import { ProgressBar } from "react-aria-components";
import type { Job } from "../../preload/model/job.ts";
import { Button } from "../ui/button.tsx";
import { type Say, useSay } from "../ui/language.ts";
import styles from "./preview.module.css";
import type { PrintRun } from "./use-print-run.ts";

/** Appears only once a job has taken a while: most are done before one could read it. */
export function Stage({ run: { state, news, cancel } }: { readonly run: PrintRun }): ReactNode {
  const say = useSay();
  if (state !== "running") return null;
  const sentence = stageOf(news, say);
  return (
    <div className={styles["stage"]}>
      <p role="status">{sentence}</p>
      <ProgressBar
        aria-label={sentence}
        value={news?.done ?? 0}
        maxValue={Math.max(1, news?.total ?? 0)}
        isIndeterminate={(news?.total ?? 0) === 0}
        className={styles["progress"] ?? ""}
      >
        {({ percentage, isIndeterminate }) => (
          <div
            className={styles["done"]}
            data-moving={isIndeterminate}
            style={{ inlineSize: `${isIndeterminate ? 30 : (percentage ?? 0)}%` }}
          />
        )}
      </ProgressBar>
      <Button onPress={cancel}>{say("action.cancel")}</Button>
    </div>
  );
}

function stageOf(news: Job | null, say: Say): string {
  const stage =
    news?.stage === "laying-out" || news?.stage === "printing"
      ? say(`print.stage-${news.stage}`)
      : say("print.stage-waiting");
  if (news === null || news.total === 0) return stage;
  return `${stage} ${say("print.stage-done", { done: news.done, total: news.total })}`;
}
