/** The dialogs of steps that touch another article: its title, or which it is. */
import { type ReactNode, useState } from "react";
import type { CorrectionDesk } from "../../preload/model/correction.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/fields.tsx";
import { useSay } from "../ui/language.ts";
import styles from "./correcting.module.css";

const LONGEST_TITLE = 1000;

interface SplitDialogProps {
  readonly title: string;
  readonly onSplit: (title: string) => void;
  readonly onClose: () => void;
}

export function SplitDialog({ title, onSplit, onClose }: SplitDialogProps): ReactNode {
  const say = useSay();
  const [typed, setTyped] = useState(title);
  const isReady = typed.trim() !== "";
  return (
    <Dialog
      size="small"
      title={say("correcting.split-dialog")}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say("correcting.cancel")}</Button>
          <Button look="main" isDisabled={!isReady} onPress={() => onSplit(typed.trim())}>
            {say("correcting.split")}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) onSplit(typed.trim());
        }}
      >
        <TextField
          autoFocus
          label={say("correcting.split-title")}
          value={typed}
          onChange={setTyped}
          maxLength={LONGEST_TITLE}
        />
      </form>
    </Dialog>
  );
}

/** More articles than these are looked for by a word of their titles. */
const SEEN_AT_ONCE = 8;

interface ChooseDialogProps {
  readonly title: string;
  readonly siblings: CorrectionDesk["siblings"];
  readonly onChoose: (id: number) => void;
  readonly onClose: () => void;
}

export function ChooseDialog({ title, siblings, onChoose, onClose }: ChooseDialogProps): ReactNode {
  const say = useSay();
  const [typed, setTyped] = useState("");
  const found = siblings.filter((sibling) => sibling.title.includes(typed.trim()));
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={<Button onPress={onClose}>{say("correcting.cancel")}</Button>}
    >
      {siblings.length > SEEN_AT_ONCE ? (
        <TextField autoFocus label={say("correcting.find-article")} value={typed} onChange={setTyped} />
      ) : null}
      {found.length === 0 ? (
        <p className={styles["note"]}>
          {say(siblings.length === 0 ? "correcting.no-siblings" : "correcting.none-found")}
        </p>
      ) : (
        <ul className={styles["siblings"]} aria-label={say("correcting.choose-article")}>
          {found.map((sibling) => (
            <li key={sibling.id}>
              <Button look="quiet" onPress={() => onChoose(sibling.id)}>
                <span>{sibling.title === "" ? say("list.untitled") : sibling.title}</span>
                {sibling.page === "" ? null : (
                  <span className={styles["note"]}>{say("list.page", { page: sibling.page })}</span>
                )}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
