/** Takes an import back (撤销本次导入), once the numbers have been confirmed. */
import { Undo2 } from "lucide-react";
import { useState } from "react";
import { UNDOABLE_IMPORTS } from "../../preload/model/import-batch.ts";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { useSay } from "../ui/language.ts";
import { useAsk } from "../ui/queries.ts";
import type { BatchActs } from "./importing-state.ts";
import styles from "./undo-button.module.css";

interface UndoButtonProps {
  readonly job: string;
  readonly acts: BatchActs;
  readonly onUndone?: () => void;
}

export function UndoButton({ job, acts, onUndone }: UndoButtonProps) {
  const say = useSay();
  const { data: forecast } = useAsk("undoForecast", { job });
  const [isAsking, setAsking] = useState(false);
  if (forecast === undefined) return null;
  const { state, created, changed } = forecast;
  switch (state) {
    case "nothing":
      return null;
    case "done":
      return <p className={styles["note"]}>{say("undo.taken-back")}</p>;
    case "too-old":
      return <p className={styles["note"]}>{say("undo.too-old", { count: UNDOABLE_IMPORTS })}</p>;
    case "possible":
    case "begun":
      return (
        <>
          {state === "begun" && acts.undoing === null ? (
            <p className={styles["note"]}>{say("undo.begun")}</p>
          ) : null}
          <Button
            icon={Undo2}
            isDisabled={acts.undoing !== null || acts.isImporting}
            onPress={() => setAsking(true)}
          >
            {say(state === "begun" ? "undo.go-on" : "undo.action")}
          </Button>
          {isAsking ? (
            <Confirm
              title={say("undo.action")}
              sentence={say("undo.sentence", { created, changed })}
              verb={say("undo.action")}
              onConfirm={() => {
                acts.undo(job);
                onUndone?.();
              }}
              onClose={() => setAsking(false)}
            />
          ) : null}
        </>
      );
  }
}
