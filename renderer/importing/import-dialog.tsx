/** The import's window: its progress while it runs, then its report. */
import type { Job } from "../../preload/model/job.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FailureNote } from "../ui/failure.tsx";
import { useSay, useSayCode } from "../ui/language.ts";
import { useAsk } from "../ui/queries.ts";
import styles from "./import-dialog.module.css";
import { ImportProgress, progressSentence } from "./progress.tsx";
import { Report } from "./report.tsx";

interface ImportDialogProps {
  readonly job: Job;
  readonly onCancel: () => void;
  readonly onClose: () => void;
  readonly onOpenArticle: (id: number) => void;
}

export function ImportDialog({ job, onCancel, onClose, onOpenArticle }: ImportDialogProps) {
  const say = useSay();
  if (job.state === "running") {
    return (
      <Dialog
        title={say("import.running")}
        onClose={onClose}
        actions={
          <>
            <Button onPress={onCancel}>{say("import.cancel")}</Button>
            <Button onPress={onClose} autoFocus>
              {say("import.background")}
            </Button>
          </>
        }
      >
        <div className={styles["running"]}>
          <ImportProgress job={job} />
          <p className={styles["sentence"]}>{progressSentence(job, say)}</p>
          <p className={styles["at"]}>{job.at}</p>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog
      size="large"
      title={say(endings[job.state])}
      onClose={onClose}
      actions={
        <Button onPress={onClose} autoFocus>
          {say("action.close")}
        </Button>
      }
    >
      <Ending job={job} onOpenArticle={onOpenArticle} />
    </Dialog>
  );
}

export const endings = {
  finished: "import.finished",
  cancelled: "import.cancelled",
  failed: "import.stopped",
} as const;

function Ending({ job, onOpenArticle }: Pick<ImportDialogProps, "job" | "onOpenArticle">) {
  const say = useSay();
  const sayCode = useSayCode();
  const { data: report, error, refetch } = useAsk("readImport", { job: job.id });
  return (
    <div className={styles["ending"]}>
      {job.failure === null ? null : <p role="alert">{sayCode(job.failure.code, job.failure.parameters)}</p>}
      {job.state === "cancelled" ? <p>{say("import.cancelled-note")}</p> : null}
      {/* An import that failed outright has no report; its failure is told above. */}
      {error === null || job.failure !== null ? null : (
        <FailureNote error={error} onRetry={() => void refetch()} />
      )}
      {report === undefined ? null : <Report packed={report} onOpenArticle={onOpenArticle} />}
    </div>
  );
}
