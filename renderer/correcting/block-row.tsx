/** One block of the result: what it is, its text, and what can be done with it. */

import { ImageOff, MoreHorizontal } from "lucide-react";
import { type DragEvent, memo, type ReactNode } from "react";
import { firstCharacters } from "../../preload/model/first-characters.ts";
import { pictureAddress } from "../client.ts";
import { type Keyed, keyed } from "../ui/article/keyed.ts";
import { Button } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import { ActionsMenu, type MenuAction } from "../ui/menu.tsx";
import desk from "./correcting.module.css";
import { BLOCK_KIND } from "./drop-place.ts";
import { MarkedText } from "./marked-text.tsx";
import { type PieceEdit, PieceEditor } from "./piece-editor.tsx";
import type { Piece, Row } from "./pieces.ts";
import { type Role, RoleChoice, useRowName } from "./role-choice.tsx";
import { looksLike } from "./row-ids.ts";
import styles from "./rows.module.css";

/** By the row's key: the row itself may be one of before, which looked the same and stood elsewhere in the text. */
export interface RowActs {
  readonly role: (key: string, role: Role) => void;
  readonly actionsOf: (key: string) => readonly MenuAction[];
  readonly edit: (key: string, piece: number | null) => void;
  readonly change: (key: string, piece: number, edit: PieceEdit) => void;
  /** While it is being typed: what it said when that began, and what is typed. */
  readonly keepTyped: (key: string, piece: number, was: string, typed: string) => void;
  /** What was typed is not to be taken. */
  readonly giveUp: (key: string) => void;
  readonly drag: (key: string) => void;
  readonly choosePicture: (key: string) => void;
  readonly drop: (key: string, event: DragEvent) => void;
}

interface BlockRowProps {
  readonly row: Row;
  readonly isCurrent: boolean;
  /** Which of its pieces is being edited. */
  readonly edited: number | null;
  /** Where in that piece; null for its beginning. */
  readonly caret: number | null;
  readonly acts: RowActs;
}

/** Of a row's text, in the names of its controls. */
const NAME_LENGTH = 20;

/** The list moves the focus among its rows by the arrow keys. */
function focusable(isCurrent: boolean) {
  return { tabIndex: isCurrent ? 0 : -1 };
}

export const BlockRow = memo(function BlockRow({
  row,
  isCurrent,
  edited,
  caret,
  acts,
}: BlockRowProps): ReactNode {
  const say = useSay();
  const { block, pieces, key } = row;
  const name = useRowName(row);
  const whole = pieces.map(({ text }) => text).join(" ");
  const beginning = whole === "" ? name : firstCharacters(whole, NAME_LENGTH);
  const missesPicture = block.type === "figure" && block.image === null;
  const columns = columnsOf(pieces);
  const pieceAt = ({ key: index, item: piece }: Keyed<Piece>): ReactNode =>
    edited === index ? (
      <PieceEditor
        key={index}
        name={say("correcting.edited", { name: firstCharacters(piece.text, NAME_LENGTH) })}
        text={piece.text}
        caret={caret}
        onStep={(edit, by) => {
          const isThere = pieces[index + by] !== undefined && edit.typed !== "";
          if (isThere) acts.change(key, index, edit);
          if (isThere) acts.edit(key, index + by);
          return isThere;
        }}
        onPause={(was, typed) => acts.keepTyped(key, index, was, typed)}
        onDone={(edit) => acts.change(key, index, edit)}
        onCancel={() => acts.giveUp(key)}
      />
    ) : (
      <p key={index} className={styles["piece"]} data-piece={index}>
        <MarkedText piece={piece} />
      </p>
    );
  return (
    <li
      id={`correcting-${key}`}
      className={styles["row"]}
      data-row={key}
      data-kind={block.type}
      data-level={block.type === "heading" ? block.level : undefined}
      data-part={row.at.part}
      data-missing={missesPicture ? true : undefined}
      {...focusable(isCurrent)}
      aria-label={`${name} ${whole === "" ? "" : whole}`}
      aria-current={isCurrent}
      draggable={edited === null}
      onDragStart={(event) => {
        event.dataTransfer.setData(BLOCK_KIND, key);
        acts.drag(key);
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => acts.drop(key, event)}
    >
      {isCurrent ? (
        <RoleChoice row={row} onRole={(role) => acts.role(key, role)} />
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
            <Button onPress={() => acts.choosePicture(key)}>{say("correcting.choose-picture")}</Button>
            <span className={desk["note"]}>{say("correcting.picture-note")}</span>
          </div>
        ) : null}
        {block.type === "table"
          ? [...linesOf(pieces)].map(([line, cells]) => (
              <div key={line} className={styles["cells"]} style={{ gridTemplateColumns: columns }}>
                {cells.map((one) => (
                  <div key={one.key} style={{ gridColumn: (one.item.cell?.column ?? 0) + 1 }}>
                    {pieceAt(one)}
                  </div>
                ))}
              </div>
            ))
          : keyed(pieces).map((one) => <ItemOfList key={one.key} piece={one.item} shown={pieceAt(one)} />)}
        {block.type === "divider" ? <hr className={styles["divider"]} /> : null}
      </div>
      <div className={styles["menu"]}>
        {isCurrent ? (
          <ActionsMenu
            icon={MoreHorizontal}
            name={say("correcting.actions", { text: beginning })}
            actions={acts.actionsOf(key)}
          />
        ) : null}
      </div>
    </li>
  );
}, isDrawnAlike);

/** With the sign of its item before it, where it is of a list. */
function ItemOfList({
  piece: { item },
  shown,
}: {
  readonly piece: Piece;
  readonly shown: ReactNode;
}): ReactNode {
  if (item === undefined) return shown;
  return (
    <div
      className={styles["item"]}
      data-sign={item.sign}
      style={{ marginInlineStart: `${item.depth * 2}em` }}
    >
      {shown}
    </div>
  );
}

/** The pieces of each row of a table, which stand beside each other. */
function linesOf(pieces: readonly Piece[]): ReadonlyMap<number, readonly Keyed<Piece>[]> {
  return Map.groupBy(keyed(pieces), ({ item }) => item.cell?.line ?? 0);
}

/** As wide as each other in all rows, whether each has text or not. */
function columnsOf(pieces: readonly Piece[]): string {
  const most = pieces.reduce((most, { cell }) => Math.max(most, cell?.column ?? 0), 0);
  return `repeat(${most + 1}, minmax(0, 1fr))`;
}

/** Thousands of rows stand as they are at each step, though the text before them grew or shrank. */
function isDrawnAlike(before: BlockRowProps, after: BlockRowProps): boolean {
  return (
    before.row.key === after.row.key &&
    looksLike(before.row, after.row) &&
    before.isCurrent === after.isCurrent &&
    before.edited === after.edited &&
    before.caret === after.caret &&
    before.acts === after.acts
  );
}
