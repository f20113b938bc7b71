/** The result as a list of its blocks, gone through and corrected by keys, menus and dragging. */
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { BlockPlace, CorrectionStep } from "../../preload/model/correction.ts";
import { useSay } from "../ui/language.ts";
import { type MenuAction, MenuAt } from "../ui/menu.tsx";
import { BlockRow, type RowActs } from "./block-row.tsx";
import styles from "./correcting.module.css";
import { BLOCK_KIND, dropPlace, PICTURE_KIND } from "./drop-place.ts";
import type { PieceEdit } from "./piece-editor.tsx";
import { changeBetween, isText, type Piece, pieceEdited, type Row } from "./pieces.ts";
import { pointIn } from "./point-in-row.ts";
import type { Role } from "./role-choice.tsx";
import { useRowActions } from "./row-actions.ts";
import type { DeskActs, OpenDesk } from "./use-desk.ts";
import { pictureInto } from "./use-pictures.ts";
import { useWorkingRow } from "./use-working-row.ts";

export interface BlockListProps {
  readonly open: OpenDesk;
  readonly rows: readonly Row[];
  readonly current: string;
  readonly onCurrent: (key: string) => void;
  readonly acts: DeskActs;
  readonly onSplitArticle: (at: BlockPlace) => void;
  readonly onGive: (at: BlockPlace) => void;
  readonly onPicture: (at: BlockPlace, into: "figure" | "before") => void;
  readonly onPictureFile: (at: BlockPlace, into: "figure" | "before", file: File) => void;
}

interface PlacedMenu {
  readonly at: { readonly x: number; readonly y: number };
  readonly actions: readonly MenuAction[];
}

/** One key each, on the row that has the focus. */
const roleKeys: Readonly<Record<string, Role>> = {
  h: { role: "heading", level: 2 },
  p: { role: "paragraph" },
  c: { role: "caption" },
  l: { role: "lead" },
  b: { role: "byline" },
  "1": { role: "heading", level: 1 },
  "2": { role: "heading", level: 2 },
  "3": { role: "heading", level: 3 },
  "4": { role: "heading", level: 4 },
};

