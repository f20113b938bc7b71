/** The rows, as the list of the field's combobox. */
import { memo, useEffect, useRef } from "react";
import { useSay } from "../ui/language.ts";
import type { FoundRow } from "./entry.ts";
import { Row } from "./row.tsx";
import styles from "./rows.module.css";

interface RowsProps {
  readonly id: string;
  readonly rows: readonly FoundRow[];
  /** The chosen one. */
  readonly at: number;
  readonly isStale: boolean;
  readonly isRecent: boolean;
  readonly onChoose: (row: FoundRow) => void;
}

export function rowId(list: string, at: number): string {
  return `${list}-${at}`;
}

export function Rows({ id, rows, at, isStale, isRecent, onChoose }: RowsProps) {
  const say = useSay();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (rows.length === 0) return;
    // The first one together with what stands above it.
    if (at === 0) scroller.current?.scrollTo({ top: 0 });
    else list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at, rows]);

  // The field has the focus and takes the keys; here is only the mouse, which must not take the focus away.
  useEffect(() => {
    const element = list.current;
    function onClick({ target }: MouseEvent): void {
      const option = target instanceof Element ? target.closest<HTMLElement>("[data-place]") : null;
      const row = rows[Number(option?.dataset["place"])];
      if (row !== undefined) onChoose(row);
    }
    const onMouseDown = (event: MouseEvent) => event.preventDefault();
    element?.addEventListener("click", onClick);
    element?.addEventListener("mousedown", onMouseDown);
    return () => {
      element?.removeEventListener("click", onClick);
      element?.removeEventListener("mousedown", onMouseDown);
    };
  }, [rows, onChoose]);

  return (
    <div ref={scroller} className={styles["scroll"]} data-empty={rows.length === 0}>
      {isRecent && rows.length > 0 ? (
        <div className={styles["heading"]} aria-hidden>
          {say("quick-find.recent")}
        </div>
      ) : null}
      <div
        ref={list}
        id={id}
        role="listbox"
        tabIndex={-1}
        aria-label={say(isRecent ? "quick-find.recent" : "quick-find.rows")}
        aria-busy={isStale}
      >
        <Options list={id} rows={rows} at={at} />
      </div>
    </div>
  );
}

interface OptionsProps {
  readonly list: string;
  readonly rows: readonly FoundRow[];
  readonly at: number;
}

/** Not drawn again when a key has only changed the field: the rows for it have yet to come. */
const Options = memo(function Options({ list, rows, at }: OptionsProps) {
  return rows.map((row, place) => (
    <div
      key={`${row.source} ${row.key}`}
      id={rowId(list, place)}
      role="option"
      tabIndex={-1}
      aria-selected={place === at}
      data-place={place}
      className={styles["option"]}
    >
      <Row row={row} />
    </div>
  ));
});
