/** Which row Enter opens, and the keys that choose another. */
import { useEffect, useRef, useState } from "react";
import type { FoundRow } from "./entry.ts";
import type { Answers } from "./use-answers.ts";

/** Rows of a leap by Page Up and Page Down. */
const LEAP = 8;

interface Choice {
  readonly at: number;
  /** Whether the rows still answer what was typed before. */
  readonly isAwaited: boolean;
  /** Whether the key was one for choosing. */
  readonly press: (key: string) => boolean;
}

/** `text`: what stands in the field, trimmed as it is asked. */
export function useChoice(answers: Answers, text: string, onChoose: (row: FoundRow) => void): Choice {
  const [chosen, setChosen] = useState({ text, at: 0 });
  /** The text on which Enter was pressed before its answer had come. */
  const entered = useRef<string | null>(null);
  const { rows } = answers;
  const isAwaited = answers.text !== text;
  // Another text begins at its first row; the rows of one text may become fewer.
  const at = chosen.text === answers.text ? Math.min(chosen.at, Math.max(0, rows.length - 1)) : 0;

  function go(to: number): void {
    setChosen({ text: answers.text, at: to });
  }

  function enter(): void {
    if (isAwaited) entered.current = text;
    else if (rows[at] !== undefined) onChoose(rows[at]);
  }

  useEffect(() => {
    // Typing on takes an Enter that still waits back.
    if (entered.current !== text) entered.current = null;
    if (isAwaited || entered.current === null) return;
    entered.current = null;
    const [first] = rows;
    if (first !== undefined) onChoose(first);
  }, [isAwaited, rows, onChoose, text]);

  function press(key: string): boolean {
    const last = rows.length - 1;
    switch (key) {
      case "ArrowDown":
        go(at >= last ? 0 : at + 1);
        return true;
      case "ArrowUp":
        go(at <= 0 ? Math.max(0, last) : at - 1);
        return true;
      case "PageDown":
        go(Math.max(0, Math.min(last, at + LEAP)));
        return true;
      case "PageUp":
        go(Math.max(0, at - LEAP));
        return true;
      case "Enter":
        enter();
        return true;
      default:
        return false;
    }
  }

  return { at, isAwaited, press };
}
