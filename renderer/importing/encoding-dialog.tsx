/** An article's file read in other encodings (文字编码): what each would make of its first lines, and one to import it in. */
import { type ReactNode, useState } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import type { EncodingPreview, TextEncoding } from "../../preload/model/text-encoding.ts";
import { textEncodings } from "../../preload/model/text-encoding.ts";
import { ask } from "../client.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FailureNote } from "../ui/failure.tsx";
import { useSay } from "../ui/language.ts";
import { useAttempt, useNotices } from "../ui/notices.tsx";
import { useAsk } from "../ui/queries.ts";
import styles from "./encoding-dialog.module.css";

interface EncodingDialogProps {
  readonly articleId: number;
  readonly onClose: () => void;
}

export function EncodingDialog({ articleId, onClose }: EncodingDialogProps): ReactNode {
  const say = useSay();
  const { data: preview, error, refetch } = useAsk("previewEncodings", { id: articleId });
  const attempt = useAttempt();
  const { tell } = useNotices();
  const [picked, setPicked] = useState<TextEncoding | null>(null);
  const [running, setRunning] = useState(false);
  const current = preview ? encodingOf(preview.chosen ?? preview.detected) : null;
  const encoding = picked ?? current;
  const isReady = preview !== undefined && preview !== null && encoding !== null && !running;

  async function importAgain(): Promise<void> {
    if (!preview || encoding === null) return;
    setRunning(true);
    const isDone = await attempt(() => ask("importAgain", { id: articleId, encoding }));
    setRunning(false);
    if (!isDone) return;
    tell(say("encoding.done", { name: preview.name, encoding: encoding.toUpperCase() }));
    onClose();
  }

  return (
    <Dialog
      size="large"
      title={say("encoding.title")}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say("action.cancel")}</Button>
          <Button look="main" isDisabled={!isReady} onPress={() => void importAgain()}>
            {say(running ? "import.running" : "encoding.apply")}
          </Button>
        </>
      }
    >
      {error === null ? null : <FailureNote error={error} onRetry={() => void refetch()} />}
      {preview === null ? <p className={styles["note"]}>{say("encoding.binary")}</p> : null}
      {preview ? <Choices preview={preview} encoding={encoding} onPick={setPicked} /> : null}
    </Dialog>
  );
}

interface ChoicesProps {
  readonly preview: EncodingPreview;
  readonly encoding: TextEncoding | null;
  readonly onPick: (encoding: TextEncoding) => void;
}

function Choices({ preview, encoding, onPick }: ChoicesProps): ReactNode {
  const say = useSay();
  return (
    <>
      <p className={styles["note"]}>{say("encoding.note", { name: preview.name })}</p>
      <RadioGroup
        className={styles["choices"] ?? ""}
        value={encoding}
        onChange={(value) => {
          const chosen = encodingOf(value);
          if (chosen !== null) onPick(chosen);
        }}
      >
        <Label className={styles["hidden"] ?? ""}>{say("encoding.choices")}</Label>
        {preview.samples.map((sample) => (
          <Radio
            key={sample.encoding}
            value={sample.encoding}
            className={styles["choice"] ?? ""}
            aria-label={say(`encoding.${sample.encoding}`)}
          >
            <span className={styles["name"]}>
              {say(`encoding.${sample.encoding}`)}
              {remarks(preview, sample.encoding).map((code) => (
                <span key={code} className={styles["remark"]}>
                  {say(code)}
                </span>
              ))}
              {sample.damaged === 0 ? null : (
                <span className={styles["damaged"]}>
                  {say("encoding.damaged", { count: sample.damaged })}
                </span>
              )}
            </span>
            <span className={styles["sample"]} lang="zh-CN">
              {sample.lines.join("\n")}
            </span>
          </Radio>
        ))}
      </RadioGroup>
    </>
  );
}

function remarks({ chosen, detected }: EncodingPreview, encoding: TextEncoding) {
  return [
    ...(chosen === encoding ? (["encoding.chosen"] as const) : []),
    ...(detected === encoding ? (["encoding.detected"] as const) : []),
  ];
}

function encodingOf(label: string): TextEncoding | null {
  return textEncodings.find((known) => known === label) ?? null;
}
