/** The quiet bar at the foot of the window while an import goes on in the background. */
import { X } from "lucide-react";
import type { Job } from "../../preload/model/job.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import styles from "./import-bar.module.css";
import { endings } from "./import-dialog.tsx";
import { ImportProgress, progressSentence } from "./progress.tsx";

/** The same while an import is taken back. */
export function UndoBar({ job }: { readonly job: Job }) {
  const say = useSay();
  return (
    <section className={styles["bar"]} aria-label={say("undo.action")}>
      <p className={styles["name"]}>{say("undo.running")}</p>
      <ImportProgress job={job} />
      <p className={styles["progress"]}>{say("undo.progress", { done: job.done, total: job.total })}</p>
    </section>
  );
}

interface ImportBarProps {
  readonly job: Job;
  readonly onOpen: () => void;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

export function ImportBar({ job, onOpen, onCancel, onClose }: ImportBarProps) {
  const say = useSay();
  const running = job.state === "running";
  return (
    <section className={styles["bar"]} aria-label={say("import.title")}>
      <p className={styles["name"]}>{say(job.state === "running" ? "import.running" : endings[job.state])}</p>
      {running ? (
        <>
          <ImportProgress job={job} />
          <p className={styles["progress"]}>{progressSentence(job, say)}</p>
        </>
      ) : (
        <div className={styles["gap"]} />
      )}
      <Button look="quiet" onPress={onOpen}>
        {say("import.show")}
      </Button>
      {running ? (
        <Button look="quiet" onPress={onCancel}>
          {say("action.cancel")}
        </Button>
      ) : (
        <IconButton icon={X} name={say("action.close")} onPress={onClose} />
      )}
    </section>
  );
}
