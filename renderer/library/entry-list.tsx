/** A short list to go on from: newspapers, or the pages of an issue. One Tab stop, arrows within. */
import type { LucideIcon } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import styles from "./newspapers.module.css";
import { movedCursor } from "./selection.ts";

export interface Entry {
  readonly key: string;
  readonly icon?: LucideIcon;
  readonly name: string;
  /** Beside the name, quieter. */
  readonly beside?: string;
  /** At the end of the line. */
  readonly note: string;
  readonly act: () => void;
}

interface EntryListProps {
  readonly label: string;
  readonly entries: readonly Entry[];
  /** The one the focus comes to first; else the first. */
  readonly current?: string | undefined;
  /** Takes the focus where the level before went away with it. */
  readonly isFirst?: boolean;
}

const ENTRIES_A_PAGE = 8;

export function EntryList({ label, entries, current, isFirst = true }: EntryListProps) {
  const list = useRef<HTMLUListElement>(null);
  const at = Math.max(
    0,
    entries.findIndex(({ key }) => key === current),
  );

  function onKeyDown(event: KeyboardEvent<HTMLUListElement>): void {
    if (event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return;
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const active = document.activeElement;
    const cursor = active instanceof HTMLButtonElement ? buttons.indexOf(active) : -1;
    const target = movedCursor(event.key, cursor, buttons.length, ENTRIES_A_PAGE);
    if (target === null) return;
    event.preventDefault();
    event.stopPropagation();
    for (const [index, button] of buttons.entries()) button.tabIndex = index === target ? 0 : -1;
    buttons[target]?.focus();
  }

  return (
    <ul ref={list} aria-label={label} className={styles["entries"]} onKeyDown={onKeyDown}>
      {entries.map(({ key, icon: Icon, name, beside, note, act }, index) => (
        <li key={key}>
          <button
            type="button"
            className={styles["entry"]}
            tabIndex={index === at ? 0 : -1}
            data-first={isFirst && index === at}
            onClick={act}
          >
            {Icon === undefined ? null : <Icon size={16} strokeWidth={1.75} aria-hidden />}
            <span className={styles["entry-name"]}>
              {name}
              {beside === undefined || beside === "" ? null : (
                <span className={styles["beside"]}>{beside}</span>
              )}
            </span>
            <span className={styles["note"]}>{note}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
