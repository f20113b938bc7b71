/** One piece of the print list: which article, where in it, how it begins, and what became of it. */
import { ChevronDown, ChevronUp, GripVertical, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button, GridListItem } from "react-aria-components";
import type { PrintListPiece } from "../../preload/model/print.ts";
import { IconButton } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import styles from "./pieces.module.css";

interface PieceRowProps {
  readonly piece: PrintListPiece;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onStep: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

export function PieceRow({ piece, isFirst, isLast, onStep, onRemove }: PieceRowProps): ReactNode {
  const say = useSay();
  const title = piece.title === "" ? say("list.untitled") : piece.title;
  const where = piece.path.length > 0 ? piece.path.join(" › ") : "";
  return (
    <GridListItem
      id={piece.id}
      textValue={[title, where].filter((part) => part !== "").join(" ")}
      className={styles["row"] ?? ""}
    >
      <Button slot="drag" className={styles["grip"] ?? ""} aria-label={say("print.drag", { title })}>
        <GripVertical size={14} strokeWidth={1.75} aria-hidden />
      </Button>
      <div className={styles["words"]} data-state={piece.state}>
        <p className={styles["title"]}>{title}</p>
        <p className={styles["where"]}>{piece.span === null ? say("print.piece-article") : where}</p>
        {piece.span === null || piece.excerpt === "" ? null : (
          <p className={styles["excerpt"]}>{piece.excerpt}</p>
        )}
        <p className={styles["source"]}>
          {[piece.source, say("print.piece-characters", { count: piece.characters })]
            .filter((part) => part !== "")
            .join(" · ")}
        </p>
        {piece.state === "kept" ? null : (
          <p className={styles["state"]}>{say(`print.piece-${piece.state}`)}</p>
        )}
      </div>
      <div className={styles["acts"]}>
        <IconButton
          icon={ChevronUp}
          name={say("print.move-up")}
          keys="Alt+Up"
          isDisabled={isFirst}
          onPress={() => onStep(-1)}
        />
        <IconButton
          icon={ChevronDown}
          name={say("print.move-down")}
          keys="Alt+Down"
          isDisabled={isLast}
          onPress={() => onStep(1)}
        />
        <IconButton icon={X} name={say("print.remove")} keys="Del" onPress={onRemove} />
      </div>
    </GridListItem>
  );
}
