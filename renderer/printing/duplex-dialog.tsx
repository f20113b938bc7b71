/** Manual duplex (手动双面): the odd pages, how to turn the stack, the even pages. */
import { Printer } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FailureNote } from "../ui/failure.tsx";
import { useSay } from "../ui/language.ts";
import { useNotices } from "../ui/notices.tsx";
import styles from "./duplex.module.css";
import { TurningPicture } from "./turning-picture.tsx";
import type { PrintActs } from "./use-print-acts.ts";

interface DuplexDialogProps {
  /** At least two. */
  readonly pages: number;
  readonly landscape: boolean;
  readonly acts: PrintActs;
  readonly onClose: () => void;
}

export function DuplexDialog({ pages, landscape, acts, onClose }: DuplexDialogProps): ReactNode {
  const say = useSay();
  const { tell } = useNotices();
  const [areOddDone, setOddDone] = useState(false);
  const isBusy = acts.busy !== null;
  const printOdd = async () => {
    if (await acts.print("odd")) setOddDone(true);
  };
  const printEven = async () => {
    if (!(await acts.print("even"))) return;
    tell(say("print.sent"));
    onClose();
  };
  return (
    <Dialog
      title={say("duplex.title")}
      onClose={onClose}
      actions={
        areOddDone ? (
          <>
            <Button isDisabled={isBusy} onPress={() => void printOdd()}>
              {say("duplex.again")}
            </Button>
            <Button look="main" icon={Printer} isDisabled={isBusy} onPress={() => void printEven()}>
              {say("duplex.print-even")}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={onClose}>{say("action.cancel")}</Button>
            <Button look="main" icon={Printer} isDisabled={isBusy} onPress={() => void printOdd()}>
              {say("duplex.print-odd")}
            </Button>
          </>
        )
      }
    >
      <div className={styles["steps"]}>
        <p className={styles["step"]}>{say("duplex.step", { step: areOddDone ? 2 : 1, of: 2 })}</p>
        {acts.error === null ? null : <FailureNote error={acts.error} />}
        {areOddDone ? <Turning pages={pages} landscape={landscape} /> : <p>{say("duplex.odd")}</p>}
      </div>
    </Dialog>
  );
}

function Turning({ pages, landscape }: { readonly pages: number; readonly landscape: boolean }): ReactNode {
  const say = useSay();
  return (
    <>
      <p role="status">{say("duplex.turn")}</p>
      <TurningPicture landscape={landscape} />
      <ol className={styles["words"]}>
        <li>{say("duplex.take")}</li>
        {pages % 2 === 1 ? <li>{say("duplex.odd-count", { page: pages })}</li> : null}
        <li>{say(landscape ? "duplex.flip-short" : "duplex.flip-long")}</li>
        <li>{say("duplex.feed")}</li>
      </ol>
    </>
  );
}
