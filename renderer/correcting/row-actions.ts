/** What the menu of a block offers. */
import { useRef } from "react";
import { useSay } from "../ui/language.ts";
import type { MenuAction } from "../ui/menu.tsx";
import type { DeskActs } from "./desk-acts.ts";
import { isText, type Row } from "./pieces.ts";
import type { OpenDesk } from "./use-desk.ts";
import type { Pictures } from "./use-pictures.ts";

interface RowActionsProps {
  readonly open: OpenDesk;
  readonly acts: DeskActs;
  readonly pictures: Pictures;
  readonly onSplitArticle: (row: Row) => void;
  readonly onGive: (row: Row) => void;
  readonly onEdit: (row: Row) => void;
  readonly onJoin: (row: Row) => void;
  readonly onMove: (row: Row, by: -1 | 1) => void;
}

/** The newest, in a box that stays the same. */
export function useRowActions(props: RowActionsProps): {
  readonly current: (row: Row) => readonly MenuAction[];
} {
  const say = useSay();
  const { open, acts, onEdit, onJoin, onMove, onSplitArticle, onGive, pictures } = props;

  function actionsOf(row: Row): readonly MenuAction[] {
    const { at, block, pieces } = row;
    const isFirst = at.index === 0;
    const isLast = at.index === open[at.part].length - 1;
    const edit = { id: "edit", name: say("correcting.edit-text"), act: () => onEdit(row) };
    const join = { id: "join", name: say("correcting.join"), act: () => onJoin(row) };
    const up = { id: "up", name: say("correcting.up"), act: () => onMove(row, -1) };
    const down = { id: "down", name: say("correcting.down"), act: () => onMove(row, 1) };
    const split = {
      id: "split-article",
      name: say("correcting.split-article"),
      act: () => onSplitArticle(row),
    };
    return [
      ...(pieces.length === 0 ? [] : [edit]),
      ...(isText(block) && !isFirst ? [join] : []),
      ...(isFirst ? [] : [up]),
      ...(isLast ? [] : [down]),
      { id: "picture", name: say("correcting.insert-picture"), act: () => pictures.choose(row, "before") },
      ...(at.part === "body" && !isFirst ? [split] : []),
      { id: "give", name: say("correcting.give"), act: () => onGive(row) },
      { id: "delete", name: say("correcting.delete"), act: () => void acts.take({ kind: "delete", at }) },
    ];
  }

  const newest = useRef(actionsOf);
  newest.current = actionsOf;
  return newest;
}
