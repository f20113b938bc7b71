/** What is done with the pages: printed, saved as PDF, exported to Word. */
import { FileDown, FileText, Printer } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "../ui/button.tsx";
import { FailureNote } from "../ui/failure.tsx";
import { useSay } from "../ui/language.ts";
import { useNotices } from "../ui/notices.tsx";
import { DuplexDialog } from "./duplex-dialog.tsx";
import styles from "./options.module.css";
import { usePrintActs } from "./use-print-acts.ts";
import type { PrintRun } from "./use-print-run.ts";

interface PrintActionsProps {
  readonly run: PrintRun;
  /** The two sides are printed in two goes, the paper turned by hand. */
  readonly byHand: boolean;
  readonly landscape: boolean;
}

export function PrintActions({ run, byHand, landscape }: PrintActionsProps): ReactNode {
  const say = useSay();
  const { tell } = useNotices();
  const { shown, isCurrent } = run;
  const acts = usePrintActs(shown?.job ?? null);
  const [isTurning, setTurning] = useState(false);
  const isDisabled = !isCurrent || acts.busy !== null;
  const pages = shown?.preview.pages ?? 0;
  const printAll = async () => {
    if (await acts.print("all")) tell(say("print.sent"));
  };
  return (
    <div className={styles["acts"]}>
      {acts.error === null || isTurning ? null : <FailureNote error={acts.error} />}
      <Button
        look="main"
        icon={Printer}
        isDisabled={isDisabled}
        // A single page has no back to be printed.
        onPress={() => (byHand && pages > 1 ? setTurning(true) : void printAll())}
      >
        {say("print.print")}
      </Button>
      <div className={styles["saves"]}>
        <Button icon={FileDown} isDisabled={isDisabled} onPress={() => void acts.save("pdf")}>
          {say("print.save-pdf")}
        </Button>
        <Button icon={FileText} isDisabled={isDisabled} onPress={() => void acts.save("docx")}>
          {say("print.save-docx")}
        </Button>
      </div>
      {isTurning ? (
        <DuplexDialog
          pages={pages}
          landscape={landscape}
          acts={acts}
          onClose={() => {
            acts.forget();
            setTurning(false);
          }}
        />
      ) : null}
    </div>
  );
}
