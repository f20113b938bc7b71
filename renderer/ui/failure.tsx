/** A failure told where the work is: one sentence and, where it makes sense, another try. */
import { RotateCw } from "lucide-react";
import { Button } from "./button.tsx";
import styles from "./failure.module.css";
import { useSay, useSayFailure } from "./language.ts";

export function FailureNote({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const say = useSay();
  const sayFailure = useSayFailure();
  return (
    <div role="alert" className={styles["failure"]}>
      <p>{sayFailure(error)}</p>
      {onRetry === undefined ? null : (
        <Button icon={RotateCw} onPress={onRetry}>
          {say("action.retry")}
        </Button>
      )}
    </div>
  );
}
