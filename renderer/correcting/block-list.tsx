/** The result as a list of its blocks, gone through and corrected by keys, menus and dragging. */
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { CorrectionStep } from "../../preload/model/correction.ts";
import { useSay } from "../ui/language.ts";
import { type MenuAction, MenuAt } from "../ui/menu.tsx";
import { BlockRow, type RowActs } from "./block-row.tsx";
import type { DeskActs } from "./desk-acts.ts";
import { dropPlace, PICTURE_KIND } from "./drop-place.ts";
import type { PieceEdit } from "./piece-editor.tsx";
import { isText, type Piece, type Row } from "./pieces.ts";
import { pointIn } from "./point-in-row.ts";
import type { Role } from "./role-choice.tsx";
import { useRowActions } from "./row-actions.ts";
import { type Identified, rowNow } from "./row-ids.ts";
import { type RowKey, rowKeyOf } from "./row-keys.ts";
import styles from "./rows.module.css";
import { type TypedInto, typedStep } from "./typed-step.ts";
import type { OpenDesk } from "./use-desk.ts";
import { useListEvents } from "./use-list-events.ts";
import type { Pictures } from "./use-pictures.ts";
import { pictureInto } from "./use-pictures.ts";
import { useWorkingRow } from "./use-working-row.ts";

export interface BlockListProps {
  readonly open: OpenDesk;
  readonly rows: readonly Row[];
  readonly current: string;
  readonly onCurrent: (key: string) => void;
  readonly acts: DeskActs;
  readonly pictures: Pictures;
  readonly onSplitArticle: (row: Row) => void;
  readonly onGive: (row: Row) => void;
}

/** Of the rows as they stood: once they are others, what it offers is meant for a place that is another's. */
interface PlacedMenu {
  readonly of: readonly Identified[];
  readonly at: { readonly x: number; readonly y: number };
  readonly actions: readonly MenuAction[];
}

