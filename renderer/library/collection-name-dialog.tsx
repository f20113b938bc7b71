/** Asks for a collection's name: a new one's, or another name for one there is. */
import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/fields.tsx";
import { useSay, useSayFailure } from "../ui/language.ts";

interface CollectionNameDialogProps {
  readonly heading: string;
  /** The title of the collection that it is to be below. */
  readonly below?: string | undefined;
  readonly name: string;
  readonly verb: string;
  /** May throw; the dialog says why and stays. */
  readonly onName: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

export function CollectionNameDialog({
  heading,
  below,
  name,
  verb,
  onName,
  onClose,
}: CollectionNameDialogProps) {
  const say = useSay();
  const sayFailure = useSayFailure();
  const [typed, setTyped] = useState(name);
  const [failed, setFailed] = useState<string>();

  async function submit(): Promise<void> {
    const wanted = typed.trim();
    if (wanted === "") return;
    try {
      await onName(wanted);
      onClose();
    } catch (error) {
      setFailed(sayFailure(error));
    }
  }

  return (
    <Dialog
      size="small"
      title={heading}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say("action.cancel")}</Button>
          <Button look="main" type="submit" form="collection-name" isDisabled={typed.trim() === ""}>
            {verb}
          </Button>
        </>
      }
    >
      <Form
        id="collection-name"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          autoFocus
          label={say("collections.new-title")}
          note={below}
          value={typed}
          maxLength={200}
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
