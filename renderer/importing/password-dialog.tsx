/** Asks for the password of a locked file. It goes to the reader once and is kept nowhere. */
import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/fields.tsx";
import { useSay } from "../ui/language.ts";
import { partsOf } from "./file-names.ts";
import styles from "./import-dialog.module.css";

interface PasswordDialogProps {
  readonly file: string;
  /** The one given before did not open it. */
  readonly wasWrong: boolean;
  readonly onGive: (password: string) => void;
  readonly onClose: () => void;
}

export function PasswordDialog({ file, wasWrong, onGive, onClose }: PasswordDialogProps) {
  const say = useSay();
  const [password, setPassword] = useState("");
  return (
    <Dialog
      size="small"
      title={say("import.password-title")}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say("action.cancel")}</Button>
          <Button look="main" type="submit" form="file-password" isDisabled={password === ""}>
            {say("import.password-apply")}
          </Button>
        </>
      }
    >
      <Form
        id="file-password"
        className={styles["running"] ?? ""}
        onSubmit={(event) => {
          event.preventDefault();
          if (password !== "") onGive(password);
        }}
      >
        <p>{say("import.password-note", { name: partsOf(file).name })}</p>
        <TextField
          label={say("import.password")}
          type="password"
          autoFocus
          maxLength={1000}
          value={password}
          onChange={setPassword}
          wrong={wasWrong && password === "" ? say("import.password-wrong") : undefined}
        />
      </Form>
    </Dialog>
  );
}
