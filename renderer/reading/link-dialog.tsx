/** Where a link of an article leads, to be read and copied: Antou itself never goes there. */
import type { ReactNode } from "react";
import { ask } from "../client.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useSay } from "../ui/language.ts";
import { useAttempt, useNotices } from "../ui/notices.tsx";
import styles from "./reading-view.module.css";

interface LinkDialogProps {
  readonly address: string;
  readonly onClose: () => void;
}

export function LinkDialog({ address, onClose }: LinkDialogProps): ReactNode {
  const say = useSay();
  const attempt = useAttempt();
  const { tell } = useNotices();
  const copy = async () => {
    if (await attempt(() => ask("copyText", { text: address }))) tell(say("reading.copied"));
    onClose();
  };
  return (
    <Dialog
      title={say("reading.link-title")}
      size="small"
      onClose={onClose}
      actions={
        <Button look="main" onPress={() => void copy()}>
          {say("reading.copy-address")}
        </Button>
      }
    >
      <p className={styles["address"]}>{address}</p>
      <p className={styles["note"]}>{say("reading.link-note")}</p>
    </Dialog>
  );
}