export function BlockList(props: BlockListProps): ReactNode {
  const { open, rows, onCurrent, acts, onPicture, onPictureFile } = props;
  const say = useSay();
  const list = useRef<HTMLOListElement>(null);
  const [menu, setMenu] = useState<PlacedMenu | null>(null);
  const hasFocus = useRef(false);
  const working = useWorkingRow(rows, props.current, onCurrent);
  const { items, current, edited, setEdited, choose } = working;
  const drawn = useRef(items);
  const actions = useRowActions({
    ...props,
    onEdit: (row) => edit(row, 0),
    onJoin: joinWithAbove,
    onMove: move,
  });

  // After a step the focus is where it happened, on a row that may be another element.
  useLayoutEffect(() => {
    const active = document.activeElement;
    const isElsewhere =
      active instanceof HTMLElement && active !== document.body && !("row" in active.dataset);
    if (!hasFocus.current || edited !== null || isElsewhere) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${current}"]`);
    // Giving it the focus lays the whole list out.
    if (row !== active) row?.focus();
    // What became a caption has room for its picture now, which may lie out of sight.
    else if (drawn.current !== items) row?.scrollIntoView({ block: "nearest" });
    drawn.current = items;
  });

  function edit(row: Row, piece: number | null): void {
    hasFocus.current = true;
    choose(row.key);
    setEdited(piece === null || row.pieces.length === 0 ? null : { key: row.key, piece });
  }

  function editAt(element: Element): void {
    const piece = element.closest<HTMLElement>("[data-piece]")?.dataset["piece"];
    const key = element.closest<HTMLElement>("[data-row]")?.dataset["row"];
    const row = rowOf(key);
    if (row !== undefined && piece !== undefined) edit(row, Number(piece));
  }

  function goTo(index: number): void {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row !== undefined) choose(row.key);
  }

  function move(row: Row, by: -1 | 1): void {
    const { part, index } = row.at;
    const to = index + by;
    if (to < 0 || to >= open[part].length) return;
    goAhead(`${part}-${to}`, { kind: "move", at: row.at, before: { part, index: by === 1 ? to + 1 : to } });
  }

  function change(piece: Piece, { typed: text, partAt }: PieceEdit): void {
    const changed = changeBetween(piece.text, text);
    if (changed !== null) {
      const { start } = piece.span;
      void acts.take({
        ...{ kind: "replace", text: changed.text },
        ...{ start: start + changed.start, end: start + changed.end },
      });
    }
    if (partAt !== null && partAt > 0 && partAt < text.length)
      void acts.take({ kind: "split", offset: piece.span.start + partAt });
  }

  function drop(row: Row, event: DragEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const into = pictureInto(row);
    const [file] = event.dataTransfer?.files ?? [];
    const image = event.dataTransfer?.getData(PICTURE_KIND) ?? "";
    if (file !== undefined) onPictureFile(row.at, into, file);
    else if (image !== "") void acts.take({ kind: "picture", at: row.at, image, into });
    else dropBlock(event);
  }

  function dropBlock(event: DragEvent): void {
    const moved = rowOf(event.dataTransfer?.getData(BLOCK_KIND));
    const place = dropPlace(event);
    const over = rowOf(place?.row.dataset["row"]);
    if (moved === undefined || over === undefined) return;
    const { part } = over.at;
    const index = over.at.index + (place?.side === "after" ? 1 : 0);
    const isFromAbove = moved.at.part === part && moved.at.index < index;
    if (moved.at.part === part && (index === moved.at.index || index === moved.at.index + 1)) return;
    hasFocus.current = true;
    goAhead(`${part}-${isFromAbove ? index - 1 : index}`, {
      ...{ kind: "move", at: moved.at },
      before: { part, index },
    });
  }

  function rowOf(key: string | undefined): Row | undefined {
    return rows.find((each) => each.key === key);
  }

  function splitAt(row: Row, piece: Piece, at: number): void {
    hasFocus.current = true;
    onCurrent(row.key);
    void acts.take({ kind: "split", offset: piece.span.start + at });
  }

  function openMenuAt(event: MouseEvent): void {
    const point = pointIn(event);
    const row = rowOf(point?.key);
    if (point === null || row === undefined || edited?.key === row.key) return;
    event.preventDefault();
    choose(row.key);
    const piece = row.pieces[point.piece];
    const isWithin = piece !== undefined && point.at > 0 && point.at < piece.text.length;
    const split = {
      id: "split-here",
      name: say("correcting.split-here"),
      act: () => piece !== undefined && splitAt(row, piece, point.at),
    };
    setMenu({
      at: { x: event.clientX, y: event.clientY },
      actions: [...(isText(row.block) && isWithin ? [split] : []), ...actions.current(row)],
    });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const index = rows.findIndex(({ key }) => key === current);
    const row = rows[index];
    const isOnRow = event.target instanceof HTMLElement && event.target.dataset["row"] !== undefined;
    if (row === undefined || !isOnRow || event.isComposing) return;
    const act = keyAct(event, row, index);
    if (act === null) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  function keyAct(event: KeyboardEvent, row: Row, index: number): (() => void) | null {
    const role = roleKeys[event.key.toLowerCase()];
    if (event.altKey) {
      if (event.key === "ArrowUp") return () => move(row, -1);
      return event.key === "ArrowDown" ? () => move(row, 1) : null;
    }
    if (event.ctrlKey || event.metaKey) return null;
    switch (event.key) {
      case "ArrowDown":
        return () => goTo(index + 1);
      case "ArrowUp":
        return () => goTo(index - 1);
      case "Home":
        return () => goTo(0);
      case "End":
        return () => goTo(rows.length - 1);
      case "Enter":
      case "F2":
        return () => edit(row, 0);
      case "Delete":
        return () => void acts.take({ kind: "delete", at: row.at });
      case "j":
      case "J":
        return () => joinWithAbove(row);
      default:
        return role === undefined ? null : () => take(row, role);
    }
  }

  function take(row: Row, role: Role): void {
    const step = { kind: "role", at: row.at, ...role } as const;
    // What goes up to the lead is dealt with: the next comes into its place, and is gone on with.
    if (role.role === "lead" && row.at.part === "body") goAhead(row.key, step);
    else void acts.take(step);
  }

  function goAhead(key: string, step: CorrectionStep): void {
    working.goAhead(key, acts.take(step));
  }

  function joinWithAbove(row: Row): void {
    const above = open[row.at.part].findLastIndex(
      ({ type }, index) => index < row.at.index && type !== "figure" && type !== "divider",
    );
    if (above >= 0) onCurrent(`${row.at.part}-${above}`);
    void acts.take({ kind: "join", at: row.at });
  }

  const latest = useRef({ edit, change, drop, dropBlock, onPicture, onKeyDown, openMenuAt });
  latest.current = { edit, change, drop, dropBlock, onPicture, onKeyDown, openMenuAt };
  const pieceOf = (key: string, index: number, was: string) => pieceEdited(rows, key, index, was);
  const found = useRef({ rowOf, pieceOf, choose, editAt, take });
  found.current = { rowOf, pieceOf, choose, editAt, take };
  const isEmpty = rows.length === 0;
  useEffect(() => {
    const element = list.current;
    if (isEmpty || element === null) return;
    const onKey = (event: KeyboardEvent) => latest.current.onKeyDown(event);
    const onFocusIn = ({ target }: FocusEvent) => {
      hasFocus.current = true;
      const row = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
      if (row?.dataset["row"] !== undefined) found.current.choose(row.dataset["row"]);
    };
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && !element.contains(relatedTarget)) hasFocus.current = false;
    };
    const onDoubleClick = ({ target }: MouseEvent) => {
      if (target instanceof Element) found.current.editAt(target);
    };
    const onContextMenu = (event: MouseEvent) => latest.current.openMenuAt(event);
    // Below the last row there is nothing that would take what is dropped.
    const pane = element.closest("section");
    const onDrop = (event: DragEvent) => {
      if (!(event.target instanceof Element) || event.target.closest("[data-row]") !== null) return;
      latest.current.dropBlock(event);
    };
    pane?.addEventListener("drop", onDrop);
    element.addEventListener("contextmenu", onContextMenu);
    element.addEventListener("dblclick", onDoubleClick);
    element.addEventListener("keydown", onKey);
    element.addEventListener("focusin", onFocusIn);
    element.addEventListener("focusout", onFocusOut);
    return () => {
      pane?.removeEventListener("drop", onDrop);
      element.removeEventListener("contextmenu", onContextMenu);
      element.removeEventListener("dblclick", onDoubleClick);
      element.removeEventListener("keydown", onKey);
      element.removeEventListener("focusin", onFocusIn);
      element.removeEventListener("focusout", onFocusOut);
    };
  }, [isEmpty]);
  const rowActs = useMemo<RowActs>(() => {
    const withRow = (key: string, act: (row: Row) => void) => {
      const row = found.current.rowOf(key);
      if (row !== undefined) act(row);
    };
    return {
      role: (key, role) => withRow(key, (row) => found.current.take(row, role)),
      actionsOf: (key) => {
        const row = found.current.rowOf(key);
        return row === undefined ? [] : actions.current(row);
      },
      edit: (key, piece) => withRow(key, (row) => latest.current.edit(row, piece)),
      change: (key, index, edit) => {
        setEdited(null);
        const piece = found.current.pieceOf(key, index, edit.was);
        if (piece !== undefined) latest.current.change(piece, edit);
      },
      choosePicture: (key) => withRow(key, (row) => latest.current.onPicture(row.at, "figure")),
      drop: (key, { nativeEvent }) => withRow(key, (row) => latest.current.drop(row, nativeEvent)),
    };
  }, [actions, setEdited]);

  if (isEmpty) return <p className={styles["empty"]}>{say("correcting.empty")}</p>;
  const standing = rows.some(({ key }) => key === current) ? current : (rows.at(-1)?.key ?? "");
  return (
    <>
      <ol ref={list} className={styles["rows"]} aria-label={say("correcting.blocks")}>
        {items.map(({ row, id }) => (
          <BlockRow
            key={id}
            row={row}
            isCurrent={row.key === standing}
            edited={edited?.key === row.key ? edited.piece : null}
            acts={rowActs}
          />
        ))}
      </ol>
      {menu === null ? null : (
        <MenuAt
          at={menu.at}
          name={say("correcting.paragraph-menu")}
          actions={menu.actions}
          onClose={() => setMenu(null)}
        />
      )}
    </>
  );
}
