/** Asks before something that cannot be undone. */
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { useSay } from "./language.ts";

interface ConfirmProps {
  readonly title: string;
  readonly sentence: string;
  /** The verb on the button. */
  readonly verb: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function Confirm({ title, sentence, verb, onConfirm, onClose }: ConfirmProps) {
  const say = useSay();
  return (
    <Dialog
      role="alertdialog"
      size="small"
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            {say("action.cancel")}
          </Button>
          <Button
            look="main"
            onPress={() => {
              onClose();
              onConfirm();
            }}
          >
            {verb}
          </Button>
        </>
      }
    >
      <p>{sentence}</p>
    </Dialog>
  );
}
