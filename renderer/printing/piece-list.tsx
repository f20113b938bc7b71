/** The print list: what is printed, in order. Dragged, or moved with Alt+↑ and Alt+↓; Delete takes a piece off it. */
import { type KeyboardEvent, type ReactNode, useMemo, useState } from "react";
import {
  GridList,
  type Key,
  ListLayout,
  type Selection,
  useDragAndDrop,
  Virtualizer,
} from "react-aria-components";
import type { PrintListPiece } from "../../preload/model/print.ts";
import { useSay } from "../ui/language.ts";
import { PieceRow } from "./piece-row.tsx";
import styles from "./pieces.module.css";
import type { ListActs } from "./use-list-acts.ts";

/** CSS pixels of a usual row, before it is measured. */
const ROW = 84;
const layoutOptions = { estimatedRowHeight: ROW } as const;

interface PieceListProps {
  readonly pieces: readonly PrintListPiece[];
  readonly acts: ListActs;
}

export function PieceList({ pieces, acts }: PieceListProps): ReactNode {
  const say = useSay();
  const [selected, setSelected] = useState<Selection>(new Set());
  const [moved, setMoved] = useState("");
  const order = useMemo(() => pieces.map(({ id }) => id), [pieces]);
  /** Those selected where the piece is one of them, else the piece alone. */
  const meant = (id: number): ReadonlySet<number> =>
    selected === "all"
      ? new Set(order)
      : selected.has(id)
        ? new Set([...selected].map(Number))
        : new Set([id]);
  const step = (id: number, by: 1 | -1) => {
    void acts.step(meant(id), by).then((stood) => {
      if (stood !== null) setMoved(say("print.moved-to", stood));
    });
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({ "antou-piece": String(key), "text/plain": titleOf(pieces, key) })),
    onReorder: ({ keys, target }) => {
      const ids = new Set([...keys].map(Number));
      const at = order.indexOf(Number(target.key));
      const before = target.dropPosition === "before" ? at : at + 1;
      // What is dropped behind a piece stands before the next one that stays.
      acts.move(ids, order.slice(before).find((id) => !ids.has(id)) ?? null);
    },
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const key = rowKey(event.target);
    if (key === null || event.ctrlKey || event.metaKey) return;
    const by = event.altKey ? ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key] : undefined;
    if (by !== undefined) {
      step(key, by);
      keepFocus(event.currentTarget, key);
    } else if (event.key === "Delete") acts.remove([...meant(key)]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // The grid would take the arrow keys for its own, with Alt or without.
    <div className={styles["frame"]} onKeyDownCapture={onKeyDown}>
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <GridList
          aria-label={say("print.list")}
          className={styles["list"] ?? ""}
          items={pieces}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={selected}
          onSelectionChange={setSelected}
          dragAndDropHooks={dragAndDropHooks}
          dependencies={[order]}
        >
          {(piece) => (
            <PieceRow
              piece={piece}
              isFirst={piece.id === order[0]}
              isLast={piece.id === order.at(-1)}
              onStep={(by) => step(piece.id, by)}
              onRemove={() => acts.remove([piece.id])}
            />
          )}
        </GridList>
      </Virtualizer>
      <p role="status" className={styles["heard"]}>
        {moved}
      </p>
    </div>
  );
}

/** Frames in which a row that moves may be taken out and put in again, and so lose the focus. */
const FRAMES_TO_MOVE = 12;

function keepFocus(frame: HTMLElement, key: number): void {
  let frames = FRAMES_TO_MOVE;
  const look = () => {
    if (document.activeElement === document.body)
      frame.querySelector<HTMLElement>(`[role="row"][data-key="${key}"]`)?.focus({ preventScroll: true });
    if (--frames > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function rowKey(target: EventTarget): number | null {
  const key =
    target instanceof Element ? target.closest<HTMLElement>("[data-key]")?.dataset["key"] : undefined;
  return key === undefined ? null : Number(key);
}

function titleOf(pieces: readonly PrintListPiece[], key: Key): string {
  return pieces.find(({ id }) => id === key)?.title ?? "";
}