export function BlockList(props: BlockListProps): ReactNode {
  const { open, rows, onCurrent, acts, pictures } = props;
  const say = useSay();
  const list = useRef<HTMLOListElement>(null);
  const [menu, setMenu] = useState<PlacedMenu | null>(null);
  const dragged = useRef<{ readonly among: readonly Row[]; readonly key: string } | null>(null);
  const working = useWorkingRow(rows, props.current, onCurrent);
  const { items, current, edited, setEdited, choose } = working;
  const drawn = useRef(items);
  const actions = useRowActions({
    ...props,
    onEdit: (row) => edit(row, 0),
    onJoin: joinWithAbove,
    onMove: move,
  });
  const isEmpty = rows.length === 0;
  const hasFocus = useListEvents(
    list,
    {
      onKeyDown,
      onContextMenu: openMenuAt,
      onDoubleClick: editAt,
      onDropBeside: dropBlock,
      onRowFocused: choose,
    },
    isEmpty,
  );

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

  function edit(row: Row, piece: number | null, caret: number | null = null): void {
    hasFocus.current = true;
    choose(row.key);
    setEdited(piece === null || row.pieces.length === 0 ? null : { key: row.key, piece, caret });
  }

  function editAt(event: MouseEvent): void {
    const point = pointIn(event);
    const row = rowOf(point?.key);
    if (row !== undefined && point !== null && point.piece >= 0) edit(row, point.piece, point.at);
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

  /** What was typed into a paragraph that is there no more is kept to be copied: it never goes into another. */
  async function change(into: TypedInto, { typed, partAt }: PieceEdit): Promise<void> {
    const found = typedStep(rows, into, typed);
    if (found === null) return void (await acts.takeTyped({ step: null, typed }));
    const { piece, step } = found;
    if (step === null) acts.keepTyped(null);
    const isParted = partAt !== null && partAt > 0 && partAt < typed.length;
    const split: CorrectionStep = { kind: "split", offset: piece.span.start + (partAt ?? 0) };
    if ((step === null || (await acts.takeTyped({ step, typed }))) && isParted) await acts.take(split);
  }

  function keepTyped(into: TypedInto, typed: string): void {
    const found = typedStep(rows, into, typed);
    if (found !== null) acts.keepTyped(found.step && { step: found.step, typed });
  }

  function drop(row: Row, event: DragEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const [file] = event.dataTransfer?.files ?? [];
    const image = event.dataTransfer?.getData(PICTURE_KIND) ?? "";
    if (file !== undefined) pictures.put(row, file);
    else if (image !== "") void acts.take({ kind: "picture", at: row.at, image, into: pictureInto(row) });
    else dropBlock(event);
  }

  function dropBlock(event: DragEvent): void {
    const moved = dragged.current && rowNow(dragged.current.among, rows, dragged.current.key);
    dragged.current = null;
    const place = dropPlace(event);
    const over = rowOf(place?.row.dataset["row"]);
    if (moved === null || over === undefined) return;
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
      of: items,
      at: { x: event.clientX, y: event.clientY },
      actions: [...(isText(row.block) && isWithin ? [split] : []), ...actions.current(row)],
    });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const index = rows.findIndex(({ key }) => key === current);
    const row = rows[index];
    const isOnRow = event.target instanceof HTMLElement && event.target.dataset["row"] !== undefined;
    if (row === undefined || !isOnRow || event.isComposing) return;
    const meant = rowKeyOf(event);
    if (meant === null) return;
    event.preventDefault();
    event.stopPropagation();
    act(meant, row, index);
  }

  function act(meant: RowKey, row: Row, index: number): void {
    switch (meant.kind) {
      case "go":
        goTo({ next: index + 1, previous: index - 1, first: 0, last: rows.length - 1 }[meant.to]);
        break;
      case "edit":
        edit(row, 0);
        break;
      case "delete":
        void acts.take({ kind: "delete", at: row.at });
        break;
      case "join":
        joinWithAbove(row);
        break;
      case "move":
        move(row, meant.by);
        break;
      case "role":
        take(row, meant.role);
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
    const blocks = open[row.at.part];
    const above = blocks.findLastIndex(
      ({ type }, index) => index < row.at.index && type !== "figure" && type !== "divider",
    );
    // What cannot be joined is refused, and stays what is worked on.
    const canJoin = [row.block, blocks[above]].every((block) => block !== undefined && isText(block));
    if (canJoin) onCurrent(`${row.at.part}-${above}`);
    void acts.take({ kind: "join", at: row.at });
  }

  const newest = useRef({ edit, change, keepTyped, drop, rowOf, take, pictures, rows });
  newest.current = { edit, change, keepTyped, drop, rowOf, take, pictures, rows };
  const rowActs = useMemo<RowActs>(() => {
    const withRow = (key: string, act: (row: Row) => void) => {
      const row = newest.current.rowOf(key);
      if (row !== undefined) act(row);
    };
    return {
      role: (key, role) => withRow(key, (row) => newest.current.take(row, role)),
      actionsOf: (key) => {
        const row = newest.current.rowOf(key);
        return row === undefined ? [] : actions.current(row);
      },
      edit: (key, piece) => withRow(key, (row) => newest.current.edit(row, piece)),
      change: (key, piece, edit) => {
        setEdited(null);
        void newest.current.change({ key, piece, was: edit.was }, edit);
      },
      keepTyped: (key, piece, was, typed) => newest.current.keepTyped({ key, piece, was }, typed),
      giveUp: (key) => {
        acts.keepTyped(null);
        withRow(key, (row) => newest.current.edit(row, null));
      },
      choosePicture: (key) => withRow(key, (row) => newest.current.pictures.choose(row, "figure")),
      drag: (key) => {
        dragged.current = { among: newest.current.rows, key };
      },
      drop: (key, { nativeEvent }) => withRow(key, (row) => newest.current.drop(row, nativeEvent)),
    };
  }, [actions, setEdited, acts]);

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
            caret={edited?.key === row.key ? edited.caret : null}
            acts={rowActs}
          />
        ))}
      </ol>
      {menu?.of !== items ? null : (
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
