/** The left pane: the print list with what is done to it, or the pieces that are previewed without it. */
import { Ellipsis, ListPlus } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { PrintList } from "../../preload/model/print.ts";
import { Button } from "../ui/button.tsx";
import { FailureNote } from "../ui/failure.tsx";
import { useSay } from "../ui/language.ts";
import { ActionsMenu } from "../ui/menu.tsx";
import { type DirectPrint, usePrintList } from "../ui/print-list.ts";
import { PieceList } from "./piece-list.tsx";
import styles from "./pieces.module.css";
import { SaveListDialog } from "./save-list-dialog.tsx";
import { SavedListsDialog } from "./saved-lists-dialog.tsx";
import { useListActs } from "./use-list-acts.ts";

interface PiecesPaneProps {
  /** Undefined while it is on its way. */
  readonly list: PrintList | undefined;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly direct: DirectPrint | null;
  readonly onList: () => void;
}

export function PiecesPane(props: PiecesPaneProps): ReactNode {
  const { list, error, onRetry, direct, onList } = props;
  if (direct !== null)
    return <DirectPieces direct={direct} count={list?.pieces.length ?? 0} onList={onList} />;
  if (error !== null && list === undefined) return <FailureNote error={error} onRetry={onRetry} />;
  return list === undefined ? <div aria-busy="true" /> : <Listed list={list} />;
}

function Listed({ list }: { readonly list: PrintList }): ReactNode {
  const say = useSay();
  const acts = useListActs();
  const [dialog, setDialog] = useState<"save" | "saved" | null>(null);
  const { pieces, saved } = list;
  const isEmpty = pieces.length === 0;
  const actions = [
    ...(isEmpty ? [] : [{ id: "save", name: say("print.save-list"), act: () => setDialog("save") }]),
    { id: "saved", name: say("print.saved-lists"), act: () => setDialog("saved") },
    ...(isEmpty
      ? []
      : [{ id: "clear", name: say("print.clear"), act: () => acts.remove(pieces.map(({ id }) => id)) }]),
  ];
  const close = () => setDialog(null);
  return (
    <section className={styles["pane"]} aria-label={say("print.list")}>
      <header className={styles["head"]}>
        <h2 className={styles["name"]}>{say("print.list-count", { count: pieces.length })}</h2>
        <ActionsMenu name={say("print.list-actions")} icon={Ellipsis} actions={actions} />
      </header>
      {isEmpty ? (
        <div className={styles["empty"]}>
          <p>{say("print.empty")}</p>
          {saved.length === 0 ? null : (
            <Button onPress={() => setDialog("saved")}>{say("print.saved-lists")}</Button>
          )}
        </div>
      ) : (
        <PieceList pieces={pieces} acts={acts} />
      )}
      {dialog === "save" ? <SaveListDialog saved={saved} acts={acts} onClose={close} /> : null}
      {dialog === "saved" ? (
        <SavedListsDialog saved={saved} atHand={pieces.length} acts={acts} onClose={close} />
      ) : null}
    </section>
  );
}

interface DirectPiecesProps {
  readonly direct: DirectPrint;
  /** Pieces on the print list. */
  readonly count: number;
  readonly onList: () => void;
}

function DirectPieces({ direct, count, onList }: DirectPiecesProps): ReactNode {
  const say = useSay();
  const printList = usePrintList();
  return (
    <section className={styles["pane"]} aria-label={say("print.direct")}>
      <header className={styles["head"]}>
        <h2 className={styles["name"]}>{say("print.direct")}</h2>
      </header>
      <div className={styles["direct"]}>
        <p className={styles["title"]}>{direct.title}</p>
        <ul className={styles["names"]}>
          {[...direct.names.entries()].map(([place, name]) => (
            <li key={place}>{name}</li>
          ))}
        </ul>
        <p className={styles["source"]}>{say("print.direct-note")}</p>
        <Button icon={ListPlus} onPress={() => void printList.add(direct.pieces)}>
          {say("print.add")}
        </Button>
        <Button look="quiet" onPress={onList}>
          {say("print.back-to-list", { count })}
        </Button>
      </div>
    </section>
  );
}
