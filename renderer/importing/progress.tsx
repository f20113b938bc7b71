/** How far an import is, and how long it still takes. */
import { ProgressBar } from "react-aria-components";
import type { Job } from "../../preload/model/job.ts";
import { type Say, useSay } from "../ui/language.ts";
import { timeLeft } from "./importing-state.ts";
import styles from "./progress.module.css";

export function ImportProgress({ job }: { readonly job: Job }) {
  const say = useSay();
  return (
    <ProgressBar
      aria-label={say(job.kind === "undo" ? "undo.running" : "import.running")}
      value={job.done}
      maxValue={Math.max(1, job.total)}
      isIndeterminate={job.total === 0}
      valueLabel={job.kind === "undo" ? say("undo.progress", job) : progressSentence(job, say)}
      className={styles["progress"] ?? ""}
    >
      {({ percentage }) => (
        <div className={styles["track"]}>
          <div className={styles["done"]} style={{ inlineSize: `${percentage ?? 0}%` }} />
        </div>
      )}
    </ProgressBar>
  );
}

export function progressSentence(job: Job, say: Say): string {
  if (job.stage === "waiting") return say("import.waiting");
  if (job.stage === "looking" || job.total === 0) return say("import.looking");
  const progress = say("import.progress", { done: job.done, total: job.total });
  const left = timeLeft(job);
  return left === null ? progress : `${progress} · ${leftSentence(left, say)}`;
}

const MINUTE_MS = 60_000;

function leftSentence(milliseconds: number, say: Say): string {
  return milliseconds > 1.5 * MINUTE_MS
    ? say("import.minutes-left", { minutes: Math.round(milliseconds / MINUTE_MS) })
    : say("import.seconds-left", { seconds: Math.max(1, Math.round(milliseconds / 1000)) });
}
