/** Asks for the name under which the print list is saved. */
import { type ReactNode, useState } from "react";
import { Form } from "react-aria-components";
import type { PrintList } from "../../preload/model/print.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/fields.tsx";
import { useSay, useSayFailure } from "../ui/language.ts";
import type { ListActs } from "./use-list-acts.ts";

interface SaveListDialogProps {
  readonly saved: PrintList["saved"];
  readonly acts: ListActs;
  readonly onClose: () => void;
}

export function SaveListDialog({ saved, acts, onClose }: SaveListDialogProps): ReactNode {
  const say = useSay();
  const sayFailure = useSayFailure();
  const [typed, setTyped] = useState("");
  const [failed, setFailed] = useState<string>();
  const name = typed.trim();
  async function submit(): Promise<void> {
    if (name === "") return;
    try {
      await acts.save(name);
      onClose();
    } catch (error) {
      setFailed(sayFailure(error));
    }
  }
  return (
    <Dialog
      size="small"
      title={say("print.save-list-title")}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say("action.cancel")}</Button>
          <Button look="main" type="submit" form="print-list-name" isDisabled={name === ""}>
            {say("action.save")}
          </Button>
        </>
      }
    >
      <Form
        id="print-list-name"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          autoFocus
          label={say("print.list-name")}
          value={typed}
          maxLength={200}
          note={saved.some((list) => list.name === name) ? say("print.list-name-taken") : undefined}
          wrong={failed}
          onChange={(value) => {
            setTyped(value);
            setFailed(undefined);
          }}
        />
      </Form>
    </Dialog>
  );
}
