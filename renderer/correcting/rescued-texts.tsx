/** Texts that were being typed when a kill came, or when their paragraph became another. */
import type { ReactNode } from "react";
import type { RescuedText } from "../../preload/model/correction.ts";
import { ask } from "../client.ts";
import { Button } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import { useAttempt, useNotices } from "../ui/notices.tsx";
import type { DeskActs } from "./desk-acts.ts";
import styles from "./told.module.css";

interface RescuedTextsProps {
  readonly texts: readonly RescuedText[];
  readonly acts: DeskActs;
}

export function RescuedTexts({ texts, acts }: RescuedTextsProps): ReactNode {
  const say = useSay();
  const { tell } = useNotices();
  const attempt = useAttempt();
  async function copy(text: string): Promise<void> {
    if (await attempt(() => ask("copyText", { text }))) tell(say("reading.copied"));
  }
  return texts.map(({ id, typed, isTaken }) => (
    <div key={id} className={styles["rescued"]} role="status">
      <p>{say(isTaken ? "correcting.rescued" : "correcting.not-placed")}</p>
      <p className={styles["rescuedText"]}>{typed}</p>
      <div className={styles["buttons"]}>
        {isTaken ? null : <Button onPress={() => void copy(typed)}>{say("correcting.copy")}</Button>}
        <Button onPress={() => void acts.forgetRescued(id)}>
          {say(isTaken ? "correcting.understood" : "correcting.let-go")}
        </Button>
      </div>
    </div>
  ));
}
