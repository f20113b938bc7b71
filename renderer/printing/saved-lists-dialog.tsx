/** The lists saved by name: to be opened in the place of the one at hand, or deleted. */
import { Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { PrintList } from "../../preload/model/print.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FailureNote } from "../ui/failure.tsx";
import { useSay } from "../ui/language.ts";
import styles from "./pieces.module.css";
import type { ListActs } from "./use-list-acts.ts";

interface SavedListsDialogProps {
  readonly saved: PrintList["saved"];
  /** Pieces on the list at hand. */
  readonly atHand: number;
  readonly acts: ListActs;
  readonly onClose: () => void;
}

export function SavedListsDialog({ saved, atHand, acts, onClose }: SavedListsDialogProps): ReactNode {
  const say = useSay();
  const [error, setError] = useState<unknown>(null);
  const trying = (work: Promise<void>, done: () => void) =>
    void work.then(() => {
      setError(null);
      done();
    }, setError);
  return (
    <Dialog title={say("print.saved-lists-title")} onClose={onClose}>
      {saved.length === 0 ? <p>{say("print.no-saved-lists")}</p> : null}
      {saved.length > 0 && atHand > 0 ? <p>{say("print.replaces", { count: atHand })}</p> : null}
      {error === null ? null : <FailureNote error={error} />}
      <ul className={styles["saved"]}>
        {saved.map(({ id, name, pieces }) => (
          <li key={id}>
            <Button
              look="quiet"
              aria-label={say("print.open-saved", { name })}
              onPress={() => trying(acts.open(id), onClose)}
            >
              {name}
            </Button>
            <span className={styles["source"]}>{say("print.pieces-count", { count: pieces })}</span>
            <IconButton
              icon={Trash2}
              name={say("print.delete-saved", { name })}
              onPress={() => trying(acts.deleteSaved(id), () => undefined)}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
