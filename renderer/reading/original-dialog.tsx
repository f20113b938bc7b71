/** The file an article came from, as it came: its text to look at, its bytes to save again. */
import type { ReactNode } from "react";
import { ask } from "../client.ts";
import { keyed } from "../ui/article/keyed.ts";
import { reachable } from "../ui/article/reachable.ts";
import { Button } from "../ui/button.tsx";
import { runCommand } from "../ui/commands.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FailureNote } from "../ui/failure.tsx";
import { useSay } from "../ui/language.ts";
import { useAttempt, useNotices } from "../ui/notices.tsx";
import { useAsk } from "../ui/queries.ts";
import styles from "./original-dialog.module.css";
import { fileSize, slicesOfLines } from "./original-text.ts";

interface OriginalDialogProps {
  readonly articleId: number;
  readonly onClose: () => void;
}

export function OriginalDialog({ articleId, onClose }: OriginalDialogProps): ReactNode {
  const say = useSay();
  const attempt = useAttempt();
  const { tell } = useNotices();
  const { data, error, refetch } = useAsk("readOriginal", { id: articleId });
  const save = () =>
    attempt(async () => {
      const path = await ask("saveOriginal", { id: articleId });
      if (path !== null) tell(say("reading.saved", { path }));
    });
  const changeEncoding = () => {
    onClose();
    runCommand("change-encoding", { kind: "row", ids: [articleId], starred: false, trashed: false });
  };
  return (
    <Dialog
      title={say("reading.original-title")}
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onPress={changeEncoding}>{say("encoding.change")}</Button>
          <Button onPress={() => void save()}>{say("reading.save-original")}</Button>
        </>
      }
    >
      {error === null ? null : <FailureNote error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <>
          <p className={styles["name"]}>
            <span>{data.name}</span>
            <span className={styles["size"]}>{fileSize(data.bytes)}</span>
          </p>
          {data.text === null ? (
            <p className={styles["binary"]}>{say("reading.original-binary")}</p>
          ) : (
            <OriginalText text={data.text} />
          )}
        </>
      )}
    </Dialog>
  );
}

function OriginalText({ text }: { text: string }): ReactNode {
  const say = useSay();
  return (
    <section className={styles["frame"]} aria-label={say("reading.original-text")} {...reachable}>
      {keyed(slicesOfLines(text)).map(({ key, item }) => (
        <pre
          key={key}
          className={styles["slice"]}
          style={{ containIntrinsicBlockSize: `auto ${item.lines}lh` }}
        >
          {item.text}
        </pre>
      ))}
    </section>
  );
}
