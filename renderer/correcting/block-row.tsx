/** One block of the result: what it is, its text, and what can be done with it. */
import { ImageOff, MoreHorizontal } from "lucide-react";
import { type DragEvent, memo, type ReactNode } from "react";
import { pictureAddress } from "../client.ts";
import { Button } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import { ActionsMenu, type MenuAction } from "../ui/menu.tsx";
import styles from "./correcting.module.css";
import { PieceEditor } from "./piece-editor.tsx";
import type { Piece, Row } from "./pieces.ts";
import { type Role, RoleChoice, useRowName } from "./role-choice.tsx";

export interface RowActs {
  readonly role: (row: Row, role: Role) => void;
  readonly actionsOf: (row: Row) => readonly MenuAction[];
  readonly edit: (row: Row, piece: number | null) => void;
  readonly change: (piece: Piece, text: string, partAt: number | null) => void;
  readonly choosePicture: (row: Row) => void;
  readonly drop: (row: Row, event: DragEvent) => void;
}

interface BlockRowProps {
  readonly row: Row;
  readonly isCurrent: boolean;
  /** Which of its pieces is being edited. */
  readonly edited: number | null;
  readonly acts: RowActs;
}

/** Of a row's text, in the names of its controls. */
const NAME_LENGTH = 20;

/** The list moves the focus among its rows by the arrow keys. */
function focusable(isCurrent: boolean) {
  return { tabIndex: isCurrent ? 0 : -1 };
}

export const BlockRow = memo(function BlockRow({ row, isCurrent, edited, acts }: BlockRowProps): ReactNode {
  const say = useSay();
  const { block, pieces, key } = row;
  const name = useRowName(row);
  const whole = pieces.map(({ text }) => text).join(" ");
  const beginning = whole === "" ? name : whole.slice(0, NAME_LENGTH);
  const missesPicture = block.type === "figure" && block.image === null;
  return (
    <li
      id={`correcting-${key}`}
      className={styles["row"]}
      data-row={key}
      data-kind={block.type}
      data-level={block.type === "heading" ? block.level : undefined}
      data-part={row.at.part}
      {...focusable(isCurrent)}
      aria-label={`${name} ${whole === "" ? "" : whole}`}
      aria-current={isCurrent}
      draggable={edited === null}
      onDragStart={(event) => event.dataTransfer.setData("application/x-antou-block", key)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => acts.drop(row, event)}
    >
      {isCurrent ? (
        <RoleChoice row={row} onRole={(role) => acts.role(row, role)} />
      ) : (
        <span className={styles["role"]}>{name}</span>
      )}
      <div className={styles["content"]}>
        {block.type === "figure" && block.image !== null ? (
          <img className={styles["picture"]} src={pictureAddress(block.image)} alt="" loading="lazy" />
        ) : null}
        {missesPicture ? (
          <div className={styles["missing"]}>
            <ImageOff size={18} aria-hidden />
            <Button onPress={() => acts.choosePicture(row)}>{say("correcting.choose-picture")}</Button>
            <span className={styles["note"]}>{say("correcting.picture-note")}</span>
          </div>
        ) : null}
        {pieces.map((piece, index) =>
          edited === index ? (
            <PieceEditor
              key={piece.span.start}
              name={say("correcting.edited", { name: piece.text.slice(0, NAME_LENGTH) })}
              text={piece.text}
              onDone={(text, partAt) => acts.change(piece, text, partAt)}
              onCancel={() => acts.edit(row, null)}
            />
          ) : (
            <p key={piece.span.start} className={styles["piece"]} data-piece={index}>
              {piece.text}
            </p>
          ),
        )}
      </div>
      <div className={styles["menu"]}>
        {isCurrent ? (
          <ActionsMenu
            icon={MoreHorizontal}
            name={say("correcting.actions", { text: beginning })}
            actions={acts.actionsOf(row)}
          />
        ) : null}
      </div>
    </li>
  );
});
