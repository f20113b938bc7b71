/** The import's one window: every file with its state while it runs, then what it came to. */
import type { Job } from "../../preload/model/job.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useSay, useSayCode } from "../ui/language.ts";
import { useAsk } from "../ui/queries.ts";
import { FileList } from "./file-list.tsx";
import styles from "./import-dialog.module.css";
import type { BatchActs } from "./importing-state.ts";
import { ImportProgress, progressSentence } from "./progress.tsx";
import { UndoButton } from "./undo-button.tsx";

interface ImportDialogProps {
  readonly job: Job;
  readonly acts: BatchActs;
  readonly onCancel: () => void;
  readonly onClose: () => void;
  readonly onOpenArticle: (id: number) => void;
  /** Shows the batch's own page (本批结果). */
  readonly onShowBatch: (job: string) => void;
}

export function ImportDialog({
  job,
  acts,
  onCancel,
  onClose,
  onOpenArticle,
  onShowBatch,
}: ImportDialogProps) {
  const say = useSay();
  const isRunning = job.state === "running";
  return (
    <Dialog
      size="large"
      title={say(job.state === "running" ? "import.running" : endings[job.state])}
      onClose={onClose}
      actions={
        isRunning ? (
          <>
            <Button onPress={onCancel}>{say("import.cancel")}</Button>
            <Button onPress={onClose} autoFocus>
              {say("import.background")}
            </Button>
          </>
        ) : (
          <>
            <UndoButton job={job.id} acts={acts} onUndone={onClose} />
            <div className={styles["gap"]} />
            <Button onPress={() => onShowBatch(job.id)}>{say("batch-result.title")}</Button>
            <Button onPress={onClose} autoFocus>
              {say("action.close")}
            </Button>
          </>
        )
      }
    >
      <div className={styles["window"]}>
        {isRunning ? <Running job={job} /> : <Ending job={job} acts={acts} />}
        <FileList job={job} acts={acts} onOpenArticle={onOpenArticle} />
      </div>
    </Dialog>
  );
}

export const endings = {
  finished: "import.finished",
  cancelled: "import.cancelled",
  failed: "import.stopped",
} as const;

function Running({ job }: { readonly job: Job }) {
  const say = useSay();
  return (
    <div className={styles["running"]}>
      <ImportProgress job={job} />
      <p className={styles["sentence"]}>{progressSentence(job, say)}</p>
    </div>
  );
}

function Ending({ job, acts }: { readonly job: Job; readonly acts: BatchActs }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { data: records } = useAsk("listImports", null);
  const { data: files } = useAsk("listImportFiles", { job: job.id, state: null, offset: 0, limit: 1 });
  const record = records?.find((one) => one.job === job.id);
  const waiting = files?.states.waiting ?? 0;
  return (
    <div className={styles["ending"]}>
      {job.failure === null ? null : <p role="alert">{sayCode(job.failure.code, job.failure.parameters)}</p>}
      {record === undefined ? null : <p className={styles["summary"]}>{say("import.summary", record)}</p>}
      {job.state === "cancelled" ? <p>{say("import.cancelled-note")}</p> : null}
      {waiting === 0 ? null : (
        <div>
          <Button onPress={() => acts.retry(job.id, null)}>{say("import.go-on", { count: waiting })}</Button>
        </div>
      )}
    </div>
  );
}
